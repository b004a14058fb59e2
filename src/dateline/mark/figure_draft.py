"""A figure while it is being put together: offsets of a paragraph's view, nothing final."""

from dataclasses import dataclass, field

from dateline.mark.reading import Paragraph, Sentence
from dateline.model.figure import FigureKind, FigureRole
from dateline.text.numerals import Numeral


@dataclass(slots=True)
class Draft:
    """`start` to `end` covers bound, currency, number and unit; `core` is where the bare number ends, `front` where number or currency begin."""

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
    """What the steps see: the paragraph's text in one string, its sentences, the drafts in order, and where moments stand."""

    paragraph: Paragraph
    text: str
    drafts: list[Draft]
    timed: list[tuple[int, int, str]] = field(default_factory=list)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds the offset."""
        for sentence in self.paragraph.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return None

    def moment_at(self, start: int, end: int) -> str | None:
        """Give the type of the moment that shares a character with `start` to `end`."""
        for first, last, kind in self.timed:
            if first < end and start < last:
                return kind
        return None


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
