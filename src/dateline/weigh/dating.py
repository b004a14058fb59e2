"""When each article of a story was published, as far as the others tell, and what its own time words then mean.

Every article gets a *frame*: a day of publication on a scale. Where its date is known, the scale is the calendar; where another
article dates the same statement, the frame is reckoned from that one's; where nothing in the story is dated, the scale is a made-up week
that serves for order alone and never shows. No date is put in print that does not follow from a dated article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.model.issue import Issue
from dateline.model.reason import Reason
from dateline.text.calendar import bounds, day_of, offset_days, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.article import Article
    from dateline.model.claim import Claim
    from dateline.model.likeness import Likeness
    from dateline.model.moment import Moment

WEEK = 7
CALENDAR = "calendar"
"""The component of all articles that the calendar, or an article dated by it, puts in order."""
IMAGINED = date(2001, 1, 1).toordinal()
"""A Monday: where the made-up scale begins."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The day of publication of an article: an ordinal on the calendar (`real`) or on a made-up scale, from `day` to at most `latest`.

    `known` is true where the article states it; `component` names the scale: articles of one component can be put in order.
    """

    day: int
    latest: int
    real: bool
    known: bool
    component: str
    reason: Reason

    @property
    def scale(self) -> tuple[bool, str]:
        """What the frames of one scale have in common, to sort by: the calendar comes first."""
        return self.component != CALENDAR, self.component


@dataclass(frozen=True, slots=True)
class Dating:
    """What is known of time in a story: frames by article id, the order of the articles, moments and claims with what was inferred."""

    frames: Mapping[str, Frame]
    order: tuple[str, ...]
    moments: Mapping[str, tuple[Moment, ...]]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


def date_story(
    articles: Sequence[Article], claims: Sequence[Claim], moments: Mapping[str, tuple[Moment, ...]], likenesses: Sequence[Likeness]
) -> Dating:
    """Put the articles of one story on a scale, in order, and value again what the frames make certain."""
    listed = sorted(articles, key=lambda article: article.id)
    ties = _ties(claims, likenesses)
    frames = {article.id: frame for article in listed if (frame := _stated(article)) is not None}
    _spread(frames, ties, listed)
    _recalled(frames, ties, listed, claims)
    for root in _roots(listed, claims, ties):
        if root.id not in frames:
            frames[root.id] = _imagined(root, claims)
            _spread(frames, ties, listed)
            _recalled(frames, ties, listed, claims)
    valued = {article.id: _valued(article, moments.get(article.id, ()), frames[article.id]) for article in listed}
    by_span = {(moment.span, moment.form): moment for found in valued.values() for moment in found}
    dated = tuple(
        claim if claim.said is None else replace(claim, said=by_span.get((claim.said.span, claim.said.form), claim.said))
        for claim in claims
    )
    order = tuple(sorted(frames, key=lambda name: (*frames[name].scale, frames[name].day, name)))
    return Dating(frames, order, valued, dated, (*_contradictions(listed, ties, frames), *_unordered(listed, frames)))


def _stated(article: Article) -> Frame | None:
    """The frame of an article that says when it was published; of a month or a year, its first day up to its last."""
    stretch = None if article.published is None else bounds(article.published.value)
    if article.published is None or stretch is None:
        return None
    first, last = stretch
    return Frame(first.toordinal(), last.toordinal(), real=True, known=True, component=CALENDAR, reason=article.published.reason)


def _ties(claims: Sequence[Claim], likenesses: Sequence[Likeness]) -> list[tuple[Claim, Claim, Likeness]]:
    """Pairs of claims of two articles that report one statement; surest first."""
    by_id = {claim.id: claim for claim in claims}
    found = []
    for likeness in likenesses:
        one, other = by_id.get(likeness.one), by_id.get(likeness.other)
        if one is None or other is None or one.article == other.article:
            continue
        if likeness.same:
            found.append((one, other, likeness))
    return sorted(found, key=lambda row: (-row[2].contained, -row[2].shared, row[0].id, row[1].id))


def _spread(frames: dict[str, Frame], ties: Sequence[tuple[Claim, Claim, Likeness]], articles: Sequence[Article]) -> None:
    """Reckon frames from frames along the ties until nothing new follows."""
    names = {article.id: article.source.path for article in articles}
    grown = True
    while grown:
        grown = False
        for one, other, _ in ties:
            for here, there in ((one, other), (other, one)):
                if here.article in frames and there.article not in frames:
                    frame = _from(here, there, frames[here.article], names)
                    if frame is not None:
                        frames[there.article] = frame
                        grown = True


def _recalled(
    frames: dict[str, Frame], ties: Sequence[tuple[Claim, Claim, Likeness]], articles: Sequence[Article], claims: Sequence[Claim]
) -> None:
    """Put before an article what reports as news ("said") a statement that it recalls ("has said"). For order alone: no day follows."""
    by_id = {article.id: article for article in articles}
    for one, other, _ in ties:
        for here, there in ((one, other), (other, one)):
            if here.article not in frames or there.article in frames:
                continue
            if _is_perfect(here, by_id) and there.cue and not _is_perfect(there, by_id):
                frame = frames[here.article]
                first = _imagined(by_id[there.article], claims)
                day = frame.day - 1 - (frame.day - 1 - first.day) % WEEK
                says = f"{by_id[here.article].source.path} recalls the statement that this one reports as news: used for order alone"
                frames[there.article] = Frame(
                    day, day, real=False, known=False, component=frame.component, reason=Reason("dating.recalled", says)
                )


_PERFECT = re.compile(r"(?:has|have|’ve|'ve) (?:\w+ )?\w+(?:ed|id|wn|en|ld|de|ut)\b")


def _is_perfect(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Tell whether the cue stands in the present perfect ("has said")."""
    return any(_PERFECT.match(" ".join(span.of(articles[claim.article].text).split())) for span in claim.cue)


