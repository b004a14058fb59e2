"""A word's lemma and part of speech are those that the model gives it alone, whatever is asked together with it."""

import pytest
from spacy.tokens import Doc

from dateline.mark.lemmas import Lemmas
from dateline.mark.parse import model

FORMS = (
    ("let", "VB"),
    ("'s", "PRP"),
    ("'s", "VBZ"),
    ("gon", "VBG"),
    ("na", "TO"),
    ("Ca", "MD"),
    ("n't", "RB"),
    ("said", "VBD"),
    ("Said", "VBD"),
    ("feet", "NNS"),
    ("Harbours", "NNPS"),
    ("best", "JJS"),
    ("that", "IN"),
    ("that", "WDT"),
    ("\n", "_SP"),
    ("nothin'", "NN"),
    ("y'", "PRP"),
    ("all", "DT"),
)


def alone(text: str, tag: str) -> tuple[str, str]:
    nlp = model()
    doc = Doc(nlp.vocab, words=[text], tags=[tag])
    for name in ("attribute_ruler", "lemmatizer"):
        doc = nlp.get_pipe(name)(doc)
    return doc[0].lemma_.lower(), doc[0].pos_


@pytest.mark.parametrize("order", [1, -1])
def test_neighbours_and_company_make_no_difference(order):
    strings = model().vocab.strings
    lemmas = Lemmas(model())
    pairs = [(strings.add(text), strings.add(tag)) for text, tag in FORMS][::order]
    lemmas.learn(pairs)
    found = [(lemmas.known[pair].lemma, lemmas.known[pair].pos) for pair in pairs]
    assert found == [alone(text, tag) for text, tag in FORMS][::order]
