"""One sentence as the finders of moments see it, and what they hand back: a draft, to be valued once all are found."""

from bisect import bisect_right
from dataclasses import dataclass, field

from dateline.mark.reading import Paragraph, Sentence, Word
from dateline.model.moment import MomentType


@dataclass(frozen=True, slots=True)
class Draft:
    """A time expression found: offsets of the sentence's text, and its value (absolute) or its steps from an anchor.

    `told` is empty where the steps lead from the day of publication; else it names the unit that the moment told before must have
    ("day", "quarter", "any"). `says` is the reason's sentence; `{anchor}` in it stands for the anchor's day.
    """

    start: int
    end: int
    type: MomentType
    rule: str
    says: str
    value: str | None = None
    steps: str = ""
    told: str = ""


@dataclass
class Scene:
    """A sentence: its `text`, its words, and the kind of the passage it stands in."""

    paragraph: Paragraph
    sentence: Sentence
    text: str
    _starts: list[int] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind of the passage."""
        return self.paragraph.passage.kind

    def word(self, offset: int) -> Word | None:
        """Give the word that holds the character at `offset` of the sentence's text."""
        words = self.sentence.words
        if not words:
            return None
        if not self._starts:
            self._starts = [word.start - self.sentence.start for word in words]
        return words[max(bisect_right(self._starts, offset) - 1, 0)]

    def before(self, offset: int) -> Word | None:
        """Give the word before the one at `offset`."""
        word = self.word(offset)
        return self.sentence.words[word.i - 1] if word is not None and word.i > 0 else None

    def after(self, offset: int) -> Word | None:
        """Give the word after the one that ends at `offset`."""
        word = self.word(offset - 1)
        words = self.sentence.words
        return words[word.i + 1] if word is not None and word.i + 1 < len(words) else None
