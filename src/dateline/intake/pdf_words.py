"""From the glyphs of a page to its words: turned upright, ligatures taken apart, spaces told by gaps, raised figures kept apart."""

import math
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.intake.pdf_pages import INVISIBLE, Glyph, PdfPage, Style

GAP = 0.16
"""Share of the type size by which two glyphs of one word may stand apart. A space is 0.25 wide, and is set down to 0.18 in tight lines;
kerning and spaced type of text stay below 0.1."""

HINTED_GAP = 0.1
"""The same where the library too sees a space: it knows the widths of the letters."""

RAISED = 0.85
"""A glyph of less than this share of the size of the one before, with a higher or lower foot, is raised or lowered."""

INITIAL = 1.8
"""Type sizes of the smallest initial that hangs beside its lines: two lines of it."""

MOST_INITIALS = 50
"""Large initials of one page."""

SMALLEST = 1.0
"""Points of the smallest type that anybody reads: below, it was put there for machines."""

HYPHENS = "-\u2010\u2011\u00ad"
_LIBRARY_HYPHENS = {"\x02": "-", "\ufffe": "-"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
QUARTERS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs without a space between them, in upright coordinates: `left` and `right` along the line, `y` its foot (upward).

    `number` counts the words of the page as stored; `spaced` says that a space is stored before it. `angle` leads back: the
    upright coordinates are those of the page turned by it.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    italic: bool
    number: int
    spaced: bool
    angle: int
    raised: bool = False
    dropped: bool = False
    """A large initial that stands beside the first lines of its paragraph."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page: those of its main direction, those at an angle to it, and how many glyphs nobody would see."""

    upright: tuple[Word, ...]
    turned: tuple[Word, ...]
    unseen: int
    recognised: bool
    """All text of the page is drawn invisibly: what recognition of characters puts behind a scan."""


def words_of(page: PdfPage) -> PageWords:
    """Make words of the glyphs of a page."""
    marks = [glyph for glyph in page.glyphs if glyph.style is not None and not glyph.text.isspace()]
    hidden = sum(1 for glyph in marks if _drawn_nowhere(glyph))
    recognised = 2 * hidden > len(marks)
    seen = [glyph for glyph in page.glyphs if glyph.style is None or _seen(glyph, page, recognised=recognised)]
    unseen = len(page.glyphs) - len(seen)
    angles = Counter(_quarter(glyph.style.angle) for glyph in seen if glyph.style is not None and not glyph.text.isspace())
    if not angles:
        return PageWords((), (), unseen, recognised)
    main = min(angles, key=lambda angle: (-angles[angle], angle))
    words = _with_initials([word for word in _words(seen) if word.text])
    return PageWords(
        tuple(word for word in words if word.angle == main), tuple(word for word in words if word.angle != main), unseen, recognised
    )


def _drawn_nowhere(glyph: Glyph) -> bool:
    return glyph.style is not None and glyph.style.mode == INVISIBLE


def _seen(glyph: Glyph, page: PdfPage, *, recognised: bool) -> bool:
    if glyph.style is None or glyph.style.size < SMALLEST or (_drawn_nowhere(glyph) and not recognised):
        return False
    left, bottom, right, top = page.box
    middle, centre = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
    return right <= left or top <= bottom or (left <= middle <= right and bottom <= centre <= top)


@cache
def _quarter(angle: int) -> int:
    """Round an angle to a quarter where it is nearly one: scans are askew by a degree or two."""
    near = min(QUARTERS, key=lambda quarter: abs((angle - quarter + 180) % 360 - 180))
    return near if abs((angle - near + 180) % 360 - 180) <= 3 else angle  # noqa: PLR2004 - degrees of a scan that is askew


def turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """Turn a point so that text at `angle` degrees runs to the right.

    >>> [round(length, 6) for length in turned(0, 5, 90)]
    [5.0, 0.0]
    """
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos + y * sin, y * cos - x * sin


def box_of(words: Iterable[Word]) -> tuple[int, int, int, int]:
    """Give the box around words in the coordinates of the page: left, bottom, right, top in whole points, rounded outward."""
    corners = [
        turned(x, y, -word.angle)
        for word in words
        for x in (word.left, word.right)
        for y in (word.y - 0.25 * word.size, word.y + 0.8 * word.size)
    ]
    left, bottom = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, top = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return math.floor(left), math.floor(bottom), math.ceil(right), math.ceil(top)


def _words(glyphs: Iterable[Glyph]) -> Iterator[Word]:
    held: _Run | None = None
    before: Word | None = None
    spaced = hinted = False
    number = 0
    for glyph in glyphs:
        if glyph.style is None:
            hinted = True
            continue
        text = _plain(glyph.text)
        if not text:
            continue
        if text.isspace():
            spaced = True
            continue
        place = _place(glyph, text)
        if held is not None and not spaced and held.takes(glyph.style, place, HINTED_GAP if hinted else GAP):
            held.text.append(text)
            held.right = max(held.right, place[1])
        else:
            if held is not None:
                spaced = spaced or (hinted and place[0] - held.right > HINTED_GAP * glyph.style.size)
                before = held.word(number, before)
                yield before
                number += 1
            held = _Run([text], glyph.style, *place, spaced=spaced)
        spaced = hinted = False
    if held is not None:
        yield held.word(number, before)


def _place(glyph: Glyph, text: str) -> tuple[float, float, float, int]:
    """Give left, right and foot of a glyph in upright coordinates, and its angle."""
    assert glyph.style is not None
    angle = _quarter(glyph.style.angle)
    left, bottom, right, top = glyph.box
    if angle == 0:
        return left, right, glyph.y, 0
    x, y = turned(glyph.x, glyph.y, angle)
    if angle not in QUARTERS:
        return x, x + 0.5 * glyph.style.size * len(text), y, angle
    along = [turned(a, b, angle)[0] for a in (left, right) for b in (bottom, top)]
    return min(along), max(along), y, angle


@dataclass(slots=True)
class _Run:
    """A word while its glyphs come in."""

    text: list[str]
    style: Style
    left: float
    right: float
    y: float
    angle: int
    spaced: bool = False

    def takes(self, style: Style, place: tuple[float, float, float, int], gap: float) -> bool:
        """Tell whether a glyph goes on with the word: same line, size and weight, and no gap."""
        left, _, y, angle = place
        em = max(self.style.size, style.size)
        return (
            self.angle == angle
            and abs(self.y - y) <= 0.1 * em
            and abs(self.style.size - style.size) <= 0.1 * em
            and self.style.bold == style.bold
            and -0.5 * em <= left - self.right <= gap * em
        )

    def word(self, number: int, before: Word | None) -> Word:
        """Finish the word; a raised or lowered figure is marked: as text it would make another number of the one it stands at."""
        text, style = "".join(self.text), self.style
        plain = Word(text, self.left, self.right, self.y, style.size, style.bold, style.italic, number, self.spaced, self.angle)
        if before is None or self.angle != before.angle or (text.isalpha() and not before.text[-1].isdigit()):
            return plain
        up = self.y - (self.y if before.raised else before.y)
        em = before.size
        if style.size > RAISED * em or abs(self.left - before.right) > 0.6 * em or not 0.1 * em <= abs(up) <= 0.6 * em:
            return plain
        return replace(plain, raised=True, text=text.translate(_SUPERSCRIPT if up > 0 else _SUBSCRIPT))


def _with_initials(words: list[Word]) -> list[Word]:
    """Mark large initials: a letter or two, far larger than a word right beside it, whose foot is lines below that of the word.

    It takes the number before that of the topmost such word, with which it belongs.
    """
    found = list(words)
    text = statistics.median(word.size for word in words) if words else 0
    large = [at for at, word in enumerate(words) if len(word.text) <= 2 and word.size >= INITIAL * text and word.text[-1].isalpha()]  # noqa: PLR2004 - with a quotation mark
    for at in large[:MOST_INITIALS]:
        cap = words[at]
        beside = [word for word in words if word.size * INITIAL <= cap.size and _hangs(cap, word)]
        if beside:
            first = max(beside, key=lambda word: (word.y, -word.left))
            found[at] = replace(cap, dropped=True, number=first.number - 1)
    return found


def _hangs(cap: Word, word: Word) -> bool:
    """Tell a word that stands right beside an initial, not above it."""
    em = word.size
    above = word.y + 0.7 * em > cap.y + 0.8 * cap.size
    return word.angle == cap.angle and word.y - cap.y > 0.5 * em and not above and -0.5 * em < word.left - cap.right < 1.5 * em


def _plain(text: str) -> str:
    """Take ligatures apart, and undo what the library puts in the place of a hyphen; nothing for a character that shows nothing."""
    if " " < text <= "~":
        return text
    text = _LIBRARY_HYPHENS.get(text, text)
    if "\ufb00" <= text <= "\ufb06":
        return unicodedata.normalize("NFKC", text)
    if text in "\xa0\u202f\u2007\u2009":
        return " "
    return "" if unicodedata.category(text) in {"Cc", "Cn", "Cs"} and not text.isspace() else text
