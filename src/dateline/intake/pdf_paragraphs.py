"""From the blocks of all pages to paragraphs: parted at indents, gaps, changes of type and short lines, led on over columns and pages."""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.intake.pdf_columns import Block
from dateline.intake.pdf_lines import Line

ENDS = re.compile(r"[.!?…:][\"'”’»)\]¹²³⁴⁵⁶⁷⁸⁹⁰]*$")
_BULLET = re.compile(r"(?:[-*•‣◦▪●·–—]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_HYPHEN = re.compile(r"\w[-\u2010\u00ad]$")

SAME_SIZE = 0.08
"""Share by which the type of two lines of one paragraph may differ."""

LARGER = 1.12
"""Share of the size of the text from which a line is set larger: 11 on 10 is seldom a heading, 11.5 is."""

SMALLER = 0.93
"""Share of the size of the text below which a line is set smaller."""

SPACED = 1.3
"""Usual distances between lines from which two lines have space between them. Half a line is usual, a quarter happens (6 on 12)."""

INDENT = 0.6
DEEPEST_INDENT = 6.0
"""Type sizes of the least and the largest indent of a first line."""

FEWEST_INDENTS = 3
"""Indents from which a document parts its paragraphs by them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text of a document is set: its type size, whether in bold, and the usual distance of lines in type sizes."""

    size: float
    bold: bool
    leading: float

    def is_text(self, line: Line) -> bool:
        """Tell whether a line is set like the text."""
        return abs(line.size - self.size) <= SAME_SIZE * self.size and line.bold == self.bold


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, in order. `kind` and `says` are what its place or type say of it, if anything.

    `full` says that its last line had no room for another word, `indented` that its first line is set in. `aside` says that it
    stands beside the run of the text (a note, a caption, the edge of a page): a paragraph may go on behind it.
    """

    lines: list[Line]
    full: bool = False
    indented: bool = False
    aside: bool = False
    kind: str | None = None
    says: str = ""

    @property
    def size(self) -> float:
        """Size of its type."""
        return self.lines[0].size

    @property
    def flat(self) -> str:
        """Its words on one line, hyphens as printed."""
        return " ".join(line.text for line in self.lines)


def setting_of(lines: Sequence[Line]) -> Setting:
    """Find the type in which most of the letters are set."""
    weights: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        weights[line.size, line.bold] += len(line.text)
    size, bold = max(weights, key=lambda key: (weights[key], key)) if weights else (10.0, False)
    return Setting(size, bold, 1.2)


def leading_of(blocks: Sequence[Block], setting: Setting) -> float:
    """Find the usual distance between the lines of the text, in type sizes: the lower quarter, for gaps between paragraphs are larger."""
    steps = [
        (before.y - line.y) / setting.size
        for block in blocks
        for before, line in pairwise(block.lines)
        if setting.is_text(before) and setting.is_text(line)
    ]
    return statistics.quantiles(steps, n=4)[0] if len(steps) > 1 else setting.leading


def paragraphs_of(block: Block, setting: Setting) -> list[Paragraph]:
    """Part the lines of a block."""
    left, right = _edge(block), block.right
    found: list[Paragraph] = []
    for before, line in zip([None, *block.lines], block.lines, strict=False):
        indented = INDENT * line.size < line.left - left < DEEPEST_INDENT * line.size
        if before is None or _parted(before, line, (left, right), setting):
            found.append(Paragraph([line], indented=indented))
        else:
            found[-1].lines.append(line)
    for paragraph, after in zip(found, [*found[1:], None], strict=True):
        last = paragraph.lines[-1]
        need = (after.lines[0].first if after is not None else 2.5 * last.size) + 0.25 * last.size
        paragraph.full = right - last.right <= need
    return found


def _edge(block: Block) -> float:
    """Find the left edge of the lines: the leftmost place where a quarter of them begin, else that of the block."""
    lefts = Counter(round(line.left) for line in block.lines)
    common = [left for left, count in lefts.items() if 4 * (count + lefts[left + 1]) >= len(block.lines)]
    return float(min(common)) if common else block.left


def runs_on(before: str, after: str) -> bool:
    """Tell that a sentence goes on: no full stop before, no capital after."""
    return not ENDS.search(before) and (after[:1].islower() or _HYPHEN.search(before) is not None) and not _BULLET.match(after)


def _parted(before: Line, line: Line, edges: tuple[float, float], setting: Setting) -> bool:
    em = max(before.size, line.size)
    if abs(before.size - line.size) > SAME_SIZE * em or before.row or line.row or _BULLET.match(line.text):
        return True
    large = line.size >= LARGER * setting.size
    if before.y - line.y > SPACED * max(setting.leading, 1.25 if large else 0) * em:
        return True
    if large or runs_on(before.text, line.text):
        return False
    return before.bold != line.bold or _begins(before, line, edges)


def _begins(before: Line, line: Line, edges: tuple[float, float]) -> bool:
    """Tell by the edges of a column that a line is the first of a paragraph: it is set in, or the one before is short."""
    left, right = edges
    em = max(before.size, line.size)
    ended = ENDS.search(before.text) is not None
    if (
        INDENT * em < line.left - left < DEEPEST_INDENT * em
        and (before.left - left < INDENT * em or ended)
        and not _BULLET.match(before.text)
    ):
        return True
    room = right - before.right
    if room > line.first + 0.75 * em:
        return ENDS.search(before.text) is not None or room > 0.3 * (right - left)
    return False


def led_on(items: Sequence[Paragraph], setting: Setting) -> list[Paragraph]:
    """Put together what a column, a page, a note or a picture has parted. What stands aside comes after the paragraph it interrupts."""
    own = [item for item in items if not item.aside and setting.is_text(item.lines[0])]
    indents = sum(1 for item in own if item.indented) >= FEWEST_INDENTS
    found: list[Paragraph] = []
    for item in items:
        before = next((held for held in reversed(found) if not held.aside), None)
        if before is not None and not item.aside and _goes_on(before, item, indents=indents, setting=setting):
            before.lines.extend(item.lines)
            before.full = item.full
        else:
            found.append(item)
    return found


def _goes_on(before: Paragraph, item: Paragraph, *, indents: bool, setting: Setting) -> bool:
    last, line = before.lines[-1], item.lines[0]
    if last.row or line.row:
        return False
    if not (setting.is_text(last) and setting.is_text(line)) or before.kind or item.kind or _BULLET.match(line.text):
        return False
    above = last.page == line.page and last.y > line.y and min(last.right, line.right) > max(last.left, line.left)
    if runs_on(last.text, line.text):
        return not above or before.full
    if above or item.indented or not before.full:
        return False
    return not ENDS.search(last.text) or indents
