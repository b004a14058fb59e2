"""A noun phrase taken apart: name, role, kind, the pronoun that fits; one mention for each party."""

import pytest

from attribution_text import attributions_in

TAIL = " said the road was open."


def speakers(phrase):
    (found,) = attributions_in(phrase + TAIL)
    return found.speakers


@pytest.mark.parametrize(
    ("phrase", "name", "role", "kind", "person"),
    [
        ("Dana Holt", "Dana Holt", None, "name", None),
        ("Mr. Paul Quarrie", "Paul Quarrie", None, "name", "he"),
        ("Queen Margot", "Margot", "Queen", "name", "she"),
        ("Sen. Dana Holt of Ohio", "Dana Holt", "Sen.", "name", None),
        ("German Chancellor Dana Holt", "Dana Holt", "German Chancellor", "name", None),
        ("Norhaven's Human Rights Commissioner Dana Holt", "Dana Holt", "Norhaven's Human Rights Commissioner", "name", None),
        ("Interior Ministry spokesman Paul Quarrie", "Paul Quarrie", "Interior Ministry spokesman", "name", "he"),
        ("Dana Holt, the mayor of Redwater,", "Dana Holt", "mayor of Redwater", "name", None),
        ("The mayor of Redwater, Dana Holt,", "Dana Holt", "mayor of Redwater", "name", None),
        ("A spokeswoman for the ministry, Dana Holt,", "Dana Holt", "spokeswoman for the ministry", "name", "she"),
        ("President Dana Holt's office", "President Dana Holt's office", None, "nominal", None),
        ("The office of President Dana Holt", "office of President Dana Holt", None, "nominal", None),
        ("The University of Redwater", "University of Redwater", None, "name", None),
        ("The Ministry of Defense", "Ministry of Defense", None, "name", None),
        ("Displaced residents", "Displaced residents", None, "nominal", "they"),
        ("Two officials familiar with the talks", "Two officials familiar with the talks", None, "nominal", "they"),
        ("The 34-year-old teacher", "34-year-old teacher", None, "nominal", None),
        ("She", "she", None, "pronoun", "she"),
        ("They", "they", None, "pronoun", "they"),
    ],
)
def test_one_party(phrase, name, role, kind, person):
    (mention,) = speakers(phrase)
    assert (mention.name, mention.role, mention.kind, mention.person) == (name, role, kind, person)


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Residents and the army", ["Residents", "army"]),
        ("Dana Holt and Paul Quarrie", ["Dana Holt", "Paul Quarrie"]),
        ("German Chancellor Dana Holt and French President Paul Quarrie", ["Dana Holt", "Paul Quarrie"]),
        ("The Department of Food and Drugs", ["Department of Food and Drugs"]),
    ],
)
def test_parties(phrase, names):
    assert [mention.name for mention in speakers(phrase)] == names


def test_the_head_of_a_name_is_its_last_word():
    (mention,) = speakers("Captain Dana Holt")
    assert mention.head == "holt"
    assert mention.text == "Captain Dana Holt"
