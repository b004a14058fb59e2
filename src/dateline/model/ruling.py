"""What a person decided about a claim, a party or a story. An overlay: the machine's value stays beside it."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["confirm", "reject", "correct", "merge", "split", "dismiss", "answer", "undo"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One entry of the append-only log: who ruled (`author`), when (ISO 8601), on what (`subject`, an id), how, and why."""

    id: str
    subject: str
    verdict: Verdict
    author: str
    at: str
    value: str | None = None
    note: str | None = None
