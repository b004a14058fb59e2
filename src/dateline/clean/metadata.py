"""Title, subtitle, byline and dateline: found at the head of an article, labelled, and read."""

import re
from functools import cache

from dateline.clean.dates import date_line
from dateline.clean.extents import is_titled
from dateline.clean.piece import Piece
from dateline.model.rule import Rule
from dateline.model.source import Source
from dateline.words.loader import words

RULES: tuple[Rule, ...] = (
    Rule(
        "metadata.title",
        "The headline: first, short, without a full stop",
        "Harbour Reopens After Storm",
        "The harbour reopened on Monday after a storm, officials said.",
    ),
    Rule("metadata.subtitle", "The line under the headline", "Ferries resume; repairs will last into spring", "Ferries resumed on Monday."),
    Rule("metadata.byline", "The name of the author", "By Ann Doe", "By Monday the water had gone."),
    Rule(
        "metadata.date-line",
        "A line that gives the date of publication or update",
        "Updated March 12, 2024, 10:30 GMT",
        "On March 12, 2024, the bridge fell.",
    ),
    Rule(
        "metadata.dateline",
        "Place, day and agency before the first sentence",
        "PARIS, March 12 (Northwire) —",
        "NATO — the alliance of thirty states —",
    ),
    Rule("metadata.heading", "A short line between paragraphs, without a full stop", "What happens next", "He left."),
)

_MONTHS = (
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December"
)
_NAME = rf"(?:(?!(?:{_MONTHS})\b\.?\s*\d)[A-Z][\w.’'-]+|[A-Z]\.|de|van|von|der|den|la|le|bin|al|el|di|da|dos|del)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"(?i:by|written by|text by|reported by)\s*:?\s+(?P<names>{_NAMES}(?:(?:,\s*|\s*,?\s+and\s+|\s*&\s*){_NAMES}){{0,6}})"
    rf"(?P<rest>\s*(?:[,|/·•(–—-]|\bin\b|\bfor\b|\bat\b)\s*.{{0,80}}|\s+(?=(?:{_MONTHS})\b|\d).{{0,60}})?$"
)
_FUNCTION = re.compile(
    r"\b(?:the|was|were|is|are|had|has|have|said|will|would|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|night)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,\s*and\s+|\s+and\s+|\s*&\s*|\s*,\s*|\s*;\s*|\s*\|\s*")

_CITY = r"[A-Z][A-Z.'’/-]+(?:\s+[A-Z][A-Z.'’/-]+){0,3}"
_REGION = r"(?:,\s*[A-Z][A-Za-z.'’-]*(?:\s+[A-Z][A-Za-z.'’-]*){0,3})?"
_ON = r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?"
_AGENCY = r"(?:\s*,?\s*[(\[][A-Z][\w .,/&’'-]{1,40}[)\]])?"
_DASH = r"(?:\s*(?:—|–|--?|_)(?=\s|[\"“A-Z])|\s*:(?=\s))\s*"
_DATELINE = re.compile(rf"(?P<city>{_CITY}){_REGION}(?P<on>{_ON})(?P<agency>{_AGENCY}){_DASH}(?=[\"“‘'(\[]?[A-Z0-9$£€])")
_SOURCED = rf"(?:(?P<on>{_ON})\s*,?\s*[(\[][A-Z][\w .,/&’'-]{{1,40}}[)\]]|,\s*[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}(?:,\s+\d{{4}})?)"
_OPENS = r"(?=[\"“‘'(\[]?[A-Z0-9$£€])"
_TITLED_CITY = re.compile(rf"(?P<city>[A-Z][a-z’'-]+(?:\s+[A-Z][a-z’'-]+){{0,3}}){_REGION}{_SOURCED}{_DASH}{_OPENS}")
_BRACKETED = re.compile(rf"[(\[][A-Z][\w .,/&’'-]{{1,40}}[)\]]{_DASH}(?=[\"“‘'(\[]?[A-Z0-9$£€])")

