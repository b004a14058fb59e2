"""What is not prose: cut out of the blocks at line and sentence starts, labelled, with the words that show it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import cast

from dateline.clean.extents import end_of
from dateline.clean.openings import dispatched
from dateline.clean.paragraphs import Block
from dateline.clean.piece import Piece
from dateline.model.passage import PassageKind
from dateline.model.rule import Rule
from dateline.model.source import Source
from dateline.words.loader import toml

RULES: tuple[Rule, ...] = (
    Rule(
        "furniture.markup", "The element, role or class of the page says what it is", "<nav>Home</nav>", "<p>Home is where the vote is.</p>"
    ),
    Rule("furniture.image", "A picture in Markdown", "![A flooded street](street.jpg)", "The sign read [sic] (in red)."),
    Rule(
        "furniture.related",
        "A link to another story, with its headline",
        "Related article: Harbour Reopens After Storm",
        "Related charges were dropped.",
    ),
    Rule("furniture.share", "A line that asks to share or follow", "Share this article", "Shares in the bank fell."),
    Rule(
        "furniture.newsletter",
        "A box for a newsletter",
        "Sign up for our daily newsletter.",
        "The union wrote in its newsletter that talks had failed.",
    ),
    Rule(
        "furniture.app",
        "A box for an app or alerts",
        "Download our free app.",
        "The ministry said its app had been downloaded a million times.",
    ),
    Rule("furniture.advert", "A mark of an advertisement", "Advertisement", "Advertisement spending fell by a tenth."),
    Rule(
        "furniture.consent",
        "Consent, cookies and legal links",
        "We use cookies to improve this site.",
        "The regulator said the site used cookies without consent.",
    ),
    Rule("furniture.comments", "A box or a request for comments and tips", "Leave a comment", "Comments by the minister angered allies."),
    Rule(
        "furniture.photo", "The credit or caption of a picture", "Photo: Ann Doe / Northwire", "Photos of the bridge were shown in court."
    ),
    Rule(
        "furniture.caption",
        "The words under a picture",
        "The pier after the storm (Photo: Ann Doe/Northwire)",
        "In this photo album he found his past.",
    ),
    Rule(
        "furniture.agency-credit",
        "Who reported, edited or supplied the story",
        "(Reporting by Ann Doe; Editing by Bob Roe)",
        "Reporting by the paper led to an inquiry.",
    ),
    Rule(
        "furniture.correction",
        "A correction or a note that the story changed",
        "Correction: An earlier version misspelled a name.",
        "Correction of the map took a year.",
    ),
    Rule("furniture.author-box", "A note on the author", "Ann Doe is a reporter covering courts.", "Ann Doe is a nurse at the clinic."),
    Rule(
        "furniture.copyright",
        "A line on rights",
        "Copyright 2024 Northwire. All rights reserved.",
        "Copyright law was at the heart of the case.",
    ),
    Rule("furniture.live-time", "The time stamp of a live page", "14:32 GMT", "14:32 was the time on the stopped clock."),
    Rule("furniture.navigation", "Menus, tags and buttons", "Tags: floods, harbour", "Tags on the bags showed the flight number."),
)

LISTS = (
    "related",
    "agency-credit",
    "correction",
    "photo",
    "caption",
    "newsletter",
    "app",
    "share",
    "consent",
    "comments",
    "author-box",
    "copyright",
    "advert",
    "live-time",
    "navigation",
)
"""The order in which the lists are tried at one place: the surer and the more special first."""

_MID_SENTENCE = frozenset({"related", "photo"})
"""Rules whose first words (with their colon) are sure enough to cut a line start that follows no full stop."""

_IMAGE = re.compile(r"\[?!\[[^\]]{0,500}\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)(?:\]\([^()\s]{1,2000}\))?")
_PLACE = r"(?-i:[.!?…\n\r\f\v\x85\u2028\u2029](?>(?<=[\n\r\f\v\x85\u2028\u2029])|[\"'”’)\]]{0,3}\s)\s*+(?![a-z]))"
"""What stands before a line or a sentence that may be furniture. It begins with a class of characters, which the engine finds fast."""
_INSIDE = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s")
_SPEECH = re.compile(r"\b(?:said|says|told|according to)\b")
_AFTER_END = re.compile(r"[.!?…:][\"'”’)\]*_]{0,3}\s*$")
_OPENING, _CLOSING = "“«", "”»"

LONGEST_WHOLE = 160
"""Characters of the longest line that is compared as a whole."""

LONGEST_CAPTION = 500
"""Characters of the longest caption: agency captions are one or two sentences of up to 400."""

CREDIT = 120
"""Characters at the end of a caption within which its credit begins: one in brackets, or one after a colon (of at most 60, any wrapping).
Looked at first, because few paragraphs end so and the rules for captions are slow."""

CAPTION_LINES = 6
"""Lines of the longest caption that is looked for in text that may be run together."""

QUOTED_WITHIN = 1_500
"""Characters looked back for an open quotation mark: quoted speech longer than that is set in paragraphs of its own."""

LIST_ITEMS = 12
"""Headlines that one "Related stories" line may bring. Boxes have three to six, "most read" has ten."""

LONGEST_HEADLINE = 25
"""Words of the longest line that may be a headline in a list of links."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One list of the word file, compiled."""

    name: str
    kind: PassageKind
    extent: str
    starts: re.Pattern[str] | None
    whole: re.Pattern[str] | None


