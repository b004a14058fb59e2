"""Words that two articles share."""

from dataclasses import dataclass

from dateline.model.reason import Reason
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Shared runs of eight words or more, earlier (or fuller) article first.

    `origin` and `copy` are article ids; `spans` pairs the place in the one with the place in the other; `share` is the part of the
    words of the copy's prose that stands in such runs (0 to 1). `one_origin` is true where the whole piece is a print of the
    other, not just a shared sentence.
    """

    origin: str
    copy: str
    spans: tuple[tuple[Span, Span], ...]
    share: float
    one_origin: bool
    reason: Reason
