"""One article: a source whose every character is labelled, with what it says of itself."""

from dataclasses import dataclass

from dateline.model.issue import Issue
from dateline.model.moment import Moment
from dateline.model.passage import Passage
from dateline.model.source import Source


@dataclass(frozen=True, slots=True)
class Article:
    """A source, its passages (a partition of its text, in order) and its metadata; None where nothing states it."""

    source: Source
    passages: tuple[Passage, ...]
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    issues: tuple[Issue, ...] = ()
    silent: tuple[tuple[int, int], ...] = ()
    """Stretches of the text (half open, ascending) that are no part of the words, such as a hyphen that only marks a line end: `unwrap`
    leaves them out of the view."""

    @property
    def id(self) -> str:
        """The id of the source: a hash of the bytes."""
        return self.source.id

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.source.text