def _from(here: Claim, there: Claim, frame: Frame, names: Mapping[str, str]) -> Frame | None:
    """The frame of the article of `there`, which reports the statement of `here`; None where the two times do not fit."""
    if there.said is None:
        return _looked_back(here, frame, names)
    day = _said_day(here.said, frame)
    if day is None:
        return None
    fit = [published for published in range(day, day + WEEK) if _lands(there.said.form, published, day)]
    if not fit:
        return None
    told = "" if here.said is None else here.said.text
    when = date.fromordinal(day).isoformat() if frame.real else "the day"
    says = f"“{there.said.text}” is {when}: {names[here.article]} dates the same statement “{told}”"
    return Frame(fit[0], fit[-1], frame.real, known=False, component=frame.component, reason=Reason("dating.same-statement", says))


def _looked_back(here: Claim, frame: Frame, names: Mapping[str, str]) -> Frame | None:
    """The frame of an article that reports as news what another, looking back, puts into a stretch wholly before itself ("said last week")."""
    if here.said is None or not here.said.form or not _EXPLICIT.match(here.said.form):
        return None
    stretches = {bounds(value_of(here.said.form, date.fromordinal(day).isoformat())) for day in (frame.day, frame.latest)}
    stretch = stretches.pop() if len(stretches) == 1 else None
    if stretch is None or stretch[1].toordinal() >= frame.day:
        return None
    says = f"{names[here.article]} looks back on the same statement as made “{here.said.text}”"
    reason = Reason("dating.looked-back", says)
    return Frame(stretch[0].toordinal(), stretch[1].toordinal() + 1, frame.real, known=False, component=frame.component, reason=reason)


_EXPLICIT = re.compile(r"(?:day|week|month|year)-\d")
"""Forms that count back from the day of publication; a bare weekday does not."""


def _said_day(moment: Moment | None, frame: Frame) -> int | None:
    """The day of saying on the scale of the frame, if it is the same for every day the article may be of."""
    if moment is None:
        return None
    if not moment.form:
        day = day_of(moment.value)
        return None if day is None or not frame.real else day.toordinal()
    days = {_landing(moment.form, published) for published in (frame.day, frame.latest)}
    return days.pop() if len(days) == 1 else None


def _landing(form: str, published: int) -> int | None:
    """The day a form names, told on the day `published`."""
    day = day_of(value_of(form, date.fromordinal(published).isoformat()))
    return None if day is None else day.toordinal()


