import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.compare.whole import likeness
from dateline.link.index import NEIGHBOURS, Index
from dateline.link.profile import Profiler, profile
from dateline.link.stories import RULES, Telling, cluster, stories
from dateline.link.telling import telling_of
from dateline.link.title import story_about, story_title
from dateline.model.identity import content_id

FERRY = (
    Telling(
        "f1",
        "A ferry with 140 people on board ran aground off Cape Tarn on Monday evening. Lifeboats from Belmora took off all passengers of"
        " the Sea Heron before midnight, harbour master Ivo Resnik said. Two were treated for broken bones.",
        "Ferry runs aground off Cape Tarn",
        "2024-03-04",
    ),
    Telling(
        "f2",
        "Salvage crews hope to free the Sea Heron, the ferry that struck rocks off Cape Tarn with 140 people, at high water on Thursday."
        " Harbour master Ivo Resnik said in Belmora that no oil had leaked so far.",
        "Salvors to pull Sea Heron off the rocks",
        "2024-03-06",
    ),
    Telling(
        "f3",
        "The captain of the Sea Heron had left the bridge before his ferry ran aground at Cape Tarn, investigators in Belmora believe.",
        "Captain was not on bridge, investigators say",
    ),
)
BANK = (
    Telling(
        "b1",
        "The Central Bank of Ostland raised its main rate to 4.75 percent on Monday, governor Lea Varga said. She spoke of dear energy and"
        " of wages.",
        "Ostland raises rates",
        "2024-03-04",
    ),
    Telling(
        "b2",
        "Markets in Ostland fell after governor Lea Varga lifted the central bank's rate to 4.75 percent. Wages had risen faster than"
        " expected, she said.",
        "Shares fall in Ostland as Varga lifts rate to 4.75 percent",
        "2024-03-05",
    ),
)
ALONE = Telling("x1", "The national orchestra opens its season with a work for two pianos that was thought lost.", "Lost work opens season")
PILE = (*FERRY, *BANK, ALONE)


def test_tellings_of_one_story_come_together_and_others_stay_out():
    groups = {group.tellings: group for group in stories(PILE)}
    assert set(groups) == {("f1", "f2", "f3"), ("b1", "b2"), ("x1",)}
    assert groups["f1", "f2", "f3"].id == content_id("story", "f1")
    assert groups["x1",].joined == ()


def test_every_join_shows_its_evidence():
    ferry = next(group for group in stories(PILE) if "f1" in group.tellings)
    assert len(ferry.joined) == 2
    says = " ".join(reason.says for reason in ferry.joined)
    assert "Heron" in says
    assert "140" in says
    assert "2 days apart" in says


@given(st.permutations(PILE))
@settings(max_examples=30, deadline=None)
def test_order_of_input_does_not_matter(pile):
    assert stories(pile) == stories(PILE)


def test_an_addition_moves_nothing_that_it_does_not_touch():
    before = {group.tellings: group for group in stories((*FERRY, ALONE))}
    after = {group.tellings: group for group in stories(PILE)}
    assert all(after[tellings] == group for tellings, group in before.items())


@pytest.mark.parametrize(
    "pile", [(), (ALONE,), (ALONE, ALONE), (Telling("e", ""),), (Telling("e", "the of and"), Telling("g", "the of and"))]
)
def test_odd_piles_lose_nobody(pile):
    assert set(cluster(pile)) == {telling.id for telling in pile}


def test_many_at_once_are_as_alike_as_one_by_one():
    profiler = Profiler()
    profiles = [profiler.profile(telling) for telling in PILE]
    index = Index(profiles)
    for one in range(len(PILE)):
        others = [other for other in range(len(PILE)) if other != one]
        expected = [likeness(profiles[one], profiles[other])[0] for other in others]
        assert index.likeness(one, np.array(others)).tolist() == pytest.approx(expected, abs=1e-8)
        assert expected == [likeness(profiles[other], profiles[one])[0] for other in others]


def test_a_pile_of_one_subject_is_not_compared_pair_by_pair():
    pile = [Telling(f"t{number:04}", f"Resnik Belmora Tarn {number}", None, f"20{number % 90 + 10}-01-01") for number in range(1_000)]
    one, _ = Index(map(Profiler().profile, pile)).candidates()
    assert len(one) <= 1_000 * (NEIGHBOURS * 4)


