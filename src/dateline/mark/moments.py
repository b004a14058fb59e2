"""When: the time expressions of an article, each with its TIMEX3 type and value, the day it was reckoned from, and why.

Enters a reading; leave moments in the order of the text. What hangs on the day of publication keeps its `form`
(`dateline.text.calendar`), so that it can be valued again once that day is known. Without such a day nothing is invented: a weekday
is `XXXX-WXX-4`. Only sentences that hold a trigger (a digit or a word of time) are looked at.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.mark import (
    moment_dates,
    moment_durations,
    moment_quarters,
    moment_relative,
    moment_sets,
    moment_times,
    moment_vague,
    moment_weekdays,
)
from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_words import months, weekdays
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.text.calendar import bounds, day_of, value_of
from dateline.words.loader import toml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.mark.reading import Paragraph, Reading, Sentence

_FAMILIES = (
    moment_dates,
    moment_weekdays,
    moment_quarters,
    moment_relative,
    moment_durations,
    moment_sets,
    moment_times,
    moment_vague,
)

RULES = tuple(sorted(rule for family in _FAMILIES for rule in family.RULES))

_DIGIT = re.compile(r"\d")
_JOINTS = frozenset({" ", ", ", " on ", ", on "})


@cache
def _triggers() -> frozenset[str]:
    lists = toml("time")
    units = "second minute hour day night week weekend fortnight month quarter year decade".split()
    words = {*months(), *weekdays(), *(f"{name}." for name in (*months(), *weekdays())), *units, *(f"{unit}s" for unit in units)}
    words |= {
        "century",
        "centuries",
        "half",
        "fiscal",
        "overnight",
        "noon",
        "midnight",
        "midday",
        "a.m.",
        "p.m.",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
    }
    words |= {
        "morning",
        "afternoon",
        "evening",
        "mornings",
        "evenings",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
        "summers",
        "winters",
    }
    words |= {
        "daily",
        "nightly",
        "weekly",
        "biweekly",
        "fortnightly",
        "monthly",
        "quarterly",
        "yearly",
        "annually",
        "hourly",
        "current",
        "recent",
        "future",
    }
    words |= {f"{name}s".lower() for name in lists["weekdays"]} | {word for word in moment_dates._DECADES}
    words |= {word.lower() for listed in lists["vague"].values() for words_ in listed for word in words_.split()} - {
        "the",
        "in",
        "at",
        "this",
        "near",
        "long",
        "right",
        "some",
    }
    words |= {name.split()[0].lower() for name in lists["holidays"]} - {"new", "st.", "good", "father", "mother"} | {"eve", "easter"}
    words |= set(lists["tens"]) | {"nineteen"}
    return frozenset(words)


def find(reading: Reading) -> tuple[Moment, ...]:
    """Find the moments of a reading. The anchor is the article's date of publication, as precise as it is."""
    published = reading.article.published
    told = _Told(None if published is None else published.value)
    found: list[Moment] = []
    for paragraph in reading.paragraphs:
        for sentence in paragraph.sentences:
            if _triggered(paragraph, sentence):
                found.extend(_of_sentence(paragraph, sentence, told))
    return tuple(found)


def _triggered(paragraph: Paragraph, sentence: Sentence) -> bool:
    triggers = _triggers()
    if any(word.lower in triggers for word in sentence.words):
        return True
    return _DIGIT.search(paragraph.text, sentence.start, sentence.end) is not None


def _of_sentence(paragraph: Paragraph, sentence: Sentence, told: _Told) -> list[Moment]:
    scene = Scene(paragraph, sentence, paragraph.text[sentence.start : sentence.end])
    drafts = _joined(scene, _longest(draft for family in _FAMILIES for draft in family.find(scene)))
    return [told.moment(scene, draft) for draft in drafts]


