"""A part of which the container says what it is: it is read so, without being recognised again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Self

from dateline.intake.plain import read_plain
from dateline.intake.raw import Raw
from dateline.model.issue import Issue
from dateline.model.source import Source


@dataclass(frozen=True)
class KnownPart(Raw):
    """A part with its reader: the body of a mail, the content of a feed's entry, the text of a record.

    The words of an article must not decide how it is read: one that begins with `{` or `From:` is still the text of its record.
    """

    reader: Callable[[Raw], Iterable[Source | Raw | Issue]] = read_plain

    @classmethod
    def of(cls, part: Raw, reader: Callable[[Raw], Iterable[Source | Raw | Issue]]) -> Self:
        """Give `part` its reader."""
        return cls(**{field.name: getattr(part, field.name) for field in fields(Raw)}, reader=reader)


def is_known_part(raw: Raw) -> bool:
    """Tell a part that brings its reader."""
    return isinstance(raw, KnownPart)


def read_known_part(raw: Raw) -> Iterable[Source | Raw | Issue]:
    """Read a part as its container says."""
    return raw.reader(raw) if isinstance(raw, KnownPart) else ()
