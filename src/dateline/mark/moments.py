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
    moment_dateline,
    moment_dates,
    moment_durations,
    moment_quarters,
    moment_relative,
    moment_sets,
    moment_times,
    moment_vague,
    moment_weekdays,
    moment_years,
)
from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_told import Told
from dateline.mark.moment_words import months, weekdays
from dateline.text.calendar import day_of, value_of
from dateline.words.loader import toml, words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from dateline.mark.reading import Paragraph, Reading, Sentence
    from dateline.model.moment import Moment

_FAMILIES = (
    moment_quarters,
    moment_dates,
    moment_years,
    moment_weekdays,
    moment_relative,
    moment_durations,
    moment_sets,
    moment_times,
    moment_vague,
)

RULES = tuple(sorted(rule for family in (*_FAMILIES, moment_dateline) for rule in family.RULES))

_UNITS = "second minute hour day night week month quarter year decade centur"
_SEASONS = "spring summer fall autumn winter"
_OF_DIGITS = (moment_dates, moment_years, moment_times, moment_durations, moment_quarters)
"""The families that a digit is enough for."""

_DIGIT = re.compile(r"\d")
_DAYS = ("day", "weekday", "date", "holiday", "on=", "back=")
"""What the step that names a day begins with."""
_JOINT = re.compile(rf"(?: ?\(?(?:{moment_times.ZONES}|(?:local|Eastern|Central|Pacific) time)\)?)?\)?,?(?: on)? ?")
"""What may stand between a time of day and its day: a zone, a comma, "on"."""


@cache
def _triggers() -> frozenset[str]:
    """Give every lower-case word that makes a sentence worth a look."""
    lists = toml("time")
    names = {*months(), *weekdays(), *(f"{day}s" for day in weekdays()), *(day.split()[0].lower() for day in lists["holidays"])}
    return frozenset({*words("time", "triggers"), *names, *(f"{name}." for name in names), *lists["tens"]})


@cache
def _gates() -> dict[ModuleType, tuple[str, ...]]:
    """Give, for each family, letters of which one must stand in a sentence for the family to have a look: far quicker than its patterns."""
    lists = toml("time")
    units, seasons, days = _UNITS.split(), _SEASONS.split(), [day.lower() for day in lists["weekdays"]]
    named = sorted({name.lower() for part in ("holidays", "known_days") for name in lists[part]})
    vague = sorted({words.rpartition(" ")[2] for way in lists["vague"].values() for words in way})
    return {
        moment_quarters: ("quarter", "half", "period", *seasons, *named),
        moment_dates: tuple(sorted(months())),
        moment_years: (*lists["tens"], *(tens.removesuffix("y") + "ies" for tens in lists["tens"]), "century", "teen ", "teen-", "year"),
        moment_weekdays: tuple(sorted(weekdays())),
        moment_relative: (*units, *seasons, "today", "yesterday", "tomorrow", "tonight"),
        moment_durations: (*units, "fortnight", "multi"),
        moment_sets: ("every", "weekends", "each", "per ", "ly", *(f"{day}s" for day in days), *(f"{day} " for day in days)),
        moment_times: ("noon", "midnight", "midday", "morning", "afternoon", "evening", "night", "o'clock", "o’clock"),
        moment_vague: (*vague, "current"),
    }


def find(reading: Reading) -> tuple[Moment, ...]:
    """Find the moments of a reading, and of its dateline. They are told from the day of publication, as precise as it is known."""
    told = Told(*moment_dateline.anchor_of(reading.article))
    found = [told.moment(place, draft, number) for number, place, draft in moment_dateline.drafts(reading.article)]
    for number, paragraph in enumerate(reading.paragraphs):
        drafts = [
            draft for sentence in paragraph.sentences if _triggered(paragraph, sentence) for draft in _of_sentence(paragraph, sentence)
        ]
        found.extend(told.moment(paragraph, draft, number) for draft in _joined(paragraph.text, drafts))
    return tuple(sorted(found, key=_place))


def _place(moment: Moment) -> tuple[int, int]:
    return (-1, 0) if moment.span is None else (moment.span.start, moment.span.end)


def _triggered(paragraph: Paragraph, sentence: Sentence) -> bool:
    triggers = _triggers()
    if any(word.lower in triggers for word in sentence.words):
        return True
    return _DIGIT.search(paragraph.text, sentence.start, sentence.end) is not None


def _of_sentence(paragraph: Paragraph, sentence: Sentence) -> list[Draft]:
    """Find the drafts of a sentence, in offsets of the paragraph."""
    scene = Scene(paragraph, sentence, paragraph.text[sentence.start : sentence.end])
    low = scene.text.lower()
    digit = _DIGIT.search(low) is not None
    drafts = _longest(
        draft
        for family in _FAMILIES
        if (digit and family in _OF_DIGITS) or any(letters in low for letters in _gates()[family])
        for draft in family.find(scene)
        if not _is_named(scene, draft)
    )
    return [replace(draft, start=draft.start + sentence.start, end=draft.end + sentence.start) for draft in drafts]


