"""A message taken apart (RFC 2045, 2046): heads, bodies and the parts of parts, in time that grows with its size alone.

The parser of the standard library nests a generator for each level of parts and tries the boundaries of all levels on each line, so a
message that nests without end costs its depth times its size, and ends in a RecursionError. Here each level is one search, to a bound.
"""

import base64
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.message import Message

DEEPEST = 10
"""Levels of parts within one message: mail programs make three or four; what is deeper is left as it is."""

MOST = 1_000
"""Parts of one message: a digest has a hundred; what follows is left unread."""

MOST_FIELDS = 500
LONGEST_FIELD = 8_000
"""Characters of a field that are looked at: an address list runs to more, but its end is of no use here."""
LONGEST_HEAD = 1_000_000

_BLANK = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_FIELD = re.compile(r"([!-9;-~]{1,100})[ \t]*:[ \t]?(.*)", re.DOTALL)
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_GUESSED = re.compile(rb"(?:\A|\n)--([^\s][^\r\n]{0,200}?)[ \t]*\r?\nContent-[A-Za-z-]{1,40}:", re.IGNORECASE)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf_7"})
"""Codecs of Python that are no encodings of text, or slow, or (UTF-7) a way around what is looked at."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A message or a part of one: its head, its body as it stands, its number ("1.2"; "" for the whole message), its parts."""

    head: Message
    body: bytes
    number: str
    parts: tuple["Entity", ...] = ()

    @property
    def kind(self) -> str:
        """The media type, in lower case: "text/plain" where none is stated, or one that makes no sense."""
        return self.head.get_content_type()

    @property
    def charset(self) -> str | None:
        """The encoding that the head states, where there is one of that name."""
        return known_charset(_parameter(self.head, "charset"))

    @property
    def name(self) -> str | None:
        """The file name that the head states."""
        try:
            return self.head.get_filename() or None
        except (LookupError, ValueError, HeaderParseError):
            return None

    @property
    def attached(self) -> bool:
        """Whether the head says that it is a file beside the text, or gives it the name of one."""
        return self.head.get_content_disposition() == "attachment" or self.name is not None

    @property
    def transfer(self) -> str:
        """How the body is encoded for transfer: "base64", "quoted-printable", else ""."""
        stated = str(self.head.get("Content-Transfer-Encoding", "")).split(";")[0].strip().lower()
        return stated if stated in {"base64", "quoted-printable"} else ""

    def content(self) -> bytes:
        """Decode the body; broken encodings give what can be had of them."""
        if self.transfer == "base64":
            letters = _NOT_BASE64.sub(b"", self.body)
            whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
            return base64.b64decode(whole + b"=" * (-len(whole) % 4))
        return quopri.decodestring(self.body) if self.transfer == "quoted-printable" else self.body

    def leaves(self) -> Iterator["Entity"]:
        """Give the parts that have no parts, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def known_charset(label: str | None) -> str | None:
    """Give a label back where it names an encoding of text.

    >>> known_charset("Latin1"), known_charset("idna"), known_charset("x-unknown")
    ('Latin1', None, None)
    """
    try:
        name = codecs.lookup((label or "")[:40].strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return None if name.replace("-", "_") in _NO_CHARSETS else label


def head_of(data: bytes) -> tuple[Message, int]:
    """Read the head of a message: its fields (the lines that are none are passed over), and where the body begins."""
    blank = _BLANK.search(data, 0, LONGEST_HEAD)
    end = len(data) if blank is None else blank.end()
    head = Message()
    text = _text(data[: end if blank is not None else LONGEST_HEAD])
    for line in _FOLD.sub("", text).split("\n")[:MOST_FIELDS]:
        field = _FIELD.match(line.rstrip("\r")[:LONGEST_FIELD])
        if field is not None:
            head[field.group(1)] = field.group(2).replace("\r", " ").strip()
    return head, end


def entity_of(data: bytes) -> Entity:
    """Take a message apart."""
    return _entity(data, "", [MOST], "text/plain")


def _entity(data: bytes, number: str, left: list[int], kind: str) -> Entity:
    left[0] -= 1
    head, start = head_of(data)
    if "Content-Type" not in head:
        head["Content-Type"] = kind
    body = data[start:]
    if head.get_content_maintype() != "multipart" or number.count(".") + 1 >= DEEPEST:
        return Entity(head, body, number)
    inner = "message/rfc822" if head.get_content_subtype() == "digest" else "text/plain"
    parts = []
    for i, part in enumerate(_split(body, _parameter(head, "boundary")), 1):
        if left[0] <= 0:
            break
        parts.append(_entity(part, f"{number}.{i}" if number else str(i), left, inner))
    return Entity(head, body, number, tuple(parts))


def _split(body: bytes, boundary: str | None) -> Iterator[bytes]:
    """Give the parts between the boundaries; where the stated one never comes, one is guessed from the text."""
    marks = _marks(body, boundary.encode()) if boundary else []
    if not marks:
        guess = _GUESSED.search(body)
        marks = _marks(body, guess.group(1)) if guess else []
    for at, mark in enumerate(marks):
        if mark.group(1):
            return
        end = marks[at + 1].start() if at + 1 < len(marks) else len(body)
        start = min(mark.end(), end)
        yield body[start:end].removesuffix(b"\n").removesuffix(b"\r")


def _marks(body: bytes, boundary: bytes) -> list[re.Match[bytes]]:
    mark = re.compile(rb"(?:\A|(?<=\n))--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    return list(mark.finditer(body))


def _parameter(head: Message, name: str) -> str | None:
    try:
        value = head.get_param(name)
    except (LookupError, ValueError):
        return None
    if isinstance(value, tuple):
        value = value[2]
    return value.strip() if isinstance(value, str) and value.strip() else None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
