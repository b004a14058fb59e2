"""Quotations and contents: a content that touches a quotation takes all of it, and goes on where the quotation goes on."""

from dateline.mark.found import Found, Piece
from dateline.mark.quotes import Quotation, near
from dateline.mark.reading import Paragraph

_SCARE = 4
"""Words of a quotation that counts as a single term in the narrator's own sentence."""


def extend(found: Found, quotations: list[list[Quotation]], paragraphs: list[Paragraph]) -> None:
    """Widen the contents of `found`, in place, to the quotations that they touch and to those that follow without a cue of their own."""
    pieces: list[Piece] = []
    touched: list[Quotation] = []
    for piece in found.content:
        start, end = piece.start, piece.end
        for quotation in near(quotations[piece.paragraph], start, end):
            if not _holds_cue(quotation, found):
                start, end = min(start, quotation.start), max(end, quotation.end)
                touched.append(quotation)
        pieces.append(Piece(piece.paragraph, start, end))
    found.content = _joined(pieces)
    if touched:
        _go_on(found, max(touched), quotations, paragraphs)


def _holds_cue(quotation: Quotation, found: Found) -> bool:
    return (
        found.cue is not None
        and found.site.paragraph == quotation.paragraph
        and quotation.start <= found.cue[0]
        and found.cue[1] <= quotation.end
    )


def _go_on(found: Found, last: Quotation, quotations: list[list[Quotation]], paragraphs: list[Paragraph]) -> None:
    """Follow a quotation that is left open into the next paragraphs."""
    while last.continues and last.paragraph + 1 < len(paragraphs):
        following = next((q for q in quotations[last.paragraph + 1] if q.start == 0), None)
        if following is None:
            return
        found.content.append(Piece(following.paragraph, following.start, following.end))
        last = following


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join pieces that overlap."""
    joined: list[Piece] = []
    for piece in sorted(pieces):
        if joined and joined[-1].paragraph == piece.paragraph and piece.start <= joined[-1].end:
            joined[-1] = Piece(piece.paragraph, joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return joined


def is_scare(quotation: Quotation) -> bool:
    """Tell whether a quotation is a single term, not something said."""
    return quotation.words <= _SCARE
