"""Texts for the tests of attribution: one line, one paragraph."""

from dateline.mark.attributions import find
from dateline.mark.parse import read
from dateline.mark.reading import Reading
from dateline.model.article import Article
from dateline.model.attribution import Attribution
from dateline.model.passage import Passage
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span


def article_of(text: str) -> Article:
    passages, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            passages.append(Passage(Span("t", at, at + len(line)), "paragraph", Reason("test.line", "a line")))
        at += len(line)
    return Article(Source("t", "t.txt", "0" * 64, "text/plain", "utf-8", text), tuple(passages))


def read_text(text: str) -> Reading:
    return read(article_of(text))


def attributions_in(text: str) -> tuple[Attribution, ...]:
    return find(read_text(text))


def words_of(spans: tuple[Span, ...], text: str) -> str:
    return " / ".join(" ".join(span.of(text).split()) for span in spans)
