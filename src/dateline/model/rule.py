"""A rule as data: what it does, an example it must match and a near-miss it must not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """One rule of one finder.

    `example` and `near_miss` are short original texts: the rule must fire on the first and must not on the second (a test
    runs both). `precision` is the share of its hits that were right on gold the rule was not written from, two digits;
    None where it has not been measured.
    """

    name: str
    says: str
    example: str
    near_miss: str
    precision: float | None = None
