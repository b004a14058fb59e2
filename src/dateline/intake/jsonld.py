"""What a page states in JSON-LD (https://schema.org/NewsArticle), read leniently: comments, stray line ends, lists and graphs."""

import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.intake.html_tree import Element

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review|WebPage|Story)$")
_WEAK = frozenset({"WebPage", "ItemPage", "CollectionPage"})
_BREAKS = re.compile(r"[\x00-\x1f]+")
LARGEST = 2_000_000
"""Characters of the largest script that is read."""
DEEPEST = 12
MOST_PICTURES = 50
MOST = 4
"""Objects of one page that are asked: the article comes first, what follows are lists and crumbs."""


Stated = list[tuple[dict[str, Any], Element]]
"""Objects that describe an article, each with the script that holds it."""


def jsonld_objects(root: Element) -> Stated:
    """List every object that describes an article, with its script.

    Articles proper come before mere web pages. Where one has the page's own address, those of other addresses are left out.
    """
    found: Stated = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
            if len(text) <= LARGEST:
                found.extend((item, script) for item in _articles(_loaded(text), 0))
    address = _address(root)
    if any(address in _addresses(item) for item, _ in found):
        found = [pair for pair in found if address in _addresses(pair[0]) or not _addresses(pair[0]) or _weak(pair[0])]
    return sorted(found, key=lambda pair: (_weak(pair[0]), address not in _addresses(pair[0])))[:MOST]


def _address(root: Element) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return _bare(link.get("href", ""))
    return None


def _addresses(item: dict[str, Any]) -> set[str]:
    """List the addresses that an object gives as its own."""
    page = item.get("mainEntityOfPage")
    own = [item.get("url"), item.get("@id"), page, page.get("@id") if isinstance(page, dict) else None]
    return {_bare(address) for address in own if isinstance(address, str)}


def _bare(address: str) -> str:
    return address.split("#", 1)[0].split("?", 1)[0].rstrip("/").partition("//")[2]


def article_body(stated: Stated) -> tuple[str, Element] | None:
    """Give the longest text that the page states as the body of an article, with the script that holds it."""
    bodies = [(item["articleBody"], script) for item, script in stated if isinstance(item.get("articleBody"), str)]
    return max(bodies, key=lambda body: len(body[0]), default=None)


def picture_captions(stated: Stated) -> list[str]:
    """List what the page states as the captions of its pictures."""
    found: list[str] = []
    for item, _ in stated:
        for key in ("image", "associatedMedia", "video", "thumbnail"):
            listed = item.get(key)
            for picture in listed[:MOST_PICTURES] if isinstance(listed, list) else [listed]:
                if isinstance(picture, dict):
                    found.extend(text for text in (picture.get("caption"), picture.get("description")) if isinstance(text, str))
    return found


def is_closed(stated: Stated) -> bool:
    """Tell whether the page states that its article is not free to read."""
    return any(str(item.get("isAccessibleForFree")).lower() == "false" for item, _ in stated)


def is_article(root: Element, stated: Stated) -> bool:
    """Tell whether the page states that it is an article: by JSON-LD, or by its type on networks."""
    if any(not _weak(item) for item, _ in stated):
        return True
    return any(meta.get("property") == "og:type" and (meta.get("content") or "").lower() == "article" for meta in root.iter("meta"))


def _loaded(text: str) -> Any:  # noqa: ANN401 - JSON of any shape
    for attempt in (text, _BREAKS.sub(" ", text)):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _weak(item: dict[str, Any]) -> bool:
    return bool(set(_types(item)) & _WEAK)


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [str(part).rsplit("/", 1)[-1] for part in (kind if isinstance(kind, list) else [kind]) if part]


def _articles(node: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of any shape
    if depth > DEEPEST:
        return
    if isinstance(node, list):
        for part in node:
            yield from _articles(part, depth + 1)
    elif isinstance(node, dict):
        if any(_ARTICLE.search(kind) for kind in _types(node)):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(node.get(key), (list, dict)):
                yield from _articles(node[key], depth + 1)


def jsonld_facts(stated: Stated) -> Iterator[tuple[str, str, str]]:
    """Give the facts of the article that the page is about."""
    for item, _ in stated:
        place = f"JSON-LD {_types(item)[0]}"
        for fact, key in (
            ("title", "headline"),
            ("subtitle", "description"),
            ("published", "datePublished"),
            ("modified", "dateModified"),
            ("url", "url"),
        ):
            if isinstance(item.get(key), str):
                yield fact, item[key], f"{place}.{key}"
        for name in _names(item.get("author"), 0):
            yield "authors", name, f"{place}.author"
        for name in _names(item.get("publisher"), 0):
            yield "outlet", name, f"{place}.publisher"
        language = item.get("inLanguage")
        if isinstance(language, str):
            yield "language", language, f"{place}.inLanguage"


def _names(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    if isinstance(node, str):
        yield node
    elif isinstance(node, list) and depth < DEEPEST:
        for part in node:
            yield from _names(part, depth + 1)
    elif isinstance(node, dict) and node.get("name") is not None and depth < DEEPEST:
        yield from _names(node["name"], depth + 1)
