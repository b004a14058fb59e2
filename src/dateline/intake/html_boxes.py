"""Boxes in a story that are not its prose, told by their structure: embedded posts, boxes that ask for an address, tables of figures."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from dateline.intake.html_blocks import Block, PageText
from dateline.intake.html_story import prose_length
from dateline.intake.html_tree import Element
from dateline.words.loader import toml

_SIGNED = re.compile(r"^\s*[—–-]\s?[^\n@]{1,80}\(@\w{1,40}\)|\(@\w{1,40}\)\s[^\n]{0,40}\d{4}$")
_WORD = re.compile(r"\w+")
_WHOLE = frozenset({"body", "html", "main", "article"})
_CELLS = frozenset({"td", "th", "caption"})

BOX = 600
"""Characters of the largest box around a field for an address; the forms under whole articles stand in elements far larger."""
BOX_PROSE = 300
BOX_SHARE = 0.35
"""Characters, and share of the prose of the page, that such a box may have: it says in a sentence or two what comes by mail."""
BOX_DEPTH = 8
PULLED = 5
"""Words of the shortest pull quote."""
CLOSE = 4
MOST_QUOTES = 200
LOOKED_AT = 500_000
"""Quotation blocks that are looked for, and characters of the story in which they are."""
LONGEST_CELL = 80
"""Characters of the longest cell of a table of figures."""
LONGEST_GATE = 220
"""Characters of the longest block that says that the rest is for subscribers."""

Hint = tuple[str, str]


def boxes_of(page: PageText, headline: int) -> dict[int, Hint]:
    """Give the blocks that stand in such a box, with their kind and what shows it. The headline (its index; -1: none) stands in no box."""
    found = _posts(page)
    found.update(_asking(page, page.blocks[headline].element if headline >= 0 else None))
    return found


def _posts(page: PageText) -> dict[int, Hint]:
    """Find embedded posts: quotation blocks signed with a name and a handle, words of its owner, and not the reporter's."""
    found: dict[int, Hint] = {}
    for index, block in enumerate(page.blocks):
        text = page.text[block.start : block.end]
        if "(@" not in text or not _SIGNED.search(text):
            continue
        around = next((outer for outer in _outwards(block.element) if outer.tag == "blockquote"), None)
        for other in range(max(0, index - BOX_DEPTH), index + 1):
            if around is not None and around in _outwards(page.blocks[other].element):
                found[other] = ("related", "it is an embedded post, signed with a handle")
    return found


def _asking(page: PageText, headline: Element | None) -> dict[int, Hint]:
    """Find boxes that ask for an address: the largest element around the field that holds little else."""
    found: dict[int, Hint] = {}
    if not page.asks:
        return found
    lengths: dict[Element, int] = {}
    prose: dict[Element, int] = {}
    for block in page.blocks:
        for outer in _outwards(block.element):
            lengths[outer] = lengths.get(outer, 0) + block.end - block.start
            prose[outer] = prose.get(outer, 0) + prose_length(block)
    most = min(BOX_PROSE, int(BOX_SHARE * sum(prose_length(block) for block in page.blocks)))
    around = frozenset([headline, *headline.iterancestors()] if headline is not None else [])
    boxes = set()
    for field in page.asks:
        box = None
        for outer in islice(field.iterancestors(), BOX_DEPTH):
            if outer.tag in _WHOLE or outer in around or lengths.get(outer, 0) > BOX or prose.get(outer, 0) > most:
                break
            box = outer
        if box is not None:
            boxes.add(box)
    for index, block in enumerate(page.blocks):
        if not boxes.isdisjoint(_outwards(block.element)):
            found[index] = ("advert", "it stands with a field for a mail address")
    return found


def _outwards(element: Element) -> list[Element]:
    return [element, *islice(element.iterancestors(), 2 * BOX_DEPTH)]


def cells_of(blocks: Sequence[Block]) -> dict[int, Hint]:
    """Give the cells of tables of figures: tables with at least two rows, and no prose in any cell."""
    tables: dict[Element, list[int]] = {}
    prose: set[Element] = set()
    for index, block in enumerate(blocks):
        table = next((outer for outer in _outwards(block.element) if outer.tag == "table"), None)
        if table is not None:
            tables.setdefault(table, []).append(index)
            if block.end - block.start > LONGEST_CELL or (block.element.tag not in _CELLS and prose_length(block)):
                prose.add(table)
    return {
        index: ("caption", "it is a cell of a table")
        for table, listed in tables.items()
        if table not in prose and len(table.findall(".//tr")) > 1
        for index in listed
    }


def repeats_of(page: PageText, story: Sequence[int]) -> dict[int, Hint]:
    """Give the pull quotes: quotation blocks of the story whose words stand in another block of it."""
    quoted = [i for i in story if any(outer.tag == "blockquote" for outer in islice(_outwards(page.blocks[i].element), CLOSE))]
    if not quoted:
        return {}
    told = {i: f" {_flat(page.text[page.blocks[i].start : page.blocks[i].end])} " for i in story}
    rest = "|".join(words for i, words in told.items() if i not in set(quoted))[:LOOKED_AT]
    found: dict[int, Hint] = {}
    for i in quoted[:MOST_QUOTES]:
        if len(told[i].split()) >= PULLED and told[i] in rest:
            found[i] = ("related", "a pull quote: its words stand in the story")
    return found


def _flat(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def gate_of(text: str) -> str | None:
    """Give the words of a short block that say that the rest is for subscribers, None where it says no such thing."""
    if len(text) > LONGEST_GATE:
        return None
    flat = " ".join(text.split())
    match = _gate("words").search(flat)
    if match is None or _gate("unless").search(flat):
        return None
    return flat if len(flat) <= LONGEST_CELL else match.group()


@cache
def _gate(listed: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{words})" for words in toml("pages")["gate"][listed]), re.IGNORECASE)
