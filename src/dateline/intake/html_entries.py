"""Pages of several pieces: the entries of a live page, each with its time, and a second article under the first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.intake.html_blocks import PageText
from dateline.intake.html_tree import Element

_STAMP = re.compile(
    r"(?:(?:updated|posted|published|last updated)(?: at)?:? )?(?:"
    r"\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?-i:[A-Z]{1,5})(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?"
    r"(?:,? (?:on )?(?=\D*\d|(?:mon|tues?|wed|thur?s?|fri|sat|sun|to|yester)(?:[a-z]*day)?\b)[A-Za-z0-9 .,]{3,24})?"
    r"|\d{1,3} ?(?:m|min|mins|minutes?|h|hrs?|hours?) ago"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)",
    re.IGNORECASE,
)
FEWEST = 2
"""Entries of the shortest live page."""
DEPTH = 6
"""Elements climbed from a time stamp to the entry that it opens."""
LONGEST_STAMP = 48


@dataclass(frozen=True, slots=True)
class Entries:
    """The elements that are entries of a live page, and the indexes of the blocks that are their times."""

    elements: frozenset[Element] = frozenset()
    stamps: frozenset[int] = frozenset()


def entries_of(page: PageText, prose: Sequence[bool], chosen: Sequence[int]) -> Entries:
    """Find the entries that the story consists of: elements side by side, each with a time stamp and with prose.

    `prose` tells for each block whether it is prose, `chosen` are the indexes of the stretch that was found to be the story.
    """
    stamps = [i for i, block in enumerate(page.blocks) if is_stamp(page.text[block.start : block.end])]
    if len(stamps) < FEWEST or not chosen:
        return Entries()
    stamped: dict[Element, dict[Element, int]] = {}
    for index in stamps:
        child = page.blocks[index].element
        for parent in islice(page.blocks[index].element.iterancestors(), DEPTH):
            stamped.setdefault(parent, {}).setdefault(child, index)
            child = parent
    told: dict[Element, set[Element]] = {}
    for index, block in enumerate(page.blocks):
        if prose[index]:
            child = block.element
            for parent in islice(block.element.iterancestors(), 2 * DEPTH):
                if child in stamped.get(parent, ()):
                    told.setdefault(parent, set()).add(child)
                child = parent
    inside = set(islice(page.blocks[chosen[0]].element.iterancestors(), 2 * DEPTH))
    best = max((parent for parent in told if parent in inside), key=lambda parent: len(told[parent]), default=None)
    if best is None or len(told[best]) < FEWEST:
        return Entries()
    return Entries(frozenset(told[best]), frozenset(index for child, index in stamped[best].items() if child in told[best]))


def is_stamp(text: str) -> bool:
    """Tell a block that is a time of the day and nothing else.

    >>> is_stamp("10:42 GMT"), is_stamp("3 minutes ago"), is_stamp("10:42 was the time on the clock")
    (True, True, False)
    """
    return len(text) <= LONGEST_STAMP and _STAMP.fullmatch(text.strip()) is not None


def others_of(page: PageText, headline: int) -> dict[int, str]:
    """Give the blocks of further articles of the page, each with the headline of its article.

    A further article is an `<article>` beside the one that holds the headline of the page, with an `<h1>` of its own.
    """
    if headline < 0:
        return {}
    ours = [outer for outer in page.blocks[headline].element.iterancestors() if outer.tag == "article"]
    if not ours:
        return {}
    titles: dict[Element, str] = {}
    for block in page.blocks:
        around = [block.element, *islice(block.element.iterancestors(), DEPTH)]
        if any(outer.tag == "h1" for outer in around):
            article = next((outer for outer in reversed(list(block.element.iterancestors())) if outer.tag == "article"), None)
            if article is not None and article not in ours:
                titles.setdefault(article, " ".join(page.text[block.start : block.end].split()))
    found = {}
    for index, block in enumerate(page.blocks):
        outer = next((outer for outer in block.element.iterancestors() if outer in titles), None) if titles else None
        if outer is not None:
            found[index] = titles[outer]
    return found
