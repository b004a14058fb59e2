"""What a time expression means once the day it is told from is known: a small language of steps, and their arithmetic.

A *form* is a row of steps, parted by spaces, that leads from the anchor (the day of publication, or a moment told before) to what is
meant. Each step turns one stretch of the calendar into another. Nothing here asks a clock, a locale or a zone.

======================  =============================================================================================
``day-1``               the unit so many away, and as coarse as it: day, week, weekend, month, quarter, half, season, year,
                        decade, century (``week+0`` is this week, ``year-1`` last year)
``weekday<=4``          the nearest one on or before the anchor (ISO, Monday is 1); ``<`` wholly before, ``>=`` on or after, ``>`` after,
                        ``~`` the nearest by distance, ``=`` the one inside the stretch reached so far (``week-1 weekday=4``);
                        ``<~`` and ``>~`` the one before or after, unless it is more than ten months away and the other is nearer
``month<=08``           the same of a month; likewise ``date<=08-06`` (a day of a month; ``date~08-06/2``: in a year in which it
                        is a Tuesday), ``day<=14`` (a day of some month),
                        ``quarter<=3``, ``half<=1``, ``season<=SU`` (SP SU FA WI)
``holiday<=11.4.4``     the same of a day that moves: month, which (-1 the last), ISO weekday; ``easter+39`` counts days from Easter;
                        ``+1`` at the end of the former shifts by days; ``hebrew.passover`` is a feast of the moon
``on=2D`` ``back=1Y``   so much later or earlier, as fine as what it is reckoned from (D W M Q Y)
``at=TNI``              a part of the day or a time of it, added to a day (``at=T16:00``)
======================  =============================================================================================

Seasons follow the northern year by whole months; a winter has the year of its December. Days that move are those of
`dateline.text.festivals`.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.text.festivals import days

_RANK = {"day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7}
_BLANK = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PICKED = {"weekday": "day", "date": "day", "day": "day", "holiday": "day"}
"""The unit of what a step picks, where it is not the step's own name."""

# Swept on dates without a year in news of 1989 to 2000: 240 to 330 give the same within a case or two; a year ahead or back is wrong.
NEAR_DAYS = 300
"""How far back (or ahead) a date without a year may lie and still be the one meant by a tense that does not govern it directly."""

