"""Direct, mixed or indirect: how much of a content stands in quotation marks."""

import re

from dateline.mark.found import Piece
from dateline.mark.quotes import Quotation, near
from dateline.mark.reading import Paragraph
from dateline.model.attribution import Manner

_WORD = re.compile(r"\w+")


def manner_of(content: list[Piece], quoted: list[list[Quotation]], paragraphs: list[Paragraph]) -> Manner:
    """Direct: every word quoted; mixed: some; indirect: none."""
    inside = outside = 0
    for piece in content:
        touching = near(quoted[piece.paragraph], piece.start, piece.end)
        for word in _WORD.finditer(paragraphs[piece.paragraph].text, piece.start, piece.end):
            if touching and near(touching, word.start(), word.end()):
                inside += 1
            else:
                outside += 1
    if inside == 0:
        return "indirect"
    return "mixed" if outside else "direct"
