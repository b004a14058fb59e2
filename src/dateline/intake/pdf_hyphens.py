"""A hyphen at a line end: part of the word, or put there by the setting? The document decides, then how common the words are."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from dateline.words.loader import rows

_WORD = re.compile(r"\w+(?:[’']\w+)*(?:-\w+(?:[’']\w+)*)*")
_HEAD = re.compile(r"(\w+(?:-\w+)*)[-\u2010\u00ad]$")
_TAIL = re.compile(r"\w+(?:-\w+)*")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "und", "oder"})

RARER = 1.7
"""Powers of ten by which the joined word may be rarer than the rarer of its halves: the best of those tried on 50 words parted within and
70 compounds. A hyphen kept in "re-open" harms less than one lost; a word in two halves harms most."""


@cache
def _frequencies() -> dict[str, float]:
    return {word: int(zipf) / 100 for word, zipf in rows("frequencies")}


class Hyphens:
    """Decides for one document, whose unbroken words are counted."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for line in lines:
            inner = line[:-1].rsplit(None, 1)[0] if line.endswith(("-", "\u2010")) and " " in line else line
            self._seen.update(_WORD.findall(inner.casefold()))

    def joint(self, line: str, after: str) -> str | None:
        """Say what comes between two lines: None where no hyphen ends the first; "" where the hyphen goes; "-" or "- " where it stays."""
        head, tail = _HEAD.search(line), _TAIL.match(after)
        if head is None or tail is None:
            return None
        if line.endswith("\u00ad"):
            return ""
        if not after[0].islower():
            return "-"
        if tail.group() in _SUSPENDED:
            return "- "
        first, second = head.group(1).casefold().rsplit("-", 1)[-1], tail.group().casefold().split("-", 1)[0]
        whole = head.group(1).casefold() + tail.group().casefold()
        parted = f"{head.group(1).casefold()}-{tail.group().casefold()}"
        if self._seen[parted] != self._seen[whole]:
            return "-" if self._seen[parted] > self._seen[whole] else ""
        return "" if _plausible(first, second) else "-"


def _plausible(first: str, second: str) -> bool:
    """Tell whether two halves are one word rather than a compound.

    >>> _plausible("govern", "ment"), _plausible("long", "term")
    (True, False)
    """
    zipf = _frequencies()
    halves = [zipf.get(first), zipf.get(second)]
    if first.isdigit() or (second[:1].isdigit()):
        return False
    joined = zipf.get(first + second)
    known = [half for half in halves if half is not None]
    if len(known) < 2:  # noqa: PLR2004 - both halves
        return True
    return joined is not None and joined >= min(known) - RARER


def is_word(word: str) -> bool:
    """Tell whether a word is in the list of common ones."""
    return word.casefold() in _frequencies()
