"""The two example articles: whatever their line width and whatever furniture stands between, the same is claimed."""

import os
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from telling import marks

GOLD = os.environ.get("DATELINE_GOLD")
SEEDS = sorted(Path(GOLD, "seeds").glob("*.txt")) if GOLD else []
needs_gold = pytest.mark.skipif(not SEEDS, reason="the example articles are found by DATELINE_GOLD, which is not set")
SOME = settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FURNITURE = (
    "Related article: Minister Says Nearly 900 Boats Were Counted in the Harbour",
    "Support our journalism. Your contribution, from just $5 a month, keeps our reporting free. The mayor says our work is vital.",
    "Read more: Council says 40 trees were felled",
)


def claims(text):
    found = marks(text, "2025-02-11").claims
    return sorted(
        (
            " ".join(claim.text.split()),
            tuple(party.name for party in claim.speakers),
            claim.manner,
            claim.act,
            tuple(party.name for party in claim.via),
            claim.said.value if claim.said is not None else None,
        )
        for claim in found
    )


def paragraphs(text):
    if re.search(r"\n\s*\n", text.strip()):
        return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    return [line for line in text.splitlines() if line.strip()]


def wrapped(paragraph, width):
    return "\n".join(textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False))


@needs_gold
@SOME
@given(st.sampled_from(SEEDS), st.integers(40, 200), st.sampled_from(["\n", "\n\n"]))
def test_wrapping_at_any_width_changes_no_claim(path, width, between):
    text = path.read_text(encoding="utf-8")
    assert claims(between.join(wrapped(paragraph, width) for paragraph in paragraphs(text))) == claims(text)


@needs_gold
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_line_a_paragraph_changes_no_claim(path, between):
    text = path.read_text(encoding="utf-8")
    assert claims(between.join(paragraphs(text))) == claims(text)


@needs_gold
@SOME
@given(st.sampled_from(SEEDS), st.sampled_from(FURNITURE), st.data())
def test_an_appeal_or_a_related_line_between_paragraphs_adds_no_claim(path, furniture, data):
    text = path.read_text(encoding="utf-8")
    found = paragraphs(text)
    place = data.draw(st.integers(1, len(found)))
    assert claims("\n\n".join([*found[:place], furniture, *found[place:]])) == claims(text)
