import pytest

from telling import marks, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claire Moreau opened the dam. “It will hold,” she said.", [["Claire Moreau"]]),
        ("“It will hold,” engineer Claire Moreau said. Moreau said the work took a year.", [["Claire Moreau"], ["Claire Moreau"]]),
        ("“It will hold,” Claire Moreau said. “We are sure,” she added.", [["Claire Moreau"], ["Claire Moreau"]]),
        ("“It will hold,” the Water Ministry said. It said the work took a year.", [["Water Ministry"], ["Water Ministry"]]),
        (
            "“We are ready,” the office of President Ines Calder said. “They do not want it,” the presidency said.",
            [["office of President Ines Calder"], ["office of President Ines Calder"]],
        ),
        (
            "“We are ready,” the Ministry of Fisheries said. The ministry said the boats would sail.",
            [["Ministry of Fisheries"], ["Ministry of Fisheries"]],
        ),
        ("Harbour Minister Ann Doe resigned. The minister said she was tired.", [["Ann Doe"]]),
    ],
)
def test_who_is_meant(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe met Carla Reyes at the port. The talks with Ann Doe and Carla Reyes lasted an hour. “It went well,” she said.",
        "The rain fell for a week. “It went well,” she said.",
    ],
)
def test_where_it_is_not_clear_nobody_is_named(text):
    assert speakers(text) == [[]]


def test_the_candidates_are_named_with_the_reason():
    text = "Reporters saw Ann Doe with Carla Reyes at the port. “It went well,” she said."
    claim = next(claim for claim in marks(text).claims if claim.voice == "source")
    assert not claim.speakers
    assert {party.name for party in claim.candidates} == {"Ann Doe", "Carla Reyes"}
    assert all("could be any of 2" in (party.resolved_by or "") for party in claim.candidates)


def test_a_pronoun_says_how_it_was_resolved():
    claim = marks("Claire Moreau opened the dam. “It will hold,” she said.").claims[0]
    assert "Claire Moreau" in claim.speakers[0].resolved_by
    assert "she" in claim.speakers[0].resolved_by


def test_two_people_of_one_surname_stay_apart():
    text = "Ann Doe runs the port. Carl Doe runs the dam. Doe said the water was high."
    assert speakers(text) == [[]]


def test_what_is_quoted_names_no_antecedent():
    assert speakers("“Ann Doe must go,” Carla Reyes said. “She knows it,” she added.") == [["Carla Reyes"], ["Carla Reyes"]]


def test_an_office_is_not_its_holder():
    text = "“We are ready,” the office of President Ines Calder said. Ines Calder praised the crews."
    assert speakers(text) == [["office of President Ines Calder"], ["Ines Calder"]]


def test_they_is_told_where_no_other_people_come_between():
    assert speakers("Residents said the pier was shut. They said it would open soon.")[-1] == ["residents"]


def test_they_is_nobody_where_other_people_are_spoken_of_in_the_plural_between():
    assert speakers("Residents said the pier was shut. It was the work of two sailors. They said it would open soon.")[-1] == []
