"""Where the words of a brief stand: from a span to the sentence that holds it, and to a short name for its article."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from dateline.model.article import Article
from dateline.model.span import Span, cover
from dateline.sheets.excerpt import clip, clip_around, one_line
from dateline.text.sentences import sentences
from dateline.text.unwrap import unwrap


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of an article and its words on one line.

    `label` names the article, `path` is its file; `span` is what is quoted, `within` the place in `text` of the words that
    matter: all of it, or a figure in its sentence. `anchor` names the highlighted words on the page.
    """

    span: Span
    text: str
    label: str
    path: str
    within: tuple[int, int]
    anchor: str = ""

    def clipped(self, most: int) -> str:
        """Give at most about `most` characters, the words that matter among them."""
        return clip(self.text, most) if self.within == (0, len(self.text)) else clip_around(self.text, *self.within, most)


class Evidence:
    """The articles of one story, ready to be quoted."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._sentences: dict[tuple[str, int], tuple[Span, ...]] = {}
        self.labels = labels(tuple(self._articles.values()))

    def article(self, id_: str) -> Article:
        """Give the article with that id."""
        return self._articles[id_]

    def words(self, spans: Iterable[Span], anchor: str = "") -> Words:
        """Quote from the first to the last character of `spans`."""
        span = cover(spans)
        text = one_line(span.of(self.article(span.source).text))
        return self._quote(span, text, (0, len(text)), anchor)

    def sentence(self, span: Span, anchor: str = "") -> Words:
        """Quote the sentence (or sentences) in which `span` stands."""
        article = self.article(span.source)
        around = cover([span, *(s for s in self._split(article, span) if s.overlaps(span))])
        text = one_line(around.of(article.text))
        before = len(one_line(article.text[around.start : span.start] + "|")) - 1
        return self._quote(around, text, (before, before + len(one_line(span.of(article.text)))), anchor)

    def _quote(self, span: Span, text: str, within: tuple[int, int], anchor: str) -> Words:
        return Words(span, text, self.labels[span.source], one_line(self.article(span.source).source.path), within, anchor)

    def _split(self, article: Article, span: Span) -> tuple[Span, ...]:
        index = bisect_right([p.span.start for p in article.passages], span.start) - 1
        if index < 0:
            return ()
        key = (article.id, index)
        if key not in self._sentences:
            passage = article.passages[index].span
            view = unwrap(article.text, passage.start, passage.end, article.silent)
            self._sentences[key] = tuple(Span(article.id, *view.raw(a, b)) for a, b in sentences(view.text))
        return self._sentences[key]


def labels(articles: tuple[Article, ...]) -> dict[str, str]:
    """Name each article as shortly as tells it apart: its outlet, else its file name, else its path."""
    outlets = Counter(article.outlet for article in articles)
    files = Counter(PurePath(article.source.path).name for article in articles)
    named = {}
    for article in articles:
        name = PurePath(article.source.path).name
        if article.outlet is not None and outlets[article.outlet] == 1:
            named[article.id] = one_line(article.outlet)
        else:
            named[article.id] = one_line(name if name and files[name] == 1 else article.source.path)
    return named
