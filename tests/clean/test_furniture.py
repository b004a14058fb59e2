"""Furniture is labelled wherever it stands; prose that looks like it stays prose."""

import tomllib
from pathlib import Path

import pytest

from dateline.clean.article import clean
from dateline.model.source import Source

TABLE = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))

BEFORE = "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said."
BETWEEN = "Two ferries left before noon. The third was still under repair, according to the operator."
AFTER = "The council will vote on the repairs next week, and the works may last until the spring."


def article(text):
    return clean(Source("a1", "a.txt", "00", "text/plain", "utf-8", text))


def kinds(text, words):
    """The kinds of the passages that hold `words`, and those of the rest."""
    made = article(text)
    start = text.index(words)
    end = start + len(words)
    inside = {
        p.kind
        for p in made.passages
        if p.span.start < end and start < p.span.end and made.text[max(p.span.start, start) : min(p.span.end, end)].strip()
    }
    outside = {p.kind for p in made.passages if p.span.end <= start or p.span.start >= end}
    return inside, outside


FURNITURE = [(kind, words) for kind, listed in TABLE["furniture"].items() for words in listed]
PROSE = [words for listed in TABLE["prose"].values() for words in listed]


@pytest.mark.parametrize("parting", ["\n\n", "\n"])
@pytest.mark.parametrize(("kind", "words"), FURNITURE)
def test_furniture_between_paragraphs_is_labelled_and_nothing_else_is(kind, words, parting):
    inside, outside = kinds(parting.join([BEFORE, BETWEEN, words, AFTER]), words)
    assert inside == {kind}
    assert outside == {"paragraph"}


@pytest.mark.parametrize(("kind", "words"), FURNITURE)
def test_furniture_at_the_end_is_labelled(kind, words):
    inside, outside = kinds(f"{BEFORE}\n\n{BETWEEN}\n\n{AFTER}\n\n{words}\n", words)
    assert inside == {kind}
    assert outside == {"paragraph"}


@pytest.mark.parametrize("words", PROSE)
def test_prose_that_looks_like_furniture_stays_prose(words):
    inside, outside = kinds(f"{BEFORE}\n\n{words}\n\n{AFTER}", words)
    assert inside == {"paragraph"}
    assert outside == {"paragraph"}


def test_a_list_of_links_ends_at_the_blank_line_that_its_items_lack():
    text = f"{BEFORE}\n\nRELATED STORIES\nFerry tunnel plan returns\nInsurers brace for claims\n\nWhat comes next\n\n{AFTER}"
    assert [passage.kind for passage in article(text).passages] == ["paragraph", "related", "related", "related", "heading", "paragraph"]


def test_headlines_after_a_line_that_announces_them_are_links():
    text = f"{BEFORE}\n\nMost read\n\nFerry tunnel plan returns\n\nInsurers brace for claims\n\n{AFTER}"
    assert [passage.kind for passage in article(text).passages] == ["paragraph", "related", "related", "related", "paragraph"]


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_appeal_is_taken_whole_wherever_it_stands(parting, at):
    appeal = [
        "A message from Northwire:",
        "Dear readers,",
        "These are hard times. The Ministry of Justice has listed Northwire as a “hostile” outlet, which puts our staff at risk of arrest.",
        "The decision is meant to frighten everyone who reads. The prosecutor says our work “harms the state.” We see it differently.",
        "But we need your help. Please support us, if you can, from just $3 a month. It takes two minutes.",
        "![cards](https://example.org/cards.png)",
        "Remind me next month.",
    ]
    listed = [BEFORE, BETWEEN, AFTER]
    listed[at:at] = appeal
    made = article(parting.join(listed))
    assert [passage.kind for passage in made.passages] == ["paragraph"] * at + ["appeal"] * len(appeal) + ["paragraph"] * (3 - at)
