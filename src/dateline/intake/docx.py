"""A Word document: its text, what its styles say of each paragraph, and the way back to part and paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.intake.docx_blocks import DocxBlock, Walk
from dateline.intake.docx_package import Element, Package, child, local, value
from dateline.intake.raw import Fact, Raw
from dateline.intake.zip_listing import opened
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue
from dateline.model.source import Furniture, Place, Source

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

DEEPEST_STYLE = 20
"""Styles that rest on each other: Word allows eleven."""

LONGEST_TITLE = 160
"""Characters of the longest headline that is taken for one without a style that says so."""

_STYLES = (
    (re.compile(r"title"), "title"),
    (re.compile(r"subtitle"), "subtitle"),
    (re.compile(r"heading [1-9]"), "heading"),
    (re.compile(r"caption"), "caption"),
    (re.compile(r"toc (?:heading|[1-9])|table of figures|index [1-9]"), "navigation"),
    (re.compile(r"header"), "navigation"),
    (re.compile(r"footer|(?:foot|end)note text"), "footer"),
)
_ENDS = re.compile(r"[.:;,][\"'”’»)\]]*$")
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_KEY = re.compile(r"\w+")
_SPACES = re.compile(r"[^\S\n\t]+")
_HEADS = {"header": ("navigation", "it is a header of the pages"), "footer": ("footer", "it is a footer of the pages")}
_NOTES = {"footnotes": ("footer", "it is a footnote"), "endnotes": ("footer", "it is an endnote")}

Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    """One block of the text, the part it stands in, and what that part says of it."""

    block: DocxBlock
    part: str
    said: Said | None


def read_docx(raw: Raw) -> Iterator[Source | Issue]:
    """Make a source of a Word document.

    Its text has a blank line between paragraphs, a tab between the cells of a row, no soft hyphens, and a hyphen for one that
    does not break. Tracked changes are read as accepted. Its places are paragraphs: "word/document.xml, paragraph 12" (all of the
    part counted, from 1).
    """
    with raw.seekable() as stream, opened(stream) as archive:
        package = Package(raw, archive)
        root = package.part(package.main)
        walk = Walk().through(root) if root is not None else Walk()
        if not walk.blocks:
            raise UnreadableInput("a Word document without text")
        relations = [(kind, target) for kind, target in package.relations(package.main) if target != package.main]
        heads = _parts(package, relations, _HEADS, walk.counts)
        notes = _parts(package, relations, _NOTES, walk.counts)
        properties = _properties(package)
        said = _said(walk.blocks, _style_names(package.spare(_target(relations, "styles"))), properties)
        comments = package.spare(_target(relations, "comments"))
        facts = tuple(_facts(properties, walk.blocks, said))
    yield from (Issue(raw.path, "broken-part", f"{says}; the rest is read") for says in package.broken)
    yield from _issues(raw, walk.counts, comments)
    own = [_Item(block, package.main, hint) for block, hint in zip(walk.blocks, said, strict=True)]
    ahead = [item for item in heads if item.said == _HEADS["header"]]
    yield _source(raw, [*ahead, *own, *notes, *(item for item in heads if item.said != _HEADS["header"])], facts)


def _target(relations: Sequence[tuple[str, str]], kind: str) -> str:
    return next((target for held, target in relations if held == kind), f"word/{kind}.xml")


def _parts(package: Package, relations: Sequence[tuple[str, str]], kinds: dict[str, Said], counts: Counter[str]) -> list[_Item]:
    """Read headers, footers or notes; a header that stands on first, even and odd pages is given once."""
    found: list[_Item] = []
    seen: set[tuple[str, str]] = set()
    for kind, target in dict.fromkeys(relations):
        if kind not in kinds:
            continue
        root = package.spare(target)
        walk = Walk(counts=counts).through(root) if root is not None else Walk()
        for block in walk.blocks:
            if (kind, block.flat) not in seen:
                seen.add((kind, block.flat))
                found.append(_Item(block, target, kinds[kind]))
    return found


def _issues(raw: Raw, counts: Counter[str], comments: Element | None) -> Iterator[Issue]:
    if counts["deleted"] or counts["inserted"]:
        says = f"tracked changes, read as accepted: {counts['deleted']} deletions left out, {counts['inserted']} insertions kept"
        yield Issue(raw.path, "tracked-changes", says)
    if counts["hidden"]:
        yield Issue(raw.path, "unseen", f"hidden text in {counts['hidden']} places: left out")
    noted = sum(1 for element in comments if local(element) == "comment") if comments is not None else 0
    if noted:
        yield Issue(raw.path, "comments", f"comments in the margin: {noted}, left out")


def _style_names(styles: Element | None) -> dict[str, tuple[str, str | None, str | None]]:
    """Give the name, base and outline level of each style by its id."""
    found = {}
    for style in styles if styles is not None else []:
        key = value(style, "styleId")
        if local(style) == "style" and key is not None:
            name = (value(child(style, "name")) or key).casefold()
            found[key] = (name, value(child(style, "basedOn")), value(child(style, "pPr", "outlineLvl")))
    return found


def _said(
    blocks: Sequence[DocxBlock], styles: dict[str, tuple[str, str | None, str | None]], properties: dict[str, str]
) -> list[Said | None]:
    """Say what the style of each block makes it; the headline, if no style says it, by its place."""
    said = [_by_style(block, styles) for block in blocks]
    if not any(hint is not None and hint[0] == "title" for hint in said):
        at = _headline(blocks, said, _key(properties.get("title", "")))
        if at is not None:
            said[at] = ("title", "it is the headline: first, short, and without a full stop")
    first = True
    for at, hint in enumerate(said):
        if hint is not None and hint[0] == "title":
            said[at] = hint if first else ("heading", hint[1])
            first = False
    return said


def _by_style(block: DocxBlock, styles: dict[str, tuple[str, str | None, str | None]]) -> Said | None:
    key, outline = block.style, block.outline
    if block.row:
        return "caption", "it is a row of a table"
    for _ in range(DEEPEST_STYLE):
        if key is None:
            break
        name, base, level = styles.get(key, (key.casefold(), None, None))
        plain = re.sub(r"(?<=[a-z])(?=[1-9]$)", " ", name)
        for pattern, kind in _STYLES:
            if pattern.fullmatch(plain):
                return kind, f"its style is “{name}”"
        key, outline = base, outline if outline is not None else level
    if outline is not None and outline in "012345678":
        return "heading", f"its outline level is {int(outline) + 1}"
    if block.bold and len(block.flat) <= LONGEST_TITLE and not re.search(r"[.!?…:;,][\"'”’»)\]]*$", block.flat):
        return "heading", "it is short, and all in bold type"
    return None


def _headline(blocks: Sequence[DocxBlock], said: Sequence[Said | None], stated: str) -> int | None:
    """Find the headline: what the properties state and the text prints, else the first block, if it is like one."""
    printed = next((at for at, block in enumerate(blocks[:10]) if stated and _key(block.flat) == stated), None)
    if printed is not None:
        return printed
    at = next((at for at, hint in enumerate(said) if hint is None or hint[0] == "heading"), None)
    if at is None or at + 1 >= len(blocks):
        return None
    flat = blocks[at].flat
    like = len(flat) <= LONGEST_TITLE and " " in flat and not flat[0].islower() and not _ENDS.search(flat) and not _BYLINE.match(flat)
    return at if like else None


def _key(words: str) -> str:
    return " ".join(_KEY.findall(words.casefold()))


def _properties(package: Package) -> dict[str, str]:
    """Read title, creator and created of the document's properties."""
    root = package.spare("docProps/core.xml")
    return {local(element): " ".join((element.text or "").split()) for element in root if element.text} if root is not None else {}