LONGEST_TITLE = 160
"""Characters of the longest headline; the longest of a thousand printed ones had 140."""
LONGEST_HEADING = 90
"""Characters of the longest heading within an article."""
LONGEST_RAW = 400
"""Characters of the longest heading with the white space within it."""
LONGEST_DATELINE = 200
"""Characters looked at for a dateline: the longest have 60."""
SHORTEST_CITY = 4
"""Letters of the shortest place that is a dateline without day or agency: shorter ones are mostly initials (EU, UN, US)."""
LONGEST_BYLINE = 8
"""Words of the longest byline that ends in a full stop; beyond, it is a sentence."""
HEAD = 8
"""Pieces from the top within which title, byline and date line are looked for."""
_CLOSED = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_TITLE_CLOSED = re.compile(r"(?:[.:;,][\"'”’)\]]*|[.!?][\"”])$")
_INITIALISM_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
_LIST_MARK = re.compile(r"^(?:[-*•‣◦▪●·–—]|\(?\d{1,2}[.)])\s")


@cache
def _no_city() -> frozenset[str]:
    return words("furniture", "no_city")


def label_head(source: Source, pieces: list[Piece]) -> list[Piece]:
    """Label title, subtitle, byline and date lines among the first pieces, and cut the dateline off the first paragraph."""
    text = source.text
    titled = _title(source, pieces)
    _page_byline(text, pieces)
    seen = 0
    for piece in pieces:
        if seen > HEAD:
            break
        if piece.kind is None or (
            piece.reason is not None and piece.reason.rule == "furniture.agency-credit" and is_byline(piece.flat(text))
        ):
            seen += 1
            _byline_or_date(piece, piece.flat(text))
    if titled is not None:
        _subtitle(source, pieces, titled)
    return _cut_dateline(text, pieces)


def _page_byline(text: str, pieces: list[Piece]) -> None:
    """Take a byline near the headline of a page for one, whatever the markup around it says."""
    at = next((i for i, piece in enumerate(pieces) if piece.kind == "title"), None)
    for piece in pieces[at + 1 : at + 1 + 2 * HEAD] if at is not None else []:
        if piece.kind == "navigation" and is_byline(piece.flat(text)):
            piece.kind = None
            _byline_or_date(piece, piece.flat(text))


def _byline_or_date(piece: Piece, flat: str) -> None:
    if is_byline(flat):
        piece.label("byline", "metadata.byline", f"“{flat}” names the author")
    elif date_line(flat) is not None:
        piece.label("byline", "metadata.date-line", f"“{flat}” is a date and little else")


def is_byline(flat: str) -> bool:
    """Tell a line that names who wrote the article.

    >>> is_byline("By Ann Doe and Bob Roe, Northwire"), is_byline("By Monday the water had gone")
    (True, False)
    """
    match = _BYLINE.match(flat) if len(flat) <= LONGEST_TITLE else None
    return (
        match is not None
        and not _FUNCTION.search(match["names"])
        and not (_CLOSED.search(flat) and flat[-1] in ".!?" and len(flat.split()) > LONGEST_BYLINE)
    )


def names_of(byline: str) -> tuple[str, ...]:
    """Read the names out of a byline.

    >>> names_of("By Ann Doe and Bob Roe, Northwire")
    ('Ann Doe', 'Bob Roe', 'Northwire')
    """
    match = _BYLINE.match(byline)
    if match is None:
        return ()
    return tuple(name for name in _AND.split(match["names"]) if name)


def is_bare_name(flat: str) -> bool:
    """Tell a line that is a person's name and nothing else."""
    return re.fullmatch(_NAMES, flat) is not None and 1 < len(flat.split()) <= 4 and not _FUNCTION.search(flat)  # noqa: PLR2004 - first and last name at least


def _title(source: Source, pieces: list[Piece]) -> int | None:
    """Label the headline of a plain text; give its index. A page says itself what its headline is."""
    text = source.text
    if source.breaks:
        return None
    index = next((i for i, piece in enumerate(pieces) if piece.kind is None), None)
    if index is None or index + 1 >= len(pieces) or not any(piece.kind is None for piece in pieces[index + 1 :]):
        return None
    piece = pieces[index]
    flat = piece.flat(text).lstrip("# ")
    if is_headline(flat):
        piece.label("title", "metadata.title", "first, short, and without a full stop")
        return index
    return _cut_title(text, pieces, index)