def pattern(expressions: list[str]) -> re.Pattern[str] | None:
    """Compile a list of the word file: case is free (but a capital asked for as such is one), a space is any white space."""
    if not expressions:
        return None
    return re.compile(spaced("|".join(f"(?:{expression})" for expression in expressions)), re.IGNORECASE)


def spaced(expression: str) -> str:
    """Let a space stand for any white space, and a capital asked for be one whatever the case of the rest."""
    return expression.replace(" ?", r"\s*").replace(" ", r"\s+").replace("[A-Z]", "(?-i:[A-Z])")


@cache
def _lists() -> tuple[_Words, ...]:
    table = toml("furniture")
    return tuple(
        _Words(
            name,
            cast("PassageKind", table[name]["kind"]),
            table[name]["extent"],
            pattern(table[name]["starts"]),
            pattern(table[name]["whole"]),
        )
        for name in LISTS
    )


@cache
def _any_start() -> re.Pattern[str]:
    return re.compile(spaced(dispatched(_of_all("starts"))), re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    """Find where a line or a sentence may open furniture, all lists in one go; an end that is asked for is checked later."""
    ends_anywhere = [expression.removesuffix("$") for expression in _of_all("starts")]
    return re.compile(f"{_PLACE}(?={spaced(dispatched(ends_anywhere))})", re.IGNORECASE)


@cache
def _any_whole() -> re.Pattern[str]:
    return re.compile(spaced(dispatched([rf"(?:{expression})\Z" for expression in _of_all("whole")])), re.IGNORECASE)


def _of_all(part: str) -> list[str]:
    return [expression for name in LISTS if name != "caption" or part == "starts" for expression in toml("furniture")[name][part]]


def cut(source: Source, blocks: list[Block]) -> list[Piece]:
    """Turn blocks into pieces: furniture labelled, the rest without a kind, in order."""
    hints = {hint.start: hint for hint in source.hints}
    pieces: list[Piece] = []
    for block in blocks:
        piece = Piece(block.start, block.end, block.lines, doubtful=block.doubtful)
        hint = hints.get(block.start)
        if hint is not None:
            piece.label(cast("PassageKind", hint.kind), "furniture.markup", hint.says)
            pieces.append(piece)
        else:
            pieces.extend(_cut(source.text, piece))
    _lists_of_links(source.text, pieces)
    return pieces


def _cut(text: str, piece: Piece) -> Iterator[Piece]:
    rest: Piece | None = piece
    while rest is not None:
        found = _first(text, rest)
        if found is None:
            yield rest
            return
        start, end, kind, rule, says = found
        before, here = rest.part(text, rest.start, start), rest.part(text, start, end)
        if before is not None:
            yield before
        if here is not None:
            here.label(kind, rule, says)
            yield here
        rest = rest.part(text, end, rest.end)


def _first(text: str, piece: Piece) -> tuple[int, int, PassageKind, str, str] | None:
    """Find the first stretch of furniture in a piece: start, end, kind, rule, sentence."""
    image = _IMAGE.search(text, piece.start, piece.end) if text.find("![", piece.start, piece.end) >= 0 else None
    limit = image.start() if image else piece.end
    opening = {match.end() for match in _places().finditer(text, piece.start, piece.end)}
    if _any_start().match(text, piece.start, piece.end):
        opening.add(piece.start)
    lines = [line[0] for before, line in pairwise(piece.lines) if not text[before[1] - 1].isalnum()]
    for start in sorted({piece.start, *opening, *lines}) if opening or lines else (piece.start,):
        if start >= limit:
            break
        found = _at(text, piece, start, opens=start in opening)
        if found is not None:
            return found
    if image:
        return image.start(), image.end(), "caption", "furniture.image", "a picture in Markdown"
    return None


def _at(text: str, piece: Piece, start: int, *, opens: bool) -> tuple[int, int, PassageKind, str, str] | None:
    if text[start].islower():
        return None
    led = start == piece.start or _AFTER_END.search(text, max(piece.start, start - 12), start) is not None
    line_end = piece.lines[bisect_right(piece.lines, (start, len(text))) - 1][1]
    if led:
        found = _whole(text, piece, start, line_end)
        if found is not None:
            return found
        if start == piece.start or (piece.doubtful and any(line[0] == start for line in piece.lines)):
            end = _caption(text, piece, start)
            if end is not None:
                return start, end, "caption", "furniture.caption", f"it ends with “{' '.join(text[start:end].split())[-40:]}”"
    if not opens or _quoted(text, piece.start, start):
        return None
    for words in _lists():
        match = words.starts.match(text, start, piece.end) if words.starts else None
        if match and (led or words.name in _MID_SENTENCE):
            end = end_of(words.extent, text, piece, (start, match.end()))
            return start, end, words.kind, f"furniture.{words.name}", _says(text, start, match.end())
    return None


def _whole(text: str, piece: Piece, start: int, line_end: int) -> tuple[int, int, PassageKind, str, str] | None:
    ends = [piece.end] if start == piece.start and line_end != piece.end else []
    at_line = any(line[0] == start for line in piece.lines)
    ends += [line_end] if at_line and not (line_end < piece.end and text[line_end:].lstrip()[:1].islower()) else []
    for end in ends:
        if end - start <= LONGEST_WHOLE and _any_whole().match(text, start, end):
            for words in _lists():
                if words.whole and words.name != "caption" and words.whole.fullmatch(text, start, end):
                    return start, end, words.kind, f"furniture.{words.name}", _says(text, start, end)
    return None


def _caption(text: str, piece: Piece, start: int) -> int | None:
    """Tell a caption by the credit at its end: where it ends, None where there is none.

    It takes the piece whole; only where that may be several paragraphs may it begin and end with some of the lines.
    """
    words = next(words for words in _lists() if words.name == "caption")
    first = bisect_right(piece.lines, (start, len(text))) - 1
    ends = [line[1] for line in piece.lines[first : first + CAPTION_LINES]] if piece.doubtful else [piece.end]
    for end in ends:
        if ")" not in text[end - 2 : end] and text.rfind(":", max(start, end - CREDIT), end) < 0:
            continue
        flat = " ".join(text[start:end].split())
        if len(flat) > LONGEST_CAPTION or words.whole is None or not words.whole.fullmatch(flat) or _SPEECH.search(flat):
            continue
        if not (piece.doubtful and _INSIDE.search(flat.rpartition("(")[0].rstrip())):
            return end
    return None


def _says(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return f"it begins with “{words}”" if len(words) <= LONGEST_WHOLE else f"it begins with “{words[:LONGEST_WHOLE]}…”"


def _quoted(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - QUOTED_WITHIN) : at]
    opened = sum(before.count(mark) for mark in _OPENING) > sum(before.count(mark) for mark in _CLOSING)
    return opened or before.count('"') % 2 == 1


def _lists_of_links(text: str, pieces: list[Piece]) -> None:
    """Label the headlines that follow a bare "Related stories" line."""
    if not any(piece.reason is not None and piece.reason.rule == "furniture.related" for piece in pieces):
        return
    left, tight, last = 0, False, 0
    for piece in pieces:
        apart = text.count("\n", last, piece.start) > 1
        last = piece.end
        if piece.reason is not None:
            bare = piece.reason.rule == "furniture.related" and piece.flat(text).rstrip(" :|").count(" ") < 4  # noqa: PLR2004 - a marker, no headline
            left = LIST_ITEMS if bare else left if piece.kind in {"related", "caption"} else 0
            tight = tight and not bare
            continue
        if apart and tight:
            left, tight = 0, False
        flat = piece.flat(text)
        if left and len(flat.split()) <= LONGEST_HEADLINE and not re.search(r"[.:;,][\"”’)]?$", flat):
            piece.label("related", "furniture.related", "it follows a line that announces related stories, and has no full stop")
            left, tight = left - 1, not apart
        else:
            left = 0
