from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.runs import Shingled, shared_runs
from dateline.text.shingles import SHINGLE, fold, shingles, tokens, word_hashes


def test_words_lie_where_they_say():
    text = "“The U.S. co\u00adoperation” isn’t over:\n1,500 cross-border\ttrips."
    found = tokens(text)
    assert [word for word, _, _ in found] == ["the", "u.s", "cooperation", "isn't", "over", "1,500", "cross-border", "trips"]
    assert [text[a:b] for _, a, b in found][3] == "isn’t"


def test_quote_style_and_case_do_not_matter():
    one = [word for word, _, _ in tokens('The Mayor’s "plan" WON')]
    other = [word for word, _, _ in tokens("the mayor's “plan” won")]
    assert one == other
    assert fold("ﬁre") == "fire"


def test_only_the_stretch_asked_for_is_read():
    assert [a for _, a, _ in tokens("one two three", 4, 7)] == [4]


def test_hashes_are_the_same_on_every_machine():
    assert shingles(["one", "two", "three", "four", "five", "six"]) == [395050957228007080, 13765700347823948430]
    assert shingles(["too", "short"], SHINGLE) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcd"), max_size=40), st.integers(1, 6))
def test_equal_words_have_equal_shingles(words, size):
    found = shingles(words, size)
    assert len(found) == max(0, len(words) - size + 1)
    by_words = {}
    for index, value in enumerate(found):
        assert by_words.setdefault(tuple(words[index : index + size]), value) == value


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_words_inside_it(text):
    last = 0
    for word, start, end in tokens(text):
        assert word
        assert last <= start < end <= len(text)
        last = end


def brute(left, right, least):
    """Which words, on either side, stand in some shared run of `least` words."""
    inside = (set(), set())
    for i in range(len(left) - least + 1):
        for j in range(len(right) - least + 1):
            if left[i : i + least] == right[j : j + least]:
                inside[0].update(range(i, i + least))
                inside[1].update(range(j, j + least))
    return inside


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), max_size=30), st.lists(st.integers(0, 3), max_size=30), st.integers(2, 4))
def test_runs_are_shared_maximal_and_hold_every_shared_word(left, right, least):
    runs = shared_runs(Shingled.of(left, least), Shingled.of(right, least))
    covered = (set(), set())
    for i, j, length in runs:
        assert length >= least
        assert left[i : i + length] == right[j : j + length]
        assert i == 0 or j == 0 or left[i - 1] != right[j - 1]
        assert i + length == len(left) or j + length == len(right) or left[i + length] != right[j + length]
        covered[0].update(range(i, i + length))
        covered[1].update(range(j, j + length))
    assert covered == brute(left, right, least)


def test_hostile_repetition_stays_linear():
    same = word_hashes(["a"] * 20_000)
    long, middling, short = (Shingled.of(same[:length], 8) for length in (20_000, 7_000, 100))
    assert len(shared_runs(long, middling)) < 10
    assert len(shared_runs(short, long)) < 300
