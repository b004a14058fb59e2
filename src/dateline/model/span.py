"""A place in a source: the only coordinates that Dateline knows."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.errors import UngroundedMark


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half open, code points) of the text of the source with id `source`.

    >>> span = Span("a1", 4, 9)
    >>> span.of("The mayor said")
    'mayor'
    >>> Span("a1", 4, 4)
    Traceback (most recent call last):
    dateline.model.errors.UngroundedMark: a span needs at least one character, got a1:4-4
    """

    source: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            message = f"a span needs at least one character, got {self.source}:{self.start}-{self.end}"
            raise UngroundedMark(message)

    def of(self, text: str) -> str:
        """Give the words of this span, out of the text of its source."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character of one source."""
        return self.source == other.source and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end


def cover(spans: Iterable[Span]) -> Span:
    """Give the smallest span that holds all of `spans` (at least one, all of one source).

    >>> cover([Span("a", 3, 5), Span("a", 9, 12)])
    Span(source='a', start=3, end=12)
    """
    listed = sorted(spans)
    return Span(listed[0].source, listed[0].start, max(span.end for span in listed))
