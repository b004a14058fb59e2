"""What the head of a mail says: who sent it, when, about what, and whether it went out to many. Odd fields give less, never an error."""

import binascii
import re
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cache

from dateline.intake.mail_entity import known_charset
from dateline.words.loader import toml, words

_REPLY = re.compile(r"\s*(?:(?P<word>[^\W\d_]{1,8})\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:|\[(?P<list>[^\]\n]{1,40})\](?=\s*\S))\s*")
_ADDRESSED = re.compile(r"\s*(?P<name>[^<>]*?)\s*<\s*(?:mailto:)?(?P<address>[^<>\s@]+@[^<>\s]+?)\s*>")
_COMMENTED = re.compile(r"\s*(?P<address>[^\s@()<>]+@[^\s()<>]+)\s*(?:\((?P<name>[^()]*)\))?")
_SENDING_FOR = re.compile(r"(?P<person>.+?)\s+(?:from|at|@|via|of|for)\s+(?P<outlet>\S.*)", re.IGNORECASE)
_TWELVE_HOURS = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_BULK = ("List-Unsubscribe", "Feedback-ID", "X-Campaign", "X-CampaignID", "X-Mailgun-Tag", "X-MC-User", "X-Newsletter", "X-Mailer-RecptId")
_BULK_PRECEDENCE = frozenset({"bulk", "list", "junk"})

LONGEST_NAME = 80
MOST_WORDS = 4
"""Words of the longest name of a person that a sender is taken for."""
EARLIEST = 1980
"""Year before which no mail was sent: such dates come from clocks that were not set."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The name and address of who sent a mail, either "" where it is not given."""

    name: str
    address: str

    @property
    def person(self) -> str | None:
        """The person, where the name is one ("Ann Doe", "Doe, Ann") or begins with one ("Ann Doe at the Northern Ledger")."""
        match = _SENDING_FOR.fullmatch(self.name)
        name = match["person"] if match is not None else self.name
        last, comma, first = name.partition(", ")
        turned = f"{first} {last}" if comma and " " not in first.strip() else name
        return turned if is_person(turned) else None

    @property
    def outlet(self) -> str | None:
        """The name of what is no person, or what a person sends for."""
        match = _SENDING_FOR.fullmatch(self.name)
        if match is not None and is_person(match["person"]):
            return match["outlet"]
        return self.name if self.name and self.person is None else None


@cache
def _replies() -> frozenset[str]:
    return frozenset(toml("mail")["subject"]["reply"])


@cache
def _forwards() -> frozenset[str]:
    return frozenset(toml("mail")["subject"]["forward"])


@cache
def _given_names() -> frozenset[str]:
    from dateline.words.loader import rows  # noqa: PLC0415 - read when the first name is asked for

    return frozenset(row[0] for row in rows("given_names"))


def is_person(name: str) -> bool:
    """Tell the name of a person: two to four capitalised words, the first a given name, none of them a word of outlets.

    >>> is_person("Ann Doe"), is_person("The Northern Ledger"), is_person("Ann's Kitchen News")
    (True, False, False)
    """
    parts = name.split()
    if not 1 < len(parts) <= MOST_WORDS or any(part.lower().strip(".,") in words("mail", "outlet_words") for part in parts):
        return False
    return parts[0].lower().strip(".") in _given_names() and all(part[0].isupper() for part in parts)


def field_of(head: Message, name: str) -> str:
    """Give a field as a person reads it: encoded words (RFC 2047) decoded, white space single, "" where there is none."""
    return readable(str(head.get(name, "")))


def readable(value: str) -> str:
    """Decode the encoded words of a field.

    >>> readable("=?utf-8?q?Caf=C3=A9?= reopens")
    'Café reopens'
    """
    if "=?" not in value:
        return " ".join(value.split())
    try:
        chunks = decode_header(value)
    except (HeaderParseError, ValueError, binascii.Error):
        return " ".join(value.split())
    return " ".join("".join(_chunk(data, charset) for data, charset in chunks).split())


def _chunk(data: bytes | str, charset: str | None) -> str:
    if isinstance(data, str):
        return data
    for attempt in (known_charset(charset), "utf-8"):
        try:
            return data.decode(attempt or "utf-8")
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def sender_of(value: str) -> Sender:
    """Read who sent a mail out of a From field.

    >>> sender_of('"The Island Courier" <news@courier.example>')
    Sender(name='The Island Courier', address='news@courier.example')
    """
    match = _ADDRESSED.match(value) or _COMMENTED.match(value)
    name = (match["name"] or "" if match is not None else value).strip().strip("\"'*“”").replace('\\"', '"')
    address = match["address"] if match is not None else ""
    plain = not set(name) & set("@<>") and len(name) <= LONGEST_NAME and any(letter.isalpha() for letter in name)
    return Sender(name if plain else "", address)


def sent(value: str) -> str | None:
    """Read a Date field: ISO 8601, with the zone where it is known; None where it is no date.

    A time of a twelve-hour clock is left to be read as it is printed: the standard's parser takes 8 PM for 8.

    >>> sent("Tue, 12 Mar 2024 23:30:00 -0500"), sent("yesterday"), sent("12 March 2024 8:00 PM")
    ('2024-03-12T23:30:00-05:00', None, None)
    """
    if _TWELVE_HOURS.search(value[:100]):
        return None
    try:
        found: datetime = parsedate_to_datetime(value[:100])
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found.isoformat() if found.year >= EARLIEST else None


def bare_subject(subject: str) -> tuple[str, bool]:
    """Take "Re:", "Fwd:" and the name of a list off a subject, and tell whether the mail was forwarded.

    >>> bare_subject("Fwd: [desk] Re: Harbour reopens"), bare_subject("Explainer: why the harbour closed")
    (('Harbour reopens', True), ('Explainer: why the harbour closed', False))
    """
    forwarded = False
    while match := _REPLY.match(subject):
        word = (match["word"] or "").lower()
        if match["list"] is None and word not in _forwards() and word not in _replies():
            break
        forwarded = forwarded or word in _forwards()
        subject = subject[match.end() :]
    return subject.strip(), forwarded


def is_bulk(head: Message) -> bool:
    """Tell a mail that went out to many readers, not a discussion on a list."""
    if "List-Post" in head and "List-Unsubscribe" in head and "Feedback-ID" not in head:
        return False
    return any(name in head for name in _BULK) or str(head.get("Precedence", "")).strip().lower() in _BULK_PRECEDENCE
