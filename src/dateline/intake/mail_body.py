"""The body of a mail: its text or page, with its layers labelled, and what its head states of it.

What counts as the day of publication: the Date of a mail that was written to be sent (a newsletter, a statement), and of the mail passed on
where one was; never the day on which something was passed on. It gives way to a date that the text prints at its top, unless the mail
went out to many readers at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message

from dateline.intake.html import read_html
from dateline.intake.mail_head import Sender, bare_subject, field_of, is_bulk, sender_of, sent
from dateline.intake.mail_layers import InnerHead, Layers, Line, hints_within, layers_of, lines_of
from dateline.intake.raw import Fact, Raw
from dateline.model.issue import Issue
from dateline.model.source import Place, Source

STRETCH = 2_000
"""Characters after which a place ends at the next line end, as in plain text."""

_LINE = re.compile(r"[^\n]*\n?")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_PRINTED = re.compile(
    rf"\b(?:{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|written by|reported by)\s*:?\s+[A-Z]", re.IGNORECASE)
_GREETING = re.compile(r"(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|fyi|please)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…:;,][\"'”’)]*$")

_INDEX = "index"
_BY_MARKUP = ("its ", "it stands in <")
"""With what a hint begins that rests on the markup itself, not on the look of the whole page."""

HEAD = 10
"""Lines from the top within which a date or a byline that the text prints is looked for."""
LONGEST_HEADLINE = 160
LEAST_HEADLINE = 4
"""Words of the shortest first line that is taken for a headline where the subject says something else."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the head of a mail says of its body."""

    subject: str
    forwarded: bool
    bulk: bool
    sender: Sender
    date: str | None

    @classmethod
    def of(cls, head: Message) -> "Envelope":
        """Read the head of a mail."""
        subject, forwarded = bare_subject(field_of(head, "Subject"))
        return cls(subject, forwarded, is_bulk(head), sender_of(field_of(head, "From")), sent(field_of(head, "Date")))

    @property
    def stamp(self) -> bytes:
        """What tells two mails of the same words apart."""
        return "\n".join([self.subject, self.sender.address, self.date or ""]).encode("utf-8", "replace")


def read_text(raw: Raw, envelope: Envelope, *, flowed: bool) -> Iterator[Source | Issue]:
    """Make a source of a body in plain text: quotation marks (`>`) and the stuffing of flowed lines (RFC 3676) are taken off.

    Its places are characters of the decoded part ("characters 0-120", half open).
    """
    decoded = raw.decoded
    text, lines, places = _unquoted(decoded.text, flowed=flowed)
    layers = layers_of(text, lines, forwarded=envelope.forwarded)
    source = Source(raw.id, raw.path, raw.sha256, "text/plain", decoded.encoding, text, places, hints=tuple(layers.hints))
    yield from _stated(source, envelope, layers, lines)


def read_page(raw: Raw, envelope: Envelope) -> Iterator[Source | Issue]:
    """Make a source of a body in HTML, as of a page. A newsletter that looks like an index of stories tells them: that is its text."""
    read = list(read_html(raw))
    index = any(isinstance(found, Issue) and found.kind == _INDEX for found in read)
    for found in read:
        if isinstance(found, Source):
            lines = lines_of(found.text)
            layers = layers_of(found.text, lines, forwarded=envelope.forwarded)
            hints = tuple(hint for hint in found.hints if not index or hint.kind != "related" or hint.says.startswith(_BY_MARKUP))
            yield from _stated(replace(found, hints=hints_within(hints, layers)), envelope, layers, lines)
        elif found.kind != _INDEX:
            yield found


