"""What a person decided about a claim, a figure, a dispute, a question or a story. The machine's value stays beside it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

Verdict = Literal["confirm", "reject", "correct", "merge", "split", "dismiss", "answer", "undo"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Ruling:
    """One entry of the append-only log: who ruled (`author`), when (`at`, ISO 8601 with zone), on what (`subject`, an id), how, and why.

    `values` are what the person puts in place of what was found, by name: `speaker`, `said`, `content`, `value` of a correction, `with`
    of a merge (an article of the other story), `from` of a split (an article that stays), `text` and `source` of an answer. `was` tells
    in words what was ruled on. `seal` is the hash of all of it and of the seal before: the log cannot be changed without a trace.
    """

    subject: str
    verdict: Verdict
    author: str
    at: str
    values: tuple[tuple[str, str], ...] = ()
    note: str | None = None
    was: str | None = None
    seal: str = ""

    @property
    def id(self) -> str:
        """The first digits of the seal."""
        return self.seal[:ID_LENGTH]

    def value(self, name: str) -> str | None:
        """Give what the person put in for `name`, None where nothing."""
        return dict(self.values).get(name)


def sealed(ruling: Ruling, before: str) -> Ruling:
    """Seal a ruling on the seal of the one before it ("" for the first of a log).

    >>> sealed(Ruling("c1", "reject", "Ann Doe", "2024-03-05T10:00:00+00:00"), "").id
    '3bdb8799b6c4'
    """
    said = [ruling.subject, ruling.verdict, ruling.author, ruling.at, ruling.values, ruling.note, ruling.was]
    return replace(ruling, seal=hashlib.sha256(json.dumps([before, *said]).encode("ascii")).hexdigest())


def broken(rulings: Iterable[Ruling]) -> int | None:
    """Give the number (from 1) of the first ruling whose seal does not hold; None where all do."""
    before = ""
    for number, ruling in enumerate(rulings, 1):
        if sealed(ruling, before).seal != ruling.seal:
            return number
        before = ruling.seal
    return None


def in_force(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Give the rulings that hold, in the order of the log: an undo takes back the ruling it names, an undone undo puts it back."""
    listed = list(rulings)
    undone: set[str] = set()
    for ruling in reversed(listed):
        if ruling.verdict == "undo" and ruling.id not in undone:
            undone.add(ruling.subject)
    return tuple(ruling for ruling in listed if ruling.verdict != "undo" and ruling.id not in undone)
