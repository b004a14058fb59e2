"""Who wrote an article: the names that the page states, else those of the byline."""

import re
from functools import cache

from dateline.clean.metadata import names_of
from dateline.model.source import Source
from dateline.words.loader import rows

_AND = re.compile(r"\s*[;|•·]\s*|\s+and\s+|\s*&\s+|\s*,\s*(?:and|&)\s+|\s+/\s+|(?<=[a-z])/(?=[A-Z])|\s+(?:with|via|for)\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_BY = re.compile(
    r"^(?:(?:written |posted |reported |published |words |text |story |analysis |review |opinion )?by\b:?|(?:author|words|text)s?:)\s*",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:in|at|from)\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}$|\s+–.*$|\s+—.*$|\s+-\s.*$")
_PLACED = re.compile(r" in [A-Z].* and [A-Z].* in [A-Z]")
_BRACKETED = re.compile(r"\s*[(\[<][^()\[\]<>]{0,80}[)\]>]")
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:admin|administrator|editor|staff|web ?desk|webmaster|guest|author|unknown|null|none|undefined|n/a"
    r"|agenc(?:y|ies)|(?:the |other )?(?:news|wire) (?:agencies|services|reports)|staff (?:and|&) agencies|reports?|our staff)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|^@")
_LOWER = re.compile(r"(?<![\w’'-])(?!and\b|with\b|for\b|by\b|in\b)[a-z][a-z’'-]+(?=[\s,.]|$)")
_ROLE = re.compile(
    r"\b(?:reporters?|writers?|editors?|correspondents?|contributors?|columnists?|journalists?|producers?|photographers?|anchors?|analysts?"
    r"|director|head of|chief of|bureau chief|fellow|professor|lecturer|intern|interns|trainee|presenter|commentator|critic|executive)\b",
    re.IGNORECASE,
)
_GENERATION = re.compile(r"(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d|mba|esq|obe|mbe)\.?", re.IGNORECASE)
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
LONGEST_NAME = 60
"""Characters of the longest name: beyond, it is a biography."""
PARTICLES = 8
"""Words in lower case of the longest list of names: job titles and "de la" count, a biography has more."""
MOST = 40
"""Authors of the longest list that is given."""


def authors_of(source: Source, bylines: list[str]) -> tuple[str, ...]:
    """List the authors, in order. A byline is preferred to a page that names only its outlet, or a user name.

    Job titles, places and agencies beside the name of a person are left out; where nobody else is named, the agency or outlet stays.
    """
    outlets = {value.casefold() for name, value, _ in source.facts if name == "outlet"}
    groups: dict[str, list[str]] = {}
    for name, value, place in source.facts:
        if name == "authors":
            groups.setdefault(place, []).extend(_names(value))
    printed = [_alone(name, outlets) for line in bylines for name in _printed(line) if _is_name(name)]
    stated_groups = [group for group in groups.values() if any(_personal(name, outlets) for name in group)]
    chosen = stated_groups[0] if stated_groups else printed or next((group for group in groups.values() if group), [])
    people = [name for name in chosen if _personal(name, outlets)] or chosen
    return tuple({name.casefold(): name for name in reversed(people[:MOST])}.values())[::-1]


def _printed(line: str) -> list[str]:
    """Read the names out of a byline; one with places names several persons where each has its own."""
    read, placed = list(names_of(line)), _names(line) if _PLACED.search(line) else []
    return placed if len(placed) > len(read) else read


def _alone(name: str, outlets: set[str]) -> str:
    """Cut the agency or outlet off a name that is printed right behind it, on a line of its own."""
    words = name.split()
    for at in range(2, len(words)):
        rest = " ".join(words[at:]).casefold()
        if rest in outlets or rest in _known() or rest.removeprefix("the ") in _known():
            return " ".join(words[:at])
    return name


def _names(value: str) -> list[str]:
    """Read the names out of what a page states, one or several.

    >>> _names("By Ann Doe, Senior Health Reporter and Bob Roe in Belcora"), _names("Ann Doe, Bob Roe"), _names("Ann Doe (Northwire)")
    (['Ann Doe', 'Bob Roe'], ['Ann Doe', 'Bob Roe'], ['Ann Doe'])
    """
    found: list[str] = []
    if _ADDRESS.search(value) or len(_LOWER.findall(value)) > PARTICLES:
        return []
    for part in _AND.split(_BY.sub("", " ".join(value.translate(_UNSEEN).split()))):
        names = [_IN.sub("", _BRACKETED.sub("", name)).strip(" .,–—-") for name in _COMMA.split(part or "")]
        kept = [name for name in names if name]
        full = [name for name in kept if " " in name]
        if len(kept) > 1 and kept[0] in full:
            generations = [name for name in kept[1:] if _GENERATION.fullmatch(name)]
            kept = [f"{kept[0]}, {generations[0]}" if generations else kept[0], *(name for name in full if name != kept[0])]
        elif len(kept) > 1:
            kept = [part.strip(" ,")]
        found.extend(kept)
    return [name for name in found if _is_name(name)]


def _is_name(name: str) -> bool:
    return bool(name) and len(name) <= LONGEST_NAME and not _NOT_A_NAME.search(name) and not _ROLE.search(name)


def _personal(name: str, outlets: set[str]) -> bool:
    plain = name.casefold()
    if any(outlet and plain.startswith(outlet) for outlet in outlets) or plain in _known():
        return False
    return not (name.islower() and " " not in name)


@cache
def _known() -> frozenset[str]:
    """List the agencies and outlets that are known by name."""
    found = set()
    for name, _, further in (*rows("agencies"), *rows("outlets")):
        for form in (name, *further.split("|")):
            found.update({form.casefold(), form.casefold().removeprefix("the ")})
    return frozenset(found - {""})
