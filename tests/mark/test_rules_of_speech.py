"""Every rule fires on its example and not on its near-miss; every rule that can be given is listed."""

import re
from pathlib import Path

import pytest

import dateline.mark
from attribution_text import read_text
from dateline.mark.attributions import RULES, find


def _fired(text: str) -> set[str]:
    return {found.reason.rule for found in find(read_text(text))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example_and_near_miss(rule):
    assert rule.name in _fired(rule.example)
    assert rule.name not in _fired(rule.near_miss)


def test_every_rule_that_is_given_is_listed():
    folder = Path(dateline.mark.__file__).parent
    given = {
        name
        for path in folder.glob("*.py")
        for name in re.findall(r"(?<!startswith\()\"(speech\.[a-z-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert given == {rule.name for rule in RULES}


def test_rules_have_one_name_each():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.precision is None or 0 < rule.precision < 1 for rule in RULES)
