"""Which blocks of a story are the words under a picture, where neither an element nor a class says so.

Two signs, both of the picture beside the block. Its own text (`alt` and the like) has the same words. Or block and picture stand alone
in a card of their own, with no more than a few short blocks: a caption, a credit, the name of what is shown.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from dateline.intake.html_blocks import Block, PageText, Picture
from dateline.intake.html_story import HEADINGS, MOST_LINKED, linked_share, prose_length
from dateline.intake.html_tree import Element

_WORD = re.compile(r"\w+")
_TOLD = ("alt", "title", "data-caption", "data-title", "aria-label")
_NO_CARD = frozenset({"body", "html", "main", "article", "section", "ul", "ol", "table", "tbody", "tr", "p", "blockquote"})
_CLOSED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SPEECH = re.compile(r"\b(?:said|says|told|according to|announced)\b")
"""A sentence that reports what somebody said is hardly a caption, and is missed most where it is taken for one."""
_GALLERY = re.compile(r"(?:^|[\s_-])(?:gallery|galleries|slides?|slider|slideshow|carousel|lightbox)(?=[\s_-]|$)", re.IGNORECASE)

SHORTEST = 4
"""Words of the shortest caption that is told by the text of a picture: fewer may be a name that both happen to have."""
REST = 12
"""Words by which a caption may be longer than the text of its picture: the credit."""
CARD_DEPTH = 5
"""Elements climbed from a picture to find the card that it stands in."""
CARD_LENGTH = 320
"""Characters of all the words of a card that is a picture and its caption: agency captions have up to 300."""
CARD_BLOCKS = 6
MOST_IN_CARDS = 0.3
"""Share of the prose of the story above which sentences in cards are the story itself: photo essays, pages made of rows."""
ICON = 64
"""Width or height, in pixels, up to which a picture is an icon or the face of an author."""


def captions_of(page: PageText, story: Sequence[bool], prose: Iterable[str], stated: Iterable[str] = ()) -> dict[int, str]:
    """Give the blocks of the story that are captions, with what shows it.

    `story` tells for each block whether it may be one; `prose` are texts that are none whatever a picture repeats: how the page
    describes its story. `stated` are the captions that it states outside its text (JSON-LD).
    """
    kept = {_words(text) for text in prose}
    shown = [picture for picture in page.pictures if not _is_icon(picture.element)]
    told: dict[int, str] = {}
    for picture in shown:
        for index in (picture.after, picture.after - 1):
            if 0 <= index < len(page.blocks) and story[index] and index not in told:
                block = page.blocks[index]
                if block.element.tag not in HEADINGS and _repeats(page.text[block.start : block.end], picture.element, kept):
                    told[index] = "the picture beside it has the same words"
    listed = {words for words in map(_words, stated) if len(words) >= SHORTEST} - kept
    for index, block in enumerate(page.blocks):
        if listed and story[index] and block.element.tag not in HEADINGS and _words(page.text[block.start : block.end]) in listed:
            told.setdefault(index, "the page states it as the caption of a picture")
    for index in _in_cards(page, shown, story):
        told.setdefault(index, "it stands alone with a picture")
    return told


def _in_cards(page: PageText, shown: Sequence[Picture], story: Sequence[bool]) -> list[int]:
    """List the blocks that stand alone with a picture. Where much of the story is set so, whole sentences are the story."""
    counts = _counts(page.blocks)
    found = sorted({index for picture in shown for index in _card(page, picture, counts) if story[index]})
    prose = sum(prose_length(block) for block, within in zip(page.blocks, story, strict=True) if within)
    closed = [index for index in found if _CLOSED.search(_text(page, index)) and not _in_gallery(page.blocks[index].element)]
    if sum(prose_length(page.blocks[index]) for index in closed) > MOST_IN_CARDS * prose:
        return [index for index in found if index not in closed]
    return [index for index in found if index not in closed or not _SPEECH.search(_text(page, index))]


def _text(page: PageText, index: int) -> str:
    return page.text[page.blocks[index].start : page.blocks[index].end]


def _in_gallery(element: Element) -> bool:
    return any(_GALLERY.search(outer.get("class", "")[:400]) for outer in (element, *islice(element.iterancestors(), CARD_DEPTH)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _is_icon(element: Element) -> bool:
    for name in ("width", "height"):
        size = re.match(r"\d{1,6}", element.get(name) or "")
        if size is not None and int(size.group()) <= ICON:
            return True
    return False


def _repeats(text: str, picture: Element, kept: set[tuple[str, ...]]) -> bool:
    words = _words(text)
    if len(words) < SHORTEST or words in kept:
        return False
    for name in _TOLD:
        told = _words(picture.get(name) or "")
        if len(told) >= SHORTEST and told == words[: len(told)] and len(words) - len(told) <= REST:
            return True
    return False


def _counts(blocks: Sequence[Block]) -> dict[Element, tuple[int, int]]:
    """Count the blocks and characters within every element that is near a block."""
    found: dict[Element, tuple[int, int]] = {}
    for block in blocks:
        for outer in (block.element, *islice(block.element.iterancestors(), 2 * CARD_DEPTH)):
            count, length = found.get(outer, (0, 0))
            found[outer] = count + 1, length + block.end - block.start
    return found


def _card(page: PageText, picture: Picture, counts: dict[Element, tuple[int, int]]) -> list[int]:
    """List the blocks of the largest element around a picture that holds little else, where there is one."""
    card = None
    for outer in islice(picture.element.iterancestors(), CARD_DEPTH):
        count, length = counts.get(outer, (0, 0))
        if outer.tag in _NO_CARD or count > CARD_BLOCKS or length > CARD_LENGTH:
            break
        if count:
            card = outer
    if card is None:
        return []
    found = []
    for index in range(max(0, picture.after - CARD_BLOCKS), min(len(page.blocks), picture.after + CARD_BLOCKS)):
        block = page.blocks[index]
        if block.element is card or card in islice(block.element.iterancestors(), 2 * CARD_DEPTH):
            found.append(index)
    return [i for i in found if page.blocks[i].element.tag not in HEADINGS and linked_share(page.blocks[i]) <= MOST_LINKED]