def _lands(form: str, published: int, day: int) -> bool:
    return bool(form) and _landing(form, published) == day


def _roots(articles: Sequence[Article], claims: Sequence[Claim], ties: Sequence[tuple[Claim, Claim, Likeness]]) -> list[Article]:
    """The articles in the order in which a made-up scale is begun: most dated sayings first, for they fix most of the others."""
    tied = [name for one, other, _ in ties for name in (one.article, other.article)]
    said = [claim.article for claim in claims if claim.said is not None]
    return sorted(articles, key=lambda article: (-said.count(article.id), -tied.count(article.id), article.id))


def _imagined(article: Article, claims: Sequence[Claim]) -> Frame:
    """A made-up frame: the weekday of publication is taken to be that of the first dated saying, as in a news lead ("said Tuesday")."""
    own = sorted(
        (claim for claim in claims if claim.article == article.id and claim.said is not None), key=lambda claim: claim.content[0].start
    )
    for claim in own:
        weekday = None if claim.said is None else _weekday(claim.said.form)
        if weekday is not None:
            reason = Reason(
                "dating.order-only", f"undated; its first dated saying is “{claim.said.text if claim.said else ''}”: used for order alone"
            )
            return Frame(IMAGINED + weekday, IMAGINED + weekday, real=False, known=False, component=article.id, reason=reason)
    reason = Reason("dating.unknown", "undated, and nothing ties it to a dated article")
    return Frame(IMAGINED, IMAGINED, real=False, known=False, component=article.id, reason=reason)


def _weekday(form: str) -> int | None:
    """The weekday (0 Monday) of a bare weekday told on or before the day of publication, else None."""
    fit = [weekday for weekday in range(WEEK) if offset_days(form, weekday) == 0]
    return fit[0] if len(fit) == 1 else None


def _valued(article: Article, moments: Sequence[Moment], frame: Frame) -> tuple[Moment, ...]:
    """The moments of an article, valued from an inferred frame where both ends of it give the same value."""
    if frame.known or not frame.real:
        return tuple(moments)
    first, last = (date.fromordinal(day).isoformat() for day in (frame.day, frame.latest))
    found = []
    for moment in moments:
        early = value_of(moment.form, first) if moment.form else None
        if early is None or early != value_of(moment.form, last) or early.startswith("X"):
            found.append(moment)
        else:
            found.append(
                replace(moment, value=early, anchor=first if first == last else f"{first}/{last}", inferred=True, reason=frame.reason)
            )
    return tuple(found)


def _unordered(articles: Sequence[Article], frames: Mapping[str, Frame]) -> tuple[Issue, ...]:
    """The articles that nothing ties to the others: where they stand in the order is unknown, and so is what they changed."""
    members: dict[str, list[Article]] = {}
    for article in articles:
        members.setdefault(frames[article.id].component, []).append(article)
    if len(members) < 2:
        return ()
    alone = [article for name, found in sorted(members.items()) if name != CALENDAR for article in found]
    says = "undated, and nothing ties it to the dated articles of its story: its place in the order, and what it changed, is not known"
    return tuple(Issue(article.source.path, "order-unknown", says) for article in alone)


def _contradictions(
    articles: Sequence[Article], ties: Sequence[tuple[Claim, Claim, Likeness]], frames: Mapping[str, Frame]
) -> tuple[Issue, ...]:
    """One statement, dated to two days by two articles: shown, never settled."""
    names = {article.id: article.source.path for article in articles}
    found = []
    for one, other, likeness in ties:
        first, second = (_said_day(claim.said, frames[claim.article]) if frames[claim.article].real else None for claim in (one, other))
        if first is None or second is None or first == second or not likeness.repeated or one.said is None or other.said is None:
            continue
        says = (
            f"the same statement is dated {date.fromordinal(first).isoformat()} (“{one.said.text}”) and "
            f"{date.fromordinal(second).isoformat()} (“{other.said.text}”, {names[other.article]})"
        )
        found.append(Issue(names[one.article], "dates-differ", says, span=one.said.span))
    return tuple(issue for issue, following in pairwise([*found, None]) if issue is not None and issue != following)
