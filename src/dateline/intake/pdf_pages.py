"""The glyphs of a PDF, got from a process of its own within bounds of time and memory: whatever the file does, only that ends."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.intake.raw import Raw
from dateline.model.errors import UnreadableInput

MOST_PAGES = 500
"""Pages that are read of one PDF: a newspaper of one day has 20 to 120. What follows is not read, and an issue says so."""

MOST_GLYPHS = 2_000_000
"""Glyphs that are read of one PDF: a page of broadsheet has 30,000, a book of 500 pages 1.5 million."""

SECONDS = 60
"""Seconds of work on one PDF: 500 pages of print take about 10."""

MEGABYTES = 1_536
"""Memory of the process that reads: the largest PDF there is (50 MB), its pictures and its text need a third. Kept by Linux alone."""

INVISIBLE = 3
"""The way of drawing text that leaves no trace: what recognition of characters puts behind a scan."""

_WORKER = Path(__file__).with_name("pdf_worker.py")
_PASSWORD, _SECURITY = 4, 5


@dataclass(frozen=True, slots=True)
class Style:
    """How a glyph is set: size in points, angle in degrees counter-clockwise, and how it is drawn."""

    size: float
    bold: bool
    italic: bool
    angle: int
    mode: int


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box (left, bottom, right, top) and the point at which it was set (x, y), in points.

    `style` is None for a space that was derived, and has no place.
    """

    text: str
    box: tuple[float, float, float, float]
    x: float
    y: float
    style: Style | None


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its number from 1, its box, by how many quarters it is turned, its glyphs as stored, the boxes of its pictures."""

    number: int
    box: tuple[float, float, float, float]
    turn: int
    glyphs: tuple[Glyph, ...]
    pictures: tuple[tuple[float, float, float, float], ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document: what it says of itself, its pages as far as they are read, and how many it has in all."""

    fields: dict[str, str]
    pages: tuple[PdfPage, ...]
    count: int


def pdf_of(raw: Raw) -> Pdf:
    """Read the glyphs. Raises UnreadableInput where the file is broken, locked or too much."""
    lines = _run(raw.data)
    head = lines[0] if lines else {}
    if "error" in head:
        raise UnreadableInput(_refusal(head["error"]))
    if not lines or "end" not in lines[-1]:
        raise UnreadableInput("this PDF breaks off the reading of it (broken, or made to do harm); print it anew to PDF, or save its text")
    if len(lines) == 2 and head["pages"]:  # noqa: PLR2004 - the head and the end
        raise UnreadableInput(f"over {MOST_GLYPHS:,} characters on the first page: made to do harm, or no article; save its text")
    return Pdf(head["document"], tuple(_page(line) for line in lines[1:-1]), head["pages"])


def _refusal(code: int) -> str:
    if code in {_PASSWORD, _SECURITY}:
        return "encrypted: this PDF opens with a password only; open it and save or print it without one"
    return "a broken PDF: no page can be made out; save or print it anew"


def _run(data: bytes) -> list[dict[str, Any]]:
    """Give the lines of the worker, as far as it came."""
    limits = [str(limit) for limit in (MOST_PAGES, MOST_GLYPHS, SECONDS, MEGABYTES)]
    with tempfile.TemporaryFile() as stored, tempfile.TemporaryFile() as found:
        stored.write(data)
        stored.seek(0)
        command = [sys.executable, "-P", str(_WORKER), *limits]
        try:
            subprocess.run(command, stdin=stored, stdout=found, stderr=subprocess.DEVNULL, timeout=2 * SECONDS, check=False)  # noqa: S603 - our own file
        except subprocess.TimeoutExpired:
            raise UnreadableInput(f"this PDF takes more than {SECONDS} seconds to open; print it anew to PDF, or save its text") from None
        except OSError as error:
            raise UnreadableInput(f"no process can be started to read PDF in ({error.strerror}); save its text") from error
        found.seek(0)
        return list(_lines(found.read().splitlines()))


def _lines(stored: list[bytes]) -> Iterator[dict[str, Any]]:
    for line in stored:
        try:
            yield json.loads(line)
        except ValueError:
            return


def _page(line: dict[str, Any]) -> PdfPage:
    styles = [Style(size / 100, bool(bold), bool(italic), angle, mode) for size, bold, italic, angle, mode in line["styles"]]
    return PdfPage(
        line["page"],
        _points(line["box"]),
        line["turn"],
        tuple(_glyph(glyph, styles) for glyph in line["glyphs"]),
        tuple(_points(box) for box in line["pictures"]),
        line["broken"],
    )


def _points(box: list[int]) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return left / 100, bottom / 100, right / 100, top / 100


def _glyph(glyph: list[int], styles: list[Style]) -> Glyph:
    code, left, bottom, right, top, x, y, style = glyph
    text = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"  # noqa: PLR2004 - what is no character
    box = (left / 100, bottom / 100, right / 100, top / 100)
    return Glyph(text, box, x / 100, y / 100, styles[style] if style >= 0 else None)
