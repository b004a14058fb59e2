"""Feeds (RSS 0.9x, 1.0 and 2.0, Atom): each entry an article, its content where the feed has it, else its summary, and marked so.

Read with the parser that reads pages, with entities left unresolved and nothing fetched, and not with a library for feeds: those
rewrite the content (so that no character could be led back), guess at dates, and work long over entities within entities.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import entities

from lxml import etree

from dateline.intake.feeds_entry import Content, Entry, content_of, entry_of, feed_of, is_summary, name_of
from dateline.intake.html import read_html
from dateline.intake.html_tree import Element
from dateline.intake.known_part import KnownPart
from dateline.intake.plain import read_plain
from dateline.intake.raw import Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*|<\?[^>]{0,400}\?>\s*|<!DOCTYPE\s[^<>\[]{0,300}>\s*|<!DOCTYPE\s[^<>\[]{0,200}\[)*+",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(rb"<(?:[\w.-]{1,20}:)?(?:rss|feed|RDF)[\s/>]")
_DOCTYPE = re.compile(r"\A(\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*+)<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,300}\?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WIDE = (b"\xff\xfe", b"\xfe\xff")

MOST_LISTED = 20
"""Entries that are named in the issue on those without text."""
LONGEST_DOCTYPE = 100_000


def is_feed(raw: Raw) -> bool:
    """Tell a feed by its root element."""
    head = raw.head
    if head.startswith(_WIDE):
        head = head[: len(head) // 2 * 2].decode("utf-16", "ignore").encode("utf-8", "ignore")
    head = head.removeprefix(b"\xef\xbb\xbf")
    start = _START.match(head)
    if start is None or not head.lstrip().startswith(b"<"):
        return False
    if head[: start.end()].endswith(b"["):
        found = _ROOT.search(head, start.end())
        return found is not None and head.find(b"]", start.end(), found.start()) >= 0
    return _ROOT.match(head, start.end()) is not None


def read_feed(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the entries, in order. Those without any text are told in one issue."""
    root, problem = _parsed(raw.decoded.text)
    if root is None:
        raise UnreadableInput(f"a feed that is no XML ({problem}); get it again")
    if problem is not None:
        yield Issue(raw.path, "broken-feed", f"the feed is broken or cut short ({problem}): what can be had of it is read")
    entries = [element for element in root.iter("{*}item", "{*}entry") if not any(_is_entry(outer) for outer in element.iterancestors())]
    feed = feed_of(next(root.iter("{*}channel"), root))
    silent: list[int] = []
    for number, element in enumerate(entries, 1):
        entry = entry_of(element, feed)
        content = content_of(element)
        if content is None:
            silent.append(number)
        else:
            yield from _article(raw, (number, element.sourceline), entry, content)
    if silent:
        named = ", ".join(str(number) for number in silent[:MOST_LISTED]) + (" ..." if len(silent) > MOST_LISTED else "")
        yield Issue(raw.path, "no-text", f"{len(silent):,} entries have no text, only a title or a link (entries {named})")
    if len(silent) == len(entries):
        raise UnreadableInput("a feed without any text in its entries; save the pages that it points to")


def _is_entry(element: Element) -> bool:
    return name_of(element)[1] in {"item", "entry"}


def _parsed(text: str) -> tuple[Element | None, str | None]:
    """Parse a feed leniently: without its document type, and with the names that HTML has for characters written out."""
    clean = _DECLARATION.sub("", _CONTROLS.sub("\ufffd", text), count=1)
    head, rest = clean[:LONGEST_DOCTYPE], clean[LONGEST_DOCTYPE:]
    clean = _NAMED.sub(_character, _DOCTYPE.sub(r"\1", head, count=1) + rest)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        return None, error.msg
    errors = [entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR]
    return root, f"line {errors[0].line}: {errors[0].message.strip()}" if errors else None


def _character(name: re.Match[str]) -> str:
    if name.group(1) in _XML_NAMES:
        return name.group()
    return entities.html5.get(f"{name.group(1)};", f"&amp;{name.group(1)};")


def _article(raw: Raw, at: tuple[int, int | None], entry: Entry, content: Content) -> Iterator[Raw | Issue]:
    number, line = at
    place = f"entry {number}" + (f" (line {line})" if line is not None else "")
    facts = entry.facts(f"entry {number}")
    part = raw.part(str(number), content.text.encode("utf-8"), f"{place}, {content.name}", facts, "utf-8")
    stamp = "\n".join([*(f"{name}\t{value}" for name, value, place in facts if not place.startswith("feed")), content.text]).encode(
        "utf-8", "replace"
    )
    yield KnownPart.of(replace(part, stamp=stamp), read_html if content.markup else read_plain)
    says = is_summary(content)
    if says is not None:
        yield Issue(part.path, "summary-only", f"{says}; the article itself is not in the feed")
