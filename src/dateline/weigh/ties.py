"""What ties the articles of a story in time: statements that two of them report, and words that look back on what another reports as news.

What contradicts itself ties nothing: a statement that two articles put on different days, and articles that look back on each other.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateline.model.issue import Issue
from dateline.weigh.frames import fits, landing, said_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model.article import Article
    from dateline.model.claim import Claim
    from dateline.model.likeness import Likeness
    from dateline.weigh.frames import Frame


@dataclass(frozen=True, slots=True)
class Tie:
    """Claims of two articles that report one statement; `repeated` where they do so in the same words."""

    one: Claim
    other: Claim
    repeated: bool

    def seen_from(self, article: str) -> tuple[Claim, Claim]:
        """Give the claim of this article first, then the one of the other article."""
        return (self.one, self.other) if self.one.article == article else (self.other, self.one)


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """The article `before` was published no later than the article `after`."""

    before: str
    after: str


def same_statements(claims: Iterable[Claim], likenesses: Iterable[Likeness]) -> list[Tie]:
    """Pair the claims of two articles that report one statement; surest first."""
    by_id = {claim.id: claim for claim in claims}
    found = []
    for likeness in likenesses:
        one, other = by_id.get(likeness.one), by_id.get(likeness.other)
        if likeness.same and one is not None and other is not None and one.article != other.article:
            found.append((-likeness.contained, -likeness.shared, one.id, other.id, Tie(one, other, likeness.repeated)))
    return [row[-1] for row in sorted(found, key=lambda row: row[:-1])]


def contradicted(ties: Iterable[Tie], frames: Mapping[str, Frame], names: Mapping[str, str]) -> dict[str, tuple[Claim, str]]:
    """Find the statements that two articles report in the same words and put on different days, by claim id, and say so.

    Other wordings may be of another occasion: they prove no contradiction.
    """
    found: dict[str, tuple[Claim, str]] = {}
    for tie in ties:
        for here, there in ((tie.one, tie.other), (tie.other, tie.one)):
            day = said_day(here.said, frames.get(here.article)) if _on_calendar(here, frames) else None
            if not tie.repeated or day is None or here.said is None or there.said is None:
                continue
            second = said_day(there.said, frames.get(there.article)) if _on_calendar(there, frames) else None
            iso = date.fromordinal(day).isoformat()
            if second is not None and second != day:
                says = f"(“{here.said.text}”) and {date.fromordinal(second).isoformat()} (“{there.said.text}”, {names[there.article]})"
                found.setdefault(here.id, (here, f"the same statement is dated {iso} {says}"))
                found.setdefault(there.id, (there, ""))
            elif second is None and landing(there.said.form, day) is not None and not fits(there.said.form, day):
                says = (
                    f"the same statement is dated {iso} (“{here.said.text}”), which “{there.said.text}” in {names[there.article]} cannot be"
                )
                found.setdefault(here.id, (here, says))
                found.setdefault(there.id, (there, ""))
    return found


def _on_calendar(claim: Claim, frames: Mapping[str, Frame]) -> bool:
    frame = frames.get(claim.article)
    return (frame is not None and frame.real) or (frame is None and claim.said is not None and not claim.said.form)


def differing(found: Mapping[str, tuple[Claim, str]], paths: Mapping[str, str]) -> list[Issue]:
    """Put contradictions as issues, each once."""
    return [
        Issue(paths[claim.article], "dates-differ", says, span=claim.said.span)
        for claim, says in found.values()
        if says and claim.said is not None
    ]


_PERFECT = re.compile(r"(?:has|have|’ve|'ve) (?:\w{1,30} )?\w{1,30}(?:ed|id|wn|en|ld|de|ut)\b")


def recalls(ties: Iterable[Tie], articles: Mapping[str, Article]) -> list[Edge]:
    """Put what reports a statement as news ("said") before what recalls it ("has said"); both ways where the articles do."""
    known: dict[str, bool] = {}

    def perfect(claim: Claim) -> bool:
        """Tell whether the cue stands in the present perfect."""
        if claim.id not in known:
            text = articles[claim.article].text
            known[claim.id] = any(_PERFECT.match(" ".join(span.of(text).split())) for span in claim.cue)
        return known[claim.id]

    found = set()
    for tie in ties:
        if tie.one.cue and tie.other.cue and perfect(tie.one) != perfect(tie.other):
            early, late = (tie.other, tie.one) if perfect(tie.one) else (tie.one, tie.other)
            found.add(Edge(early.article, late.article))
    return sorted(found)


def untangled(edges: Sequence[Edge]) -> tuple[list[Edge], list[str]]:
    """Take out what runs in a circle: give the edges that do not, and the articles of those that do."""
    left = list(edges)
    while left:
        into, out = Counter(edge.after for edge in left), Counter(edge.before for edge in left)
        kept = [edge for edge in left if into[edge.before] and out[edge.after]]
        if len(kept) == len(left):
            break
        left = kept
    circle = set(left)
    return [edge for edge in edges if edge not in circle], sorted({name for edge in left for name in (edge.before, edge.after)})


def in_order(names: Sequence[str], edges: Iterable[Edge]) -> tuple[str, ...]:
    """Keep the order of the names, but for those that an edge puts behind another: they follow it."""
    place = {name: number for number, name in enumerate(names)}
    before: dict[str, list[str]] = {}
    for edge in sorted(edges):
        if edge.before in place and edge.after in place:
            before.setdefault(edge.after, []).append(edge.before)
    done: dict[str, None] = {}
    opened: set[str] = set()
    for name in names:
        waiting = [name]
        while waiting:
            at = waiting[-1]
            needed = [] if at in opened else [other for other in before.get(at, ()) if other not in done and other not in opened]
            opened.add(at)
            if needed:
                waiting.extend(sorted(needed, key=lambda other: -place[other]))
            else:
                done[waiting.pop()] = None
    return tuple(done)
