"""Which proposals stand near a place: an index over stretches of text, so that no article is compared all with all."""

from collections.abc import Iterable, Iterator

from dateline.mark.found import Found

_STRETCH = 512
"""Characters of one stretch of the index: a few sentences."""


class Nearby:
    """Proposals by where their cue, its sentence and their content stand."""

    def __init__(self, founds: Iterable[Found] = ()) -> None:
        self._by: dict[tuple[int, int], list[tuple[int, Found]]] = {}
        self._count = 0
        for found in founds:
            self.add(found)

    def add(self, found: Found) -> None:
        """Enter a proposal, or enter it again after its content grew."""
        for key in sorted(set(_keys(found))):
            self._by.setdefault(key, []).append((self._count, found))
        self._count += 1

    def at(self, paragraph: int, start: int, end: int) -> list[Found]:
        """Give the proposals that stand near `start` to `end` of a paragraph, each once, in the order they were entered."""
        rows = [row for stretch in range(start // _STRETCH, end // _STRETCH + 1) for row in self._by.get((paragraph, stretch), ())]
        seen: dict[int, Found] = {}
        for _, found in sorted(rows, key=lambda row: row[0]):
            seen.setdefault(id(found), found)
        return list(seen.values())

    def beside(self, found: Found) -> list[Found]:
        """Give the proposals that share a stretch of text with `found`."""
        rows = [row for key in sorted(set(_keys(found))) for row in self._by.get(key, ())]
        seen: dict[int, Found] = {}
        for _, other in sorted(rows, key=lambda row: row[0]):
            if other is not found:
                seen.setdefault(id(other), other)
        return list(seen.values())


def _keys(found: Found) -> Iterator[tuple[int, int]]:
    site = found.site
    yield site.paragraph, site.sentence.start // _STRETCH
    if found.cue is not None:
        yield from ((site.paragraph, stretch) for stretch in range(found.cue[0] // _STRETCH, found.cue[1] // _STRETCH + 1))
    for piece in found.content:
        yield from ((piece.paragraph, stretch) for stretch in range(piece.start // _STRETCH, piece.end // _STRETCH + 1))
