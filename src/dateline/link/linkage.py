"""Average link (Sokal & Michener 1958) over the pairs that an index proposes.

Enters: an index and a threshold. Leaves: groups, and the joins that made them. Two groups are weighed by all their pairs: those that the
index did not propose are compared when their turn comes. What no chain of alike enough pairs connects is never looked at together.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.link.index import Index, Numbers, Scores

LARGE = 10_000
"""Pairs between two groups from which on those not proposed by the index are not compared but taken as `STRANGERS`."""

STRANGERS = 0.1
"""Likeness of two tellings that share no key: twice what it is on the average over the dev sets, a third of the threshold."""


@dataclass(frozen=True, slots=True)
class Join:
    """The most alike pair of two groups that were joined, and the average over both groups."""

    one: int
    other: int
    likeness: float
    average: float


@dataclass(frozen=True, slots=True)
class Linked:
    """One group: its members, ascending, and the joins that made it, in order."""

    members: tuple[int, ...]
    joins: tuple[Join, ...]


def average_link(index: Index, threshold: float) -> Iterator[Linked]:
    """Group all that the index holds, those that stay alone too."""
    import numpy as np  # noqa: PLC0415 - see `Index`

    one, other = index.candidates()
    scores = _scored(index, one, other)
    labels = _components(index.size, one[scores >= threshold].tolist(), other[scores >= threshold].tolist())
    inside = np.asarray(labels)[one] == np.asarray(labels)[other] if len(one) else np.empty(0, dtype=bool)
    one, other, scores = one[inside], other[inside], scores[inside]
    home = np.asarray(labels, dtype=np.int64)[one]
    order = np.argsort(home, kind="stable")
    one, other, scores, home = one[order], other[order], scores[order], home[order]
    sizes: dict[int, int] = {}
    for label in labels:
        sizes[label] = sizes.get(label, 0) + 1
    for label in sorted(sizes):
        if sizes[label] == 1:
            yield Linked((label,), ())
            continue
        part = slice(int(np.searchsorted(home, label)), int(np.searchsorted(home, label, side="right")))
        pairs = zip(one[part].tolist(), other[part].tolist(), scores[part].tolist(), strict=True)
        yield from _Component(index, threshold, {(a, b): score for a, b, score in pairs}).linked()


def _scored(index: Index, one: Numbers, other: Numbers) -> Scores:
    import numpy as np  # noqa: PLC0415 - see `Index`

    scores = np.zeros(len(one))
    heads, firsts = np.unique(one, return_index=True)
    bounds = [*firsts.tolist(), len(one)]
    for head, first, end in zip(heads.tolist(), bounds, bounds[1:], strict=False):
        scores[first:end] = index.likeness(head, other[first:end])
    return scores


def _components(size: int, one: list[int], other: list[int]) -> list[int]:
    """Label each number with the smallest one that a chain of pairs connects it with."""
    parent = list(range(size))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for a, b in zip(one, other, strict=True):
        first, second = root(a), root(b)
        if first != second:
            parent[max(first, second)] = min(first, second)
    return [root(number) for number in range(size)]


class _Component:
    """What hangs together. A group goes by its smallest member; `sums` and `counts` are over the pairs known between two groups."""

    def __init__(self, index: Index, threshold: float, known: dict[tuple[int, int], float]) -> None:
        self._index, self._threshold, self._known = index, threshold, known
        numbers = sorted({number for pair in known for number in pair})
        self._members = {number: [number] for number in numbers}
        self._joins: dict[int, list[Join]] = {number: [] for number in numbers}
        self._sums: dict[int, dict[int, float]] = {number: {} for number in numbers}
        self._counts: dict[int, dict[int, int]] = {number: {} for number in numbers}
        self._heap: list[tuple[float, int, int]] = []
        for (one, other), score in known.items():
            self._set(one, other, score, 1)

    def linked(self) -> list[Linked]:
        """Join the two most alike groups until none are alike enough."""
        heapq.heapify(self._heap)
        while self._heap:
            minus, one, other = heapq.heappop(self._heap)
            if one not in self._members or other not in self._members or self._estimate(one, other) != -minus:
                continue
            if self._counts[one][other] < len(self._members[one]) * len(self._members[other]):
                self._complete(one, other)
            else:
                self._join(one, other, -minus)
        return [Linked(tuple(sorted(self._members[head])), tuple(self._joins[head])) for head in sorted(self._members)]

    def _set(self, one: int, other: int, total: float, count: int) -> None:
        self._sums[one][other] = self._sums[other][one] = total
        self._counts[one][other] = self._counts[other][one] = count
        estimate = round(total / count, 9)
        if estimate >= self._threshold:
            heapq.heappush(self._heap, (-estimate, min(one, other), max(one, other)))

    def _estimate(self, one: int, other: int) -> float:
        """Give the average over the known pairs: an optimistic one while some are not, for the index proposes the alike."""
        return round(self._sums[one][other] / self._counts[one][other], 9)

    def _complete(self, one: int, other: int) -> None:
        """Compare the pairs of two groups that were not yet compared."""
        import numpy as np  # noqa: PLC0415 - see `Index`

        small, large = sorted((self._members[one], self._members[other]), key=len)
        pairs = len(small) * len(large)
        if pairs > LARGE:
            missing = pairs - self._counts[one][other]
            self._set(one, other, self._sums[one][other] + missing * STRANGERS, pairs)
            return
        total = 0.0
        for a in small:
            rest = [b for b in large if (min(a, b), max(a, b)) not in self._known]
            if rest:
                for b, score in zip(rest, self._index.likeness(a, np.asarray(rest)).tolist(), strict=True):
                    self._known[min(a, b), max(a, b)] = score
            total += sum(self._known[min(a, b), max(a, b)] for b in large)
        self._set(one, other, total, pairs)

    def _join(self, one: int, other: int, average: float) -> None:
        members, absorbed = self._members[one], self._members.pop(other)
        pairs = ((min(a, b), max(a, b)) for a in members for b in absorbed)
        best = min((-self._known[pair], pair) for pair in pairs if pair in self._known)
        self._joins[one] += [*self._joins.pop(other), Join(*best[1], -best[0], average)]
        members += absorbed
        sums, counts = self._sums.pop(other), self._counts.pop(other)
        del sums[one], counts[one], self._sums[one][other], self._counts[one][other]
        for third in sums:
            del self._sums[third][other], self._counts[third][other]
            self._set(one, third, self._sums[one].get(third, 0.0) + sums[third], self._counts[one].get(third, 0) + counts[third])
        for third in self._sums[one]:
            if third not in sums:
                self._set(one, third, self._sums[one][third], self._counts[one][third])
