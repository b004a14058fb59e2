"""What a telling is about: its telling words, weighed by how rare they are in English, never by the pile at hand.

Enters: a telling. Leaves: three unit vectors, of all telling words, of the names among them, and of the words it opens with. Method: TF-IDF
(Salton & Buckley 1988), with document frequencies worked out from the shipped word frequencies; the beginning counts more than the end.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.link.telling import Telling
from dateline.words.loader import rows

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W\d_]+)?")

DOCUMENT = 300
"""Words of the document for which frequencies are turned into document frequencies. 1,000 in its place costs .002 (mean B-cubed F1)."""

UNKNOWN = 2.2
"""Zipf frequency of a word that the table lacks: just below its rarest. Numbers are such words."""

COMMON = 6.0
"""Zipf frequency (a thousand in a million words) above which a word tells nothing. 5.5 to 6.3 do alike."""

STEEP = 1.5
"""Power of the weight of rarity. Mean F1 over the three dev sets at one threshold: 1.0 .935, 1.3 .938, 1.5 .943."""

HALF = 150
"""Words over which the weight of the place in the text falls by half on its way from 1 to `FLOOR`: news says first what it is about."""

FLOOR = 0.3
"""Weight of the place far down in the text. 1.0 (no decay) .925, 0.3 .929, 0.1 .932, but 0.1 loses more on the short texts."""

READ = 400
"""Words that are read, title included: the rest of a long piece is background. All of them in its place changes nothing (.001)."""

LONGEST = 4_000
"""Characters that are looked at to find them, so that a text of megabytes costs no more than its beginning."""

OPENING = 40
"""Words, title included, that make the opening. 60 and 100 do alike."""

KNOWN = 200_000
"""Written forms that a profiler remembers, at most."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The unit vectors of a telling: all telling `words`, `names`, `opening`; its `numbers`; its first and last possible day."""

    id: str
    title: str
    words: Mapping[str, float]
    names: Mapping[str, float]
    opening: Mapping[str, float]
    numbers: frozenset[str]
    days: tuple[int, int] | None


@cache
def _rarities() -> dict[str, float]:
    return {word: rarity(int(zipf) / 100) for word, zipf in rows("frequencies")}


@cache
def _places() -> tuple[float, ...]:
    return tuple(FLOOR + (1 - FLOOR) * 2 ** (-(index + 1) / HALF) for index in range(READ))


def rarity(zipf: float) -> float:
    """Turn a Zipf frequency into minus the logarithm of the share of documents that have the word; 0 for a common one.

    >>> round(rarity(3.0), 1), rarity(7.0)
    (8.1, 0.0)
    """
    if zipf > COMMON:
        return 0.0
    return -math.log(-math.expm1(DOCUMENT * math.log1p(-(10 ** (zipf - 9)))))


def rarities_of(words: Iterable[str]) -> list[float]:
    """Give the rarity of folded words by the shipped table."""
    rarities, unknown = _rarities(), rarity(UNKNOWN)
    return [rarities.get(word, unknown) for word in words]


class _Forms(dict[str, "tuple[str, bool] | None"]):
    """The folded word of each written form, and whether it begins with a capital (None: a common word); `weights` of the words."""

    def __init__(self) -> None:
        super().__init__()
        self.weights: dict[str, float] = {}
        self._rarities, self._unknown = _rarities(), rarity(UNKNOWN)

    def __missing__(self, form: str) -> tuple[str, bool] | None:
        word = form.lower().replace("’", "'").removesuffix("'s")
        weight = self._rarities.get(word, self._unknown) ** STEEP
        found = self[form] = (word, form[0].isupper()) if weight > 0 else None
        self.weights[word] = weight
        return found


class Profiler:
    """Makes profiles, and remembers what each written form weighs."""

    def __init__(self) -> None:
        self._forms = _Forms()
        self._places = _places()

    def profile(self, telling: Telling) -> Profile:
        """Weigh the words of a telling, its title first: once, also where the text begins with it."""
        if len(self._forms) > KNOWN:
            self._forms = _Forms()
        title = " ".join((telling.title or "").split())
        text = telling.text[:LONGEST]
        opens = " ".join(text[: 2 * len(title)].split()).startswith(title)
        written = _WORD.findall(text if opens else f"{title}\n{text}")[:READ]
        found = list(map(self._forms.__getitem__, written))
        counts: dict[str, float] = defaultdict(float)
        for form, place in zip(found, self._places, strict=False):
            if form is not None:
                counts[form[0]] += place
        opening: dict[str, float] = {}
        for form in found[:OPENING]:
            if form is not None:
                opening[form[0]] = opening.get(form[0], 0.0) + 1.0
        small = {form[0] for form in set(found) if form is not None and not form[1]}
        words = self._weighed(counts)
        names = {word: weight for word, weight in words.items() if word not in small}
        numbers = frozenset(word for word in small if word[0] in "0123456789")
        opened = _unit(self._weighed(opening))
        return Profile(telling.id, title, _unit(words), _unit(names), opened, numbers, days_of(telling.date))

    def _weighed(self, counts: Mapping[str, float]) -> dict[str, float]:
        weights, log = self._forms.weights, math.log1p
        return {word: weights[word] * log(1.7 * count) for word, count in counts.items()}


def _unit(weighed: Mapping[str, float]) -> dict[str, float]:
    length = math.hypot(*weighed.values()) or 1.0
    return {word: weight / length for word, weight in weighed.items()}


def profile(telling: Telling) -> Profile:
    """Make one profile."""
    return Profiler().profile(telling)


def days_of(value: str | None) -> tuple[int, int] | None:
    """Give the first and last day (ordinals) of a year, month or day; None for what is none of them.

    >>> days_of("2024-02") == (date(2024, 2, 1).toordinal(), date(2024, 2, 29).toordinal())
    True
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", value or "", re.ASCII)
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
