"""Stand-off marks for texts, a line in, a line out, in order, with as many processes as are wanted."""

from __future__ import annotations

import json
import re
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

from dateline.clean.article import clean
from dateline.pipeline.desk import Desk
from dateline.pipeline.given import published
from dateline.pipeline.lines import objects, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model.article import Article
    from dateline.model.attribution import Attribution
    from dateline.model.claim import Claim
    from dateline.model.issue import Issue
    from dateline.model.marks import Marks
    from dateline.model.span import Span

CHUNK = 16
"""Lines that are read ahead: their sentences are parsed together, and a process takes them at once."""
CHARACTERS = 500_000
"""A chunk ends early once its texts are longer than this: bounds the memory where the texts are long."""
AHEAD = 3
"""Chunks in the queue for each process: bounds the memory, whatever the length of the input."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def annotate(lines: Iterable[str], *, nested: bool, issues: list[Issue], jobs: int) -> Iterator[str]:
    """Give a line of marks for each good line."""
    chunks = _chunks(objects(lines, issues))
    if jobs == 1:
        for chunk in chunks:
            yield from _marked(chunk, nested=nested)
        return
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[str]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_marked, chunk, nested=nested))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        chunk.append(row)
        size += len(row["text"])
        if len(chunk) == CHUNK or size > CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _marked(rows: list[dict[str, Any]], *, nested: bool) -> list[str]:
    articles = [_article(row) for row in rows]
    marks = Desk().marks_of(articles)
    return [_line(row["id"], article, found, nested=nested) for row, article, found in zip(rows, articles, marks, strict=True)]


def _article(row: dict[str, Any]) -> Article:
    date = row.get("date")
    return clean(source_of(row), published(date if date is not None and _DATE.fullmatch(date) else None))


def _line(name: str, article: Article, marks: Marks, *, nested: bool) -> str:
    claims = {claim.id: claim for claim in marks.claims}
    shown = [item for item in marks.attributions if nested or item.inside is None]
    return json.dumps(
        {
            "id": name,
            "attributions": [_attribution(item, claims[item.id]) for item in shown],
            "moments": [
                {"start": m.span.start, "end": m.span.end, "type": m.type, "value": m.value, "reason": str(m.reason)}
                for m in marks.moments
                if m.span is not None
            ],
            "figures": [
                {
                    "start": f.span.start,
                    "end": f.span.end,
                    "low": f.low,
                    "high": f.high,
                    "bound": f.bound,
                    "unit": f.unit,
                    "of": f.of,
                    "kind": f.kind,
                }
                for f in marks.figures
            ],
            "passages": [{"start": p.span.start, "end": p.span.end, "kind": p.kind} for p in article.passages],
        },
        ensure_ascii=False,
    )


def _attribution(item: Attribution, claim: Claim) -> dict[str, Any]:
    return {
        "source": _pairs(item.source),
        "cue": _pairs(item.cue),
        "content": _pairs(item.content),
        "manner": item.manner,
        "speaker": " and ".join(party.name for party in claim.speakers) or None,
        "via": [party.name for party in claim.via],
        "act": item.act,
        "confidence": item.confidence,
        "reason": str(item.reason),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
