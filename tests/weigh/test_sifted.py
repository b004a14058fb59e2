"""What looks like two accounts of one count, and is none: numbers of other things, other times, parts, pieces of longer numbers."""

import pytest

from weighing import weighed

ONE = "The storm destroyed 40 homes in Belcora, the mayor said."


def disputed(*texts):
    return [dispute for dispute in weighed(*texts)["disputes"] if dispute.status != "not comparable"]


@pytest.mark.parametrize(
    "other",
    [
        "Residents said the storm destroyed 90 homes in Belcora.",
        "The storm destroyed at least 90 homes in Belcora, according to residents.",
    ],
)
def test_two_accounts_of_one_thing_part(other):
    (dispute,) = disputed(ONE, other)
    assert dispute.status == "disputed"
    assert [side.low for side in dispute.sides] == [40, 90]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, "Residents said a storm ten years ago destroyed 90 homes in Belcora."),
        (ONE, "The last storm could have destroyed 90 homes in Belcora, residents said."),
        (ONE, "Residents said the storm destroyed 90 homes in Belcora, including 40 homes in the harbour."),
        (
            "Two women and one man were killed when the bank in Belcora burned, the police said.",
            "Three people were killed when the bank in Belcora burned, the mayor said.",
        ),
        (
            "The gunman shot three people at the office in Belcora, the police said.",
            "The gunman killed one person and injured two others at the office in Belcora, the mayor said.",
        ),
        (
            "The quake killed 10 people in Norway, officials said.",
            "A quake killed more than 30 people in Japan on the same day, officials said.",
        ),
        ("The ferry left at 8:30 on Tuesday, the harbour master said.", "The ferry left at 9:40 on Tuesday, passengers said."),
        (
            "The suspect is a 38-year-old clerk from Belcora, the police said.",
            "The witness is a 47-year-old clerk from Belcora, the mayor said.",
        ),
        (
            "One poll of 900 people gave a 3.1 percent margin of error, the institute said.",
            "The other poll of 520 people gave a 4.5 percent margin of error, the paper said.",
        ),
        ("Shares of Ostra Steel fell to 65.09 dollars.", "The company has asked banks for 63 dollars a share."),
    ],
)
def test_what_only_looks_like_two_accounts_is_none(one, other):
    assert disputed(one, other) == []


def test_the_reason_names_the_numbers_that_are_left():
    found = disputed(
        "The storm destroyed 40 homes in Belcora, the mayor said. A storm in 1962 destroyed 70 homes in Belcora, the mayor said.",
        "Residents said the storm destroyed 90 homes in Belcora.",
    )
    assert [dispute.reason.says for dispute in found] == ["“40” and “90” cannot both hold"]


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("The minister said the fishing treaty was signed in Lunden.", "The union said the fishing treaty was not signed in Lunden.", True),
        (
            "The minister said the fishing treaty was signed in Lunden.",
            "The union said the fishing treaty was signed in Lunden after the talks, although the text was not shown to the crews.",
            False,
        ),
        (
            "“We will work with our allies to get the best treaty,” the minister said.",
            "“We will work with our allies to get the best treaty. If we do not get it, there will be none,” the union said.",
            False,
        ),
    ],
)
def test_a_not_counts_only_where_it_denies_what_the_other_says(one, other, parts):
    assert bool(disputed(one, other)) is parts
