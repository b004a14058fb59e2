"""Runs of words that two texts share, through cuts and re-ordering.

Enters: two sequences of words (or of their hashes) and the least length of a run. Leaves: runs as long as they can be, which together
hold every word that stands in a shared run, on either side. Method: seed and extend, with the shingles as seeds.
"""

from collections.abc import Iterator, Sequence

from dateline.text.shingles import rolled

Run = tuple[int, int, int]
"""Where a run begins in the left words, where in the right ones, and how many words it has."""


def shared_runs(left: Sequence[int], right: Sequence[int], least: int) -> list[Run]:
    """Give the maximal runs of at least `least` word hashes that stand in both, in the order of the left side.

    A run that stands several times on both sides is paired first with first, second with second; what is left over, with the first.

    >>> shared_runs([1, 2, 3, 4, 9, 5, 6, 7], [5, 6, 7, 0, 1, 2, 3, 4], 3)
    [(0, 4, 4), (5, 0, 3)]
    """
    runs: set[Run] = set()
    seen_left, seen_right = bytearray(len(left)), bytearray(len(right))
    for i, j in _seeds(rolled(left, least), rolled(right, least)):
        if seen_left[i] and seen_right[j]:
            continue
        run = _extend(left, right, i, j)
        if run[2] < least:
            continue
        start, other, length = run
        inner = length - least + 1
        seen_left[start : start + inner] = b"\x01" * inner
        seen_right[other : other + inner] = b"\x01" * inner
        runs.add(run)
    return sorted(runs)


def _seeds(left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    """Pair equal shingles: first those that stand once on both sides, whose runs are sure; then the repeated, occurrence by occurrence."""
    places: dict[int, list[int]] = {}
    wanted = set(left)
    for j, shingle in enumerate(right):
        if shingle in wanted:
            places.setdefault(shingle, []).append(j)
    repeated: dict[int, list[int]] = {}
    once: list[int] = []
    for i, shingle in enumerate(left):
        if shingle in places:
            repeated.setdefault(shingle, []).append(i)
    for shingle, those in repeated.items():
        if len(those) == 1 and len(places[shingle]) == 1:
            once.append(shingle)
    for shingle in once:
        yield repeated.pop(shingle)[0], places[shingle][0]
    for shingle, those in repeated.items():
        others = places[shingle]
        for k in range(max(len(those), len(others))):
            yield (those[k] if k < len(those) else those[0]), (others[k] if k < len(others) else others[0])


def _extend(left: Sequence[int], right: Sequence[int], i: int, j: int) -> Run:
    """Grow a seed both ways, comparing the words themselves: equal shingles of different words give a run that is too short."""
    start, other = i, j
    while start > 0 and other > 0 and left[start - 1] == right[other - 1]:
        start, other = start - 1, other - 1
    end = i
    shift = j - i
    while end < len(left) and end + shift < len(right) and left[end] == right[end + shift]:
        end += 1
    return start, other, end - start
