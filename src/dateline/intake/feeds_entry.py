"""One entry of a feed: its content, and what it and its feed state of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin

from lxml import etree

from dateline.intake.html_tree import Element
from dateline.intake.mail_head import sent
from dateline.intake.raw import Fact

_RSS = frozenset(
    {
        "",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://purl.org/net/rss1.1#",
    }
)
_ATOM = frozenset({"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
_DC = frozenset({"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.0/"})
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {"content": _CONTENT, "dc": "http://purl.org/dc/elements/1.1/", "atom": "http://www.w3.org/2005/Atom", "xhtml": _XHTML}
_ORIGINAL = frozenset({"http://rssnamespace.org/feedburner/ext/1.0", "http://purl.org/syndication/history/1.0"})

_TAG = re.compile(r"<[^<>]{0,500}>")
_MAILED = re.compile(r"^\s*\S+@\S+\s*\((?P<name>[^()]{2,80})\)\s*$")
_MORE = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read|see|continue|view) (?:more|the (?:full|whole|rest)|reading|full)\b[^.!?]{0,80}[.»→>]*"
    r"|\[?continue reading\b[^.!?]{0,120}\]?|the post .{2,200} (?:appeared first|first appeared) on .{2,80})\s*$",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});")
_BR = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])\s*>", re.IGNORECASE)

LONGEST_SUMMARY = 1_000
"""Characters up to which a description is taken for a summary, unless the feed calls it content: feeds cut theirs at 150 to 400
characters (55 words) or give the standfirst; the shortest reports on an event have some 150 words."""
LONGEST_FACT = 2_000


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an entry, the name of the element that has it, whether it is markup, and whether the feed calls it the content."""

    name: str
    text: str
    markup: bool
    full: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry states: (name of the fact, value, element), best witness first."""

    stated: tuple[Fact, ...]

    def facts(self, where: str) -> tuple[Fact, ...]:
        """Give the facts, with the place of the entry before the element; those of the feed keep their own."""
        return tuple((name, value, place if place.startswith("feed") else f"{where}, {place}") for name, value, place in self.stated)


def name_of(element: Element) -> tuple[str, str]:
    """Give the name space and the local name of an element; a usual prefix that the feed forgot to declare stands for its space."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag.startswith("{"):
        space, _, name = tag[1:].rpartition("}")
        return space, name
    prefix, colon, name = tag.rpartition(":")
    return (_PREFIXES.get(prefix, prefix), name) if colon else ("", tag)


def _children(element: Element, spaces: frozenset[str], *names: str) -> Iterator[Element]:
    for child in element:
        space, name = name_of(child)
        if space in spaces and name in names:
            yield child


def _flat(element: Element) -> str:
    return "".join(str(part) for part in element.itertext())


def content_of(element: Element) -> Content | None:
    """Choose the content: what the feed calls content, else the longest of description and summary. None where there is no text."""
    found = [content for content in _contents(element) if _seen(content)]
    full = [content for content in found if content.full]
    return max(full or found, key=lambda content: len(_seen(content)), default=None)


def _contents(element: Element) -> Iterator[Content]:
    for child in element:
        space, name = name_of(child)
        if (space, name) == (_CONTENT, "encoded"):
            yield Content("content:encoded", _flat(child), markup=True, full=True)
        elif (space, name) == (_XHTML, "body"):
            yield Content("xhtml:body", _inner(child), markup=True, full=True)
        elif space in _ATOM and name in {"content", "summary"} and child.get("src") is None:
            yield _atom_text(child, name)
        elif space in _RSS and name in {"description", "fulltext", "full-text"}:
            text = _flat(child)
            yield Content(name, text, markup=_MARKUP.search(text) is not None, full=name != "description")
        elif space in _DC and name in {"description", "abstract"}:
            yield Content(f"dc:{name}", _flat(child), markup=False, full=False)


def _atom_text(child: Element, name: str) -> Content:
    kind = (child.get("type") or "text").strip().lower()
    full = name == "content"
    if kind in {"xhtml", "application/xhtml+xml"} or child.get("mode") == "xml":
        return Content(name, _inner(child), markup=True, full=full)
    if kind.startswith(("image/", "video/", "audio/", "application/")) or child.get("mode") == "base64":
        return Content(name, "", markup=False, full=full)
    return Content(name, _flat(child), markup=kind in {"html", "text/html"}, full=full)


def _inner(element: Element) -> str:
    """Write the markup inside an element, as HTML."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            for inner in child.iter():
                if name_of(inner)[0] == _XHTML:
                    inner.tag = name_of(inner)[1]
            etree.cleanup_namespaces(child)
        parts.append(str(etree.tostring(child, encoding="unicode", method="html")))
    return "".join(parts)


def _seen(content: Content) -> str:
    return " ".join(unescape(_TAG.sub(" ", content.text)).split())


def is_summary(content: Content) -> str | None:
    """Say that an entry has only a summary, or only the beginning of its text; None where it may be the whole."""
    words = _seen(content)
    if _MORE.search(words[-250:]):
        return f"only the beginning ({content.name} ends with “{words[-40:]}”)"
    if not content.full and len(words) <= LONGEST_SUMMARY and len(_BR.findall(content.text)) <= 3:  # noqa: PLR2004 - two short paragraphs
        return f"only a summary ({content.name}, {len(words)} characters)"
    return None


def feed_of(element: Element) -> Entry:
    """Read what a feed states of all its entries: who writes it, what it is called, its language, and its site (as "base")."""
    found: list[Fact] = [("authors", value, f"feed, {place}") for _, value, place in _named(element) if place == "author"]
    titles = (*_children(element, _RSS | _ATOM, "title"), *_children(element, _DC, "title"))
    found.extend(("outlet", unescape(_TAG.sub("", _flat(child))), "feed title") for child in titles)
    languages = (*_children(element, _RSS, "language"), *_children(element, _DC, "language"))
    found.extend(("language", _flat(child), "feed language") for child in languages)
    found.extend(("base", _flat(link).strip(), "feed link") for link in _children(element, _RSS, "link"))
    return Entry(tuple((name, " ".join(value.split()), place) for name, value, place in found if len(value) <= LONGEST_FACT))


def entry_of(element: Element, feed: Entry) -> Entry:
    """Read what an entry states, then what its feed does."""
    found: dict[Fact, None] = {}
    site = next((value for name, value, _ in feed.stated if name == "base"), "")
    own = (*_titles(element), *_links(element, site), *_named(element), *_dates(element), *_around(element))
    named = any(name == "authors" for name, _, _ in own)
    for name, value, place in (*own, *(fact for fact in feed.stated if fact[0] != "base" and not (named and fact[0] == "authors"))):
        words = " ".join(value.split())
        if 0 < len(words) <= LONGEST_FACT:
            found.setdefault((name, words, place), None)
    return Entry(tuple(found))


def _titles(element: Element) -> Iterator[Fact]:
    for child in (*_children(element, _RSS | _ATOM, "title"), *_children(element, _DC, "title")):
        yield "title", unescape(_TAG.sub("", _flat(child))), "title"
    content = content_of(element)
    for child in (*_children(element, _RSS, "description"), *_children(element, _ATOM, "summary")):
        if content is not None and content.full and len(_flat(child)) <= LONGEST_SUMMARY:
            yield "subtitle", unescape(_TAG.sub(" ", unescape(_flat(child)))), name_of(child)[1]


def _links(element: Element, site: str) -> Iterator[Fact]:
    own = (outer.get(f"{_XML}base", "") for outer in (element, *element.iterancestors()))
    base = next((address for address in (*own, site) if address), "")
    for child in _children(element, _ORIGINAL, "origLink"):
        yield "url", _flat(child), "origLink"
    for child in _children(element, _ATOM, "link"):
        if child.get("rel", "alternate") == "alternate" and child.get("href"):
            yield "url", _joined(base, child.get("href", "")), "link"
    for child in _children(element, _RSS, "link"):
        yield "url", _joined(base, _flat(child).strip()), "link"
    for child in (*_children(element, _RSS, "guid"), *_children(element, _ATOM, "id")):
        if child.get("isPermaLink", "true").lower() == "true" and _flat(child).strip().startswith(("http:", "https:")):
            yield "url", _flat(child), name_of(child)[1]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _named(element: Element) -> Iterator[Fact]:
    for child in _children(element, _ATOM, "author"):
        for name in _children(child, _ATOM, "name"):
            yield "authors", _flat(name), "author"
    for child in _children(element, _DC, "creator"):
        yield "authors", _flat(child), "dc:creator"
    for child in _children(element, _RSS, "author"):
        mailed = _MAILED.match(_flat(child))
        yield "authors", mailed["name"] if mailed is not None else _flat(child), "author"


def _dates(element: Element) -> Iterator[Fact]:
    """Give the dates. That an entry was updated does not make it new: `updated` is never the day of publication."""
    for spaces, names, fact in (
        (_RSS, ("pubDate",), "published"),
        (_ATOM, ("published", "issued"), "published"),
        (_DC, ("date", "issued", "created"), "published"),
        (_ATOM, ("updated", "modified"), "modified"),
        (_DC, ("modified",), "modified"),
    ):
        for child in _children(element, spaces, *names):
            value = _flat(child).strip()
            yield fact, sent(value) or value, name_of(child)[1]


def _around(element: Element) -> Iterator[Fact]:
    """Give where an entry was first published, and its language, where it or what stands around it says so."""
    for child in _children(element, _RSS | _ATOM, "source"):
        inner = next(_children(child, _ATOM, "title"), None)
        yield "outlet", _flat(inner if inner is not None else child), "source"
    for child in _children(element, _DC, "publisher"):
        yield "outlet", _flat(child), "dc:publisher"
    for outer in (element, *element.iterancestors()):
        if outer.get(f"{_XML}lang"):
            yield "language", outer.get(f"{_XML}lang", ""), "feed xml:lang"
            break
    for child in _children(element, _DC, "language"):
        yield "language", _flat(child), "dc:language"
