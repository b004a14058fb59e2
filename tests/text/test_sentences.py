"""Sentences by rule: abbreviations, initials, quotations, ellipses; every character but the spaces between is in one sentence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Holt left.|She returned.",
        "He lives in the U.S. and works there.|He likes it.",
        "She left the U.S.|He did not.",
        "Sen. Dana Holt spoke.|The house was full.",
        "It opens at 3 p.m. Tuesday.|It closes late.",
        "It opens at 3 p.m.|Then it closes.",
        "On Jan. 5 the road closed.",
        "Ann B. Doe left.",
        "Acme Inc. President Dana Holt spoke.",
        "She works for Acme Inc.|The firm is old.",
        "“Why?” he asked.|Nobody knew.",
        "“Why now?” Dana Holt asked.|Nobody knew.",
        "“Run!” the mayor of Redwater, Dana Holt, shouted on Monday.|They ran.",
        "“Is it over?”|Dana Holt did not answer him.",
        "“It is over.”|She left.",
        "He went to the... Well, he went home.",
        "He waited…|Nothing came.",
        "The price rose 3.5 percent.|It fell later.",
        "What now?!|Nothing.",
    ],
)
def test_where_sentences_end(text):
    plain = text.replace("|", " ")
    assert "|".join(plain[a:b] for a, b in sentences(plain)) == text


@given(st.text(alphabet="AB ab.?!…\"“”'’ 1,", max_size=60).map(lambda text: " ".join(text.split())))
def test_nothing_but_spaces_is_left_out(text):
    found = sentences(text)
    assert "".join(text[a:b] for a, b in found).replace(" ", "") == text.replace(" ", "")
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
