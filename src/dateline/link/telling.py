"""One article as far as the grouping of stories needs it."""

from dataclasses import dataclass

from dateline.model.article import Article
from dateline.model.passage import PROSE


@dataclass(frozen=True, slots=True)
class Telling:
    """An article's id, prose (no furniture), and where known its title, its day (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) and its outlet."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


def telling_of(article: Article) -> Telling:
    """Take the prose of an article, and what it says of itself. The title is not repeated in the text."""
    text = article.text
    titles = [" ".join(passage.span.of(text).split()) for passage in article.passages if passage.kind == "title"]
    title = article.title or (titles[0] if titles else None)
    prose = [passage.span.of(text).strip() for passage in article.passages if passage.kind in PROSE and passage.kind != "title"]
    published = article.published.value if article.published is not None else None
    return Telling(article.id, "\n\n".join(prose), title, published, article.outlet)
