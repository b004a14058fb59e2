"""Documents read as a specification: all that one requires is found, and of a news report nothing."""

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.mark import needs as finder
from dateline.pipeline.kickoff import kickoff
from dateline.sheets.kickoff import kickoff as sheet
from dateline.weigh import specification as verdict

WANTED = """\
# Clipping desk: software requirements

The regional library keeps forty years of cuttings. The intended users are librarians and two student assistants.
This document says what the new tool has to do; the old card index stays where it is.

## Reading

- [must] The system must accept PDF, plain text and saved pages.
- [must] The importer shall keep the original file untouched.
- [must] REQ-7: Duplicate cuttings are shown once.
- Most cuttings come from three newspapers.
- [must] Dates must be shown as they are printed.
- [must] The program needs to recognise the name of the newspaper.

## Working

1. [must] Librarians must be able to correct a date.
2. [must] Every correction shall carry the name of whoever made it.
3. [must] As a librarian, I want to undo my last correction, so that a slip costs nothing.
4. The assistants work on Tuesdays and Fridays.
5. [must] The archive must not be changed by a search.
6. [must] Users should be able to print a cutting with its source.

## Running

[must] A search must answer within 2 seconds on a laptop with 8 GB of memory. [must] The database should hold at least 400,000 cuttings.
The laptops are six years old. [must] The tool has to work offline. [must] A crash must not lose a record.
[must] All pages must be readable at 200 % zoom. Nobody has asked for a mobile app so far.
"""

NEWS = """\
Mayor says bridge must close

By Ann Doe

PORT CALDER, March 4, 2024 - The old bridge must close for a year, the mayor said on Monday. "The town needs to act," she added.
The operator must repair the gate by May under a court order. The system of tolls must change, the union said.
Users of the ferry, which takes 20 minutes and carries 300 people, need to book. "Our website must work by Friday," the manager said.
"""


@pytest.fixture
def asked(tmp_path):
    def ask(*texts):
        paths = []
        for number, text in enumerate(texts):
            paths.append(tmp_path / f"{number}.md")
            paths[-1].write_text(text, encoding="utf-8")
        return kickoff(paths)

    return ask


def test_every_requirement_of_a_specification_is_found_and_no_more(asked):
    wanted = [re.sub(r"\s*\[must\] ", "", found) for found in re.findall(r"\[must\] [^\n\[]*?(?:[.](?=\s))", WANTED)]
    (document,), _, _ = asked(WANTED.replace("[must] ", ""))
    assert document.is_one
    found = [need for need in document.needs if need.kind == "requirement"]
    assert [need.text for need in found] == wanted
    assert len(wanted) == 15
    for need in document.needs:
        assert document.article.text[need.span.start : need.span.end].split() == need.text.split()


def test_users_and_limits_are_named_with_their_words(asked):
    (document,), _, _ = asked(WANTED.replace("[must] ", ""))
    assert [need.text for need in document.needs if need.kind == "user"] == ["librarians and two student assistants", "librarian"]
    limits = [need.text for need in document.needs if need.kind == "limit"]
    assert {"2 seconds", "8 GB"} <= set(limits)
    assert not any("forty" in limit or "six" in limit or "three" in limit for limit in limits)


def test_topics_that_nobody_speaks_of_are_asked_for(asked):
    _, topics, _ = asked(WANTED.replace("[must] ", ""))
    missing = {topic.name for topic in topics if not topic.needs}
    assert {"Data protection and safety", "Licence and cost", "Languages"} <= missing
    assert not missing & {"The task", "The users", "Hardware and performance", "Input", "The role of the documents", "Failure"}


def test_a_news_report_requires_nothing_and_the_sheet_says_so(asked):
    documents, topics, _ = asked(NEWS)
    assert not documents[0].is_one
    assert all(not topic.needs for topic in topics)
    text = sheet(documents, topics)
    assert text.count("Nothing found.") == 3
    assert "does not read as a specification" in text


@pytest.mark.parametrize("story", ["ferry", "landslide", "library", "smelter"])
def test_the_sample_stories_are_no_specification(story):
    documents, _, issues = kickoff([Path(__file__).parents[2] / "examples" / story / "articles"])
    assert not issues
    assert not any(document.is_one or document.needs for document in documents)


def test_the_example_articles_are_no_specification():
    gold = os.environ.get("DATELINE_GOLD")
    if not gold:
        pytest.skip("DATELINE_GOLD is not set: the example articles are not part of the repository")
    documents, _, _ = kickoff([Path(gold) / "seeds"])
    assert documents
    assert not any(document.is_one or document.needs for document in documents)


@pytest.mark.parametrize("rule", finder.RULES, ids=lambda rule: rule.name)
def test_a_rule_of_needs_finds_its_example_and_leaves_its_near_miss(rule, asked):
    frame = "Requirements\n\nThe tool must be small.\n\n{}\n\nNothing else is known so far."
    for text, fires in ((rule.example, True), (rule.near_miss, False)):
        (document,), _, _ = asked(frame.format(text))
        assert document.is_one
        assert (rule.name in {need.reason.rule for need in document.needs if need.text in text or need.sentence == text}) is fires


@pytest.mark.parametrize("rule", verdict.RULES, ids=lambda rule: rule.name)
def test_a_rule_of_the_verdict_finds_its_example_and_leaves_its_near_miss(rule, asked):
    assert asked(rule.example)[0][0].reason.rule == rule.name
    assert asked(rule.near_miss)[0][0].reason.rule != rule.name


def test_the_command_writes_the_request_and_lists_what_it_could_not_read(tmp_path):
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    out = tmp_path / "QUESTIONS.md"
    result = CliRunner().invoke(app, ["kickoff", str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), "-o", str(out)])
    assert result.exit_code == 3
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Questions for the kickoff discussion\n")
    assert "- Answer:" in text
    assert "no such file" in text
