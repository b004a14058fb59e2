import pytest

from dateline.model.errors import UngroundedMark
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.span import Span, cover


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_mark_without_words_cannot_be_made(start, end):
    with pytest.raises(UngroundedMark):
        Span("a", start, end)


@pytest.mark.parametrize(("rule", "says"), [("", "why"), ("room.rule", "")])
def test_a_mark_without_a_reason_cannot_be_made(rule, says):
    with pytest.raises(UngroundedMark):
        Reason(rule, says)


def test_ids_tell_their_parts_apart():
    assert content_id("a", "bc") != content_id("ab", "c")
    assert content_id("claim", 1) == content_id("claim", "1")


def test_spans_of_two_sources_never_meet():
    assert not Span("a", 0, 9).overlaps(Span("b", 0, 9))
    assert not Span("a", 0, 9).holds(Span("b", 1, 2))
    assert cover([Span("a", 5, 6), Span("a", 1, 3)]) == Span("a", 1, 6)
