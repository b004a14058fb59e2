"""What a telling is about: its telling words and pairs of words, weighed by how rare they are in English, never by the pile at hand.

Enters: a telling. Leaves: a unit vector over words and pairs of neighbouring words. Method: TF-IDF (Salton & Buckley 1988), with
document frequencies worked out from the shipped word frequencies, and with the beginning of the text counting more than its end.
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.link.telling import Telling
from dateline.words.loader import rows

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W\d_]+)?")

DOCUMENT = 300
"""Words of the document for which frequencies are turned into document frequencies. 1,000 in its place costs .002 (mean B-cubed F1)."""

UNKNOWN = 2.2
"""Zipf frequency of a word that the table lacks: just below its rarest."""

COMMON = 6.0
"""Zipf frequency (a thousand in a million words) above which a word tells nothing, nor does a pair that holds it. 5.5 to 6.3 do alike."""

STEEP = 1.5
"""Power of the weight of rarity. Mean F1 over the three dev sets at one threshold: 1.0 .935, 1.3 .938, 1.5 .943."""

HALF = 150
"""Words over which the weight of the place in the text falls by half on its way from 1 to `FLOOR`: news says first what it is about."""

FLOOR = 0.3
"""Weight of the place far down in the text. 1.0 (no decay) .925, 0.3 .929, 0.1 .932, but 0.1 loses more on the short texts."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A telling's unit vector (`weights`), the words in it that are names and numbers, and its first and last possible day (ordinals)."""

    id: str
    title: str
    weights: dict[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    days: tuple[int, int] | None


@cache
def _rarities() -> dict[str, float]:
    return {word: _rarity(int(zipf) / 100) for word, zipf in rows("frequencies")}


def _rarity(zipf: float) -> float:
    """Turn a Zipf frequency into minus the logarithm of the share of documents that have the word; 0 for a common one."""
    if zipf > COMMON:
        return 0.0
    frequency = 10 ** (zipf - 9)
    return -math.log(-math.expm1(DOCUMENT * math.log1p(-frequency)))


@cache
def _unknown() -> float:
    return _rarity(UNKNOWN)


def profile(telling: Telling) -> Profile:
    """Weigh the words of a telling, its title first."""
    title = " ".join((telling.title or "").split())
    text = f"{telling.title}\n{telling.text}" if telling.title else telling.text
    rarities, unknown = _rarities(), _unknown()
    counts: dict[str, float] = {}
    rarity_of: dict[str, float] = {}
    capital: dict[str, int] = {}
    before, before_rarity = "", 0.0
    for index, written in enumerate(_WORD.findall(text)):
        word = written.lower().replace("’", "'").removesuffix("'s")
        rarity = rarities.get(word, unknown)
        if rarity:
            place = FLOOR + (1 - FLOOR) * 2 ** (-(index + 1) / HALF)
            counts[word] = counts.get(word, 0.0) + place
            rarity_of[word] = rarity**STEEP
            capital[word] = capital.get(word, 0) + (1 if written[0].isupper() else -1)
            if before_rarity:
                pair = f"{before} {word}"
                counts[pair] = counts.get(pair, 0.0) + place
                rarity_of[pair] = min(14.0, before_rarity + rarity / 2)
        before, before_rarity = word, rarity
    weights = {word: rarity_of[word] * math.log1p(1.7 * count) for word, count in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    names = frozenset(word for word, balance in capital.items() if balance > 0 and not word[0].isdigit())
    numbers = frozenset(word for word in capital if word[0].isdigit())
    return Profile(telling.id, title, {word: weight / length for word, weight in weights.items()}, names, numbers, days_of(telling.date))


def days_of(value: str | None) -> tuple[int, int] | None:
    """Give the first and last day (ordinals) of a year, month or day; None for what is none of them.

    >>> days_of("2024-02") == (date(2024, 2, 1).toordinal(), date(2024, 2, 29).toordinal())
    True
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", value or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        if day is not None:
            return first.toordinal(), first.toordinal()
        ended = first.replace(year=first.year + 1) if month is None else first.replace(year=first.year + month // 12, month=month % 12 + 1)
    except ValueError:
        return None
    return first.toordinal(), ended.toordinal() - 1
