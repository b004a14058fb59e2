"""The day of publication that a person or a program gives with an article."""

from collections.abc import Mapping

from dateline.model.moment import Moment
from dateline.model.reason import Reason


def published(date: str | None) -> Moment | None:
    """Make a moment of a given day (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), with that as its reason; None of None."""
    if date is None:
        return None
    return Moment(None, date, "DATE", date, "", Reason("published.given", f"given with the call: {date}"))


def day_of(path: str, dates: Mapping[str, str]) -> str | None:
    """Give the day given for a path: its own, else that of the file it is a part of (an entry of a feed, a page of an archive).

    >>> day_of("feed.xml/entry 4", {"feed.xml": "2024-03-12"})
    '2024-03-12'
    """
    found = path
    while found not in dates and "/" in found:
        found = found.rpartition("/")[0]
    return dates.get(found)
