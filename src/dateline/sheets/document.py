"""From a brief to the story document of the contract: plain dicts, lists and strings, ready for JSON.

Keys and shapes are fixed by `dateline.sheets.schema`; order is the order of the brief, so the same brief gives the same bytes.
"""

import json
from collections.abc import Iterable
from typing import Any

from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.copy import Copy
from dateline.model.dispute import Dispute, Side
from dateline.model.figure import Figure
from dateline.model.moment import Moment
from dateline.model.party import Party
from dateline.model.span import Span
from dateline.model.story import Brief, Story
from dateline.sheets.rulings import ruling_row

SCHEMA = "dateline/1"
"""The version of the document. It changes when a key is renamed or loses its meaning."""

MOST_QUESTIONS = 7
"""Questions shown of a small story, unless all are asked for (`product.md`, feature 8)."""

SMALL_STORY = 5
"""Articles of the largest story that is small."""

Json = dict[str, Any]


def document(brief: Brief, *, all_questions: bool = False) -> Json:
    """Give the story document of a brief. Of a small story only the first seven questions, unless `all_questions`."""
    moments = dict(brief.moments)
    return {
        "schema": SCHEMA,
        "articles": [_article(article, moments.get(article.id, ())) for article in brief.articles],
        "stories": [_story(story, all_questions=all_questions) for story in brief.stories],
    }


def to_json(brief: Brief, *, all_questions: bool = False) -> str:
    """Print the document as JSON, one space an indent, a newline at the end."""
    return json.dumps(document(brief, all_questions=all_questions), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def article_line(article: Article) -> str:
    """Print what was read of one article as one line of JSON (the contract of `dateline read`)."""
    line = {
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
        "published": _moment(article.published),
        "modified": _moment(article.modified),
        "passages": _passages(article),
    }
    return json.dumps(line, ensure_ascii=False, allow_nan=False)


def _passages(article: Article) -> list[Json]:
    return [{"start": p.span.start, "end": p.span.end, "kind": p.kind, "reason": str(p.reason)} for p in article.passages]


def _article(article: Article, moments: Iterable[Moment]) -> Json:
    return {
        "id": article.id,
        "path": article.source.path,
        "sha256": article.source.sha256,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "published": _moment(article.published),
        "passages": [{"start": p.span.start, "end": p.span.end, "kind": p.kind, "reason": str(p.reason)} for p in article.passages],
        "moments": [_moment(moment) for moment in moments],
    }


def _story(story: Story, *, all_questions: bool) -> Json:
    whole = all_questions or len(story.articles) > SMALL_STORY
    return {
        "id": story.id,
        "title": story.title,
        "about": story.about,
        "articles": list(story.articles),
        "joined": [str(reason) for reason in story.joined],
        "events": [list(event) for event in story.events],
        "versions": [{"articles": list(c.articles), "reasons": [str(reason) for reason in c.reasons]} for c in story.versions],
        "origins": story.origins,
        "claims": [_claim(claim) for claim in story.claims],
        "figures": [_figure(figure) for figure in story.figures],
        "copies": [_copy(copy) for copy in story.copies],
        "disputes": [_dispute(dispute) for dispute in story.disputes],
        "changes": [{"kind": c.kind, "before": c.before, "after": c.after, "reason": str(c.reason)} for c in story.changes],
        "timeline": [{"when": _moment(entry.when), "claims": list(entry.claims)} for entry in story.timeline],
        "questions": [
            {
                "id": question.id,
                "kind": question.kind,
                "to": list(question.to),
                "text": question.text,
                "rank": question.rank,
                "because": list(question.because),
                "reason": str(question.reason),
            }
            for question in story.questions
            if whole or question.rank <= MOST_QUESTIONS
        ],
        "histories": [
            {
                "about": row.about,
                "speakers": list(row.speakers),
                "figures": list(row.figures),
                "values": [[_number(low), _number(high)] for low, high in row.values],
                "reason": str(row.reason),
            }
            for row in story.histories
        ],
        "rulings": [ruling_row(ruling) for ruling in story.rulings],
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "voice": claim.voice,
        "manner": claim.manner,
        "act": claim.act,
        "speakers": _parties(claim.speakers),
        "candidates": _parties(claim.candidates),
        "via": _parties(claim.via),
        "to": _parties(claim.to),
        "targets": _parties(claim.targets),
        "source": _spans(claim.source),
        "cue": _spans(claim.cue),
        "content": _spans(claim.content),
        "text": claim.text,
        "said": _moment(claim.said),
        "inside": claim.inside,
        "confidence": claim.confidence,
        "reason": str(claim.reason),
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "article": figure.span.source,
        "claim": figure.claim,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "bound": figure.bound,
        "unit": figure.unit,
        "of": figure.of,
        "kind": figure.kind,
        "state": figure.state,
        "place": figure.place,
        "whole": _number(figure.whole),
        "role": figure.role,
        "as_of": _moment(figure.as_of),
        "reason": str(figure.reason),
    }


def _copy(copy: Copy) -> Json:
    return {
        "from": copy.origin,
        "to": copy.copy,
        "spans": [[_pair(here), _pair(there)] for here, there in copy.spans],
        "share": copy.share,
        "reason": str(copy.reason),
    }


def _dispute(dispute: Dispute) -> Json:
    return {
        "id": dispute.id,
        "about": dispute.about,
        "status": dispute.status,
        "sides": [_side(side) for side in dispute.sides],
        "reason": str(dispute.reason),
    }


def _side(side: Side) -> Json:
    return {
        "low": _number(side.low),
        "high": _number(side.high),
        "figures": list(side.figures),
        "claims": list(side.claims),
        "speakers": list(side.speakers),
        "origins": side.origins,
    }


def _parties(parties: Iterable[Party]) -> list[Json]:
    return [
        {"name": party.name, "role": party.role, "mention": _spans(party.mention), "resolved_by": party.resolved_by} for party in parties
    ]


def _moment(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    span = moment.span
    return {
        "text": moment.text,
        "article": None if span is None else span.source,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "type": moment.type,
        "value": moment.value,
        "anchor": moment.anchor,
        "inferred": moment.inferred,
        "reason": str(moment.reason),
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _number(value: float | None) -> float | int | None:
    """Whole values print as whole numbers: 1500, not 1500.0."""
    if value is None or not float(value).is_integer():
        return value
    return int(value)
