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
    re.compile(r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?=\D|$)"),
)
_AROUND = re.compile(
    r"(?:(?:(?:first|last|originally) )?(?:published|posted|updated|created|modified|original|release date|date|issued|filed|on|at|by)"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|gmt|utc|bst|ce?st|cet|e[sd]?t|p[sd]?t|msk|ist|ae[sd]t|sast|eat|wat|cat|myt|sgt|hkt|jst|kst|pkt|pht|wib"
    r"|nz[sd]t|m[sd]t|c[sd]t|hst|ak[sd]t|local time|noon|midnight|z"
    r"|[+-]\d{1,2}(?::?\d\d)?"
    r"|[\s,.:;|·•()–—/-])*+",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified)\b(?!.*\b(?:published|posted|original)\b)", re.IGNORECASE)
_WEAK = frozenset({"meta og:updated_time", "meta lastmod", "meta last-modified", "time element"})
"""Statements on the last change that many systems write whenever they build the page."""
_EPOCH = "1970-01-01"
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
    found = _written(text)
    return found[0][1] if found else None


def _joined(year: str, month: str, day: str | None) -> str | None:
    number = int(month) if month.isdigit() else 1 + next((i for i, name in enumerate(_MONTHS) if name.startswith(month.lower()[:3])), 99)
    if not 1 <= number <= len(_DAYS) or (day is not None and not 1 <= int(day) <= _DAYS[number - 1]):
        return None
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day is not None else "")


def _written(text: str) -> list[tuple[tuple[int, int], str]]:
    """List the dates of one manner in a text, with their offsets: the manners are tried in order."""
    for written in _WRITTEN:
        found = []
        for match in written.finditer(text):
            day = _valued(match)
            if day is not None:
                found.append((match.span(), day))
        if found:
            return found
    return []


def _valued(match: re.Match[str]) -> str | None:
    """Value a written date. 30/04/2024 and 04/30/2024 are one day; which day 03/04/2024 is cannot be told."""
    parts = match.groupdict()
    if "one" not in parts:
        return _joined(parts["year"], parts["month"], parts["day"])
    day, month = _joined(parts["year"], parts["two"], parts["one"]), _joined(parts["year"], parts["one"], parts["two"])
    return (day or month) if day is None or month is None or day == month else None


def date_line(words: str) -> tuple[str, bool] | None:
    """Tell a line that is a date and little else: the day, and whether it is the day of an update."""
    found = _date_line(words)
    return found[0] if found else None


def _date_line(words: str) -> list[tuple[str, bool]]:
    if len(words) > LONGEST_LINE:
        return []
    dates = _written(words)
    edges = [0, *(at for span, _ in dates for at in span), len(words)]
    rest = [words[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if not dates or not all(not part or _AROUND.fullmatch(part) for part in rest):
        return []
    return [(day, _UPDATED.search(before) is not None) for (_, day), before in zip(dates, rest, strict=False)]


def published_of(
    source: Source, given: Moment | None, lines: list[tuple[Span, str]], dateline: tuple[Span, str] | None
) -> tuple[Moment | None, list[Issue]]:
    """Choose the publication: as given by the caller, else by the first witness in this order.

    JSON-LD, meta elements, `itemprop` elements, a date line of the text, a dateline with a year, the address, the first time element. The
    value is the day as printed, in its own time zone, to the precision stated; the words keep the hour and the zone. Witnesses (but time
    elements, which may belong to anything) that are more than a day apart are an issue, and so are those of the last change, and a last
    change before the publication.
    """
    witnesses = list(_witnesses(source, lines, dateline))
    if given is not None:
        witnesses.insert(0, _Witness(given.value or "", given))
    changes = list(_changes(source, lines))
    if not witnesses:
        return None, _disagreeing(source.path, "modified", changes)
    best = witnesses[0]
    issues = _disagreeing(source.path, "modified", changes)
    if changes and len(changes[0].value) == len(best.value) == len(_EPOCH) and _count(changes[0].value) < _count(best.value) - 1:
        says = f"last changed {changes[0].value} ({changes[0].moment.reason.says}), before it was published, {best.value}"
        issues.append(Issue(source.path, "modified", says, span=changes[0].moment.span))
    weighed = [witness for witness in witnesses if witness is best or witness.moment.reason.rule != "dates.time-element"]
    return best.moment, [*_disagreeing(source.path, "published", weighed), *issues]


def _disagreeing(path: str, what: str, witnesses: list[_Witness]) -> list[Issue]:
    """Give an issue where a witness contradicts the best."""
    best = next((witness for witness in witnesses if witness.value), None)
    if best is None:
        return []
    other = next((other for other in witnesses if other is not best and not _agree(best.value, other.value)), None)
    if other is None:
        return []
    says = f"{what} {best.value} ({best.moment.reason.says}), but {other.value} ({other.moment.reason.says})"
    return [Issue(path, what, says, span=other.moment.span)]


def modified_of(source: Source, lines: list[tuple[Span, str]]) -> Moment | None:
    """Choose the last change: JSON-LD, meta elements, `itemprop` elements, then a line of the text, then what systems write unasked."""
    first = next(_changes(source, lines), None)
    if first is not None:
        return first.moment
    for name, value, place in source.facts:
        day = iso_day(value) if name == "modified" else None
        if day is not None:
            return Moment(None, value, "DATE", day, "", Reason("dates.page", f"{place} states it"))
    return None


def _changes(source: Source, lines: list[tuple[Span, str]]) -> Iterator[_Witness]:
    for name, value, place in source.facts:
        if name == "modified" and place not in _WEAK:
            yield from _witness(iso_day(value), None, value, Reason("dates.page", f"{place} states it"))
    for span, words in lines:
        for day, updated in _date_line(words):
            if updated:
                yield from _witness(day, span, words, Reason("dates.line", f"the line “{words}” states it"))


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
        for day, updated in _date_line(words):
            if not updated:
                yield from _witness(day, span, words, Reason("dates.line", f"the line “{words}” states it"))
    if dateline is not None:
        yield from _witness(iso_day(dateline[1]), *dateline, Reason("dates.dateline", f"the dateline “{dateline[1]}” states it"))
    for value, place in ((value, place) for name, value, place in source.facts if name == "url"):
        match = _ADDRESS.search(value)
        held = _joined(match["year"], match["month"], match["day"]) if match is not None else None
        yield from _witness(held, None, value, Reason("dates.address", f"the address in {place} holds it"))
    first = next(((value, place) for value, place in stated if place == _TIME and iso_day(value) is not None), None)
    if first is not None:
        yield from _witness(iso_day(first[0]), None, first[0], Reason("dates.time-element", f"the first {first[1]} of the page states it"))


def _witness(day: str | None, span: Span | None, words: str, reason: Reason) -> Iterator[_Witness]:
    if day is not None and day != _EPOCH:
        yield _Witness(day, Moment(span, words, "DATE", day, "", reason))
