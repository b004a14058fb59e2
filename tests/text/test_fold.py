import pytest

from dateline.text.fold import fold, stem, stems, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [("opened", "opening"), ("cities", "city"), ("denied", "deny"), ("stopped", "stops"), ("residents", "resident"), ("closed", "closing")],
)
def test_inflections_meet(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("class", "clas"), ("bus", "bu"), ("ring", "r"), ("bed", "b")])
def test_what_is_no_inflection_stays_apart(one, other):
    assert stem(one) != stem(other)


def test_words_lose_case_marks_and_possessives_and_numbers_stay_whole():
    assert terms("The Mayor’s  “1,500”  boats") == ["the", "mayor", "1,500", "boats"]
    assert fold("“Don’t”") == '"don\'t"'


def test_left_out_words_do_not_count():
    assert stems("the boats and the nets", frozenset({"the", "and"})) == [stem("boats"), stem("nets")]
