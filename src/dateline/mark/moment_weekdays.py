"""Days of the week, which way they point, and the week they belong to."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_tense import direction
from dateline.mark.moment_words import PART, PARTS, month_pattern, months, weekday_pattern, weekdays
from dateline.model.rule import Rule
from dateline.text.calendar import value_of
from dateline.words.loader import toml, words

RULES = (
    Rule("time.weekday", "a weekday; the direction by tense", "The mayor resigned Tuesday.", "Ruby Tuesday is a song."),
    Rule(
        "time.weekday-of-week",
        "a weekday of last, this or next week",
        "She said so last week Tuesday.",
        "Last week was hard for Tue Nguyen.",
    ),
    Rule(
        "time.weekday-named",
        "last, next, this or the following weekday",
        "The mayor resigned last Tuesday.",
        "This Sunday Times report is old.",
    ),
    Rule("time.weekday-weeks", "a weekday so many weeks away", "She left a week ago Tuesday.", "She left a week ago."),
    Rule(
        "time.weekday-of-month", "a weekday counted in its month", "They vote on the second Tuesday in May.", "They vote on Tuesday in May."
    ),
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<phase>(?i:early|late|mid)(?: on)?) )?"
        r"(?:(?P<ref>(?i:last|next|this|this past|this coming|the previous|the preceding|the following|the next|the same|that|the past)) )?"
        r"(?:(?P<week>(?i:week))(?:['’]s)?,? (?:on )?)?"
        rf"(?P<day>{weekday_pattern()})(?P<part> (?:(?i:early|late) )?(?P<which>{PART})\b)?"
        r"(?P<tail>,? (?:of )?(?P<tailref>(?i:last|this|next|the following|the previous)) week)?(?![\w])"
    )


@cache
def _weeks_away() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:(?P<count>a|one|two|three|four) weeks? (?P<way>ago|from))(?: on| this)?"
        rf" (?P<day>{weekday_pattern()})(?: (?P<part>{PART}))?(?!\w)"
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:the )?(?P<which>(?i:first|second|third|fourth|last)) "
        rf"(?P<day>{weekday_pattern()}) (?i:of|in) (?P<month>{month_pattern()})(?:,? (?P<year>(?:19|20)\d\d))?(?!\w)"
    )


def find(scene: Scene) -> Iterator[Draft]:
    """Find the weekdays of a sentence."""
    for match in _counted().finditer(scene.text):
        yield _of_month(scene, match)
    for match in _weeks_away().finditer(scene.text):
        number, count = weekdays()[match["day"].rstrip(".").lower()], _COUNTS[match["count"].lower()]
        steps = f"weekday<={number} back={count}W" if match["way"].lower() == "ago" else f"weekday>={number} on={count}W"
        at = f" at={PARTS[match['part']]}" if match["part"] else ""
        says = f"“{match.group()}”, told from {{anchor}}"
        yield Draft(*match.span(), "TIME" if at else "DATE", "time.weekday-weeks", says, steps=steps + at)
    for match in _pattern().finditer(scene.text):
        if not _is_name(scene, match):
            yield _weekday(scene, match)


def _of_month(scene: Scene, match: re.Match[str]) -> Draft:
    """Reckon "the second Tuesday in May" as a day that moves, as a holiday does."""
    which = toml("time")["ordinals"].get(match["which"].lower(), -1)
    rule = f"{months()[match['month'].rstrip('.').lower()]}.{which}.{weekdays()[match['day'].rstrip('.').lower()]}"
    says = f"“{match.group()}”, told from {{anchor}}"
    if match["year"]:
        return Draft(*match.span(), "DATE", "time.weekday-of-month", says, value_of(f"year+0 holiday={rule}", match["year"]))
    return Draft(*match.span(), "DATE", "time.weekday-of-month", says, steps=f"holiday{direction(scene, *match.span()).near()}{rule}")


def _weekday(scene: Scene, match: re.Match[str]) -> Draft:
    start, end = match.start("day") if match["week"] and not match["ref"] else match.start(), match.end()
    shown = scene.text[start:end]
    number = weekdays()[match["day"].rstrip(".").lower()]
    at = PARTS[match["which"].lower()] if match["which"] else ""
    if _is_any(scene, match):
        return Draft(start, end, "TIME" if at else "DATE", "time.weekday", f"“a {shown}” tells no week", f"XXXX-WXX-{number}{at}")
    steps, rule, says, told = _steps(scene, match, number)
    says = f"“{shown}”: {says}"
    return Draft(start, end, "TIME" if at else "DATE", rule, says, steps=f"{steps} at={at}" if at else steps, told=told)


def _is_name(scene: Scene, match: re.Match[str]) -> bool:
    before, following = scene.before(match.start("day")), scene.after(match.end("day"))
    if before is not None and before.lower in words("time", "not_weekday_before") and before.text[:1].isupper():
        return True
    if match["which"] and following is not None and scene.text[match.end() :].lstrip().startswith(("Football", "Live")):
        return True
    return following is not None and following.text[:1].isupper() and following.lower in words("time", "not_weekday_after")


def _is_any(scene: Scene, match: re.Match[str]) -> bool:
    """Tell "it was a Wednesday" from "a Wednesday raid"."""
    before, following = scene.before(match.start()), scene.after(match.end())
    if before is None or before.lower != "a" or match["ref"] or match["week"]:
        return False
    return following is None or following.tag not in {"NN", "NNS", "JJ", "VBG", "NNP", "HYPH"}


def _steps(scene: Scene, match: re.Match[str], number: int) -> tuple[str, str, str, str]:
    """Give the steps, the rule, its sentence, and the kind of moment told before that they lead from."""
    ref = (match["ref"] or "").lower()
    week = (match["tailref"] or (ref if match["week"] else "") or "").lower()
    if week:
        shift = {"next": "+1", "this": "+0", "the following": "+1", "the next": "+1"}.get(week, "-1")
        says = f"the day in the week {_WEEKS[shift]} that of {{anchor}}"
        return f"week{shift} weekday={number}", "time.weekday-of-week", says, "day" if week.startswith("the ") else ""
    if ref in _NAMED:
        step, says, told = _NAMED[ref]
        return f"{step}{number}", "time.weekday-named", says, told
    found = direction(scene, match.start("day"), match.end())
    sign, side = (">=", "after") if found.way == "future" else ("<=", "before")
    return f"weekday{sign}{number}", "time.weekday", f"{found.says()}, so the nearest on or {side} {{anchor}}", ""


_LAST, _NEXT = ("weekday<", "the last one before {anchor}"), ("weekday>", "the next one after {anchor}")
_NAMED = {
    "last": (*_LAST, ""),
    "this past": (*_LAST, ""),
    "the past": (*_LAST, ""),
    "the previous": (*_LAST, "day"),
    "the preceding": (*_LAST, "day"),
    "next": (*_NEXT, ""),
    "this coming": (*_NEXT, ""),
    "the following": (*_NEXT, "day"),
    "the next": (*_NEXT, "day"),
    "that": ("weekday~", "the one nearest to {anchor}", "day"),
    "the same": ("weekday~", "the one nearest to {anchor}", "day"),
    "this": ("week+0 weekday=", "the one in the week of {anchor}", ""),
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_WEEKS = {"-1": "before", "+0": "of", "+1": "after"}
