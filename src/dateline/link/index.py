"""The profiles of a pile in arrays: which pairs to compare, and how alike they are, many at once.

Enters: profiles, in a fixed order; from there on a telling is its number in that order. Leaves: pairs that share weighty words, and
likenesses, the same as `compare.whole.likeness` gives. Memory: some three kilobytes a telling.
"""

from __future__ import annotations

import heapq
from array import array
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.link.compare.time import DAYS, UNDATED
from dateline.link.compare.time import FLOOR as FAR
from dateline.link.compare.vocabulary import BEND, NAMES, OPENING, WORDS
from dateline.link.compare.whole import DIGITS
from dateline.link.profile import rarity, rarity_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from dateline.link.profile import Profile

    Numbers = NDArray[np.int64]
    Scores = NDArray[np.float64]

PAIRED = 10
"""Weightiest words of a telling of which every two are a key. What the keys miss inside a story is compared when its groups are joined."""

SINGLE = 40
"""Weightiest words of which each is a key by itself, if it is rare enough."""

RARE = 4.0
"""Zipf frequency below which it is: names, mostly. `PAIRED`, `SINGLE` and `RARE` together propose 98 % of the pairs of one story on the
dev sets, 50 a telling; small piles then score as with all pairs. 10, 24 and 3.5 propose 95 %, and small piles score .005 less."""

NEIGHBOURS = 40
"""In the list of a key, sorted by day, a telling is paired with so many before it: so a word that half of the pile holds costs no square.
Only where more tellings than that share a key can the rest of the pile touch what is compared."""

CHANNELS = ("words", WORDS), ("names", NAMES), ("opening", OPENING)


class Index:
    """Arrays over all profiles."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        import numpy as np  # noqa: PLC0415 - a tenth of a second: only when a pile is to be grouped

        self._np = np
        interned: dict[str, int] = {}
        roots = [factor**0.5 for _, factor in CHANNELS]
        columns, weights, ends = array("q"), array("d"), array("q", [0])
        keys, holders, days = array("q"), array("q"), array("q")
        for number, one in enumerate(profiles):
            for word in one.words:
                if word not in interned:
                    interned[word] = len(interned)
            for channel, vector in enumerate((one.words, one.names, one.opening)):
                root = roots[channel]
                columns.extend([interned[word] * len(CHANNELS) + channel for word in vector])
                weights.extend([weight * root for weight in vector.values()])
            ends.append(len(columns))
            mine = _keys(one, interned)
            keys.extend(mine)
            holders.extend([number] * len(mine))
            days.extend(one.days if one.days is not None else (-1, -1))
        self._columns, self._weights = np.asarray(columns), np.asarray(weights)
        self._ends = np.asarray(ends)
        self._keys, self._holders = np.asarray(keys), np.asarray(holders)
        self._days = np.asarray(days).reshape(-1, 2)
        self._scratch = np.zeros(len(interned) * len(CHANNELS) + 1)
        self.size = len(ends) - 1

    def candidates(self) -> tuple[Numbers, Numbers]:
        """Give the pairs (first the smaller number; sorted) that share a key and stand near each other in its list."""
        np = self._np
        ranks = np.empty(self.size, dtype=np.int64)
        ranks[np.argsort(self._days[:, 0], kind="stable")] = np.arange(self.size)
        order = np.lexsort((ranks[self._holders], self._keys))
        keys, holders = self._keys[order], self._holders[order]
        codes = [np.empty(0, dtype=np.int64)]
        for shift in range(1, NEIGHBOURS + 1):
            same = keys[shift:] == keys[:-shift]
            if not same.any():
                break
            one, other = holders[shift:][same], holders[:-shift][same]
            codes.append(np.minimum(one, other) * self.size + np.maximum(one, other))
        found = np.sort(np.concatenate(codes))
        found = found[np.diff(found, prepend=-1) > 0]
        return found // self.size, found % self.size

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


def _keys(one: Profile, interned: dict[str, int]) -> list[int]:
    """Give the keys of a telling: its rarest words, and every two of its weightiest (numbered so that the kinds never meet)."""
    ranked = [word for _, word in heapq.nsmallest(SINGLE, [(-weight, word) for word, weight in one.words.items()])]
    enough = rarity(RARE)
    keys = [-1 - interned[word] for word in ranked if not word[0].isdigit() and rarity_of(word) > enough]
    numbers = sorted(interned[word] for word in ranked[:PAIRED])
    keys += [(first << 32) + second for first, second in combinations(numbers, 2)]
    return keys
