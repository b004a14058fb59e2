"""Bodies that are named by whose they are: "the Doe campaign", "Ann Doe's office", "the Kenyan government"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mark.mentions import Named
from dateline.model.party import Mention
from dateline.words.loader import words

if TYPE_CHECKING:
    from dateline.mark.reading import Paragraph, Reading, Sentence, Word

_BETWEEN = {"NN", "JJ", "NNP", "NNPS", "POS", "VBN", "HYPH"}
FARTHEST = 6
"""Words back from the body in which its owner stands."""


def owned(reading: Reading) -> tuple[Named, ...]:
    """Give the phrases of a body's common noun and the name before it, in the order of the text."""
    bodies = words("parties", "owned")
    found = []
    for number, (paragraph, sentence) in enumerate(reading.sentences):
        for word in sentence.words:
            if word.lower in bodies and word.tag in {"NN", "NNS"}:
                start = _owner(sentence, word)
                if start is not None:
                    found.append(_named(paragraph, sentence, number, (start, word)))
    return tuple(found)


def _owner(sentence: Sentence, word: Word) -> int | None:
    """Give the index of the first capitalised word of the phrase that ends in the body; None where it has none."""
    line = sentence.words
    first = None
    for at in range(word.i - 1, max(-1, word.i - FARTHEST), -1):
        if line[at].tag not in _BETWEEN:
            break
        if line[at].text[:1].isupper() and (line[at].tag != "JJ" or at > 0):
            first = at
    return first


def _named(paragraph: Paragraph, sentence: Sentence, number: int, place: tuple[int, Word]) -> Named:
    first, word = place
    start, end = sentence.words[first].start, word.end
    name = " ".join(paragraph.text[start:end].split())
    mention = Mention(paragraph.span(start, end), name, name, None, word.lower, "name", None)
    subject = word.dep in {"nsubj", "nsubjpass"}
    return Named(mention, number, subject, possessive=False, main=subject and sentence.words[word.head].dep == "ROOT")
