"""From the raw lines of one passage to the view in which it is read: wrapped lines joined, white space single."""

import re

from dateline.text.view import View

_WHITE = re.compile(r"[\s\u00a0\u2028\u2029\ufeff]+")
_SOFT = "\u00ad"
"""A soft hyphen: no part of the word; the line end that may follow it is none either."""


def unwrap(raw: str, start: int, end: int) -> View:
    r"""Read `raw[start:end]` as one line: every run of white space is one space, soft hyphens are left out.

    >>> unwrap("  The may\u00ador\n   said  so. ", 0, 26).text
    'The mayor said so.'
    """
    pieces: list[tuple[int, int] | str] = []
    for word in _words(raw, start, end):
        if pieces:
            pieces.append(" ")
        pieces.extend(word)
    return View.build(raw, pieces)


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
