"""The timeline of a story: what was said when, in order; what bears no time of saying stands with its article."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.model.story import Entry
from dateline.text.calendar import bounds, offset_days
from dateline.weigh.frames import WEEK, Frame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.moment import Moment


def timeline(claims: Sequence[Claim], frames: Mapping[str, Frame], order: Sequence[str]) -> tuple[Entry, ...]:
    """Group the claims by the time of saying. Claims without one follow those that were said up to the day of their article."""
    rank = {name: place for place, name in enumerate(order)}
    keyed: list[tuple[tuple[bool, str, int, int, int, str], Moment | None, Claim]] = []
    for claim in claims:
        if claim.inside is not None:
            continue
        frame = frames[claim.article]
        day = None if claim.said is None else said_day(claim.said, frame)
        if day is None:
            keyed.append(((*frame.scale, frame.day, 1, rank[claim.article], ""), None, claim))
        else:
            value = (claim.said.value or "") if claim.said is not None else ""
            keyed.append(((*frame.scale, day, 0, 0, value if frame.real else ""), claim.said, claim))
    keyed.sort(key=lambda row: (row[0], rank[row[2].article], row[2].content[0].start, row[2].id))
    entries: list[tuple[object, Moment | None, list[str]]] = []
    for key, when, claim in keyed:
        if entries and entries[-1][0] == key:
            entries[-1][2].append(claim.id)
        else:
            entries.append((key, when, [claim.id]))
    return tuple(Entry(when, tuple(ids)) for _, when, ids in entries)


def said_day(said: Moment, frame: Frame) -> int | None:
    """Give the place of a saying on the scale of its article's frame (an ordinal); of a month or a year, its first day."""
    if frame.real:
        stretch = bounds(said.value)
        if stretch is not None:
            return stretch[0].toordinal()
        if not frame.known and not frame.loose:
            return None  # its days do not agree: it stands with its article
    offset = offset_days(said.form, date.fromordinal(frame.day).weekday()) if said.form else None
    if offset is None:
        return None
    return frame.day + offset if abs(offset) <= 5 * WEEK else None
