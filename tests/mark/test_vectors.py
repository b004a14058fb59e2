"""A word that looks the same is worked out once, and nothing in the numbers tells."""

import numpy as np
import pytest

from dateline.mark.parse import MODEL, model
from dateline.mark.vectors import Vectors, distinct

TEXTS = ["The mayor can't say that the pier, the pier!, can stay.", "", "The pier?", "(The mayor) said: “the  pier”"]


@pytest.fixture(scope="module")
def docs():
    return [model(MODEL).tokenizer(text) for text in TEXTS]


def test_the_vectors_are_those_of_the_model_to_the_last_bit(docs):
    vectors = Vectors(model(MODEL))
    alone = vectors.alone(docs)
    for some in (slice(0, 4), slice(2, 4)):
        expected = model(MODEL).get_pipe("tok2vec").predict(docs[some])
        assert all(np.array_equal(one, other) for one, other in zip(vectors.together(alone[some]), expected, strict=True))


def test_a_model_that_is_built_otherwise_is_asked_whole(docs):
    vectors = Vectors(model(MODEL))
    vectors._alone = []
    expected = model(MODEL).get_pipe("tok2vec").predict(docs)
    assert all(np.array_equal(one, other) for one, other in zip(vectors.together(vectors.alone(docs)), expected, strict=True))


def test_rows_of_one_key_that_differ_are_kept_apart():
    factor = pow(0x9E3779B97F4A7C15, -1, 1 << 64)
    other = pow(0x9E3779B97F4A7C15 * 3 % (1 << 64), -1, 1 << 64)
    rows = np.array([[factor, 0], [0, other], [factor, 0]], dtype=np.uint64)
    first, places = distinct(rows)
    assert np.array_equal(rows[first][places], rows)
