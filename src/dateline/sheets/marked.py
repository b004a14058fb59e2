"""One article with every passage's kind and the marks in it: as text for a person, as plain dicts for JSON."""

import textwrap
from collections.abc import Iterator
from typing import Any

from dateline.model.article import Article
from dateline.model.passage import Passage, PassageKind
from dateline.model.span import Span, cover
from dateline.model.story import Brief, Story
from dateline.sheets.dates import dated
from dateline.sheets.document import SCHEMA, document
from dateline.sheets.evidence import Evidence
from dateline.sheets.excerpt import clip, one_line
from dateline.sheets.saying import saying
from dateline.sheets.values import bounds

LONGEST = 160
"""Characters of a mark's words on its line: the passage above has them whole."""

Line = tuple[Span, str, str, str]
"""A mark: where it stands, what it is, what is read from it, why."""


def marked(brief: Brief, id_: str, kinds: frozenset[PassageKind], width: int) -> str:
    """Write the article with this id, passages of `kinds` only, in lines of at most `width` columns."""
    article = next(item for item in brief.articles if item.id == id_)
    marks = sorted(_marks(brief, article), key=lambda line: (line[0].start, -line[0].end, line[1], line[2]))
    lines = [one_line(article.title or article.source.path)]
    facts = [f"article {article.id}", one_line(article.source.path), dated(article.published) or "undated"]
    facts += [one_line(fact) for fact in (article.outlet, article.url, article.language) if fact is not None]
    lines += textwrap.wrap(" · ".join(facts), width)
    for passage in article.passages:
        if passage.kind in kinds:
            lines += ["", *_passage(article, passage, width)]
            lines += [row for mark in marks if passage.span.start <= mark[0].start < passage.span.end for row in _mark(mark, width)]
    return "\n".join(lines) + "\n"


def marked_document(brief: Brief, id_: str, kinds: frozenset[PassageKind]) -> dict[str, Any]:
    """Give the article with this id, its claims and its figures, as they stand in the story document; passages of `kinds` only."""
    whole = document(brief)
    article = next(item for item in whole["articles"] if item["id"] == id_)
    article["passages"] = [passage for passage in article["passages"] if passage["kind"] in kinds]
    (story,) = (item for item in whole["stories"] if id_ in item["articles"])
    return {
        "schema": SCHEMA,
        "story": story["id"],
        "article": article,
        "claims": [claim for claim in story["claims"] if claim["article"] == id_],
        "figures": [figure for figure in story["figures"] if figure["article"] == id_],
    }


def _passage(article: Article, passage: Passage, width: int) -> Iterator[str]:
    yield f"{passage.kind} {passage.span.start}-{passage.span.end} ({one_line(str(passage.reason))})"
    yield from textwrap.wrap(one_line(passage.span.of(article.text)), width, initial_indent="  ", subsequent_indent="  ")


def _mark(mark: Line, width: int) -> list[str]:
    span, what, says, reason = mark
    text = f"{what} {span.start}-{span.end}  {says}  ({one_line(reason)})"
    return textwrap.wrap(text, width, initial_indent="    - ", subsequent_indent="      ")


def _marks(brief: Brief, article: Article) -> Iterator[Line]:
    story: Story = next(item for item in brief.stories if article.id in item.articles)
    evidence = Evidence([item for item in brief.articles if item.id in story.articles])
    for claim in story.claims:
        if claim.article == article.id:
            said = saying(claim, evidence)
            who = f"{said.subject} {said.did}".strip() + (f" via {said.via}" if said.via else "")
            words = clip(one_line(claim.text), LONGEST)
            yield cover([*claim.source, *claim.cue, *claim.content]), f"claim {claim.id}", f"{who}, {claim.manner}: {words}", said.reason
    for figure in story.figures:
        if figure.span.source == article.id:
            of = f" of {one_line(figure.of)}" if figure.of is not None else ""
            value = bounds(figure.low, figure.high) or "no value"
            yield figure.span, f"figure {figure.id}", f"{one_line(figure.text)}: {figure.kind}, {value}{of}", str(figure.reason)
    for moment in dict(brief.moments).get(article.id, ()):
        if moment.span is not None:
            value = moment.value if moment.value is not None else "no value"
            yield moment.span, "time", f"{one_line(moment.text)}: {moment.type}, {value}", str(moment.reason)
