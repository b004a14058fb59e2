"""How words are compared: case, style of quotation marks and endings of inflection set aside."""

import re
import unicodedata
from functools import lru_cache

_MARKS = str.maketrans({"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "‐": "-", "‑": "-"})
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:'[^\W\d_]+)?")


def fold(text: str) -> str:
    r"""Lower case, plain quotation marks and hyphens, single spaces.

    >>> fold("The  “Mayor’s” Office")
    'the "mayor\'s" office'
    """
    return _fold(text) if len(text) > SHORT else _remembered(text)


SHORT = 64
"""Characters of a text that is remembered once it is folded: names are asked for again and again."""


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_MARKS).casefold().split())


_remembered = lru_cache(maxsize=4096)(_fold)


def terms(text: str) -> list[str]:
    """Give the words of a text, folded, in order: letters (without a possessive ending), or a whole number.

    >>> terms("The port’s 2,400 boats")
    ['the', 'port', '2,400', 'boats']
    """
    return _terms(text) if len(text) > SHORT else list(_remembered_terms(text))


def _terms(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=4096)
def _remembered_terms(text: str) -> tuple[str, ...]:
    return tuple(_terms(text))


SHORTEST = 3
"""Letters that must be left of a word for an ending to be cut."""


def stem(word: str) -> str:
    """Cut the common endings of inflection, so that "opened", "opening" and "opens" meet. For comparison only.

    >>> [stem(word) for word in ("opened", "opening", "opens", "cities", "denied", "stopped")]
    ['open', 'open', 'open', 'city', 'deny', 'stop']
    """
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST and not (ending == "s" and base.endswith(("s", "u", "i"))):
            short = base + instead
            if ending in ("ing", "ed") and len(short) > SHORTEST and short[-1] == short[-2] and short[-1] not in "lsz":
                short = short[:-1]
            return short.removesuffix("e") if len(short) > SHORTEST else short
    return word.removesuffix("e") if len(word) > SHORTEST + 1 else word


def stems(text: str, leave: frozenset[str] = frozenset()) -> list[str]:
    """Give the stems of the words of a text, in order, without the words in `leave`."""
    return [stem(word) for word in terms(text) if word not in leave]
