"""Whatever does not stand in the text as it says is told."""

from dataclasses import replace

import pytest

from dateline.model.party import Mention
from dateline.model.span import Span
from dateline.store.grounding import ungrounded
from store import made

WORK = made.work(7)
ID = WORK.article.id


def faults(article=WORK.article, marks=WORK.marks):
    return list(ungrounded(article, marks))


def test_what_holds_is_silent():
    assert faults() == []


def test_a_gap_between_passages_is_told():
    first, second = WORK.article.passages
    gap = replace(second, span=Span(ID, 16, second.span.end))
    assert faults(article=replace(WORK.article, passages=(first, gap))) == ["passage 16-62: the one before it ends at 15"]


def test_text_that_no_passage_holds_is_told():
    assert faults(article=replace(WORK.article, passages=WORK.article.passages[:1])) == ["the passages end at 15, the text at 62"]


@pytest.mark.parametrize("span", [Span(ID, 60, 63), Span("another", 0, 3)])
def test_a_span_outside_the_text_is_told(span):
    claim = replace(WORK.marks.claims[0], cue=(span,))
    (fault,) = faults(marks=replace(WORK.marks, claims=(claim,)))
    assert fault.startswith("marks.claims[0].cue[0]")
    assert "outside the text" in fault


def test_words_that_do_not_stand_there_are_told():
    figure = replace(WORK.marks.figures[0], text="About 9")
    claim = replace(WORK.marks.claims[0], text="Nobody waits")
    mention = Mention(Span(ID, 0, 6), "Bridges", "Bridges", None, "bridges", "nominal")
    found = faults(marks=replace(WORK.marks, figures=(figure,), claims=(claim,), mentions=(mention,)))
    assert len(found) == 3
    assert "'About 7'" in found[0]


def test_the_marks_of_another_article_are_told():
    assert faults(marks=replace(WORK.marks, article="another")) == ["the marks are those of article another"]
