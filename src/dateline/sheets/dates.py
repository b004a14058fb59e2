"""Times as a desk reads them. English names of days and months are written out here: no locale is asked."""

import re
from datetime import date

from dateline.model.moment import Moment
from dateline.sheets.excerpt import one_line

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")


def readable(value: str) -> str:
    """Write a TIMEX3 value out; what has no plainer form stays as it is.

    >>> [readable(v) for v in ("2025-02-06", "2025-02", "2024", "2025-02-06T14:30", "2024-SU", "2025-W07", "P6M")]
    ['Thu 6 Feb 2025', 'Feb 2025', '2024', 'Thu 6 Feb 2025, 14:30', 'summer 2024', 'week 7 of 2025', 'P6M']
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return _stretch(value)
    year, month, day, time = match.groups()
    if month is None:
        return year
    try:
        told = date(int(year), int(month), int(day or 1))
    except ValueError:
        return value
    if day is None:
        return f"{_MONTHS[told.month - 1]} {year}"
    written = f"{_DAYS[told.weekday()]} {told.day} {_MONTHS[told.month - 1]} {year}"
    return written if time is None else f"{written}, {time}"


def _stretch(value: str) -> str:
    """Write out a season, a week or a quarter."""
    if match := _SEASON.fullmatch(value):
        return f"{_SEASONS[match[2]]} {match[1]}"
    if match := _WEEK.fullmatch(value):
        return f"week {int(match[2])} of {match[1]}"
    if match := _QUARTER.fullmatch(value):
        return f"quarter {match[2]} of {match[1]}"
    return value


def dated(moment: Moment | None) -> str | None:
    """Say when, as a date where it is known, in the words of the source where it is not; None where nothing tells."""
    if moment is None:
        return None
    if moment.value is None or not moment.value[:1].isdigit():
        words = one_line(moment.text)
        return f"“{words}”" if words else None
    return readable(moment.value)


def because(moment: Moment | None) -> str | None:
    """Say where an inferred date comes from; None where the date was not inferred."""
    if moment is None or not moment.inferred:
        return None
    return f"inferred: {one_line(moment.reason.says)}"