_STEP = re.compile(
    r"(?P<unit>day|weekend|week|month|quarter|season|half|year|decade|century)(?P<shift>[+-])(?P<count>\d{1,6})"
    r"|(?P<pick>weekday|month|date|day|quarter|half|season|holiday)(?P<sign><=|>=|<~|>~|[<>=~])"
    r"(?P<which>SP|SU|FA|WI|\d\d-\d\d(?:/[1-7])?|\d{1,2}|\d{1,2}\.-?\d\.\d(?:\+\d{1,3})?|easter[+-]\d{1,3}|[a-z]+\.[a-z_]+)"
    r"|(?P<name>at|on|back)(?P<is>=)(?P<argument>T.+|\d{1,6}[DWMQY])"
)
_VALUE = re.compile(
    r"(?P<century>\d\d)|(?P<decade>\d{3})|(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?(?:-(?P<weekday>[1-7]))?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?))?(?P<clock>T.*)?"
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the calendar: its unit, its first day, and the time of day, if one was told."""

    unit: str
    first: date
    clock: str = ""

    @property
    def last(self) -> date:
        if self.unit == "day":
            return self.first
        if self.unit == "week":
            return self.first + timedelta(6)
        if self.unit == "weekend":
            return self.first + timedelta(1)
        return _moved_months(self.first, _MONTHS[self.unit]) - timedelta(1)


def value_of(form: str, anchor: str | None) -> str | None:
    """Give the TIMEX3 value of `form`, told from `anchor`: a value that names a day, week, month, quarter, season, year... or None.

    Where the anchor is missing, or too coarse to tell, what is known stays and X stands for the rest; a form of no steps has no value.

    >>> value_of("week-1 weekday=4", "2025-02-11"), value_of("week-1 weekday=4", None)
    ('2025-02-06', 'XXXX-WXX-4')
    >>> value_of("month<08", "2025-02"), value_of("month<=08", "2025"), value_of("year-1", "2025")
    ('2024-08', 'XXXX-08', '2024')
    >>> value_of("day-1 at=TNI", "2024-03-01"), value_of("quarter<=3 back=1Y", "1999-11-02")
    ('2024-02-29TNI', '1998-Q3')
    """
    if not form:
        return None
    start = None if anchor is None else _stretch(anchor)
    found = None if start is None else _told(form, start)
    return _blank(form) if found is None else _shown(found)


def day_of(value: str | None) -> date | None:
    """Give the day that a value names, also one with a part or time of the day; None where it names less than a day.

    >>> day_of("2025-02-06TMO"), day_of("2025-02"), day_of("P6M")
    (datetime.date(2025, 2, 6), None, None)
    """
    found = None if value is None else _stretch(value)
    return found.first if found is not None and found.unit == "day" else None


def bounds(value: str | None) -> tuple[date, date] | None:
    """Give the first and the last day of what a value names; None for durations, sets, references and what has no year.

    >>> bounds("2025-Q1")
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    >>> bounds("XXXX-08") is None
    True
    """
    found = None if value is None else _stretch(value)
    if found is None:
        return None
    try:
        return found.first, found.last
    except (OverflowError, ValueError):
        return None


def offset_days(form: str, anchor_weekday: int) -> int | None:
    """Give the days from publication to the day meant, if that follows from the weekday of publication (0 is Monday) alone.

    >>> offset_days("week-1 weekday=4", 1), offset_days("weekday<=1", 1), offset_days("date<=08-06", 1)
    (-5, -1, None)
    """
    found = set()
    for year in (2001, 2008, 2023):
        for month in (1, 6, 12):
            anchor = date(year, month, 28)
            anchor += timedelta(days=anchor_weekday - anchor.weekday())
            day = day_of(value_of(form, anchor.isoformat()))
            found.add(None if day is None else (day - anchor).days)
    return found.pop() if len(found) == 1 else None


def _told(form: str, start: _Stretch) -> _Stretch | None:
    """Walk the steps; where the anchor is coarse, see whether its first and its last day lead to the same."""
    found = _walk(form, start)
    if found is None and start.unit in _MONTHS:
        early = _walk(form, _Stretch("day", start.first))
        late = _walk(form, _Stretch("day", start.last))
        found = early if early == late else None
    return found


def _walk(form: str, at: _Stretch) -> _Stretch | None:
    for step in form.split():
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        try:
            found = _stepped(at, *(part for part in match.groups() if part is not None))
        except (KeyError, ValueError, OverflowError):
            return None
        if found is None:
            return None
        at = found
    return at


def _stepped(at: _Stretch, name: str, sign: str, argument: str) -> _Stretch | None:
    if name == "at":
        return _Stretch("day", at.first, argument) if at.unit == "day" else None
    if name in {"on", "back"}:
        return _shifted(at, argument, 1 if name == "on" else -1)
    if sign in {"+", "-"}:
        return _away(at, name, int(sign + argument))
    unit = _PICKED.get(name, name)
    if sign == "=":
        inside = [found for found in _all(name, argument, at) if at.first <= found.first and found.last <= at.last]
        return inside[0] if len(inside) == 1 or (inside and name == "season") else None
    if _RANK[unit] < _RANK[at.unit]:
        return None
    return _nearest(list(_all(name, argument, at)), at, sign)


def _nearest(found: list[_Stretch], at: _Stretch, sign: str) -> _Stretch | None:
    by_gap = sorted(found, key=lambda one: (_gap(one, at), one.first))
    if sign == "~":
        return by_gap[0] if by_gap else None
    if sign in {"<~", ">~"}:
        wanted = _nearest(found, at, sign[0] + "=")
        return wanted if wanted is not None and _gap(wanted, at) <= NEAR_DAYS else _nearest(found, at, "~")
    if sign[0] == "<":
        fitting = [one for one in found if (one.first <= at.first if sign == "<=" else one.last < at.first)]
    else:
        fitting = [one for one in found if (one.last >= at.first if sign == ">=" else one.first > at.last)]
    return (fitting[-1] if sign[0] == "<" else fitting[0]) if fitting else None


def _gap(one: _Stretch, other: _Stretch) -> int:
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _all(name: str, argument: str, at: _Stretch) -> Iterator[_Stretch]:
    """All stretches of a name that could be the nearest to `at`, or inside it, in order."""
    if name == "weekday":
        monday = at.first - timedelta(at.first.weekday())
        for week in (-7, 0, 7):
            yield _Stretch("day", monday + timedelta(week + int(argument) - 1))
    elif name == "day":
        for month in range(-12, 13):
            first = _moved_months(at.first.replace(day=1), month)
            if int(argument) <= monthrange(first.year, first.month)[1]:
                yield _Stretch("day", first.replace(day=int(argument)))
    else:
        reach = 12 if "/" in argument or argument == "02-29" else 2
        for year in range(max(at.first.year - reach, MINYEAR), min(at.last.year + reach, MAXYEAR) + 1):
            if name == "holiday":
                yield from (_Stretch("day", day) for day in days(argument, year))
                continue
            found = _of_year(name, argument, year)
            if found is not None:
                yield found


def _of_year(name: str, argument: str, year: int) -> _Stretch | None:
    if name == "date":
        return _date(argument, year)
    month = _SEASONS[argument] if name == "season" else _MONTHS[name] * (int(argument) - 1) + 1
    return _Stretch(name, date(year, month, 1))


def _date(argument: str, year: int) -> _Stretch | None:
    """Give the day of that month (`08-06`), if the year has it, and on the weekday asked for (`08-06/2`)."""
    month, day, weekday = int(argument[:2]), int(argument[3:5]), argument[6:]
    if day > monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return _Stretch("day", found) if not weekday or found.isoweekday() == int(weekday) else None


def _away(at: _Stretch, unit: str, count: int) -> _Stretch | None:
    """Truncate to `unit` and go `count` of it; None where what is known is coarser than the unit, or cuts across it."""
    if _RANK[unit] < _RANK[at.unit]:
        return None
    if unit == "day":
        return _Stretch("day", at.first + timedelta(count))
    if unit in {"week", "weekend"}:
        monday = at.first - timedelta(at.first.weekday()) + timedelta(7 * count)
        return _Stretch(unit, monday + timedelta(5 if unit == "weekend" else 0))
    return _Stretch(unit, _moved_months(_beginning(unit, at.first), count * _MONTHS[unit]))


def _beginning(unit: str, day: date) -> date:
    """Give the first day of the stretch of the unit that holds `day`."""
    year, month = day.year, day.month
    if unit == "season":
        return _moved_months(date(year, month, 1), -(month % 3))
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        return date(max(year - year % size, MINYEAR), 1, 1)
    size = _MONTHS[unit]
    return date(year, month - (month - 1) % size, 1)


def _shifted(at: _Stretch, amount: str, sign: int) -> _Stretch | None:
    """Shift by an amount, keeping the unit; None where the amount is finer than what is known."""
    count, unit = sign * int(amount[:-1]), amount[-1]
    if unit in "DW":
        if at.unit == "day" or (unit == "W" and at.unit in {"week", "weekend"}):
            return _Stretch(at.unit, at.first + timedelta(count * (7 if unit == "W" else 1)))
        return None
    months = count * {"M": 1, "Q": 3, "Y": 12}[unit]
    if at.unit in {"week", "weekend"}:
        return _away(_Stretch("day", _moved_months(at.first, months)), at.unit, 0)
    if at.unit in _MONTHS and months % min(_MONTHS[at.unit], 12):
        return None
    return _Stretch(at.unit, _moved_months(at.first, months))


def _moved_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _stretch(value: str) -> _Stretch | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        return _read(match)
    except (ValueError, OverflowError):
        return None


def _read(match: re.Match[str]) -> _Stretch | None:
    part = match.groupdict()
    for unit, size in (("century", 100), ("decade", 10)):
        if part[unit]:
            return _Stretch(unit, date(int(part[unit]) * size, 1, 1))
    year = int(part["year"])
    if part["week"]:
        day = date.fromisocalendar(year, int(part["week"]), int(part["weekday"] or (6 if part["weekend"] else 1)))
        return _Stretch("day" if part["weekday"] else "weekend" if part["weekend"] else "week", day, part["clock"] or "")
    if part["month"] and part["day"] and part["day"] != "XX":
        return _Stretch("day", date(year, int(part["month"]), int(part["day"])), part["clock"] or "")
    for name in ("month", "quarter", "half", "season"):
        if part[name]:
            return _of_year(name, part[name], year)
    return _Stretch("year", date(year, 1, 1))


def _shown(at: _Stretch) -> str:
    year, month = f"{at.first.year:04}", at.first.month
    week = at.first.isocalendar()
    shown = {
        "day": lambda: at.first.isoformat() + at.clock,
        "week": lambda: f"{week.year:04}-W{week.week:02}",
        "weekend": lambda: f"{week.year:04}-W{week.week:02}-WE",
        "month": lambda: f"{year}-{month:02}",
        "quarter": lambda: f"{year}-Q{(month + 2) // 3}",
        "half": lambda: f"{year}-H{(month + 5) // 6}",
        "season": lambda: f"{year}-{ {start: name for name, start in _SEASONS.items()}[month] }",
        "year": lambda: year,
        "decade": lambda: year[:3],
        "century": lambda: year[:2],
    }
    return shown[at.unit]()


def _blank(form: str) -> str | None:
    """Say what a form tells without its anchor: X for every digit that hangs on it."""
    shown, clock, unit = "", "", ""
    for step in form.split():
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        name, sign, argument = (part for part in match.groups() if part is not None)
        if name == "at":
            clock = argument
        elif name in {"on", "back"}:
            shown = _BLANK.get(unit, "")
        elif sign in {"+", "-"}:
            shown, unit = _BLANK[name], name
        else:
            shown, unit = _blank_pick(name, argument, shown), _PICKED.get(name, name)
    return shown + clock or None


def _blank_pick(name: str, argument: str, before: str) -> str:
    if name == "day":
        month = before[5:7] if len(before) == len("XXXX-08") else "XX"
        return f"XXXX-{month}-{int(argument):02}"
    shown = {"weekday": "XXXX-WXX-", "month": "XXXX-", "date": "XXXX-", "quarter": "XXXX-Q", "half": "XXXX-H", "season": "XXXX-"}
    return shown[name] + argument.partition("/")[0] if name in shown else _BLANK["day"]
