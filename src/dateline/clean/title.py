"""What an article is called: as its page states it, without the name of the site, else as it is printed."""

import re
from dataclasses import dataclass

from dateline.clean.facts import stated
from dateline.model.source import Source

_WORD = re.compile(r"\w+")
_CUT = re.compile(r"\s+(?:[|•·»«›‹*–—~-]|::|//)\s+|\s*[|»›]\s*|\s+:\s+|:\s+")
_SURE = re.compile(r"\s+(?:[|•·»«›‹*–—~-]|::|//)\s+")
"""Marks that part a title from the name of a site. A colon, or a bar without spaces, does so only before a name that is known."""
_BY = re.compile(r"by [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
_HOST = re.compile(r"https?://(?:www\.|m\.|amp\.|edition\.)?([^/:?#]+)", re.IGNORECASE)
_SHORTENED = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")

SITE_WORDS = 3
"""Words of the longest site name that is cut off a title without the outlet being known by that name."""
TITLE_WORDS = 4
"""Words of the shortest title that may be left."""
SHORTENED = 60
"""Characters from which a stated title may be the beginning of a longer one: sites cut at 60 to 110 for search engines and networks."""
LONGER = 2
"""Words by which a name of a site may be longer than the name of its outlet ("Northwire News Online")."""
LIMIT = 100
"""Characters from which a title that another one goes on from was cut, though it ends with a word: search engines ask for 110 at most."""
ALIKE = 0.5
"""Share of the words of the smaller of two titles that the other has, from which they may be of one article."""

MOST = 20
"""Witnesses that are asked; a page has two to eight."""

_STRUCTURED = "JSON-LD"
_LAST = "title element"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page says of its outlet and its titles, as keys: names of the outlet, every title as stated, the headline as printed."""

    outlets: frozenset[str]
    keys: frozenset[str]
    printed: str


def title_of(source: Source, printed: str | None) -> str | None:
    """Choose the title: the best witness of the page (JSON-LD, then meta elements), then the headline as printed, then the title element.

    The name of the site before or behind a dash or bar is no part of the title: where the outlet is known by it, where another witness
    has the title without it, or where it is short. A witness that others contradict (the JSON-LD of another article), that names only the
    site, or that is shortened gives way.
    """
    printed = None if printed is None else _plain(printed)
    found = [(_plain(value), place) for name, value, place in source.facts if name == "title"][:MOST]
    outlets = _outlets(source)
    all_known = [value for value, _ in found] + ([printed] if printed else [])
    known = _Known(outlets, frozenset(_key(title) for title in all_known), _key(printed or ""))
    bare = [(_bare(title, place, known), place) for title, place in found]
    meta = [title for title, place in bare if place != _LAST and _key(title) and _key(title) not in outlets]
    chosen = next((title for title in meta if not _contradicted(title, [*meta, *([printed] if printed else [])])), None)
    if chosen is None:
        last = next((title for title, place in bare if place == _LAST and _key(title)), None)
        return printed if printed is not None and _key(printed) not in outlets else last
    others = [_key(title) for title, _ in bare]
    if printed is not None and others.count(_key(chosen)) == 1 and _key(printed) in others and _key(chosen) != _key(printed):
        return printed
    return _whole(chosen, [*([printed] if printed else []), *(title for title, _ in bare)])


def _plain(title: str) -> str:
    return " ".join(_TAG.sub("", title).translate(_UNSEEN).split())


def _key(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))


def _outlets(source: Source) -> frozenset[str]:
    """List what the outlet is called, as keys: the names the page gives, and its host."""
    names = {_key(value) for name, value, _ in source.facts if name == "outlet"}
    host = _HOST.match(stated(source, "url") or "")
    if host is not None:
        names.add(_key(host[1].lower()))
    return frozenset(name for name in names if name)


def _contradicted(title: str, others: list[str]) -> bool:
    """Tell a title that shares next to nothing with any other witness, where two others agree with each other."""
    if any(other is not title and _alike(title, other) for other in others):
        return False
    rest = [other for other in others if other is not title]
    return any(_alike(one, other) for i, one in enumerate(rest) for other in rest[i + 1 :])


def _alike(one: str, other: str) -> bool:
    first, second = set(_key(one).split()), set(_key(other).split())
    return bool(first and second) and len(first & second) >= ALIKE * min(len(first), len(second))


def _whole(title: str, others: list[str]) -> str:
    """Give the longer witness that begins with a title that was shortened."""
    short = _SHORTENED.sub("", title)
    key = _key(short)
    if len(short) < SHORTENED:
        return title
    for other in others:
        longer = _key(other)
        told = short != title or len(short) >= LIMIT or longer[len(key) : len(key) + 1].isalnum()
        if (
            longer.startswith(key)
            and len(longer) > len(key)
            and told
            and not _SURE.match(other, len(short))
            and not _SHORTENED.search(other)
        ):
            return other
    return title


def _bare(title: str, place: str, by: _Known) -> str:
    """Cut the name of the site off both ends of a title, and the section before it.

    A short tail that nobody knows is cut where the page does not name its outlet, or behind it; JSON-LD has headlines without site names.
    """
    named = not by.outlets and not place.startswith(_STRUCTURED)
    for cut in reversed(list(_CUT.finditer(title))):
        tail, head = title[cut.end() :], title[: cut.start()]
        sure = _SURE.fullmatch(cut.group()) is not None
        if not _key(head) or _key(title) == by.printed:
            break
        if _names(_key(tail), by.outlets, sure=sure) or (sure and _BY.fullmatch(tail)):
            named = True
        elif (
            not sure or len(head.split()) < TITLE_WORDS or not (_key(head) in by.keys or (named and len(_key(tail).split()) <= SITE_WORDS))
        ):
            break
        title = head
    first = _CUT.search(title)
    if first is not None and _key(title) != by.printed:
        head, tail = title[: first.start()], title[first.end() :]
        sure = _SURE.fullmatch(first.group()) is not None
        shown = sure and _key(tail) in by.keys and len(tail.split()) >= TITLE_WORDS
        if _key(tail) and (shown or _names(_key(head), by.outlets, sure=sure)):
            return tail
    return title


def _names(key: str, outlets: frozenset[str], *, sure: bool) -> bool:
    """Tell a name of the outlet: as it is, or run together as in a host; behind a bar or dash also a part or a longer form of it."""
    if not key:
        return False
    squashed = key.replace(" ", "").removeprefix("the")
    for outlet in sorted(outlets):
        if key.removeprefix("the ") == outlet.removeprefix("the ") or squashed in outlet.split():
            return True
        if sure and (f" {key} " in f" {outlet} " or (f" {outlet} " in f" {key} " and len(key.split()) <= len(outlet.split()) + LONGER)):
            return True
    return False
