"""What type and place say of the paragraphs of a PDF: headline, headings, captions, notes."""

import re
from collections.abc import Sequence

from dateline.intake.pdf_pages import PdfPage
from dateline.intake.pdf_paragraphs import ENDS, LARGER, SMALLER, Paragraph, Setting

LONGEST_HEADING = 200
"""Characters of the longest heading: a paragraph in bold type is longer."""

TITLE_WORDS = 4
"""Words of a headline; shorter lines in large type are mostly the name of the paper or of a section."""

NO_NAME = 0.6
"""Share of the largest type of the page from which a longer line is the headline, and a shorter one in larger type the paper's name."""

NEAR_PICTURE = 30.0
"""Points between a picture and the words under it: a line of space at most."""

_NOTE = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}[.)]?\s|[*†‡§]{1,3}\s?)\S?")
_KEY = re.compile(r"\w+")


def key_of(words: str) -> str:
    """Give words for comparison: letters and figures alone."""
    return " ".join(_KEY.findall(words.casefold()))


def label_aside(items: Sequence[Paragraph], page: PdfPage, setting: Setting, angle: int) -> None:
    """Label the notes at the foot of a page and the captions of its pictures. Pictures are looked at on upright pages alone."""
    text = [line for item in items for line in item.lines if setting.is_text(line)]
    for item in items:
        if item.kind or not (item.size <= SMALLER * setting.size or all(line.italic for line in item.lines)):
            continue
        if angle == 0 and _under_picture(item, page):
            item.kind, item.says, item.aside = "caption", "it is set apart from the text, under a picture", True
        elif item.size <= SMALLER * setting.size and _NOTE.match(item.lines[0].text):
            left, right = min(line.left for line in item.lines), max(line.right for line in item.lines)
            below = [line for line in text if line.y < item.lines[0].y and line.left < right and line.right > left]
            if not below and any(line.left < right and line.right > left for line in text):
                item.kind, item.aside = "footer", True
                item.says = "a note in smaller type at the foot of the page"


def _under_picture(item: Paragraph, page: PdfPage) -> bool:
    top, left, right = item.lines[0].top, min(line.left for line in item.lines), max(line.right for line in item.lines)
    high = page.box[3] - page.box[1]
    return any(
        -5 <= bottom - top <= NEAR_PICTURE and box_left < right and left < box_right and box_top - bottom < 0.9 * high  # noqa: PLR2004 - a background is no picture
        for box_left, bottom, box_right, box_top in page.pictures
    )


def label_headings(items: Sequence[Paragraph], setting: Setting, stated: str) -> Paragraph | None:
    """Label headings, headline and the line under it; give the headline. `stated` is the title that the document gives itself."""
    heads = [item for item in items if not item.aside and item.kind is None and _is_heading(item, setting)]
    for item in heads:
        larger = item.size >= LARGER * setting.size
        item.kind, item.says = "heading", "it is set in larger type than the text" if larger else "it is set in bold type"
    title = _title(items, heads, setting, key_of(stated))
    if title is None:
        return None
    at = items.index(title)
    title.kind = "title"
    title.says = (
        "it is the headline: the document states it as its title" if key_of(title.flat) == key_of(stated) else _says_title(title, setting)
    )
    for item in heads:
        if items.index(item) < at and item.size >= title.size:
            item.kind, item.says = "navigation", "it stands above the headline in type as large: a name, no heading"
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and not after.aside and _is_subtitle(after, title, setting):
        after.kind, after.says = "subtitle", "it stands under the headline, set apart from the text"
    return title


def _says_title(title: Paragraph, setting: Setting) -> str:
    return (
        f"it is the headline: set in type of {title.size:g} points, the text in {setting.size:g}"
        if title.size != setting.size
        else "it is the headline: first, in bold type"
    )


def _is_heading(item: Paragraph, setting: Setting) -> bool:
    if len(item.flat) > LONGEST_HEADING or not any(character.isalpha() for character in item.flat):
        return False
    if item.size >= LARGER * setting.size:
        return len(item.lines) <= 5  # noqa: PLR2004 - lines of the longest headline in a narrow column
    bold = all(line.bold for line in item.lines) and not setting.bold
    return bold and item.size >= SMALLER * setting.size and not ENDS.search(item.lines[-1].text) and len(item.lines) <= 3  # noqa: PLR2004 - more is a paragraph in bold type


def _title(items: Sequence[Paragraph], heads: Sequence[Paragraph], setting: Setting, stated: str) -> Paragraph | None:
    page = next((item.lines[0].page for item in items if not item.aside), 0)
    first = [item for item in items if item.lines[0].page == page and not item.aside]
    same = next((item for item in first if len(stated.split()) >= TITLE_WORDS and key_of(item.flat) == stated), None)
    if same is not None:
        return same
    mine = [item for item in heads if item.lines[0].page == page]
    large = [item for item in mine if item.size >= LARGER * setting.size]
    largest = max((item.size for item in large), default=0)
    long = [item for item in large if len(item.flat.split()) >= TITLE_WORDS and item.size >= NO_NAME * largest]
    chosen = long or [item for item in large if len(item.flat.split()) > 1]
    if chosen:
        return max(chosen, key=lambda item: item.size)
    top = first[0] if first else None
    return top if top in mine and top is not None and len(top.flat.split()) >= TITLE_WORDS else None


def _is_subtitle(item: Paragraph, title: Paragraph, setting: Setting) -> bool:
    if item.lines[0].page != title.lines[0].page or len(item.flat) > LONGEST_HEADING or item.size >= title.size:
        return False
    apart = (
        item.size >= 1.05 * setting.size
        or all(line.italic for line in item.lines)
        or (all(line.bold for line in item.lines) and not setting.bold)
    )
    return apart and not item.flat.startswith(("By ", "BY ")) and len(item.flat.split()) >= TITLE_WORDS
