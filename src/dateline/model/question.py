"""A question that the story leaves open, and whom to put it to."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.reason import Reason

QuestionKind = Literal[
    "disputed-figure",
    "unsourced-figure",
    "conflicting-claims",
    "no-reply",
    "unconfirmed",
    "open-request",
    "silent-party",
    "single-origin",
    "anonymous-source",
    "undated",
]
QUESTION_KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)


@dataclass(frozen=True, slots=True)
class Question:
    """A full polite sentence, whom to send it to (names), and the claims, figures or disputes (ids) that it rests on.

    `rank` counts from 1.
    """

    id: str
    kind: QuestionKind
    to: tuple[str, ...]
    text: str
    rank: int
    because: tuple[str, ...]
    reason: Reason
