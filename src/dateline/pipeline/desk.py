"""The desk: the Python way to everything the command line does.

>>> from dateline.pipeline.desk import Desk
>>> brief = Desk().brief(["examples/ferry"])  # doctest: +SKIP
>>> [story.title for story in brief.stories]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.clean.article import clean
from dateline.intake.files import read as intake
from dateline.link.origins import origins
from dateline.mark.parse import read_all
from dateline.model.identity import content_id
from dateline.model.issue import Issue
from dateline.model.marks import Marks
from dateline.model.moment import Moment
from dateline.model.story import Brief, Story
from dateline.pipeline.given import day_of, published
from dateline.pipeline.stage import run
from dateline.pipeline.stages import checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.model.article import Article
    from dateline.model.ruling import Ruling

ENGLISH = "en"


class Desk:
    """Runs the stages over files, and over lines for other programs. Holds no state between calls."""

    def __init__(self) -> None:
        self.stages = checked()
        """The list of stages that every call runs."""

    def read(self, paths: Sequence[Path | str], dates: Mapping[str, str] | None = None) -> tuple[list[Article], list[Issue]]:
        """Read and clean files and folders; `dates` gives days of publication (YYYY, YYYY-MM or YYYY-MM-DD) by path.

        The articles come in the order of the inputs; what could not be read is a fatal issue.
        """
        sources, issues = intake(paths)
        given = dates or {}
        articles = [clean(source, published(day_of(source.path, given))) for source in sources]
        return articles, [*issues, *(issue for article in articles for issue in article.issues)]

    def brief(self, paths: Sequence[Path | str], dates: Mapping[str, str] | None = None) -> Brief:
        """Read files and folders and lay the stories out. The result does not depend on the order of the paths."""
        articles, issues = self.read(paths, dates)
        return self.stories(articles, issues)

    def stories(self, articles: Iterable[Article], issues: Iterable[Issue] = (), rulings: Sequence[Ruling] = ()) -> Brief:
        """Mark articles, group them into stories, and weigh each story; `rulings` are those in force."""
        listed = sorted(articles, key=lambda article: article.id)
        found = list(issues)
        marks = {}
        for article in listed:
            if article.language not in {None, ENGLISH}:
                says = f"the language is {article.language!r}: kept, searched and grouped, but not analysed (English only)"
                found.append(Issue(article.source.path, "not-analysed", says))
                marks[article.id] = Marks(article.id)
            else:
                marks[article.id] = self.marks(article)
        groups = run(self.stages, "pile", {"articles": listed, "rulings": rulings})["groups"]
        told = []
        moments: dict[str, tuple[Moment, ...]] = {}
        by_id = {article.id: article for article in listed}
        for group in groups:
            members = [by_id[name] for name in sorted(group.tellings)]
            values = run(
                self.stages, "story", {"articles": members, "marks": [marks[article.id] for article in members], "rulings": rulings}
            )
            dated = values["dating"]
            moments.update(dated.moments)
            found.extend(dated.issues)
            told.append(
                Story(
                    content_id("story", dated.order[0]),
                    values["title"],
                    dated.order,
                    origins(dated.order, values["copies"]),
                    group.joined,
                    tuple(sorted(dated.claims, key=lambda claim: (dated.order.index(claim.article), claim.content[0].start, claim.id))),
                    values["figures"],
                    values["copies"],
                    values["disputes"],
                    values["changes"],
                    values["timeline"],
                    values["questions"],
                    values["about"],
                    group.events,
                    values["versions"],
                    _touching(rulings, values),
                    values["histories"],
                )
            )
        told.sort(key=lambda story: (-len(story.articles), story.id))
        order = [name for story in told for name in story.articles]
        return Brief(
            tuple(by_id[name] for name in order),
            tuple((name, moments[name]) for name in order),
            tuple(told),
            tuple(sorted(found, key=lambda issue: (not issue.fatal, issue.path, issue.kind, issue.says))),
        )

    def marks(self, article: Article) -> Marks:
        """Find the marks of one article."""
        return self.marks_of([article])[0]

    def marks_of(self, articles: Sequence[Article]) -> list[Marks]:
        """Find the marks of each article: the same as one by one, but their sentences are parsed together, which is faster."""
        after = [stage for stage in self.stages if stage.name not in {"clean", "parse"}]
        return [
            run(after, "article", {"article": article, "reading": reading})["marks"]
            for article, reading in zip(articles, read_all(articles), strict=True)
        ]

    def annotate(self, lines: Iterable[str], *, nested: bool = False, issues: list[Issue] | None = None, jobs: int = 1) -> Iterator[str]:
        """Give a line of marks for each line of `{"id", "text", "date"}` (the contract of `dateline annotate`), in order."""
        from dateline.pipeline.annotate import annotate  # noqa: PLC0415 - that module needs this one

        return annotate(lines, nested=nested, issues=issues if issues is not None else [], jobs=jobs)

    def cluster(self, lines: Iterable[str], *, issues: list[Issue] | None = None) -> Iterator[str]:
        """Give a line `{"id", "story"}` for each line of `{"id", "text", ...}` (the contract of `dateline cluster`), in order."""
        from dateline.pipeline.cluster import cluster  # noqa: PLC0415 - that module needs one that needs this one

        return cluster(lines, issues if issues is not None else [])


def _touching(rulings: Sequence[Ruling], values: Mapping[str, Any]) -> tuple[Ruling, ...]:
    """Give the rulings on something of this story: one of its articles, claims, figures, disputes or questions."""
    named = ("articles", "found", "partings", "asked")
    subjects = {item.id for name in named for item in values[name]} | {figure.id for mark in values["marks"] for figure in mark.figures}
    return tuple(ruling for ruling in rulings if ruling.subject in subjects)
