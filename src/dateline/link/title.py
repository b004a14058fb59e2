"""What a story is called: a headline that one of its articles bears, or a sentence that stands in one. Nothing is written anew.

Enters: the articles of one story. Leaves: verbatim words (white space single). Chosen is the headline that is, on the average, most
like all the articles; where no article bears one, the first sentence that is.
"""

from collections.abc import Mapping, Sequence

from dateline.link.compare.vocabulary import dot
from dateline.link.profile import profile
from dateline.link.telling import Telling, telling_of
from dateline.model.article import Article
from dateline.text.sentences import sentences
from dateline.text.unwrap import unwrap

LEAD = 1
"""Sentences of each article, from the first on, that may stand for a headline: news says first what it is about."""

SHORTEST = 4
"""Words of the shortest sentence that may: "Read more." is none."""

UNTITLED = "(no words)"


def story_title(articles: Sequence[Article]) -> str:
    """Give the most central headline, else the most central sentence of the leads; of equals the shorter, then by the alphabet."""
    tellings = _tellings(articles)
    headlines = sorted({telling.title for telling in tellings if telling.title})
    return _most_central(headlines, tellings) or story_about(articles) or UNTITLED


def story_about(articles: Sequence[Article]) -> str | None:
    """Give in one sentence what the story is about: the most central first sentence of its articles, verbatim; None where there is none."""
    return _most_central(sorted({sentence for article in articles for sentence in _lead(article)}), _tellings(articles))


def _tellings(articles: Sequence[Article]) -> list[Telling]:
    return [telling_of(article) for article in sorted(articles, key=lambda article: article.id)]


def _most_central(candidates: Sequence[str], tellings: Sequence[Telling]) -> str | None:
    pieces = [profile(Telling(telling.id, telling.text)).words.weighed for telling in tellings]
    return min(candidates, key=lambda words: (-_central(words, pieces), len(words), words), default=None)


def _central(words: str, pieces: Sequence[Mapping[str, float]]) -> float:
    mine = profile(Telling("", words)).words.weighed
    return round(sum(dot(mine, piece) for piece in pieces), 9)


def _lead(article: Article) -> list[str]:
    """Give the first sentences of the first paragraph that has any: bylines and captions are no part of it."""
    for passage in article.passages:
        if passage.kind == "paragraph":
            view = unwrap(article.text, passage.span.start, passage.span.end, article.silent).text
            found = [view[start:end] for start, end in sentences(view)]
            long = [sentence for sentence in found if len(sentence.split()) >= SHORTEST]
            if long:
                return long[:LEAD]
    return []
