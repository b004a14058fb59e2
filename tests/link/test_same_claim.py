"""Whether two claims say the same thing: the words, the numbers, the speakers and a negation decide."""

import random

import pytest

from dateline.link.same_claim import compare, gist, likenesses
from dateline.model.claim import Claim
from dateline.model.party import Party
from dateline.model.reason import Reason
from dateline.model.span import Span

WHY = Reason("speech.clause", "made for a test")


def told(text, *speakers, article="a", start=0, role=None):
    parties = tuple(Party(name, role) for name in speakers)
    spans = (Span(article, start, start + len(text)),)
    return gist(Claim(f"{article}{start}", article, "source", "indirect", "statement", spans, text, 1.0, WHY, speakers=parties), text)


BRIDGE = "the old harbour bridge would stay shut until May"

SAME = [
    (BRIDGE, ["council"], "the old bridge in the harbour will stay shut until May", ["council"]),
    (BRIDGE, ["council"], f"{BRIDGE}, and that a ferry would sail in its place every half hour", ["council"]),
    (f"engineers were tired; {BRIDGE}", ["council"], BRIDGE, ["council"]),
    (BRIDGE, [], BRIDGE, []),
    ("the troops had crossed the northern border at night", ["France"], "the troops had crossed the northern border", ["the French army"]),
    ("12 homes were lost in the harbour", ["council"], "homes were lost in the harbour", ["council"]),
]
APART = [
    (BRIDGE, ["council"], BRIDGE, ["police"]),
    (BRIDGE, ["council"], BRIDGE, []),
    (BRIDGE, ["council"], "the old harbour bridge would not stay shut until May", ["council"]),
    ("12 homes were lost in the harbour", ["council"], "15 homes were lost in the harbour", ["council"]),
    (BRIDGE, ["council"], "a new ferry line would open across the lake in June", ["council"]),
    ("it was sorry", ["council"], "it was ready", ["council"]),
    ("the troops had crossed the border", ["France"], "the troops had crossed the border", ["the Kenyan army"]),
]


@pytest.mark.parametrize(("one", "first", "other", "second"), SAME)
def test_the_same_thing(one, first, other, second):
    likeness = compare(told(one, *first), told(other, *second, article="b"))
    assert likeness.same, likeness


@pytest.mark.parametrize(("one", "first", "other", "second"), APART)
def test_another_thing(one, first, other, second):
    likeness = compare(told(one, *first), told(other, *second, article="b"))
    assert not likeness.same, likeness


@pytest.mark.parametrize(("one", "first", "other", "second"), SAME + APART)
def test_it_does_not_matter_which_comes_first(one, first, other, second):
    forth = compare(told(one, *first), told(other, *second, article="b"))
    back = compare(told(other, *second, article="b"), told(one, *first))
    assert (forth.same, forth.contained, forth.shared, forth.tie) == (back.same, back.contained, back.shared, back.tie)


def test_the_same_words_are_repeated_and_others_are_not():
    assert compare(told(BRIDGE, "council"), told(BRIDGE, "council", article="b")).repeated
    assert not compare(told(BRIDGE, "council"), told(f"{BRIDGE} and be painted green and white by hand", "council", article="b")).repeated


def test_one_who_speaks_for_a_body_is_tied_to_it():
    person = told(BRIDGE, "Ann Doe", role="the cooperative's president")
    assert compare(person, told(BRIDGE, "cooperative", article="b")).tie == "organ"


def test_the_index_finds_what_all_pairs_would_and_the_order_changes_nothing():
    rng = random.Random(4)
    words = [f"{a}{b}dor" for a in "bcdfghklmn" for b in "aeiou"]
    gists = [told(" ".join(rng.sample(words, 6)), "council", article=f"a{i}") for i in range(40)]
    found = likenesses(gists)
    ordered = sorted(gists, key=lambda one: one.claim.article)
    every = [compare(one, other) for n, one in enumerate(ordered) for other in ordered[n + 1 :]]
    assert {(like.one, like.other) for like in found} == {(like.one, like.other) for like in every if like.contained >= 0.4}
    assert likenesses(gists[::-1]) == found
    assert likenesses([]) == ()


def test_words_that_all_claims_hold_bring_no_pairs():
    gists = [told("harbour bridge storm winter", "council", article=f"a{i:03}") for i in range(200)]
    assert likenesses(gists) == ()
