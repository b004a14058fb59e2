"""One party, one name, across the articles of a story; and no name for two."""

import pytest

from dateline.link.people import fullest, name_key
from dateline.model.party import Party
from telling import only_story


def full(*names):
    return fullest([Party(name) for name in names])


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Moreau", "Claire Moreau"),
        ("moreau’s office".title(), "office of Moreau"),
        ("Mayor Ann Doe’s office", "office of Mayor Ann Doe"),
        ("Doe", "Ann Doe"),
    ],
)
def test_a_short_form_takes_the_fullest_name(short, long):
    assert len(set(full(short, long).values())) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Claire Moreau", "Paul Moreau", "Moreau"),
        ("Ann Doe", "office of Ann Doe"),
        ("Ann Doe", "John Roe"),
        ("workers", "port workers"),
        ("Harbour Ministry", "Health Ministry"),
        ("roe deer", "Roe"),
    ],
)
def test_what_may_be_two_stays_apart(names):
    assert full(*names) == {name: name for name in names}


def test_the_order_of_the_names_changes_nothing():
    names = ("Moreau", "Claire Moreau", "Moreau’s office", "office of Moreau", "council")
    assert full(*names) == full(*names[::-1])


def test_a_body_has_one_key_in_either_order_and_a_person_has_not():
    assert name_key("office of the mayor") == name_key("the mayor's office")
    assert name_key("Ann Roe") != name_key("Roe Ann")


def test_a_surname_alone_in_one_article_is_the_person_of_the_other():
    text = "The quay will be closed until the crane has been tested, {} said. Work on the wall goes on. "
    story = only_story(
        (text.format("Mayor Claire Moreau"), "2024-03-04"), (text.format("Moreau") + "Nobody knows how long it takes.", "2024-03-05")
    )
    said = [party for claim in story.claims for party in claim.speakers]
    assert {party.name for party in said} == {"Claire Moreau"}
    assert "elsewhere in the story" in next(party.resolved_by for party in said if party.resolved_by)


def test_the_words_of_the_mention_stay_as_they_stand():
    story = only_story(("Mayor Claire Moreau said the quay was shut. Moreau said she was sorry.", None))
    assert len({party.mention for claim in story.claims for party in claim.speakers}) == 2
