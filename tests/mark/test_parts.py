"""Whom a claim speaks of, and with whom things are said to be done."""

import pytest

from dateline.mark.parts import RULES
from telling import article, marks


def parts(text):
    return [(part.name, part.how) for part in marks(text).parts]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_leaves_its_near_miss(rule):
    assert rule.name in {part.reason.rule for part in marks(rule.example).parts}
    assert rule.name not in {part.reason.rule for part in marks(rule.near_miss).parts}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army said the Northern Front had attacked a convoy.", [("Northern Front", "doing")]),
        ("The army said it had attacked a convoy.", []),
        ("The army said rain had stopped the convoy.", []),
        ("“We are working with the Lake Society and the River Trust,” the mayor said.", ["Lake Society", "River Trust"]),
        ("“We are working with the people of Kenya,” the mayor said.", []),
        ("The mayor works with the Lake Society.", []),
    ],
)
def test_parts(text, found):
    told = parts(text)
    assert (told if found and isinstance(found[0], tuple) else [name for name, _ in told]) == found


def test_parts_are_grounded():
    text = "The army said the Northern\nFront had attacked a convoy. “We are working with the Lake Society,” the mayor said."
    found = marks(text)
    claims = {claim.id: claim for claim in found.claims}
    for part in found.parts:
        assert " ".join(part.span.of(article(text).text).split()).endswith(part.name)
        assert part.sentence.holds(part.span)
        assert any(span.holds(part.span) for span in claims[part.claim].content)
