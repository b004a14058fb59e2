"""Mail (EML): the text of the mail, mails within it, and what is attached, each an article of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from dateline.intake.html_blocks import page_text
from dateline.intake.html_tree import parse_page
from dateline.intake.known_part import KnownPart
from dateline.intake.mail_body import Envelope, read_page, read_text
from dateline.intake.mail_entity import Entity, entity_of, head_of
from dateline.intake.mail_head import readable
from dateline.intake.naming import Once, inside
from dateline.intake.passed import Passed, beside
from dateline.intake.raw import Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

_FIELD_LINE = re.compile(rb"[!-9;-~]{1,100}[ \t]*:|[ \t]|>?From ")
_MAIL_ONLY = frozenset({"received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature"})
_KNOWN = _MAIL_ONLY | {"from", "to", "subject", "date", "content-type", "sender", "reply-to"}
_LEAST_FIELDS = 3
_COUNTED = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[A-Za-z-]{1,60}:)")
_PARTED = re.compile(rb"\r?\n[ \t]*\r?\n")
_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})
_BESIDE = re.compile(
    r"image/|audio/|video/|font/|text/(?:calendar|css|x-amp-html|vcard|x-vcard|directory|rfc822-headers)"
    r"|application/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys|ics|x-font)|message/|multipart/"
)
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"https?://\S+")

REAL = 0.5
"""Share of the words of the plain text that the HTML of the same mail must have to be read in its place: programs write both from one
source, and the HTML has a few more (buttons, footers); one that has less than half is a picture with a caption."""
SHORTEST = 30
"""Words of the shortest text that is an article beside another one; below, it is a note, and told as an issue."""
COUNTED = 2_000_000
"""Bytes of a part in which words are counted."""
LONGEST_NOTE = 400
"""Characters of a note that are quoted."""


def is_mail(raw: Raw) -> bool:
    """Tell a mail by its head: nothing but fields up to the first empty line, three of them usual in mails, one found only there."""
    head = _message(raw.head)
    if not _FIELD_LINE.match(head):
        return False
    top, *rest = _PARTED.split(head, maxsplit=1)
    top = top if rest else top.rpartition(b"\n")[0]
    if not all(_FIELD_LINE.match(line) for line in top.split(b"\n") if line.strip()):
        return False
    message, _ = head_of(top + b"\n\n")
    names = {name.lower() for name in message.keys()}  # noqa: SIM118 - a message is no mapping: iterating it asks for items by number
    sure = names & _MAIL_ONLY or ("@" in str(message.get("From", "")) and {"from", "subject"} <= names)
    return len(names & _KNOWN) >= _LEAST_FIELDS and bool(sure)


def read_mail(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the text of a mail, then the mails and files in it. Pictures, signatures and invitations are passed over, by count."""
    message = entity_of(_message(raw.data))
    walk = _Walk(Passed(raw.path, "parts of the mail"))
    walk.visit(message)
    if walk.encrypted and not walk.texts:
        raise UnreadableInput("an encrypted mail; open it in the mail program and save its text")
    envelope = Envelope.of(message.head)
    texts = [(count, text) for text in walk.texts if (count := _words(text))]
    longest = max((count for count, _ in texts), default=0)
    least = SHORTEST if walk.articles else 1
    main = next((text for count, text in texts if count == longest >= least), None)
    for count, text in texts:
        if text is main:
            # The text of a mail goes by the name of the mail, so that it can be named as a file is: with --date, in a ledger.
            yield replace(_body(raw, text, envelope), path=raw.path)
        elif count >= SHORTEST:
            yield _body(raw, text, envelope)
        else:
            yield Issue(raw.path, "note", f"no article, but a note beside one ({_where(text)}): “{_said(text)}”")
    for name, part in walk.articles:
        yield _attached(raw, name, part)
    yield from walk.passed.issues()
    if not texts and not walk.articles:
        raise UnreadableInput("a mail without any text in it; save the page or file that it points to")


