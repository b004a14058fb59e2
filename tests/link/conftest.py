import pytest

from dateline.model.article import Article
from dateline.model.moment import Moment
from dateline.model.passage import Passage
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span

WHY = Reason("test.made", "made for a test")


def make_article(name, *passages, published=None, **facts):
    """Passages are texts, or pairs of kind and text; each is followed by a line end that belongs to it."""
    text, made = "", []
    for passage in passages:
        kind, words = passage if isinstance(passage, tuple) else ("paragraph", passage)
        made.append(Passage(Span(name, len(text), len(text) + len(words) + 1), kind, WHY))
        text += words + "\n"
    day = Moment(None, published, "DATE", published, "", WHY) if published else None
    return Article(Source(name, f"{name}.txt", name * 4, "text/plain", "utf-8", text), tuple(made), published=day, **facts)


@pytest.fixture(scope="session")
def article():
    return make_article
