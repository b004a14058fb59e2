"""Stand-off marks for texts, a line in, a line out, in order, with as many processes as are wanted."""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.clean.article import clean
from dateline.model.identity import content_id
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.pipeline.desk import Desk
from dateline.pipeline.lines import objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model.attribution import Attribution
    from dateline.model.claim import Claim
    from dateline.model.issue import Issue
    from dateline.model.span import Span

CHUNK = 16
"""Lines a process takes at once."""
AHEAD = 3
"""Chunks in the queue for each process: bounds the memory, whatever the length of the input."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def annotate(lines: Iterable[str], *, nested: bool, issues: list[Issue], jobs: int) -> Iterator[str]:
    """Give a line of marks for each good line."""
    rows = objects(lines, issues)
    if jobs == 1:
        for row in rows:
            yield _line(row, nested=nested)
        return
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[str]]] = deque()
        while chunk := list(islice(rows, CHUNK)):
            waiting.append(pool.submit(_chunk, chunk, nested=nested))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunk(rows: list[dict[str, Any]], *, nested: bool) -> list[str]:
    return [_line(row, nested=nested) for row in rows]


def source_of(row: dict[str, Any]) -> Source:
    """Make a source of a line: its bytes are the text in UTF-8."""
    data = row["text"].encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(content_id("source", sha256), row["id"], sha256, "text/plain", "utf-8", row["text"])


def _line(row: dict[str, Any], *, nested: bool) -> str:
    date = row.get("date")
    published = None
    if date is not None and _DATE.fullmatch(date):
        published = Moment(None, date, "DATE", date, "", Reason("published.given", f"given with the text: {date}"))
    article = clean(source_of(row), published)
    marks = Desk().marks(article)
    claims = {claim.id: claim for claim in marks.claims}
    shown = [item for item in marks.attributions if nested or item.inside is None]
    return json.dumps(
        {
            "id": row["id"],
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
