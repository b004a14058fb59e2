"""People's rulings laid over what was found in a story.

Claims and figures are rejected, corrected or confirmed, disputes dismissed, questions answered. What was found stays in the marks: this
changes only what the story is weighed from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model.moment import Moment
from dateline.model.party import Party
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.model.span import Span, cover

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.dispute import Dispute
    from dateline.model.figure import Figure
    from dateline.model.question import Question
    from dateline.model.ruling import Ruling

RULES = (
    Rule("ruled.confirm", "A person vouches for a line.", "confirm", "reject"),
    Rule("ruled.correct", "A person put another speaker, date, extent or number in its place.", "correct", "reject"),
)
"""Example and near-miss are the verdict of a ruling on a claim."""

VOUCHED = 1.0
"""Confidence of a line that a person confirmed or corrected: it is shown, whatever its rule is worth."""


def claims(found: Sequence[Claim], rulings: Sequence[Ruling], texts: Mapping[str, str]) -> tuple[Claim, ...]:
    """Give the claims as ruled. What stood inside a rejected one stands by itself."""
    by_subject = _by_subject(rulings)
    kept: list[Claim] = []
    gone: set[str] = set()
    for claim in found:
        ruled = claim
        for ruling in by_subject.get(claim.id, ()):
            if ruling.verdict == "reject":
                gone.add(claim.id)
            elif ruling.verdict in {"confirm", "correct"}:
                ruled = _corrected(ruled, ruling, texts[claim.article])
        kept.append(ruled)
    return tuple(replace(claim, inside=None) if claim.inside in gone else claim for claim in kept if claim.id not in gone)


def figures(found: Sequence[Figure], rulings: Sequence[Ruling], kept: Sequence[Claim]) -> tuple[Figure, ...]:
    """Give the figures as ruled; one that stood in a rejected claim stands in none."""
    by_subject = _by_subject(rulings)
    claimed = {claim.id for claim in kept}
    ruled = []
    for figure in found:
        mine = by_subject.get(figure.id, ())
        if any(ruling.verdict == "reject" for ruling in mine):
            continue
        made = figure if figure.claim is None or figure.claim in claimed else replace(figure, claim=None)
        for ruling in mine:
            value = ruling.value("value")
            if ruling.verdict == "correct" and value is not None:
                made = replace(made, low=float(value), high=float(value), bound=None, reason=_reason(ruling))
        ruled.append(made)
    return tuple(ruled)


def disputes(found: Sequence[Dispute], rulings: Sequence[Ruling]) -> tuple[Dispute, ...]:
    """Leave out the disputes that a person dismissed."""
    gone = {ruling.subject for ruling in rulings if ruling.verdict == "dismiss"}
    return tuple(dispute for dispute in found if dispute.id not in gone)


def questions(found: Sequence[Question], rulings: Sequence[Ruling]) -> tuple[Question, ...]:
    """Leave out the questions that a person answered, and number the rest anew."""
    gone = {ruling.subject for ruling in rulings if ruling.verdict == "answer"}
    left = [question for question in found if question.id not in gone]
    return tuple(replace(question, rank=rank) for rank, question in enumerate(left, 1))


def _by_subject(rulings: Sequence[Ruling]) -> dict[str, list[Ruling]]:
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        found.setdefault(ruling.subject, []).append(ruling)
    return found


def _corrected(claim: Claim, ruling: Ruling, text: str) -> Claim:
    made = replace(claim, confidence=VOUCHED, reason=_reason(ruling, claim.reason))
    speaker, said, content = (ruling.value(name) for name in ("speaker", "said", "content"))
    if speaker is not None:
        made = replace(made, speakers=(Party(speaker, None, claim.source, f"so ruled by {ruling.author}"),), candidates=())
    if said is not None:
        made = replace(made, said=Moment(None, said, "DATE", said, "", _reason(ruling)))
    if content is not None:
        spans = tuple(Span(claim.article, *map(int, part.split("-"))) for part in content.split(","))
        whole = cover(spans)
        if whole.end <= len(text):
            made = replace(made, content=spans, text=whole.of(text))
    return made


def _reason(ruling: Ruling, before: Reason | None = None) -> Reason:
    why = f": {ruling.note}" if ruling.note else ""
    found = f"; found by {before}" if before is not None else ""
    return Reason(f"ruled.{ruling.verdict}", f"so ruled by {ruling.author}{why}{found}")
