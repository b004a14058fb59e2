"""Running heads, page numbers and what a browser prints at the edges of its pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dateline.intake.pdf_lines import Line

EDGE_ROWS = 3
"""Rows from the top and from the bottom of a page in which running heads stand."""

SAME_HEIGHT = 3.0
"""Points by which a running head may move from page to page."""

LONGEST = 150
"""Characters of the longest running head."""

_NUMBER = re.compile(r"(?:page|p\.)?\s*[-–—•|]?\s*\d{1,4}\s*[-–—•|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|file)://\S+", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:\s*[AP]M)?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

Said = tuple[str, str]
"""A passage kind, and the sentence that says why."""


def edges_of(pages: Sequence[Sequence[Line]]) -> dict[Line, Said]:
    """Tell the lines that belong to the page, not to the article. `pages` are the lines of each page, from the top down."""
    rows = [[list(row) for _, row in groupby(lines, key=lambda line: line.y)] for lines in pages]
    tops = [(line, "navigation") for page in rows for row in page[:EDGE_ROWS] for line in row]
    feet = [(line, "footer") for page in rows for row in page[EDGE_ROWS:][-EDGE_ROWS:] for line in row]
    found: dict[Line, Said] = {}
    for edge, kind in ((tops, "top"), (feet, "foot")):
        lines = [line for line, _ in edge]
        repeated = _repeated(lines)
        for line, label in edge:
            if line in repeated:
                found[line] = (label, f"it stands at the {kind} of {repeated[line]} pages")
    for page in rows:
        _own_edges(page, found)
    return found


def _repeated(lines: list[Line]) -> dict[Line, int]:
    """Give the lines that stand at the same height on other pages too, but for their figures: and on how many."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if len(line.text) <= LONGEST:
            groups.setdefault(_DIGITS.sub("#", line.text.casefold()), []).append(line)
    found: dict[Line, int] = {}
    for group in groups.values():
        for line in group:
            alike = {other.page for other in group if abs(other.y - line.y) <= SAME_HEIGHT and abs(other.size - line.size) <= 1}
            if len(alike) > 1:
                found[line] = len(alike)
    return found


def _own_edges(rows: list[list[Line]], found: dict[Line, Said]) -> None:
    """Tell what needs no second page: a bare page number, an address or a time of printing in the outermost rows."""
    sizes = Counter(line.size for row in rows for line in row for _ in line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    for row, kind in [*((row, "navigation") for row in rows[:1]), *((row, "footer") for row in rows[1:][-1:])]:
        known = [_NUMBER.fullmatch(line.text) or _ADDRESS.fullmatch(line.text) or _PRINTED.fullmatch(line.text) for line in row]
        if not any(known) or any(line.size > body for line in row):
            continue
        for line, match in zip(row, known, strict=True):
            if match is not None or len(row) > 1:
                found.setdefault(
                    line, (kind, f"“{line.text}” stands at the edge of the page, beside its number, address or time of printing")
                )


def address_of(edges: dict[Line, Said]) -> tuple[str, int] | None:
    """Give the address that a browser printed at the edge of its pages, and the page."""
    for line in sorted(edges, key=lambda line: line.page):
        if _ADDRESS.fullmatch(line.text) and line.text.lower().startswith("http") and "…" not in line.text:
            return line.text, line.page
    return None
