"""Through whom the words came, and to whom they were said: a table of cases and one of near-misses, none of which may go wrong."""

from pathlib import Path

import pytest

from attribution_text import attributions_in

HERE = Path(__file__).parent
CASES = 120
"""Least number of cases, and of near-misses."""


def lines(name, fields):
    text = (HERE / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    assert all(len(row) == fields for row in rows), [row for row in rows if len(row) != fields]
    return rows


def names(field):
    return field.split("|") if field else []


def said(found):
    return tuple([mention.name for mention in mentions] for mentions in (found.speakers, found.via, found.to))


@pytest.mark.parametrize(("text", "speakers", "via", "to"), lines("via.tsv", 4), ids=lambda field: field[:70])
def test_the_way_the_words_came(text, speakers, via, to):
    rows = [said(found) for found in attributions_in(text)]
    want = (names(speakers), names(via), names(to))
    assert want in rows, rows
    outlets = {name for row in rows for name in row[1]}
    assert outlets == set(names(via)), "no other claim of the text came another way"


@pytest.mark.parametrize(("text", "via", "to"), lines("via_near_misses.tsv", 3), ids=lambda field: field[:70])
def test_what_only_looks_like_a_way(text, via, to):
    rows = [said(found) for found in attributions_in(text)]
    assert {name for row in rows for name in row[1]} == set(names(via)), rows
    if to != "*":
        assert {name for row in rows for name in row[2]} == set(names(to)), rows


def test_the_tables_are_as_large_as_promised():
    assert len(lines("via.tsv", 4)) >= CASES
    assert len(lines("via_near_misses.tsv", 3)) >= CASES
