"""Which block of a page is its headline."""

import re

from dateline.intake.html_blocks import PageText

_WORD = re.compile(r"\w+")
ALIKE = 0.6
"""Share of words that a headline and a stated title have in common:
titles for search engines and networks are reworded, menus share nothing."""
SURE_WORDS = 4
"""Words of the shortest title that is told by its words alone."""


def headline_index(page: PageText, titles: list[str]) -> int:
    """Give the index of the block that is the headline: the h1 (else h2 or h3) most like a stated title; -1 where none is."""
    wanted = [frozenset(_WORD.findall(title.lower())) for title in titles]
    best, chosen = 0.0, -1
    for i, block in enumerate(page.blocks):
        level = _level(block.element)
        if level is None:
            continue
        words = frozenset(_WORD.findall(page.text[block.start : block.end].lower()))
        like = (
            max((len(words & other) / max(1, min(len(words | other), len(words) * 2)) for other in wanted), default=0.0) if words else 0.0
        )
        worth = like + (0.2 if level == 1 else 0.0)
        if (like >= ALIKE or (level == 1 and not wanted)) and worth > best + 1e-9:
            best, chosen = worth, i
    if chosen >= 0:
        return chosen
    ones = [i for i, block in enumerate(page.blocks) if _level(block.element) == 1]
    return ones[0] if len(ones) == 1 else _same(page, titles)


def _same(page: PageText, titles: list[str]) -> int:
    """Give the first block that has the words of a stated title and is no link: some pages have no headings at all."""
    wanted = {tuple(_WORD.findall(title.lower())) for title in titles}
    wanted = {words for words in wanted if len(words) >= SURE_WORDS}
    for i, block in enumerate(page.blocks):
        if wanted and not block.linked and tuple(_WORD.findall(page.text[block.start : block.end].lower())) in wanted:
            return i
    return -1


def _level(element: object) -> int | None:
    at = element
    for _ in range(3):
        tag = getattr(at, "tag", None)
        if tag in {"h1", "h2", "h3"}:
            return int(str(tag)[1])
        at = at.getparent() if hasattr(at, "getparent") else None
    return None
