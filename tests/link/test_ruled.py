"""People's rulings on which articles are one story."""

import pytest

from dateline.link.ruled import RULES, ruled
from dateline.link.stories import Group
from dateline.model.identity import content_id
from dateline.model.ruling import Ruling

AT = "2024-03-05T10:00:00+00:00"
DAYS = {name: (False, f"2024-03-0{number}", name) for number, name in enumerate("abcde", 1)}


def groups(stories):
    return [Group(content_id("story", names[0]), tuple(names), (), (tuple(names),)) for names in map(str.split, stories.split(" | "))]


def told(stories, *rulings):
    made = [
        Ruling(subject, verdict, "Ann Doe", AT, (("with" if verdict == "merge" else "from", other),))
        for verdict, subject, other in map(str.split, rulings)
    ]
    return ruled(groups(stories), made, DAYS)


def names(found):
    return " | ".join(" ".join(group.tellings) for group in found)


@pytest.mark.parametrize(
    ("stories", "rulings", "expected"),
    [
        ("a b | c d", ["merge a c"], "a b c d"),
        ("b d | a c", ["merge d c"], "a b c d"),
        ("a b | c d", ["merge a b"], "a b | c d"),
        ("a b | c d", ["merge a gone"], "a b | c d"),
        ("a b c", ["split b a"], "a c | b"),
        ("a b c", ["split a b"], "a | b c"),
        ("a | b c", ["split a b"], "a | b c"),
        ("a b c", ["split b gone"], "a b c"),
        ("a b c", ["split b a", "merge b c"], "a b c"),
        ("a b | c", ["merge a c", "split b a"], "a c | b"),
        ("a b | c d | e", ["merge a c", "merge d e"], "a b c d e"),
    ],
)
def test_rulings_are_carried_out_in_their_order(stories, rulings, expected):
    found = told(stories, *rulings)
    assert names(found) == expected
    for group in found:
        assert group.id == content_id("story", group.tellings[0])
        assert sorted(name for event in group.events for name in event) == sorted(group.tellings)


def test_the_reason_names_who_ruled():
    (group,) = told("a | b", "merge a b")
    assert [str(reason) for reason in group.joined] == ["ruled.merge: Ann Doe ruled that they are one story"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example_and_not_on_its_near_miss(rule):
    fired = []
    for text in (rule.example, rule.near_miss):
        stories, ruling = text.split(" // ")
        fired.append({reason.rule for group in told(stories, ruling) for reason in group.joined})
    assert rule.name in fired[0]
    assert rule.name not in fired[1]