def _longest(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep, of drafts that overlap, the longest, and of equals the first found."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.start - draft.end):
        if all(draft.end <= other.start or other.end <= draft.start for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.start)


def _joined(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Join a time of day with the day beside it: "10 p.m. Wednesday", "Wednesday night at 10 p.m."."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        both = None if last is None else _both(scene, last, draft)
        if both is None:
            joined.append(draft)
        else:
            joined[-1] = both
    return joined


def _both(scene: Scene, first: Draft, second: Draft) -> Draft | None:
    between = scene.text[first.end : second.start]
    if first.told == "clock" and first.type == "TIME" and second.type == "DATE" and between in _JOINTS:
        clock, day = first, second
    elif (
        second.told == "clock"
        and second.type == "TIME"
        and first.type in {"DATE", "TIME"}
        and between in {" at ", ", at ", " "}
        and first.told != "clock"
    ):
        clock, day = second, first
    else:
        return None
    at = clock.steps.rpartition("at=")[2]
    words = scene.text[first.start : second.end]
    if day.value is not None:
        if day_of(day.value) is None:
            return None
        return replace(
            day,
            start=first.start,
            end=second.end,
            type="TIME",
            value=f"{day.value.partition('T')[0]}{at}",
            says=f"“{words}” is a time of a day",
        )
    if not day.steps or day.steps.split()[-1].startswith(("week+", "week-", "month", "year", "quarter")):
        return None
    steps = " ".join(step for step in day.steps.split() if not step.startswith("at="))
    return replace(day, start=first.start, end=second.end, type="TIME", steps=f"{steps} at={at}")


class _Told:
    """What has been told so far in an article: the moments that later words hang on."""

    def __init__(self, anchor: str | None) -> None:
        self._anchor = anchor
        self._last: dict[str, Moment] = {}

    def moment(self, scene: Scene, draft: Draft) -> Moment:
        """Value a draft, and remember it."""
        base = self._base(draft.told) if draft.told else None
        value, form, anchor, named = self._valued(draft, base)
        says = draft.says.replace("{anchor}", named)
        start, end = scene.sentence.start + draft.start, scene.sentence.start + draft.end
        made = Moment(
            span=scene.paragraph.span(start, end),
            text=scene.paragraph.text[start:end],
            type=draft.type,
            value=value,
            form=form,
            reason=Reason(draft.rule, says),
            anchor=anchor,
        )
        self._remember(made)
        return made

    def _base(self, told: str) -> Moment | None:
        return self._last.get("day" if told == "clock" else told)

    def _valued(self, draft: Draft, base: Moment | None) -> tuple[str | None, str, str | None, str]:
        """Give value, form, anchor and the words that name the anchor."""
        if not draft.steps:
            return draft.value, "", None, ""
        steps = draft.steps
        if base is not None:
            named = f"{base.value or 'what was told'} (“{base.text}”)"
            if not base.form:
                return value_of(steps, base.value), "", base.value, named
            return value_of(f"{base.form} {steps}", self._anchor), f"{base.form} {steps}", self._anchor, named
        if draft.told:
            steps = _alone(draft)
        named = self._anchor or "the day of publication, which is not known"
        return value_of(steps, self._anchor), steps, self._anchor, named

    def _remember(self, moment: Moment) -> None:
        if moment.type not in {"DATE", "TIME"} or (not moment.form and bounds(moment.value) is None):
            return
        self._last["any"] = moment
        if (moment.value or "")[-3:-1] == "-Q" or "quarter" in moment.form:
            self._last["quarter"] = moment
        if day_of(moment.value) is not None or (moment.value or "").startswith(("XXXX-WXX-", "XXXX-XX-XX")):
            self._last["day"] = moment


def _alone(draft: Draft) -> str:
    """What the steps are where nothing was told before that they could lead from: reckoned from publication, in whole units."""
    steps = draft.steps
    if draft.told == "quarter":
        return {"back=1Y": "year-1", "quarter+0": "quarter-1"}.get(steps, steps)
    return steps
