"""When a page was published and changed: who is believed, what contradicts, and what is never guessed."""
# ruff: noqa: E501 - the cases are whole statements of pages

import pytest

from dateline.clean.dates import date_line, modified_of, published_of
from dateline.model.source import Source
from dateline.model.span import Span

LD = "JSON-LD NewsArticle.datePublished"
META = "meta article:published_time"
CHANGED = "JSON-LD NewsArticle.dateModified"


def source(*facts):
    return Source("source-1", "a.html", "0", "text/html", "utf-8", "", facts=facts)


def line(words):
    return Span("source-1", 0, len(words)), words


WITNESSES = [
    ("JSON-LD first", [("published", "2024-03-12T08:00:00Z", LD), ("published", "2024-03-12", META)], [], "2024-03-12", []),
    ("then meta elements", [("published", "2024-03-12", META)], ["Published 12 March 2024"], "2024-03-12", []),
    ("then a line of the text", [("url", "https://a.example/2024/03/12/x", "link canonical")], ["Published 12 March 2024"], "2024-03-12", []),
    ("then the address", [("url", "https://a.example/2024/03/12/x", "link canonical")], [], "2024-03-12", []),
    ("then a time element", [("published", "2024-03-12", "time element")], [], "2024-03-12", []),
    ("the day in its own zone", [("published", "2024-03-12T23:30:00-05:00", LD), ("published", "2024-03-13T04:30:00Z", META)], [], "2024-03-12", []),
    ("a month is a month", [("published", "2024-03", META)], [], "2024-03", []),
    ("an unset clock is no date", [("published", "1970-01-01T00:00:00Z", META), ("published", "2024-03-12", "meta date")], [], "2024-03-12", []),
    ("witnesses that disagree", [("published", "2024-03-12", LD), ("published", "2024-03-02", META)], [], "2024-03-12", ["published"]),
    ("a line that disagrees", [("published", "2024-03-12", LD)], ["Published on 30/01/2024"], "2024-03-12", ["published"]),
    ("a time element may be of anything", [("published", "2024-03-12", LD), ("published", "2019-01-01", "time element")], [], "2024-03-12", []),
    ("changes that disagree", [("published", "2024-03-12", LD), ("modified", "2024-03-13", CHANGED), ("modified", "2024-06-01", "meta article:modified_time")],
     [], "2024-03-12", ["modified"]),
    ("what systems write unasked contradicts nothing", [("published", "2024-03-12", LD), ("modified", "2024-03-13", CHANGED), ("modified", "2024-06-01", "meta og:updated_time")],
     [], "2024-03-12", []),
    ("changed before it was published", [("published", "2024-03-12", LD), ("modified", "2024-03-01", CHANGED)], [], "2024-03-12", ["modified"]),
    ("nothing states it", [], [], None, []),
]  # fmt: skip


@pytest.mark.parametrize("case", WITNESSES, ids=[case[0] for case in WITNESSES])
def test_the_best_witness_is_chosen_and_contradictions_are_told(case):
    _, facts, lines, day, kinds = case
    moment, issues = published_of(source(*facts), None, [line(words) for words in lines], None)
    assert (moment.value if moment else None) == day
    assert [issue.kind for issue in issues] == kinds
    assert not any(issue.fatal for issue in issues)


def test_the_words_keep_the_hour_and_the_zone():
    moment, _ = published_of(source(("published", "2024-03-12T23:30:00-05:00", LD)), None, [], None)
    assert moment.text == "2024-03-12T23:30:00-05:00"
    assert LD in moment.reason.says


LINES = [
    ("Published on 30/04/2024 - 16:38 GMT+1 • Updated 17:20", ("2024-04-30", False)),
    ("Updated Nov. 19, 2019 8:21 am ET / Original Nov. 18, 2019 8:02 am ET", ("2019-11-19", True)),
    ("Friday, 22 Nov 2024 4:55 PM MYT", ("2024-11-22", False)),
    ("04/30/2024", ("2024-04-30", False)),
    ("05/05/2024", ("2024-05-05", False)),
    ("04/05/2024", None),
    ("The game of 30/04/2024 was lost", None),
    ("Section 12.13.2014 applies", None),
    ("10.10.10.2024", None),
]


@pytest.mark.parametrize(("words", "found"), LINES)
def test_lines_of_dates(words, found):
    assert date_line(words) == found


def test_a_line_of_two_dates_states_publication_and_change():
    lines = [line("Updated Nov. 21, 2019 8:21 am ET / Original Nov. 19, 2019 8:02 am ET")]
    moment, issues = published_of(source(), None, lines, None)
    assert (moment.value, modified_of(source(), lines).value, issues) == ("2019-11-19", "2019-11-21", [])
