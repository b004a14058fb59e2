"""The claims of one article: attributions with their parties and the time of saying, and the figures that the outlet itself states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mark.said import said_at
from dateline.mark.speakers import resolve, sentence_of, sentence_starts
from dateline.model.claim import Claim
from dateline.model.figure import COMPARED
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.model.span import cover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mark.mentions import Named
    from dateline.mark.reading import Reading
    from dateline.mark.speakers import Resolved
    from dateline.model.attribution import Attribution
    from dateline.model.figure import Figure
    from dateline.model.moment import Moment
    from dateline.model.span import Span

OUTLET_CONFIDENCE = 0.9
"""That the narrator states a figure is certain once no attribution holds it; the rest is the risk of a missed attribution
(recall of the finder)."""

RULES = (
    Rule(
        "claims.outlet-figure",
        "a figure that stands in nobody's words is the outlet's own",
        "The storm destroyed 40 homes.",
        "The storm destroyed 40 homes, the mayor said.",
    ),
)


def find(
    reading: Reading, attributions: Sequence[Attribution], named: tuple[Named, ...], moments: Sequence[Moment], figures: Sequence[Figure]
) -> tuple[Claim, ...]:
    """Give the claims of the article, in the order of the text: those of sources, then among them the outlet's own figures."""
    resolved = resolve(reading, attributions, named)
    starts = sentence_starts(reading)
    claims = [_claim(reading, starts, item, parties, moments) for item, parties in zip(attributions, resolved, strict=True)]
    claims.extend(_outlet_claims(reading, starts, claims, figures))
    return tuple(sorted(claims, key=lambda claim: (claim.content[0].start, claim.id)))


def _claim(reading: Reading, starts: Sequence[int], item: Attribution, parties: Resolved, moments: Sequence[Moment]) -> Claim:
    whole = cover(item.content)
    said = None
    if item.cue:
        paragraph, sentence = reading.sentences[sentence_of(starts, item.cue[0].start)]
        bounds = paragraph.span(sentence.start, sentence.end)
        near = [moment for moment in moments if moment.span is not None and bounds.holds(moment.span)]
        said = said_at(item, paragraph, sentence, near)
    return Claim(
        item.id,
        reading.article.id,
        "source",
        item.manner,
        item.act,
        item.content,
        whole.of(reading.article.text),
        item.confidence,
        item.reason,
        item.source,
        item.cue,
        parties.speakers,
        parties.candidates,
        parties.via,
        parties.to,
        parties.targets,
        said,
        item.inside,
    )


def _outlet_claims(reading: Reading, starts: Sequence[int], claims: Sequence[Claim], figures: Sequence[Figure]) -> list[Claim]:
    found: dict[int, Claim] = {}
    article = reading.article
    for figure in figures:
        if figure.kind not in COMPARED or owner(figure.span, claims) is not None:
            continue
        number = sentence_of(starts, figure.span.start)
        paragraph, sentence = reading.sentences[number]
        span = paragraph.span(sentence.start, sentence.end)
        if number in found or paragraph.passage.kind not in {"paragraph", "correction"}:
            continue
        reason = Reason("claims.outlet-figure", f"“{' '.join(figure.text.split())}” stands in nobody's words: the outlet's own figure")
        found[number] = Claim(
            content_id("claim", article.source.sha256, span.start, "outlet"),
            article.id,
            "outlet",
            "indirect",
            "statement",
            (span,),
            span.of(article.text),
            OUTLET_CONFIDENCE,
            reason,
        )
    return [found[number] for number in sorted(found)]


def owner(span: Span, claims: Sequence[Claim]) -> Claim | None:
    """Give the innermost claim whose content holds the span: of those that do, the one with the shortest content; None where none does."""
    holding = [
        (sum(part.end - part.start for part in claim.content), claim.id, claim)
        for claim in claims
        if any(part.overlaps(span) for part in claim.content)
    ]
    return min(holding, key=lambda row: row[:2])[2] if holding else None


def owned(figures: Sequence[Figure], claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Give the figures with the id of the claim in which each stands."""
    return tuple(replace(figure, claim=None if (claim := owner(figure.span, claims)) is None else claim.id) for figure in figures)
