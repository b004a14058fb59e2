"""Relative dating: small stories with known answers (relative.toml), and that it stays quick."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from dateline.pipeline.desk import Desk
from dateline.pipeline.stage import run
from dateline.pipeline.stages import STAGES
from dateline.weigh.frames import EVER, OPEN
from telling import article

STORIES = tomllib.loads((Path(__file__).parent / "relative.toml").read_text(encoding="utf-8"))["story"]


def dating(articles):
    listed = [article(text, None if day == "undated" else day, f"some/where/{name}.txt") for name, day, text in articles]
    dated = run(STAGES, "story", {"articles": listed, "marks": [Desk().marks(one) for one in listed], "rulings": ()})["dating"]
    return dated, {name: one.id for one, (name, _, _) in zip(listed, articles, strict=True)}


def iso(day):
    return "" if day in {EVER, OPEN} else date.fromordinal(day).isoformat()


def dates_or_none(moments):
    return [moment.value if moment.value[:1].isdigit() else "?" for moment in moments]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"].replace(" ", "-"))
def test_a_small_story_is_dated(story):
    dated, ids = dating(story["articles"])
    names = {id_: name for name, id_ in ids.items()}
    if "order" in story:
        assert [names[id_] for id_ in dated.order] == story["order"]
    for name, day, _ in story["articles"]:
        frame = dated.frames[ids[name]]
        assert frame.known == (day != "undated")
        if day == "undated":
            found = [iso(frame.earliest), iso(frame.latest)] if frame.real else ["", ""]
            assert found == story.get("bounds", {}).get(name, ["", ""]), frame.reason
    for name, values in story.get("said", {}).items():
        said = [claim.said for claim in dated.claims if claim.article == ids[name] and claim.said is not None]
        assert dates_or_none(said) == values
    for name, values in story.get("moments", {}).items():
        assert dates_or_none(dated.moments[ids[name]]) == values
    for name, (rule, words) in story.get("reason", {}).items():
        reason = dated.frames[ids[name]].reason
        assert reason.rule == rule
        assert words in reason.says
    assert sorted({issue.kind for issue in dated.issues}) == story.get("issues", [])


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"].replace(" ", "-"))
def test_what_was_inferred_says_so_and_what_is_stated_stays(story):
    dated, ids = dating(story["articles"])
    for name, day, _ in story["articles"]:
        for moment in dated.moments[ids[name]]:
            if day != "undated":
                assert not moment.inferred
            elif moment.form and moment.value[:1].isdigit():
                assert moment.inferred
                assert moment.reason.rule.startswith("dating.")
                assert "some/where" not in moment.reason.says
    if all(day == "undated" for _, day, _ in story["articles"]):
        stated = {moment.value for found in dated.moments.values() for moment in found if not moment.form}
        values = {moment.value for found in dated.moments.values() for moment in found}
        assert {value for value in values if value[:1].isdigit()} <= (stated | values if "bounds" in story else stated)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"].replace(" ", "-"))
def test_the_order_of_the_files_changes_nothing(story):
    forth, back = dating(story["articles"])[0], dating(story["articles"][::-1])[0]
    assert forth.order == back.order
    assert dict(forth.frames) == dict(back.frames)
    assert sorted(map(str, forth.issues)) == sorted(map(str, back.issues))
