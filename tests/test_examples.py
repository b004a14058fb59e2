"""The sample stories, told as a careful editor would tell them: every expectation of `examples/*/expect.json`."""

import functools
import json
import re
import tomllib
from pathlib import Path

import pytest

from dateline.cli.dates import dates
from dateline.pipeline.desk import Desk
from dateline.sheets.document import to_json
from expectations import CHECKS, Json, Told, holds, kind_of

EXAMPLES = Path(__file__).parent.parent / "examples"
STORIES = sorted(path.parent.name for path in EXAMPLES.glob("*/expect.json"))
MISSES = tomllib.loads((EXAMPLES / "misses.toml").read_text(encoding="utf-8"))


@functools.cache
def expected(story: str) -> Json:
    return json.loads((EXAMPLES / story / "expect.json").read_text(encoding="utf-8"))


@functools.cache
def told(story: str, run: str) -> Told:
    """The story document of one run, as `dateline brief --format json --all` prints it."""
    names = expected(story)["articles"]
    paths = {name: str(EXAMPLES / story / file) for name, file in names.items()}
    given = dates([f"{paths[name]}={date}" for name, date in expected(story)["runs"][run].items()], list(paths.values()))
    brief = Desk().brief(list(paths.values()), given)
    assert not [issue for issue in brief.issues if issue.fatal]
    return Told(json.loads(to_json(brief, all_questions=True)), names)


def cases() -> list[object]:
    """Every expectation; one that is known to be missed is listed in misses.toml, and must go from there once it holds."""
    return [
        pytest.param(
            story,
            expectation,
            id=f"{story}-{expectation['id']}",
            marks=[pytest.mark.xfail(reason=MISSES[story][expectation["id"]], strict=True)]
            if expectation["id"] in MISSES.get(story, {})
            else [],
        )
        for story in STORIES
        for expectation in expected(story)["expect"]
    ]


@pytest.mark.parametrize(("story", "expectation"), cases())
def test_a_sample_story_is_told_as_an_editor_would(story: str, expectation: Json) -> None:
    assert holds(told(story, expectation["run"]), expectation), expectation[kind_of(expectation)]


@pytest.mark.parametrize("story", STORIES)
def test_expectations_are_well_formed(story: str) -> None:
    ids = [expectation["id"] for expectation in expected(story)["expect"]]
    assert len(ids) == len(set(ids))
    assert all(sum(key in CHECKS for key in expectation) == 1 for expectation in expected(story)["expect"])
    assert {expectation["run"] for expectation in expected(story)["expect"]} <= set(expected(story)["runs"])
    assert all((EXAMPLES / story / path).is_file() for path in expected(story)["articles"].values())


def test_misses_name_expectations_that_exist() -> None:
    for story, misses in MISSES.items():
        assert set(misses) <= {expectation["id"] for expectation in expected(story)["expect"]}


def test_samples_show_what_they_are_for() -> None:
    """A dispute, wire copies, and a story in which nothing is disputed."""
    kinds = {story: {kind_of(expectation) for expectation in expected(story)["expect"]} for story in STORIES}
    assert any("dispute" in kind for kind in kinds.values())
    assert any("copy" in kind for kind in kinds.values())
    assert any("dispute_count" in kind and "dispute" not in kind for kind in kinds.values())


def test_samples_have_the_mess_of_real_files() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/articles/*")) if path.suffix in {".txt", ".html"}]
    assert any("<nav" in text and "application/ld+json" in text for text in texts)
    assert any(re.search(r"\w{2,}\n[a-z]", text) for text in texts)
    assert any('"' in text for text in texts)
    assert any("“" in text for text in texts)
