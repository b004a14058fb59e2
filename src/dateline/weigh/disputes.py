"""Figures that cannot both hold, statements that contradict each other; and what only looks like it.

`disputed`: accounts that part, side by side. `superseded`: the same party (or kind of party) gave a later number. `not
comparable`: alike, and yet of different days or kinds. Where bounds leave room for both, nothing is disputed, unless one is
offered as the true number against the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.dispute import Dispute, DisputeStatus, Side
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.text.fold import fold, stems
from dateline.weigh.counted import groups
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.figure import Figure
    from dateline.model.likeness import Likeness
    from dateline.weigh.frames import Frame

ROUNDING = 0.05
"""Two numbers this close (of the larger), one of them rounded or given as approximate, are one account ("about 4,000" and 3,985)."""
THOUSAND = 1000
"""From here on a whole hundred is a rounded number."""
DENIED = (0.6, 0.4)
"""Least share of the shorter claim's telling words, and of all words of both, that ties a denial to what it denies."""
FEWEST = 3
"""Telling words that a statement must have to be set against another."""
OPPOSED = (0.8, 0.5)
"""The same for two claims of which only one is negated."""

_TRUE = re.compile(
    r"\b(?:true|real|actual|correct|precise)\s+(?:number|figure|toll|count|total|cost|sum|value|size|scale|extent)\b", re.IGNORECASE
)

RULES = (
    Rule(
        "disputes.figures",
        "two accounts of one count that cannot both hold",
        "The storm destroyed 40 homes in the harbour district, Mayor Ann Doe said. "
        "Residents said the storm destroyed 90 homes in the harbour district.",
        "The storm destroyed 40 homes in the harbour district, Mayor Ann Doe said. "
        "Residents said the storm destroyed 90 boats in the harbour district.",
    ),
    Rule(
        "disputes.true-number",
        "one account is offered as the true number against the other",
        "More than 40 families are estimated to be without water. Residents say the true number is closer to 90.",
        "More than 40 families are estimated to be without water. Residents say the true cost is closer to 90 dollars.",
    ),
    Rule(
        "disputes.later-number",
        "the same party gave another number later",
        "2024-03-04: Mayor Ann Doe said the storm destroyed 40 homes in the harbour district. // "
        "2024-03-08: Mayor Ann Doe said the storm destroyed 52 homes in the harbour district.",
        "2024-03-04: Mayor Ann Doe said the storm destroyed 40 homes in the harbour district. // "
        "2024-03-08: Mayor Ann Doe said the storm destroyed 40 homes in the harbour district.",
    ),
    Rule(
        "disputes.order-unknown",
        "one source gives two numbers, and nothing tells which is the later",
        "Mayor Ann Doe said the storm destroyed 40 homes in the harbour. // "
        "Mayor Ann Doe said the storm destroyed 52 homes in the harbour.",
        "2024-03-04: Mayor Ann Doe said the storm destroyed 40 homes in the harbour. // "
        "2024-03-08: Mayor Ann Doe said the storm destroyed 52 homes in the harbour.",
    ),
    Rule(
        "disputes.other-day",
        "two parties, two days: the count may have moved",
        "2024-03-04: The police said the storm destroyed 40 homes in the harbour. // "
        "2024-03-08: The council said the storm destroyed 52 homes in the harbour.",
        "2024-03-04: The police said the storm destroyed 40 homes in the harbour. // "
        "2024-03-04: The council said the storm destroyed 52 homes in the harbour.",
    ),
    Rule(
        "disputes.denial",
        "a denial, and what it denies",
        "The union said the company had closed the northern plant. The company denied that it had closed the northern plant.",
        "The union said the company had closed the northern plant. The company denied that it had sold the ferry.",
    ),
    Rule(
        "disputes.negation",
        "one says it, the other says it is not so",
        "The union said the wage deal was signed in the harbour hall. The company said the wage deal was not signed in the harbour hall.",
        "The union said the wage deal was signed in the harbour hall. The company said the wage deal was signed in the harbour hall.",
    ),
)
"""Examples are articles parted by " // ", the day of publication before the first colon where one is known."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What disputes are judged on: the claims by id, likenesses, frames of the articles and the origin of each article."""

    claims: Mapping[str, Claim]
    likenesses: Sequence[Likeness]
    frames: Mapping[str, Frame]
    origin_of: Mapping[str, str]


