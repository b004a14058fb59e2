"""What the markup says of the parts of a page: the headline, elements, roles, class and id words, and where the story stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.intake.html_blocks import Block, PageText
from dateline.intake.html_boxes import boxes_of, cells_of, gate_of
from dateline.intake.html_byline import names_alone
from dateline.intake.html_captions import captions_of
from dateline.intake.html_entries import others_of
from dateline.intake.html_story import HEADINGS, MOST_LINKED, SENTENCE, Known, Told, linked_share, outer_of, prose_length, story
from dateline.intake.html_title import headline_index
from dateline.intake.html_tree import Element
from dateline.model.source import Furniture
from dateline.words.loader import toml

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_NUMBER = re.compile(r"\d{5}")
_SAID = ("class", "id", "role", "itemprop", "data-testid", "data-component", "data-qa", "data-type")
LONGEST_ATTRIBUTE = 400
"""Characters of a class or id that are looked at: utility classes run to hundreds, telling names come first."""

MOST_OF_PROSE = 0.35
"""Share of the page's prose above which an element is the story, whatever its class says ("has-sidebar", "with-comments"),
and a class word says nothing on this page. Related stories and comments together seldom have a third."""

_FREE = frozenset({"html", "body", "main"})
_EVERYWHERE = frozenset({"comment"})
"""Kinds whose words hold however much prose they cover: some pages have more comment than story."""

LONGEST_HEADING = 200
"""Characters of the longest heading; some pages set whole paragraphs in heading elements."""

NAME_ALONE = "it is a name alone before the story"
SLUG_WORDS = 3
"""Hyphens of the shortest title in an address."""
HEADLINE_WORDS = 4
"""Words of the shortest headline that shows a page to be an article; what heads an index page is the name of a site or section."""

Hint = tuple[str, str]


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = toml("pages")["names"]
    return tuple((kind, re.compile(rf"(?:^|-)({'|'.join(listed)})(?=-|$)")) for kind, listed in names.items())


@cache
def _elements() -> dict[str, str]:
    return dict(toml("pages")["elements"])


@cache
def _named(attribute: str, value: str) -> tuple[tuple[str, str], ...]:
    """List what the words of an attribute say: kind and word."""
    parts = value[:LONGEST_ATTRIBUTE].split() if attribute == "class" else [value[:LONGEST_ATTRIBUTE]]
    found = []
    for part in parts:
        words = "-".join(_TOKEN.findall(part)).lower()
        for kind, names in _names():
            match = names.search(words)
            if match:
                found.append((kind, f"its {attribute} says “{match.group(1)}”"))
    return tuple(found)


class _Marks:
    """What each element of a page says it is, asked once."""

    def __init__(self, page: PageText, headline: int) -> None:
        self._prose = _prose_inside(page.blocks)
        self._total = max(self._prose.values(), default=0)
        title = page.blocks[headline].element if headline >= 0 else None
        self._around_title = frozenset([title, *title.iterancestors()]) if title is not None else frozenset()
        first = next((block.element for block in page.blocks if prose_length(block)), None)
        self._later = self._prose.keys() - ({first, *first.iterancestors()} if first is not None else set())
        self._known: dict[Element, Hint | None] = {}
        self._banned: frozenset[str] = frozenset()
        marks = [self.of(block.element) for block in page.blocks]
        covered: dict[Hint, int] = {}
        for block, hint in zip(page.blocks, marks, strict=True):
            if hint is not None:
                covered[hint] = covered.get(hint, 0) + prose_length(block)
        banned = {says for (kind, says), length in covered.items() if length > MOST_OF_PROSE * self._total and kind not in _EVERYWHERE}
        if banned:
            self._banned = frozenset(banned)
            self._known.clear()

    def of(self, element: Element) -> Hint | None:
        """Say what an element is: the outermost element that says anything decides, but captions and comments inside keep their kind."""
        chain: list[Element] = []
        hint: Hint | None = None
        at: Element | None = element
        while at is not None and at not in self._known:
            chain.append(at)
            at = at.getparent()
        if at is not None:
            hint = self._known[at]
        for inner in reversed(chain):
            if hint is None:
                most = self._total and self._prose.get(inner, 0) > MOST_OF_PROSE * self._total
                hint = self._own(inner) if not most or inner in self._later else None
                hint = hint if not most or (hint is not None and hint[0] in _EVERYWHERE) else None
            self._known[inner] = hint
        return hint

    def _own(self, element: Element) -> Hint | None:
        tag = str(element.tag)
        kind = _elements().get(tag)
        if kind is not None and not (tag == "header" and _within_article(element)):
            says = f"it stands in <{tag}>"
            return None if says in self._banned else (kind, says)
        if tag in _FREE or element in self._around_title:
            return None
        for name in _SAID:
            value = element.get(name)
            if value:
                for hint in _named(name, value):
                    if hint[1] not in self._banned:
                        return hint
        return None


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


def hints_of(page: PageText, facts: Iterable[tuple[str, str, str]], *, article: bool = True) -> Hinted:
    """Give a hint for the headline and for each block that is furniture: by an element, else because it stands outside the story.

    `article` tells that the page says of itself that it is an article.
    """
    stated = list(facts)
    descriptions = frozenset(value for name, value, _ in stated if name == "subtitle")
    headline = headline_index(page, [value for name, value, _ in stated if name == "title"])
    marks = _Marks(page, headline)
    boxes = boxes_of(page)
    others = others_of(page, headline)
    gates = {i: words for i, block in enumerate(page.blocks) if (words := gate_of(page.text[block.start : block.end])) is not None}
    boxes.update({i: ("advert", f"it says “{words}”") for i, words in gates.items()})
    boxes.update({i: ("related", f"another article stands here, “{title}”") for i, title in others.items()})
    marked = [boxes.get(i) or marks.of(block.element) for i, block in enumerate(page.blocks)]
    article = article or _has_headline(page, headline) or any(name == "url" and _has_slug(value) for name, value, _ in stated)
    known = Known([mark is not None and mark[0] != "subtitle" for mark in marked], headline, _bodies(page.blocks), article)
    told = story(page, known)
    hints = _labels(page, _Labels(marked, told, headline, descriptions))
    hidden = {hint.start for hint in hints}
    prose = tuple(i for i, block in enumerate(page.blocks) if block.start not in hidden and prose_length(block))
    return Hinted(hints, prose, told.index, next(iter(others.values()), None), next(iter(gates.values()), None))


@dataclass(frozen=True, slots=True)
class _Labels:
    """What the labels of the blocks are made of."""

    marked: list[Hint | None]
    told: Told
    headline: int
    descriptions: frozenset[str]


def _labels(page: PageText, by: _Labels) -> tuple[Furniture, ...]:
    free = [within and mark is None for mark, within in zip(by.marked, by.told.within, strict=True)]
    captions = captions_of(page, free, by.descriptions)
    cells = cells_of(page.blocks)
    last = max((i for i, own in enumerate(free) if own and i not in captions and prose_length(page.blocks[i])), default=-1)
    begun = False
    found = []
    for i, (block, mark, within) in enumerate(zip(page.blocks, by.marked, by.told.within, strict=True)):
        begun = begun or (free[i] and prose_length(block) > 0 and SENTENCE.search(page.text[block.start : block.end]) is not None)
        hint: Hint | None = None
        if i == by.headline:
            hint = ("title", "it is the headline of the page")
        elif mark is not None and not (mark[0] == "subtitle" and begun and within):
            hint = mark
        elif i in by.told.stamps:
            hint = ("navigation", "it is the time of an entry")
        elif i in captions or i in cells:
            hint = ("caption", captions[i]) if i in captions else cells[i]
        elif within:
            hint = _heading(block, closes=i > last)
            if hint is None and not begun and i < last and names_alone(page.text[block.start : block.end]) is not None:
                hint = ("byline", NAME_ALONE)
        elif not begun and " ".join(page.text[block.start : block.end].split()) in by.descriptions:
            hint = ("subtitle", "the page states it as its description")
        else:
            hint = ("navigation", "it stands outside the story") if not by.told.index else ("related", "the page announces stories")
        if hint is not None:
            found.append(Furniture(block.start, block.end, *hint))
    return tuple(found)


def _heading(block: Block, *, closes: bool) -> Hint | None:
    tag = str(block.element.tag)
    if tag not in HEADINGS or block.end - block.start > LONGEST_HEADING:
        return None
    return ("navigation", "it is a heading, and no prose follows") if closes else ("heading", f"it stands in <{tag}>")


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


def _bodies(blocks: list[Block]) -> frozenset[Element]:
    """List the elements that the page names as the body of an article."""
    found = set()
    for element in {outer for block in blocks if prose_length(block) for outer in (block.element, *outer_of(block.element))}:
        said = [element.get("itemprop", ""), element.get("id", ""), *element.get("class", "")[:LONGEST_ATTRIBUTE].split()]
        if any(_body().fullmatch("-".join(_TOKEN.findall(part)).lower()) for part in said if part):
            found.add(element)
    return frozenset(found)


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:[a-z0-9]{{1,12}}-){{0,2}}(?:{'|'.join(toml('pages')['body']['names'])})")


def _prose_inside(blocks: list[Block]) -> dict[Element, int]:
    """Count the characters of prose in every element that has any."""
    own: dict[Element, int] = {}
    for block in blocks:
        length = prose_length(block)
        if length:
            own[block.element] = own.get(block.element, 0) + length
    inside: dict[Element, int] = {}
    for element, length in own.items():
        for outer in (element, *outer_of(element)):
            inside[outer] = inside.get(outer, 0) + length
    return inside


def _within_article(element: Element) -> bool:
    return any(outer.tag in {"article", "main"} for outer in outer_of(element))
