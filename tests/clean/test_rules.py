"""Every rule fires on its example and not on its near-miss."""

import pytest

from dateline.clean import appeals, article, dates, furniture, metadata
from dateline.clean.article import clean
from dateline.clean.dates import date_line, iso_day
from dateline.model.source import Furniture, Source

PROSE = "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said."
MORE = "Two ferries left before noon, and the third was still under repair, according to the operator."

RULES = [rule for module in (appeals, article, dates, furniture, metadata) for rule in module.RULES]


def fired(text, **more):
    made = clean(Source("a1", "a.txt", "00", "text/plain", "utf-8", text, **more))
    return {passage.reason.rule for passage in made.passages} | ({made.published.reason.rule} if made.published else set())


def in_article(rule, words):
    """Set words where the rule looks for them."""
    if rule.name in {"metadata.title", "dates.line"}:
        return fired(f"{words}\n\n{PROSE}\n\n{MORE}")
    if rule.name in {"metadata.subtitle", "metadata.byline", "metadata.date-line"}:
        return fired(f"Harbour Reopens\n\n{words}\n\n{PROSE}\n\n{MORE}")
    if rule.name in {"metadata.dateline", "dates.dateline"}:
        return fired(f"{words} {PROSE}\n\n{MORE}")
    if rule.name in {"dates.page", "dates.address", "dates.time-element"}:
        place = {"dates.page": "meta date", "dates.address": "link canonical", "dates.time-element": "time element"}[rule.name]
        value = words.removeprefix('<time datetime="').removesuffix('">')
        return fired(PROSE, facts=(("url" if rule.name == "dates.address" else "published", value, place),))
    if rule.name == "furniture.markup":
        words = words.split(">")[1].split("<")[0] + " and more"
        marked = rule.example.startswith("<nav") and words.startswith("Home and")
        hints = (Furniture(0, len(words), "navigation", "it stands in <nav>"),) if marked else ()
        return fired(f"{words}\n\n{PROSE}", hints=hints, breaks=(0, len(words) + 2))
    return fired(f"{PROSE}\n\n{words}\n\n{MORE}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example_and_near_miss(rule):
    assert rule.name in in_article(rule, rule.example)
    if rule.name != "article.paragraph":
        assert rule.name not in in_article(rule, rule.near_miss)


def test_rules_are_named_once_and_cover_every_reason():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert {f"furniture.{name}" for name in furniture.LISTS} <= set(names)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T23:30:00-05:00", "2024-03-12"),
        ("20240312", "2024-03-12"),
        ("2024-03", "2024-03"),
        ("12 March 2024", "2024-03-12"),
        ("Tue, 12 Mar 2024 10:30:00 GMT", "2024-03-12"),
        ("March 12th, 2024", "2024-03-12"),
        ("2024-13-40", None),
        ("31 February 2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days_as_pages_state_them(text, day):
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Published 12 March 2024, 10:30 GMT", ("2024-03-12", False)),
        ("Tuesday, March 12, 2024", ("2024-03-12", False)),
        ("Last updated: 2024-03-12 at 9:05 a.m. EST", ("2024-03-12", True)),
        ("Posted on 12/03/2024", None),
        ("On March 12, 2024, the bridge fell.", None),
        ("The session of March 12, 2024", None),
    ],
)
def test_date_lines(words, found):
    assert date_line(words) == found
