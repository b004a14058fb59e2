import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.unwrap import unwrap
from dateline.text.view import View

RAW = st.text(alphabet="ab \n\t\u00ad\u00a0“é", min_size=1, max_size=60)


@given(RAW)
def test_every_character_kept_leads_back_to_itself(raw):
    view = unwrap(raw, 0, len(raw))
    for at, character in enumerate(view.text):
        start, end = view.raw(at, at + 1)
        if character != " ":
            assert raw[start:end] == character


@given(RAW, st.data())
def test_a_stretch_leads_back_from_its_first_to_its_last_character(raw, data):
    view = unwrap(raw, 0, len(raw))
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    first, last = view.raw(start, end)
    assert 0 <= first < last <= len(raw)
    assert unwrap(raw, first, last).text == view.text[start:end].strip(" ") or view.text[start:end].strip(" ") == ""


@given(RAW)
def test_unwrapping_twice_is_unwrapping_once(raw):
    once = unwrap(raw, 0, len(raw)).text
    assert unwrap(once, 0, len(once)).text == once


@given(RAW)
def test_only_white_space_and_soft_hyphens_are_left_out(raw):
    kept = "".join(unwrap(raw, 0, len(raw)).text.split())
    assert kept == "".join(raw.replace("\u00ad", "").split())


@pytest.mark.parametrize("place", [(0, 0), (2, 1), (0, 99)])
def test_a_place_outside_the_view_is_refused(place):
    with pytest.raises(ValueError, match="no such place"):
        unwrap("two words", 0, 9).raw(*place)


def test_pieces_out_of_order_are_refused():
    with pytest.raises(ValueError, match="must ascend"):
        View.build("abcdef", [(3, 5), (0, 2)])


@given(RAW, st.data())
def test_a_raw_stretch_holds_in_the_view_the_words_that_it_holds_in_the_text(raw, data):
    view = unwrap(raw, 0, len(raw))
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    first, last = view.place(start, end)
    for at, character in enumerate(view.text):
        if character != " ":
            begins, ends = view.raw(at, at + 1)
            assert (first <= at < last) == (start <= begins and ends <= end)