def _facts(properties: dict[str, str], blocks: Sequence[DocxBlock], said: Sequence[Said | None]) -> Iterator[Fact]:
    """State title and author where the text prints them too: else they are often those of a template or a computer's owner.

    When the file was made is stated as that; it is no date of publication.
    """
    title = next((block.flat for block, hint in zip(blocks, said, strict=True) if hint is not None and hint[0] == "title"), "")
    if _key(title) and _key(title) == _key(properties.get("title", "")):
        yield "title", properties["title"], "docProps/core.xml title"
    creator = properties.get("creator", "")
    printed = f" {_key(' '.join(block.flat for block in (*blocks[:8], *blocks[-3:])))} "
    if " " in creator and f" {_key(creator)} " in printed:
        yield "authors", creator, "docProps/core.xml creator"
    if "created" in properties:
        yield "created", properties["created"], "docProps/core.xml created"


def _source(raw: Raw, items: Sequence[_Item], facts: tuple[Fact, ...]) -> Source:
    parts: list[str] = []
    places: list[Place] = []
    hints: list[Furniture] = []
    breaks: list[int] = []
    at = 0
    for item in items:
        if parts:
            parts.append("\n\n")
            at += 2
        start = at
        breaks.append(start)
        for text, number in _trimmed(item.block.pieces):
            places.append(Place(at, at + len(text), f"{item.part}, paragraph {number}"))
            parts.append(text)
            at += len(text)
        if item.said is not None:
            hints.append(Furniture(start, at, *item.said))
    return Source(raw.id, raw.path, raw.sha256, MEDIA, "UTF-8", "".join(parts), tuple(places), facts, tuple(hints), tuple(breaks))


def _trimmed(pieces: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Make white space single within a line, and take it off both ends of the block."""
    found = [(_SPACES.sub(" ", text), number) for text, number in pieces if text]
    while found and not found[0][0].strip():
        found.pop(0)
    while found and not found[-1][0].strip():
        found.pop()
    found[0] = (found[0][0].lstrip(), found[0][1])
    found[-1] = (found[-1][0].rstrip(), found[-1][1])
    return found
