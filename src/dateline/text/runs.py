"""Runs of words that two texts share, through cuts and re-ordering.

Enters: two sequences of word hashes, each with its shingles. Leaves: runs as long as they can be, which together hold every word that
stands in a shared run, on either side. Method: seed and extend, with the shingles as seeds.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.text.shingles import rolled

Run = tuple[int, int, int]
"""Where a run begins in the left words, where in the right ones, and how many words it has."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """Word hashes, the shingle that begins at each, and where each shingle stands; worked out once, compared with many."""

    words: Sequence[int]
    size: int
    shingles: list[int]
    where: dict[int, list[int]]

    @classmethod
    def of(cls, words: Sequence[int], size: int) -> "Shingled":
        """Take shingles of `size` words."""
        shingles = rolled(words, size)
        where: dict[int, list[int]] = {}
        for place, shingle in enumerate(shingles):
            where.setdefault(shingle, []).append(place)
        return cls(words, size, shingles, where)


def shared_runs(left: Shingled, right: Shingled) -> list[Run]:
    """Give the maximal runs of at least a shingle's words that stand in both, in the order of the left side.

    A run that stands several times on both sides is paired first with first, second with second; what is left over, with the first.

    >>> shared_runs(Shingled.of([1, 2, 3, 4, 9, 5, 6, 7], 3), Shingled.of([5, 6, 7, 0, 1, 2, 3, 4], 3))
    [(0, 4, 4), (5, 0, 3)]
    """
    runs: set[Run] = set()
    seen = bytearray(len(left.shingles)), bytearray(len(right.shingles))
    for seeds in (_sure(left, right, seen[0]), _left_over(left, right, seen[0]), _turned(_left_over(right, left, seen[1]))):
        for i, j in seeds:
            start, other, length = run = _extend(left.words, right.words, i, j)
            inner = length - left.size + 1
            if inner > 0:
                seen[0][start : start + inner] = seen[1][other : other + inner] = b"\x01" * inner
                runs.add(run)
    return sorted(runs)


def _sure(left: Shingled, right: Shingled, seen: bytearray) -> Iterator[tuple[int, int]]:
    """Pair the shingles that stand once on either side."""
    place = seen.find(0)
    while place >= 0:
        shingle = left.shingles[place]
        others = right.where.get(shingle)
        if others is not None and len(others) == 1 and len(left.where[shingle]) == 1:
            yield place, others[0]
        place = seen.find(0, place + 1)


def _left_over(left: Shingled, right: Shingled, seen: bytearray) -> Iterator[tuple[int, int]]:
    """Pair the places that no run holds yet: the second occurrence of a shingle with the second one there, or with the first."""
    place = seen.find(0)
    while place >= 0:
        shingle = left.shingles[place]
        others = right.where.get(shingle)
        if others is not None:
            nth = bisect_left(left.where[shingle], place) if len(others) > 1 else 0
            yield place, others[nth if nth < len(others) else 0]
        place = seen.find(0, place + 1)


def _turned(seeds: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((j, i) for i, j in seeds)


def _extend(left: Sequence[int], right: Sequence[int], i: int, j: int) -> Run:
    """Grow a seed both ways, comparing the words themselves: equal shingles of different words give a run that is too short."""
    start, other = i, j
    while start > 0 and other > 0 and left[start - 1] == right[other - 1]:
        start, other = start - 1, other - 1
    end = i
    shift = j - i
    stop = min(len(left), len(right) - shift)
    while end < stop and left[end] == right[end + shift]:
        end += 1
    return start, other, end - start
