"""All that the finders see in one article."""

from dataclasses import dataclass

from dateline.model.attribution import Attribution
from dateline.model.claim import Claim
from dateline.model.figure import Figure
from dateline.model.moment import Moment
from dateline.model.part import Part
from dateline.model.party import Mention


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of the article with id `article`, each in the order of the text.

    `claims` are the attributions with their parties resolved within the article; `mentions` are all named parties of the prose,
    whether they speak or not; `parts` the parties that others say something of.
    """

    article: str
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    moments: tuple[Moment, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()
