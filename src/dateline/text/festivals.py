"""Days that move from year to year: those counted in their month, those counted from Easter, and those of the moon.

The feasts of the Islamic, Hebrew, Chinese and Hindu calendars are those of the library `holidays` (tables of its calendars), loaded when
the first is met. Islamic and Hindu dates hang on the sight of the moon and may differ by a day from place to place; a feast that begins
on the evening before has the date of its first full day. Years outside the tables (about 1900 to 2100) have no such days.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

_CALENDARS = {
    "islamic": "_IslamicLunar",
    "hebrew": "_HebrewLunisolar",
    "chinese": "_ChineseLunisolar",
    "hindu": "_HinduLunisolar",
    "buddhist": "_BuddhistLunisolar",
}
"""The library's class of each calendar that a rule can name."""


def days(rule: str, year: int) -> tuple[date, ...]:
    """Give the days of a rule in a year, ascending: mostly one; a feast of the moon may come twice or not at all.

    A rule is `11.4.4` (month, which, ISO weekday; -1 is the last; `+1` at its end shifts by days), `easter-2` or `hebrew.passover`.

    >>> days("11.4.4+1", 2024), days("easter-2", 2025)
    ((datetime.date(2024, 11, 29),), (datetime.date(2025, 4, 18),))
    >>> len(days("islamic.eid_al_fitr", 2000)), days("hebrew.passover", 1492)
    (2, ())
    """
    calendar, dot, feast = rule.partition(".")
    if dot and calendar in _CALENDARS:
        return _of_the_moon(calendar, feast, year)
    rule, plus, shift = rule.partition("+")
    if rule.startswith("easter"):
        rule, minus, fewer = rule.partition("-")
        return (easter(year) + timedelta(int(shift) if plus else -int(fewer) if minus else 0),)
    month, which, weekday = (int(part) for part in rule.split("."))
    if which > 0:
        first = date(year, month, 1)
        day = first + timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (which - 1))
    else:
        last = date(year, month, monthrange(year, month)[1])
        day = last - timedelta((last.weekday() - weekday + 1) % 7)
    return (day + timedelta(int(shift) if plus else 0),)


@cache
def _of_the_moon(calendar: str, feast: str, year: int) -> tuple[date, ...]:
    import holidays.calendars  # noqa: PLC0415 - its tables are large, and few articles need them

    known = getattr(holidays.calendars, _CALENDARS[calendar])()
    found = getattr(known, f"{feast}_dates" if calendar == "islamic" else f"{feast}_date")(year)
    return tuple(sorted({day for day in _dates(found) if day.year == year}))


def _dates(found: object) -> Iterable[date]:
    """Pick the dates out of what the library's calendars answer: a date, a pair of a date and a doubt, or some of these, or nothing."""
    if isinstance(found, date):
        yield found
    elif isinstance(found, Iterable):
        for part in found:
            yield from _dates(part)


def easter(year: int) -> date:
    """Give the Sunday of Easter by the Gregorian computus (Meeus, "Astronomical Algorithms", ch. 8).

    >>> easter(2024), easter(2038)
    (datetime.date(2024, 3, 31), datetime.date(2038, 4, 25))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
