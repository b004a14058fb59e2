"""When each article of a story was published, as far as the others tell, and what its own time words then mean.

Every article gets a frame (`dateline.weigh.frames`). Where its date is known, the scale is the calendar; where another article dates the
same statement, or is the piece that this one prints, the frame is reckoned from that one's, and has to fit all that speak of it; where
nothing in the story is dated, the scale is made up. No date is put in print that does not follow from a dated article, and nothing follows
from what contradicts itself.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.model.issue import Issue
from dateline.model.reason import Reason
from dateline.text.calendar import bounds, value_of
from dateline.weigh.frames import CALENDAR, EVER, OPEN, WEEK, Dating, Frame, fits, fixed_day, imagined, landing, said_day, stated
from dateline.weigh.ties import Edge, Tie, contradicted, differing, in_order, recalls, same_statements, untangled
from dateline.weigh.valued import valued

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model.article import Article
    from dateline.model.claim import Claim
    from dateline.model.copy import Copy
    from dateline.model.likeness import Likeness
    from dateline.model.moment import Moment

MONTH = 31
"""Days between the bounds of an article up to which each of them is tried."""
LINKS = 3
"""Articles named in a chain of reasons; of a longer one the rest is counted."""
PRINTED = 0.9
"""Share of the words of a piece that must stand in another for it to be dated by it; with less it may be another state of the story."""
WHOLE = 0.95
"""Share of the characters of the fuller piece that must stand in the other for the two to be one text: then neither comes first."""


@dataclass(slots=True)
class _Story:
    """What is known so far: frames by article id, and the evidence that leads from one article to others."""

    articles: dict[str, Article]
    names: dict[str, str]
    claims: dict[str, list[Claim]]
    ties: dict[str, list[Tie]] = field(default_factory=dict)
    prints: dict[str, list[Copy]] = field(default_factory=dict)
    edges: dict[str, list[Edge]] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)


def date_story(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    moments: Mapping[str, tuple[Moment, ...]],
    likenesses: Sequence[Likeness],
    copies: Sequence[Copy] = (),
) -> Dating:
    """Put the articles of one story on a scale, in order, and value again what the frames make certain.

    `copies` are those known before the order is; only whole prints are looked at.
    """
    listed = sorted(articles, key=lambda article: article.id)
    story = _Story({article.id: article for article in listed}, _names(listed), {article.id: [] for article in listed})
    for claim in sorted(claims, key=lambda claim: (claim.content[0].start, claim.id)):
        story.claims[claim.article].append(claim)
    story.frames = {article.id: frame for article in listed if (frame := stated(article)) is not None}
    ties = same_statements(claims, likenesses)
    copies = [copy for copy in copies if copy.one_origin and copy.share >= PRINTED]
    edges = _evidence(story, ties, copies)
    _settle(story)
    paths = {article.id: article.source.path for article in listed}
    found = contradicted(ties, story.frames, story.names)
    times = valued(story.frames, moments, copies, story.names)
    by_span = {(moment.span, moment.form): moment for known in times.values() for moment in known}
    dated = tuple(
        claim if claim.said is None else replace(claim, said=by_span.get((claim.said.span, claim.said.form), claim.said))
        for claim in claims
    )
    issues = (*differing(found, paths), *story.issues, *_unordered(listed, story.frames))
    return Dating(story.frames, _order(story.frames, edges), times, dated, issues)


def _names(articles: Sequence[Article]) -> dict[str, str]:
    """Give the file name of each article; where two have the same, the whole path."""
    short = {article.id: re.split(r"[/\\]", article.source.path)[-1] for article in articles}
    often = Counter(short.values())
    return {article.id: short[article.id] if often[short[article.id]] == 1 else article.source.path for article in articles}


def _evidence(story: _Story, ties: Sequence[Tie], copies: Sequence[Copy]) -> list[Edge]:
    """Lay out what leads from article to article, but for what contradicts itself; give the edges of the order."""
    disputed = contradicted(ties, story.frames, story.names)
    for tie in ties:
        if tie.one.id not in disputed and tie.other.id not in disputed:
            for name in (tie.one.article, tie.other.article):
                story.ties.setdefault(name, []).append(tie)
    for copy in copies:
        for name in (copy.origin, copy.copy):
            story.prints.setdefault(name, []).append(copy)
    edges, circle = untangled(recalls(ties, story.articles))
    for edge in edges:
        for name in (edge.before, edge.after):
            story.edges.setdefault(name, []).append(edge)
    says = "articles look back on each other in a circle: nothing about their order follows from it"
    story.issues.extend(Issue(story.articles[name].source.path, "order-contradicts", says) for name in circle)
    return edges


def _settle(story: _Story) -> None:
    """Reckon frames from frames until nothing new follows; then begin made-up scales for what is left, each reckoned out in turn."""
    bound = {name for name in sorted(story.claims) if _not_before(story, name) is not None}
    _spread(story, sorted(story.frames.keys() | bound))
    _spread(story, _framed(story, {name: [] for name in sorted(bound - story.frames.keys())}))
    said = {name: sum(claim.said is not None for claim in own) for name, own in story.claims.items()}
    for root in sorted(story.claims, key=lambda name: (-said[name], -len(story.ties.get(name, ())), name)):
        if root not in story.frames:
            story.frames[root] = imagined(root, story.claims[root])
            _spread(story, [root])


def _spread(story: _Story, layer: Sequence[str]) -> None:
    """Reckon on from the articles of a layer to the next: first what statements and prints tell, then what is for order alone."""
    behind: set[str] = set()
    while layer:
        behind.update(layer)
        found: dict[str, list[Frame]] = {}
        for here in sorted(layer):
            for name, frame in _reckoned(story, here):
                found.setdefault(name, []).append(frame)
        layer = _framed(story, found)
        if not layer:
            layer = _placed(story, behind)
            behind = set()


def _framed(story: _Story, found: Mapping[str, Sequence[Frame]]) -> list[str]:
    """Frame each article within all the frames found for it; where these cannot all be, it gets none, and that is an issue."""
    new = []
    for name in sorted(found.keys() - story.frames.keys() - story.refused):
        own = _not_before(story, name)
        frames = [*found[name], *([own] if own is not None else ())]
        scale = min(frame.scale for frame in frames)
        frames = [frame for frame in frames if frame.scale == scale]
        first, last = _ends(frames)
        if first.earliest > last.latest:  # a piece may also be an older state of what is printed: what it tells counts for more
            frames = [frame for frame in frames if frame.reason.rule != "dating.print"] or frames
            first, last = _ends(frames)
        if first.earliest > last.latest:
            says = f"undated, and what dates it cannot all be: {first.reason.says}; but {last.reason.says}"
            story.issues.append(Issue(story.articles[name].source.path, "dates-differ", says))
            story.refused.add(name)
            continue
        best = min(frames, key=lambda frame: (frame.latest - frame.earliest, frame.links))
        why = [frame.reason.says for frame in (best, first, last) if (frame.earliest, frame.latest) != (EVER, OPEN)] or [best.reason.says]
        reason = Reason(best.reason.rule, "; ".join(dict.fromkeys(why)))
        day = min(max(best.day, first.earliest), last.latest)
        story.frames[name] = replace(best, day=day, earliest=first.earliest, latest=last.latest, known=False, reason=reason)
        new.append(name)
    return new


def _ends(frames: Sequence[Frame]) -> tuple[Frame, Frame]:
    """Give the frame that begins last and the one that ends first."""
    return max(frames, key=lambda frame: frame.earliest), min(frames, key=lambda frame: frame.latest)


def _not_before(story: _Story, name: str) -> Frame | None:
    """Bound an article by the latest saying that it puts on a day of the calendar without looking ahead; None where there is none."""
    said = [(day, claim) for claim in story.claims[name] if (day := fixed_day(claim.said)) is not None and not _ahead(story, claim)]
    if not said:
        return None
    day, claim = max(said, key=lambda row: row[0])
    says = f"it tells what was said on {date.fromordinal(day).isoformat()} (“{claim.said.text if claim.said else ''}”), so it is no older"
    return Frame(day, day, OPEN, real=True, known=False, component=CALENDAR, reason=Reason("dating.not-before", says))


_AHEAD = re.compile(r"\b(?:will|shall|would|may|might|could|can|should|to|’ll|'ll)\s{1,20}(?:\w{1,20}\s{1,20})?$", re.IGNORECASE)


def _ahead(story: _Story, claim: Claim) -> bool:
    """Tell whether the saying is still to come ("will announce on 5 March 2025")."""
    text = story.articles[claim.article].text
    cue = claim.cue[0] if claim.cue else claim.content[0]
    return _AHEAD.search(text[max(0, cue.start - 40) : cue.start]) is not None or re.match(r"(?i)will|shall|to\b", cue.of(text)) is not None


def _reckoned(story: _Story, here: str) -> Iterable[tuple[str, Frame]]:
    """Give what follows from one article for those that nothing dates yet."""
    frame = story.frames.get(here)
    for tie in story.ties.get(here, ()):
        mine, theirs = tie.seen_from(here)
        if theirs.article not in story.frames:
            found = _from_statement(story, mine, theirs, frame)
            if found is not None:
                yield theirs.article, found
    if frame is None:
        return
    for copy in story.prints.get(here, ()):
        other = copy.copy if copy.origin == here else copy.origin
        if other not in story.frames:
            yield other, _from_print(story, copy, here, frame)


def _from_statement(story: _Story, here: Claim, there: Claim, frame: Frame | None) -> Frame | None:
    """Frame the article of `there`, which reports the statement of `here`; None where the two times do not fit."""
    if there.said is None:
        return None if frame is None else _looked_back(story, here, frame)
    day = said_day(here.said, frame) or _only_day(here.said, there.said, frame)
    loose = day is None and frame is not None and frame.loose and here.said is not None
    if loose and frame is not None and here.said is not None:
        day = landing(here.said.form, frame.day)
    if day is None or here.said is None or not there.said.form:
        return None
    fit = fits(there.said.form, day)
    if not fit:
        return None
    fixed = fixed_day(here.said) is not None
    real = fixed or (frame is not None and frame.real)
    when = date.fromordinal(day).isoformat() if real and not loose else "the day"
    says = f"“{there.said.text}” is {when}: {story.names[here.article]} dates the same statement “{here.said.text}”"
    if loose:
        says = f"{story.names[here.article]} reports the same statement “{here.said.text}”: used for order alone"
    links = 0 if frame is None or fixed else frame.links
    found = Frame(fit[0], fit[0], fit[-1], real, known=False, component="", reason=Reason("dating.same-statement", says), links=links)
    found = replace(found, component=CALENDAR if real or frame is None else frame.component)
    return _chained(story, replace(found, earliest=EVER, latest=OPEN) if loose else found, here.article, None if fixed else frame)


def _only_day(here: Moment | None, there: Moment, frame: Frame | None) -> int | None:
    """Give the day of saying where only one of those that the first article allows fits the words of the second."""
    if here is None or frame is None or not here.form or not frame.real or frame.latest - frame.earliest > MONTH:
        return None
    days = {landing(here.form, published) for published in range(frame.earliest, frame.latest + 1)}
    fit = [day for day in sorted(days - {None}, key=str) if day is not None and fits(there.form, day)]
    return fit[0] if len(fit) == 1 and None not in days else None


def _chained(story: _Story, found: Frame, here: str, frame: Frame | None) -> Frame:
    """Add to the reason how the article it rests on is dated itself, up to `LINKS` articles."""
    if frame is None or frame.known or not found.real or found.loose:
        return found
    says = found.reason.says
    if found.links < LINKS:
        says = f"{says}; {story.names[here]} is itself dated by others: {frame.reason.says}"
    elif found.links == LINKS:
        says = f"{says}; {story.names[here]} is itself dated by a longer chain of articles"
    return replace(found, links=found.links + 1, reason=Reason(found.reason.rule, says))


def _looked_back(story: _Story, here: Claim, frame: Frame) -> Frame | None:
    """Frame an article that reports as news what another puts into a stretch wholly before itself ("said last week")."""
    if here.said is None or not here.said.form or not _EXPLICIT.match(here.said.form):
        return None
    stretches = {bounds(value_of(here.said.form, date.fromordinal(day).isoformat())) for day in (frame.earliest, frame.latest)}
    stretch = stretches.pop() if len(stretches) == 1 else None
    if stretch is None or stretch[1].toordinal() >= frame.earliest:
        return None
    first, last = stretch[0].toordinal(), stretch[1].toordinal() + 1
    says = f"{story.names[here.article]} looks back on the same statement as made “{here.said.text}”"
    found = replace(frame, day=first, earliest=first, latest=last, known=False, reason=Reason("dating.looked-back", says))
    return _chained(story, found, here.article, frame)


_EXPLICIT = re.compile(r"(?:day|week|month|year)-\d")
"""Forms that count back from the day of publication; a bare weekday does not."""


def _from_print(story: _Story, copy: Copy, here: str, frame: Frame) -> Frame:
    """Frame a print: no older than the piece it prints; of the fuller piece, only its place in the order is told."""
    says = f"it prints the words of {story.names[here]}"
    older = copy.origin == here or _one_text(story, copy)
    bounded = frame.known and older
    first, last = (frame.earliest, OPEN) if bounded else (EVER, OPEN)
    if not frame.real:
        first = last = frame.day
    says = f"{says}, so it is no older" if bounded else f"{says}: used for order alone"
    return replace(frame, earliest=first, latest=last, known=False, reason=Reason("dating.print", says))


def _one_text(story: _Story, copy: Copy) -> bool:
    """Tell whether the two are one text: the shared runs hold nearly all of the fuller one as well."""
    text = story.articles[copy.origin].text
    return sum(len(one.of(text)) for one, _ in copy.spans) >= WHOLE * len(text.strip())


def _placed(story: _Story, behind: Iterable[str]) -> list[str]:
    """Place, for order alone, what recalls, or is recalled by, the articles just framed."""
    near = {
        name
        for here in behind
        for edge in story.edges.get(here, ())
        for name in (edge.before, edge.after)
        if name not in story.frames and name not in story.refused
    }
    return [name for name in sorted(near) if _place(story, name)]


def _place(story: _Story, name: str) -> bool:
    sides: list[tuple[bool, str]] = [
        (edge.after == name, edge.before if edge.after == name else edge.after) for edge in story.edges.get(name, ())
    ]
    framed = [(older, other, story.frames[other]) for older, other in sides if other in story.frames]
    scale = min(frame.scale for _, _, frame in framed)
    low = [(frame, other) for older, other, frame in framed if older and frame.scale == scale]
    high = [(frame, other) for older, other, frame in framed if not older and frame.scale == scale]
    component, real = (low or high)[0][0].component, (low or high)[0][0].real
    earliest = max((frame.earliest for frame, _ in low), default=EVER)
    latest = min((frame.latest for frame, _ in high), default=OPEN)
    if real and earliest > latest:
        says = "undated, and it recalls what is newer than those that recall it: nothing about its order follows from it"
        story.issues.append(Issue(story.articles[name].source.path, "order-contradicts", says))
        story.refused.add(name)
        return False
    start = imagined(name, story.claims[name]).day
    if low:
        least = max(frame.day for frame, _ in low) + 1
        day = least + (start - least) % WEEK
        day = min(day, max(least - 1, min(frame.day for frame, _ in high))) if high else day
    else:
        most = min(frame.day for frame, _ in high) - 1
        day = most - (most - start) % WEEK
    says = " and ".join(
        [f"it recalls what {other} reports as news" for other in sorted(story.names[other] for _, other in low)[:1]]
        + [f"{other} recalls the statement that this one reports as news" for other in sorted(story.names[other] for _, other in high)[:1]]
    )
    reason = Reason("dating.recalled", f"{says}: used for order alone")
    first, last = (earliest, latest) if real else (day, day)
    story.frames[name] = Frame(day, first, last, real, known=False, component=component, reason=reason)
    return True


def _order(frames: Mapping[str, Frame], edges: Iterable[Edge]) -> tuple[str, ...]:
    """Sort the articles, earliest first; within what the days allow, what is recalled comes before what recalls it."""
    by_day = sorted(frames, key=lambda name: (*frames[name].scale, frames[name].day, not frames[name].known, name))
    held = [
        edge
        for edge in edges
        if (one := frames[edge.before]).scale == (other := frames[edge.after]).scale
        and not (one.known and other.known)
        and (one.day if one.known else one.earliest) <= other.latest
    ]
    return in_order(by_day, held)


def _unordered(articles: Sequence[Article], frames: Mapping[str, Frame]) -> tuple[Issue, ...]:
    """List the articles that nothing ties to the others: where they stand in the order is unknown, and so is what they changed."""
    members: dict[str, list[Article]] = {}
    for article in articles:
        members.setdefault(frames[article.id].component, []).append(article)
    if len(members) == 1:
        return ()
    if CALENDAR not in members:
        says = f"{len(articles)} undated articles of one story, not all tied to each other: their order, and what changed, is not known"
        return (Issue(min(article.source.path for article in articles), "order-unknown", says),)
    alone = [article for name, found in sorted(members.items()) if name != CALENDAR for article in found]
    says = "undated, and nothing ties it to the dated articles of its story: its place in the order, and what it changed, is not known"
    return tuple(Issue(article.source.path, "order-unknown", says) for article in alone)
