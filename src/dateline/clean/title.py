"""What an article is called: as its page states it, without the name of the site, else as it is printed."""

import re

from dateline.model.source import Source

_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"\s+[|•·»*–—-]\s+")

SITE_WORDS = 3
"""Words of the longest site name that is cut off a title without the outlet being known by that name."""
TITLE_WORDS = 4
"""Words of the shortest title that may be left."""


def title_of(source: Source, printed: str | None) -> str | None:
    """Choose the title: the best witness of the page (JSON-LD, then meta elements), else the headline as printed.

    The name of the site behind a dash or bar is no part of the title.
    """
    outlets = {_key(value) for name, value, _ in source.facts if name == "outlet"}
    stated = next((value for name, value, _ in source.facts if name == "title"), None)
    if stated is None:
        return printed
    if printed is not None and _key(stated).startswith(_key(printed)) and len(printed.split()) >= TITLE_WORDS:
        return printed
    return _bare(stated, outlets)


def _key(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))


def _bare(title: str, outlets: set[str]) -> str:
    """Cut the name of the site off: what follows the last bar or dash, where it is the outlet, or has few words and the rest has many."""
    for cut in reversed(list(_SUFFIX.finditer(title))):
        tail, head = _key(title[cut.end() :]), title[: cut.start()]
        known = any(tail and outlet and (tail in outlet or outlet in tail) for outlet in sorted(outlets))
        if not known and (len(tail.split()) > SITE_WORDS or len(head.split()) < TITLE_WORDS):
            break
        title = head
    return title
