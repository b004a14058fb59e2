"""What was read: the text, the bytes it came from, and the way back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where the characters `start` to `end` (half open) of a text came from: a byte range, an XPath, a page, a record."""

    start: int
    end: int
    where: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the page itself says of the characters `start` to `end`: a passage kind, and the element or class that says so."""

    start: int
    end: int
    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read. `id` hashes the bytes; every offset of the program is a code point of `text`.

    `media` is "text/plain", "text/html", "application/pdf" or that of a Word document.
    `encoding` is how the bytes were decoded. `places` lead back to the bytes (plain
    text) or to the elements (HTML). `facts` are statements of the page about itself, by their standard names: title, authors,
    outlet, url, language, published, modified, each with the place that states it (`meta article:published_time`).
    `hints` are the labels that the markup gives to parts of the text. `breaks` are offsets at which a block of the page
    begins: no paragraph runs across one.
    """

    id: str
    path: str
    sha256: str
    media: str
    encoding: str
    text: str
    places: tuple[Place, ...] = ()
    facts: tuple[tuple[str, str, str], ...] = ()
    hints: tuple[Furniture, ...] = ()
    breaks: tuple[int, ...] = ()
