"""One object of JSON that is an article: its text, and what it states of it, under the keys that programs use."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from dateline.intake.html import read_html
from dateline.intake.known_part import KnownPart
from dateline.intake.naming import shown
from dateline.intake.plain import read_plain
from dateline.intake.raw import Fact, Raw
from dateline.model.issue import Issue
from dateline.words.loader import toml

Record = dict[str, Any]

_HALF = re.compile("[\ud800-\udfff]")
_KEY = re.compile(r"[^0-9a-z$@]")
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|article|section|blockquote|figure|span|a|img|strong|em|b|i)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_WHOLE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|article|div|p|section|main|h[1-6]|figure|ul|blockquote)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:p|div|article|section|body|html|li|h[1-6]|blockquote)\s*>", re.IGNORECASE)
_CUT = re.compile(
    r"(?:…|\.\.\.)?\s*\[\+?\s*\d{1,7} char(?:acter)?s?\]\s*$|(?:\[…\]|\[\.\.\.\]|\[&hellip;\]|\[&#8230;\])\s*(?:</[a-z]+>\s*)*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{10}|\d{13}")

SHORTER = 0.5
"""Share of the longest text of a record that one under a better key must have to be taken before it: the better key is the cleaner
text, and one that has less than half of it is its beginning."""

LONGEST_FACT = 2_000
MOST_AUTHORS = 50
DEEPEST = 4
"""Objects around the object that is the article."""
FIRST_DAY, LAST_DAY = 315_532_800, 4_102_444_800
"""Seconds from 1980 to 2100: a number outside is no date."""


class Twice(dict[str, Any]):
    """An object in which a key stands twice; the last one counts, as in most programs."""

    keys_twice: tuple[str, ...] = ()


def paired(pairs: list[tuple[str, Any]]) -> Record:
    """Make an object of its pairs; keys that stand twice with different values are kept in mind."""
    made = Twice(pairs)
    if len(made) < len(pairs):
        made.keys_twice = tuple(sorted({key for key, value in pairs if made[key] != value}))
    return made


@dataclass(frozen=True, slots=True)
class Found:
    """The text of a record, the key that it stands under, and what sort it is."""

    key: str
    text: str
    sort: str


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    table = toml("article_keys")
    return {
        **{sort: tuple(table[sort]) for sort in ("text", "html", "summary")},
        **{name: tuple(keys) for name, keys in table["facts"].items()},
    }


def plain_key(key: str) -> str:
    """Give a key as it is compared: `publish_date`, `publishDate` and `publish-date` are one."""
    return _KEY.sub("", key.lower())


def inner_record(record: Record) -> Record:
    """Unwrap the object that holds the article (`{"_source": {...}}`); what stands beside it is kept where it says more."""
    for _level in range(DEEPEST):
        if text_of(record) is not None:
            return record
        around = toml("article_keys")["around"]["objects"]
        outer = next((key for key, value in record.items() if plain_key(key) in around and _holds(value)), None)
        if outer is None:
            return record
        record = {**{key: value for key, value in record.items() if key != outer}, **record[outer]}
    return record


def _holds(value: object) -> bool:
    return isinstance(value, dict) and any(isinstance(inner, str) and len(inner) > LONGEST_FACT // 20 for inner in value.values())


def text_of(record: Record) -> Found | None:
    """Choose the text of a record: of its full texts the one under the best key, else a summary; None where it has none."""
    plain: dict[str, tuple[str, str]] = {}
    for key, value in record.items():
        if isinstance(value, str) and value.strip():
            plain.setdefault(plain_key(key), (key, value))
    full = [Found(*plain[key], sort) for sort in ("text", "html") for key in _keys()[sort] if key in plain]
    if full:
        longest = max(_prose(found) for found in full)
        return next(found for found in full if _prose(found) >= SHORTER * longest)
    return next((Found(*plain[key], "summary") for key in _keys()["summary"] if key in plain), None)


def _prose(found: Found) -> int:
    return len(_TAG.sub("", found.text)) if "<" in found.text else len(found.text)


def is_html(text: str, sort: str) -> bool:
    """Tell HTML from a text that merely has a tag in it."""
    return sort == "html" or (_WHOLE.match(text) is not None and _CLOSED.search(text) is not None) or len(_TAG.findall(text[:20_000])) > 5  # noqa: PLR2004 - a stray line break or two, a link


def part_of(raw: Raw, name: str, where: str, record: Record, stamp: bytes) -> Iterator[Raw | Issue]:
    """Make the part that is the article, and tell what is odd of it. Nothing where the record has no text."""
    found = text_of(record)
    if found is None:
        return
    text = _HALF.sub("\ufffd", found.text)
    part = raw.part(name, text.encode("utf-8"), f"{where}, key {found.key}", facts_of(record, where, found.key), "utf-8")
    known = KnownPart.of(replace(part, stamp=stamp), read_html if is_html(text, found.sort) else read_plain)
    yield known
    if text != found.text:
        yield Issue(known.path, "encoding", "half characters (lone surrogates) in the text: each is shown as \ufffd")
    if found.sort == "summary" or _CUT.search(text[-200:]):
        says = f"only a summary (key {found.key})" if found.sort == "summary" else "the text is cut short where it was taken from"
        yield Issue(known.path, "summary-only", f"{says}; the article itself is not in {where}")
    twice = [key for key in record.keys_twice if plain_key(key) in _used()] if isinstance(record, Twice) else []
    if twice:
        yield Issue(known.path, "twice", f"{where} has the key {twice[0]!r} twice, with different values: the last one is read")


@cache
def _used() -> frozenset[str]:
    return frozenset(key for keys in _keys().values() for key in keys)


def facts_of(record: Record, where: str, text_key: str) -> tuple[Fact, ...]:
    """List what a record states of its article, best key first."""
    plain: dict[str, tuple[str, Any]] = {}
    for key, value in record.items():
        if key != text_key:
            plain.setdefault(plain_key(key), (key, value))
    found: dict[Fact, None] = {}
    for name in toml("article_keys")["facts"]:
        for wanted in _keys()[name]:
            if wanted in plain:
                key, value = plain[wanted]
                for words in _stated(name, value):
                    found.setdefault((name, words, f"{where}, key {shown(key)}"), None)
    return tuple(found)


def _stated(name: str, value: object) -> Iterator[str]:
    if name in {"published", "modified"}:
        date = date_of(value)
        if date is not None:
            yield date
        return
    for words in _strings(value, 0):
        address = words.startswith(("http:", "https:"))
        if address == (name == "url"):
            yield words


def _strings(value: object, depth: int) -> Iterator[str]:
    """Give the strings of a value: itself, those of a list, or the name in an object."""
    if isinstance(value, str):
        words = " ".join(_HALF.sub("\ufffd", value).split())
        if 0 < len(words) <= LONGEST_FACT and words.lower() not in {"none", "null", "nan", "n/a", "unknown"}:
            yield words
    elif isinstance(value, list) and depth < DEEPEST:
        for item in value[:MOST_AUTHORS]:
            yield from _strings(item, depth + 1)
    elif isinstance(value, dict) and depth < DEEPEST:
        for key in ("name", "title", "main", "original", "full_name", "value", "text"):
            if isinstance(value.get(key), (str, dict)):
                yield from _strings(value[key], depth + 1)
                return


def date_of(value: object) -> str | None:
    """Read a date: as text, as seconds or milliseconds since 1970, as 20240312, or in an object (`{"$date": ...}`, `{"value": ...}`).

    >>> date_of("2024-03-12"), date_of(1710230400), date_of(1710230400000), date_of({"$date": "2024-03-12T08:00:00Z"})
    ('2024-03-12', '2024-03-12T08:00:00+00:00', '2024-03-12T08:00:00+00:00', '2024-03-12T08:00:00Z')
    """
    for _level in range(DEEPEST):
        if not isinstance(value, dict):
            break
        value = next((value[key] for key in ("$date", "$numberLong", "value", "date", "utc") if value.get(key) is not None), None)
    if isinstance(value, str):
        words = " ".join(_HALF.sub("\ufffd", value).split())
        if not _DIGITS.fullmatch(words):
            return words if 0 < len(words) <= LONGEST_FACT // 20 and words.lower() not in {"none", "null", "nan", "nat"} else None
        value = int(words)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < LAST_DAY * 1_000:
        return None
    if isinstance(value, int) and len(str(value)) == len("20240312") and str(value)[:2] in {"19", "20"}:
        return f"{str(value)[:4]}-{str(value)[4:6]}-{str(value)[6:]}"
    seconds = value / 1_000 if value > LAST_DAY else value
    return datetime.fromtimestamp(seconds, UTC).isoformat() if FIRST_DAY <= seconds < LAST_DAY else None


def canonical(record: Record) -> bytes:
    """Write an object in one way, for its hash."""
    return json.dumps(record, sort_keys=True, separators=(",", ":")).encode()
