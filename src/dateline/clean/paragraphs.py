"""From the text to its blocks: paragraphs, headings, lines of furniture, each with its lines. Aware of hard wraps at any width.

Greedy wrapping at width W leaves one trace: a line ends only where the first word of the next would not have fitted. So a line that
had room for that word is the last of its paragraph. The width is not known; the longest line bounds it from below, so a break found
here is one at every width. Where the last line of a paragraph happens to be full, nothing tells; then it is joined to the next one
(`furniture` looks inside), except in a text whose paragraphs have mostly one sentence.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.source import Source

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]*_]*$")
_OPEN_ENDED = re.compile(r"\s(?:a|an|the|of|to|for|with|and|or|by|from|at|than|into)$")
_WORD = re.compile(r"\S+")
_HYPHENED = re.compile(r"[^\W_][-\u2010\u00ac]$")
_INSIDE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[A-Z“\"‘])")
_BULLET = re.compile(r"(?:[-*•‣◦▪●·–—]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")

UNSEEN = (
    " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff\x1f"
)
"""White space within a line, and characters that show nothing."""

UNWRAPPED = 1.25
SURE_WRAPS = 3
"""A line this many times as long as the longest of at least three lines that are surely wrapped was not wrapped with them."""

WIDEST = 240
"""Columns beyond which a longest line is a paragraph, not a wrapped line. Text is wrapped at 60 to 120, seldom at 200; paragraphs
have a median of 200 characters, and a text has several, so their longest is beyond 240 in nearly all one-line-a-paragraph texts."""

LOOSEST = 0.35
"""Share of the width by which a line that was surely wrapped may fall short: proportional type pasted from
a page or a PDF falls short by up to a quarter."""

MARGIN = 3
"""Columns by which a line must be shorter than the loosest sure wrap to end a paragraph in text of proportional type."""

LONGEST_HEADLINE = 120
"""Characters of a first line that is no headline any more."""

SURELY_PROSE = 40
"""Characters of the shortest line that may run on into a lower-case line in a text that is not hard-wrapped (an accident of editing)."""


@dataclass(frozen=True, slots=True)
class Block:
    """Half-open offsets of a block, without the white space around it, and of its lines.

    `doubtful` says that it may be two paragraphs: the text parts paragraphs by line ends alone, and its lines are wrapped.
    """

    start: int
    end: int
    lines: tuple[tuple[int, int], ...]
    doubtful: bool = False


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    indent: int
    blank_before: bool
    first: int
    """Length of the first word."""

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Wrap:
    """How a text is wrapped: `width` 0 where it is not; `slack` columns by which lines may fall short; `exact` for monospaced wrapping."""

    width: int
    slack: int
    exact: bool
    single: bool = False
    """Paragraphs of mostly one sentence, not parted by blank lines: a full stop at the end of a full line ends one more often than not."""


def blocks(source: Source) -> list[Block]:
    """Split a source: where it says itself where blocks begin (a page), there; else by blank lines, indents and line lengths."""
    if source.breaks:
        return _at_breaks(source)
    lines = _lines(source.text)
    wrap = _wrapping(source.text, lines)
    found: list[list[_Line]] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        if previous is None or _parts(source.text, previous, line, wrap):
            found.append([line])
        else:
            found[-1].append(line)
    doubtful = wrap.width > 0 and 2 * sum(1 for group in found[1:] if group[0].blank_before) < len(found)
    return [_block(group, doubtful=doubtful) for group in found]


def _block(group: list[_Line], *, doubtful: bool) -> Block:
    return Block(group[0].start, group[-1].end, tuple((line.start, line.end) for line in group), doubtful and len(group) > 1)


def _at_breaks(source: Source) -> list[Block]:
    found = []
    edges = [0, *source.breaks, len(source.text)]
    for start, end in pairwise(edges):
        lines = _lines(source.text[start:end])
        if lines:
            found.append(
                Block(start + lines[0].start, start + lines[-1].end, tuple((start + line.start, start + line.end) for line in lines))
            )
    return found


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    seen = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        core = raw.strip(UNSEEN)
        if not core:
            continue
        indent = len(raw) - len(raw.lstrip(UNSEEN))
        start = match.start() + indent
        blank = bool(found) and match.start() - seen > 1 and len(_BREAK.findall(text, seen, match.start())) > 1
        blank = blank or (bool(found) and "\f" in text[seen : match.start()] and _ENDS.search(text, max(0, seen - 8), seen) is not None)
        found.append(_Line(start, start + len(core), indent, blank, _word_end(text, start, start + len(core))))
        seen = start + len(core)
    return found


def _word_end(text: str, start: int, end: int) -> int:
    """Give the length of the first word of a line."""
    word = _WORD.match(text, start, end)
    return word.end() - start if word is not None else end - start


def _ends(text: str, line: _Line) -> bool:
    return not text[line.end - 1].isalnum() and _ENDS.search(text, max(line.start, line.end - 8), line.end) is not None


def _runs_on(text: str, line: _Line, following: _Line) -> bool:
    """Tell a sure wrap: mid-sentence before the line end, a lower-case word after it."""
    return (
        text[following.start].islower()
        and not following.blank_before
        and not _ends(text, line)
        and not _BULLET.match(text, following.start)
    )


def _need(line: _Line, following: _Line) -> int:
    return line.length + 1 + following.first


def _wrapping(text: str, lines: list[_Line]) -> _Wrap:
    width = _widest(text, lines)
    if width > WIDEST:
        return _Wrap(0, 0, exact=False)
    short = sorted(width - _need(line, after) for line, after in pairwise(lines) if _runs_on(text, line, after))
    good = [by for by in short if by <= LOOSEST * width]
    if not good or len(good) * 2 < len(short):
        blank = sum(1 for line in lines if line.blank_before)
        if 3 * blank >= len(lines) - 1 > blank:
            return _Wrap(width, 0, exact=True)
        full = any(_full(text, lines, i, width) for i in range(len(lines) - 1))
        return _Wrap(width, 0, exact=True, single=True) if full else _Wrap(0, 0, exact=False)
    loosest = good[min(len(good) - 1, int(len(good) * 0.95))]
    exact = loosest < 0
    return _Wrap(width, max(0, loosest), exact=exact, single=exact and _single(text, lines, width))


def _widest(text: str, lines: list[_Line]) -> int:
    """Length of the longest line, those aside that are far longer than any line that is surely wrapped: they were put in unwrapped."""
    lengths = [line.length for line in lines if line.first < line.length]
    sure = [line.length for line, after in pairwise(lines) if _runs_on(text, line, after)]
    most = UNWRAPPED * max(sure) if len(sure) >= SURE_WRAPS else math.inf
    return max((length for length in lengths if length <= most), default=0)


def _full(text: str, lines: list[_Line], index: int, width: int) -> bool:
    """Tell a line that was wrapped before a name or a number: full, long, mid-sentence, and the next one ends a sentence."""
    line, after = lines[index], lines[index + 1]
    if index == 0 and line.length < LONGEST_HEADLINE and 2 * after.length > width:
        return False
    return (
        line.length >= SURELY_PROSE
        and _need(line, after) > width
        and not after.blank_before
        and not _ends(text, line)
        and _ends(text, after)
    )


def _single(text: str, lines: list[_Line], width: int) -> bool:
    """Tell a text with more ends of paragraphs than of sentences inside them (both seen where nothing is in doubt)."""
    ends = sum(1 for line, after in pairwise(lines) if not after.blank_before and width >= _need(line, after) and _ends(text, line))
    blank = sum(1 for line in lines if line.blank_before)
    inside = sum(len(_INSIDE.findall(text, line.start, line.end)) for line in lines)
    return ends > blank and ends > inside


def _parts(text: str, line: _Line, following: _Line, wrap: _Wrap) -> bool:
    """Tell whether a block ends between two neighbouring lines."""
    parted = text[following.start].isalnum() and _HYPHENED.search(text, max(line.start, line.end - 2), line.end) is not None
    if following.blank_before or (not parted and (following.indent > line.indent or _BULLET.match(text, following.start))):
        return True
    if parted or _OPEN_ENDED.search(text, max(line.start, line.end - 8), line.end):
        return False
    if _runs_on(text, line, following):
        return wrap.width == 0 and line.length < SURELY_PROSE
    short = wrap.width - _need(line, following)
    if wrap.width == 0:
        return True
    if wrap.exact:
        return short >= 0 or (wrap.single and _ends(text, line) and not text[line.start : line.end].endswith(("...", "…")))
    return short > (wrap.slack + MARGIN if _ends(text, line) else LOOSEST * wrap.width)
