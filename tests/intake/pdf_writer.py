"""A small writer of PDF: pages with text at positions, in the standard fonts, as plain or as packed as the test asks."""

import zlib

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Roman", "F4": "Times-Italic", "F5": "Times-Bold"}
WIDTHS = dict(zip("fijlrt.,:;'|!I", (333, 278, 278, 278, 333, 278, 250, 250, 278, 278, 180, 200, 333, 333), strict=True)) | dict.fromkeys(
    "mwMWABCDGHKNOQRUVXY", 722
)


def width(text, size):
    """The width of a text in Times, roughly: enough to wrap by."""
    return sum(WIDTHS.get(letter, 250 if letter == " " else 480) for letter in text) * size / 1000


def show(x, y, text, size=10, font="F3", more="", matrix=None):  # noqa: PLR0913, PLR0917 - as many as the operators take
    """Draw a text with its foot at (x, y)."""
    coded = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)").decode("latin-1")
    place = matrix or f"1 0 0 1 {x:.2f} {y:.2f}"
    return f"BT /{font} {size} Tf {more} {place} Tm ({coded}) Tj ET"


def wrap(text, size, room, indent=0.0, hyphens=None):
    """Break a text greedily into lines; `hyphens` maps a word to its first half, used where the whole does not fit."""
    lines, line, left = [], "", room - indent
    for word in text.split():
        joined = f"{line} {word}".strip()
        if width(joined, size) <= left:
            line = joined
            continue
        half = (hyphens or {}).get(word)
        if half and width(f"{line} {half}-", size) <= left:
            lines.append(f"{line} {half}-")
            line = word[len(half) :]
        else:
            lines.append(line)
            line = word
        left = room
    return [*lines, line]


def column(paragraphs, x, top, room, bottom, size=10, leading=12, **options):  # noqa: PLR0913, PLR0917 - as many as the operators take
    """Set paragraphs in a column with indents; give the drawing and the lines that did not fit, as (text, indent)."""
    flow = [
        (line, 10.0 if number == 0 else 0.0)
        for paragraph in paragraphs
        for number, line in enumerate(paragraph if isinstance(paragraph, list) else wrap(paragraph, size, room, 10, **options))
    ]
    return poured(flow, x, top, bottom, size, leading)


def poured(flow, x, top, bottom, size=10, leading=12):  # noqa: PLR0913, PLR0917 - as many as the operators take
    """Draw lines from the top down until the bottom; give the drawing and what is left."""
    drawn, y = [], top
    for number, (line, indent) in enumerate(flow):
        if y < bottom:
            return drawn, flow[number:]
        drawn.append(show(x + indent, y, line, size))
        y -= leading
    return drawn, []


def pdf(*pages, info=None, boxes=None, packed=False, rotate=0, extra=None):
    """Make the file: each page is a list of drawing operators."""
    objects = {1: "<< /Type /Catalog /Pages 2 0 R >>"}
    fonts = {name: 3 + at for at, name in enumerate(FONTS)}
    for name, number in fonts.items():
        objects[number] = f"<< /Type /Font /Subtype /Type1 /BaseFont /{FONTS[name]} /Encoding /WinAnsiEncoding >>"
    listed = " ".join(f"/{name} {number} 0 R" for name, number in fonts.items())
    at, kids = 20, []
    for page in pages:
        content = "\n".join(page).encode("latin-1")
        data = zlib.compress(content) if packed else content
        said = "/Filter /FlateDecode " if packed else ""
        objects[at] = f"<< {said}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
        box = boxes or "0 0 595 842"
        more = "/XObject << /Im1 900 0 R >>" if any("/Im1 Do" in line for line in page) else ""
        needs = f"/Resources << /Font << {listed} >> {more} >>"
        objects[at + 1] = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {rotate} /Contents {at} 0 R {needs} >>"
        kids.append(f"{at + 1} 0 R")
        at += 2
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    objects[900] = picture + b"\nstream\n\x80\nendstream"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    if info:
        objects[901] = "<< " + " ".join(f"/{name} ({value})" for name, value in info.items()) + " >>"
    return assembled(objects | (extra or {}), "/Info 901 0 R" if info else "")


def assembled(objects, more=""):
    """Put objects into a file with its table."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + (body if isinstance(body, bytes) else body.encode("latin-1")) + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += f"{number} 1\n{place:010d} 00000 n \n".encode()
    return bytes(out + f"trailer\n<< /Size {max(objects) + 1} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n".encode())
