"""The text of a page as a reader sees it: block after block, white space single, with the way back to the elements."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from dateline.intake.html_tree import Element
from dateline.model.source import Place

BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "legend",
        "address",
        "hr",
        "details",
        "summary",
        "body",
        "center",
        "menu",
        "dialog",
        "hgroup",
        "search",
    ]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "map",
        "area",
        "frameset",
        "noframes",
        "noembed",
        "param",
        "source",
        "track",
        "link",
        "meta",
        "title",
    ]
)
_PICTURES = frozenset({"img", "video", "amp-img", "amp-video", "object", "embed"})
_PLAIN_TAG = re.compile(r"[A-Za-z_][\w.-]*")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text|screen-?reader(?:-only)?|u-hidden|hidden|is-hidden)(?:\s|$)", re.IGNORECASE
)
_BLANK = " \n\xa0\u200b\ufeff"
_SPACE = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")

DEEPEST_PATH = 60
"""Steps of the longest XPath given: deeper elements are placed below their ancestor at that depth."""
MOST_LINES = 400
"""Lines (of `<br>`) of the longest block: no poem in a page has more, and a page that does is cut there."""


@dataclass(slots=True)
class Block:
    """Text of one block of the page: offsets of the whole, the block element it stands in, and how many of its characters are links."""

    start: int
    end: int
    element: Element
    linked: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or video of the page: its element, and how many blocks had begun before it."""

    element: Element
    after: int


@dataclass(slots=True)
class PageText:
    """The text of a page, its blocks, places and pictures, the `<input>` fields that ask for a mail address; whether it hides anything."""

    text: str
    blocks: list[Block]
    places: tuple[Place, ...]
    pictures: tuple[Picture, ...] = ()
    asks: tuple[Element, ...] = ()
    hides: bool = False


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    asks: list[Element] = field(default_factory=list)
    hides: bool = False
    broken: bool = True
    lines: int = 0
    run: int = 0
    space: bool = False

    def add(self, text: str, where: tuple[Element, str], *, linked: bool, pre: bool) -> None:
        core = text if pre else _SPACE.sub(" ", text)
        if not core.strip(_BLANK):
            self.space = self.space or bool(core)
            return
        led = core[0] in " \n" and not pre
        core = core.strip(" ") if not pre else core
        self._glue(where[0], space=self.space or led)
        self.places.append(Place(self.length, self.length + len(core), where[1]))
        self.parts.append(core)
        self.length += len(core)
        self.blocks[-1].end = self.length
        self.blocks[-1].linked += len(core) if linked else 0
        self.space = not pre and text[-1:] in " \t\n\r\f\v\u2028\u2029"

    def _glue(self, element: Element, *, space: bool) -> None:
        if self.broken or self.lines > 1 or (self.lines and self.run >= MOST_LINES):
            self.run = 0
            glue = "\n\n" if self.length else ""
            self.blocks.append(Block(self.length + len(glue), self.length + len(glue), element))
        elif self.lines:
            glue = "\n"
            self.run += 1
        else:
            glue = " " if space else ""
        if glue:
            self.parts.append(glue)
            self.length += len(glue)
        self.broken, self.lines, self.space = False, 0, False


def page_text(root: Element, *, hidden: bool = False) -> PageText:
    """Walk the tree once. Scripts, styles and templates give no text; `<br>` is a line end, two of them a new block.

    What the page hides gives text only if `hidden` asks for it: pages that a script shows once it has loaded.
    """
    writer = _Writer()
    steps: list[tuple[Element, str, dict[str, int], bool, bool, Element]] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        if event == "comment":
            _tail(writer, element, steps)
        elif event == "start":
            tag = str(element.tag)
            steps.append(_step(element, tag, steps))
            _note(writer, element, tag)
            unseen = tag in _UNSEEN
            if unseen or (not hidden and _hidden(element)):
                writer.hides = writer.hides or not unseen
                walk.skip_subtree()
                continue
            if _is_block(tag):
                writer.broken = True
            if element.text:
                _write(writer, element.text, steps)
        else:
            tag = str(element.tag)
            steps.pop()
            if tag == "br":
                writer.lines += 1
            elif _is_block(tag):
                writer.broken = True
            _tail(writer, element, steps)
    return PageText("".join(writer.parts), writer.blocks, tuple(writer.places), tuple(writer.pictures), tuple(writer.asks), writer.hides)


def _note(writer: _Writer, element: Element, tag: str) -> None:
    """Keep what gives no text but tells of the text around it."""
    if tag in _PICTURES or ((tag == "noscript" or element.get("aria-hidden") == "true") and element.find(".//img") is not None):
        writer.pictures.append(Picture(element, len(writer.blocks)))
    elif tag == "input" and "mail" in f"{element.get('type')} {element.get('name')} {element.get('id')}".lower():
        writer.asks.append(element)


def _is_block(tag: str) -> bool:
    return tag in BLOCK_TAGS or "-" in tag


def _step(element: Element, tag: str, steps: list) -> tuple[Element, str, dict[str, int], bool, bool, Element]:  # type: ignore[type-arg]
    if not steps:
        return element, f"/{tag}", {}, False, False, element
    _, path, counts, linked, pre, block = steps[-1]
    counts[tag] = counts.get(tag, 0) + 1
    if len(steps) < DEEPEST_PATH:
        path = f"{path}/{_named(tag)}[{counts[tag]}]"
    elif len(steps) == DEEPEST_PATH:
        path = f"{path}//*"
    return element, path, {}, linked or tag in {"a", "button"}, pre or tag == "pre", element if _is_block(tag) else block


def path_of(element: Element) -> str:
    """Give the XPath of an element, whatever its name and the names around it."""
    steps = []
    at: Element | None = element
    while at is not None:
        outer = at.getparent()
        number = 1 + sum(1 for _ in at.itersiblings(str(at.tag), preceding=True))
        steps.append(f"/{_named(str(at.tag))}" + (f"[{number}]" if outer is not None else ""))
        at = outer
    return "".join(reversed(steps))


@lru_cache(maxsize=1_000)
def _named(tag: str) -> str:
    return tag if _PLAIN_TAG.fullmatch(tag) else f"*[name()={_quoted(tag)}]"


def _quoted(name: str) -> str:
    """Give a string of XPath, which knows no escapes."""
    if '"' not in name:
        return f'"{name}"'
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in name.split('"')) + ")"


def _write(writer: _Writer, text: str, steps: list) -> None:  # type: ignore[type-arg]
    _, path, counts, linked, pre, block = steps[-1]
    counts["text()"] = counts.get("text()", 0) + 1
    writer.add(text, (block, f"{path}/text()[{counts['text()']}]"), linked=linked, pre=pre)


def _tail(writer: _Writer, element: Element, steps: list) -> None:  # type: ignore[type-arg]
    if element.tail and steps:
        _write(writer, element.tail, steps)


def _holds_story(element: Element) -> bool:
    """Tell what is kept from readers aloud only while a box is open over the page: it holds the headline or the article."""
    return any(True for _ in element.iter("h1", "article", "main"))


def _hidden(element: Element) -> bool:
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if not element.attrib or element.tag in {"html", "body"}:
        return False
    if element.get("hidden") is not None or (element.get("aria-hidden") == "true" and not _holds_story(element)):
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style", "")[:2000]) or _HIDDEN_CLASS.search(element.get("class", "")[:2000]))
