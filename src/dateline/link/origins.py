"""How many independent origins a set of articles has: prints of one piece count once."""

from collections.abc import Iterable

from dateline.model.copy import Copy


def origin_of(article_ids: Iterable[str], copies: Iterable[Copy]) -> dict[str, str]:
    """Give each article the article its piece comes from: itself, or the one at the head of its chain of prints.

    Articles that are prints of each other, directly or through a third of the pile (itself in `article_ids` or not), share one origin.
    The origin is the member that no other precedes; of several, the one that most are copies of, then the smallest id.
    """
    wanted = sorted(set(article_ids))
    parent = {name: name for name in wanted}
    links = sorted((copy.origin, copy.copy) for copy in copies if copy.one_origin)

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for origin, print_ in links:
        one, other = sorted((root(origin), root(print_)))
        parent[other] = one
    preceded = {print_ for _, print_ in links}
    prints: dict[str, int] = {}
    for origin, _ in links:
        prints[origin] = prints.get(origin, 0) + 1
    heads: dict[str, str] = {}
    for name in sorted(parent, key=lambda name: (name in preceded, -prints.get(name, 0), name)):
        heads.setdefault(root(name), name)
    return {name: heads[root(name)] for name in wanted}


def origins(article_ids: Iterable[str], copies: Iterable[Copy]) -> int:
    """Count the independent origins of some articles.

    >>> origins(["a", "b"], [])
    2
    """
    return len(set(origin_of(article_ids, copies).values()))
