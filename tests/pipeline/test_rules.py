import importlib
import pkgutil
import re

from dateline.pipeline.desk import Desk
from dateline.pipeline.rules import ROOMS, rules
from telling import brief

NAME = re.compile(r"[a-z]+\.[a-z0-9-]+")


def test_every_rule_is_named_by_room_and_thing_and_shows_both_sides():
    for rule in rules():
        assert NAME.fullmatch(rule.name), rule.name
        assert rule.says
        assert rule.example
        assert rule.near_miss
        assert rule.example != rule.near_miss
        assert rule.precision is None or 0 < rule.precision <= 1


def test_no_name_is_used_for_two_rules():
    seen = {}
    for room in ROOMS:
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for rule in getattr(importlib.import_module(module.name), "RULES", ()):
                assert seen.setdefault(rule.name, rule) == rule


def test_every_reason_that_a_story_shows_is_a_listed_rule():
    told = brief(
        ("More than 40 families are estimated to be without water. Residents say the true number is closer to 90.", "2024-03-05"),
        "The council said Monday that 40 families were without water.\n\nRelated: Where to get water\n\n"
        "“We are working with the Red Star Society,” Mayor Ann Doe told reporters.",
    )
    names = {rule.name for rule in rules()}
    shown = set()
    for article in told.articles:
        shown |= {passage.reason.rule for passage in article.passages}
    for story in told.stories:
        for things in (story.claims, story.figures, story.disputes, story.changes, story.questions):
            shown |= {thing.reason.rule for thing in things}
    assert shown - names == set()


def test_the_desk_runs_the_listed_stages():
    assert [stage.name for stage in Desk().stages][:2] == ["clean", "parse"]
