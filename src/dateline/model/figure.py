"""A number as somebody gave it: value with bounds, what is counted, and whose it is."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.model.span import Span

FigureKind = Literal["count", "money", "share", "measure", "age", "duration", "score", "ordinal", "idiom"]
FigureRole = Literal["level", "change", "rate", "total"]

COMPARED: frozenset[FigureKind] = frozenset({"count", "money", "share", "measure"})
"""The kinds that the brief shows and disputes compare."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `low` and `high` are inclusive bounds, None where open; `bound` is the phrase as written ("more than").

    "More than", "at least": `high` None. "Up to", "under": `low` None. "About", "nearly", "closer to": `low` = `high` = the value.
    `unit` is a currency, a percent sign or a unit of measure; `of` is what is counted, head noun with modifiers, as written;
    `state` is what they are (killed, stranded); `place` where; `whole` the number it is a part of. `span` covers number and bound.
    `claim` is the id of the claim it stands in. `of_inherited` says that `of` was taken from an earlier figure of the article
    ("the true number").
    """

    id: str
    span: Span
    text: str
    low: float | None
    high: float | None
    bound: str | None
    unit: str | None
    of: str | None
    kind: FigureKind
    reason: Reason
    state: str | None = None
    place: str | None = None
    whole: float | None = None
    role: FigureRole = "level"
    as_of: Moment | None = None
    claim: str | None = None
    of_inherited: bool = False
