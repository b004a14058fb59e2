"""What the time words of an article mean once its frame, or the piece whose words it prints, tells; never of one that states its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.model.reason import Reason
from dateline.text.calendar import value_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.copy import Copy
    from dateline.model.moment import Moment
    from dateline.model.span import Span
    from dateline.weigh.frames import Frame


def valued(
    frames: Mapping[str, Frame], moments: Mapping[str, tuple[Moment, ...]], copies: Sequence[Copy], names: Mapping[str, str]
) -> dict[str, tuple[Moment, ...]]:
    """Value the moments again: from the frame of an inferred article, where both ends of it agree, or from the piece it prints."""
    found: dict[str, tuple[Moment, ...]] = {}
    shared: dict[str, list[tuple[str, Span, Span]]] = {}
    for copy in copies:
        for in_origin, in_copy in copy.spans:
            shared.setdefault(copy.copy, []).append((copy.origin, in_copy, in_origin))
            shared.setdefault(copy.origin, []).append((copy.copy, in_origin, in_copy))
    for name in sorted(frames, key=lambda name: (not frames[name].known, frames[name].links, name)):
        own = _from_frame(moments.get(name, ()), frames[name])
        if not frames[name].known:
            for other, here, there in shared.get(name, ()):
                if frames[other].real and other in found:
                    own = _from_words(own, found[other], (here, there), names[other])
        found[name] = own
    return found


def _from_frame(moments: Sequence[Moment], frame: Frame) -> tuple[Moment, ...]:
    if frame.known or not frame.real or frame.loose:
        return tuple(moments)
    first, last = (date.fromordinal(day).isoformat() for day in (frame.earliest, frame.latest))
    found = []
    for moment in moments:
        early = value_of(moment.form, first) if moment.form else None
        if early is None or early != value_of(moment.form, last) or early.startswith("X"):
            found.append(moment)
        else:
            anchor = first if first == last else f"{first}/{last}"
            found.append(replace(moment, value=early, anchor=anchor, inferred=True, reason=frame.reason))
    return tuple(found)


def _from_words(moments: Sequence[Moment], others: Sequence[Moment], spans: tuple[Span, Span], name: str) -> tuple[Moment, ...]:
    """Give the moments within words that another piece shares the values they have there; only if they are the same, one by one."""
    here, there = spans
    mine = [moment for moment in moments if moment.span is not None and here.holds(moment.span)]
    theirs = [moment for moment in others if moment.span is not None and there.holds(moment.span)]
    if [moment.form for moment in mine] != [moment.form for moment in theirs]:
        return tuple(moments)
    told: dict[Span | None, Moment] = {}
    for moment, other in zip(mine, theirs, strict=True):
        if moment.form and (moment.value or "X").startswith("X") and not (other.value or "X").startswith("X"):
            reason = Reason("dating.print", f"{name} has the same words, and there “{other.text}” is {other.value}")
            told[moment.span] = replace(moment, value=other.value, anchor=other.anchor, inferred=True, reason=reason)
    return tuple(told.get(moment.span, moment) if moment.form else moment for moment in moments)
