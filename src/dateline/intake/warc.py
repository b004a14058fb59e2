"""WARC web archives (1.0 and 1.1): the pages of their response, resource and conversion records."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.intake.naming import Once, shown
from dateline.intake.passed import Passed, beside
from dateline.intake.raw import LARGEST, Fact, Raw
from dateline.intake.warc_body import body_of
from dateline.intake.warc_frames import Break, Frame, frames
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_SILENT = frozenset({"warcinfo", "request", "metadata"})
"""Records about the archive and its making: no pages by nature, so nobody misses them."""

_OK = 200
_MEDIA = (
    ("image/", "images"),
    ("font/", "fonts"),
    ("audio/", "sounds"),
    ("video/", "videos"),
    ("text/css", "styles"),
    ("text/javascript", "scripts"),
    ("application/javascript", "scripts"),
    ("application/x-javascript", "scripts"),
    ("application/ecmascript", "scripts"),
    ("application/wasm", "scripts"),
    ("application/font", "fonts"),
    ("application/x-font", "fonts"),
    ("application/vnd.ms-fontobject", "fonts"),
    ("application/json", "data"),
    ("application/manifest+json", "data"),
    ("application/ld+json", "data"),
    ("application/ocsp", "data"),
    ("application/dash+xml", "videos"),
    ("application/vnd.apple.mpegurl", "videos"),
    ("application/x-mpegurl", "videos"),
    ("text/vtt", "videos"),
)
_OTHERS = {"revisit": "revisits of a page that had not changed", "continuation": "continued records"}
_SCHEMES = frozenset({"", "http", "https", "file", "ftp"})
_LOOKED_AT = 2_048
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf", b"<html", b"<!doctype html")
_FOR_ROBOTS = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/security.txt", "/humans.txt")


def is_warc(raw: Raw) -> bool:
    """Tell a web archive by the first line of its first record."""
    return raw.head.startswith((b"WARC/1.0", b"WARC/1.1"))


@dataclass(slots=True)
class _Archive:
    """What was met in an archive so far."""

    raw: Raw
    passed: Passed
    once: Once = field(default_factory=Once)
    records: int = 0
    pages: int = 0


def read_warc(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the page of each record that holds one, in order. Damage is told record by record, and the rest goes on."""
    _wanted()
    archive = _Archive(raw, Passed(raw.path, "record"))
    packed = raw.layers > 0
    with raw.opened(keep=1 if packed else 0) as stream:
        try:
            for found in frames(stream, LARGEST, raw.budget.spend if packed else None):
                if isinstance(found, Break):
                    yield Issue(raw.path, "unreadable", f"{found.where}: {found.says}", fatal=True)
                else:
                    archive.records += 1
                    yield from _record(archive, found)
        finally:
            told = tuple(archive.passed.issues())
    yield from told
    if not archive.pages:
        what = archive.passed.told() if archive.passed else "only records about itself" if archive.records else "no record"
        raise UnreadableInput(f"no page in this web archive ({what})")


def _wanted() -> None:
    try:
        import fastwarc  # noqa: F401, PLC0415 - wanted for web archives only
    except ImportError:
        raise UnreadableInput("web archives are read with fastwarc: pip install 'dateline[archives]'") from None


def _record(archive: _Archive, frame: Frame) -> Iterator[Raw | Issue]:
    from fastwarc.warc import WarcRecord  # noqa: PLC0415 - wanted for web archives only

    try:
        record = WarcRecord.from_reader(io.BytesIO(frame.header + (frame.block or b"") + b"\r\n\r\n"), quirks_mode=True)
    except OSError as error:
        yield Issue(archive.raw.path, "unreadable", f"record {frame.where}: its header is broken ({error})", fatal=True)
        return
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    name = address or record.record_id or f"record {frame.where}"
    within = f"record {record.record_id or 'without id'} {frame.where}"
    try:
        page = _page(record, frame, address)
    except UnreadableInput as error:
        yield Issue(f"{archive.raw.path}/{shown(name)}", "unreadable", f"{within}: {error}", fatal=True)
        return
    if isinstance(page, str):
        if page:
            archive.passed.add(page, name)
        return
    archive.pages += 1
    part = archive.raw.part(archive.once(name), page.body, within, _facts(record, address), page.charset)
    if frame.says:
        yield Issue(part.path, "damaged", f"{within}: {frame.says}")
    yield part


@dataclass(frozen=True, slots=True)
class _Page:
    body: bytes
    charset: str | None


def _page(record: "WarcRecord", frame: Frame, address: str) -> _Page | str:
    """Give the page of a record, or the words under which it is counted instead (none for what nobody misses)."""
    kind = (record.headers.get("WARC-Type") or "").lower()
    if kind in _SILENT:
        return ""
    if kind not in {"response", "resource", "conversion"}:
        return _OTHERS.get(kind, "records of unknown type")
    if frame.block is None:
        return f"records over {LARGEST // 1_000_000} MB"
    if address.partition(":")[0].lower() not in _SCHEMES:
        return "records that are no pages"
    if kind == "response":
        return _response(record, address)
    media, charset = _media_of(record.headers.get("Content-Type") or "")
    return _chosen(address, media, frame.block, charset)


def _response(record: "WarcRecord", address: str) -> _Page | str:
    try:
        record.parse_http(auto_decode="none", quirks_mode=True)
    except OSError as error:
        raise UnreadableInput(f"its HTTP header is broken ({error})") from error
    headers = record.http_headers
    if headers is None or headers.status_code is None:
        return "responses without an HTTP header"
    if headers.status_code != _OK:
        return f"status {headers.status_code}"
    media, charset = _media_of(headers.get("Content-Type") or "")
    return _by_media(media) or _chosen(address, media, body_of(record, LARGEST), charset)


def _media_of(stated: str) -> tuple[str, str | None]:
    """Take a content type apart: the media type, and the charset that it gives."""
    media, *options = stated.split(";")
    for option in options:
        name, _, value = option.partition("=")
        if name.strip().lower() == "charset":
            return media.strip().lower(), value.strip().strip("\"'") or None
    return media.strip().lower(), None


def _chosen(address: str, media: str, body: bytes, charset: str | None) -> _Page | str:
    """Choose a body by its type, its first bytes and its address, which all may lie."""
    if not body.strip():
        return "empty records"
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    kind = _by_media(media) or beside(path, body)
    if kind is None and path.lower().endswith(_FOR_ROBOTS):
        kind = "files for robots"
    if kind is None and (media.endswith("xml") or body.lstrip().startswith(b"<?xml")):
        kind = None if any(mark in body[:_LOOKED_AT].lower() for mark in _FEEDS) else "data"
    return kind or _Page(body, charset)


def _by_media(media: str) -> str | None:
    return next((kind for start, kind in _MEDIA if media.startswith(start)), None)


def _facts(record: "WarcRecord", address: str) -> tuple[Fact, ...]:
    """Give what the archive states of a page: its address, and when it was fetched, which is never when it was published."""
    date = record.headers.get("WARC-Date")
    facts = [("url", address, "WARC-Target-URI")] if address else []
    return (*facts, ("fetched", date, "WARC-Date")) if date else tuple(facts)
