"""Who wrote an article: the names that the page states, else those of the byline."""

import re

from dateline.clean.metadata import names_of
from dateline.model.source import Source

_AND = re.compile(r"\s*;\s*|\s*\|\s*|\s+and\s+|\s*&\s+|\s*,\s*and\s+")
_COMMA = re.compile(r"\s*,\s*")
_BY = re.compile(r"^(?:(?:written |posted |reported )?by\b:?|author:?)\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:admin|administrator|editor|staff|web ?desk|webmaster|guest|author|unknown|null|none|n/a)$", re.IGNORECASE
)
_ROLE = re.compile(
    r"^(?:staff |senior |chief |special )?(?:reporter|writer|editor|correspondent|contributor|columnist|journalist)s?\b", re.IGNORECASE
)
LONGEST_NAME = 60
"""Characters of the longest name: beyond, it is a biography."""


def authors_of(source: Source, bylines: list[str]) -> tuple[str, ...]:
    """List the authors, in order. A byline is preferred to a page that names only its outlet, or a user name."""
    outlets = {value.casefold() for name, value, _ in source.facts if name == "outlet"}
    groups: dict[str, list[str]] = {}
    for name, value, place in source.facts:
        if name == "authors":
            groups.setdefault(place, []).extend(_names(value))
    printed = [name for line in bylines for name in _printed(line)]
    stated = [group for group in groups.values() if any(_personal(name, outlets) for name in group)]
    chosen = stated[0] if stated else printed or next((group for group in groups.values() if group), [])
    people = [name for name in chosen if _personal(name, outlets)] or chosen
    return tuple({name.casefold(): name for name in reversed(people)}.values())[::-1]


def _names(value: str) -> list[str]:
    found = []
    for part in _AND.split(_BY.sub("", value.strip())):
        commas = [name for name in _COMMA.split(part) if name]
        split = commas if len(commas) > 1 and all(" " in name for name in commas) else [part.strip(" ,")]
        found.extend(split)
    return [name for name in found if name and len(name) <= LONGEST_NAME and not _NOT_A_NAME.search(name) and not _ROLE.match(name)]


def _personal(name: str, outlets: set[str]) -> bool:
    return not any(outlet and name.casefold().startswith(outlet) for outlet in outlets) and not (name.islower() and " " not in name)


def _printed(line: str) -> list[str]:
    names = names_of(line)
    return [name for name in names if not _ROLE.match(name)]
