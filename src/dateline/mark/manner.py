"""Direct, mixed or indirect: how much of a content stands in quotation marks."""

import re

from dateline.mark.found import Piece
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Paragraph
from dateline.model.attribution import Manner

_WORD = re.compile(r"\w+")


def manner_of(content: list[Piece], quoted: list[list[Quotation]], paragraphs: list[Paragraph]) -> Manner:
    """Direct: every word quoted; mixed: some; indirect: none."""
    inside = outside = 0
    for piece in content:
        near = [q for q in quoted[piece.paragraph] if q.start < piece.end and piece.start < q.end]
        for word in _WORD.finditer(paragraphs[piece.paragraph].text, piece.start, piece.end):
            if any(q.start <= word.start() < q.end for q in near):
                inside += 1
            else:
                outside += 1
    if inside == 0:
        return "indirect"
    return "mixed" if outside else "direct"
