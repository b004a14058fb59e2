"""Named parties of the prose: where each begins and ends, and what its sentence tells of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mark import mentions
from dateline.mark.owned import owned
from telling import reading


def names(text):
    return [item.mention.name for item in mentions.find(reading(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary of State Jason Kline left.", "Jason Kline"),
        ("Deputy Prime Minister Ann Doe left.", "Ann Doe"),
        ("Gov. Ann Doe left the hall.", "Ann Doe"),
        ("The Ministry of Health and Sport closed.", "Ministry of Health and Sport"),
        ("The University of Redwater closed.", "University of Redwater"),
    ],
)
def test_the_name_without_its_title(text, expected):
    assert names(text) == [expected]


@pytest.mark.parametrize("text", ["On Monday it rained.", "In January the hall was shut.", "Nobody came."])
def test_no_party(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The former actress Ann Doe left.", {"former", "actress"}),
        ("Ann Doe, a former actress, left.", {"former", "actress"}),
        ("Ann Doe was a former actress.", {"former", "actress"}),
        ("Sen. Ann Doe left the hall.", {"senator"}),
    ],
)
def test_what_a_name_is_called(text, called):
    (item,) = mentions.find(reading(text))
    assert called <= set(item.callings)


def test_a_calling_is_not_taken_from_a_neighbour():
    first, second = mentions.find(reading("Paul Reeve left, and the actress Ann Doe stayed."))
    assert "actress" not in first.callings
    assert "actress" in second.callings


def test_a_line_set_like_a_headline_is_told_apart():
    found = mentions.find(reading("Mayor Slams Angry Harbour Workers Over Pay.\n\nAnn Doe praised the harbour workers on Monday."))
    assert [item.headline for item in found if item.mention.name == "Ann Doe"] == [False]
    assert all(item.headline for item in found if item.sentence == 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Doe campaign left.", ["Doe campaign"]),
        ("Ann Doe’s new campaign left.", ["Ann Doe’s new campaign"]),
        ("The Kenyan government left.", ["Kenyan government"]),
        ("The campaign left.", []),
        ("Local government is dear.", []),
    ],
)
def test_a_body_named_by_whose_it_is(text, expected):
    assert [item.mention.name for item in owned(reading(text))] == expected


@given(st.lists(st.sampled_from(["Ann Doe", "the", "of", "State", "Mr.", "said", ",", "“", "”", "Bank", "he", "."]), max_size=25))
def test_every_mention_is_grounded(parts):
    text = " ".join(parts)
    for item in mentions.find(reading(text)):
        assert " ".join(item.mention.span.of(text).split()) == " ".join(item.mention.text.split())
