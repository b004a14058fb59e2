import pytest

from dateline.weigh import changes, disputes, questions
from weighing import reasons, weighed

RULES = [*disputes.RULES, *changes.RULES, *questions.RULES]


def in_order(text):
    """The articles of an example: where two are undated, days in order, so that before and after are known."""
    parts = text.split(" // ")
    if len(parts) > 1 and not parts[0][:4].isdigit():
        parts = [f"2024-03-04: {parts[0]}", f"2024-03-04: {parts[1]} " if "true" in text else f"2024-03-05: {parts[1]}"]
    return parts


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_leaves_its_near_miss(rule):
    assert rule.name in reasons(weighed(*in_order(rule.example)))
    assert rule.name not in reasons(weighed(*in_order(rule.near_miss)))
