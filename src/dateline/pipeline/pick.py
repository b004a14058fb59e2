"""One thing out of many, by what a person calls it."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from dateline.model.errors import UsageError
from dateline.model.story import Brief

MOST_NAMED = 5
"""Candidates that the message about a name of several things lists."""


def story(brief: Brief, name: str) -> Brief:
    """Give the part of a brief that is about one story: its id, or the first digits of it.

    Raises:
        UsageError: no story is named so, or several are.
    """
    titles = {item.id: item.title for item in brief.stories}
    id_ = _one(name, [id_ for id_ in titles if name and id_.startswith(name)], titles, ("story", "stories"))
    return narrowed(brief, id_)


def narrowed(brief: Brief, story_id: str) -> Brief:
    """Give the part of a brief that is about the story with this id."""
    told = next(item for item in brief.stories if item.id == story_id)
    inside = frozenset(told.articles)
    articles = tuple(article for article in brief.articles if article.id in inside)
    paths = frozenset(article.source.path for article in articles)
    return Brief(
        articles,
        tuple(pair for pair in brief.moments if pair[0] in inside),
        (told,),
        tuple(issue for issue in brief.issues if issue.path in paths),
    )


def article(paths: Mapping[str, str], name: str) -> str:
    """Give the id of an article, out of the paths by id: by its id, its path, the name of its file, or the first digits of its id.

    Raises:
        UsageError: no article is named so, or several are.
    """
    found: list[str] = []
    for meant in (
        [id_ for id_, path in paths.items() if name in {id_, path}],
        [id_ for id_, path in paths.items() if PurePath(path).name == name],
        [id_ for id_ in paths if name and id_.startswith(name)],
    ):
        found = found or meant
    return _one(name, found, paths, ("article", "articles"))


def _one(name: str, found: Sequence[str], labels: Mapping[str, str], nouns: tuple[str, str]) -> str:
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"the ledger has no {nouns[0]} {name!r}: `dateline stories` lists its stories, `dateline show` the articles of one"
        )
    shown = "; ".join(f"{id_} ({labels[id_]})" for id_ in found[:MOST_NAMED])
    more = f"; and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    raise UsageError(f"{len(found)} {nouns[1]} go by {name!r}: {shown}{more}. Give more of the id")
