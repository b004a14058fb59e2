"""Which accounts are set against each other, and which are not: a dispute that is none costs trust."""

import pytest

from weighing import weighed


def disputes(*texts):
    return weighed(*texts)["disputes"]


def statuses(*texts):
    return [dispute.status for dispute in disputes(*texts)]


HOMES = "{} said the storm destroyed {} homes in the harbour district."


@pytest.mark.parametrize(
    ("one", "other"),
    [("40", "90"), ("exactly 40", "more than 60"), ("40", "between 60 and 70"), ("up to 40", "at least 55")],
)
def test_accounts_that_cannot_both_hold_are_disputed(one, other):
    assert statuses(HOMES.format("The mayor", one) + " " + HOMES.format("Residents", other)) == ["disputed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("40", "40"), ("about 4,000", "3,985"), ("more than 40", "90"), ("between 30 and 60", "45"), ("at least 40", "more than 50")],
)
def test_accounts_that_can_both_hold_are_not(one, other):
    assert statuses(HOMES.format("The mayor", one) + " " + HOMES.format("Residents", other)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said 40 people were killed in the harbour fire. Residents said 90 people were injured in the harbour fire.",
        "The mayor said the storm destroyed 40 homes. Residents said the storm destroyed 90 boats.",
        "The mayor said 40 percent of homes were lost in the storm. Residents said 90 homes were lost in the storm.",
        "The mayor said repairs would cost 40 million dollars this year. Residents said repairs would take 90 days this year.",
    ],
)
def test_other_things_are_not_compared(text):
    assert set(statuses(text)) <= {"not comparable"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "The mayor said 40 percent of homes were lost in the storm. Residents said 90 homes were lost in the storm.",
            "disputes.unit",
        ),
        (
            "2024-03-04: The mayor said 40 homes burned in the storm. Residents said 90 homes burned in the storm in 1998.",
            "disputes.as-of",
        ),
        ("The mayor said the storm destroyed 40 homes in Tolm. Residents said the storm destroyed 90 homes in Merrow.", "disputes.scope"),
        ("The bank said the storm ruined 40 insured homes. Residents said the storm ruined 90 empty homes.", "disputes.definition"),
    ],
)
def test_why_they_cannot_be_compared_is_said(text, rule):
    assert [(dispute.status, dispute.reason.rule) for dispute in disputes(text)] == [("not comparable", rule)]


def test_a_number_that_its_giver_replaced_is_held_against_nobody():
    found = disputes(
        "2024-03-04: " + HOMES.format("The mayor", "40"),
        "2024-03-05: " + HOMES.format("Residents", "90"),
        "2024-03-06: " + HOMES.format("The mayor", "52"),
    )
    assert sorted((dispute.status, *sorted(side.low for side in dispute.sides)) for dispute in found) == [
        ("disputed", 52, 90),
        ("superseded", 40, 52),
    ]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("The police", "The council", "superseded"),
        ("The police", "The tenants' union", "disputed"),
        ("The mayor", "Scientists", "disputed"),
        ("Ann Doe", "Tom Roe", "not comparable"),
    ],
)
def test_who_counts_on_another_day_decides(first, second, status):
    assert statuses("2024-03-04: " + HOMES.format(first, "40"), "2024-03-06: " + HOMES.format(second, "90")) == [status]


def test_parts_of_a_sum_are_no_accounts():
    parts = "2024-03-04: The police said the storm destroyed 12 homes in Tolm and 30 homes in Merrow."
    whole = "2024-03-04: The tenants' union said the storm destroyed 42 homes."
    assert statuses(parts, whole) == []


def test_one_charge_denied_twice_is_one_dispute():
    found = disputes(
        "2024-03-04: The trade union accused the port of hiring children.",
        "2024-03-05: The port denied the accusation.",
        "2024-03-06: The port called the allegations false.",
    )
    assert [(dispute.status, [len(side.claims) for side in dispute.sides]) for dispute in found] == [("disputed", [1, 2])]


def test_the_sides_say_who_and_from_how_many_origins():
    found = disputes(HOMES.format("The mayor", "40") + " " + HOMES.format("Residents", "90"))[0]
    assert sorted((side.low, side.high, tuple(map(str.lower, side.speakers)), side.origins) for side in found.sides) == [
        (40, 40, ("mayor",), 1),
        (90, 90, ("residents",), 1),
    ]


def test_prints_of_one_piece_are_one_origin():
    lead = "Rain fell for two days over the whole coast and no train ran between the two cities on the bay. "
    text = lead + HOMES.format("The mayor", "40") + " " + HOMES.format("Residents", "90")
    found = disputes(f"2024-03-04: {text}", f"2024-03-04: {text} By our own staff.")
    assert [[side.origins for side in dispute.sides] for dispute in found] == [[1, 1]]


def test_a_later_number_of_one_source_takes_the_place_of_the_earlier():
    found = disputes("2024-03-04: " + HOMES.format("The mayor", "40"), "2024-03-08: " + HOMES.format("The mayor", "52"))
    assert [dispute.status for dispute in found] == ["superseded"]


def test_an_identity_is_of_the_figures_and_not_of_the_order():
    one, other = "2024-03-04: " + HOMES.format("The mayor", "40"), "2024-03-04: " + HOMES.format("Residents", "90")
    assert {dispute.status for dispute in disputes(one, other)} == {dispute.status for dispute in disputes(other, one)} == {"disputed"}


@pytest.mark.parametrize(
    "text",
    [
        "The union said the company had closed the plant. The company said the plant was closed for repairs.",
        "The union denied that it had closed the plant.",
        "The union said the deal was signed in the hall. The union said the deal was not signed in the street.",
    ],
)
def test_no_contradiction(text):
    assert statuses(text) == []


def test_nothing_to_weigh():
    assert statuses("Rain fell.") == []
