"""The layers of a mail's text: a note, the head of a mail passed on, that mail, what is quoted of an earlier one, a signature."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline.model.source import Furniture
from dateline.words.loader import toml

_LINE = re.compile(r"[^\n]*\n?")
_FIELD = re.compile(r"[*_>|\s]{0,8}(?P<name>[^\W\d_][\w-]{0,20})(?:[*_\xa0 ]{0,3}):(?:[*_]{0,2})(?P<value>.*)", re.DOTALL)
_AROUND = " \t\r\n\xa0-–—_=*<>:"
_SIGNATURE = re.compile(r"--[ \t\xa0]?\r?\n?")
_RULE = re.compile(r"_{20,}\s*")

MOST_FIELDS = 20
LEAST_FIELDS = 2
"""Fields that make a head below a line that announces one."""
LEAST_BARE = 3
"""Fields that make a head where no line announces it: who, when and what, as office programs print them."""

LONGEST_NOTE = 120
"""Words of the longest note above a mail passed on. A note says why it is sent, in two or three sentences; beyond, the note is the text."""
LEAST_PASSED_ON = 12
"""Words below a head without which nothing was passed on."""

LONGEST_SIGNATURE = 15
LONGEST_WROTE = 3
"""Lines over which a line like “On Monday, Ann wrote:” may be wrapped."""
LONGEST_LINE = 400
"""Characters of the longest line that is looked at as a field, a mark or a line of furniture."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its offsets without the white space around it, and whether it stood behind a quotation mark (`>`)."""

    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class InnerHead:
    """The head that a mail program printed above a mail passed on or answered: its lines (from, to), what it says, what kind it is."""

    first: int
    last: int
    fields: dict[str, str]
    forwarded: bool


@dataclass(slots=True)
class Layers:
    """What the lines are that are no text of the article, and the head of the mail that the article is, where that was passed on."""

    hints: list[Furniture] = field(default_factory=list)
    inner: InnerHead | None = None


def lines_of(text: str) -> list[Line]:
    """Give the lines that show anything."""
    found = []
    for match in _LINE.finditer(text):
        core = match.group().strip()
        if core:
            start = match.start() + match.group().index(core)
            found.append(Line(start, start + len(core)))
    return found


def layers_of(text: str, lines: list[Line], *, forwarded: bool) -> Layers:
    """Tell the layers of a text; `forwarded` is true where the subject says that the mail was passed on."""
    layers = Layers()
    words = [0]
    for line in lines:
        words.append(words[-1] + len(text[line.start : line.end].split()))
    heads = list(_heads(text, lines))
    chosen = None
    for head in heads:
        note, rest = words[head.first], words[-1] - words[head.last]
        passed_on = note <= LONGEST_NOTE and rest >= LEAST_PASSED_ON and (note < rest)
        if not passed_on or not (head.forwarded or forwarded or 2 * note < rest):
            break
        chosen = head
    first, last = 0, len(lines)
    if chosen is not None:
        layers.inner = chosen
        first = chosen.last
        inside = {i for head in heads if head.first < first for i in range(head.first, head.last)}
        _label(layers, lines, [i for i in range(first) if i not in inside], ("comment", "it stands above a mail that was passed on"))
        _label(layers, lines, sorted(inside), ("navigation", "it is the head of a mail that was passed on"))
    below = next((head for head in heads if head.first >= first), None)
    if below is not None and words[below.first] > words[first]:
        last = below.first
        _label(layers, lines, range(last, len(lines)), ("comment", "it is an earlier mail, below this one"))
    quoted = [i for i in range(first, last) if lines[i].quoted]
    if words[last] - words[first] > 2 * sum(words[i + 1] - words[i] for i in quoted):
        _label(layers, lines, quoted, ("comment", "it is quoted from an earlier mail"))
    _furniture(text, lines, (first, last), layers)
    return layers


def _label(layers: Layers, lines: list[Line], which: range | list[int], hint: tuple[str, str]) -> None:
    layers.hints.extend(Furniture(lines[i].start, lines[i].end, *hint) for i in which)


def _furniture(text: str, lines: list[Line], within: tuple[int, int], layers: Layers) -> None:
    """Label signatures, the footers of lists, and the lines that newsletters carry."""
    labelled = {hint.start for hint in layers.hints}
    at = within[0]
    while at < within[1]:
        line = text[lines[at].start : lines[at].end]
        end = _signature_end(text, lines, at, within[1])
        if end > at:
            _label(layers, lines, range(at, end), ("footer", "it is the signature of the mail"))
            at = end
            continue
        if lines[at].start not in labelled:
            for kind, pattern in _furniture_words():
                match = pattern.match(line[:LONGEST_LINE].lstrip("[(*_#|• "))
                if match is not None:
                    _label(layers, lines, [at], (kind, f"a line of mails: it begins with “{' '.join(match.group().split())}”"))
                    break
        at += 1


