"""Words of a text with their offsets, folded so that two prints of one sentence read alike, and shingles of them.

Enters: any text. Leaves: words (lower case, straight quotation marks, no soft hyphens) with half-open offsets into that text, and
64-bit hashes of every few consecutive words that are the same on every machine and in every run.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from zlib import crc32

SHINGLE = 5
"""Words of a shingle: shorter ones match by chance, longer ones miss edited prose (measurements in issue 7)."""

_LETTER = r"[\w\u0300-\u036f]"
_WORD = re.compile(rf"\w{_LETTER}*(?:['’ʼ\-\u2010\u2011\u00ad]{_LETTER}+|(?<=\d)[.,:]\d{_LETTER}*|(?<=\b\w)\.\w\b)*")
"""A word: letters (loose accents too) and digits; inside, apostrophes, hyphens, points of initials and of numbers ("2,600", "U.S")."""

_FOLD = {ord("’"): "'", ord("ʼ"): "'", ord("\u2010"): "-", ord("\u2011"): "-", ord("\u00ad"): None}
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Give the words of `text[start:end]`, folded, each with its offsets in `text`.

    >>> tokens("The Mayor’s “plan”")
    [('the', 0, 3), ("mayor's", 4, 11), ('plan', 13, 17)]
    """
    stop = len(text) if end is None else end
    return [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text, start, stop)]


def fold(word: str) -> str:
    """Fold case, apostrophes and hyphens of one word; compatibility forms (ligatures, full-width letters) become plain ones.

    >>> fold("DON’T")
    "don't"
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word.translate(_FOLD)).casefold()


def word_hashes(words: Iterable[str]) -> list[int]:
    """Hash each word to 32 bits (CRC-32 of its UTF-8 bytes)."""
    return [crc32(word.encode("utf-8", "surrogatepass")) for word in words]


def shingles(words: Sequence[str], size: int = SHINGLE) -> list[int]:
    """Hash every `size` consecutive words to 64 bits: `shingles(words)[i]` stands for `words[i:i + size]`. Collisions are possible.

    >>> one, two = shingles("a b c d e f".split()), shingles("x b c d e f".split())
    >>> [x == y for x, y in zip(one, two)]
    [False, True]
    """
    return rolled(word_hashes(words), size)


def rolled(hashes: Sequence[int], size: int) -> list[int]:
    """Hash every `size` consecutive word hashes (a polynomial modulo 2^64, rolled, after Karp and Rabin 1987)."""
    if size < 1:
        message = f"a shingle has at least one word, got {size}"
        raise ValueError(message)
    if len(hashes) < size:
        return []
    lead = pow(_BASE, size, 1 << 64)
    value = 0
    found: list[int] = []
    for index, word in enumerate(hashes):
        value = (value * _BASE + word) & _MASK
        if index >= size:
            value = (value - hashes[index - size] * lead) & _MASK
        if index >= size - 1:
            found.append(value)
    return found