def test_average_link_weighs_all_pairs_of_two_groups():
    bridge = Telling(
        "z1",
        "Ivo Resnik, the harbour master who led the rescue of the Sea Heron off Cape Tarn, met governor Lea Varga of the Central Bank of"
        " Ostland on Friday to speak of loans for the port of Belmora.",
        "Harbour master meets governor",
        "2024-03-08",
    )
    groups = {group.tellings for group in stories((*PILE, bridge))}
    assert ("b1", "b2") in groups or ("f1", "f2", "f3") in groups
    assert not any({"f1", "b1"} <= set(tellings) for tellings in groups)


def test_the_end_of_a_very_long_text_costs_and_weighs_nothing():
    long = [Telling(telling.id, telling.text + " filler" * 200_000, telling.title, telling.date) for telling in BANK]
    assert len(stories((*long, ALONE))) == 2


def test_a_telling_of_no_known_day_is_not_the_earliest():
    undated = Telling("a0", BANK[0].text, BANK[0].title)
    (group,) = stories((undated, BANK[1]))
    assert group.tellings == ("b2", "a0")


def test_a_broken_date_is_no_date():
    odd = [
        Telling(telling.id, telling.text, telling.title, date)
        for telling, date in zip(FERRY, ("soon", "2024-13-40", "2024-02-30"), strict=True)
    ]
    assert len(stories(odd)) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_do_what_they_say(rule):
    def fired(sample):
        pile = [Telling(str(number), words) for number, words in enumerate(sample.split(" // "))]
        return {reason.rule for group in stories(pile) for reason in group.joined}

    assert rule.name in fired(rule.example)
    assert rule.name not in fired(rule.near_miss)


def test_a_story_bears_a_headline_or_a_sentence_of_its_own(article):
    headed = [article(telling.id, ("title", telling.title), telling.text) for telling in FERRY]
    assert story_title(headed) in {telling.title for telling in FERRY}
    bare = [article(telling.id, telling.text) for telling in FERRY]
    assert any(story_title(bare) in telling.text for telling in FERRY)
    assert story_title(headed) == story_title(headed[::-1])
    assert story_title([]) == "(no words)"


def test_what_a_story_is_about_is_a_sentence_that_one_of_its_articles_opens_with(article):
    told = [article(telling.id, ("title", telling.title), ("byline", "By Ann Doe"), telling.text) for telling in FERRY]
    about = story_about(told)
    assert any(telling.text.startswith(about) for telling in FERRY)
    assert about == story_about(told[::-1])
    assert story_about([]) is None


def test_furniture_is_no_part_of_a_telling(article):
    telling = telling_of(
        article("a1", ("title", "Mill burns"), "The mill burned.", ("appeal", "Dear readers, give."), published="2024-03-04")
    )
    assert (telling.title, telling.text, telling.date) == ("Mill burns", "The mill burned.", "2024-03-04")


def test_the_two_example_articles_are_one_story():
    gold = os.environ.get("DATELINE_GOLD")
    if gold is None:
        pytest.skip("DATELINE_GOLD is not set: the example articles are not part of the repository")
    paths = sorted(Path(gold, "seeds").glob("*.txt"))
    assert len(stories([Telling(path.name, path.read_text(encoding="utf-8")) for path in paths])) == 1


def test_one_by_one_gives_what_all_at_once_gives():
    kept, told = [], ()
    for telling in (BANK[1], FERRY[2], ALONE, FERRY[0], BANK[0], FERRY[1]):
        kept.append(telling)
        told = stories(kept)
    assert told == stories(PILE)


def test_the_events_part_the_story_and_are_earliest_first():
    for group in stories(PILE):
        assert sorted(name for event in group.events for name in event) == sorted(group.tellings)
        assert group.events[0][0] == group.tellings[0]
    wreck, salvage = next(rule for rule in RULES if rule.name == "stories.alike").example.split(" // ")
    (group,) = stories([Telling("w1", wreck), Telling("w2", wreck), Telling("s1", salvage)])
    assert group.events == (("s1",), ("w1", "w2"))
    assert {reason.rule for reason in group.joined} == {"stories.same-event", "stories.alike"}


def test_a_headline_counts_once_wherever_it_stands():
    beside, above = FERRY[0], Telling("f1", f"{FERRY[0].title}\n\n{FERRY[0].text}", FERRY[0].title, "2024-03-04")
    one, other = profile(beside), profile(above)
    assert (one.title, one.words.weighed, one.names.weighed, one.opening.weighed, one.numbers, one.days) == (
        other.title,
        other.words.weighed,
        other.names.weighed,
        other.opening.weighed,
        other.numbers,
        other.days,
    )
