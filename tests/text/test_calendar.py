"""The language of steps: arithmetic, X without an anchor, and the same answers everywhere."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.calendar import bounds, day_of, offset_days, value_of

FORMS = [
    # form, anchor, value
    ("day+0", "2025-02-13", "2025-02-13"),
    ("day-1", "2024-03-01", "2024-02-29"),
    ("day-1", "2025-02", "XXXX-XX-XX"),
    ("day-1 at=TNI", "2025-01-01", "2024-12-31TNI"),
    ("week+0", "2024-12-30", "2025-W01"),
    ("week-1", "2021-01-05", "2020-W53"),
    ("weekend-1", "2025-02-13", "2025-W06-WE"),
    ("month-1", "2025-01-31", "2024-12"),
    ("month-1", "2025-01", "2024-12"),
    ("month-1", "2025", "XXXX-XX"),
    ("quarter-1", "2025-02-13", "2024-Q4"),
    ("half+0", "2025-07-01", "2025-H2"),
    ("season+0", "2025-01-13", "2024-WI"),
    ("season+0", "2025-04-13", "2025-SP"),
    ("year-1", "2025", "2024"),
    ("year-10", "2025-02-13", "2015"),
    ("decade-1", "2025-02-13", "201"),
    ("century+0", "1999-02-13", "19"),
    ("weekday<=2", "2025-02-11", "2025-02-11"),
    ("weekday<2", "2025-02-11", "2025-02-04"),
    ("weekday>=2", "2025-02-11", "2025-02-11"),
    ("weekday>2", "2025-02-11", "2025-02-18"),
    ("weekday<=4", "2025-02-11", "2025-02-06"),
    ("week-1 weekday=4", "2025-02-11", "2025-02-06"),
    ("week-1 weekday=4", "2025-02-16", "2025-02-06"),
    ("week+1 weekday=1", "2025-02-16", "2025-02-17"),
    ("weekday<=4", "2025-02", "XXXX-WXX-4"),
    ("month<=08", "2025-02-13", "2024-08"),
    ("month<=02", "2025-02-13", "2025-02"),
    ("month<02", "2025-02-13", "2024-02"),
    ("month>=02", "2025-02-13", "2025-02"),
    ("month>02", "2025-02-13", "2026-02"),
    ("month<=08", "2025-02", "2024-08"),
    ("month<=08", "2025", "XXXX-08"),
    ("month~12", "2025-01-13", "2024-12"),
    ("year-1 month=08", "2025-02-13", "2024-08"),
    ("date<=12-29", "2025-01-03", "2024-12-29"),
    ("date>=01-05", "2024-12-20", "2025-01-05"),
    ("date<=02-29", "2027-01-03", "2024-02-29"),
    ("date<=08-06", "2025-02", "2024-08-06"),
    ("date<=02-06", "2025-02", "XXXX-02-06"),
    ("date<~02-10", "2025-02-01", "2025-02-10"),
    ("date<~06-10", "2025-02-01", "2024-06-10"),
    ("date>~01-10", "2025-01-11", "2025-01-10"),
    ("date~04-25/6", "1998-04-24", "1998-04-25"),
    ("date~04-25/6", None, "XXXX-04-25"),
    ("date<=06-14 week+0", "2025-06-20", "2025-W24"),
    ("day<=14", "2025-02-13", "2025-01-14"),
    ("month-1 day=30", "2025-03-13", "XXXX-XX-30"),
    ("quarter<=3", "1989-11-02", "1989-Q3"),
    ("quarter<=3 back=1Y", "1989-11-02", "1988-Q3"),
    ("back=1Y", "1989-Q3", "1988-Q3"),
    ("on=2D", "2021-05-03", "2021-05-05"),
    ("on=2D", "2021-05", None),
    ("on=1W", "2021-05-03TMO", "2021-05-10"),
    ("back=1M", "2021-03-31", "2021-02-28"),
    ("season<=SU", "2025-02-11", "2024-SU"),
    ("year-1 season=SU", "2025-02-11", "2024-SU"),
    ("holiday<=11.4.4", "2025-02-11", "2024-11-28"),
    ("holiday>=easter-2", "2025-02-11", "2025-04-18"),
    ("holiday<=11.1.1+1", "2025-02-11", "2024-11-05"),
    ("holiday<=5.-1.1", "2025-06-11", "2025-05-26"),
    ("weekday<=5", None, "XXXX-WXX-5"),
    ("weekday<=1 at=TNI", None, "XXXX-WXX-1TNI"),
    ("week-1 weekday=4", None, "XXXX-WXX-4"),
    ("month<=08", None, "XXXX-08"),
    ("date<=08-06", None, "XXXX-08-06"),
    ("day-1", None, "XXXX-XX-XX"),
    ("week-1", None, "XXXX-WXX"),
    ("year-1", None, "XXXX"),
    ("quarter<=3", None, "XXXX-Q3"),
    ("day+0 at=T16:00", "2025-02-11", "2025-02-11T16:00"),
    ("", "2025-02-11", None),
    ("nonsense", "2025-02-11", None),
    ("day+1", "9999-12-31", "XXXX-XX-XX"),
    ("year-1", "0001-01-01", "XXXX"),
]


@pytest.mark.parametrize(("form", "anchor", "value"), FORMS)
def test_value_of(form: str, anchor: str | None, value: str | None) -> None:
    assert value_of(form, anchor) == value


@pytest.mark.parametrize("day", ["1961-04-02", "2000-04-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25"])
def test_easter(day: str) -> None:
    assert value_of("year+0 holiday=easter+0", day[:4]) == day


BOUNDS = [
    ("2025-02-06TMO", "2025-02-06", "2025-02-06"),
    ("2025-W06", "2025-02-03", "2025-02-09"),
    ("2025-W06-WE", "2025-02-08", "2025-02-09"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-Q1", "2024-01-01", "2024-03-31"),
    ("2024-H2", "2024-07-01", "2024-12-31"),
    ("2024-WI", "2024-12-01", "2025-02-28"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("199", "1990-01-01", "1999-12-31"),
    ("19", "1900-01-01", "1999-12-31"),
]


@pytest.mark.parametrize(("value", "first", "last"), BOUNDS)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "P6M", "PAST_REF", "XXXX-08", "XXXX-WXX-4", "2025-13", "2025-02-30", "2025-W54", "9999", "0000"]
)
def test_no_bounds(value: str | None) -> None:
    assert bounds(value) is None or value == "9999"


@pytest.mark.parametrize("value", [None, "2025-02", "2025-W06", "P1D", "XXXX-XX-XX", "2025-02-30", "1998-10-XX"])
def test_no_day(value: str | None) -> None:
    assert day_of(value) is None


def test_offset_days() -> None:
    assert offset_days("weekday<=2", 1) == 0
    assert offset_days("weekday<=1", 1) == -1
    assert offset_days("weekday>5", 3) == 1
    assert offset_days("week-1 weekday=4", 1) == -5
    assert offset_days("week-1 weekday=4 on=2D", 1) == -3
    assert offset_days("day-1 at=TNI", 1) == -1
    assert offset_days("month<=08", 1) is None
    assert offset_days("date<=08-06", 1) is None
    assert offset_days("", 1) is None


DAYS = st.dates(date(1900, 1, 10), date(2099, 12, 20))


@given(DAYS, st.integers(1, 7))
def test_weekday_signs_agree(anchor: date, weekday: int) -> None:
    told = anchor.isoformat()
    back, ahead = day_of(value_of(f"weekday<={weekday}", told)), day_of(value_of(f"weekday>={weekday}", told))
    assert back is not None
    assert ahead is not None
    assert back.isoweekday() == ahead.isoweekday() == weekday
    assert timedelta(0) <= anchor - back < timedelta(7)
    assert timedelta(0) <= ahead - anchor < timedelta(7)


@given(DAYS, st.sampled_from([form for form, _, _ in FORMS]))
def test_value_needs_its_anchor(anchor: date, form: str) -> None:
    known, blank = value_of(form, anchor.isoformat()), value_of(form, None)
    assert blank is None or blank.startswith("X")
    assert known is None or bounds(known) is not None or known.startswith("X")


@given(st.text(alphabet="daywek+-=<>~0123456789 TX./", max_size=30), DAYS)
def test_any_text_is_a_form(form: str, anchor: date) -> None:
    value_of(form, anchor.isoformat())
    value_of(form, form)
    bounds(form)