def _signature_end(text: str, lines: list[Line], at: int, last: int) -> int:
    """Give the line after a signature that begins here, else `at`: it goes to the end of the mail, and is short."""
    line = text[lines[at].start : lines[at].end]
    mark = _SIGNATURE.fullmatch(line) or (_RULE.fullmatch(line) and at + 1 < last and "list" in text[lines[at + 1].start :][:200].lower())
    return last if mark and last - at <= LONGEST_SIGNATURE else at


@cache
def _furniture_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile("|".join(f"(?:{entry})" for entry in listed), re.IGNORECASE))
        for kind, listed in toml("mail")["furniture"].items()
    )


@cache
def _field_names() -> dict[str, str]:
    return {name: kind for kind, names in toml("mail")["fields"].items() for name in names}


@cache
def _marks() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    table = toml("mail")["marks"]
    return tuple(
        (kind == "forward", re.compile("|".join(f"(?:{entry})" for entry in table[kind]), re.IGNORECASE))
        for kind in ("forward", "original")
    )


@cache
def _wrote() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in toml("mail")["marks"]["wrote"]), re.IGNORECASE)


def _heads(text: str, lines: list[Line]) -> Iterator[InnerHead]:
    """Find the heads that mail programs print, in order."""
    at = 0
    while at < len(lines):
        head = _head_at(text, lines, at) or _wrote_at(text, lines, at)
        if head is not None:
            yield head
        at = head.last if head is not None else at + 1


def _head_at(text: str, lines: list[Line], at: int) -> InnerHead | None:
    said = text[lines[at].start : lines[at].end][:LONGEST_LINE].strip(_AROUND)
    mark = next((forwarded for forwarded, words in _marks() if said and words.fullmatch(said)), None)
    first = at + 1 if mark is not None or not said else at
    fields: dict[str, str] = {}
    i, kind = first, None
    while i < len(lines) and i - first < MOST_FIELDS:
        line = text[lines[i].start : lines[i].end]
        named, value = _field(line)
        if named is not None and (named == "other" or named not in fields):
            if not value and i + 1 < len(lines) and _field(text[lines[i + 1].start : lines[i + 1].end])[0] is None:
                i += 1  # a table: the name in one cell, the value in the next
                value = text[lines[i].start : lines[i].end]
            fields.setdefault(named, value)
            kind = named
        elif kind == "other" and lines[i].start - lines[i - 1].end <= len("\r\n\t\t\t") and "@" in line:
            pass  # a list of addresses goes on over several lines
        else:
            break
        i += 1
    stated = len(fields.keys() - {"other"})
    enough = LEAST_FIELDS if mark is not None else LEAST_BARE
    if "from" not in fields or stated + ("other" in fields) < enough or (mark is None and not {"date", "subject"} <= fields.keys()):
        return None
    return InnerHead(at, i, fields, mark is True)


def _field(line: str) -> tuple[str | None, str]:
    """Read a line as a field of a head: which one (None where it is none), and its value."""
    match = _FIELD.match(line[:LONGEST_LINE])
    named = _field_names().get(match["name"].lower()) if match is not None else None
    return (named, match["value"].strip(" \t\r\n*_\xa0")) if match is not None and named is not None else (None, "")


def _wrote_at(text: str, lines: list[Line], at: int) -> InnerHead | None:
    """Find a line like “On Mon, 11 Mar 2024 at 08:00, The Ledger <news@ledger.example> wrote:”, which may be wrapped."""
    for count in range(1, LONGEST_WROTE + 1):
        if at + count > len(lines):
            return None
        said = " ".join(text[lines[at].start : lines[at + count - 1].end].split())
        if len(said) > LONGEST_LINE:
            return None
        if said.endswith(":") and _wrote().fullmatch(said):
            follows = at + count < len(lines) and (lines[at + count].quoted or "@" in said)
            return InnerHead(at, at + count, _wrote_fields(said), forwarded=False) if follows else None
    return None


def _wrote_fields(said: str) -> dict[str, str]:
    middle = re.sub(r"^\w+\s|\s*\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\b.*$", "", said)
    found = re.search(r"(?:,|\d|\bPM|\bAM)\s+(?P<sender>[^\d,<>]{2,80}(?:<[^<>]{3,200}>)?)$", middle)
    return {"date": middle, **({"from": found["sender"]} if found is not None else {})}


def hints_within(hints: tuple[Furniture, ...], layers: Layers) -> tuple[Furniture, ...]:
    """Put the layers before what the markup says of the same lines."""
    starts = sorted(hint.start for hint in layers.hints)
    kept = [hint for hint in hints if bisect_right(starts, hint.start) == bisect_right(starts, hint.start - 1)]
    return tuple(sorted([*kept, *layers.hints], key=lambda hint: hint.start))
