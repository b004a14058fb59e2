"""A stretch of an article on its way to a passage."""

from dataclasses import dataclass

from dateline.model.passage import PassageKind
from dateline.model.reason import Reason


@dataclass(slots=True)
class Piece:
    """Half-open offsets, without white space at the ends, the lines in it, and its kind once a rule has told it."""

    start: int
    end: int
    lines: tuple[tuple[int, int], ...]
    kind: PassageKind | None = None
    reason: Reason | None = None
    doubtful: bool = False
    """It may be two paragraphs run together (see `Block`)."""

    def flat(self, text: str) -> str:
        """Give its words with single spaces: the same however the lines are wrapped."""
        return " ".join(text[self.start : self.end].split())

    def label(self, kind: PassageKind, rule: str, says: str) -> None:
        """Say what it is, and why."""
        self.kind, self.reason = kind, Reason(rule, says)

    def part(self, text: str, start: int, end: int) -> "Piece | None":
        """Give the unlabelled piece from `start` to `end`, without white space at its ends; None where there is nothing else in it."""
        raw = text[start:end]
        start, end = start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())
        if start >= end:
            return None
        lines = tuple((max(a, start), min(b, end)) for a, b in self.lines if a < end and start < b)
        return Piece(start, end, lines, doubtful=self.doubtful)
