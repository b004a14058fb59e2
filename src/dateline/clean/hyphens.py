"""Words parted at the end of a line: which hyphens only mark the line end ("govern-", "ment") and which belong to the word.

Enters: the pieces of a hard-wrapped text. Leaves: the stretches that are no part of the words, for the view to leave out: hyphen and
line end where the word is one, the line end alone where the hyphen stays. The evidence, in this order: the word written with its hyphen
elsewhere in the text; the word in one elsewhere in the text; the joined word among the commonest of English (`frequencies.tsv`);
both halves being words on their own ("well-known"); else it is one word that the table does not know ("Ooster-huis").
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from dateline.clean.piece import Piece
from dateline.words.loader import rows

_HYPHENS = "-\u2010\u00ac"
"""Hyphen-minus, hyphen, and the sign that some programs put for a hyphen at the line end."""
_LAST = re.compile(r"[^\W_]+$")
_FIRST = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})
"""After these a hyphen is kept with its space: "pre- and post-war"."""

COMMON = 280
"""Least frequency (Zipf times 100) of a joined word that is taken for one. Swept with `WORD` on 700 news texts, nothing else in the text to
tell: of 103,545 words broken at a syllable 280 joins 99.6 % rightly, 320 99.0 %; of 2,444 written with a hyphen 83 % keep it, 84 %."""
WORD = 300
"""Least frequency of a half that is a word on its own (330: 99.7 % joined rightly, but 80 % kept)."""
HALF = 3
"""Letters of the shortest half that tells a word of two: "re", "in", "co" begin words without a hyphen as well."""


def line_end_hyphens(text: str, pieces: Iterable[Piece]) -> list[tuple[int, int]]:
    """Give the stretches at line ends that are no part of the words, in order."""
    places = [(piece, end, start) for piece in pieces for end, start in _broken(text, piece)]
    if not places:
        return []
    written = frozenset(word.lower() for word in _WORD.findall(text))
    return [(end - 1 if _joins(text, (end, start), written) else end, start) for _, end, start in places]


def _broken(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Give the line ends in a piece that part a word: where the line ends (after the hyphen) and where the next begins."""
    for (begins, ends), (after, _) in pairwise(piece.lines):
        if ends - begins > 1 and text[ends - 1] in _HYPHENS and text[ends - 2].isalnum() and text[after].isalnum():
            following = _FIRST.match(text, after)
            if following is not None and following.group() not in _SUSPENDED:
                yield ends, after


def _joins(text: str, place: tuple[int, int], written: frozenset[str]) -> bool:
    """Tell a hyphen that only marks the line end."""
    end, after = place
    before, following = _LAST.search(text, max(0, end - 40), end - 1), _FIRST.match(text, after)
    if before is None or following is None:
        return False
    first, second = before.group(), following.group()
    if not (first.isalpha() and second.isalpha()) or (second[0].isupper() and not first.isupper()):
        return False
    first, second = first.lower(), second.lower()
    if f"{first}-{second}" in written or text[max(0, end - 1 - len(first) - 1)] in _HYPHENS:
        return False
    joined = first + second
    if joined in written or _frequency(joined) >= COMMON:
        return True
    return not all(len(half) >= HALF and _frequency(half) >= WORD for half in (first, second))


@cache
def _frequencies() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in rows("frequencies")}


def _frequency(word: str) -> int:
    return _frequencies().get(word, 0)
