"""Which format bytes are, by their content. One registry: a format with a reader, or a name to tell the user."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.intake.docx import read_docx
from dateline.intake.docx_package import is_docx
from dateline.intake.feeds import is_feed, read_feed
from dateline.intake.feeds_json import is_json_feed, read_json_feed
from dateline.intake.html import read_html
from dateline.intake.json_lines import is_json, read_json
from dateline.intake.known_part import is_known_part, read_known_part
from dateline.intake.mail import is_mail, read_mail
from dateline.intake.mail_box import is_mailbox, read_mailbox
from dateline.intake.mhtml import is_mhtml, is_webarchive, read_mhtml, read_webarchive
from dateline.intake.pdf import is_pdf, read_pdf
from dateline.intake.plain import read_plain
from dateline.intake.raw import HEAD, Raw
from dateline.intake.singlefile import is_singlefile, read_singlefile
from dateline.intake.tarred import is_tar, read_tar
from dateline.intake.wacz import is_wacz, read_wacz
from dateline.intake.warc import is_warc, read_warc
from dateline.intake.zipped import is_zip, read_zip
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue
from dateline.model.source import Source

Reader = Callable[[Raw], Iterable[Source | Raw | Issue]]
"""Gives the articles of an input, in order; its parts, each to be recognised and read in its turn; and what was odd.

Raises UnreadableInput where nothing (more) of it can be read: what was given before stays."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, how it is told from others (by content: `raw.head` first, `raw.decoded` for text), and its reader."""

    media: str
    is_it: Callable[[Raw], bool]
    read: Reader


_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "old Word, Excel or Outlook file"),
    (b"{\\rtf", 0, "RTF"),
    (b"BZh", 0, "bzip2 archive"),
    (b"\xfd7zXZ\x00", 0, "xz archive"),
    (b"\x28\xb5\x2f\xfd", 0, "Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", 0, "7-Zip archive"),
    (b"Rar!\x1a\x07", 0, "RAR archive"),
    (b"\x89PNG\r\n\x1a\n", 0, "PNG image"),
    (b"\xff\xd8\xff", 0, "JPEG image"),
    (b"GIF87a", 0, "GIF image"),
    (b"GIF89a", 0, "GIF image"),
    (b"II*\x00", 0, "TIFF image"),
    (b"MM\x00*", 0, "TIFF image"),
    (b"WEBP", 8, "WebP image"),
    (b"WAVE", 8, "sound file"),
    (b"ID3", 0, "sound file"),
    (b"OggS", 0, "sound file"),
    (b"ftyp", 4, "video or sound file"),
    (b"\x1aE\xdf\xa3", 0, "video file"),
    (b"PAR1", 0, "Parquet table"),
    (b"SQLite format 3\x00", 0, "SQLite database"),
    (b"\x7fELF", 0, "program"),
)
_ZIPPED = (
    ("xl/workbook.xml", "Excel workbook (XLSX)"),
    ("xl/workbook.bin", "Excel workbook (XLSB)"),
    ("ppt/presentation.xml", "PowerPoint file (PPTX)"),
    ("META-INF/container.xml", "EPUB book"),
    ("META-INF/manifest.xml", "OpenDocument file"),
    ("META-INF/MANIFEST.MF", "program (JAR)"),
)
"""Formats that are ZIP files by their bytes, each by a member that it must have."""
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)*+<(?:!doctype\s+html|html|head|body|article|main|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"</(?:p|div|a|span|h[1-6]|article|section|body|ul|li|table)\s*>", re.IGNORECASE)
_ENOUGH_TAGS = 3


def _signature(raw: Raw) -> str | None:
    """Name a binary format that has no reader; None where the bytes may be text, or an archive."""
    head = raw.head
    if is_zip(raw):
        return next((name for member, name in _ZIPPED if member in raw.members), None)
    return next((name for mark, at, name in _SIGNATURES if head[at : at + len(mark)] == mark), None)


def _is_html(raw: Raw) -> bool:
    """Tell a page from a text that merely speaks of tags."""
    head = raw.decoded.text[:HEAD]
    if _HTML_START.match(head):
        return True
    return head.lstrip().startswith("<") and len(_HTML_TAG.findall(head)) >= _ENOUGH_TAGS


def _unread(raw: Raw) -> Iterable[Issue]:
    raise UnreadableInput(f"this format is not read yet: {_signature(raw)}; save the article as plain text or HTML")


FORMATS: tuple[Format, ...] = (
    Format("as its container says", is_known_part, read_known_part),
    Format("application/x-tar", is_tar, read_tar),
    Format("application/warc", is_warc, read_warc),
    Format("application/wacz", is_wacz, read_wacz),
    Format("application/pdf", is_pdf, read_pdf),
    Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_docx, read_docx),
    Format("application/octet-stream", lambda raw: _signature(raw) is not None, _unread),
    Format("application/zip", is_zip, read_zip),
    Format("application/x-webarchive", is_webarchive, read_webarchive),
    Format("multipart/related", is_mhtml, read_mhtml),
    Format("application/mbox", is_mailbox, read_mailbox),
    Format("message/rfc822", is_mail, read_mail),
    Format("application/feed+json", is_json_feed, read_json_feed),
    Format("application/json", is_json, read_json),
    Format("application/rss+xml", is_feed, read_feed),
    Format("text/html", is_singlefile, read_singlefile),
    Format("text/html", _is_html, read_html),
    Format("text/plain", lambda _: True, read_plain),
)
"""In the order in which they are tried: what is told by its first bytes before what must be decoded; the last one takes what is left."""


def recognise(raw: Raw) -> Format:
    """Choose the format of an input. Raises UnreadableInput where it cannot even be opened."""
    return next(form for form in FORMATS if form.is_it(raw))


def may_be_long(raw: Raw) -> bool:
    """Tell, by the first bytes, an input that is read part by part and may be larger than memory: an archive, or lines of JSON."""
    return is_zip(raw) or is_tar(raw) or is_warc(raw) or raw.head.lstrip()[:1] in {b"{", b"["}
