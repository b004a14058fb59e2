import pytest

from telling import marks


def said(text, date="2024-05-15"):
    claim = next(claim for claim in marks(text, date).claims if claim.voice == "source")
    return None if claim.said is None else claim.said.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mayor Ann Doe said Tuesday that the pier was safe.", "2024-05-14"),
        ("Ann Doe said on Monday the pier was safe.", "2024-05-13"),
        ("The pier is safe, Ann Doe told reporters on Tuesday.", "2024-05-14"),
        ("On Monday, Ann Doe said the pier was safe.", "2024-05-13"),
        ("Ann Doe said last week Thursday that the pier was safe.", "2024-05-09"),
        ("“The pier is safe,” Ann Doe said in a statement Monday.", "2024-05-13"),
    ],
)
def test_when_it_was_said(text, value):
    assert said(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe said the pier had closed on Monday.",
        "Ann Doe, who was elected on Monday, said the pier was safe.",
        "“The pier closed on Monday,” Ann Doe said.",
        "Ann Doe said the report that reached the council on Monday was wrong.",
    ],
)
def test_what_dates_something_else_does_not_date_the_saying(text):
    assert said(text) is None


def test_without_a_date_the_day_stays_a_weekday():
    assert said("Ann Doe said Tuesday that the pier was safe.", None) == "XXXX-WXX-2"
