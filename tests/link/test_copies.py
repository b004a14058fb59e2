import random
import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.copies import EIGHT, RULES, copies, origin_of, origins
from dateline.model.copy import Copy
from dateline.model.reason import Reason

WIRE = (
    "A cable car carrying eleven hikers stopped above the Orsa gorge on Saturday when a drive belt snapped in strong wind.",
    "Rescue crews lowered the hikers one by one to a ledge below, a task that took them more than six hours.",
    "“Nobody panicked, and the children sang until the last of us was down,” said Petra Lindgren, who was in the cabin.",
    "The operator, Orsa Lifts, had replaced the belt in May after an inspection found signs of wear along its inner edge.",
    "An inquiry will begin on Monday, the county office said, and the lift will stay closed until it has ended.",
    "The cable car opened in 1974 and carries some ninety thousand passengers in a usual summer season.",
)
OWN = (
    "Eleven people had to be brought down on ropes in the Orsa valley this weekend when their cabin came to a halt in a gale.",
    "It was past midnight before the last hiker stood on firm ground, according to the mountain rescue service.",
    "“Nobody panicked, and the children sang until the last of us was down,” passenger Petra Lindgren told this newspaper.",
    "What made the belt tear is unclear: it had been changed only this spring, a spokesman for the company pointed out.",
    "County officials promised to look into the matter next week. Until they have finished no cabin will move.",
    "Locals recall a similar stop in 1991, when two tourists spent a night in the air with nothing but a flask of coffee.",
)


def grounded(found, pile):
    texts = {article.id: article.text for article in pile}
    for copy in found:
        assert 0 < copy.share <= 1
        assert copy.reason.rule in {rule.name for rule in RULES}
        for left, right in copy.spans:
            assert (left.source, right.source) == (copy.origin, copy.copy)
            one, other = (re.findall(r"[\w’'-]+", span.of(texts[span.source])) for span in (left, right))
            assert [word.casefold() for word in one] == [word.casefold() for word in other]
    return found


EDITS = {
    "whole": (WIRE, True),
    "cut from the end": (WIRE[:3], True),
    "re-ordered": ((WIRE[0], WIRE[4], WIRE[1], WIRE[3], WIRE[2]), True),
    "re-headlined": ((("title", "Eleven hikers saved from cable car"), *WIRE), True),
    "local lines added": (
        (WIRE[0], "Our reporter saw two ambulances leave.", WIRE[1], WIRE[3], "More will follow in tomorrow's paper."),
        True,
    ),
    "first paragraph re-written": (("A lift broke down in the mountains and frightened many people there.", *WIRE[1:5]), True),
    "one background sentence reused": ((*OWN[:5], WIRE[5]), False),
    "independent, one quotation common": (OWN, False),
}


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_prints_are_told_from_reports(article, edit):
    passages, one_origin = EDITS[edit]
    pile = [article("a1", *WIRE, published="2023-06-04"), article("b2", *passages, published="2023-06-05")]
    (copy,) = grounded(copies(pile), pile)
    assert (copy.origin, copy.copy, copy.one_origin) == ("a1", "b2", one_origin)
    assert origins(["a1", "b2"], [copy]) == (1 if one_origin else 2)


def test_a_common_quotation_says_that_it_is_one(article):
    (copy,) = copies([article("a1", *WIRE), article("b2", *OWN)])
    assert copy.reason.rule == "copies.quotation"
    assert copy.share < 0.2


def test_nothing_shared_is_no_copy(article):
    assert copies([article("a1", WIRE[0]), article("b2", OWN[0])]) == ()
    assert copies([article("a1", WIRE[0]), article("a1", WIRE[0])]) == ()
    assert copies([article("a1", ("caption", WIRE[0])), article("b2", WIRE[0])]) == ()


def test_a_run_is_as_long_as_it_can_be_and_seven_words_are_none(article):
    one = article("a1", "Before dawn the old mill by the weir burned to the ground again.")
    other = article("b2", "Yesterday the OLD mill\nby the weir burned to the ground, they say.")
    (copy,) = copies([one, other])
    (pair,) = copy.spans
    assert pair[0].of(one.text) == "the old mill by the weir burned to the ground"
    assert pair[1].of(other.text) == "the OLD mill\nby the weir burned to the ground"
    assert copies([article("a1", "one two three four five six seven x"), article("b2", "one two three four five six seven y")]) == ()


def test_a_run_does_not_swallow_the_furniture_that_stands_in_it(article):
    one = article("a1", f"{WIRE[0]} {WIRE[1]}")
    other = article("b2", WIRE[0], ("related", "Read also: ten lifts worth a ride"), WIRE[1])
    (copy,) = grounded(copies([one, other]), [one, other])
    assert len(copy.spans) == 2
    assert copy.share == 1.0


