"""The words of an article cut where marks begin and end, so that marks may nest and overlap and the text stays whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.figure import COMPARED, Figure
from dateline.model.span import Span
from dateline.sheets.excerpt import one_line
from dateline.sheets.saying import Saying

Layer = Literal["claim", "possible", "figure", "number", "source", "cue"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch to be marked: the id that links lead to, what it is, and what its label says."""

    anchor: str
    layer: Layer
    start: int
    end: int
    says: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of text under the same highlights throughout; `anchors` are the ids of those that begin here."""

    text: str
    highlights: tuple[Highlight, ...]
    anchors: tuple[str, ...]


def cuts(article: Article, highlights: Iterable[Highlight]) -> list[list[Cut]]:
    """Cut the text of each passage, in order. Joined, the cuts of a passage are its text. Every id begins once."""
    shares: list[list[Highlight]] = [[] for _ in article.passages]
    starts = [passage.span.start for passage in article.passages]
    for mark in sorted(highlights, key=lambda h: (h.start, -h.end, h.layer, h.anchor)):
        first = max(bisect_right(starts, mark.start) - 1, 0)
        for index in range(first, bisect_left(starts, mark.end)):
            shares[index].append(mark)
    begun: set[str] = set()
    return [_cuts(article.text, passage.span, share, begun) for passage, share in zip(article.passages, shares, strict=True)]


def _cuts(text: str, passage: Span, inside: list[Highlight], begun: set[str]) -> list[Cut]:
    edges = {passage.start, passage.end}
    edges.update(max(h.start, passage.start) for h in inside)
    edges.update(min(h.end, passage.end) for h in inside)
    found: list[Cut] = []
    active: list[Highlight] = []
    waiting = iter(inside)
    following = next(waiting, None)
    for start, end in pairwise(sorted(edges)):
        active = [h for h in active if h.end > start]
        while following is not None and following.start <= start:
            active.append(following)
            following = next(waiting, None)
        anchors = tuple(dict.fromkeys(h.anchor for h in active if h.anchor and h.anchor not in begun))
        begun.update(anchors)
        found.append(Cut(text[start:end], tuple(active), anchors))
    return found


def highlights(claims: Iterable[Claim], figures: Sequence[Figure], sayings: dict[str, Saying]) -> dict[str, list[Highlight]]:
    """Give all highlights by article: the words of every claim, its source and cue, and every figure (an age: a place to link to)."""
    found: dict[str, list[Highlight]] = {}
    for claim in claims:
        said = sayings[claim.id]
        layer: Layer = "claim" if said.sure else "possible"
        says = one_line(f"{said.subject} {said.did} ({said.reason})")
        marked: list[tuple[str, Layer, tuple[Span, ...]]] = [(f"c-{claim.id}", layer, claim.content)]
        marked += [("", "source", claim.source), ("", "cue", claim.cue)]
        for anchor, name, spans in marked:
            found.setdefault(claim.article, []).extend(Highlight(anchor, name, span.start, span.end, says) for span in spans)
    for figure in figures:
        marked_as: Layer = "figure" if figure.kind in COMPARED else "number"
        highlight = Highlight(f"f-{figure.id}", marked_as, figure.span.start, figure.span.end, one_line(str(figure.reason)))
        found.setdefault(figure.span.source, []).append(highlight)
    return found
