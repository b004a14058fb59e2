"""What the ledger writes down comes back as it was, and what is no value of the model is refused with its place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.article import Article
from dateline.model.errors import DatelineError, UngroundedMark
from dateline.model.marks import Marks
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span
from dateline.store.values import built, dumped, loaded, plain

ANY_TEXT = st.text(st.characters(), max_size=8)  # halves of surrogate pairs and controls too
SPANS = st.builds(lambda start, length: Span("a", start, start + length), st.integers(0, 10**6), st.integers(1, 99))
REASONS = st.builds(Reason, ANY_TEXT.filter(bool), ANY_TEXT.filter(bool))

st.register_type_strategy(str, ANY_TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(Reason, REASONS)


@pytest.mark.parametrize("kind", [Source, Article, Marks])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_value_comes_back_as_it_was(kind, data):
    value = data.draw(st.from_type(kind))
    assert loaded(kind, dumped(value)) == value


def test_a_field_can_be_left_out_and_given_back():
    source = Source("a1", "a.txt", "0" * 64, "text/plain", "utf-8", "words")
    article = Article(source, ())
    text = dumped(article, without=frozenset({"source"}))
    assert "words" not in text
    assert loaded(Article, text, source=source) == article


def test_nothing_is_written_for_nothing():
    assert json.loads(dumped(Marks("a1"))) == {"article": "a1"}


GOOD = {"span": {"source": "a1", "start": 0, "end": 3}, "kind": "title", "reason": {"rule": "a.b", "says": "so"}}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "headline"}, "passages[0].kind: wanted one of 'title'"),
        ({"kind": None}, "passages[0].kind: wanted one of"),
        ({"span": [0, 3]}, "passages[0].span: wanted an object, found [0, 3]"),
        ({"span": {"source": "a1", "start": 0}}, "passages[0].span.end: missing"),
        ({"span": {"source": "a1", "start": True, "end": 3}}, "passages[0].span.start: wanted int, found True"),
        ({"span": {"source": "a1", "start": 0.0, "end": 3}}, "passages[0].span.start: wanted int, found 0.0"),
        ({"reason": {"rule": "a.b", "says": 3}}, "passages[0].reason.says: wanted str, found 3"),
    ],
)
def test_what_is_none_of_its_kind_is_refused_with_its_place(change, says):
    raw = {"source": plain(Source("a1", "a.txt", "0", "text/plain", "utf-8", "abc")), "passages": [GOOD | change]}
    with pytest.raises(DatelineError) as refused:
        built(Article, raw)
    assert says in str(refused.value)


def test_a_span_of_no_words_is_refused_on_the_way_in_too():
    with pytest.raises(UngroundedMark):
        built(Span, {"source": "a1", "start": 4, "end": 4})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_what_is_no_object_is_refused(text):
    with pytest.raises(DatelineError):
        loaded(Marks, text)
