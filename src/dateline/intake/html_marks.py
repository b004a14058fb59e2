"""What each element of a page says it is: by its name, its role, or the words of its class, id and the like."""

import re
from functools import cache

from dateline.intake.html_blocks import Block, PageText
from dateline.intake.html_story import HEADINGS, outer_of, prose_length
from dateline.intake.html_tree import Element
from dateline.words.loader import toml

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SAID = ("class", "id", "role", "itemprop", "data-testid", "data-component", "data-qa", "data-type")
LONGEST_ATTRIBUTE = 400
"""Characters of a class or id that are looked at: utility classes run to hundreds, telling names come first."""

MOST_OF_PROSE = 0.35
"""Share of the page's prose above which an element is the story, whatever its class says ("has-sidebar", "with-comments"),
and a class word says nothing on this page. Related stories and comments together seldom have a third."""

_FREE = frozenset({"html", "body", "main"})
_EVERYWHERE = frozenset({"comment"})
"""Kinds whose words hold however much prose they cover: some pages have more comment than story."""

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


class Marks:
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
            if hint is None and _is_dialog(inner) and inner not in self._around_title:
                hint = ("navigation", "it is a box over the page")
            elif hint is None:
                most = self._total and self._prose.get(inner, 0) > MOST_OF_PROSE * self._total
                hint = self._own(inner) if not most or inner in self._later else None
                hint = hint if not most or (hint is not None and hint[0] in _EVERYWHERE) else None
            self._known[inner] = hint
        return hint

    def _own(self, element: Element) -> Hint | None:
        tag = str(element.tag)
        kind = _elements().get(tag) if tag != "figure" or not _quotes(element) else None
        if kind is not None and not (tag == "header" and _within_article(element)):
            says = f"it stands in <{tag}>"
            return None if says in self._banned else (kind, says)
        if tag in _FREE or element in self._around_title:
            return None
        for name in _SAID:
            value = element.get(name)
            if value and not (name == "id" and tag in HEADINGS):  # an anchor made of the words of the heading
                for hint in _named(name, value):
                    if hint[1] not in self._banned:
                        return hint
        return None


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


def _is_dialog(element: Element) -> bool:
    return element.tag == "dialog" or element.get("role") in {"dialog", "alertdialog"} or element.get("aria-modal") == "true"


def _quotes(figure: Element) -> bool:
    """Tell a figure that is a quotation, and no picture."""
    return figure.find(".//blockquote") is not None and not any(True for _ in figure.iter("img", "video", "picture", "amp-img", "iframe"))


def _within_article(element: Element) -> bool:
    return any(outer.tag in {"article", "main"} for outer in outer_of(element))


def bodies_of(blocks: list[Block]) -> frozenset[Element]:
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
