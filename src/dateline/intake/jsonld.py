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


def jsonld_objects(root: Element) -> list[dict[str, Any]]:
    """List every object that describes an article, articles proper before mere web pages."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
            if len(text) <= LARGEST:
                found.extend(_articles(_loaded(text), 0))
    return sorted(found, key=_weak)


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


def jsonld_facts(root: Element) -> Iterator[tuple[str, str, str]]:
    """Give the facts of the article that the page is about."""
    for item in jsonld_objects(root)[:4]:
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
