"""A word parted at a line end is read as one word, and a hyphen that belongs to it stays; the text itself is untouched."""

import pytest

from dateline.clean.article import clean
from dateline.model.source import Source
from dateline.text.unwrap import unwrap


def read(text):
    made = clean(Source("a1", "a.txt", "00", "text/plain", "utf-8", text))
    assert made.text == text
    return " ".join(unwrap(text, p.span.start, p.span.end, made.silent).text for p in made.passages)


PARTED = [
    ("the govern-\nment of the island", "the government of the island"),
    ("the govern-\r\n    ment of the island", "the government of the island"),
    ("a well-\nknown harbour pilot", "a well-known harbour pilot"),
    ("its long-\nawaited report on the quay", "its long-awaited report on the quay"),
    ("said Marit Ooster-\nhuis of the union", "said Marit Oosterhuis of the union"),
    ("an Anglo-\nAmerican company", "an Anglo-American company"),
    ("a 19-\nyear-old apprentice", "a 19-year-old apprentice"),
    ("the years 2010-\n2015 were dry", "the years 2010-2015 were dry"),
    ("the mother-in-\nlaw of the mayor", "the mother-in-law of the mayor"),
    ("pre- and\npost-war houses", "pre- and post-war houses"),
    ("pre-\nand post-war houses", "pre- and post-war houses"),
    ("a harbour -\nonce the third port", "a harbour - once the third port"),
]


@pytest.mark.parametrize(("wrapped", "joined"), PARTED)
def test_words_parted_at_a_line_end(wrapped, joined):
    assert read(f"Nobody on the quay was surprised by {wrapped}, the paper wrote.") == (
        f"Nobody on the quay was surprised by {joined}, the paper wrote."
    )


@pytest.mark.parametrize(
    ("elsewhere", "joined"),
    [("The Quaybridge office was shut. ", "Quaybridge"), ("The Quay-bridge office was shut. ", "Quay-bridge")],
)
def test_the_same_word_elsewhere_in_the_text_decides(elsewhere, joined):
    assert f"asked for {joined} twice" in read(f"{elsewhere}Nobody who lives there asked for Quay-\nbridge twice, the clerk said.")


def test_a_hyphen_at_the_end_of_a_paragraph_is_left_alone():
    assert read("The list named bread-\n\nMilk was not on it, the shop said.").startswith("The list named bread- ")
