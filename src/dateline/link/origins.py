"""How many independent origins a set of articles has: prints of one piece count once, and a piece put together from others adds none."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.model.copy import Copy

MERGED = "copies.merged"
"""Rule of a copy that is put together from this origin and others: no print of one of them, and yet no origin of its own."""

QUOTATION = "copies.quotation"
"""Rule of two articles that share quoted words only."""


def origin_of(article_ids: Iterable[str], copies: Iterable[Copy]) -> dict[str, str]:
    """Give each article the article its piece comes from: itself, or the one at the head of its chain of prints.

    Each print goes by the piece it has most words of, itself in `article_ids` or not, and so on to the head of the chain. The head is the
    piece that no other precedes; of several, the one that most are copies of, then the smallest id. So a piece merged from several
    does not make those several one.
    """
    wanted = sorted(set(article_ids))
    heads = _Pieces(wanted, tuple(copies)).heads()
    return {name: heads[name] for name in wanted}


def origins(article_ids: Iterable[str], copies: Iterable[Copy]) -> int:
    """Count the independent origins of some articles; a merged piece adds one only where none of the pieces it is made of counts.

    >>> origins(["a", "b"], [])
    2
    """
    wanted = sorted(set(article_ids))
    pieces = _Pieces(wanted, tuple(copies))
    heads = pieces.heads()
    made_of = {name: {heads[source] for source in (name, *pieces.sources[name])} for name in wanted}
    counted = {heads[name] for name in wanted if len(made_of[name]) == 1}
    for name in wanted:
        if not counted & made_of[name]:
            counted.add(heads[name])
    return len(counted)


class _Pieces:
    """Articles, and for each the `sources` that its words come from, the one with most words first."""

    def __init__(self, wanted: Iterable[str], copies: tuple[Copy, ...]) -> None:
        self.sources: dict[str, tuple[str, ...]] = dict.fromkeys(wanted, ())
        found: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for copy in copies:
            if copy.one_origin or copy.reason.rule == MERGED:
                self.sources.setdefault(copy.origin, ())
                found[copy.copy].append((-copy.share, copy.origin))
        for name, listed in found.items():
            self.sources[name] = tuple(source for _, source in sorted(listed))

    def heads(self) -> dict[str, str]:
        """Give each article the head of its chain."""
        parent = {name: name for name in self.sources}

        def root(name: str) -> str:
            while parent[name] != name:
                parent[name] = parent[parent[name]]
                name = parent[name]
            return name

        preceded, prints = set(), dict.fromkeys(self.sources, 0)
        # A piece goes by one source only: two that share nothing with each other, and were merged here, stay two.
        for name, source in ((name, self.sources[name][0]) for name in sorted(self.sources) if self.sources[name]):
            one, other = sorted((root(name), root(source)))
            parent[other] = one
            preceded.add(name)
            prints[source] += 1
        found: dict[str, str] = {}
        for name in sorted(parent, key=lambda name: (name in preceded, -prints[name], name)):
            found.setdefault(root(name), name)
        return {name: found[root(name)] for name in parent}