_NAMEABLE = ("time.duration", "time.unit", "time.day", "time.vague", "time.part", "time.set-adverb", "time.ago")


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Tell the name of a programme or a paper ("60 Minutes", "This Week", "USA Today") from the time: capitals inside a sentence."""
    if scene.kind != "paragraph" or not draft.rule.startswith(_NAMEABLE) or not draft.start or scene.text.isupper():
        return False
    shown = scene.text[draft.start : draft.end].split()
    if len(shown) > 1 or not shown[-1][:1].isupper():
        return shown[-1][:1].isupper()
    before = scene.before(draft.start)
    return before is not None and before.tag in {"NNP", "NNPS"} and scene.text[draft.start - 1] == " "


def _longest(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep, of drafts that overlap, the longest, and of equals the first found."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.start - draft.end):
        if all(draft.end <= other.start or other.end <= draft.start for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.start)


_NEXT_TO = re.compile(r"(?i:\b(?:the )?day (?P<way>before|after|following) )$")


def _neighbour(text: str, draft: Draft) -> Draft:
    """Take "the day after" into the day that follows it: "the day after Christmas", "the day before last Tuesday"."""
    match = _NEXT_TO.search(text, max(draft.start - len("the day following "), 0), draft.start)
    if match is None or draft.type != "DATE":
        return draft
    step = "back=1D" if match["way"].lower() == "before" else "on=1D"
    says = f"“{match.group().strip()}”, from {draft.says}"
    if draft.value is not None:
        day = day_of(draft.value)
        return draft if day is None else replace(draft, start=match.start(), value=value_of(step, draft.value), says=says)
    if not draft.steps or not draft.steps.split()[-1].startswith(_DAYS):
        return draft
    return replace(draft, start=match.start(), steps=f"{draft.steps} {step}", says=says)


def _joined(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join a time of day with the day beside it: "10 p.m. Wednesday", "Wednesday night at 10 p.m."."""
    joined: list[Draft] = []
    for draft in (_neighbour(text, draft) for draft in drafts):
        both = (_both(text, joined[-1], draft) or _length(text, joined[-1], draft)) if joined else None
        if both is None:
            joined.append(draft)
        else:
            joined[-1] = both
    return joined


_MEASURE = re.compile(r"P(?P<time>T?)(?P<count>\d+)(?P<unit>[YMWDHS])")
_FINER = {"Y": "M", "W": "D", "D": "H", "H": "M", "M": "S"}


def _length(text: str, first: Draft, second: Draft) -> Draft | None:
    """Join what is one length: "14 hours and 20 minutes", "two years, six months"."""
    if first.type != "DURATION" or second.type != "DURATION" or text[first.end : second.start] not in {" and ", ", "}:
        return None
    more, less = _MEASURE.fullmatch(first.value or ""), _MEASURE.fullmatch(second.value or "")
    if more is None or less is None or _FINER.get(more["unit"]) != less["unit"] or (more["unit"] == "M" and not more["time"]):
        return None
    value = f"{first.value}{'T' if less['time'] and not more['time'] else ''}{less['count']}{less['unit']}"
    return replace(first, end=second.end, value=value, says=f"“{text[first.start : second.end]}” is a length of time")


def _both(text: str, first: Draft, second: Draft) -> Draft | None:
    between = text[first.end : second.start]
    if first.told == "clock" and first.rule == "time.clock" and text[first.start - 1 : first.start] == "(":
        return None
    if between == " of " and first.rule == "time.part-told" and second.told != "clock":
        between = " "
    if first.told == "clock" and second.told != "clock" and between and _JOINT.fullmatch(between):
        clock, day = first, second
    elif second.told == "clock" and first.told != "clock" and between in {" at ", ", at ", " "}:
        clock, day = second, first
    else:
        return None
    at = clock.steps.rpartition("at=")[2] + moment_times.offset(between.partition(")")[0].rstrip(", "))
    says = f"{clock.says.partition('”')[0]}” on the day of {day.says}"
    if day.value is not None:
        if day_of(day.value) is None or day.type == "SET":
            return None
        value = f"{day.value.partition('T')[0]}{at}"
        return replace(day, start=first.start, end=second.end, type="TIME", value=value, says=says)
    steps = [step for step in day.steps.split() if not step.startswith("at=")]
    if not steps or not steps[-1].startswith(_DAYS):
        return None
    return replace(day, start=first.start, end=second.end, type="TIME", steps=f"{' '.join(steps)} at={at}", says=says)
