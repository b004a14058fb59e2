"""Saved pages of one file that are archives of their parts: MHTML (RFC 2557), and the web archives of Safari."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers.expat import ExpatError

from dateline.intake.html import read_html
from dateline.intake.known_part import KnownPart
from dateline.intake.mail import root_of
from dateline.intake.mail_entity import Entity, entity_of, head_of, known_charset
from dateline.intake.mail_head import field_of
from dateline.intake.raw import Fact, Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_SENT = ("Received", "Message-ID", "To", "Return-Path", "Delivered-To")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_BINARY_PLIST = b"bplist00"


def is_mhtml(raw: Raw) -> bool:
    """Tell a saved page from a mail: it has the address it was saved from, or was saved by a browser, or was never sent to anybody."""
    start = raw.head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    if not _FIELD.match(start):
        return False
    head, _ = head_of(start)
    if "Snapshot-Content-Location" in head and "Content-Type" in head:
        return True
    if head.get_content_type() != "multipart/related" or "MIME-Version" not in head:
        return False
    saved = "saved by" in str(head.get("From", "")).lower()
    return saved or not any(name in head for name in _SENT)


def read_mhtml(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the page. Its frames, pictures and styles are passed over. The date is that of the saving: it is no day of publication."""
    message = entity_of(raw.data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t"))
    page = _page(message)
    if page is None:
        raise UnreadableInput("a saved page (MHTML) without a page in it; save it again as HTML")
    facts: list[Fact] = []
    address = field_of(message.head, "Snapshot-Content-Location") or field_of(page.head, "Content-Location")
    if address.startswith(("http:", "https:")):
        facts.append(("url", address, "the address that the page was saved from"))
    title = field_of(message.head, "Subject")
    if title:
        facts.append(("title", title, "the Subject of the saved page"))
    where = f"part {page.number}" if page.number else "body"
    where = f"{where}, decoded from {page.transfer}" if page.transfer else where
    yield _named(raw, raw.part("page", page.content(), where, tuple(facts), page.charset))


def _named(raw: Raw, part: Raw) -> Raw:
    """Give the page the name of its archive, so that it can be named as a file is."""
    return KnownPart.of(replace(part, path=raw.path), read_html)


def _page(message: Entity) -> Entity | None:
    entity = message
    while entity.parts:
        entity = root_of(entity)
    if entity.kind in _PAGES:
        return entity
    return next((leaf for leaf in message.leaves() if leaf.kind in _PAGES), None)


def is_webarchive(raw: Raw) -> bool:
    """Tell a web archive of Safari: a binary property list that has a main resource."""
    return raw.head.startswith(_BINARY_PLIST) and b"WebMainResource" in raw.data


def read_webarchive(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the page of a web archive; its other resources are passed over."""
    import plistlib  # noqa: PLC0415 - for this format only
    from struct import error as struct_error  # noqa: PLC0415

    try:
        found = plistlib.loads(raw.data, fmt=plistlib.FMT_BINARY)
        resource = found["WebMainResource"]
        content, address = resource["WebResourceData"], resource.get("WebResourceURL")
        charset = resource.get("WebResourceTextEncodingName")
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, MemoryError, ExpatError, struct_error):
        raise UnreadableInput("a damaged web archive; save the page again as HTML") from None
    if not isinstance(content, bytes) or not content.strip():
        raise UnreadableInput("a web archive without a page in it; save the page again as HTML")
    facts = (("url", address, "the address of the web archive"),) if isinstance(address, str) and address.startswith("http") else ()
    part = raw.part("page", content, "main resource", facts, known_charset(charset) if isinstance(charset, str) else None)
    yield _named(raw, part)
