"""Time expressions: found whole, valued by tense and anchor, never invented, and always grounded."""

from functools import cache
from pathlib import Path

import pytest

from dateline.clean.article import clean
from dateline.mark import moments
from dateline.mark.parse import read, read_all
from dateline.model.article import Article
from dateline.model.moment import Moment
from dateline.model.passage import Passage
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


CASES = rows("moments.tsv")
NEAR_MISSES = rows("near_misses.tsv")
WEEKDAYS = rows("weekdays.tsv")


def article(text: str, anchor: str | None) -> Article:
    published = None if anchor is None else Moment(None, anchor, "DATE", anchor, "", Reason("test.given", "given"))
    source = Source("t", "t.txt", "t", "text/plain", "utf-8", text)
    return Article(source, (Passage(Span("t", 0, len(text)), "paragraph", Reason("test.given", "given")),), published=published)


def cleaned(text: str, anchor: str | None) -> Article:
    """The article with its passages told apart."""
    made = article(text, anchor)
    return clean(made.source, made.published)


@cache
def found_in_all() -> dict[tuple[str, str], tuple[Moment, ...]]:
    """All cases parsed in one batch: the model is the slow part."""
    keys = sorted({(row[0], row[1]) for row in [*CASES, *WEEKDAYS]} | {(row[0], "2025-02-13") for row in NEAR_MISSES})
    readings = read_all([article(text, None if anchor == "-" else anchor) for text, anchor in keys])
    return {key: moments.find(reading) for key, reading in zip(keys, readings, strict=True)}


def assert_grounded(found: tuple[Moment, ...], text: str) -> None:
    for moment in found:
        assert moment.span is not None
        assert " ".join(moment.span.of(text).split()) == moment.text
        assert moment.reason.rule in {rule.name for rule in moments.RULES}


@pytest.mark.parametrize(("text", "anchor", "words", "kind", "value"), CASES)
def test_value(text: str, anchor: str, words: str, kind: str, value: str) -> None:
    found = found_in_all()[text, anchor]
    assert_grounded(found, text)
    shown = {moment.text: (moment.type, moment.value) for moment in found}
    assert shown.get(words) == (kind, None if value == "-" else value), shown


@pytest.mark.parametrize(("text", "published", "weekday", "value", "told"), WEEKDAYS)
def test_weekday(text: str, published: str, weekday: str, value: str, told: str) -> None:
    (moment,) = (moment for moment in found_in_all()[text, published] if weekday in moment.text)
    assert (moment.value or "")[: len("2025-02-13")] == value, moment
    assert published in moment.reason.says
    untold = "no verb tells the direction" in moment.reason.says or "does not tell the direction" in moment.reason.says
    assert untold == (told == "open"), moment


@pytest.mark.parametrize(("text", "words"), NEAR_MISSES)
def test_near_miss(text: str, words: str) -> None:
    at = text.index(words)
    for moment in found_in_all()[text, "2025-02-13"]:
        assert moment.span is not None
        assert moment.span.end <= at or at + len(words) <= moment.span.start, moment


@pytest.mark.parametrize("rule", moments.RULES, ids=lambda rule: rule.name)
def test_rule_fires_on_its_example_only(rule) -> None:
    made = cleaned if rule.name == "time.dateline" else article
    fired, missed = (moments.find(read(made(text, "2025-02-13"))) for text in (rule.example, rule.near_miss))
    assert rule.name in {moment.reason.rule for moment in fired}
    assert rule.name not in {moment.reason.rule for moment in missed}


def test_nothing_begins_with_a_digit_without_an_anchor() -> None:
    for (text, anchor), found in sorted(found_in_all().items()):
        for moment in found:
            if anchor == "-" and moment.form:
                assert not (moment.value or "X")[0].isdigit(), (text, moment)


def test_anchor_and_reason_are_named() -> None:
    (moment,) = moments.find(read(article("The mayor resigned Tuesday.", "2025-02-13")))
    assert moment.anchor == "2025-02-13"
    assert moment.form == "weekday<=2"
    assert "resigned" in moment.reason.says
    assert "2025-02-13" in moment.reason.says


def test_spans_are_raw_across_wrapped_lines() -> None:
    text = "  The mayor resigned last\n   week\tThursday.\n"
    (moment,) = moments.find(read(article(text, "2025-02-11")))
    assert moment.span is not None
    assert moment.span.of(text) == "last\n   week\tThursday"
    assert moment.text == "last week Thursday"


HOSTILE = (
    "about ",
    "the last ",
    "mid-",
    "the end of ",
    "1 ",
    "Nov. ",
    "a hundred ",
    "12",
    "1999-",
    "fiscal year ",
    "early late ",
    "the year ",
    "nineteen ",
    "twenty-",
    "the day before ",
    "at 7 o'clock ",
    "early spring, ",
    "the quarter ended ",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_sentence_comes_to_an_end(words: str) -> None:
    """A pattern that backtracks without bound would hang here; the digit at the end is what makes the sentence worth a look."""
    text = words * (2900 // len(words)) + "5 days"
    assert_grounded(moments.find(read(article(text, "2025-02-13"))), text)


def test_dateline_is_a_moment_and_makes_a_year_precise() -> None:
    text = "LISBON, Feb. 6 (Agency) -- The bridge closed Tuesday."
    dateline, tuesday = moments.find(read(cleaned(text, "2025")))
    assert dateline.span is not None
    assert dateline.span.of(text) == "Feb. 6"
    assert (dateline.value, tuesday.value, tuesday.anchor) == ("2025-02-06", "2025-02-04", "2025-02-06")
    assert "2025-02-06 (dateline)" in tuesday.reason.says


def test_dateline_with_its_year_anchors_when_nothing_else_is_known() -> None:
    found = moments.find(read(cleaned("LISBON, Feb. 6, 2025 (Agency) -- The bridge closed Tuesday.", None)))
    assert [(moment.text, moment.value) for moment in found] == [("Feb. 6, 2025", "2025-02-06"), ("Tuesday", "2025-02-04")]


def test_dateline_without_a_year_invents_none() -> None:
    found = moments.find(read(cleaned("LISBON, Feb. 6 (Agency) -- The bridge closed Tuesday.", None)))
    assert [moment.value for moment in found] == ["XXXX-02-06", "XXXX-WXX-2"]


@pytest.mark.parametrize("table", [CASES, NEAR_MISSES, WEEKDAYS], ids=["moments", "near misses", "weekdays"])
def test_no_case_stands_twice(table: list[list[str]]) -> None:
    shown = [tuple(row[:3]) for row in table]
    assert len(shown) == len(set(shown))
