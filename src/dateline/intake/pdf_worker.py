"""Runs by itself, in a process of its own: the bytes of a PDF come in, the glyphs of its pages go out, a line of JSON a page.

The library that reads PDF is native code and its input may be hostile. Here it may run out of memory, go on without end or fall
over, and only this process ends. So this file imports nothing of the program, and is not imported by it where it works.

Out come lines: `{"error": code}` where the document does not open; `{"document": ...}` first and `{"page": ...}` for each page; and
`{"end": true}`, without which the run was cut short. All lengths are hundredths of a point, in the coordinates of the page.
"""

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from typing import Any

MOST_PICTURES = 200
MOST_OBJECTS = 20_000
_FORCED_BOLD = 0x40000
_ITALIC = 0x40
_IMAGE = 3
_FIELDS = ("Title", "Author", "Producer", "Creator")
LONGEST_FIELD = 2_000


def main() -> None:
    """Read standard input; the arguments are the most pages, glyphs, seconds and megabytes."""
    pages, glyphs, seconds, megabytes = (int(argument) for argument in sys.argv[1:5])
    _confine(seconds, megabytes)
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415 - after the limits are set

    data = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    held = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    if not document:
        _say({"error": pdfium.FPDF_GetLastError()})
        return
    count = pdfium.FPDF_GetPageCount(document)
    _say({"document": {name: _field(pdfium, document, name) for name in _FIELDS}, "pages": count})
    left = glyphs
    for index in range(min(count, pages)):
        page = _page(pdfium, document, index, left)
        left -= len(page["glyphs"])
        if left <= 0:
            break
        _say({"page": index + 1, **page})
    _say({"end": True})


def _confine(seconds: int, megabytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 - only where the system has it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _field(pdfium: Any, document: Any, name: str) -> str:  # noqa: ANN401 - the bindings are not typed
    size = pdfium.FPDF_GetMetaText(document, name.encode(), None, 0)
    if not 2 < size <= 2 * LONGEST_FIELD:  # noqa: PLR2004 - two bytes are the terminator
        return ""
    held = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, name.encode(), held, size)
    return held.raw[: size - 2].decode("utf-16-le", "replace")


def _page(pdfium: Any, document: Any, index: int, most: int) -> dict[str, Any]:  # noqa: ANN401 - the bindings are not typed
    """Give box, turn (quarters), glyphs, styles and the boxes of the pictures of one page; nothing of a page that is broken."""
    empty: dict[str, Any] = {"box": [0, 0, 0, 0], "turn": 0, "glyphs": [], "styles": [], "pictures": [], "broken": True}
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return empty
    text = pdfium.FPDFText_LoadPage(page)
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    found = {
        "box": _rounded(box.left, box.bottom, box.right, box.top) or [0, 0, 0, 0],
        "turn": pdfium.FPDFPage_GetRotation(page),
        "pictures": _pictures(pdfium, page),
        "styles": [],
        "glyphs": [],
        "broken": not text,
    }
    if text:
        found["glyphs"] = list(_glyphs(pdfium, text, found["styles"], most))
        pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return found


def _rounded(*lengths: float) -> list[int] | None:
    return [round(100 * length) for length in lengths] if all(math.isfinite(length) and abs(length) < 1e7 for length in lengths) else None  # noqa: PLR2004 - beyond any page


def _pictures(pdfium: Any, page: Any) -> list[list[int]]:  # noqa: ANN401 - the bindings are not typed
    found: list[list[int]] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for number in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(thing) == _IMAGE and pdfium.FPDFPageObj_GetBounds(thing, *edges):
            box = _rounded(*(edge.value for edge in edges))
            if box is not None:
                found.append(box)
            if len(found) == MOST_PICTURES:
                break
    return found


def _glyphs(pdfium: Any, text: Any, styles: list[list[int]], most: int) -> Iterator[tuple[int, ...]]:  # noqa: ANN401 - the bindings are not typed
    """Give code point, left, right, origin (two) and style of each glyph; the left and right are those of its advance.

    A space that the library derived has no style: -1.
    """
    known: dict[tuple[int, ...], int] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    last, style = 0, -1
    for index in range(min(pdfium.FPDFText_CountChars(text), most)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        thing = pdfium.FPDFText_GetTextObject(text, index)
        address = ctypes.cast(thing, ctypes.c_void_p).value if thing else None
        if address is None:
            yield 32, 0, 0, 0, 0, 0, 0, -1
            continue
        if address != last:
            last, style = address, _style(pdfium, text, thing, index, (known, styles))
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        edges = _rounded(box.left, box.bottom, box.right, box.top, x.value, y.value)
        if edges is not None:
            yield code, *edges, style


def _style(pdfium: Any, text: Any, thing: Any, index: int, seen: tuple[dict[tuple[int, ...], int], list[list[int]]]) -> int:  # noqa: ANN401 - the bindings are not typed
    """Give the number of the style: size, weight, italic, angle (degrees), render mode."""
    known, styles = seen
    matrix, flags = pdfium.FS_MATRIX(), ctypes.c_int()
    name = ctypes.create_string_buffer(200)
    size = pdfium.FPDFText_GetFontSize(text, index)
    if pdfium.FPDFText_GetMatrix(text, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    length = pdfium.FPDFText_GetFontInfo(text, index, name, 200, flags)
    font = name.raw[: max(0, min(length, 200) - 1)].lower()
    weight = pdfium.FPDFText_GetFontWeight(text, index)
    bold = weight >= 600 or bool(flags.value & _FORCED_BOLD) or any(word in font for word in (b"bold", b"black", b"heavy"))  # noqa: PLR2004 - semi-bold
    italic = bool(flags.value & _ITALIC) or b"italic" in font or b"oblique" in font
    angle = pdfium.FPDFText_GetCharAngle(text, index)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
    sized = _rounded(size) or [0]
    turned = -round(math.degrees(angle)) % 360 if math.isfinite(angle) else 0
    key = (sized[0], int(bold), int(italic), turned, mode)
    if key not in known:
        known[key] = len(styles)
        styles.append(list(key))
    return known[key]


if __name__ == "__main__":
    main()
