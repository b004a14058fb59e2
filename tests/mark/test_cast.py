"""Names of one party are one member; what a name is and which pronoun goes with it."""

import pytest

from dateline.mark import mentions
from dateline.mark.cast import Cast, possessive, sort_of
from telling import reading, speakers


def cast(text):
    return Cast(mentions.find(reading(text)))


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Claire Moreau met the crew. Then Moreau left for home.", "Moreau", "Claire Moreau"),
        ("Mayor Bill de Wit met the crew. Then Mr. de Wit left for home.", "de Wit", "Bill de Wit"),
        ("Finance minister Ha Minh met the crew. Then Mr. Ha left for home.", "Ha", "Ha Minh"),
        ("Claire B. Moreau met the crew. Then Claire Moreau left for home.", "Claire Moreau", "Claire B. Moreau"),
        ("The Redwater Daily News came late. The Daily News printed nothing.", "Daily News", "Redwater Daily News"),
        ("Secretary of State Jason Moreau met the crew.", "Moreau", "Jason Moreau"),
    ],
)
def test_a_short_name_means_the_full_one(text, short, full):
    assert cast(text).of(short).name == full


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Claire Moreau and Paul Moreau met the crew.", "Moreau"),
        ("The Moreau Bank lent Ann Doe money.", "Bank"),
    ],
)
def test_a_short_name_that_could_mean_several_or_a_body_means_nobody(text, short):
    found = cast(text).of(short)
    assert found is None or found.name == short


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("Claire Moreau met the crew.", "Claire Moreau", "she"),
        ("Paul Moreau met the crew.", "Paul Moreau", "he"),
        ("Mrs. Tendai Moyo met the crew.", "Tendai Moyo", "she"),
        ("Spokesman Tendai Moyo met the crew.", "Tendai Moyo", "he"),
        ("Tendai Moyo met the crew before she left.", "Tendai Moyo", None),
        ("The Claire Moreau Foundation met the crew.", "Claire Moreau Foundation", None),
    ],
)
def test_the_pronoun_that_fits(text, name, person):
    assert cast(text).of(name).person == person


def test_the_pronouns_beside_a_name_tell_whether_he_or_she_fits():
    text = "Tendai Moyo said she would stay. Chipo Reeve said he would go. “It is late,” she added."
    assert speakers(text)[-1] == ["Tendai Moyo"]


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Claire Moreau", "person"),
        ("Ministry of Fisheries", "body"),
        ("Redwater Herald", "body"),
        ("France", "place"),
        ("Moreau", "unknown"),
        ("NATO", "unknown"),
    ],
)
def test_what_a_name_is_by_its_form(name, sort):
    assert sort_of(name) == sort


def test_the_possessive():
    assert [possessive("Ann Doe"), possessive("Tom Bowles")] == ["Ann Doe’s", "Tom Bowles’"]
