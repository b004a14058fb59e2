"""A claim: an attribution whose parties are known, or a figure or status that the outlet itself states."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.attribution import Act, Manner
from dateline.model.moment import Moment
from dateline.model.party import Party
from dateline.model.reason import Reason
from dateline.model.span import Span

Voice = Literal["source", "outlet"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of the ledger. `text` is the article's text from the first to the last character of `content`.

    `speakers` is empty where no source is given or none could be told; then `candidates` may say who it could be. `said` is the time
    expression of the saying, None where there is none (the publication date is not put in its place). `inside` is the id of the claim
    within whose content this one stands. `confidence` is the measured precision of the rule that found it.
    """

    id: str
    article: str
    voice: Voice
    manner: Manner
    act: Act
    content: tuple[Span, ...]
    text: str
    confidence: float
    reason: Reason
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speakers: tuple[Party, ...] = ()
    candidates: tuple[Party, ...] = ()
    via: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    said: Moment | None = None
    inside: str | None = None
