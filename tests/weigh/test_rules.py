import pytest

from dateline.weigh import changes, disputes, questions
from weighing import reasons, weighed

RULES = [*disputes.RULES, *changes.RULES, *questions.RULES]


def told(rule, text):
    """The articles of an example; those of a change are a day apart, so that before and after are known."""
    parts = text.split(" // ")
    if rule in changes.RULES:
        return [f"2024-03-0{day}: {part}" for day, part in enumerate(parts, 4)]
    return parts


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_leaves_its_near_miss(rule):
    assert rule.name in reasons(weighed(*told(rule, rule.example)))
    assert rule.name not in reasons(weighed(*told(rule, rule.near_miss)))
