"""The day of publication that a person or a program gives with an article."""

from dateline.model.moment import Moment
from dateline.model.reason import Reason


def published(date: str | None) -> Moment | None:
    """Make a moment of a given day (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), with that as its reason; None of None."""
    if date is None:
        return None
    return Moment(None, date, "DATE", date, "", Reason("published.given", f"given with the call: {date}"))