def _cut_title(text: str, pieces: list[Piece], index: int) -> int | None:
    """Cut a headline in title case, or one above a byline, off the paragraph that it was run together with."""
    piece = pieces[index]
    for number in range(1, min(4, len(piece.lines))):
        start = piece.lines[number][0]
        head = " ".join(text[piece.start : start].split())
        line = text[slice(*piece.lines[number])]
        if not is_headline(head):
            continue
        byline = is_byline(line) and len(line) < LONGEST_HEADING
        if byline or (is_titled(head) and not is_titled(line) and line[:1].isupper()):
            parts = [piece.part(text, piece.start, start), piece.part(text, start, piece.end)]
            if byline:
                end = piece.lines[number][1]
                parts[1:] = [piece.part(text, start, end), piece.part(text, end, piece.end)]
            found = [part for part in parts if part is not None]
            found[0].label("title", "metadata.title", "first, in the manner of a headline, and without a full stop")
            pieces[index : index + 1] = found
            return index
    return None


def is_headline(flat: str) -> bool:
    """Tell words that may be a headline: short, without a full stop, not begun in lower case."""
    if not len(flat.split()) > 1 or len(flat) > LONGEST_TITLE or flat[0].islower():
        return False
    if is_byline(flat) or date_line(flat) is not None or _LIST_MARK.match(flat) or dateline_end(flat, 0, len(flat)) is not None:
        return False
    return not _TITLE_CLOSED.search(flat) or _INITIALISM_END.search(flat) is not None


def _subtitle(source: Source, pieces: list[Piece], titled: int) -> None:
    after = [i for i in range(titled + 1, min(titled + 3, len(pieces))) if pieces[i].kind is None]
    if not after or after[0] != titled + 1:
        return
    flat = pieces[after[0]].flat(source.text)
    if is_headline(flat) and any(piece.kind is None for piece in pieces[after[0] + 1 :]):
        pieces[after[0]].label("subtitle", "metadata.subtitle", "under the headline, and without a full stop")


def _cut_dateline(text: str, pieces: list[Piece]) -> list[Piece]:
    index = next((i for i, piece in enumerate(pieces) if piece.kind is None), None)
    if index is None:
        return pieces
    piece = pieces[index]
    end = dateline_end(text, piece.start, piece.end)
    if end is None:
        return pieces
    dateline, rest = piece.part(text, piece.start, end), piece.part(text, end, piece.end)
    if dateline is None or rest is None:
        return pieces
    dateline.label("dateline", "metadata.dateline", f"“{dateline.flat(text)}” stands before the first sentence")
    return [*pieces[:index], dateline, rest, *pieces[index + 1 :]]


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Give the end of the dateline that opens `text[start:end]`, None where there is none.

    >>> dateline_end("PARIS (Northwire) — The mayor", 0, 29)
    20
    >>> dateline_end("NATO — the alliance — met", 0, 25) is None
    True
    """
    for expression in (_DATELINE, _TITLED_CITY, _BRACKETED):
        match = expression.match(text, start, min(end, start + LONGEST_DATELINE))
        if match is not None:
            city = match.groupdict().get("city") or ""
            bare = match.group().strip().startswith(city) and not match.group()[len(city) :].strip(" \n—–-_:")
            if bare and (len(city) < SHORTEST_CITY or not match.group().rstrip().endswith(("—", "–"))):
                continue
            if city.split(" ")[0].strip(".").lower() not in _no_city() and not _LIST_MARK.match(text[start : start + 4]):
                return match.end()
    return None


def label_headings(text: str, pieces: list[Piece]) -> None:
    """Label short lines without a full stop between paragraphs; all that is left is a paragraph."""
    prose = [i for i, piece in enumerate(pieces) if piece.kind is None]
    for index in prose:
        piece = pieces[index]
        if index != prose[-1] and piece.end - piece.start <= LONGEST_RAW and is_heading(piece.flat(text)):
            piece.label("heading", "metadata.heading", "short, between paragraphs, and without a full stop")
        else:
            piece.label("paragraph", "article.paragraph", "no rule makes it anything else")


def is_heading(flat: str) -> bool:
    """Tell words that may be a heading inside an article."""
    plain = flat.strip("#* ")
    if not plain or len(plain) > LONGEST_HEADING or plain[0].islower() or (not plain[0].isalnum() and plain[0] not in "“\"‘'"):
        return False
    return not _LIST_MARK.match(flat) and (not _CLOSED.search(plain) or (plain.endswith("?") and flat.startswith("#")))
