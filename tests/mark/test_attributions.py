"""Who said what: source, cue, content, manner, act, via, addressee and target, over a table of sentences and one of near-misses."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribution_text import attributions_in, words_of

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "attributions.toml").read_text(encoding="utf-8"))["case"]
NONE = tomllib.loads((HERE / "attributions_near_misses.toml").read_text(encoding="utf-8"))["none"]
NAMES = {"speakers": "speakers", "via": "via", "to": "to", "targets": "targets"}


def shown(found, text):
    """An attribution with the keys of the table."""
    row = {key: words_of(getattr(found, key), text) for key in ("source", "cue", "content")}
    row |= {"manner": found.manner, "act": found.act, "roles": [mention.role for mention in found.speakers]}
    return row | {key: [mention.name for mention in getattr(found, key)] for key in NAMES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('cue', '')} {case['text'][:60]}")
def test_what_is_said(case):
    text = case["text"]
    rows = [shown(found, text) for found in attributions_in(text)]
    want = {key: value for key, value in case.items() if key != "text"}
    assert any(all(row[key] == value for key, value in want.items()) for row in rows), rows


@pytest.mark.parametrize("text", NONE)
def test_near_misses(text):
    assert [shown(found, text) for found in attributions_in(text)] == []


def assert_grounded(found, text):
    for span in (*found.source, *found.cue, *found.content):
        assert 0 <= span.start < span.end <= len(text)
    for mention in (*found.speakers, *found.via, *found.to, *found.targets):
        assert " ".join(mention.span.of(text).split()) in mention.text
        assert mention.name
    assert found.reason.says


def test_every_span_is_grounded():
    for case in CASES:
        for found in attributions_in(case["text"]):
            assert_grounded(found, case["text"])


def test_a_claim_within_a_claim_names_the_outer_one():
    outer, inner = attributions_in("The union said that the mayor had denied the report.")
    assert outer.inside is None
    assert inner.inside == outer.id


def test_a_question_that_is_quoted_is_no_second_claim():
    text = "“He told me that she said no,” Dana Holt said."
    assert [words_of(found.cue, text) for found in attributions_in(text)] == ["said"]


def test_ids_do_not_depend_on_the_extent_and_do_not_collide():
    text = "Dana Holt said the road was open. Paul Quarrie said the road was closed."
    longer = text.replace("was closed.", "was closed for good.")
    assert [found.id for found in attributions_in(text)] == [found.id for found in attributions_in(longer)]
    assert len({found.id for found in attributions_in(text)}) == 2


def test_a_quotation_without_speaker_says_so():
    text = "The street was empty.\n“We will not leave this town.”\nIt rained."
    (found,) = attributions_in(text)
    assert found.source == ()
    assert "no speaker" in found.reason.says


def test_an_unclosed_mark_stays_local():
    text = "“The harbour is safe, Dana Holt said. Boats came in all day. The mayor said the pier was closed."
    last = attributions_in(text)[-1]
    assert words_of(last.source, text) == "The mayor"
    assert last.manner == "indirect"


MARKS = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "‘",
        "’",
        "''",
        "«",
        "»",
        "she said",
        "Dana Holt",
        "the road is open",
        ", ",
        ". ",
        "? ",
        ": ",
        "\n",
        " ",
        "according to",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKS, max_size=24).map("".join))
def test_no_text_is_refused(text):
    for found in attributions_in(text):
        assert_grounded(found, text)
