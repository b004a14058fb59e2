"""What a page states about itself outside its prose: JSON-LD, meta elements, title, language, time elements, canonical address."""

from collections.abc import Iterator
from html import unescape

from dateline.intake.html_tree import Element
from dateline.intake.jsonld import Stated, jsonld_facts

Fact = tuple[str, str, str]

_META: tuple[tuple[str, str], ...] = (
    ("title", "og:title"),
    ("title", "twitter:title"),
    ("title", "parsely-title"),
    ("title", "sailthru.title"),
    ("title", "dc.title"),
    ("title", "dcterms.title"),
    ("title", "citation_title"),
    ("subtitle", "og:description"),
    ("subtitle", "description"),
    ("subtitle", "twitter:description"),
    ("authors", "parsely-author"),
    ("authors", "sailthru.author"),
    ("authors", "author"),
    ("authors", "article:author"),
    ("authors", "article:author_name"),
    ("authors", "byl"),
    ("authors", "dc.creator"),
    ("authors", "dcterms.creator"),
    ("authors", "citation_author"),
    ("outlet", "og:site_name"),
    ("outlet", "application-name"),
    ("outlet", "dc.publisher"),
    ("url", "og:url"),
    ("language", "og:locale"),
    ("language", "content-language"),
    ("language", "dc.language"),
    ("published", "article:published_time"),
    ("published", "article:published"),
    ("published", "og:article:published_time"),
    ("published", "parsely-pub-date"),
    ("published", "sailthru.date"),
    ("published", "datepublished"),
    ("published", "date"),
    ("published", "pubdate"),
    ("published", "publishdate"),
    ("published", "publish-date"),
    ("published", "publication_date"),
    ("published", "cxenseparse:recs:publishtime"),
    ("published", "dc.date"),
    ("published", "dc.date.issued"),
    ("published", "dcterms.created"),
    ("published", "dcterms.date"),
    ("published", "dcterms.issued"),
    ("published", "citation_publication_date"),
    ("modified", "article:modified_time"),
    ("modified", "og:updated_time"),
    ("modified", "lastmod"),
    ("modified", "last-modified"),
    ("modified", "dcterms.modified"),
)
"""Which fact the names of meta elements state, best witness first."""

LONGEST = 2_000
"""Characters of the longest fact that is kept: beyond, it is no title and no name."""


def facts_of(root: Element, stated: Stated) -> tuple[Fact, ...]:
    """List (name, value, place) in order of trust: JSON-LD, meta elements, then what else the page shows."""
    found: dict[Fact, None] = {}
    for name, value, place in (*jsonld_facts(stated), *_meta(root), *_elements(root)):
        words = " ".join(unescape(unescape(value)).split())  # some escape what the template escapes again
        if words and len(words) <= LONGEST:
            found.setdefault((name, words, place))
    return tuple(found)


def _meta(root: Element) -> Iterator[Fact]:
    stated: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if name and content:
                stated.setdefault(name.strip().lower(), []).append(content)
    for fact, name in _META:
        for value in stated.get(name, ()):
            if not (fact == "authors" and value.lower().startswith(("http:", "https:", "/"))):
                yield fact, value, f"meta {name}"


def _elements(root: Element) -> Iterator[Fact]:
    for title in root.iter("title"):
        parent = title.getparent()
        if parent is not None and parent.tag == "svg":
            continue
        yield "title", "".join(title.itertext()), "title element"
        break
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield "url", link.get("href", ""), "link canonical"
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        yield "language", language, "html lang"
    for time in root.iter("time"):
        value = time.get("datetime")
        if value:
            says = " ".join(filter(None, (time.get("itemprop"), time.get("class"), "pubdate" if time.get("pubdate") is not None else None)))
            name = "modified" if any(word in says.lower() for word in ("modif", "updat")) else "published"
            yield name, value, "time element"
    for element in root.iter():
        prop = element.get("itemprop") if isinstance(element.tag, str) else None
        if prop in {"datePublished", "dateModified"} and element.tag != "meta":
            value = element.get("content") or element.get("datetime") or ""
            yield ("published" if prop == "datePublished" else "modified"), value, f"itemprop {prop}"
