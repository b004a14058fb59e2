"""A party that somebody else speaks of as doing, or taking part in, something."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.reason import Reason
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """What a claim, or the outlet, says of a party.

    Inside the claim with id `claim` (None: in the outlet's own words), the party `name` (words `span`) is said to act (`doing`)
    or to act with others (`taking part`).
    `sentence` is where it is said.
    """

    claim: str | None
    article: str
    name: str
    span: Span
    how: Literal["doing", "taking part"]
    reason: Reason
    sentence: Span
