"""JSON Feed, 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): each item an article."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.intake.feeds_entry import Content, is_summary
from dateline.intake.html import read_html
from dateline.intake.json_record import Record, canonical, facts_of
from dateline.intake.known_part import KnownPart
from dateline.intake.plain import read_plain
from dateline.intake.raw import Fact, Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

_VERSION = re.compile(rb"\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org")
_HALF = re.compile("[\ud800-\udfff]")
_KEYS = (("content_html", True, True), ("content_text", False, True), ("summary", False, False))
_FACTS = ("title", "url", "external_url", "date_published", "date_modified", "authors", "author", "language")

MOST_LISTED = 20


def is_json_feed(raw: Raw) -> bool:
    """Tell a JSON Feed by its version, which stands first by custom."""
    return raw.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _VERSION.search(raw.head) is not None


def read_json_feed(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the items, in order. Those without any text are told in one issue."""
    try:
        feed = json.loads(raw.decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"a JSON Feed that is broken ({error}); get it again") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise UnreadableInput("a JSON Feed without items; get it again")
    silent = []
    for number, item in enumerate(items, 1):
        content = _content(item) if isinstance(item, dict) else None
        if content is None:
            silent.append(number)
        else:
            yield from _article(raw, number, (item, feed), content)
    if silent:
        named = ", ".join(str(number) for number in silent[:MOST_LISTED]) + (" ..." if len(silent) > MOST_LISTED else "")
        yield Issue(raw.path, "no-text", f"{len(silent):,} items have no text, only a title or a link (items {named})")
    if len(silent) == len(items):
        raise UnreadableInput("a JSON Feed without any text in its items; save the pages that it points to")


def _content(item: Record) -> Content | None:
    for key, markup, full in _KEYS:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return Content(key, _HALF.sub("\ufffd", value), markup=markup, full=full)
    return None


def _article(raw: Raw, number: int, records: tuple[Record, Record], content: Content) -> Iterator[Raw | Issue]:
    item, feed = records
    stated = {key: item[key] for key in _FACTS if item.get(key) is not None}
    if "authors" in stated:
        stated.pop("author", None)
    where = f"item {number}"
    facts: list[Fact] = list(facts_of(stated, where, ""))
    if content.full and isinstance(item.get("summary"), str):
        facts.append(("subtitle", " ".join(_HALF.sub("\ufffd", item["summary"]).split()), f"{where}, key summary"))
    around = {
        key: feed[key] for key in ("language", *(("authors", "author") if not stated.keys() & {"authors", "author"} else ())) if key in feed
    }
    facts.extend(facts_of(around, "feed", ""))
    if isinstance(feed.get("title"), str):
        facts.append(("outlet", " ".join(_HALF.sub("\ufffd", feed["title"]).split()), "feed title"))
    part = raw.part(str(number), content.text.encode("utf-8"), f"{where}, key {content.name}", tuple(facts), "utf-8")
    yield KnownPart.of(replace(part, stamp=canonical(item)), read_html if content.markup else read_plain)
    says = is_summary(content)
    if says is not None:
        yield Issue(part.path, "summary-only", f"{says}; the article itself is not in the feed")
