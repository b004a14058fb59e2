"""How the numbers of a story moved: for each thing and each party that counts it, what it gave in which article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model.history import History
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.weigh.counted import groups
from dateline.weigh.standing import voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model.figure import Figure
    from dateline.weigh.accounts import Ground

RULES = (
    Rule(
        "history.row",
        "one party's number for one thing in two articles or more",
        "2024-03-04: The council said the storm destroyed 12 homes in the harbour. // "
        "2024-03-06: The council said the storm destroyed 15 homes in the harbour.",
        "2024-03-04: The council said the storm destroyed 12 homes in the harbour. // "
        "2024-03-06: The council said the storm destroyed 15 boats in the harbour.",
    ),
)
"""Examples are articles parted by " // ", the day of publication before the first colon where one is known."""


def histories(figures: Sequence[Figure], ground: Ground) -> tuple[History, ...]:
    """Give a row for each thing and party with figures in two articles or more, in the order of the first figure.

    `figures` are those of the story, earliest article first; of an article the last figure counts.
    """
    days = {name: frame.day for name, frame in ground.frames.items() if frame.real}
    found = []
    for group in groups(figures, ground.claims, ground.likenesses, days):
        for voice in voices(group, ground.claims):
            row: dict[str, Figure] = {}
            for figure in voice:
                row[figure.span.source] = figure
            if len(row) > 1:
                found.append(_history(list(row.values()), ground))
    return tuple(found)


def _history(row: Sequence[Figure], ground: Ground) -> History:
    speakers = dict.fromkeys(party.name for figure in row for party in ground.claim_of(figure).speakers)
    about = next((figure.of for figure in row if figure.of is not None), row[0].text)
    shown = ", ".join(" ".join(figure.text.split()) for figure in row)
    reason = Reason("history.row", f"{' and '.join(speakers) or 'the outlets'}, in {len(row)} articles: {shown}")
    return History(about, tuple(speakers), tuple(figure.id for figure in row), tuple((figure.low, figure.high) for figure in row), reason)
