"""Two accounts of one count held against each other: whether they part, and what that means.

An account is the figures of one value; accounts part when no value lies within the bounds of both. What then follows depends on who
gives them and as of when: `disputed`, `superseded` (the later stands), or `not comparable`, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

from dateline.model.reason import Reason
from dateline.text.calendar import bounds
from dateline.text.fold import terms
from dateline.weigh.standing import one_voice, standing
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.dispute import DisputeStatus
    from dateline.model.figure import Figure
    from dateline.model.likeness import Likeness
    from dateline.weigh.frames import Frame

ROUNDING = 0.05
"""Two numbers this close (of the larger), one of them rounded or given as approximate, are one account ("about 4,000" and 3,985)."""
COARSEST = 0.125
"""What a number given as approximate may cover at most, of itself: half a unit of its last digit that is no zero, up to this share."""
THOUSAND = 1000
"""From here on a whole hundred is a rounded number."""
RISEN = 2
"""Times by which a count rises within a day or two at most, for the later number to be the same count, taken further."""
LONG = 100
"""Days from which on a later number stands for another time, whoever gives it."""

_TRUE = re.compile(
    r"\b(?:true|real|actual|correct|precise)\s+(?:number|figure|toll|count|total|cost|sum|value|size|scale|extent)\b", re.IGNORECASE
)
_ABOUT = frozenset(
    {"about", "around", "nearly", "almost", "some", "roughly", "approximately", "circa", "close", "closer", "estimated", "odd"}
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What disputes are judged on: the claims by id, likenesses, frames of the articles and the origin of each article."""

    claims: Mapping[str, Claim]
    likenesses: Sequence[Likeness]
    frames: Mapping[str, Frame]
    origin_of: Mapping[str, str]

    def claim_of(self, figure: Figure) -> Claim:
        """Give the claim in which a figure stands (every figure that is compared stands in one)."""
        return self.claims[figure.claim or ""]


Verdict = tuple["DisputeStatus", Reason]


