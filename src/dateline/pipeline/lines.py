"""JSON Lines in: one object a line, and a clear word for every line that is none."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.model.identity import content_id
from dateline.model.issue import Issue
from dateline.model.source import Source


def objects(lines: Iterable[str], issues: list[Issue]) -> Iterator[dict[str, Any]]:
    """Give the objects with the strings "id" and "text".

    Other lines become fatal issues that name the line. Empty lines are passed over. Half characters (lone surrogates, which JSON can spell
    and no encoding can write) are read as U+FFFD, so that offsets stay; an identity that holds one is none.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        problem = None
        row: Any = None
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            problem = f"no JSON ({error})"
        else:
            problem = _problem(row)
        if problem is None:
            yield {key: _HALF.sub("\ufffd", value) if isinstance(value, str) else value for key, value in row.items()}
        else:
            issues.append(
                Issue(f"line {number}", "bad-line", f'{problem}; a line is {{"id": str, "text": str, "date": str or null}}', fatal=True)
            )


def source_of(row: dict[str, Any]) -> Source:
    """Make a source of a line: its bytes are the text in UTF-8."""
    data = row["text"].encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(content_id("source", sha256), row["id"], sha256, "text/plain", "utf-8", row["text"])


_HALF = re.compile("[\ud800-\udfff]")


def _problem(row: object) -> str | None:
    if not isinstance(row, dict):
        return "no object"
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            return f'no string "{key}"'
    if _HALF.search(row["id"]):
        return 'half a character in "id"'
    date = row.get("date")
    if date is not None and not isinstance(date, str):
        return '"date" is neither a string nor null'
    return None
