"""Plain text: as decoded, newlines untouched, with the way back to the bytes."""

from collections.abc import Iterator

from dateline.intake.decode import Decoded
from dateline.intake.raw import Raw
from dateline.model.source import Place, Source

STRETCH = 2_000
"""Characters after which a place ends at the next line end: short enough to find the words by eye, few enough for a large file."""

_STATEFUL = frozenset({"utf-7", "hz", "iso2022_jp", "iso2022_kr"})
_UNMARKED = {
    "utf-8-sig": ("utf-8", 3),
    "utf-16": ("utf-16-le", 2),
    "utf-32": ("utf-32-le", 4),
    "windows-1252": ("cp1252", 0),
    "mac-roman": ("mac_roman", 0),
}


def read_plain(raw: Raw) -> Iterator[Source]:
    """Make a source of a text. Its places are byte ranges ("bytes 0-120", half open, of the unpacked file)."""
    decoded = raw.decoded
    yield Source(raw.id, raw.path, raw.sha256, "text/plain", decoded.encoding, decoded.text, places=_places(raw, decoded))


def _places(raw: Raw, decoded: Decoded) -> tuple[Place, ...]:
    text = decoded.text
    codec, at = _UNMARKED.get(decoded.encoding, (decoded.encoding, 0))
    if decoded.replaced or codec in _STATEFUL:
        return (Place(0, len(text), f"{raw.unit} 0-{len(raw.data)}"),)
    places, start = [], 0
    while start < len(text):
        newline = text.find("\n", min(start + STRETCH, len(text)))
        end = len(text) if newline < 0 else newline + 1
        size = len(text[start:end].encode(codec))
        places.append(Place(start, end, f"{raw.unit} {at}-{at + size}"))
        start, at = end, at + size
    return tuple(places) if at == len(raw.data) else (Place(0, len(text), f"{raw.unit} 0-{len(raw.data)}"),)