def _unquoted(text: str, *, flowed: bool) -> tuple[str, list[Line], tuple[Place, ...]]:
    raw_lines = list(_LINE.finditer(text))
    marks = [_QUOTED.match(line.group()) for line in raw_lines]
    parts: list[str] = []
    lines: list[Line] = []
    places: list[tuple[int, int, int, int]] = []
    at = 0
    for i, line in enumerate(raw_lines):
        beside = marks[max(0, i - 1)] is not None or (i + 1 < len(marks) and marks[i + 1] is not None)
        mark = marks[i] if i and beside else None
        cut = mark.end() if mark is not None else int(flowed and line.group().startswith(" "))
        words = line.group()[cut:]
        start, stop = line.start() + cut, line.end()
        if not words:
            continue
        if places and not cut and places[-1][3] == start and at - places[-1][0] < STRETCH:
            places[-1] = (places[-1][0], at + len(words), places[-1][2], stop)
        else:
            places.append((at, at + len(words), start, stop))
        core = words.strip()
        if core:
            first = at + words.index(core)
            lines.append(Line(first, first + len(core), quoted=mark is not None))
        parts.append(words)
        at += len(words)
    return "".join(parts), lines, tuple(Place(start, end, f"characters {a}-{b}") for start, end, a, b in places)


def _stated(source: Source, envelope: Envelope, layers: Layers, lines: list[Line]) -> Iterator[Source | Issue]:
    """Add the facts of the head; tell where the day of publication is not known."""
    labelled = {hint.start for hint in layers.hints if hint.kind in {"comment", "navigation", "footer", "advert"}}
    top = [" ".join(source.text[line.start : line.end][: 2 * LONGEST_HEADLINE].split()) for line in lines if line.start not in labelled][
        :HEAD
    ]
    inner = layers.inner
    facts = [*_title(envelope, inner, top)]
    late: list[Fact] = [*_senders(envelope, inner, top)]
    date, place = (envelope.date, "the Date of the mail") if inner is None else _inner_date(inner)
    printed = any(_PRINTED.search(line) for line in top)
    if date is not None and not (envelope.forwarded and inner is None) and (envelope.bulk or not printed):
        late.append(("published", date, place))
    elif envelope.date is not None:
        late.append(("sent", envelope.date, "the Date of the mail"))
    first = [
        fact for fact in facts if not any(name == "title" and where.startswith(("JSON-LD", "meta")) for name, _, where in source.facts)
    ]
    yield replace(source, facts=(*first, *source.facts, *(fact for fact in facts if fact not in first), *late))
    if envelope.forwarded and inner is None and not printed:
        says = f"passed on {(envelope.date or 'on an unknown day')[:10]}, which is no day of publication; give it with --date"
        yield Issue(source.path, "undated", says)


def _inner_date(inner: InnerHead) -> tuple[str | None, str]:
    value = inner.fields.get("date")
    return (None, "") if value is None else (sent(value) or value, "the Date of the mail that was passed on")


def _title(envelope: Envelope, inner: InnerHead | None, top: list[str]) -> Iterator[Fact]:
    """Give the subject as a title, unless the text begins with a headline of its own and the mail was not sent to many."""
    subject, place = envelope.subject, "the Subject of the mail"
    if inner is not None and inner.fields.get("subject"):
        subject, place = bare_subject(inner.fields["subject"])[0], "the Subject of the mail that was passed on"
    if not subject:
        return
    own = top[0] if len(top) > 1 else ""
    headline = len(own.split()) >= LEAST_HEADLINE and len(own) <= LONGEST_HEADLINE and not _ENDS.search(own) and not _GREETING.match(own)
    alike = set(own.lower().split()) & set(subject.lower().split())
    if headline and not envelope.bulk and 2 * len(alike) < len(own.split()):
        yield "subject", subject, place
    else:
        yield "title", subject, place


def _senders(envelope: Envelope, inner: InnerHead | None, top: list[str]) -> Iterator[Fact]:
    """Give the sender: what is no person as the outlet; a person as the author, of a mail that names no other and was not passed on."""
    sender, place = envelope.sender, "the From of the mail"
    if inner is not None:
        sender, place = sender_of(inner.fields.get("from", "")), "the From of the mail that was passed on"
    elif envelope.forwarded:
        return
    if sender.outlet is not None:
        yield "outlet", sender.outlet, place
    if sender.person is not None and not any(_BYLINE.match(line) for line in top):
        yield "authors", sender.person, place
