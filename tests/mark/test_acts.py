"""Which act a claim performs, and at whom it is aimed: sentences that perform it and sentences that do not, none of which may go wrong."""

import tomllib
from pathlib import Path

import pytest

from attribution_text import attributions_in, words_of
from dateline.model.attribution import ACTS

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "acts.toml").read_text(encoding="utf-8"))
EACH = 15
"""Least number of cases, and of near-misses, of each act."""


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def acts_in(text, *, outer=False):
    founds = [found for found in attributions_in(text) if found.inside is None or not outer]
    return [(found.act, words_of(found.content, text)) for found in founds]


@pytest.mark.parametrize(("act", "text"), [(act, text) for act in ACTS for text in TABLE[act]["is"]])
def test_the_act(act, text):
    assert act in [row[0] for row in acts_in(text)], acts_in(text)


@pytest.mark.parametrize(("act", "text"), [(act, text) for act in ACTS for text in TABLE[act]["is_not"]])
def test_another_act(act, text):
    assert act not in [row[0] for row in acts_in(text, outer=True)], acts_in(text)


@pytest.mark.parametrize(("text", "act", "targets", "content"), lines("acts_targets.tsv"))
def test_at_whom_it_is_aimed(text, act, targets, content):
    rows = [(found.act, [mention.name for mention in found.targets], words_of(found.content, text)) for found in attributions_in(text)]
    assert (act, targets.split("|") if targets else [], content) in rows, rows


@pytest.mark.parametrize("act", ACTS)
def test_the_table_is_as_large_as_promised(act):
    assert len(TABLE[act]["is"]) >= EACH
    assert len(TABLE[act]["is_not"]) >= EACH
