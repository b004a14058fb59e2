"""From the XML of a Word document to its blocks: paragraphs and rows of tables, each stretch with the number of its paragraph."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.intake.docx_package import Element, child, local, value

LONGEST_CELL = 150
"""Characters of the longest cell of a table of figures: what is longer is prose that a table puts in its place."""

_TEXT = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}
_LEFT_OUT = frozenset({"del", "moveFrom"})
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class DocxBlock:
    """One block: pieces of text, each with the number of the paragraph it stands in (from 1, in the order of the part)."""

    pieces: list[tuple[str, int]]
    style: str | None = None
    outline: str | None = None
    bold: bool = False
    row: bool = False

    @property
    def flat(self) -> str:
        """Its words with single spaces."""
        return " ".join("".join(text for text, _ in self.pieces).split())


@dataclass(slots=True)
class Walk:
    """One way through a part: its blocks, and how much was left out."""

    blocks: list[DocxBlock] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _open: DocxBlock | None = None
    _numbers: dict[Element, int] = field(default_factory=dict)

    def through(self, element: Element) -> "Walk":
        """Take in all blocks of an element."""
        self._numbers = {paragraph: number for number, paragraph in enumerate(_paragraphs(element), 1)}
        self._inside(element)
        self._close()
        return self

    def _close(self) -> None:
        if self._open is not None and self._open.flat:
            self.blocks.append(self._open)
        self._open = None

    def _inside(self, element: Element) -> None:
        for inner in element:
            name = local(inner)
            if name == "p":
                self._paragraph(inner)
            elif name == "tbl":
                self._close()
                self._table(inner)
            elif name == "AlternateContent":
                self._inside(_chosen(inner))
            elif name in _LEFT_OUT:
                self.counts["deleted"] += 1
            elif name not in {"sectPr", "tblPr", "sdtPr", "pPr", "rPr"}:
                self._inside(inner)

    def _paragraph(self, paragraph: Element) -> None:
        """Take in a paragraph, and what is in its text boxes behind it. One whose end is deleted goes on in the next."""
        number = self._numbers[paragraph]
        boxes: list[Element] = []
        runs = list(self._runs(paragraph, boxes))
        text = "".join(words for words, _ in runs)
        if self._open is None:
            properties = child(paragraph, "pPr")
            outline = value(child(properties, "outlineLvl"))
            self._open = DocxBlock([], value(child(properties, "pStyle")), outline, bold=True)
        self._open.pieces.append((text, number))
        self._open.bold = self._open.bold and all(bold for words, bold in runs if words.strip())
        if child(paragraph, "pPr", "rPr", "del") is not None:
            self.counts["deleted"] += 1
        else:
            self._close()
        for box in boxes:
            held, self._open = self._open, None
            self._inside(box)
            self._close()
            self._open = held

    def _runs(self, element: Element, boxes: list[Element]) -> Iterator[tuple[str, bool]]:
        for inner in element:
            name = local(inner)
            if name == "r":
                yield from self._run(inner, boxes)
            elif name in _LEFT_OUT:
                self.counts["deleted"] += 1
            elif name == "AlternateContent":
                yield from self._runs(_chosen(inner), boxes)
            elif name not in {"pPr", "rPr", "sdtPr"}:
                self.counts["inserted"] += name in {"ins", "moveTo"}
                yield from self._runs(inner, boxes)

    def _run(self, run: Element, boxes: list[Element]) -> Iterator[tuple[str, bool]]:
        properties = child(run, "rPr")
        if _is_on(child(properties, "vanish")):
            self.counts["hidden"] += any(local(inner) == "t" for inner in run)
            return
        bold = _is_on(child(properties, "b"))
        for inner in run:
            name = local(inner)
            if name == "t":
                yield inner.text or "", bold
            elif name in _TEXT:
                yield _TEXT[name], bold
            elif name == "br":
                yield " " if value(inner, "type") in {"page", "column"} else "\n", bold
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                boxes.extend(_boxes(inner))

    def _table(self, table: Element) -> None:
        """Take in the rows as lines, a tab between cells; cells that hold prose as the paragraphs that they are."""
        for row in _named(table, "tr", stop="tbl"):
            if child(row, "trPr", "del") is not None:
                self.counts["deleted"] += 1
                continue
            cells = []
            for cell in _named(row, "tc", stop="tbl"):
                inner = Walk(counts=self.counts, _numbers=self._numbers)
                inner._inside(cell)
                inner._close()
                cells.append(inner.blocks)
            if any(len(blocks) > 1 or any(len(block.flat) > LONGEST_CELL for block in blocks) for blocks in cells) or len(cells) == 1:
                self.blocks.extend(block for blocks in cells for block in blocks)
            elif any(cells):
                self.blocks.append(_row([blocks[0] for blocks in cells if blocks]))


def _row(cells: list[DocxBlock]) -> DocxBlock:
    pieces: list[tuple[str, int]] = []
    for cell in cells:
        if pieces:
            pieces[-1] = (f"{pieces[-1][0]}\t", pieces[-1][1])
        pieces.extend((" ".join(text.split()), number) for text, number in cell.pieces)
    return DocxBlock(pieces, row=True)


def _is_on(element: Element | None) -> bool:
    return element is not None and (value(element) or "1") not in _OFF


def _paragraphs(element: Element) -> Iterator[Element]:
    return (inner for inner in element.iter() if local(inner) == "p")


def _named(element: Element, name: str, stop: str) -> Iterator[Element]:
    """List the descendants of a name, not those within an inner `stop`."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) == "AlternateContent":
            yield from _named(_chosen(inner), name, stop)
        elif local(inner) != stop and local(inner) not in _LEFT_OUT:
            yield from _named(inner, name, stop)


def _chosen(element: Element) -> Element:
    """Give the first way in which a thing is drawn: the others say the same again."""
    return next(iter(element), element) if len(element) else element


def _boxes(element: Element) -> Iterator[Element]:
    """List the text boxes in a drawing, the outermost ones."""
    if local(element) == "AlternateContent":
        element = _chosen(element)
    for inner in element:
        if local(inner) == "txbxContent":
            yield inner
        else:
            yield from _boxes(inner)
