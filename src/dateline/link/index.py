"""The profiles of a pile in arrays: which pairs to compare, and how alike they are, many at once.

Enters: profiles, in a fixed order; from there on a telling is its number in that order. Leaves: pairs that share weighty words, and
likenesses, the same as `compare.whole.likeness` gives. Memory: some three kilobytes a telling.
"""

from __future__ import annotations

from array import array
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.link.compare.time import DAYS, UNDATED
from dateline.link.compare.time import FLOOR as FAR
from dateline.link.compare.vocabulary import BEND, NAMES, OPENING, WORDS
from dateline.link.compare.whole import DIGITS
from dateline.link.profile import STEEP, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from dateline.link.profile import Profile, Vector

    Numbers = NDArray[np.int64]
    Scores = NDArray[np.float64]

PAIRED = 10
"""Weightiest words of a telling of which every two are a key. What the keys miss inside a story is compared when its groups are joined."""

SINGLE = 40
"""Weightiest words of which each is a key by itself if it is rare enough. With 24, small piles score .005 less (B-cubed F1)."""

RARE, VERY_RARE = 4.3, 3.0
"""Zipf frequency below which a word is rare (two tellings that share two such are compared) and very rare (one will do)."""

NEIGHBOURS = 16
"""In the list of a key, sorted by day, a telling is paired with so many before it: so a word that half of the pile holds costs no square.
Only where more tellings than that share a key can the rest of the pile touch what is compared. 12, 20 and 40 do alike on the dev sets."""

BLOCK = 25_000
"""Tellings whose pairs are worked out at once, which bounds the memory."""

WEAK = 1 << 40
"""What is taken off the number of a key that needs a second one beside it."""

_RARE, _VERY_RARE = rarity(RARE) ** STEEP, rarity(VERY_RARE) ** STEEP

CHANNELS = ("words", WORDS), ("names", NAMES), ("opening", OPENING)


class Index:
    """Arrays over all profiles."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        import numpy as np  # noqa: PLC0415 - a tenth of a second: only when a pile is to be grouped

        self._np = np
        roots = [factor**0.5 for _, factor in CHANNELS]
        columns, weights, ends = array("q"), array("d"), array("q", [0])
        keys, holders, days = array("q"), array("q"), array("q")
        seen = 0
        for holder, one in enumerate(profiles):
            for channel, vector in enumerate((one.words, one.names, one.opening)):
                columns.frombytes((vector.numbers * len(CHANNELS) + channel).tobytes())
                weights.frombytes((vector.weights * roots[channel]).tobytes())
            ends.append(len(columns))
            mine = _keys(one)
            keys.extend(mine)
            holders.extend([holder] * len(mine))
            days.extend(one.days if one.days is not None else (-1, -1))
            seen = len(one.words.vocabulary)
        self._columns, self._weights = np.asarray(columns), np.asarray(weights)
        self._ends = np.asarray(ends)
        self._keys, self._holders = np.asarray(keys), np.asarray(holders)
        self._days = np.asarray(days).reshape(-1, 2)
        self._scratch = np.zeros(seen * len(CHANNELS) + 1)
        self.size = len(ends) - 1

    def candidates(self) -> tuple[Numbers, Numbers]:
        """Give the pairs (smaller number first; sorted) that share a key, a weak one and another, and stand near each other in its list."""
        np = self._np
        ranks = np.empty(self.size, dtype=np.int64)
        ranks[np.argsort(self._days[:, 0], kind="stable")] = np.arange(self.size)
        order = np.lexsort((ranks[self._holders], self._keys))
        keys, holders = self._keys[order], self._holders[order]
        blocks = [self._pairs(keys, holders, low) for low in range(0, self.size, BLOCK)]
        found = np.concatenate([np.empty(0, dtype=np.int64), *blocks])
        return found // self.size, found % self.size

    def _pairs(self, keys: Numbers, holders: Numbers, low: int) -> Numbers:
        """Give the pairs whose first is one of the `BLOCK` tellings from `low` on, as one number each, ascending."""
        np = self._np
        codes = [np.empty(0, dtype=np.int64)]
        for shift in range(1, NEIGHBOURS + 1):
            places = np.flatnonzero(keys[shift:] == keys[:-shift])
            first, second = np.minimum(holders[places], holders[places + shift]), np.maximum(holders[places], holders[places + shift])
            mine = (first >= low) & (first < low + BLOCK)
            code = first[mine] * self.size + second[mine]
            codes += [code, code[keys[places[mine]] >= -WEAK]]
        twice = np.sort(np.concatenate(codes))
        twice = twice[1:][twice[1:] == twice[:-1]]
        pairs: Numbers = twice[np.diff(twice, prepend=-1) > 0]
        return pairs

    def likeness(self, one: int, others: Numbers) -> Scores:
        """Compare one telling with several that have words."""
        np = self._np
        mine = slice(self._ends[one], self._ends[one + 1])
        self._scratch[self._columns[mine]] = self._weights[mine]
        starts, lengths = self._ends[others], self._ends[others + 1] - self._ends[others]
        firsts = np.cumsum(lengths) - lengths
        places = np.repeat(starts - firsts, lengths) + np.arange(lengths.sum())
        mixed = np.add.reduceat(self._scratch[self._columns[places]] * self._weights[places], firsts)
        self._scratch[self._columns[mine]] = 0.0
        whole = sum(factor for _, factor in CHANNELS)
        words = np.minimum(1.0, mixed / whole) ** BEND
        scores: Scores = np.round(words * self._nearness(one, others), DIGITS)
        return scores

    def _nearness(self, one: int, others: Numbers) -> Scores:
        np = self._np
        mine, theirs = self._days[one], self._days[others]
        gap = np.maximum(0, np.maximum(mine[0] - theirs[:, 1], theirs[:, 0] - mine[1]))
        known = (theirs[:, 0] >= 0) & (mine[0] >= 0)
        factors: Scores = np.where(known, FAR + (1 - FAR) * np.exp(-gap / DAYS), UNDATED)
        return factors


def _keys(one: Profile) -> list[int]:
    """Give the keys of a telling: every two of its weightiest words (positive), its very rare words (negative), its rare ones (below)."""
    ranked = _weightiest(one.words)
    keys = []
    weights = one.words.vocabulary.weights
    for word, number in ranked:
        if weights[number] > _RARE and not word[0].isdigit():
            keys.append(-1 - number - (0 if weights[number] > _VERY_RARE else WEAK))
    numbers = sorted([number for _, number in ranked[:PAIRED]])
    keys += [(first << 32) + second for first, second in combinations(numbers, 2)]
    return keys


def _weightiest(vector: Vector) -> list[tuple[str, int]]:
    """Give the `SINGLE` weightiest words with their numbers; of words of one weight the first by the alphabet."""
    words, minus, numbers = vector.vocabulary.words, -vector.weights, vector.numbers
    if len(minus) > SINGLE:
        least = minus.copy()
        least.partition(SINGLE - 1)
        kept = minus <= least[SINGLE - 1]
        minus, numbers = minus[kept], numbers[kept]
    ranked = sorted([(weight, words[number], number) for weight, number in zip(minus.tolist(), numbers.tolist(), strict=True)])
    return [(word, number) for _, word, number in ranked[:SINGLE]]