@pytest.mark.parametrize(
    ("first", "second", "order", "origin"),
    [
        ({"published": "2023-06-05"}, {"published": "2023-06-04"}, None, "b2"),
        ({"published": "2023-06-04"}, {"published": "2023-06"}, None, "a1"),  # a month that holds the day tells nothing: the fuller first
        ({"published": "2023-06-04"}, {"published": "2023-06-05"}, {"a1": 1, "b2": 0}, "b2"),
        ({"published": "2023-06-05"}, {"published": "2023-06-04"}, {"a1": 1}, "b2"),
        ({"authors": ("Agence France-Presse",)}, {"outlet": "AFP"}, None, "b2"),
        ({}, {}, None, "a1"),
    ],
)
def test_direction(article, first, second, order, origin):
    pile = [article("a1", *WIRE, **first), article("b2", *WIRE[:4], **second)]
    (copy,) = copies(pile, order)
    assert copy.origin == origin
    assert copies(pile[::-1], order) == (copy,)


def test_share_is_of_the_later_one(article):
    (copy,) = copies([article("a1", *WIRE), article("b2", WIRE[0])])
    assert (copy.origin, copy.share) == ("a1", 1.0)


CREDITS = [
    (("dateline", "ORSA (Reuters) - "), ("byline", "By Reuters staff"), True),
    (("credit", "(Reporting by Ann Doe; AFP)"), ("byline", "AFP"), True),
    (("credit", "AFP contributed to this report."), ("byline", "AFP"), False),
    (("credit", "Photo: AFP"), ("byline", "AFP"), False),
    (("dateline", "ORSA (Reuters) - "), ("byline", "AFP"), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CREDITS)
def test_an_agency_credited_with_both_is_one_origin(article, one, other, expected):
    pile = [article("a1", one, WIRE[0], *OWN[1:4]), article("b2", other, *WIRE[:2], *WIRE[3:])]
    (copy,) = copies(pile)
    assert copy.one_origin is expected


def test_an_agency_that_was_spoken_to_is_no_credit(article):
    said = "“The belt was new,” the operator said in a statement to AFP."
    (copy,) = copies([article("a1", said, *OWN), article("b2", said, WIRE[0], *OWN[:1], *WIRE[3:])])
    assert copy.reason.rule == "copies.reuse"


def test_prints_of_prints_have_one_origin():
    why = Reason("copies.print", "made for a test")
    links = [
        Copy("w", "p", (), 0.9, one_origin=True, reason=why),
        Copy("p", "q", (), 0.9, one_origin=True, reason=why),
        Copy("w", "x", (), 0.2, one_origin=False, reason=why),
    ]
    assert origin_of(["q", "p", "x"], links) == {"p": "w", "q": "w", "x": "x"}
    assert origins(["q", "p", "x"], links) == 2
    assert origins([], links) == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_do_what_they_say(article, rule):
    def fired(sample):
        pile = []
        for number, words in enumerate(sample.split(" // ")):
            place, dash, rest = words.partition(" - ")
            pile.append(article(f"a{number}", *((("dateline", place), rest) if dash else (words,))))
        return {copy.reason.rule for copy in copies(pile)}

    assert rule.name in fired(rule.example)
    assert rule.name not in fired(rule.near_miss)


@settings(deadline=None)  # many compete for the machine: time is measured elsewhere
@given(st.permutations(range(5)))
def test_order_of_the_pile_does_not_matter(article, order):
    pile = [article("a", *WIRE), article("b", *WIRE[:3]), article("c", *OWN), article("d", WIRE[5]), article("e", *OWN[2:], WIRE[5])]
    assert copies([pile[k] for k in order]) == copies(pile)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_words_cut_out_and_moved_about_stay_grounded(article, seed):
    chance = random.Random(seed)
    words = " ".join(WIRE).split()
    start, end = sorted(chance.sample(range(len(words)), 2))
    moved = [*words[end:], "meanwhile", *words[start:end]]
    pile = [article("a1", " ".join(words)), article("b2", " ".join(moved))]
    for copy in grounded(copies(pile), pile):
        texts = {one.id: one.text for one in pile}
        assert all(len(span.of(texts[span.source]).split()) >= EIGHT for span, _ in copy.spans)


def test_half_and_half_of_two_wires_adds_no_origin_and_does_not_make_the_two_one(article):
    pile = [
        article("a1", *WIRE, published="2023-06-04"),
        article("b1", *OWN[:2], *OWN[3:], published="2023-06-04"),
        article("c1", WIRE[0], OWN[0], WIRE[1], OWN[3], "Nobody had foreseen the wind.", published="2023-06-05"),
    ]
    found = grounded(copies(pile), pile)
    assert {(copy.origin, copy.copy, copy.one_origin, copy.reason.rule) for copy in found} == {
        ("a1", "c1", False, "copies.merged"),
        ("b1", "c1", False, "copies.merged"),
    }
    assert origins(["a1", "b1", "c1"], found) == 2
    assert origins(["a1", "c1"], found) == origins(["b1", "c1"], found) == origins(["c1"], found) == 1


def test_two_hundred_prints_of_one_piece_keep_to_their_memory(article):
    pile = [article(f"n{number:03}", *WIRE, f"Local line {number} of {number * 7}.") for number in range(200)]
    tracemalloc.start()
    found = copies(pile)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 200 * 199 // 2
    assert origins([one.id for one in pile], found) == 1
    assert peak < 60_000_000
