"""The words of an article cut where marks begin and end, so that marks may nest and overlap and the text stays whole."""

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

Layer = Literal["claim", "possible", "figure", "source", "cue"]


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


def cuts(article: Article, passage: Span, highlights: Iterable[Highlight], begun: set[str]) -> list[Cut]:
    """Cut the text of a passage. Joined, the cuts are the passage's text. `begun` holds the ids already given out; new ones are added."""
    inside = sorted(
        (h for h in highlights if h.start < passage.end and passage.start < h.end), key=lambda h: (h.start, -h.end, h.layer, h.anchor)
    )
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
        found.append(Cut(article.text[start:end], tuple(active), anchors))
    return found


def highlights(claims: Iterable[Claim], figures: Sequence[Figure], sayings: dict[str, Saying]) -> dict[str, list[Highlight]]:
    """Give all highlights by article: the words of every claim, its source and cue, and every figure that the brief may show."""
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
        if figure.kind in COMPARED:
            says = one_line(str(figure.reason))
            marks = found.setdefault(figure.span.source, [])
            marks.append(Highlight(f"f-{figure.id}", "figure", figure.span.start, figure.span.end, says))
    return found
