"""Clipping and neutralising the words of a source."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.sheets.excerpt import HARMLESS, clip, clip_around, one_line, visible


@given(st.text(), st.integers(10, 80))
def test_clipping_keeps_to_the_length_and_to_the_words(text, most):
    line = one_line(text)
    cut = clip(line, most)
    assert len(cut) <= most
    assert line.startswith(cut.removesuffix(" …"))


@given(st.lists(st.text("abcd", min_size=1, max_size=9), min_size=1, max_size=40), st.data())
def test_clipping_around_keeps_what_it_is_about(words, data):
    line = " ".join(words)
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    cut = clip_around(line, start, end, 30)
    assert line[start:end].strip() in cut
    assert cut.removeprefix("… ").removesuffix(" …") in line


@given(st.text())
def test_what_is_shown_is_harmless_and_offsets_stay(text):
    assert len(visible(text)) == len(text)
    assert not set(map(ord, one_line(text))) & set(HARMLESS)
