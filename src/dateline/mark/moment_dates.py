"""Dates that the words give: days, months, years, decades and centuries, in every usual style."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_tense import direction
from dateline.mark.moment_words import PHASE, month_pattern, months, weekday_pattern, weekdays
from dateline.model.rule import Rule
from dateline.words.loader import toml

RULES = (
    Rule("time.date", "a day of a month, with its year", "The bridge opened on 14 June 2021.", "The score was 14 to 20."),
    Rule("time.date-no-year", "a day of a month; the year by tense and distance", "The bridge opened on June 14.", "They march 14 miles."),
    Rule("time.day-of-month", "a day of the month told by its number", "The shop closed on the 14th.", "He came in on the 14th attempt."),
    Rule("time.date-numbers", "a date in figures", "Filed on 2021-06-14.", "Call 202-555-0114."),
    Rule("time.month", "a month with its year", "The bridge opened in June 2021.", "In June the 2021 awards were late, said May Day."),
    Rule("time.month-no-year", "a month alone; the year by tense and distance", "The bridge opened in June.", "They may march."),
    Rule("time.year", "a year", "The bridge opened in 2021.", "They sold 2,021 tickets."),
    Rule("time.decade", "a decade", "It was built in the 1980s.", "He is in his 80s."),
    Rule("time.century", "a century", "It was built in the 19th century.", "He scored a century."),
    Rule("time.year-words", "a year in words", "It began in nineteen eighty-four.", "Nineteen people left."),
)

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d)"
_PRECEDES_YEAR = frozenset(
    "in since by from until till of during before after to through between and around late early mid circa fiscal back for year than the".split()
)
_COUNTED = frozenset(
    "people liters litres feet foot miles mile kilometers kilometres km meters metres points pounds dollars euros troops soldiers men women words tons tonnes barrels"
    " square votes jobs employees workers shares acres hectares calories megawatts mph rpm".split()
)
_NAMES_BEFORE = frozenset(
    "flight no no. number room route highway page windows channel # section chapter verse unit model version psalm act".split()
)
_LEADS = frozenset("about some nearly almost over than around approximately roughly least most".split())


@cache
def _day() -> re.Pattern[str]:
    month, weekday = month_pattern(), weekday_pattern()
    year = r"(?:,? (?:of )?(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|,\d{3}))?"
    number = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%/]|[.,:]\d)"
    return re.compile(
        rf"\b(?:(?P<weekday>{weekday}),? (?:the )?)?(?:(?P<phase>(?i:early|late|around|about|sometime|last|this|next|the week of)) )?"
        rf"(?:(?P<month>{month}) {number}{year}|(?P<second>the )?{number.replace('<day>', '<day2>')}(?: of)? (?P<month2>{month})"
        rf"{year.replace('<year>', '<year2>')})(?P<more>(?:-| ?[–—] ?| and | or | to )(?P<last>[0-3]?\d)(?![\d%:.,/]\d|\d|[a-z]))?"
    )


@cache
def _month() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<phase>(?i:{PHASE}|mid))[- ])?(?:(?P<ref>(?i:last|next|this|this past|this coming|the previous|the following)) )?(?P<month>{month_pattern()})"
        rf"(?:(?:,? | of ){_YEAR}| (?P<tail>(?:of )?(?:last|this|next) year))?(?![\w-]*\d)(?!\w)"
    )


_NUMBERS = re.compile(r"(?<![\w/.-])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})/(\d{1,2})/(\d{4}|\d\d))(?![\w/-])")
_BARE_YEAR = re.compile(
    rf"(?<![\w.,$£€#/'’])(?P<phase>(?i:(?:(?:{PHASE}|mid)[- ]|around |about |fiscal year |fiscal |the fiscal year |the year |calendar |a good part of )*))"
    rf"{_YEAR}(?P<tail> or (?:later|earlier))?(?P<more>[-–](?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w-]))?(?![\w/]|-\w)"
)
_DECADE = re.compile(
    r"\b(?P<phase>(?i:(?:the )?(?:(?:early|late|mid|middle)(?: to (?:mid|late))?[- ])?(?:the )?))"
    r"(?:(?P<full>1[5-9]\d|20\d)0['’]?s|['’](?P<short>[1-9])0s|(?P<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b"
)
_CENTURY = re.compile(
    r"\b(?i:(?:(?P<the>the )?(?:(?:early|late|mid|turn of the)[- ])?(?:(?P<number>\d{1,2})(?:st|nd|rd|th)|(?P<word>"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    r"|eighteenth|nineteenth|twentieth|twenty-first))[- ]century))(?!\w)"
)
_CENTURIES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth twenty-first"
).split()
_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
_YEAR_WORDS = re.compile(
    r"\b(?i:(?P<the>the year )?(?P<high>sixteen|seventeen|eighteen|nineteen|twenty) (?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?P<ones>one|two|three|four|five|six|seven|eight|nine))?|the year two thousand(?: and)?(?: (?P<after>one|two|three|four|five|six|seven|eight|nine))?)\b"
)


_ORDINAL_DAY = re.compile(r"(?<=\bon )the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?P<tail> of (?P<ref>this|last|next) month)?(?! ?\w)")


def find(scene: Scene) -> Iterator[Draft]:
    """Find the dates of a sentence."""
    for match in _ORDINAL_DAY.finditer(scene.text):
        day = f"{int(match['day']):02}"
        sign = ">=" if direction(scene, *match.span()).way == "future" else "<="
        steps = f"month{ ({'last': '-1', 'next': '+1'}.get(match['ref'], '+0')) } day={day}" if match["ref"] else f"day{sign}{day}"
        yield Draft(*match.span(), "DATE", "time.day-of-month", f"“{match.group()}”, reckoned from {{anchor}}", steps=steps)
    yield from _days(scene)
    yield from _months(scene)
    yield from _figures(scene)
    yield from _years(scene)
    yield from _decades(scene)
    yield from _spelled_years(scene)


def _days(scene: Scene) -> Iterator[Draft]:
    for match in _day().finditer(scene.text):
        name = match["month"] or match["month2"]
        month = months()[name.rstrip(".").lower()]
        day = int(match["day"] or match["day2"])
        if not 1 <= day <= _longest(month):
            continue
        year = match["year"] or match["year2"]
        end = match.start("more") if match["more"] else match.end()
        weekday = weekdays()[match["weekday"].rstrip(".").lower()] if match["weekday"] else None
        yield _one_day(scene, (match.start(), end), (month, day), year, weekday)
        if match["last"] and 1 <= int(match["last"]) <= _longest(month) and int(match["last"]) > day:
            yield _one_day(scene, match.span("last"), (month, int(match["last"])), year)


def _one_day(scene: Scene, span: tuple[int, int], of: tuple[int, int], year: str | None, weekday: int | None = None) -> Draft:
    (start, end), (month, day) = span, of
    words = scene.text[start:end]
    if year:
        return Draft(start, end, "DATE", "time.date", f"“{words}” is a full date", f"{year}-{month:02}-{day:02}")
    first = words.partition(" ")[0].lower()
    if first in {"last", "next"}:
        steps = f"date{'<' if first == 'last' else '>'}{month:02}-{day:02}"
        return Draft(start, end, "DATE", "time.date-no-year", f"“{words}”, told from {{anchor}}", steps=steps)
    if weekday is not None:
        says = f"“{words}” has no year: that nearest to {{anchor}} in which the date falls on this weekday"
        return Draft(start, end, "DATE", "time.date-no-year", says, steps=f"date~{month:02}-{day:02}/{weekday}")
    found = direction(scene, start, end)
    sign = found.near()
    says = f"“{words}” has no year; {found.says()}: the {_NEAR[sign]} {{anchor}}"
    week = " week+0" if words.lower().startswith("the week") else ""
    return Draft(start, end, "DATE", "time.date-no-year", says, steps=f"date{sign}{month:02}-{day:02}{week}")


_NEAR = {
    "<=": "nearest on or before",
    ">=": "nearest on or after",
    "~": "nearest to",
    "<~": "nearest before, within nine months, else the nearest to",
    ">~": "nearest after, within nine months, else the nearest to",
}


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31  # noqa: PLR2004 - the months


def _months(scene: Scene) -> Iterator[Draft]:
    for match in _month().finditer(scene.text):
        start, end = match.span()
        month = months()[match["month"].rstrip(".").lower()]
        words = match.group()
        if match["year"]:
            yield Draft(start, end, "DATE", "time.month", f"“{words}” is a month of a year", f"{match['year']}-{month:02}")
            continue
        if not _is_month(scene, match):
            continue
        yield _bare_month(scene, match, month)


def _is_month(scene: Scene, match: re.Match[str]) -> bool:
    """Tell the month from the verb, the name and the auxiliary."""
    word = scene.word(match.start("month"))
    if word is None or word.tag.startswith("VB") or word.tag == "MD":
        return False
    if match["phase"] or match["ref"] or match["tail"]:
        return True
    if word.lower in {"may", "march"} and word.tag not in {"NNP", "NNPS"}:
        return False
    following, before = scene.after(match.end("month")), scene.before(match.start("month"))
    if following is not None and following.tag in {"NNP", "NNPS"} and following.start == word.end + 1 and word.dep == "compound":
        return before is not None and before.pos in {"ADP", "DET"} and word.text not in {"April", "May", "June", "August"}
    named = before is not None and before.tag == "NNP" and before.dep in {"compound", "nmod"} and before.end + 1 == word.start
    return not named


def _bare_month(scene: Scene, match: re.Match[str], month: int) -> Draft:
    start, end = match.span()
    words = match.group()
    ref = (match["ref"] or "").lower()
    if match["tail"]:
        shift = {"last": "year-1", "this": "year+0", "next": "year+1"}[match["tail"].split()[-2].lower()]
        return Draft(start, end, "DATE", "time.month-no-year", f"“{words}”, told from {{anchor}}", steps=f"{shift} month={month:02}")
    if ref:
        sign = "<" if ref in {"last", "this past", "the previous"} else ">" if ref in {"next", "this coming", "the following"} else ""
        steps = f"month{sign}{month:02}" if sign else f"year+0 month={month:02}"
        return Draft(start, end, "DATE", "time.month-no-year", f"“{words}”, told from {{anchor}}", steps=steps)
    found = direction(scene, start, end)
    sign = found.near()
    says = f"“{words}” has no year; {found.says()}: the {_NEAR[sign]} {{anchor}}"
    return Draft(start, end, "DATE", "time.month-no-year", says, steps=f"month{sign}{month:02}")


def _figures(scene: Scene) -> Iterator[Draft]:
    for match in _NUMBERS.finditer(scene.text):
        words = match.group()
        if match[1]:
            year, month, day = match[1], int(match[2]), int(match[3])
        else:
            year = match[6] if len(match[6]) > 2 else ("19" if int(match[6]) > 50 else "20") + match[6]  # noqa: PLR2004 - two digits
            month, day = int(match[4]), int(match[5])
            if month > 12:  # noqa: PLR2004 - no month: the day comes first
                month, day = day, month
            elif day <= 12 and day != month:  # noqa: PLR2004 - could be either
                yield Draft(*match.span(), "DATE", "time.date-numbers", f"“{words}”: day and month could be either way round", year)
                continue
        if 1 <= month <= 12 and 1 <= day <= _longest(month):  # noqa: PLR2004 - the months
            yield Draft(*match.span(), "DATE", "time.date-numbers", f"“{words}” is a full date", f"{year}-{month:02}-{day:02}")


def _years(scene: Scene) -> Iterator[Draft]:
    for match in _BARE_YEAR.finditer(scene.text):
        if not _is_year(scene, match):
            continue
        end = match.start("more") if match["more"] else match.end()
        words = scene.text[match.start() : end]
        yield Draft(match.start(), end, "DATE", "time.year", f"“{words}” is a year", match["year"])
        last = match["year"][: 4 - len(match["last"])] + match["last"] if match["last"] else ""
        if last > match["year"]:
            yield Draft(*match.span("last"), "DATE", "time.year", f"“{match['last']}” is the end of a row of years", last)


def _is_year(scene: Scene, match: re.Match[str]) -> bool:
    """Tell a year from a count, a number of something and a price."""
    if match["phase"].strip().lower() not in {"", "about", "around"} or match["tail"]:
        return True
    before, following = scene.before(match.start("year")), scene.after(match.end("year"))
    led = before.lower if before is not None else ""
    if led in _NAMES_BEFORE or led in {"$", "£", "€", "us$", "-", "–"}:
        return False
    if following is not None and (following.lower in _COUNTED or following.lower in {"percent", "%", "million", "billion"}):
        return False
    if led in _LEADS and following is not None and following.tag == "NNS":
        return False
    year = int(match["year"])
    return 1900 <= year < 2040 or led in _PRECEDES_YEAR  # noqa: PLR2004 - a year beyond these needs a word before it


def _decades(scene: Scene) -> Iterator[Draft]:
    for match in _DECADE.finditer(scene.text):
        words = match.group()
        if match["full"]:
            value = match["full"]
        elif match["short"]:
            value = "19" + match["short"]
        else:
            if not match["phase"].lower().startswith("the"):
                continue
            value = f"19{_DECADES[match['word'].lower()]}"
        yield Draft(*match.span(), "DATE", "time.decade", f"“{words}” is a decade", value)
    for match in _CENTURY.finditer(scene.text):
        number = int(match["number"]) if match["number"] else _CENTURIES.index(match["word"].lower()) + 1
        yield Draft(*match.span(), "DATE", "time.century", f"“{match.group()}” is a century", f"{number - 1:02}")


def _spelled_years(scene: Scene) -> Iterator[Draft]:
    ones, tens = toml("time")["ones"], toml("time")["tens"]
    for match in _YEAR_WORDS.finditer(scene.text):
        if match["high"]:
            high = {**ones, **tens}[match["high"].lower()]
            value = f"{high}{tens[match['tens'].lower()] + (ones[match['ones'].lower()] if match['ones'] else 0):02}"
        else:
            value = f"200{ones[match['after'].lower()] if match['after'] else 0}"
        yield Draft(*match.span(), "DATE", "time.year-words", f"“{match.group()}” is a year in words", value)
