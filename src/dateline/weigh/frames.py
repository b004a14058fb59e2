"""The frame of an article: where its day of publication lies, on the calendar or on a made-up scale.

On the calendar the bounds are certain as far as the articles tell the truth; `day` is where it is put in the order. A made-up scale (a week
beginning on a Monday) serves for order alone and never shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.model.reason import Reason
from dateline.text.calendar import bounds, day_of, offset_days, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.article import Article
    from dateline.model.claim import Claim
    from dateline.model.issue import Issue
    from dateline.model.moment import Moment

WEEK = 7
CALENDAR = "calendar"
"""The component of all articles that the calendar, or an article dated by it, puts in order."""
IMAGINED = date(2001, 1, 1).toordinal()
"""A Monday: where the made-up scale begins."""
BEGUN = 62
"""Days after a saying within which words that look back on it ("on the 6th of last month") begin to fit."""
YEAR = 366
"""Days for which a date without a year names the same day at most."""
EVER, OPEN = date.min.toordinal(), date.max.toordinal()
"""The bounds of an article of which nothing says that it is not older, or not newer."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The day of publication of an article, as ordinals: its place in the order, and the bounds between which it lies.

    `real` is true on the calendar; `known` where the article itself states the day; `component` names the scale: articles of one
    component can be put in order. `links` counts the articles through which it was inferred.
    """

    day: int
    earliest: int
    latest: int
    real: bool
    known: bool
    component: str
    reason: Reason
    links: int = 0

    @property
    def scale(self) -> tuple[bool, str]:
        """What the frames of one scale have in common, to sort by: the calendar comes first."""
        return self.component != CALENDAR, self.component

    @property
    def window(self) -> str | None:
        """Say between which days the article was published, where that is certain; None where nothing bounds it, or order alone does."""
        if not self.real or self.reason.rule == "dating.recalled" or self.earliest == EVER:
            return None
        first, last = (date.fromordinal(day).isoformat() for day in (self.earliest, self.latest))
        if self.latest == OPEN:
            return f"not before {first}"
        return f"on {first}" if first == last else f"at some day from {first} to {last}"

    @property
    def loose(self) -> bool:
        """Tell whether nothing bounds it from one side, or from either: it has a place in the order and no date."""
        return self.real and (self.earliest == EVER or self.latest == OPEN)


@dataclass(frozen=True, slots=True)
class Dating:
    """What is known of time in a story: frames by article id, the order of the articles, moments and claims with what was inferred."""

    frames: Mapping[str, Frame]
    order: tuple[str, ...]
    moments: Mapping[str, tuple[Moment, ...]]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


def stated(article: Article) -> Frame | None:
    """Give the frame of an article that says when it was published; of a month or a year, its first day up to its last."""
    stretch = None if article.published is None else bounds(article.published.value)
    if article.published is None or stretch is None:
        return None
    first, last = stretch[0].toordinal(), stretch[1].toordinal()
    return Frame(first, first, last, real=True, known=True, component=CALENDAR, reason=article.published.reason)


def imagined(article: str, own: Sequence[Claim]) -> Frame:
    """Make up a frame: the weekday of publication is taken to be that of the first dated saying, as in a news lead ("said Tuesday").

    `own` are the claims of the article, in the order of the text.
    """
    for claim in own:
        weekday = None if claim.said is None else _weekday(claim.said.form)
        if claim.said is not None and weekday is not None:
            day = IMAGINED + weekday
            reason = Reason("dating.order-only", f"undated; its first dated saying is “{claim.said.text}”: used for order alone")
            return Frame(day, day, day, real=False, known=False, component=article, reason=reason)
    reason = Reason("dating.unknown", "undated, and nothing ties it to a dated article")
    return Frame(IMAGINED, IMAGINED, IMAGINED, real=False, known=False, component=article, reason=reason)


@lru_cache(4096)
def _weekday(form: str) -> int | None:
    """Give the weekday (0 Monday) of a bare weekday told on or before the day of publication, else None."""
    fit = [weekday for weekday in range(WEEK) if offset_days(form, weekday) == 0]
    return fit[0] if len(fit) == 1 else None


def fixed_day(moment: Moment | None) -> int | None:
    """Give the day of a moment whose words need no anchor ("on 5 March 2025"); else None."""
    day = None if moment is None or moment.form else day_of(moment.value)
    return None if day is None else day.toordinal()


def said_day(moment: Moment | None, frame: Frame | None) -> int | None:
    """Give the day of saying on the scale of the frame, if it is the same for every day the article may be of."""
    if moment is None or frame is None or not moment.form:
        return None if frame is not None and not frame.real else fixed_day(moment)
    days = {landing(moment.form, published) for published in (frame.earliest, frame.latest)}
    return days.pop() if len(days) == 1 else None


@lru_cache(65536)
def landing(form: str, published: int) -> int | None:
    """Give the day a form names, told on the day `published`; None where it names no day."""
    day = day_of(value_of(form, date.fromordinal(published).isoformat()))
    return None if day is None else day.toordinal()


@lru_cache(4096)
def fits(form: str, day: int) -> tuple[int, ...]:
    """Give the days of publication, from `day` on, on which the form names `day`: one stretch of a year at most, soon begun."""
    first = next((published for published in range(day, min(day + BEGUN, OPEN)) if landing(form, published) == day), None)
    if first is None:
        return ()
    last = first
    while last - first < YEAR and last + 1 < OPEN and landing(form, last + 1) == day:
        last += 1
    return tuple(range(first, last + 1))
