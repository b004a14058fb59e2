"""From the raw lines of one passage to the view in which it is read: wrapped lines joined, white space single."""

import re

from dateline.text.view import View

_WHITE = re.compile(r"[\s\u00a0\u2028\u2029\ufeff]+")
_BLACK = re.compile(r"[^\s\u00a0\u2028\u2029\ufeff]+")
_SOFT = "\u00ad"
"""A soft hyphen: no part of the word; the line end that may follow it is none either."""


def unwrap(raw: str, start: int, end: int) -> View:
    r"""Read `raw[start:end]` as one line: every run of white space is one space, soft hyphens are left out.

    >>> unwrap("  The may\u00ador\n   said  so. ", 0, 26).text
    'The mayor said so.'
    """
    if raw.find(_SOFT, start, end) < 0:
        return _single_spaced(raw, [match.span() for match in _BLACK.finditer(raw, start, end)])
    pieces: list[tuple[int, int] | str] = []
    for word in _words(raw, start, end):
        if pieces:
            pieces.append(" ")
        pieces.extend(word)
    return View.build(raw, pieces)


def _single_spaced(raw: str, words: list[tuple[int, int]]) -> View:
    """Give the view of words with a space between each two: what `View.build` gives, at half the price."""
    starts: list[int] = []
    raws: list[int | None] = []
    at = 0
    for start, end in words:
        if starts:
            starts.append(at)
            raws.append(None)
            at += 1
        starts.append(at)
        raws.append(start)
        at += end - start
    return View(" ".join([raw[start:end] for start, end in words]), tuple(starts), tuple(raws))


def _words(raw: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    words: list[list[tuple[int, int]]] = []
    at = start
    glued = False
    while at < end:
        gap = _WHITE.match(raw, at, end)
        if gap:
            at = gap.end()
            continue
        gap = _WHITE.search(raw, at, end)
        stop = gap.start() if gap else end
        pieces = _without_soft(raw, at, stop)
        if glued and words:
            words[-1].extend(pieces)
        elif pieces:
            words.append(pieces)
        glued = raw[stop - 1] == _SOFT
        at = stop
    return words


def _without_soft(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    at = start
    for index in range(start, end + 1):
        if index == end or raw[index] == _SOFT:
            if at < index:
                pieces.append((at, index))
            at = index + 1
    return pieces
