"""What a server sent, without the packing of the transfer: chunked, gzip, deflate, br, zstd. The headers may lie, and often do."""

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from dateline.intake.gzipped import MAGIC, WINDOW
from dateline.model.errors import UnreadableInput

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_STEP = 1 << 20
_MOST_CODINGS = 4
_PLAIN = frozenset({"identity", "none", "utf-8", "binary", ""})


def body_of(record: "WarcRecord", largest: int) -> bytes:
    """Give the body of a response as the page was.

    A browser that saves an archive often keeps the header that says how the body was packed, and the body unpacked: so what is
    not packed as stated is taken as it is. Raises UnreadableInput where the packing is unknown, the body cut short in it, or
    larger than `largest` bytes.
    """
    reader, headers = record.reader, record.http_headers
    if reader is None or headers is None:
        return b""
    body = reader.read()
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _joined(body)
    stated = ",".join(headers.get_multiple("Content-Encoding")).lower().split(",")
    codings = [coding.strip() for coding in stated if coding.strip() not in _PLAIN]
    if len(codings) > _MOST_CODINGS:
        raise UnreadableInput("packed more than four times; this record is not read")
    for coding in reversed(codings):
        body = _unpacked(body, coding, largest)
        if len(body) > largest:
            raise UnreadableInput(f"over {largest / 1_000_000:g} MB when unpacked, too large for one text")
    return body


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body; a body that is not in chunks is given as it is."""
    first, _, _ = body[:20].partition(b"\r\n")
    try:
        int(first.split(b";")[0].strip(), 16)
    except ValueError:
        return body
    from fastwarc.stream_io import ChunkedReader  # noqa: PLC0415 - needed for web archives only

    try:
        return ChunkedReader(io.BytesIO(body)).read()
    except OSError as error:
        raise UnreadableInput(f"the chunks of this page are broken ({error})") from error


def _unpacked(body: bytes, coding: str, largest: int) -> bytes:
    if coding in {"gzip", "x-gzip", "deflate"}:
        return _inflated(body, coding, largest)
    if coding not in {"br", "zstd"}:
        raise UnreadableInput(f"packed as {coding[:20]!r}, which is not read")
    from fastwarc.stream_io import BrotliReader, ZstdReader  # noqa: PLC0415 - needed for web archives only

    stream: BinaryIO = io.BytesIO(body)
    reader = BrotliReader(stream) if coding == "br" else ZstdReader(stream)
    try:
        return reader.read(largest + 1)
    except OSError as error:
        if _is_text(body):
            return body
        raise UnreadableInput(f"packed as {coding}, and broken ({error})") from error


def _inflated(body: bytes, coding: str, largest: int) -> bytes:
    """Unpack gzip or deflate (which some servers send with the frame of zlib, and some without)."""
    if coding != "deflate" and not body.startswith(MAGIC):
        return body
    for window in (WINDOW,) if coding != "deflate" else (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        try:
            found = unpacker.decompress(body, largest + 1)
        except zlib.error as error:
            broken = str(error).rpartition(": ")[2]
            continue
        if unpacker.eof or len(found) > largest:
            return found
        broken = "cut short"
    if not body or _is_text(body):
        return body
    raise UnreadableInput(f"packed as {coding}, and broken ({broken})")


def _is_text(body: bytes) -> bool:
    start = body[:_STEP]
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 4:
            return False
    return b"\x00" not in start
