"""Where the story stands on a page: the stretch of blocks with the most prose for the least else, and the element around it.

Every block has a worth, positive for prose, negative for links, labels and furniture; the story is the stretch of blocks whose worths sum
to the most (Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence segmentation"). Then the
element that holds most of that stretch is its home: prose of the home just outside the stretch is taken in, and what of the stretch
stands elsewhere is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.intake.html_blocks import Block, PageText
from dateline.intake.html_entries import entries_of
from dateline.intake.html_tree import Element

SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*(?:\s|$)|[。！？]")
_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CARDS = frozenset({"li", "article", "div", "section", "td", "dd", "a"})

SHORTEST_PROSE = 25
MOST_LINKED = 0.5
"""Share of linked characters above which a block is no prose but a list of links."""
HEADLINE_LINKED = 0.8
"""Share of linked characters from which a block may be the headline of a teaser."""
HEADLINE_LENGTH = 20
CARD_DEPTH = 4
"""Elements climbed from a block of prose to find the card that it is the teaser of."""

TEASERS = 4
"""Announced stories of the shortest index page; articles are followed by as many, but have prose of their own."""
OWN_PROSE = 0.5
"""Share of the prose of the teasers that an index page may have besides: a greeting, a note on the outlet."""
LONGEST_GREETING = 600

COST = 60
"""What a block that is no prose costs, in characters of prose."""
FURNITURE_COST = 30
NAMED = 0.3
"""Share of the prose of the stretch that an element named as the body must hold to be taken whole."""
FARTHEST = 100
"""Elements looked at outwards from a block. Real pages nest 20 to 40 deep; a thousand levels would cost a thousand times."""
LEAD = 60
"""Worth of the shortest paragraph that stands apart between headline and story, and is its first: shorter ones are captions and labels."""
HOME = 0.75
"""Share of the prose of the stretch that its home holds."""


def linked_share(block: Block) -> float:
    """Give the share of the characters of a block that are links."""
    return block.linked / max(1, block.end - block.start)


def prose_length(block: Block) -> int:
    """Give the characters of a block where it may be prose, else 0."""
    length = block.end - block.start
    if length < SHORTEST_PROSE or linked_share(block) > MOST_LINKED or block.element.tag in HEADINGS:
        return 0
    return length


@dataclass(frozen=True, slots=True)
class Told:
    """What was found of the story.

    For each block whether it is part of it; the blocks that are the times of its entries; those that are paragraphs between headline and
    story, in an element apart; whether the page only announces stories.
    """

    within: tuple[bool, ...]
    stamps: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    index: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the story is sought.

    Which blocks are furniture, the index of the headline (-1: none), the elements that the page names as the body of an article, and
    whether it says that it is one.
    """

    furniture: Sequence[bool]
    headline: int
    bodies: frozenset[Element]
    article: bool


def story(page: PageText, known: Known) -> Told:
    """Tell for each block whether it is part of the story."""
    blocks, after = page.blocks, known.headline
    teasers = _teasers(page.text, blocks)
    worths = [
        _worth(page.text, block, known=far or i in teasers) for i, (block, far) in enumerate(zip(blocks, known.furniture, strict=True))
    ]
    start, end = _best(worths)
    if not known.article and _is_index(blocks, teasers, range(start, end)):
        return Told((False,) * len(blocks), index=True)
    if start == end and teasers:
        teasers = frozenset()
        worths = [_worth(page.text, block, known=far) for block, far in zip(blocks, known.furniture, strict=True)]
        start, end = _best(worths)
    if start <= after < end:
        start = after + 1
    start = start - 1 if start < end and after < start - 1 and _heads(blocks[start - 1], blocks[start]) else start
    home = _home(blocks[start:end], worths[start:end])
    parents = _parents(blocks[start:end], worths[start:end])
    entries = entries_of(page, [worth > 0 for worth in worths], [i for i in range(start, end) if worths[i] > 0])
    named = _named(blocks[start:end], worths[start:end], known.bodies) | entries.elements
    first = next((i for i in range(start, end) if worths[i] > 0 and (home is None or home in outer_of(blocks[i].element))), start)
    leads = frozenset(i for i in range(max(start, after + 1), first) if after >= 0 and worths[i] > LEAD and blocks[i].element.tag == "p")
    found = []
    for i, block in enumerate(blocks):
        outer = {block.element, *outer_of(block.element)}
        inside = start <= i < end
        at_home = home is None or home in outer
        beside = i > after and (block.element.getparent() in parents or (worths[i] > 0 and at_home) or not named.isdisjoint(outer))
        sibling = block.element.getparent() in parents and SENTENCE.search(page.text[block.start : block.end]) is not None
        linked = linked_share(block) > (HEADLINE_LINKED if sibling else MOST_LINKED)
        found.append(not known.furniture[i] and i not in teasers and not linked and ((inside and at_home) or beside or i in leads))
    return Told(tuple(found), entries.stamps, leads)


