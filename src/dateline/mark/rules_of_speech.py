"""The rules of attribution, as data."""

from functools import cache

from dateline.model.rule import Rule

RULES: tuple[Rule, ...] = ()


def precision_of(name: str) -> float:
    """Give the measured precision of a rule."""
    return _precisions().get(name, 0.5)


@cache
def _precisions() -> dict[str, float]:
    return {rule.name: rule.precision for rule in RULES if rule.precision is not None}
