"""What a frame proposes: places of cue, source and content in the views of paragraphs, before they become raw spans."""

from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.mark.quotes import Quotation
from dateline.mark.reading import Sentence
from dateline.model.attribution import Act


class Piece(NamedTuple):
    """`start` to `end` of the view of paragraph number `paragraph`."""

    paragraph: int
    start: int
    end: int


@dataclass(slots=True)
class Site:
    """One sentence and what stands around it: where frames look."""

    paragraph: int
    number: int
    text: str
    sentence: Sentence
    quotations: list[Quotation]

    def quoted(self, start: int, end: int) -> Quotation | None:
        """Give the quotation that holds `start` to `end`, if any."""
        for quotation in self.quotations:
            if quotation.start <= start and end <= quotation.end:
                return quotation
        return None


@dataclass(slots=True)
class Origin:
    """The source phrase: where it stands, its head word and the sentence of that, and whether it was taken from another verb.

    `without` is the branch of the head that does not belong to the phrase, `pronoun` the place of a relative pronoun that stands for it,
    `also` a second head that the parser did not coordinate with the first.
    """

    start: int
    end: int
    sentence: Sentence
    head: int
    inherited: bool = False
    paragraph: int = -1
    without: int | None = None
    pronoun: tuple[int, int] | None = None
    also: int | None = None


@dataclass(slots=True)
class Found:
    """One attribution in the making.

    `weight` says who wins a clash (from 3 on it is surely speech), `site` is the sentence of the cue, `verb` the index of its word.
    `relays` are heads of those who passed the words on.
    """

    rule: str
    says: str
    act: Act
    weight: int
    site: Site
    verb: int
    cue: tuple[int, int] | None
    content: list[Piece]
    origin: Origin | None = None
    targets: list[int] = field(default_factory=list)
    sourceless: bool = False
    relays: list[int] = field(default_factory=list)
