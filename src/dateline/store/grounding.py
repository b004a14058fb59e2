"""Every span of an article held against its text, once more."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dateline.model.article import Article
from dateline.model.marks import Marks
from dateline.model.moment import Moment
from dateline.model.span import Span, cover


def ungrounded(article: Article, marks: Marks) -> Iterator[str]:
    """Say what does not hold: passages that are no partition, spans outside the text, words that are not those of their span."""
    at = 0
    for passage in article.passages:
        if passage.span.start != at:
            yield f"passage {passage.span.start}-{passage.span.end}: the one before it ends at {at}"
        at = passage.span.end
    if at != len(article.text):
        yield f"the passages end at {at}, the text at {len(article.text)}"
    if marks.article != article.id:
        yield f"the marks are those of article {marks.article}"
    for name, value in (("article", article), ("marks", marks)):
        yield from _spans(value, article, name)
    yield from _words(article, marks)


def _spans(value: object, article: Article, where: str) -> Iterator[str]:
    """Walk through a value and look at every span in it."""
    if isinstance(value, Span):
        if value.source != article.id or value.end > len(article.text):
            yield f"{where}: {value.source}:{value.start}-{value.end} lies outside the text (0-{len(article.text)})"
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _spans(item, article, f"{where}[{index}]")
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "source" or not isinstance(value, Article):
                yield from _spans(getattr(value, field.name), article, f"{where}.{field.name}")


def _words(article: Article, marks: Marks) -> Iterator[str]:
    """Hold the words that marks carry against the words of their spans, white space aside."""
    shown: list[tuple[str, Span, str]] = [(f"figure {item.id}", item.span, item.text) for item in marks.figures]
    shown += [(f"claim {item.id}", cover(item.content), item.text) for item in marks.claims if item.content]
    shown += [(f"moment “{item.text}”", item.span, item.text) for item in _moments(article, marks) if item.span is not None]
    mentions = [*marks.mentions, *(who for said in marks.attributions for who in (*said.speakers, *said.via, *said.to, *said.targets))]
    shown += [(f"mention “{item.text}”", item.span, item.text) for item in mentions]
    for what, span, text in shown:
        if span.of(article.text).split() != text.split():
            yield f"{what}: the text at {span.start}-{span.end} is {span.of(article.text)!r}"


def _moments(article: Article, marks: Marks) -> Iterator[Moment]:
    yield from marks.moments
    yield from (moment for moment in (article.published, article.modified) if moment is not None)
