"""What was said when, in order; what bears no time of saying stands with its article."""

import pytest

from weighing import weighed


def entries(*texts):
    """The value and the words of each entry of the timeline."""
    values = weighed(*texts)
    by_id = {claim.id: claim for claim in values["dating"].claims}
    return [
        (
            None if entry.when is None else entry.when.value,
            [" ".join(by_id[name].text.removeprefix("that ").split()[:3]) for name in entry.claims],
        )
        for entry in values["timeline"]
    ]


def test_sayings_come_in_the_order_of_their_days():
    text = "2024-03-14: The mayor said on Thursday that the pier was safe. The union said last week Friday that the crane was old."
    assert entries(text) == [("2024-03-08", ["the crane was"]), ("2024-03-14", ["the pier was"])]


def test_sayings_of_one_day_in_two_articles_are_one_entry():
    found = entries(
        "2024-03-14: The mayor said on Thursday that the pier was safe.",
        "2024-03-15: The union said on Thursday that the crane was too old.",
    )
    assert found == [("2024-03-14", ["the pier was", "the crane was"])]


def test_what_bears_no_time_follows_what_was_said_up_to_the_day_of_its_article():
    found = entries("2024-03-14: The union said the crane was too old. The mayor said on Tuesday that the pier was safe.")
    assert found == [("2024-03-12", ["the pier was"]), (None, ["the crane was"])]


def test_the_day_of_publication_is_not_put_in_place_of_the_day_of_saying():
    assert entries("2024-03-14: The union said the crane was too old.") == [(None, ["the crane was"])]


@pytest.mark.parametrize("date", ["", "2024-03-14: "])
def test_every_outermost_claim_stands_in_it_once(date):
    values = weighed(
        f"{date}The mayor said on Tuesday that the pier was safe. The union said the mayor had said nothing. Rain destroyed 40 homes."
    )
    told = [name for entry in values["timeline"] for name in entry.claims]
    assert sorted(told) == sorted(claim.id for claim in values["dating"].claims if claim.inside is None)


def test_with_no_date_at_all_the_order_is_told_and_no_value():
    found = entries("The mayor said on Thursday that the pier was safe. The union said on Tuesday that the crane was too old.")
    assert [words for _, words in found] == [["the crane was"], ["the pier was"]]
    assert not any(value[:1].isdigit() for value, _ in found)
