"""The same sentence has the same grammar, whatever stands around it, however it is wrapped, and in whatever order it comes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.mark import parse
from telling import article, reading

SENTENCES = [
    "The mayor said on Tuesday that the pier would stay shut.",
    "“We will not leave,” said Ann Doe, who leads the union.",
    "More than 40 families are estimated to be without water.",
    "Ships wait; nobody knows why.",
    "He left.",
]
FEW = settings(max_examples=15, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def grammar(sentence):
    """What the parse says of a sentence, wherever it stands."""
    return [(word.text, word.lemma, word.tag, word.pos, word.dep, word.head, tuple(word.children)) for word in sentence.words]


def grammars(text):
    return {paragraph.text[one.start : one.end]: grammar(one) for paragraph, one in reading(text).sentences}


ALONE = {}


def alone(sentence):
    if sentence not in ALONE:
        ALONE[sentence] = grammars(sentence)[sentence]
    return ALONE[sentence]


@FEW
@given(st.permutations(SENTENCES), st.lists(st.sampled_from([" ", "\n\n"]), min_size=5, max_size=5))
def test_a_sentence_has_one_grammar_whatever_stands_around_it(order, gaps):
    found = grammars("".join(sentence + gap for sentence, gap in zip(order, gaps, strict=True)))
    assert {sentence: found[sentence] for sentence in SENTENCES} == {sentence: alone(sentence) for sentence in SENTENCES}


def test_wrapped_lines_are_read_as_one():
    wrapped = SENTENCES[0].replace("Tuesday that", "Tuesday\nthat")
    assert grammars(wrapped)[SENTENCES[0]] == alone(SENTENCES[0])


def test_many_articles_at_once_are_read_as_one_by_one():
    articles = [article(sentence) for sentence in SENTENCES]
    together = [[grammar(one) for _, one in found.sentences] for found in parse.read_all(articles)]
    assert together == [[alone(sentence)] for sentence in SENTENCES]
    assert parse.read_all([]) == []


def test_a_sentence_that_stands_twice_is_parsed_once_and_its_words_are_each_their_own(monkeypatch):
    asked = []
    before = parse.parse
    monkeypatch.setattr(parse, "parse", lambda texts, name: before(asked.extend(texts) or asked, name))
    found = reading(f"{SENTENCES[4]} {SENTENCES[4]}")
    assert asked == [SENTENCES[4]]
    first, second = (sentence.words for _, sentence in found.sentences)
    assert first[0].start != second[0].start
    assert first[0] is not second[0]


@pytest.mark.parametrize("text", SENTENCES)
def test_words_stand_where_they_say(text):
    for paragraph, sentence in reading(f"Rain fell.\n\n{text}").sentences:
        for word in sentence.words:
            assert paragraph.text[word.start : word.end] == word.text
            assert sentence.start <= word.start < word.end <= sentence.end
            assert all(sentence.words[child].head == word.i for child in word.children)
        assert sum(word.head == word.i for word in sentence.words) == 1


def test_what_has_no_end_is_cut_and_loses_no_word():
    text = "Rain fell " * 1500
    found = reading(text)
    assert all(one.end - one.start <= parse.LONGEST for _, one in found.sentences)
    assert sum(word.text in {"Rain", "fell"} for _, one in found.sentences for word in one.words) == 3000
