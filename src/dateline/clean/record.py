"""One line of the `read` contract."""

from typing import Any

from dateline.model.article import Article
from dateline.model.moment import Moment


def record(article: Article) -> dict[str, Any]:
    """Give an article as the `read` command prints it: JSON values only, keys and meaning as in the contract."""
    return {
        "path": article.source.path,
        "id": article.id,
        "sha256": article.source.sha256,
        "text": article.text,
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": list(article.authors),
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "published": _moment(article, article.published),
        "modified": _moment(article, article.modified),
        "passages": [
            {"start": passage.span.start, "end": passage.span.end, "kind": passage.kind, "reason": str(passage.reason)}
            for passage in article.passages
        ],
    }


def _moment(article: Article, moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    return {
        "text": moment.text,
        "article": article.id if moment.span is not None else None,
        "start": moment.span.start if moment.span is not None else None,
        "end": moment.span.end if moment.span is not None else None,
        "type": moment.type,
        "value": moment.value,
        "anchor": moment.anchor,
        "inferred": moment.inferred,
        "reason": str(moment.reason),
    }
