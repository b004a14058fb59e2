"""Story ids for texts, a line in, a line out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from dateline.clean.article import passages_of
from dateline.link.stories import cluster as stories_of
from dateline.link.telling import Telling
from dateline.model.passage import PROSE
from dateline.pipeline.annotate import source_of
from dateline.pipeline.lines import objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model.issue import Issue

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def cluster(lines: Iterable[str], issues: list[Issue]) -> Iterator[str]:
    """Give `{"id", "story"}` for each good line, in order, once all are read."""
    tellings = []
    for row in objects(lines, issues):
        text = row["text"]
        prose = "\n\n".join(text[p.span.start : p.span.end].strip() for p in passages_of(source_of(row)) if p.kind in PROSE)
        date = row.get("date")
        date = date[:10] if isinstance(date, str) and _DATE.fullmatch(date[:10]) else None
        title, outlet = row.get("title"), row.get("outlet")
        tellings.append(
            Telling(row["id"], prose, title if isinstance(title, str) else None, date, outlet if isinstance(outlet, str) else None)
        )
    found = stories_of(tellings)
    for telling in tellings:
        yield json.dumps({"id": telling.id, "story": found[telling.id]}, ensure_ascii=False)
