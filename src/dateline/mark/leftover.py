"""Quotations that no cue took: they go on from the one before, or stand without a speaker, and say so."""

from dateline.mark.found import Found, Piece, Site
from dateline.mark.quoted import is_scare
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Paragraph

_WHOLE = 3
"""Characters beside a quotation in its sentences that still leave it a sentence of its own."""


def attach(founds: list[Found], quoted: list[list[Quotation]], paragraphs: list[Paragraph]) -> list[Found]:
    """Give every quotation that is a sentence of its own to the attribution beside it; else make it one without a speaker."""
    added: list[Found] = []
    for row in quoted:
        for quotation in row:
            if is_scare(quotation) or _taken(quotation, founds) or _goes_on(quotation, quoted) or not _own_sentence(quotation, paragraphs):
                continue
            owner = _before(quotation, founds, paragraphs) or _after(quotation, founds, paragraphs)
            if owner is not None:
                owner.content = sorted([*owner.content, Piece(quotation.paragraph, quotation.start, quotation.end)])
            else:
                added.append(_alone(quotation, paragraphs))
    return [*founds, *added]


def _taken(quotation: Quotation, founds: list[Found]) -> bool:
    return any(
        p.paragraph == quotation.paragraph and p.start < quotation.end and quotation.start < p.end for f in founds for p in f.content
    )


def _goes_on(quotation: Quotation, quoted: list[list[Quotation]]) -> bool:
    """The later part of a quotation over paragraphs."""
    return quotation.start == 0 and quotation.paragraph > 0 and any(q.continues for q in quoted[quotation.paragraph - 1])


def _own_sentence(quotation: Quotation, paragraphs: list[Paragraph]) -> bool:
    """Tell whether the quotation fills its sentences."""
    outside = 0
    for sentence in paragraphs[quotation.paragraph].sentences:
        if sentence.start < quotation.end and quotation.start < sentence.end:
            outside += max(0, quotation.start - sentence.start) + max(0, sentence.end - quotation.end)
    return outside <= _WHOLE


def _before(quotation: Quotation, founds: list[Found], paragraphs: list[Paragraph]) -> Found | None:
    """The attribution of a quotation in the sentence just before, in the same paragraph."""
    sentences = paragraphs[quotation.paragraph].sentences
    before = [s for s in sentences if s.end <= quotation.start]
    if not before:
        return None
    low, high = before[-1].start, before[-1].end
    for found in founds:
        if found.weight < 3 or found.origin is None:  # noqa: PLR2004 - 3 is "sure"
            continue
        if found.site.paragraph == quotation.paragraph and low <= found.site.sentence.start < high:
            return found
        if any(p.paragraph == quotation.paragraph and low <= p.end - 1 < high and p.end == high for p in found.content):
            return found
    return None


def _after(quotation: Quotation, founds: list[Found], paragraphs: list[Paragraph]) -> Found | None:
    """The attribution whose quotation begins the next sentence of the same paragraph."""
    sentences = paragraphs[quotation.paragraph].sentences
    after = [s for s in sentences if s.start >= quotation.end]
    if not after:
        return None
    for found in founds:
        if found.weight >= 3 and any(p.paragraph == quotation.paragraph and p.start == after[0].start for p in found.content):  # noqa: PLR2004 - 3 is "sure"
            return found
    return None


def _alone(quotation: Quotation, paragraphs: list[Paragraph]) -> Found:
    paragraph = paragraphs[quotation.paragraph]
    number, sentence = next((i, s) for i, s in enumerate(paragraph.sentences) if s.end > quotation.start)
    site = Site(quotation.paragraph, number, paragraph.text, sentence, [quotation])
    content = [Piece(quotation.paragraph, quotation.start, quotation.end)]
    return Found(
        "speech.no-speaker", "a quotation beside which no speaker was found", "statement", 1, site, -1, None, content, sourceless=True
    )