def _is_index(blocks: Sequence[Block], teasers: frozenset[int], stretch: range) -> bool:
    """Tell a page that announces several stories, and has no prose to speak of besides."""
    announced = sum(prose_length(blocks[i]) for i in teasers)
    told = sum(prose_length(blocks[i]) for i in stretch if i not in teasers)
    return len(teasers) >= TEASERS and told < min(announced * OWN_PROSE, LONGEST_GREETING)


def _heads(heading: Block, first: Block) -> bool:
    """Tell a heading beside the first paragraph of the story: that of its first part."""
    beside = heading.element.getparent() is first.element.getparent()
    return beside and heading.element.tag in HEADINGS and linked_share(heading) <= MOST_LINKED


def outer_of(element: Element) -> list[Element]:
    """List the elements around one, the nearest first, to a bound."""
    return list(islice(element.iterancestors(), FARTHEST))


def _worth(text: str, block: Block, *, known: bool) -> float:
    if known:
        return -FURNITURE_COST
    length = prose_length(block)
    if not length:
        return -COST / 2 if block.element.tag in HEADINGS else -COST
    if not SENTENCE.search(text[block.start : block.end]):
        return -COST
    return length * (1 - 2 * linked_share(block)) - SHORTEST_PROSE


def _best(worths: list[float]) -> tuple[int, int]:
    best, span, total, start = 0.0, (0, 0), 0.0, 0
    for i, worth in enumerate(worths):
        if total <= 0:
            total, start = 0.0, i
        total += worth
        if total > best:
            best, span = total, (start, i + 1)
    return span


def _home(blocks: list[Block], worths: list[float]) -> Element | None:
    """Go down from the root as long as one element holds most of the prose of the stretch."""
    inside: dict[Element, float] = {}
    depth: dict[Element, int] = {}
    total = 0.0
    for block, worth in zip(blocks, worths, strict=True):
        if worth > 0:
            total += worth
            outer = outer_of(block.element)
            for distance, element in enumerate(outer):
                inside[element] = inside.get(element, 0.0) + worth
                depth[element] = len(outer) - distance
    holding = [element for element, worth in inside.items() if worth >= HOME * total]
    return max(holding, key=lambda element: depth[element], default=None)


def _named(blocks: list[Block], worths: list[float], bodies: frozenset[Element]) -> frozenset[Element]:
    """Choose the elements named as bodies that do hold much of the stretch."""
    inside: dict[Element, float] = {}
    total = 0.0
    for block, worth in zip(blocks, worths, strict=True):
        if worth > 0:
            total += worth
            for element in (block.element, *outer_of(block.element)):
                if element in bodies:
                    inside[element] = inside.get(element, 0.0) + worth
    return frozenset(element for element, worth in inside.items() if worth >= NAMED * total)


def _parents(blocks: list[Block], worths: list[float]) -> frozenset[Element]:
    """List the elements that hold at least two paragraphs of the stretch side by side."""
    counts: dict[Element, int] = {}
    for block, worth in zip(blocks, worths, strict=True):
        parent = block.element.getparent()
        if worth > 0 and parent is not None and parent.tag not in {"ul", "ol", "body", "tr"}:
            counts[parent] = counts.get(parent, 0) + 1
    return frozenset(parent for parent, count in counts.items() if count > 1)


def _teasers(text: str, blocks: list[Block]) -> frozenset[int]:
    """Find prose that is the teaser of another story: alone with a linked headline in a card of its own."""
    prose: dict[Element, int] = {}
    linked: set[Element] = set()
    for block in blocks:
        headline = linked_share(block) >= HEADLINE_LINKED and block.end - block.start >= HEADLINE_LENGTH
        count = prose_length(block) > 0 and SENTENCE.search(text[block.start : block.end]) is not None
        for element in [block.element, *outer_of(block.element)[:CARD_DEPTH]]:
            if count:
                prose[element] = prose.get(element, 0) + 1
            if headline:
                linked.add(element)
    found = set()
    for i, block in enumerate(blocks):
        if prose_length(block):
            for element in [block.element, *outer_of(block.element)[: CARD_DEPTH - 1]]:
                if prose.get(element, 0) > 1 or element.tag not in _CARDS | {"p", "span"}:
                    break
                if element in linked:
                    found.add(i)
                    break
    return frozenset(found)
