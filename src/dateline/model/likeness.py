"""How alike two claims of two articles are."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.reason import Reason

Tie = Literal["same", "organ", "none", "other"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two claims (ids; `one` is of the article listed first) held side by side.

    `contained` is the share of the shorter one's telling words that stand in the longer, `shared` that of all words of both
    (0 to 1); `tie` says how the speakers stand to each other: the same, a state and its organ, neither given, or different.
    `same` is true where they say the same thing, `repeated` where they do so in the same words. `numbers_differ` and
    `negated_apart` tell why two alike ones may not be the same.
    """

    one: str
    other: str
    contained: float
    shared: float
    tie: Tie
    same: bool
    repeated: bool
    numbers_differ: bool
    negated_apart: bool
    reason: Reason
