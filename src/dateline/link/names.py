"""Two written forms of one name: letters of other scripts come into Latin ones in several ways.

Enters: names as written. Leaves: whether they may be one name, and why. Only whole words that a table (words/transliterations.tsv), loose
accents or the Slavic endings -i, -y, -iy account for: names that merely look alike ("Hansen", "Hanson") are two.
"""

import unicodedata
from functools import cache

from dateline.text.fold import fold
from dateline.words.loader import rows

_ENDINGS = ("skyy", "skyi", "skiy", "skij", "skii", "sky", "ski"), ("skaya", "skaia", "skaja")
_ARTICLES = ("al-", "el-", "as-", "ad-", "ar-", "an-", "ash-", "az-")
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ʿ": "", "ʾ": "", "`": "'"}
)

SHORTEST = 4
"""Letters that must stand before "-sky" for the ending to be taken as one."""


@cache
def _forms() -> dict[str, str]:
    """Give the first form of its line for each written form, accents left out."""
    found: dict[str, str] = {}
    for (line,) in rows("transliterations"):
        forms = [_bare(form) for form in line.split("|")]
        for form in forms:
            found.setdefault(form, forms[0])
    return found


def _bare(word: str) -> str:
    """Fold a name and take its accents off."""
    folded = unicodedata.normalize("NFKD", fold(word)).translate(_PLAIN)
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


@cache
def _key(word: str) -> str:
    known = _forms().get(word)
    if known is not None:
        return known
    for article in _ARTICLES:
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= SHORTEST:
            return _key(rest)
    for endings in _ENDINGS:
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                return word.removesuffix(ending) + endings[-1]
    return word


def spelling_key(name: str) -> str:
    """Give what all written forms of one name have in common: equal keys, one name.

    >>> spelling_key("Yury Malinovskyy") == spelling_key("Yuriy Malinovsky")
    True
    """
    bare = _bare(name)
    whole = _forms().get(bare)
    return whole if whole is not None else " ".join(_key(word) for word in bare.split())


def same_spelling(one: str, other: str) -> bool:
    """Tell whether two names are one name in two ways of writing, word by word in the same order. Case and accents count for nothing.

    >>> same_spelling("Mohammed", "Muhammad"), same_spelling("Mohammed Amin", "Muhammad Amir")
    (True, False)
    """
    return spelling_key(one) == spelling_key(other)


def spelling_reason(one: str, other: str) -> str | None:
    """Say why two names that are written differently are one, None where they are not, or are written alike."""
    if fold(one) == fold(other) or not same_spelling(one, other):
        return None
    return f"“{one}” and “{other}” are two ways of writing one name"
