"""From the words of a page to its lines: words on one foot, parted where a gutter runs between columns."""

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.intake.pdf_hyphens import is_word
from dateline.intake.pdf_words import Word

SAME_FOOT = 0.25
"""Share of the type size by which the feet of words on one line may differ."""

WIDE = 2.5
"""Type sizes of a gap that is none between words, however the line is stretched."""

APART = 0.6
"""Type sizes of a gap that parts two words which are not stored one after the other: most files store column after column."""

GUTTER = 0.6
"""Type sizes of the narrowest gutter. The narrowest in print are one size wide; what is left of them beside a long line is less."""

LONGEST_MARK = 4
"""Type sizes between the mark of a list and its item."""

FEWEST_CELLS = 2
FEWEST_ROWS = 3
LONGEST_CELLS = 18
"""A table has three rows of two cells at least, whose cells have at most this many letters on average: columns of print have 25."""

_MARK = re.compile(r"[-*•‣◦▪●·–—]|\(?(?:\d{1,3}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?")

FEWEST_ALIGNED = 4
"""Lines in which a gap must end at one place to be a gutter: three words below each other happen in any text, with gaps of this width
four hardly do. Set by reading pages, not by a sweep."""

MOST_CROSSING = 0.34
"""Share of the lines between the first and the last of them that may run across a gutter: headlines and pictures' captions do."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of one column, left to right, in upright coordinates; with `row` a row of a table, tabs between its cells."""

    words: tuple[Word, ...]
    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    italic: bool
    page: int
    row: bool = False

    @property
    def top(self) -> float:
        """Where its capitals end."""
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Where its descenders end."""
        return self.y - 0.25 * self.size

    @property
    def first(self) -> float:
        """Width of the first word."""
        return self.words[0].right - self.words[0].left


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Make lines of upright words, from the top down and from left to right."""
    rows = _rows(words)
    gutters = _gutters(rows)
    found: list[list[Line]] = []
    for row in rows:
        group = [row[0]]
        cells: list[Line] = []
        for before, word in pairwise(row):
            if _parted(before, word, gutters):
                cells.append(line_of(group, page))
                group = []
            group.append(word)
        found.append([*cells, line_of(group, page)])
    return [line for part in _tables(found) for line in part]


def _tables(rows: list[list[Line]]) -> Iterator[list[Line]]:
    """Put the cells of tables together, row by row; give all other lines as they are."""
    held: list[list[Line]] = []
    for row in [*rows, []]:
        goes_on = len(row) >= FEWEST_CELLS and (not held or held[-1][0].y - row[0].y <= WIDE * row[0].size)
        if held and not goes_on:
            yield from ([_row(cells)] for cells in held) if _is_table(held) else held
            held = []
        if len(row) >= FEWEST_CELLS:
            held.append(row)
        elif row:
            yield row


def _is_table(rows: list[list[Line]]) -> bool:
    cells = [cell for row in rows for cell in row]
    return len(rows) >= FEWEST_ROWS and sum(len(cell.text) for cell in cells) <= LONGEST_CELLS * len(cells)


def _row(cells: list[Line]) -> Line:
    whole = line_of([word for cell in cells for word in cell.words], cells[0].page)
    return replace(whole, text="\t".join(cell.text for cell in cells), row=True)


def line_of(words: Iterable[Word], page: int) -> Line:
    """Make a line of words, in the order given."""
    held = tuple(words)
    weights: dict[float, int] = {}
    for word in held:
        if not word.dropped or len(held) == 1:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
    size = max(weights, key=lambda key: (weights[key], key))
    feet = [word.y for word in held if word.size == size and not word.raised and not word.dropped] or [held[0].y]
    return Line(
        held,
        _text(held),
        min(word.left for word in held if not word.dropped or len(held) == 1),
        max(word.right for word in held),
        statistics.median_low(feet),
        size,
        all(word.bold for word in held if not (word.raised or word.dropped)),
        all(word.italic for word in held if not (word.raised or word.dropped)),
        page,
    )


def _text(words: tuple[Word, ...]) -> str:
    parts = [words[0].text]
    for before, word in pairwise(words):
        if is_gap(before, word):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def is_gap(before: Word, word: Word) -> bool:
    """Tell whether there is a space between two neighbours on a line."""
    gap = word.left - before.right
    if before.dropped:
        return before.text.isalpha() and not is_word(before.text + word.text) and before.text in {"A", "I"}
    return gap > 0.12 * min(before.size, word.size) or (word.spaced and word.number == before.number + 1 and gap > -0.1 * word.size)


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Group words by their feet, each row from left to right.

    A raised figure goes with the word it is stored after, a large initial with the one before which it is stored.
    """
    at: dict[int, int] = {}
    rows: list[list[Word]] = []
    feet: list[float] = []
    held = list(words)
    for word in sorted((word for word in held if not (word.raised or word.dropped)), key=lambda word: (-word.y, word.number)):
        if rows and feet[-1] - word.y <= SAME_FOOT * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
            feet.append(word.y)
        at[word.number] = len(rows) - 1
    for word in held:
        if word.raised or word.dropped:
            near = [at.get(word.number + 1)] if word.dropped else [at.get(word.number - 1), at.get(word.number + 1)]
            row = next((number for number in near if number is not None), None)
            if row is None:
                rows.append([word])
                row = len(rows) - 1
            else:
                rows[row].append(word)
            at[word.number] = row
    return [sorted(row, key=lambda word: (word.left, word.number)) for row in rows]


def _parted(before: Word, word: Word, gutters: list[tuple[float, float, float]]) -> bool:
    em = min(before.size, word.size)
    gap = word.left - before.right
    if gap < APART * em or (gap < LONGEST_MARK * em and _MARK.fullmatch(before.text)):
        return False
    if gap >= WIDE * em or word.number != before.number + 1:
        return True
    return any(abs(word.left - left) <= 0.2 * em and low - em <= word.y <= high + em for left, low, high in gutters)


def _gutters(rows: list[list[Word]]) -> list[tuple[float, float, float]]:
    """Find where columns begin: (left edge, lowest foot, highest foot), where gaps of several lines end below each other."""
    ends: list[tuple[float, int, float]] = []
    for number, row in enumerate(rows):
        for before, word in pairwise(row):
            em = min(before.size, word.size)
            if word.left - before.right >= GUTTER * em:
                ends.append((word.left, number, em))
    ends.sort()
    found: list[tuple[float, float, float]] = []
    start = 0
    for stop in range(1, len(ends) + 1):
        if stop < len(ends) and ends[stop][0] - ends[stop - 1][0] <= 0.1 * ends[stop][2]:
            continue
        group = ends[start:stop]
        start = stop
        inside = sorted({row for _, row, _ in group})
        if len(inside) < FEWEST_ALIGNED:
            continue
        left, em = statistics.median(end for end, _, _ in group), group[0][2]
        between = range(inside[0], inside[-1] + 1)
        crossing = sum(1 for row in between if any(word.left < left - 0.1 * em and word.right > left - GUTTER * em for word in rows[row]))
        if crossing <= MOST_CROSSING * len(between):
            found.append((left, rows[inside[-1]][0].y, rows[inside[0]][0].y))
    return found
