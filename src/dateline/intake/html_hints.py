"""What a page says of each of its blocks: the headline, what its markup calls furniture, and where the story stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.intake.html_blocks import PageText
from dateline.intake.html_boxes import boxes_of, cells_of, gate_of, repeats_of
from dateline.intake.html_byline import about_author, names_alone, surnames
from dateline.intake.html_captions import captions_of
from dateline.intake.html_entries import others_of
from dateline.intake.html_marks import Hint, Marks, bodies_of
from dateline.intake.html_story import HEADINGS, MOST_LINKED, SENTENCE, Known, Told, linked_share, prose_length, story
from dateline.intake.html_title import headline_index
from dateline.model.source import Furniture

_DOUBTED = frozenset({"navigation", "related", "advert", "footer", "comment", "appeal"})
"""Kinds that markup gives wrongly to prose; captions and bylines are in the stated text of some."""
_NUMBER = re.compile(r"\d{5}")

LONGEST_HEADING = 200
"""Characters of the longest heading; some pages set whole paragraphs in heading elements."""

NAME_ALONE = "it is a name alone before the story"
SLUG_WORDS = 3
"""Hyphens of the shortest title in an address."""
HEADLINE_WORDS = 4
"""Words of the shortest headline that shows a page to be an article; what heads an index page is the name of a site or section."""
CLOSING = 6
"""Blocks at the end of a story among which a note on its author is looked for."""


@dataclass(frozen=True, slots=True)
class Hinted:
    """The labels that a page gives its blocks, and what else was seen on the way.

    `prose` are the indexes of the blocks of prose of the story; `index` tells a page that only announces stories; `other` is the headline
    of a second article; `gate` the words that say that the rest is for subscribers.
    """

    hints: tuple[Furniture, ...]
    prose: tuple[int, ...] = ()
    index: bool = False
    other: str | None = None
    gate: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of its parts outside its text.

    `own` are the blocks that it states as part of its article, whatever element they stand in; `captions` the captions of its pictures;
    `article` tells that it says that it is an article.
    """

    own: frozenset[int] = frozenset()
    captions: tuple[str, ...] = ()
    article: bool = True


def hints_of(page: PageText, facts: Iterable[tuple[str, str, str]], said: Said) -> Hinted:
    """Give a hint for the headline and for each block that is furniture: by an element, else because it stands outside the story."""
    stated = list(facts)
    headline = headline_index(page, [value for name, value, _ in stated if name == "title"])
    gates = {i: words for i, block in enumerate(page.blocks) if (words := gate_of(page.text[block.start : block.end])) is not None}
    others = others_of(page, headline)
    boxes = boxes_of(page, headline)
    boxes.update({i: ("advert", f"it says “{words}”") for i, words in gates.items()})
    boxes.update({i: ("related", f"another article stands here, “{title}”") for i, title in others.items()})
    own = frozenset(i for i in said.own if prose_length(page.blocks[i]) and SENTENCE.search(_words_of(page, i)))
    marked = _marked(page, headline, boxes, own)
    article = said.article or _has_headline(page, headline) or any(name == "url" and _has_slug(value) for name, value, _ in stated)
    known = Known([mark is not None and mark[0] != "subtitle" for mark in marked], headline, bodies_of(page.blocks), article)
    told = story(page, known)
    within = tuple(inside or (i in own and marked[i] is None) for i, inside in enumerate(told.within))
    labels = _Labels(page, marked, replace(told, within=within, leads=told.leads - own), _Stated(headline, stated, said.captions))
    hints = []
    for i, block in enumerate(page.blocks):
        hint = ("title", "it is the headline of the page") if i == headline else labels.of(i)
        if hint is not None:
            hints.append(Furniture(block.start, block.end, *hint))
    hidden = {hint.start for hint in hints}
    prose = tuple(i for i, block in enumerate(page.blocks) if block.start not in hidden and prose_length(block))
    return Hinted(tuple(hints), prose, told.index, next(iter(others.values()), None), next(iter(gates.values()), None))


def _words_of(page: PageText, index: int) -> str:
    return page.text[page.blocks[index].start : page.blocks[index].end]


