"""A PDF: its words in reading order, what type and place say of them, and the way back to page and box."""

from collections.abc import Iterator, Sequence

from dateline.intake.pdf_columns import Block, blocks_of
from dateline.intake.pdf_edges import Said, address_of, edges_of
from dateline.intake.pdf_hyphens import Hyphens
from dateline.intake.pdf_labels import key_of, label_aside, label_headings
from dateline.intake.pdf_lines import Line, lines_of
from dateline.intake.pdf_pages import Pdf, PdfPage, pdf_of
from dateline.intake.pdf_paragraphs import Paragraph, leading_of, led_on, paragraphs_of, setting_of
from dateline.intake.pdf_words import PageWords, box_of, words_of
from dateline.intake.raw import Fact, Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue
from dateline.model.source import Furniture, Place, Source

MEDIA = "application/pdf"


def is_pdf(raw: Raw) -> bool:
    """Tell a PDF by its mark, which some programs put behind white space."""
    return raw.head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")


def read_pdf(raw: Raw) -> Iterator[Source | Issue]:
    """Make one source of a PDF, however many articles it prints.

    Its text has a space where a line ends within a paragraph and a blank line between paragraphs. A hyphen at a line end is left
    out where it was put there by the setting, ligatures are letters, raised figures are superscript characters. Its places are
    lines of print: "page 3, box 72,640,523,652" (left, bottom, right, top in points), with ", hyphen joined" where one went.
    """
    pdf = pdf_of(raw)
    words = [words_of(page) for page in pdf.pages]
    _refuse_scans(pdf, words)
    yield from _issues(raw, pdf, words)
    lines = [lines_of(page_words.upright, page.number) for page, page_words in zip(pdf.pages, words, strict=True)]
    edges = edges_of(lines)
    items, title = _items(pdf, words, lines, edges)
    yield _source(raw, items, tuple(_facts(pdf, items, edges, title)))


def _refuse_scans(pdf: Pdf, words: Sequence[PageWords]) -> None:
    if any(page.upright or page.turned for page in words):
        return
    if any(page.pictures for page in pdf.pages):
        raise UnreadableInput("a scan without text: its pages are pictures; run recognition of characters (OCR) over it first")
    if pdf.pages and all(page.broken for page in pdf.pages):
        raise UnreadableInput("a broken PDF: no page of it can be read; save or print it anew")
    raise UnreadableInput("a PDF without text: its pages are empty or drawn as pictures; run recognition of characters (OCR) over it first")


def _issues(raw: Raw, pdf: Pdf, words: Sequence[PageWords]) -> Iterator[Issue]:
    if pdf.count > len(pdf.pages):
        yield Issue(raw.path, "too-long", f"{pdf.count} pages: the first {len(pdf.pages)} are read; split it to read the rest")
    both = list(zip(pdf.pages, words, strict=True))
    for kind, says, numbers in (
        (
            "scan",
            "without text, pictures alone: not read; run OCR first",
            [p.number for p, w in both if p.pictures and not (w.upright or w.turned)],
        ),
        ("broken-page", "broken: not read; save or print the PDF anew", [p.number for p, _ in both if p.broken]),
        ("recognised", "text recognised from a scan: compare what you print with the picture", [p.number for p, w in both if w.recognised]),
        ("unseen", "text that nobody sees on the page (invisible, tiny or outside it): left out", [p.number for p, w in both if w.unseen]),
    ):
        if numbers:
            yield Issue(raw.path, kind, f"{_pages(numbers)}: {says}")


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:10])
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{' and others' if len(numbers) > 10 else ''}"  # noqa: PLR2004 - enough to find them


def _items(
    pdf: Pdf, words: Sequence[PageWords], lines: Sequence[list[Line]], edges: dict[Line, Said]
) -> tuple[list[Paragraph], Paragraph | None]:
    """Give the paragraphs in reading order, labelled, and which of them is the headline."""
    own = [[line for line in page if line not in edges] for page in lines]
    setting = setting_of([line for page in own for line in page])
    blocks = [blocks_of(page) for page in own]
    leading = leading_of([block for page in blocks for block in page], setting)
    setting = type(setting)(setting.size, setting.bold, leading)
    items: list[Paragraph] = []
    for page, page_words, page_lines, page_blocks in zip(pdf.pages, words, lines, blocks, strict=True):
        found = [paragraph for block in page_blocks for paragraph in paragraphs_of(block, setting)]
        for paragraph in found:
            if paragraph.lines[0].row:
                paragraph.kind, paragraph.says = "caption", "it is a row of a table"
        label_aside(found, page, setting, page_words.upright[0].angle if page_words.upright else 0)
        outer = [_aside([line], *edges[line]) for line in page_lines if line in edges]
        items += [item for item in outer if item.kind == "navigation"]
        items += [*found, *(item for item in outer if item.kind != "navigation"), *_turned(page, page_words)]
    stated = pdf.fields.get("Title", "")
    ahead = items if setting.size else []
    title = label_headings(ahead, setting, stated)
    return led_on(items, setting), title


def _aside(lines: list[Line], kind: str, says: str) -> Paragraph:
    return Paragraph(lines, aside=True, kind=kind, says=says)


def _turned(page: PdfPage, words: PageWords) -> Iterator[Paragraph]:
    """Give what stands at an angle to the text: credits along pictures, stamps, marks across the page."""
    for angle in sorted({word.angle for word in words.turned}):
        blocks: list[Block] = blocks_of(lines_of([word for word in words.turned if word.angle == angle], page.number))
        for block in blocks:
            yield _aside(block.lines, "footer", "it is set at an angle to the text")


def _source(raw: Raw, items: Sequence[Paragraph], facts: tuple[Fact, ...]) -> Source:
    hyphens = Hyphens(line.text for item in items for line in item.lines)
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
        for line, after in zip(item.lines, [*item.lines[1:], None], strict=True):
            text, glue, where = _joined(line, after, hyphens)
            places.append(Place(at, at + len(text), where))
            parts += [text, glue]
            at += len(text) + len(glue)
        if item.kind is not None:
            hints.append(Furniture(start, at, item.kind, item.says))
    return Source(raw.id, raw.path, raw.sha256, MEDIA, "PDF", "".join(parts), tuple(places), facts, tuple(hints), tuple(breaks))


def _joined(line: Line, after: Line | None, hyphens: Hyphens) -> tuple[str, str, str]:
    """Give the text of a line, what comes between it and the next, and its place."""
    where = f"page {line.page}, box {','.join(str(edge) for edge in box_of(line.words))}"
    if after is None:
        return line.text, "", where
    joint = hyphens.joint(line.text, after.text)
    if joint is None:
        return line.text, " ", where
    if joint == "":
        return line.text[:-1], "", f"{where}, hyphen joined"
    return line.text, joint[1:], where


def _facts(pdf: Pdf, items: Sequence[Paragraph], edges: dict[Line, Said], title: Paragraph | None) -> Iterator[Fact]:
    """State what the document says of itself, where its first page prints it too: else it is often the name of a file or a user."""
    stated, author = (" ".join(pdf.fields.get(name, "").split()) for name in ("Title", "Author"))
    if title is not None and stated and key_of(stated) == key_of(title.flat):
        yield "title", stated, "PDF property Title"
    page = items[0].lines[0].page if items else 0
    printed = f" {key_of(' '.join(item.flat for item in items if item.lines[0].page == page))} "
    if " " in author and f" {key_of(author)} " in printed:
        yield "authors", author, "PDF property Author"
    address = address_of(edges)
    if address is not None:
        yield "url", address[0], f"page {address[1]}, printed at its edge"
