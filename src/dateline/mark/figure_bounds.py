"""What stands around a number and opens or softens it: "more than", "up to", "nearly", "or more"."""

import re
from functools import cache
from typing import Literal

from dateline.mark.figure_draft import Draft
from dateline.words.loader import toml

Side = Literal["least", "most", "about"]
_LONGEST = 6
"""Words of the longest bound phrase."""
_REACH = 48
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_SIGNS = {">": "least", "≥": "least", "<": "most", "≤": "most", "~": "about", "≈": "about", "∼": "about"}
_PAST = re.compile(r"^(?:the |a )?(?:last|past|next|coming)\b")
_STRETCH = frozenset(
    {
        "for",
        "in",
        "after",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "lasted",
        "lasts",
        "last",
        "took",
        "takes",
        "take",
        "spent",
        "at",
        "and",
        "by",
        "to",
    }
)


@cache
def _phrases() -> dict[str, Side]:
    table = toml("figures")["bounds"]
    sides: tuple[Side, ...] = ("about", "most", "least")
    return {phrase: side for side in sides for phrase in table[side]}


@cache
def _after() -> re.Pattern[str]:
    table = toml("figures")["bounds"]
    groups = (("least", "after_least"), ("most", "after_most"), ("about", "after_about"))
    parts = "|".join(
        f"(?P<{side}>" + "|".join(re.escape(word) for word in sorted(table[key], key=lambda w: (-len(w), w))) + ")" for side, key in groups
    )
    return re.compile(rf"[ -]?(?:{parts})(?![\w])", re.IGNORECASE)


@cache
def _motion() -> frozenset[str]:
    return frozenset(toml("figures")["bounds"]["motion"].split())


def bound(text: str, draft: Draft) -> None:
    """Find the bound of a number, before it or else after it, and open the side that it opens."""
    found = _before(text, draft)
    if found is None:
        _behind(text, draft)
        return
    side, start, phrase = found
    draft.start, draft.bound = start, phrase
    _open(draft, side)


def _open(draft: Draft, side: str) -> None:
    if side == "least":
        draft.high = None
    elif side == "most":
        draft.low = None


def _before(text: str, draft: Draft) -> tuple[str, int, str] | None:
    front = draft.front
    sign = text[front - 1 : front].strip() or text[max(0, front - 2) : front - 1]
    if sign in _SIGNS:
        at = text.rindex(sign, 0, front)
        return _SIGNS[sign], at, sign
    if text[max(0, front - 4) : front].lower() == "sub-":
        return "most", front - 4, text[front - 4 : front]
    floor = max(0, front - _REACH)
    before = text[floor:front]
    if not before.endswith(" "):
        return None
    words = [(match.start() + floor, match.group().lower()) for match in re.finditer(r"\S+", before)]
    article = words[-1][1] if words and words[-1][1] in _ARTICLES else ""
    if article:
        words = words[:-1]
    for count in range(min(_LONGEST, len(words)), 0, -1):
        chosen = words[-count:]
        phrase = " ".join(word.lstrip("(“\"‘'—–-") for _, word in chosen)
        side = _phrases().get(phrase)
        if side is None:
            continue
        start = chosen[0][0] + len(chosen[0][1]) - len(chosen[0][1].lstrip("(“\"‘'—–-"))
        previous = words[-count - 1][1] if len(words) > count else ""
        if _is_none(phrase, previous, draft) or (phrase in _SPATIAL and article not in {"", "a", "an"}):
            return None
        written = text[start:front].strip()
        last = written.rsplit(" ", 1)
        return side, start, last[0] if len(last) > 1 and last[1].lower() in _ARTICLES and phrase.split()[-1] != last[1].lower() else written
    return None


_SPATIAL = frozenset({"about", "around", "over", "under", "near", "beyond", "above", "below"})
"""Bounds that before "the 40 members" are prepositions: one speaks about them."""


def _is_none(phrase: str, previous: str, draft: Draft) -> bool:
    """Tell the bound from the same words that are none: "climbed up to 40", "met over two days"."""
    if phrase == "up to":
        return previous in _motion()
    if phrase in {"over", "under", "around", "about", "beyond", "above", "below", "near"} and previous in {"from", "and", "all"}:
        return previous != "and"
    return phrase == "over" and draft.kind == "duration" and previous not in _STRETCH


def _behind(text: str, draft: Draft) -> None:
    match = _after().match(text, draft.end)
    if match is None:
        return
    side = match.lastgroup or "about"
    word = match.group(side).lower()
    if word == "plus" and re.match(r" [\d$£€]", text[match.end() : match.end() + 2]):
        return
    if word in {"max", "tops", "odd"} and match.group()[0] != "-" and draft.kind == "count" and word != "odd":
        return
    draft.bound, draft.end = match.group(side), match.end()
    draft.core = draft.core if draft.core != draft.end else match.end()
    _open(draft, side)
