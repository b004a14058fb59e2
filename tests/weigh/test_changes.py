"""What each article adds to the state before it, claim by claim. Only what is observed is stated."""

import pytest

from weighing import weighed

SHUT = "The council said the old bridge would stay shut until May."
LOST = "The council said the storm destroyed {} homes in the harbour."


def kinds(*texts):
    values = weighed(*texts)
    return [change.kind for change in values["changes"]]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (SHUT, SHUT, "repeated"),
        (SHUT, "The council said the old bridge would have to stay shut for all cars until the end of May.", "reworded"),
        (SHUT, "The council said a new ferry would sail on Sunday.", "new"),
        (SHUT, "The police said the old bridge would stay shut until May.", "new"),
        (LOST.format(12), LOST.format(15), "updated"),
        (LOST.format(12), "Residents said the storm destroyed 40 homes in the harbour.", "conflicting"),
        (LOST.format(12), "Residents said the storm destroyed 40 boats in the harbour.", "new"),
    ],
)
def test_a_change(before, after, kind):
    assert kinds(f"2024-03-04: {before}", f"2024-03-06: {after}") == [kind]


def test_the_first_article_changes_nothing():
    assert kinds(f"2024-03-04: {SHUT}") == []


def test_where_the_order_is_unknown_nothing_is_told():
    assert kinds(SHUT, "Residents said the night bus had never come on time since the winter.") == []


def test_it_is_held_against_all_that_came_before():
    other = "The council said a new ferry would sail on Sunday."
    values = weighed(f"2024-03-04: {SHUT}", f"2024-03-05: {other}", f"2024-03-06: {SHUT}")
    last = values["changes"][-1]
    assert [change.kind for change in values["changes"]] == ["new", "repeated"]
    by_id = {claim.id: claim for claim in values["dating"].claims}
    assert values["paths"][by_id[last.before].article] == "0.txt"


def test_before_and_after_are_of_two_articles_in_order():
    values = weighed(f"2024-03-04: {LOST.format(12)}", f"2024-03-05: {LOST.format(15)}", f"2024-03-06: {LOST.format(18)}")
    by_id = {claim.id: claim for claim in values["dating"].claims}
    rank = {name: place for place, name in enumerate(values["dating"].order)}
    for change in values["changes"]:
        assert change.before is not None
        assert rank[by_id[change.before].article] < rank[by_id[change.after].article]
    assert [by_id[change.before].text.split()[3] for change in values["changes"]] == ["12", "15"]
