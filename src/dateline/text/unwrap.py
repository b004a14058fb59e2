"""From the raw lines of one passage to the view in which it is read: wrapped lines joined, white space single."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.text.view import View

_BLACK = re.compile(r"[^\s\u00a0\u2028\u2029\ufeff]+")
_SOFT_HYPHENS = re.compile(r"(?:\u00ad[\s\u00a0\u2028\u2029\ufeff]*)+")
_SOFT = "\u00ad"
"""A soft hyphen: no part of the word; the line end that may follow it is none either."""

Stretch = tuple[int, int]


def unwrap(raw: str, start: int, end: int, silent: Sequence[Stretch] = ()) -> View:
    r"""Read `raw[start:end]` as one line: every run of white space is one space, soft hyphens are left out.

    So are the stretches in `silent` (raw offsets, ascending, apart): a hyphen at a line end with that line end, marks of emphasis, the
    address of a link. What stands on either side of one is joined.

    >>> unwrap("  The may\u00ador\n   said  so. ", 0, 26).text
    'The mayor said so.'
    >>> unwrap("The govern-\nment said so.", 0, 25, [(10, 12)]).text
    'The government said so.'
    """
    soft = raw.find(_SOFT, start, end) >= 0
    left_out = _within(silent, start, end) if silent else []
    if not soft and not left_out:
        return _single_spaced(raw, [match.span() for match in _BLACK.finditer(raw, start, end)])
    if soft:
        left_out = sorted([*left_out, *(match.span() for match in _SOFT_HYPHENS.finditer(raw, start, end))])
    return View.build(raw, _pieces(raw, _kept(start, end, left_out)))


def _within(silent: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """Give the stretches that lie in a passage, cut to it."""
    first = bisect_left(silent, (start, start))
    first -= first > 0 and silent[first - 1][1] > start
    found = []
    while first < len(silent) and silent[first][0] < end:
        found.append((max(start, silent[first][0]), min(end, silent[first][1])))
        first += 1
    return found


def _kept(start: int, end: int, left_out: list[Stretch]) -> Iterator[Stretch]:
    for begins, ends in left_out:
        if start < begins:
            yield start, begins
        start = max(start, ends)
    if start < end:
        yield start, end


def _pieces(raw: str, kept: Iterator[Stretch]) -> Iterator[Stretch | str]:
    """Give the words of the stretches that are kept, with a space where there is white space between them."""
    apart, first = False, True
    for start, end in kept:
        at = start
        for word in _BLACK.finditer(raw, start, end):
            if (apart or word.start() > at) and not first:
                yield " "
            yield word.span()
            at, apart, first = word.end(), False, False
        apart = apart or at < end


def _single_spaced(raw: str, words: list[Stretch]) -> View:
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