def _message(data: bytes) -> bytes:
    """Give the mail itself, without what a mailbox puts before it (a line "From "), or Apple Mail (its length, and a list behind it)."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    counted = _COUNTED.match(data)
    if counted is not None:
        return data[counted.end() : counted.end() + int(counted.group(1))]
    return data.partition(b"\n")[2] if data.startswith((b"From ", b">From ")) else data


@dataclass(slots=True)
class _Walk:
    """What of a mail is text, what is an article of its own, and what is passed over."""

    passed: Passed
    texts: list[Entity] = field(default_factory=list)
    articles: list[tuple[str, Entity]] = field(default_factory=list)
    encrypted: bool = False
    once: Once = field(default_factory=Once)

    def visit(self, entity: Entity) -> None:
        if entity.kind in _ENCRYPTED:
            self.encrypted = True
        elif entity.kind == "multipart/alternative" and entity.parts:
            self.visit(_best(entity.parts))
        elif entity.kind == "multipart/related" and entity.parts:
            self._related(entity)
        elif entity.kind == "multipart/signed" and entity.parts:
            self.visit(entity.parts[0])
        elif entity.parts:
            for part in entity.parts:
                self.visit(part)
        else:
            self._leaf(entity)

    def _related(self, entity: Entity) -> None:
        root = root_of(entity)
        for part in entity.parts:
            if part is root or part.head.get_content_disposition() == "attachment":
                self.visit(part)
            else:
                self.passed.add("parts of its page", _name(part))

    def _leaf(self, entity: Entity) -> None:
        name = _name(entity)
        if entity.kind in {"text/plain", "text/html"} and not (entity.attached and (self.texts or entity.number)):
            self.texts.append(entity)
        elif entity.kind in _MESSAGES:
            self.articles.append((self.once(name), entity))
        elif _BESIDE.match(entity.kind):
            self.passed.add(entity.kind.split("/")[0] if "/" in entity.kind else "parts", name)
        elif not entity.body.strip():
            self.passed.add("empty parts", name)
        else:
            kind = beside(name, entity.content()[:1_024])
            if kind is not None:
                self.passed.add(kind, name)
            else:
                self.articles.append((self.once(name), entity))


def root_of(related: Entity) -> Entity:
    """Choose the part of a `multipart/related` that the others belong to: the one named by `start`, else the first page or part."""
    start = related.head.get_param("start")
    if isinstance(start, str):
        named = next((part for part in related.parts if str(part.head.get("Content-ID", "")).strip() == start.strip()), None)
        if named is not None:
            return named
    pages = [part for part in related.parts if part.kind in {"text/html", "application/xhtml+xml"} or part.parts]
    return pages[0] if pages else related.parts[0]


def _best(parts: tuple[Entity, ...]) -> Entity:
    """Choose one of several forms of the same text: the page, unless it has far fewer words than the plain text."""
    counted = [(part, sum(_words(leaf) for leaf in part.leaves() if leaf.kind in {"text/plain", "text/html"})) for part in parts]
    pages = [item for item in counted if any(leaf.kind == "text/html" for leaf in item[0].leaves())]
    plain = [item for item in counted if item not in pages and any(leaf.kind == "text/plain" for leaf in item[0].leaves())]
    most = max((count for _, count in plain), default=0)
    for part, count in pages:
        if count and count >= REAL * most:
            return part
    return next((part for part, count in plain if count), parts[0])


def _words(entity: Entity) -> int:
    return len(_WORD.findall(_ADDRESS.sub("", _seen(entity, COUNTED))))


def _said(entity: Entity) -> str:
    words = " ".join(_seen(entity, COUNTED).split())
    return words if len(words) <= LONGEST_NOTE else f"{words[:LONGEST_NOTE]}…"


def _seen(entity: Entity, most: int) -> str:
    """Give the text of a part as a reader sees it, roughly: to count its words, or to quote it."""
    text = entity.content()[:most].replace(b"\x00", b"").decode("utf-8", "replace")
    if entity.kind != "text/html":
        return text
    root, _ = parse_page(text)
    return "" if root is None else page_text(root).text


def _name(entity: Entity) -> str:
    name = readable(entity.name or "")
    if name:
        return inside(name)[0]
    return f"part {entity.number}" if entity.number else "body"


def _where(entity: Entity) -> str:
    where = f"part {entity.number}" if entity.number else "body"
    return f"{where}, decoded from {entity.transfer}" if entity.transfer else where


def _body(raw: Raw, entity: Entity, envelope: Envelope) -> Raw:
    content = entity.content()
    part = raw.part(_name(entity), content, _where(entity), (), entity.charset)
    page = entity.kind == "text/html"
    flowed = str(entity.head.get_param("format") or "").lower() == "flowed"
    reader = partial(read_page, envelope=envelope) if page else partial(read_text, envelope=envelope, flowed=flowed)
    return KnownPart.of(replace(part, stamp=envelope.stamp + b"\n\n" + content), reader)


def _attached(raw: Raw, name: str, entity: Entity) -> Raw:
    content = entity.content() if entity.kind not in _MESSAGES or entity.transfer else entity.body
    part = raw.part(name, content, _where(entity), (), entity.charset)
    return KnownPart.of(part, read_mail) if entity.kind in _MESSAGES else part
