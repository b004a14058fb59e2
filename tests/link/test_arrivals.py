import pytest

from dateline.link.arrivals import RULES, arrival
from dateline.link.stories import Group, Telling, stories

HARBOUR = "The ferry Sea Heron ran aground off Cape Tarn on Monday with 140 people, harbour master Ivo Resnik said in Belmora."
RESCUE = "Lifeboats from Belmora took 140 people off the Sea Heron, which had run aground off Cape Tarn, Ivo Resnik said."
BANK = "Governor Lea Varga raised the main rate of the Central Bank of Ostland to 4.75 percent, as markets had expected."


def groups(notation):
    return [Group(part.split()[0], tuple(part.split()), ()) for part in notation.split(" | ")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_do_what_they_say(rule):
    def fired(sample):
        before, after = sample.split(" // ")
        return arrival(groups(before), groups(after), "new").rule

    assert fired(rule.example) == rule.name
    assert fired(rule.near_miss) != rule.name


def test_the_reason_shows_the_evidence():
    old, new, other = Telling("1", HARBOUR), Telling("2", RESCUE), Telling("3", BANK)
    assert "both name" in arrival(stories([old]), stories([old, new]), "2").says
    assert arrival(stories([old]), stories([old, other]), "3").rule == "arrivals.opens"


def test_an_article_that_is_nowhere_did_nothing():
    with pytest.raises(ValueError, match="in none of the stories"):
        arrival([], groups("a b"), "new")
