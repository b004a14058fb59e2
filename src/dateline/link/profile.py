"""What a telling is about: its telling words, weighed by how rare they are in English, never by the pile at hand.

Enters: a telling. Leaves: three unit vectors, of all telling words, of the names among them, and of the words it opens with. Method: TF-IDF
(Salton & Buckley 1988), with document frequencies worked out from the shipped word frequencies; the beginning counts more than the end.
"""

from __future__ import annotations

import math
import re
from array import array
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dateline.words.loader import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from dateline.link.telling import Telling

    Numbers = NDArray[np.int64]
    Weights = NDArray[np.float64]

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


class Vocabulary:
    """The words that some profiles speak of, each with a number; and what a word weighs."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._weights = array("d")
        self._rarities, self._unknown = _rarities(), rarity(UNKNOWN)

    def number(self, word: str) -> int:
        """Give the number of a folded word."""
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self.words)
            self.words.append(word)
            self._weights.append(self._rarities.get(word, self._unknown) ** STEEP)
        return found

    @property
    def weights(self) -> memoryview:
        """What the words weigh, by number."""
        return memoryview(self._weights)

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Weights of words: `numbers` of the vocabulary, ascending, and `weights` of the same length (float64)."""

    vocabulary: Vocabulary
    numbers: Numbers
    weights: Weights

    @property
    def weighed(self) -> dict[str, float]:
        """The words themselves, with their weights."""
        words = self.vocabulary.words
        return {words[number]: weight for number, weight in zip(self.numbers.tolist(), self.weights.tolist(), strict=True)}


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The unit vectors of a telling: all telling `words`, `names`, `opening`; its first and last possible day.

    `small` are the words (numbers of the vocabulary) that stand in it without a capital at least once: no names.
    """

    id: str
    title: str
    words: Vector
    names: Vector
    opening: Vector
    small: Numbers
    days: tuple[int, int] | None

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in it, as written."""
        words = self.words.vocabulary.words
        return frozenset(word for number in self.small.tolist() if (word := words[number])[0] in "0123456789")


@cache
def _rarities() -> dict[str, float]:
    return {word: rarity(int(zipf) / 100) for word, zipf in rows("frequencies")}


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


class _Forms(dict[str, int]):
    """The number of the word in what stands between two blanks, twice, and one more where it begins with a capital; -1: a common word.

    Where there is no word in it, or several ("well-known"), a number below: `several[-2 - number]` lists what they give.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self.several: list[list[int]] = []

    def __missing__(self, written: str) -> int:
        found = [self._form(form) for form in _WORD.findall(written)]
        if len(found) != 1:
            self.several.append(found)
            found = [-1 - len(self.several)]
        self[written] = found[0]
        return found[0]

    def _form(self, form: str) -> int:
        word = form.lower().replace("’", "'").removesuffix("'s")
        return 2 * self._vocabulary.number(word) + form[0].isupper() if _rarities().get(word, 1.0) > 0 else -1


class Profiler:
    """Makes profiles over one vocabulary, and remembers the number of each written form."""

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - a tenth of a second: only when there is something to compare

        self._np = np
        self.vocabulary = Vocabulary()
        self._forms = _Forms(self.vocabulary)
        self._places = np.array([FLOOR + (1 - FLOOR) * 2 ** (-(index + 1) / HALF) for index in range(READ)])

    def profile(self, telling: Telling) -> Profile:
        """Weigh the words of a telling, its title first: once, also where the text begins with it."""
        np = self._np
        if len(self._forms) > KNOWN:
            self._forms = _Forms(self.vocabulary)
        title = " ".join((telling.title or "").split())
        text = telling.text[:LONGEST]
        opens = " ".join(text[: 2 * len(title)].split()).startswith(title)
        found = self._found((text if opens else f"{title}\n{text}").split())
        places = np.flatnonzero(found >= 0)
        forms = found[places]
        numbers, index = np.unique(forms >> 1, return_inverse=True)
        size = len(numbers)
        weights = np.asarray(self.vocabulary.weights)[numbers]
        words = weights * np.log1p(1.7 * np.bincount(index, self._places[places], size))
        first = int(np.searchsorted(places, OPENING))
        opening = np.bincount(index[:first], minlength=size)
        opens_with = np.flatnonzero(opening)
        small = np.bincount(index[(forms & 1) == 0], minlength=size) > 0
        named = np.flatnonzero(~small)
        return Profile(
            telling.id,
            title,
            self._unit(numbers, words),
            self._unit(numbers[named], words[named]),
            self._unit(numbers[opens_with], weights[opens_with] * np.log1p(1.7 * opening[opens_with])),
            numbers[small],
            days_of(telling.date),
        )

    def _found(self, written: list[str]) -> Numbers:
        """Give the forms of the first words."""
        np = self._np
        found = np.fromiter(map(self._forms.__getitem__, written), np.int64, len(written))
        if len(found) and found.min() < -1:
            several = self._forms.several
            listed = [form for number in found.tolist() for form in ([number] if number >= -1 else several[-2 - number])]
            found = np.array(listed, dtype=np.int64)
        kept: Numbers = found[:READ]
        return kept

    def _unit(self, numbers: Numbers, weights: Weights) -> Vector:
        return Vector(self.vocabulary, numbers, weights / (math.sqrt(weights.dot(weights)) or 1.0))


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
