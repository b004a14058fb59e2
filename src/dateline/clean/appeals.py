"""Appeals for money and support: runs of sentences that speak to the reader about the outlet's own need.

No single sentence tells: a run is scored by the vocabulary of fundraising outside quotation marks, and taken whole, with the
sentences inside it that speak of prosecutors or authorities. An article about the appeal of a charity speaks of it in the third
person and stays prose.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.clean.furniture import pattern
from dateline.clean.piece import Piece
from dateline.model.rule import Rule
from dateline.words.loader import toml

RULES: tuple[Rule, ...] = (
    Rule(
        "appeals.run",
        "A run of sentences that ask the reader for money or support",
        "Dear readers, our newsroom needs your help. Support us from just $3 a month.",
        "The charity said it needed help and asked for donations of $3 a month.",
    ),
)

_QUOTE = re.compile(r"“[^”“]{0,2000}(?:”|$)|\"[^\"]{0,2000}(?:\"|$)|«[^»«]{0,2000}(?:»|$)")
_UNIT = re.compile(r"(?:[.!?…][\"'”’)\]]{0,3}|[:,])(?=\s*[\n\r])|[.!?…][\"'”’)\]]{0,3}(?=\s+[\"“'(\[]?[A-Z$£€])")
_PERSON = re.compile(r"\b(?:we|us|our|ours|you|your|yours|we['’](?:re|ve|ll)|you['’](?:re|ve|ll)|let['’]s)\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:said|says|told|according to|announced|reported|added)\b", re.IGNORECASE)

_ORDERS = frozenset(
    {"donate", "support our", "support independent", "support quality", "support local", "subscribe now", "subscribe today", "become a"}
)
_TELLING = frozenset({"strong", "opener", "medium", "closer"})
NEAR = 150
"""Characters around a request within which "you" or "us" is looked for before the text is read for appeals at all."""
AROUND = 30
"""Characters before the words of a request within which it begins; it ends within twice as many after them."""
REACH = 40
"""Pieces before and after a request that are read for its appeal: the longest seen has 25, buttons included."""

STRONG, OPENER, MEDIUM, WEAK = 3, 2, 2, 1
ENOUGH = 5
"""Score of the smallest run: an opener and one request, or two requests."""
BRIDGE = 2
"""Sentences without any of the words that may stand inside a run that was opened as an appeal (one in any other run)."""
SHORT = 4
"""Words of a button or a label ("Monthly", "Not now"), which a run may always bridge."""


@dataclass(slots=True)
class _Unit:
    """A sentence, its piece, its score and what it is in an appeal."""

    start: int
    end: int
    piece: int
    score: int
    role: str
    words: int
    reports: bool


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    table = toml("furniture")["appeal"]
    lists = {name: pattern(table[name]) for name in ("openers", "closers")} | {
        name: pattern([rf"\b(?:{'|'.join(table[name])})"]) for name in ("strong", "medium")
    }
    found = {name: compiled for name, compiled in lists.items() if compiled is not None}
    return found | {"imperatives": re.compile(rf"(?:{'|'.join(table['imperatives'].split())})\b", re.IGNORECASE)}


@cache
def _gates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the triggers under a word of each, with no white space in it: one word to look for in place of many triggers."""
    found: dict[str, list[str]] = {}
    for trigger in toml("furniture")["appeal"]["triggers"]:
        found.setdefault(max(trigger.split(), key=lambda word: (word == "every", len(word), word)), []).append(trigger)
    return tuple(
        (word, re.compile("|".join(r"\s+".join(map(re.escape, trigger.split())) for trigger in found[word]))) for word in sorted(found)
    )


def appeals(text: str, pieces: list[Piece]) -> list[Piece]:
    """Label the appeals among the pieces, cutting pieces where an appeal begins or ends inside one."""
    found = list(pieces)
    for first, last, units in reversed(_windows(text, pieces)):
        found[first:last] = _among(text, pieces, (first, last), units)
    return found


def _among(text: str, pieces: list[Piece], window: tuple[int, int], units: list[_Unit]) -> list[Piece]:
    taken: dict[int, list[tuple[int, int]]] = {}
    for first, last in _runs(units):
        for unit in units[first : last + 1]:
            spans = taken.setdefault(unit.piece, [])
            if spans and not text[spans[-1][1] : unit.start].strip():
                spans[-1] = (spans[-1][0], unit.end)
            else:
                spans.append((unit.start, unit.end))
    return [part for index in range(*window) for part in _cut(text, pieces[index], taken.get(index, []))]


def _windows(text: str, pieces: list[Piece]) -> list[tuple[int, int, list[_Unit]]]:
    """Give the stretches of pieces (first, after the last) that are read for appeals, with their sentences: those around a request."""
    requests = _requests(text)
    if not requests:
        return []
    known: dict[int, list[_Unit]] = {}
    starts = [piece.start for piece in pieces]
    found: list[tuple[int, int]] = []
    for at in requests:
        index = bisect_right(starts, at) - 1
        if index >= 0 and not (found and index < found[-1][1]):
            first, last = (_reach(text, pieces, index, step, known) for step in (-1, 1))
            if found and first < found[-1][1]:
                first, _ = found.pop()
            found.append((first, last + 1))
    return [(first, last, [unit for index in range(first, last) for unit in known[index]]) for first, last in found]


