"""From bytes to text: by the byte order mark, by what the page declares, as UTF-8, then as a legacy encoding. Never a silent loss."""

import codecs
import re
from dataclasses import dataclass
from functools import partial
from itertools import islice

from dateline.model.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,300}?\bcharset\s*=\s*|\?xml\b[^>]{0,100}?\bencoding\s*=\s*)[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_AS_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""What a label means to browsers (https://encoding.spec.whatwg.org/#names-and-labels):
pages that say Latin-1 hold Windows quotation marks."""

_HEAD = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
MOST_CONTROLS = 0.005
"""Share of control characters above which bytes are no text. Real articles have none or a stray one; compressed data has a quarter."""

MOST_BROKEN = 0.001
"""Share of bytes that may break an otherwise good UTF-8 text (a cut end, a pasted byte) and still be read with a mark in their place."""

MOST_HIGH = 0.25
"""Share of letters outside ASCII above which a legacy text is not western:
 French has 5 %, Polish 8 %, Vietnamese 20 %; Cyrillic nearly all."""

LONGEST_RUN = 60
"""Characters between spaces or full stops, on average, above which a guessed text is none: Thai, the longest, has 40."""

_PARTED = re.compile(r"[\s。、，！？；：「」]")
_MAC_APOSTROPHE = re.compile(rb"[a-z]\xd5[a-z]|\xd2[A-Za-z]")
_WINDOWS_QUOTE = re.compile(rb"[\x91-\x94]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the name of the encoding, and how many characters had to be replaced by U+FFFD (0 nearly always)."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, charset: str | None = None) -> Decoded:
    r"""Decode `data`, of unknown encoding. Raises UnreadableInput where it is binary or in no encoding that is known here.

    `charset` is what a container says of it (a mail part, an HTTP header): it ranks behind a byte order mark, before all guesses,
    and is passed over where the bytes are not in it.

    >>> decode("Café".encode("utf-16")).encoding
    'utf-16'
    >>> decode(b"The mayor\x92s office").text
    'The mayor’s office'
    """
    for attempt in (_marked, _wide, partial(_said, charset=charset), _declared, _unicode, _legacy):
        decoded = attempt(data)
        if decoded is not None:
            return _checked(decoded)
    raise UnreadableInput(
        "in no encoding that can be told: neither UTF-8 nor UTF-16 nor a western or other legacy one; save it again as UTF-8"
    )


def _checked(decoded: Decoded) -> Decoded:
    most = int(MOST_CONTROLS * len(decoded.text)) + 1
    if sum(1 for _ in islice(_CONTROL.finditer(decoded.text), most + 1)) > most:
        raise UnreadableInput("binary data, not text; give the article as plain text or HTML")
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                text = data.decode(encoding, "replace")
                broken = text.count("\ufffd")
                return Decoded(text, encoding, broken) if broken <= MOST_BROKEN * len(text) + 1 else None
    return None


def _wide(data: bytes) -> Decoded | None:
    """Find UTF-16 without a mark: every other byte of western text is zero."""
    head = data[:_HEAD]
    if len(head) < 4:  # noqa: PLR2004 - two characters at least
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.4 * half and others < 0.02 * half:
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:_HEAD])
    return None if match is None else _said(data, match.group(1).decode("ascii"))


def _said(data: bytes, charset: str | None) -> Decoded | None:
    """Decode by the label that a page or its container gives; None where the label is unknown or contradicted by the bytes."""
    if charset is None:
        return None
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32", "utf-8")) or not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None
    if not name.startswith("iso2022") and _unicode(data) is not None and not data.isascii():
        return None
    name = _AS_WINDOWS.get(name, name)
    try:
        return Decoded(data.decode(name), "windows-1252" if name == "cp1252" else name)
    except (UnicodeError, ValueError):  # "undefined", "idna" and their like are codecs too, and raise what they please
        return None


def _unicode(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - broken
    if broken <= MOST_BROKEN * len(text) + 1 and good > 2 * broken:
        return Decoded(text, "utf-8", broken)
    return None


def _legacy(data: bytes) -> Decoded | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = sum(1 for character in text if character.isalpha())
    high = sum(1 for character in text if character.isalpha() and character > "\x7f")
    if text and high <= MOST_HIGH * letters:
        if _MAC_APOSTROPHE.search(data) and not _WINDOWS_QUOTE.search(data):
            return Decoded(data.decode("mac_roman"), "mac-roman")
        return Decoded(text, "windows-1252")
    return _guessed(data)


def _guessed(data: bytes) -> Decoded | None:
    if _CONTROL.search(data[:_HEAD].decode("ascii", "ignore")):
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, wanted for other scripts only

    best = from_bytes(data[:200_000]).best()
    if best is None:
        return None
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Decoded(text, best.encoding) if len(_PARTED.findall(text)) * LONGEST_RUN >= len(text) else None