def _marked(page: PageText, headline: int, boxes: dict[int, Hint], own: frozenset[int]) -> list[Hint | None]:
    """List what boxes and markup say of each block; of a block that the page states as its own, markup is not believed to say otherwise."""
    marks = Marks(page, headline)
    found = [boxes.get(i) or marks.of(block.element) for i, block in enumerate(page.blocks)]
    return [None if i in own and mark is not None and mark[0] in _DOUBTED else mark for i, mark in enumerate(found)]


@dataclass(frozen=True, slots=True)
class _Stated:
    """The index of the headline, the facts that the page states, and the captions of its pictures."""

    headline: int
    facts: list[tuple[str, str, str]]
    captions: tuple[str, ...]


class _Labels:
    """The labels of the blocks of a page, one asked after the other."""

    def __init__(self, page: PageText, marked: list[Hint | None], told: Told, stated: _Stated) -> None:
        facts, self._headline = stated.facts, stated.headline
        self._page, self._marked, self._told = page, marked, told
        self._descriptions = frozenset(value for name, value, _ in facts if name == "subtitle")
        self._authors = [value for name, value, _ in facts if name == "authors"]
        free = [within and mark is None for mark, within in zip(marked, told.within, strict=True)]
        told_captions = captions_of(page, free, self._descriptions, stated.captions)
        self._boxed: dict[int, Hint] = {i: ("caption", says) for i, says in told_captions.items()}
        for i, hint in (*cells_of(page.blocks).items(), *repeats_of(page, [i for i, own in enumerate(free) if own]).items()):
            self._boxed.setdefault(i, hint)
        prose = [i for i, own in enumerate(free) if own and i not in self._boxed and prose_length(page.blocks[i])]
        self._last = prose[-1] if prose else -1
        self._first = next((i for i in prose if SENTENCE.search(self._text(i))), len(page.blocks))
        self._closing = frozenset(prose[-CLOSING:])

    def _text(self, index: int) -> str:
        return _words_of(self._page, index)

    def of(self, index: int) -> Hint | None:
        """Label a block that is not the headline; None where it is prose of the story."""
        mark, within = self._marked[index], self._told.within[index]
        if mark is not None and not (mark[0] == "subtitle" and index >= self._first and within):
            return mark
        if index in self._told.stamps:
            return "navigation", "it is the time of an entry"
        if self._told.leads == {index}:
            return "subtitle", "it stands alone between the headline and the story"
        if index in self._boxed:
            return self._boxed[index]
        return self._inside(index) if within else self._outside(index)

    def _signs(self, index: int) -> bool:
        """Tell names alone before the story of persons that the story does not speak of: whom it speaks of is its subject."""
        names = names_alone(self._text(index))
        if names is None:
            return False
        told = " ".join(self._text(i) for i, within in enumerate(self._told.within) if i != index and (within or i == self._headline))
        return not any(surname in told for surname in surnames(names))

    def _outside(self, index: int) -> Hint:
        if index < self._first and " ".join(self._text(index).split()) in self._descriptions:
            return "subtitle", "the page states it as its description"
        return ("related", "the page announces stories") if self._told.index else ("navigation", "it stands outside the story")

    def _inside(self, index: int) -> Hint | None:
        block = self._page.blocks[index]
        tag = str(block.element.tag)
        if tag in HEADINGS and block.end - block.start <= LONGEST_HEADING:
            closes = index > self._last
            return ("navigation", "it is a heading, and no prose follows") if closes else ("heading", f"it stands in <{tag}>")
        if index < min(self._first, self._last) and self._signs(index):
            return "byline", NAME_ALONE
        if index in self._closing and index > self._first and about_author(self._text(index), self._authors):
            return "footer", "it begins with the name of the author, and says who that is"
        return None


def _has_headline(page: PageText, headline: int) -> bool:
    """Tell whether the page has a headline proper: of several words, and no link to somewhere else."""
    if headline < 0:
        return False
    block = page.blocks[headline]
    return len(page.text[block.start : block.end].split()) >= HEADLINE_WORDS and linked_share(block) <= MOST_LINKED


def _has_slug(address: str) -> bool:
    """Tell the address of an article: it ends with the words of a title, or holds a long number."""
    path = re.split(r"[?#]", address.partition("//")[2].partition("/")[2], maxsplit=1)[0].rstrip("/")
    last = path.rpartition("/")[2]
    return last.count("-") + last.count("_") >= SLUG_WORDS or _NUMBER.search(path) is not None
