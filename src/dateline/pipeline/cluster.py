"""Story ids for texts, a line in, a line out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from dateline.clean.article import passages_of
from dateline.link.stories import cluster as stories_of
from dateline.link.telling import TOLD, Telling
from dateline.pipeline.lines import objects, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model.issue import Issue

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def cluster(lines: Iterable[str], issues: list[Issue]) -> Iterator[str]:
    """Give `{"id", "story"}` for each good line, in order, once all are read."""
    tellings = []
    for row in objects(lines, issues):
        text, title, date, outlet = row["text"], _string(row, "title"), row.get("date"), _string(row, "outlet")
        passages = [(p.kind, text[p.span.start : p.span.end].strip()) for p in passages_of(source_of(row))]
        # As `telling_of` does for articles: the headline counts once, wherever it is given.
        title = title or next((words for kind, words in passages if kind == "title"), None)
        told = "\n\n".join(words for kind, words in passages if kind in TOLD)
        date = date[:10] if isinstance(date, str) and _DATE.fullmatch(date[:10]) else None
        tellings.append(Telling(row["id"], told, title, date, outlet))
    found = stories_of(tellings)
    for telling in tellings:
        yield json.dumps({"id": telling.id, "story": found[telling.id]}, ensure_ascii=False)


def _string(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) else None
