"""Versions of one piece: the same piece saved twice, within which an outlet may be said to have changed or removed something.

Enters: articles, their copies and their order. Leaves: chains, earliest first. Two articles are versions of each other where both state
one address, or where one outlet has printed nearly the same words twice without a second address. A print elsewhere is no version.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from dateline.model.article import Article
from dateline.model.chain import Chain
from dateline.model.copy import Copy
from dateline.model.reason import Reason
from dateline.model.rule import Rule

__all__ = ["RULES", "SAME_PIECE", "address_of", "versions"]

SAME_PIECE = 0.8
"""Share of the words of either that must stand in the other for two prints of one outlet to be one piece, re-saved. A follow-up that
takes over the background of the day before has half at most."""

_PLACE = "https://example.org/pier"
_PIER = "The old pier of Lunden will be closed from Monday, the town said. Divers found rust in eleven of its forty posts last week."

RULES = (
    Rule(
        "versions.address",
        "Both state one address (what only tracks the reader aside): versions of one piece.",
        f"{_PLACE}?utm_source=mail | {_PIER} // {_PLACE} | {_PIER} It will open again in May.",
        f"{_PLACE} | {_PIER} // {_PLACE}-again | {_PIER} It will open again in May.",
    ),
    Rule(
        "versions.resaved",
        "One outlet, not two addresses, and nearly the same words: the piece was saved twice.",
        f"Lunden Post | {_PIER} // Lunden Post | {_PIER} It reopens in May.",
        f"Lunden Post | {_PIER} // Harbour News | {_PIER} It reopens in May.",
    ),
)
"""Example and near-miss are two articles, parted by " // "; what stands before " | " is the address or the outlet."""

_TRACKS = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid|smid|CMP|ns_\w+", re.IGNORECASE)


def address_of(url: str | None) -> str | None:
    """Give an address without what does not tell pages apart: scheme, "www.", fragment, tracking, the slash at the end.

    >>> address_of("https://www.example.org/a/?utm_source=x&p=2#top")
    'example.org/a?p=2'
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if not host:
        return None
    query = urlencode(sorted((key, value) for key, value in parse_qsl(parts.query) if not _TRACKS.fullmatch(key)))
    path = parts.path.rstrip("/")
    # The front page of a site is no piece: two articles that state it have no address in common.
    return f"{host}{path}{'?' + query if query else ''}" if path or query else None


def versions(articles: Iterable[Article], copies: Sequence[Copy], order: Mapping[str, int]) -> tuple[Chain, ...]:
    """Give the chains of two or more, sorted by their first. `order` ranks the ids from the earliest on; ids it lacks come last, by id."""
    last = len(order)
    listed = sorted({article.id: article for article in articles}.values(), key=lambda article: (order.get(article.id, last), article.id))
    by_id = {article.id: article for article in listed}
    alike = {pair for copy in copies if _nearly_whole(copy, by_id) for pair in ((copy.origin, copy.copy), (copy.copy, copy.origin))}
    chains: list[tuple[list[Article], list[Reason]]] = []
    for article in listed:
        for chain, reasons in chains:
            reason = next((found for one in reversed(chain) if (found := _version(one, article, alike)) is not None), None)
            if reason is not None:
                chain.append(article)
                reasons.append(reason)
                break
        else:
            chains.append(([article], []))
    return tuple(Chain(tuple(article.id for article in chain), tuple(reasons)) for chain, reasons in chains if reasons)


def _nearly_whole(copy: Copy, listed: Mapping[str, Article]) -> bool:
    """Tell whether nearly all of either stands in the other: of the copy by words, of the origin by the characters of the shared runs."""
    if copy.share < SAME_PIECE or copy.origin not in listed or copy.copy not in listed:
        return False
    held = sum(span.end - span.start for span, _ in copy.spans)
    return held >= SAME_PIECE * _prose(listed[copy.origin])


def _prose(article: Article) -> int:
    return sum(len(p.span.of(article.text).strip()) for p in article.passages if p.kind == "paragraph")


def _version(one: Article, other: Article, alike: set[tuple[str, str]]) -> Reason | None:
    first, second = address_of(one.url), address_of(other.url)
    if first is not None and first == second:
        return Reason("versions.address", f"both state the address {first}")
    if first is not None and second is not None:
        return None
    outlets = [article.outlet.casefold().strip() if article.outlet else None for article in (one, other)]
    if outlets[0] is None or outlets[0] != outlets[1] or (one.id, other.id) not in alike:
        return None
    return Reason(
        "versions.resaved", f"both are of {other.outlet}, and at least {SAME_PIECE:.0%} of the words of either stand in the other"
    )
