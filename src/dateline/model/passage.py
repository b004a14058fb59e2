"""A labelled stretch of an article. The passages of an article partition its text."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.reason import Reason
from dateline.model.span import Span

PassageKind = Literal[
    "title",
    "subtitle",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "correction",
    "caption",
    "credit",
    "appeal",
    "related",
    "navigation",
    "advert",
    "comment",
    "footer",
]
PASSAGE_KINDS: tuple[PassageKind, ...] = get_args(PassageKind)

PROSE: frozenset[PassageKind] = frozenset({"title", "subtitle", "heading", "paragraph", "correction"})
"""The kinds in which finders look for claims, figures and moments."""

MAIN_TEXT: frozenset[PassageKind] = frozenset({"dateline", "heading", "paragraph", "correction"})
"""The kinds that make up the main text of an article, as the `read` contract defines it."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Where, of what kind, and why. White space between passages belongs to the passage before it (the first takes any that leads)."""

    span: Span
    kind: PassageKind
    reason: Reason
