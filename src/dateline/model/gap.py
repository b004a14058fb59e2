"""Something that a story leaves open, before it is put as a question."""

from dataclasses import dataclass

from dateline.model.question import QuestionKind
from dateline.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing (`kind`, `text` as a full sentence), whom to ask, what it rests on, and how urgent it is among its kind (`weight`, more is first)."""

    kind: QuestionKind
    to: tuple[str, ...]
    text: str
    because: tuple[str, ...]
    weight: float
    reason: Reason