def _reach(text: str, pieces: list[Piece], index: int, step: int, known: dict[int, list[_Unit]]) -> int:
    """Go from a piece with a request as far as a run may (see `_last`): to what is no prose, or more sentences than it may bridge."""
    idle, at = 0, index
    while 0 <= at < len(pieces) and abs(at - index) <= REACH:
        if at not in known:
            known[at] = _units(text, at, pieces[at])
        for unit in known[at][::step] if at != index else ():
            idle = idle + 1 if unit.role == "none" and unit.words > SHORT else 0
            if unit.role == "other" or idle > BRIDGE:
                return at
        at += step
    return at - step


def _lowered(text: str) -> str:
    """Give the text in lower case, each character in its place (that of some, such as the dotted capital I, is two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(mark if len(mark.lower()) != 1 else mark.lower() for mark in text)


def _requests(text: str) -> list[int]:
    """Find quickly where there may be a request: its words near a word to the reader, or an order to give."""
    lower = _lowered(text)
    strong, found = _lexicon()["strong"], []
    for word, triggers in _gates():
        if word not in lower:
            continue
        for match in triggers.finditer(lower):
            order = " ".join(match.group().split()) in _ORDERS
            if (order or _PERSON.search(lower, max(0, match.start() - NEAR), match.start() + NEAR)) and strong.search(
                lower, max(0, match.start() - AROUND), match.start() + 2 * AROUND
            ):
                found.append(match.start())
    return sorted(found)


def _cut(text: str, piece: Piece, spans: list[tuple[int, int]]) -> list[Piece]:
    found: list[Piece | None] = []
    at = piece.start
    for start, end in spans:
        found.append(piece.part(text, at, start))
        part = piece.part(text, start, end)
        if part is not None:
            part.label("appeal", "appeals.run", "it is part of a run that asks the reader for support")
        found.append(part)
        at = end
    if at == piece.start:
        return [piece]
    rest = piece.part(text, at, piece.end)
    return [part for part in (*found, rest) if part is not None]


def _units(text: str, index: int, piece: Piece) -> list[_Unit]:
    if piece.kind == "related":
        return []  # a line that stands between two halves of an appeal keeps its label and does not end the appeal
    if piece.kind not in {None, "caption", "advert", "navigation"} or (
        piece.reason is not None and piece.reason.rule == "furniture.markup"
    ):
        return [_Unit(piece.start, piece.end, index, 0, "other", 99, reports=True)]
    raw = text[piece.start : piece.end]
    masked = _QUOTE.sub(lambda quote: "”" + " " * (len(quote.group()) - 2) + "”", raw)
    edges = sorted({0, *(match.end() for match in _UNIT.finditer(masked)), *_line_edges(masked, piece), len(raw)})
    found = []
    for start, end in pairwise(edges):
        words = masked[start:end].strip()
        if not words:
            continue
        role, score = _role(words)
        lead = len(masked[start:end]) - len(masked[start:end].lstrip())
        begin = piece.start + start + lead
        end_at = begin + len(words)
        if piece.kind is not None and role == "none":
            role = "labelled"
        found.append(_Unit(begin, end_at, index, score, role, len(words.split()), _REPORTS.search(words) is not None))
    return found


def _line_edges(masked: str, piece: Piece) -> list[int]:
    """Let an appeal begin at a line of its own that was joined to a paragraph."""
    openers = _lexicon()["openers"]
    return [start - piece.start for start, _ in piece.lines if openers.match(masked, start - piece.start)]


def _role(words: str) -> tuple[str, int]:
    lexicon = _lexicon()
    opener = lexicon["openers"].match(words) is not None
    personal = _PERSON.search(words) is not None
    asks = list(lexicon["strong"].finditer(words))
    if lexicon["closers"].match(words) and len(words.split()) <= 2 * SHORT:
        return "closer", WEAK
    if asks and (personal or opener or lexicon["imperatives"].match(words)):
        return "strong", STRONG * min(2, len(asks)) + (OPENER if opener else 0)
    if opener:
        return "opener", OPENER
    if asks:
        return "weak", WEAK
    if lexicon["medium"].search(words):
        return "medium", MEDIUM
    return ("weak", WEAK) if personal else ("none", 0)


def _runs(units: list[_Unit]) -> list[tuple[int, int]]:
    """Find the runs: first and last unit."""
    found = []
    at = 0
    while at < len(units):
        if units[at].role not in {"strong", "opener"}:
            at += 1
            continue
        first, last = at, _last(units, at)
        while first > 0 and units[first - 1].role == "medium":
            first -= 1
        run = units[first : last + 1]
        requests = sum(1 for unit in run if unit.role == "strong")
        if requests and sum(unit.score for unit in run) >= ENOUGH:
            found.append((first, last))
        at = last + 1
    return found


def _beside(units: list[_Unit], at: int) -> bool:
    """Tell whether a sentence without any of the words is a label, or stands in a paragraph with one that has them."""
    unit = units[at]
    near = units[max(0, at - BRIDGE) : at + BRIDGE + 1]
    return unit.words <= SHORT or any(other.piece == unit.piece and other.role in _TELLING for other in near)


def _last(units: list[_Unit], first: int) -> int:
    """Go on from an opener or a request as long as the sentences speak to the reader."""
    opened = units[first].role == "opener"
    last, gap = first, 0
    for at in range(first + 1, len(units)):
        unit = units[at]
        opened = opened or unit.role == "opener"
        if unit.role == "other" or (unit.role == "none" and (unit.reports or not _beside(units, at))):
            break
        if unit.role in {"none", "labelled", "weak"}:
            gap += 0 if unit.words <= SHORT or (unit.role == "weak" and opened) or unit.role == "labelled" else 1
            if gap > (BRIDGE if opened else 1):
                break
            if unit.role == "labelled" and gap == 0:
                last = at
            continue
        last, gap = at, 0
    return last
