"""What an article says of where it comes from: the agency it credits, the outlet that had it first.

Enters: an article. Leaves: a credit, or None. Only the furniture that carries credits is read (byline, dateline, credit line, the
authors that the page names): "told Reuters" in the prose names a channel of the words, not the origin of the piece.
"""

import re
from dataclasses import dataclass
from functools import cache

from dateline.model.article import Article
from dateline.words.loader import rows

_CREDIT_KINDS = frozenset({"byline", "dateline", "credit"})
_PICTURE = re.compile(r"\b(?:photo|photograph|photos|picture|image|images|video|graphic|illustration|getty|file)\b", re.IGNORECASE)
_PART = re.compile(
    r"^\W*with\b|\b(?:contribut\w+|additional|also reported|with (?:reporting|material|files|inputs?|information)|and agencies)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:originally (?:published|appeared)|first (?:published|appeared)|republished)\b[^.\n]{0,40}?"
    r"\b(?:by|in|on|from|at)\s+(?:the\s+)?([^.,\n]{2,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited (an agency's full name, or the outlet as written), with the whole piece or with part of it, in which words."""

    name: str
    whole: bool
    words: str


@cache
def _agencies() -> tuple[dict[str, str], re.Pattern[str]]:
    names: dict[str, str] = {}
    for name, _country, aliases in rows("agencies"):
        for alias in (name, *(alias for alias in aliases.split("|") if alias)):
            names[alias] = name
    longest_first = sorted(names, key=lambda alias: (-len(alias), alias))
    return names, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def agency_of(name: str | None) -> str | None:
    """Give the full name of the agency that `name` is, None where it is none.

    >>> agency_of("AFP")
    'Agence France-Presse'
    """
    return None if name is None else _agencies()[0].get(name.strip())


def credit_of(article: Article) -> Credit | None:
    """Read the credit of an article: of its whole text where one says so, else of part of it, else None."""
    text = article.text
    lines = [passage.span.of(text) for passage in article.passages if passage.kind in _CREDIT_KINDS]
    found = [credit for line in (*lines, *article.authors) if (credit := _credit(line)) is not None]
    own = agency_of(article.outlet)
    if own is not None:
        found.insert(0, Credit(own, whole=True, words=str(article.outlet)))
    return next((credit for credit in found if credit.whole), found[0] if found else None)


def _credit(line: str) -> Credit | None:
    words = " ".join(line.split())
    if _PICTURE.search(words):
        return None
    first = _FIRST.search(words)
    if first is not None:
        name = first.group(1).strip()
        return Credit(agency_of(name) or name, whole=True, words=words)
    names, pattern = _agencies()
    agency = pattern.search(words)
    if agency is None:
        return None
    return Credit(names[agency.group()], whole=_PART.search(words) is None, words=words)
