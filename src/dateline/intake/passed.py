"""What lies beside articles in folders and archives (pictures, styles, scripts): passed over, and told by count, not one by one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.intake.naming import shown
from dateline.model.issue import Issue

_BY_HEAD: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, "images"),
    (b"\xff\xd8\xff", 0, "images"),
    (b"GIF87a", 0, "images"),
    (b"GIF89a", 0, "images"),
    (b"II*\x00", 0, "images"),
    (b"MM\x00*", 0, "images"),
    (b"WEBP", 8, "images"),
    (b"\x00\x00\x01\x00", 0, "images"),
    (b"ftypavif", 4, "images"),
    (b"ftyphei", 4, "images"),
    (b"wOFF", 0, "fonts"),
    (b"wOF2", 0, "fonts"),
    (b"OTTO\x00", 0, "fonts"),
    (b"\x00\x01\x00\x00\x00", 0, "fonts"),
    (b"WAVE", 8, "sounds"),
    (b"ID3", 0, "sounds"),
    (b"OggS", 0, "sounds"),
    (b"ftyp", 4, "videos"),
    (b"\x1aE\xdf\xa3", 0, "videos"),
)
_BY_NAME = {
    "images": "png jpg jpeg jpe jfif gif webp svg ico cur avif bmp tif tiff heic apng",
    "styles": "css scss less",
    "scripts": "js mjs cjs map wasm",
    "fonts": "woff woff2 ttf otf eot",
    "sounds": "mp3 m4a aac wav ogg oga flac",
    "videos": "mp4 m4v webm mov avi mkv ts m3u8",
}
_ENDINGS = {ending: kind for kind, endings in _BY_NAME.items() for ending in endings.split()}
_HIDDEN = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_LOOKED_AT = 1_024
_LONGEST_ENDING = 6


def is_hidden(name: str) -> bool:
    """Tell the files that systems leave behind: a step of the path begins with a dot, or is one that they are known to make."""
    return any(step.startswith(".") or step.lower() in _HIDDEN for step in name.split("/"))


def beside(name: str, head: bytes) -> str | None:
    """Name the kind of a file that is no article by nature; None where it is to be read.

    The content tells, before the name: a page saved as `photo.jpg` is read. The name alone tells styles and scripts, which no
    content tells from text.

    >>> beside("a.css", b"body {}"), beside("story", b"GIF89a..."), beside("photo.jpg", b"<!doctype html><p>")
    ('styles', 'images', None)
    """
    found = next((kind for mark, at, kind in _BY_HEAD if head[at : at + len(mark)] == mark), None)
    if found is not None:
        return found
    ending = name.rsplit("/", 1)[-1].rpartition(".")[2].lower()[-_LONGEST_ENDING:]
    named = _ENDINGS.get(ending)
    if named is None or _is_page(head):
        return None
    return named if named in {"styles", "scripts"} or ending in {"svg", "m3u8"} or not _is_text(head) else None


def _is_page(head: bytes) -> bool:
    start = head[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def _is_text(head: bytes) -> bool:
    start = head[:_LOOKED_AT]
    return b"\x00" not in start and len(start.decode("utf-8", "ignore").encode()) >= len(start) - 3 > 0


@dataclass(slots=True)
class Passed:
    """Counts what was passed over in one container or folder, by the words that name it."""

    path: str
    what: str
    counts: Counter[str] = field(default_factory=Counter)
    firsts: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, name: str) -> None:
        """Count one of `kind`; the first name of each is kept."""
        self.counts[kind] += 1
        self.firsts.setdefault(kind, shown(name))

    def __bool__(self) -> bool:
        return bool(self.counts)

    def told(self) -> str:
        """Say how many of each, in the order in which they came.

        >>> passed = Passed("a.zip", "members")
        >>> passed.add("images", "a.png"); passed.add("images", "b.png"); passed.add("styles", "c.css")
        >>> passed.told()
        'images: 2, styles: 1'
        """
        return ", ".join(f"{kind}: {count:,}" for kind, count in self.counts.items())

    def issues(self) -> Iterator[Issue]:
        """Give one issue for all, if there is anything to tell."""
        if self:
            total = self.counts.total()
            first = next(iter(self.firsts.values()))
            says = f"{total:,} {self.what}{'s' * (total > 1)} passed over as no articles ({self.told()}; the first: {first})"
            yield Issue(self.path, "passed-over", says)
