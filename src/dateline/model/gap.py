"""Something that a story leaves open, before it is put as a question."""

from dataclasses import dataclass

from dateline.model.question import QuestionKind
from dateline.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing (`kind`, `text` as a full sentence), whom to ask, and what it rests on.

    `weight` says how urgent it is among its kind (more is first).
    """

    kind: QuestionKind
    to: tuple[str, ...]
    text: str
    because: tuple[str, ...]
    weight: float
    reason: Reason
