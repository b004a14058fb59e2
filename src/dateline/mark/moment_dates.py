"""Days and months that the words give, in every usual style; without a year, the year by weekday, tense and distance."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_tense import direction
from dateline.mark.moment_words import PHASE, month_pattern, months, spelled_year, spelled_year_pattern, weekday_pattern, weekdays
from dateline.model.rule import Rule

RULES = (
    Rule("time.date", "a day of a month, with its year", "The bridge opened on 14 June 2021.", "The score was 14 to 20."),
    Rule("time.date-no-year", "a day of a month; the year by tense and distance", "The bridge opened on June 14.", "They march 14 miles."),
    Rule("time.day-of-month", "a day of the month told by its number", "The shop closed on the 14th.", "He came in on the 14th attempt."),
    Rule("time.date-numbers", "a date in figures", "Filed on 2021-06-14.", "Call 202-555-0114."),
    Rule("time.month", "a month with its year", "The bridge opened in June 2021.", "In June the 2021 awards were late."),
    Rule("time.month-no-year", "a month alone; the year by tense and distance", "The bridge opened in June.", "They may march."),
)

_MONTHS_IN_YEAR = 12
_PIVOT = 50
"""A year of two digits above it is of the 20th century."""

_NEAR = {
    "<=": "nearest on or before",
    ">=": "nearest on or after",
    "~": "nearest to",
    "<~": "nearest before, within ten months, else the nearest to",
    ">~": "nearest after, within ten months, else the nearest to",
}
_FIGURES = re.compile(r"(?<![\w/.-])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})/(\d{1,2})/(\d{4}|\d\d))(?![\w/-])")
_STREET = re.compile(r" (?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Drive|Square|Boulevard|Blvd\.|Place|Court|Terrace)(?!\w)")
_ORDINAL_DAY = re.compile(r"(?<=\bon )the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?P<tail> of (?P<ref>this|last|next) month)?(?! ?\w)")


@cache
def _day() -> re.Pattern[str]:
    month, weekday = month_pattern(), weekday_pattern()
    year = r"(?:,? (?:of )?(?P<year{}>1[5-9]\d\d|20\d\d)(?![\d%]|,\d{{3}}))?"
    number = r"(?P<day{}>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%/]|[.,:]\d)"
    return re.compile(
        rf"\b(?:(?P<weekday>{weekday}),? (?:the )?)?(?:(?P<phase>(?i:early|late|around|about|sometime|last|this|next|the week of)) )?"
        rf"(?:(?P<month>{month}) {number.format('')}{year.format('')}"
        rf"|(?:the )?{number.format(2)}(?: of)? (?P<month2>{month}){year.format(2)})"
        r"(?P<more>(?:-| ?[–—] ?| and | or | to )(?P<last>[0-3]?\d)(?![\d%:./]\d|,\d|\d|[a-z])(?P<lastyear>,? (?:19|20)\d\d(?![\d%]))?)?"
    )


@cache
def _month() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<phase>(?i:{PHASE}))[- ])?"
        r"(?:(?P<ref>(?i:last|next|this past|this coming|this|the previous|the following)) )?"
        rf"(?P<month>{month_pattern()})"
        rf"(?:(?:,? | of )(?:(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d)|(?P<spelled>(?i:{spelled_year_pattern()})))"
        r"| (?P<tail>(?:of )?(?:last|this|next) year))?"
        r"(?![\w-]*\d)(?!\w)"
    )


def find(scene: Scene) -> Iterator[Draft]:
    """Find the days and months of a sentence."""
    yield from _days(scene)
    yield from _months(scene)
    for match in _FIGURES.finditer(scene.text):
        value = _figures(match)
        if value:
            says = f"“{match.group()}” is a date in figures" + (
                "" if "-" in value else "; which is the day and which the month is not told"
            )
            yield Draft(*match.span(), "DATE", "time.date-numbers", says, value)
    for match in _ORDINAL_DAY.finditer(scene.text):
        yield _ordinal_day(scene, match)


def _days(scene: Scene) -> Iterator[Draft]:
    for match in _day().finditer(scene.text):
        month = months()[(match["month"] or match["month2"]).rstrip(".").lower()]
        day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
        if match["lastyear"] and day < int(match["last"]) <= _longest(month):
            year = match["lastyear"][-4:]
        if not 1 <= day <= _longest(month) or _STREET.match(scene.text, match.end()):
            continue
        end = match.start("more") if match["more"] else match.end()
        weekday = weekdays()[match["weekday"].rstrip(".").lower()] if match["weekday"] else None
        yield _one_day(scene, (match.start(), end), (month, day), year, weekday)
        if match["last"] and day < int(match["last"]) <= _longest(month):
            to = match.end("lastyear") if match["lastyear"] else match.end("last")
            yield _one_day(scene, (match.start("last"), to), (month, int(match["last"])), year)


def _one_day(scene: Scene, span: tuple[int, int], of: tuple[int, int], year: str | None, weekday: int | None = None) -> Draft:
    (start, end), (month, day) = span, of
    words = scene.text[start:end]
    if year:
        return Draft(start, end, "DATE", "time.date", f"“{words}” is a full date", f"{year}-{month:02}-{day:02}")
    rule, first = "time.date-no-year", words.partition(" ")[0].lower()
    if first in {"last", "next"}:
        steps = f"date{'<' if first == 'last' else '>'}{month:02}-{day:02}"
        return Draft(start, end, "DATE", rule, f"“{words}”, told from {{anchor}}", steps=steps)
    if weekday is not None:
        says = f"“{words}” has no year: that nearest to {{anchor}} in which the date falls on this weekday"
        return Draft(start, end, "DATE", rule, says, steps=f"date~{month:02}-{day:02}/{weekday}")
    found = direction(scene, start, end)
    sign = found.near()
    says = f"“{words}” has no year; {found.says()}: the {_NEAR[sign]} {{anchor}}"
    week = " week+0" if words.lower().startswith("the week") else ""
    return Draft(start, end, "DATE", rule, says, steps=f"date{sign}{month:02}-{day:02}{week}")


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31  # noqa: PLR2004 - the months


def _months(scene: Scene) -> Iterator[Draft]:
    for match in _month().finditer(scene.text):
        month = months()[match["month"].rstrip(".").lower()]
        year = spelled_year(match["spelled"]) if match["spelled"] else match["year"]
        if year:
            says = f"“{match.group()}” is a month of a year"
            yield Draft(*match.span(), "DATE", "time.month", says, f"{year}-{month:02}")
        elif _is_month(scene, match):
            yield _bare_month(scene, match, month)


def _is_month(scene: Scene, match: re.Match[str]) -> bool:
    """Tell the month from the verb, the auxiliary, the march and the name of a person."""
    word = scene.word(match.start("month"))
    if word is None or word.tag.startswith("VB") or word.tag == "MD":
        return False
    if match["phase"] or match["ref"] or match["tail"]:
        return True
    if word.text in {"MAY", "MARCH"}:
        return False
    following, before = scene.after(match.end("month")), scene.before(match.start("month"))
    if word.lower in {"may", "march"} and (word.tag not in {"NNP", "NNPS"} or _is_walk(scene, match)):
        return False
    if following is not None and following.tag in {"NNP", "NNPS"} and following.start == word.end + 1 and word.dep == "compound":
        return before is not None and before.pos in {"ADP", "DET"} and word.text not in {"April", "May", "June", "August"}
    named = before is not None and before.tag == "NNP" and before.dep in {"compound", "nmod"} and before.end + 1 == word.start
    return not named


def _is_walk(scene: Scene, match: re.Match[str]) -> bool:
    """Tell a march from the month: "the annual March for Life"; the month takes no article, and none of these words after it."""
    if match["month"].lower() != "march":
        return False
    before, following = scene.before(match.start("month")), scene.after(match.end("month"))
    led = before is not None and (before.pos in {"DET", "ADJ"} or before.text[:1] in "“\"'`")
    return led and following is not None and following.lower in {"for", "of", "on", "to", "against", "through", "from"}


def _bare_month(scene: Scene, match: re.Match[str], month: int) -> Draft:
    (start, end), words = match.span(), match.group()
    rule, ref = "time.month-no-year", (match["ref"] or "").lower()
    if match["tail"]:
        shift = {"last": "year-1", "this": "year+0", "next": "year+1"}[match["tail"].split()[-2].lower()]
        return Draft(start, end, "DATE", rule, f"“{words}”, told from {{anchor}}", steps=f"{shift} month={month:02}")
    if ref:
        sign = "<" if ref in {"last", "this past", "the previous"} else ">" if ref in {"next", "this coming", "the following"} else ""
        steps = f"month{sign}{month:02}" if sign else f"year+0 month={month:02}"
        told = "any" if ref.startswith("the ") else ""
        return Draft(start, end, "DATE", rule, f"“{words}”, told from {{anchor}}", steps=steps, told=told)
    found = direction(scene, start, end)
    sign = found.near()
    says = f"“{words}” has no year; {found.says()}: the {_NEAR[sign]} {{anchor}}"
    return Draft(start, end, "DATE", rule, says, steps=f"month{sign}{month:02}")


def _figures(match: re.Match[str]) -> str:
    """Give the day, only the year where day and month could be either way round, or nothing."""
    if match[1]:
        year, month, day = match[1], int(match[2]), int(match[3])
    else:
        year = match[6] if len(match[6]) == len("2001") else ("19" if int(match[6]) > _PIVOT else "20") + match[6]
        month, day = int(match[4]), int(match[5])
        if month > _MONTHS_IN_YEAR:
            month, day = day, month
        elif day <= _MONTHS_IN_YEAR and day != month:
            return year
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= _longest(month) else ""


def _ordinal_day(scene: Scene, match: re.Match[str]) -> Draft:
    day = f"{int(match['day']):02}"
    if match["ref"]:
        steps = f"month{ ({'last': '-1', 'next': '+1'}.get(match['ref'], '+0')) } day={day}"
    else:
        steps = f"day{'>=' if direction(scene, *match.span()).way == 'future' else '<='}{day}"
    return Draft(*match.span(), "DATE", "time.day-of-month", f"“{match.group()}”, reckoned from {{anchor}}", steps=steps)
