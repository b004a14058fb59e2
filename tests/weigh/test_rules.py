import pytest

from dateline.link.origins import origin_of
from dateline.weigh import changes, disputes, history, questions
from weighing import reasons, weighed

RULES = [*disputes.RULES, *changes.RULES, *questions.RULES, *history.RULES]


def told(rule, text):
    """The articles of an example; those of a change are a day apart, so that before and after are known."""
    parts = text.split(" // ")
    if rule in changes.RULES:
        return [f"2024-03-0{day}: {part}" for day, part in enumerate(parts, 4)]
    return parts


def found(rule, text):
    """The rules of all that is found in the articles, taken for versions of one piece, with the rows of their figures."""
    values = weighed(*told(rule, text))
    dated = values["dating"]
    ground = disputes.Ground(
        {claim.id: claim for claim in dated.claims}, values["likenesses"], dated.frames, origin_of(dated.order, values["copies"])
    )
    rows = history.histories(values["figures"], ground)
    changed = changes.changes(dated.claims, dated, values["likenesses"], values["disputes"], [dated.order])
    return reasons(values) | {thing.reason.rule for thing in (*rows, *changed)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_leaves_its_near_miss(rule):
    assert rule.name in found(rule, rule.example)
    assert rule.name not in found(rule, rule.near_miss)
