"""When an article was published: the witnesses in a stated order, and an issue where they disagree. Never the time of a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model.issue import Issue
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.model.source import Source
from dateline.model.span import Span

RULES: tuple[Rule, ...] = (
    Rule("dates.page", "What the page states in its metadata", "2024-03-12T08:00:00Z", "yesterday"),
    Rule(
        "dates.line",
        "A line of the text that gives a date and little else",
        "Published 12 March 2024, 10:30 GMT",
        "Officials met on 12 March 2024 in the capital.",
    ),
    Rule("dates.dateline", "The day in the dateline, where it has a year", "PARIS, March 12, 2024 (Northwire) —", "PARIS (Northwire) —"),
    Rule(
        "dates.address",
        "The day in the address of the page",
        "https://example.org/2024/03/12/harbour",
        "https://example.org/2024/harbour-03",
    ),
)

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=\D|$)"),
)
_AROUND = re.compile(
    r"(?:(?:(?:first|last|originally) )?(?:published|posted|updated|created|modified|release date|date|issued|filed|on|at|by)"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|gmt|utc|bst|ce?st|cet|e[sd]?t|p[sd]?t|msk|ist|aest|sast|eat|wat|noon|midnight|z"
    r"|[+-]\d\d:?\d\d"
    r"|[\s,.:;|·•()–—/-])*+",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_TIME = "time element"
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)|(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2]|[a-z]{3})[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/-]|$|\?)", re.IGNORECASE
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

LONGEST_LINE = 120
"""Characters of the longest line that is read as a date line."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """A value, what states it, and the moment made of it."""

    value: str
    moment: Moment


def iso_day(text: str) -> str | None:
    """Read a date as pages state it, to the day (the day as printed, whatever its zone), month or None.

    >>> iso_day("2024-03-12T23:30:00-05:00"), iso_day("March 3, 2021"), iso_day("soon")
    ('2024-03-12', '2021-03-03', None)
    """
    match = _ISO.match(text.strip())
    if match:
        if match["y"]:
            return _joined(match["y"], match["m"], match["d"])
        return _joined(match["year"], match["month"], match["day"])
    for written in _WRITTEN:
        match = written.search(text)
        if match:
            return _joined(match["year"], match["month"], match["day"])
    return None


def _joined(year: str, month: str, day: str | None) -> str | None:
    number = int(month) if month.isdigit() else 1 + next((i for i, name in enumerate(_MONTHS) if name.startswith(month.lower()[:3])), 99)
    if not 1 <= number <= len(_DAYS) or (day is not None and not 1 <= int(day) <= _DAYS[number - 1]):
        return None
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day is not None else "")


def date_line(words: str) -> tuple[str, bool] | None:
    """Tell a line that is a date and little else: the day, and whether it is the day of an update."""
    if len(words) > LONGEST_LINE:
        return None
    for written in _WRITTEN:
        match = written.search(words)
        if match:
            day = _joined(match["year"], match["month"], match["day"])
            rest = [words[: match.start()].strip(), words[match.end() :].strip()]
            if day is not None and all(not part or _AROUND.fullmatch(part) for part in rest):
                return day, _UPDATED.search(rest[0]) is not None
    return None


def published_of(
    source: Source, given: Moment | None, lines: list[tuple[Span, str]], dateline: tuple[Span, str] | None
) -> tuple[Moment | None, list[Issue]]:
    """Choose the publication: as given by the caller, else JSON-LD, meta elements, time elements, a date line, a dateline, the address."""
    witnesses = list(_witnesses(source, lines, dateline))
    if given is not None:
        witnesses.insert(0, _Witness(given.value or "", given))
    if not witnesses:
        return None, []
    best = witnesses[0]
    issues = []
    others = [other for other in witnesses[1:] if not _agree(best.value, other.value) and other.moment.reason.rule != "dates.time-element"]
    if others and best.value:
        says = f"published {best.value} ({best.moment.reason.says}), but {others[0].value} ({others[0].moment.reason.says})"
        issues.append(Issue(source.path, "published", says, span=others[0].moment.span))
    return best.moment, issues


def modified_of(source: Source, lines: list[tuple[Span, str]]) -> Moment | None:
    """Choose the last change that the page states."""
    for name, value, place in source.facts:
        day = iso_day(value) if name == "modified" else None
        if day is not None:
            return Moment(None, value, "DATE", day, "", Reason("dates.page", f"{place} states it"))
    for span, words in lines:
        found = date_line(words)
        if found and found[1]:
            return Moment(span, words, "DATE", found[0], "", Reason("dates.line", f"the line “{words}” states it"))
    return None


def _agree(one: str, other: str) -> bool:
    """Two values agree where one is the other, to its precision, or the next day (a matter of the time zone)."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    if len(one) == len(other) == len("2024-03-12"):
        return abs(_count(one) - _count(other)) <= 1
    return False


def _count(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    return date(year, month, min(number, 28 if month == 2 else number)).toordinal()  # noqa: PLR2004 - 29 February of a common year


def _witnesses(source: Source, lines: list[tuple[Span, str]], dateline: tuple[Span, str] | None) -> Iterator[_Witness]:
    stated = [(value, place) for name, value, place in source.facts if name == "published"]
    for value, place in stated:
        if place != _TIME:
            yield from _witness(iso_day(value), None, value, Reason("dates.page", f"{place} states it"))
    for span, words in lines:
        found = date_line(words)
        if found is not None and not found[1]:
            yield from _witness(found[0], span, words, Reason("dates.line", f"the line “{words}” states it"))
    if dateline is not None:
        yield from _witness(iso_day(dateline[1]), *dateline, Reason("dates.dateline", f"the dateline “{dateline[1]}” states it"))
    for name, value, place in source.facts:
        match = _ADDRESS.search(value) if name == "url" else None
        if match is not None:
            day = _joined(match["year"], match["month"], match["day"])
            yield from _witness(day, None, value, Reason("dates.address", f"the address in {place} holds it"))
    for value, place in stated:
        if place == _TIME and iso_day(value) is not None:
            yield from _witness(iso_day(value), None, value, Reason("dates.time-element", f"the first {place} of the page states it"))
            return


def _witness(day: str | None, span: Span | None, words: str, reason: Reason) -> Iterator[_Witness]:
    if day is not None:
        yield _Witness(day, Moment(span, words, "DATE", day, "", reason))
