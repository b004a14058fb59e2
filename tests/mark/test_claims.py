"""The claims of one article: those of sources, and the figures that stand in nobody's words."""

import pytest

from dateline.mark.claims import RULES
from telling import article, marks


def told(text):
    return [(claim.voice, " ".join(claim.text.split())) for claim in marks(text).claims]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_leaves_its_near_miss(rule):
    assert rule.name in {claim.reason.rule for claim in marks(rule.example).claims}
    assert rule.name not in {claim.reason.rule for claim in marks(rule.near_miss).claims}


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The storm destroyed 40 homes.", ["outlet"]),
        ("The storm destroyed 40 homes and 12 boats.", ["outlet"]),
        ("The storm destroyed 40 homes, the mayor said.", ["source"]),
        ("The storm destroyed homes.", []),
        ("The storm of 2019 came on 12 March.", []),
        ("Ann Doe said 12 boats were lost. The storm destroyed 40 homes.", ["source", "outlet"]),
    ],
)
def test_voices(text, voices):
    assert [voice for voice, _ in told(text)] == voices


def test_a_headline_states_no_figure_of_its_own():
    text = "Storm destroys 40 homes\n\nThe storm came at night and nobody in the harbour had been warned, the mayor of the town said.\n"
    assert [voice for voice, _ in told(text)] == ["source"]


def test_a_figure_belongs_to_the_innermost_claim_that_holds_it():
    found = marks("Ann Doe said the police had said that 40 boats were lost.")
    claims = {claim.id: claim for claim in found.claims}
    owner = claims[next(figure.claim for figure in found.figures if figure.low == 40)]
    assert owner.inside is not None
    assert [party.name for party in owner.speakers] == ["police"]


def test_the_text_of_a_claim_is_the_articles_own():
    text = "“We will stay,” Ann Doe said on\nTuesday. “Nobody will\nmove us.” The storm destroyed 40 homes."
    whole = article(text).text
    for claim in marks(text).claims:
        assert claim.text == whole[claim.content[0].start : claim.content[-1].end]
        assert all(span.of(whole).strip() for span in (*claim.content, *claim.cue, *claim.source))


def test_claims_come_in_the_order_of_the_text_with_ids_of_their_own():
    claims = marks("Ann Doe said the pier was safe. The storm destroyed 40 homes. Residents said it was not.").claims
    assert [claim.content[0].start for claim in claims] == sorted(claim.content[0].start for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims) == 3
