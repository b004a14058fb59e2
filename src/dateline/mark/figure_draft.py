"""A figure while it is being put together: offsets of a paragraph's view, nothing final."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from dateline.mark.reading import Paragraph, Sentence
from dateline.model.figure import FigureKind, FigureRole
from dateline.text.numerals import Numeral

_NESTED = 4
"""Moments that may begin before a place and still cover it: they nest two or three deep at most."""


@dataclass(slots=True, eq=False)
class Draft:
    """`start` to `end` covers bound, currency, number and unit.

    `front` is where number or currency begin, `core` where the bare number ends. `scale` is the magnitude that a range lent to its left
    end. `after_of` is the index of the word, `of_end` the offset, at which the noun phrase of what is counted ends (0: there is none).
    """

    numeral: Numeral
    start: int
    front: int
    core: int
    end: int
    low: float | None
    high: float | None
    kind: FigureKind = "count"
    unit: str | None = None
    bound: str | None = None
    of: str | None = None
    state: str | None = None
    place: str | None = None
    whole: float | None = None
    role: FigureRole = "level"
    of_inherited: bool = False
    after_of: int = 0
    of_end: int = 0
    rule: str = "figures.count"
    says: str = ""
    scale: float = 1.0
    dropped: bool = False

    @property
    def value(self) -> float:
        """The number as written, before any bound opened one side."""
        return self.numeral.low


@dataclass(slots=True)
class Scene:
    """What the steps see: the paragraph's text in one string, its sentences, the drafts in order, and where moments stand (sorted)."""

    paragraph: Paragraph
    text: str
    drafts: list[Draft]
    timed: list[tuple[int, int, str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds the offset."""
        if not self.starts:
            self.starts = [sentence.start for sentence in self.paragraph.sentences]
        at = bisect_right(self.starts, offset) - 1
        if at < 0 or offset >= self.paragraph.sentences[at].end:
            return None
        return self.paragraph.sentences[at]

    def moment_at(self, start: int, end: int) -> str | None:
        """Give the type of the moment that shares a character with `start` to `end`."""
        last = bisect_left(self.timed, (end, 0, ""))
        for first, stop, kind in self.timed[max(0, last - _NESTED) : last]:
            if first < end and start < stop:
                return kind
        return None


def covered(stretches: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Give the stretch, of sorted ones that do not overlap, that shares a character with `start` to `end`."""
    at = bisect_left(stretches, (end, 0)) - 1
    return stretches[at] if at >= 0 and start < stretches[at][1] else None


def word_from(sentence: Sentence, offset: int) -> int:
    """Give the index of the first word that begins at the offset or later (the number of words where none does)."""
    low, high = 0, len(sentence.words)
    while low < high:
        middle = (low + high) // 2
        if sentence.words[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low