def disputes(figures: Sequence[Figure], ground: Ground) -> tuple[Dispute, ...]:
    """Give all disputes of a story: of figures in the order of the first figure, then of statements."""
    found = [dispute for group in groups(figures, ground.claims, ground.likenesses) if (dispute := _of_figures(group, ground)) is not None]
    return (*found, *_of_statements(ground))


def _of_figures(group: Sequence[Figure], ground: Ground) -> Dispute | None:
    sides = _sides(group)
    if len(sides) == 1:
        return None
    verdict = None
    for n, one in enumerate(sides):
        for other in sides[n + 1 :]:
            found = _judged(one, other, ground)
            if found is not None and (verdict is None or _WEIGHT[found[0]] > _WEIGHT[verdict[0]]):
                verdict = found
    if verdict is None:
        return None
    status, reason = verdict
    about = max(sorted({figure.of or "" for figure in group}), key=lambda of: (sum(figure.of == of for figure in group), len(of)))
    if not about:
        about = group[0].text
    return Dispute(
        content_id("dispute", *sorted(figure.id for figure in group)), about, status, tuple(_side(side, ground) for side in sides), reason
    )


_WEIGHT: dict[DisputeStatus, int] = {"not comparable": 0, "superseded": 1, "disputed": 2}


def _sides(group: Sequence[Figure]) -> list[list[Figure]]:
    sides: list[list[Figure]] = []
    for figure in group:
        home = next((side for side in sides if _one_account(side[0], figure)), None)
        if home is None:
            sides.append([figure])
        else:
            home.append(figure)
    return sides


def _one_account(one: Figure, other: Figure) -> bool:
    if (one.low, one.high) == (other.low, other.high):
        return True
    if None in (one.low, one.high, other.low, other.high):
        return False
    first, second = one.low or 0.0, other.low or 0.0
    approximate = (one.low == one.high and other.low == other.high) and (
        one.bound is not None or other.bound is not None or _is_round(first) or _is_round(second)
    )
    return approximate and abs(first - second) <= ROUNDING * max(abs(first), abs(second)) and not _rivals_by_words(one, other)


def _rivals_by_words(one: Figure, other: Figure) -> bool:
    return one.of_inherited != other.of_inherited and one.span.source == other.span.source


def _is_round(value: float) -> bool:
    return value >= THOUSAND and value % 100 == 0