def by_value(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Part figures into accounts: those of one value, or so close that one is the other rounded."""
    found: list[list[Figure]] = []
    places: dict[tuple[float | None, float | None], int] = {}
    for figure in figures:
        place = places.get((figure.low, figure.high))
        if place is None or not _one_account(found[place][0], figure):
            place = next((n for n, account in enumerate(found) if _one_account(account[0], figure)), None)
        if place is None:
            place = len(found)
            found.append([])
        places.setdefault((figure.low, figure.high), place)
        found[place].append(figure)
    return found


def _one_account(one: Figure, other: Figure) -> bool:
    if (one.low, one.high) == (other.low, other.high):
        return True
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    if one.low != one.high or other.low != other.high or (one.of_inherited != other.of_inherited and one.span.source == other.span.source):
        return False
    return abs(one.low - other.low) <= max(_leeway(one, other), _leeway(other, one))


def _leeway(one: Figure, other: Figure) -> float:
    """Give by how much the other may differ from a number that is rounded or approximate; 0 where it is exact."""
    value = abs(one.low or 0.0)
    larger = max(value, abs(other.low or 0.0))
    if one.bound is None:
        return ROUNDING * larger if value >= THOUSAND and value % 100 == 0 else 0.0
    if not set(terms(one.bound)) & _ABOUT or not value:
        return ROUNDING * larger
    return max(ROUNDING * larger, min(_last_unit(value) / 2, COARSEST * value))


def _last_unit(value: float) -> float:
    """Give the unit of the last digit that is no zero: 4,000 counts thousands, 4,200 hundreds.

    >>> _last_unit(4000), _last_unit(4200), _last_unit(37)
    (1000.0, 100.0, 1.0)
    """
    unit = 10.0 ** floor(log10(value))
    while unit >= 1 and value % unit:
        unit /= 10
    return unit


def apart(one: Figure, other: Figure) -> bool:
    """Tell whether no value lies within the bounds of both."""
    return (one.high is not None and other.low is not None and one.high < other.low) or (
        other.high is not None and one.low is not None and other.high < one.low
    )


def judged(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> Verdict | None:
    """Hold two accounts against each other; None where both can hold."""
    first, second = one[0], other[0]
    shown = f"“{_line(first.text)}” and “{_line(second.text)}”"
    parted = apart(first, second)
    if _offered_as_true(one, ground) or _offered_as_true(other, ground):
        says = f"{shown} cannot both hold"
        if not parted:
            says = f"{shown}: compatible bounds, different accounts; one is offered as the true number"
        return "disputed", Reason("disputes.true-number", says)
    if not parted:
        return None
    return _of_two_times(one, other, shown, ground) or _of_one_time(one, other, shown, ground)


def _of_two_times(one: Sequence[Figure], other: Sequence[Figure], shown: str, ground: Ground) -> Verdict | None:
    """Judge accounts that are of two times by their own words, or by one party."""
    if _yet_to_come(one, ground) != _yet_to_come(other, ground):
        return "not comparable", Reason("disputes.projected", f"{shown}: the one was expected, the other is told as it came")
    if one_voice(ground.claim_of(one[0]), ground.claim_of(other[0])):
        return _of_one_voice(one, other, shown, ground)
    if _is_sample(one[0], ground) and _is_sample(other[0], ground):
        return "not comparable", Reason("disputes.definition", f"{shown} are of two samples")
    days = _as_of_apart(one[0], other[0])
    return None if days is None else ("not comparable", Reason("disputes.as-of", f"{shown} are numbers of two times, {days}"))


def _is_sample(figure: Figure, ground: Ground) -> bool:
    """Tell whether a poll or a survey gives the number: of those whom it asked."""
    return any(words("weigh", "samples") & set(terms(party.name)) for party in ground.claim_of(figure).speakers)


def _of_one_time(one: Sequence[Figure], other: Sequence[Figure], shown: str, ground: Ground) -> Verdict | None:
    if {figure.span.source for figure in one} & {figure.span.source for figure in other}:
        if _rounded_by_outlet(one, ground) or _rounded_by_outlet(other, ground):
            return None
        return "disputed", Reason("disputes.figures", f"{shown} cannot both hold")
    if _same_day(one, other, ground):
        if _still_rising(one, other, ground):
            return "not comparable", Reason("disputes.still-rising", f"{shown}: of one day, on which the count may still have risen")
        return "disputed", Reason("disputes.figures", f"{shown} cannot both hold")
    return _of_two_days(one, other, shown, ground)


def _rounded_by_outlet(account: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether only the outlet itself gives the number, and not as the number of something.

    Beside a number that the same article has from somebody it is of another thing, or in round terms.
    """
    return all(not _told(figure, ground) and figure.reason.rule != "figures.counter" for figure in account)


def _told(figure: Figure, ground: Ground) -> bool:
    return ground.claim_of(figure).voice == "source"


def _still_rising(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether two articles of a day may have counted at two hours: people in a state, no rivals, and numbers not far apart."""
    kinds = {standing(ground.claim_of(one[0])), standing(ground.claim_of(other[0]))}
    return _moving(one[0]) and not kinds & {"rival", "expert"} and _times(one, other) < RISEN


def _times(one: Sequence[Figure], other: Sequence[Figure]) -> float:
    """Give how many times the smaller number the larger is (at least 1)."""
    small, large = sorted(abs(account[0].low if account[0].low is not None else account[0].high or 0.0) for account in (one, other))
    return large / max(small, 1.0)


def _of_one_voice(one: Sequence[Figure], other: Sequence[Figure], shown: str, ground: Ground) -> Verdict:
    named = bool(ground.claim_of(one[0]).speakers)
    if in_order(one, other, ground) and (named or (_moving(one[0]) and _moving(other[0]))):
        return "superseded", Reason("disputes.later-number", f"{shown}: the same source at two times, the later stands")
    return "not comparable", Reason("disputes.order-unknown", f"{shown}: one source gives both, and nothing tells which is the later")


def _of_two_days(one: Sequence[Figure], other: Sequence[Figure], shown: str, ground: Ground) -> Verdict:
    """Judge accounts of two parties on two days: rivals part, offices follow each other, and of others nobody knows."""
    kinds = {standing(ground.claim_of(one[0])), standing(ground.claim_of(other[0]))}
    late, early = (one, other) if _day(one, ground) >= _day(other, ground) else (other, one)
    long = _day(late, ground) - _day(early, ground) > LONG
    if not long and kinds & {"rival", "expert"}:
        return "disputed", Reason("disputes.rivals", f"{shown} cannot both hold, and the later is no new count of the same office")
    moving = (_moving(one[0]) or _moving(other[0])) and _times(one, other) < RISEN
    if not long and "official" in kinds and kinds != {"official"} and "outlet" not in kinds and not moving:
        return "disputed", Reason("disputes.rivals", f"{shown} cannot both hold, and what is counted does not move from day to day")
    if not long and kinds <= {"official", "outlet"} and in_order(one, other, ground):
        return "superseded", Reason("disputes.later-office", f"{shown}: counted by offices, one after the other; the later stands")
    return "not comparable", Reason("disputes.other-day", f"{shown} were given on different days; the count may have moved")


def _day(account: Sequence[Figure], ground: Ground) -> int:
    return max(ground.frames[figure.span.source].day for figure in account)


def _moving(figure: Figure) -> bool:
    """Tell whether more may be found from day to day: people and things in a state (killed, missing, stranded)."""
    return figure.state is not None


def _yet_to_come(account: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether the number was expected: a verb of the future or of expectation stands before it in its sentence."""
    return any(_is_projected(figure, ground.claim_of(figure)) for figure in account)


def _is_projected(figure: Figure, claim: Claim) -> bool:
    start = claim.content[0].start
    before = claim.text[: max(0, figure.span.start - start)]
    sentence = re.split(r"[.!?]\s", before)[-1]
    return bool(words("weigh", "projected") & set(terms(sentence)))


def _as_of_apart(one: Figure, other: Figure) -> str | None:
    """Say which two times the figures name where these have no day in common; else None."""
    if one.as_of is None or other.as_of is None:
        return None
    first, second = bounds(one.as_of.value), bounds(other.as_of.value)
    if first is None or second is None or (first[0] <= second[1] and second[0] <= first[1]):
        return None
    return f"“{one.as_of.text}” and “{other.as_of.text}”"


def in_order(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether all articles of one of the accounts are known to be of an earlier day than some article of the other."""

    def before(early: Sequence[Figure], late: Sequence[Figure]) -> bool:
        last = max((ground.frames[figure.span.source] for figure in late), key=lambda frame: frame.day)
        return all(
            (frame := ground.frames[figure.span.source]).component == last.component and frame.latest < last.earliest for figure in early
        )

    return before(one, other) or before(other, one)


def _offered_as_true(account: Sequence[Figure], ground: Ground) -> bool:
    return any(figure.of_inherited and _TRUE.search(_line(ground.claim_of(figure).text)) for figure in account)


def _same_day(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether some figure of either account is of one article, or of articles that may be of one day."""
    if {figure.span.source for figure in one} & {figure.span.source for figure in other}:
        return True
    stretches: dict[str, list[tuple[int, int]]] = {}
    for figure in other:
        frame = ground.frames[figure.span.source]
        stretches.setdefault(frame.component, []).append((frame.earliest, frame.latest))
    for figure in one:
        frame = ground.frames[figure.span.source]
        if frame.component not in stretches or len(stretches) > 1:
            return True
        if any(frame.earliest <= last and first <= frame.latest for first, last in stretches[frame.component]):
            return True
    return False


def _line(text: str) -> str:
    return " ".join(text.split())
