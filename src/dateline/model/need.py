"""What a document asks of a program, when it is read as if it were a specification."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.article import Article
from dateline.model.reason import Reason
from dateline.model.span import Span

NeedKind = Literal["requirement", "user", "limit"]


@dataclass(frozen=True, slots=True)
class Need:
    """A sentence that requires something, the words that name a user, or a figure on hardware or performance; `text` are its words.

    `sentence` is the whole sentence that it stands in.
    """

    kind: NeedKind
    span: Span
    text: str
    sentence: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Specification:
    """One document, its needs in order, and whether it reads as a specification at all, with the reason for that.

    `reported` counts the claims of sources in it: what somebody is said to have said is required of nobody here.
    """

    article: Article
    needs: tuple[Need, ...]
    reported: int
    is_one: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing that has to be known before building: the question, why it matters, and the needs that speak of it (none: missing)."""

    name: str
    ask: str
    matters: str
    needs: tuple[tuple[str, Need], ...]