def _judged(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> tuple[DisputeStatus, Reason] | None:
    first, second = one[0], other[0]
    shown = f"“{_line(first.text)}” and “{_line(second.text)}”"
    if _offered_as_true(other, ground) or _offered_as_true(one, ground):
        says = (
            f"{shown}: compatible bounds, different accounts; one is offered as the true number"
            if not _apart(first, second)
            else f"{shown} cannot both hold"
        )
        return "disputed", Reason("disputes.true-number", says)
    if not _apart(first, second):
        return None
    if _speakers(one, ground) == _speakers(other, ground):
        if _in_order(one, other, ground):
            return "superseded", Reason("disputes.later-number", f"{shown}: the same source at two times, the later stands")
        return "not comparable", Reason("disputes.order-unknown", f"{shown}: one source gives both, and nothing tells which is the later")
    if not _same_day(one, other, ground):
        return "not comparable", Reason("disputes.other-day", f"{shown} were given on different days; the count may have moved")
    return "disputed", Reason("disputes.figures", f"{shown} cannot both hold")


def _in_order(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether all articles of one of the sides are known to be of an earlier day than some article of the other side."""

    def before(early: Sequence[Figure], late: Sequence[Figure]) -> bool:
        last = max((ground.frames[figure.span.source] for figure in late), key=lambda frame: frame.day)
        return all(
            (frame := ground.frames[figure.span.source]).component == last.component and frame.latest < last.earliest for figure in early
        )

    return before(one, other) or before(other, one)


def _offered_as_true(side: Sequence[Figure], ground: Ground) -> bool:
    return any(
        figure.of_inherited and figure.claim is not None and _TRUE.search(_line(ground.claims[figure.claim].text)) for figure in side
    )


def _apart(one: Figure, other: Figure) -> bool:
    """Tell whether no value lies within the bounds of both."""
    return (one.high is not None and other.low is not None and one.high < other.low) or (
        other.high is not None and one.low is not None and other.high < one.low
    )


def _speakers(side: Sequence[Figure], ground: Ground) -> set[str]:
    return {fold(party.name) for figure in side if figure.claim is not None for party in ground.claims[figure.claim].speakers}


def _same_day(one: Sequence[Figure], other: Sequence[Figure], ground: Ground) -> bool:
    """Tell whether some figure of either side is of one article, or of articles that may be of one day."""
    for first in one:
        for second in other:
            if first.span.source == second.span.source:
                return True
            left, right = ground.frames[first.span.source], ground.frames[second.span.source]
            if left.component != right.component or (left.earliest <= right.latest and right.earliest <= left.latest):
                return True
    return False


def _side(side: Sequence[Figure], ground: Ground) -> Side:
    speakers = [party.name for figure in side if figure.claim is not None for party in ground.claims[figure.claim].speakers]
    origins = {ground.origin_of.get(figure.span.source, figure.span.source) for figure in side}
    claims = dict.fromkeys(figure.claim for figure in side if figure.claim is not None)
    return Side(side[0].low, side[0].high, tuple(figure.id for figure in side), tuple(claims), tuple(dict.fromkeys(speakers)), len(origins))


def _of_statements(ground: Ground) -> list[Dispute]:
    found = []
    for likeness in ground.likenesses:
        one, other = ground.claims.get(likeness.one), ground.claims.get(likeness.other)
        if one is None or other is None or likeness.tie != "other" or not one.speakers or not other.speakers:
            continue
        if not (_states(one) and _states(other)) or _share_words(one, other):
            continue
        denial = (one.act == "denial") != (other.act == "denial")
        if denial and _close(likeness, DENIED) and not likeness.negated_apart and not likeness.numbers_differ:
            denied, denying = (other, one) if one.act == "denial" else (one, other)
            reason = Reason("disputes.denial", f"{_names(denying)} denies what {_names(denied)} says")
        elif likeness.negated_apart and _close(likeness, OPPOSED) and not denial and not likeness.numbers_differ:
            reason = Reason("disputes.negation", f"{_names(one)} and {_names(other)}: the same words, one of them negated")
        else:
            continue
        sides = tuple(
            Side(None, None, (), (claim.id,), tuple(party.name for party in claim.speakers), 1)
            for claim in sorted((one, other), key=lambda c: c.id)
        )
        found.append(Dispute(content_id("dispute", *sorted((one.id, other.id))), _line(one.text), "disputed", sides, reason))
    return found


def _states(claim: Claim) -> bool:
    """Tell whether a claim states something that can be so or not, in words enough to tell what."""
    telling = stems(claim.text, words("grammar", "function"))
    return claim.act in _STATING and claim.inside is None and len(set(telling)) >= FEWEST and _is_clause(claim)


def _is_clause(claim: Claim) -> bool:
    """Tell whether the content is a clause or a quotation, by the rule that found it: a bare object states nothing."""
    return any(kind in claim.reason.rule for kind in ("clause", "quot", "according", "aside", "colon"))


def _share_words(one: Claim, other: Claim) -> bool:
    """Tell whether the two stand in the same words: then nobody contradicts anybody."""
    return any(first.overlaps(second) for first in one.content for second in other.content)


_STATING = frozenset({"statement", "estimate", "belief", "admission", "denial", "accusation", "warning"})


def _close(likeness: Likeness, bars: tuple[float, float]) -> bool:
    return likeness.contained >= bars[0] and likeness.shared >= bars[1]


def _names(claim: Claim) -> str:
    return " and ".join(party.name for party in claim.speakers)


def _line(text: str) -> str:
    return " ".join(text.split())
