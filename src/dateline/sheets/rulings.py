"""Rulings as people read them: in a line, and as a log."""

from collections.abc import Collection, Sequence
from typing import Any

from dateline.model.ruling import Ruling, in_force
from dateline.sheets.excerpt import one_line

_DID = {
    "confirm": "confirmed",
    "reject": "rejected",
    "correct": "corrected",
    "merge": "merged with another story the story of",
    "split": "split from its story",
    "dismiss": "dismissed the dispute on",
    "answer": "answered",
    "undo": "took back",
}


def ruling_line(ruling: Ruling) -> str:
    """Write a ruling in a sentence: who, when, what, and why.

    >>> ruling_line(Ruling("c1", "reject", "Ann Doe", "2024-03-05T10:00:00+00:00", note="a caption", was="mayor: we agree"))
    'Ann Doe rejected “mayor: we agree” on 2024-03-05: a caption'
    """
    values = ", ".join(f"{name} {value}" for name, value in ruling.values if name not in {"with", "from"})
    says = f"{one_line(ruling.author)} {_DID[ruling.verdict]} “{one_line(ruling.was or ruling.subject)}” on {ruling.at[:10]}"
    return says + (f" ({one_line(values)})" if values else "") + (f": {one_line(ruling.note)}" if ruling.note else "")


def rows(log: Sequence[Ruling], subjects: Collection[str]) -> list[dict[str, Any]]:
    """Give the log as plain dicts; `status` is "in force", "undone", or "orphan" where what was ruled on is there no more.

    `subjects` are the ids of everything that the stories hold.
    """
    holding = {ruling.id for ruling in in_force(log)}
    found = []
    for ruling in log:
        status = "undone" if ruling.verdict != "undo" and ruling.id not in holding else "in force"
        if status == "in force" and ruling.verdict != "undo" and ruling.subject not in subjects:
            status = "orphan"
        found.append({**ruling_row(ruling), "status": status})
    return found


def ruling_row(ruling: Ruling) -> dict[str, Any]:
    """Give a ruling as a plain dict."""
    return {
        "id": ruling.id,
        "subject": ruling.subject,
        "verdict": ruling.verdict,
        "author": ruling.author,
        "at": ruling.at,
        "values": dict(ruling.values),
        "note": ruling.note,
        "was": ruling.was,
        "seal": ruling.seal,
    }
