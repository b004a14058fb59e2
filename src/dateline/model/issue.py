"""Something odd that a person should know of, and that lost nothing."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """What was met (`kind`, `says`), in which input (`path`), and where in it, if that can be told.

    `fatal` is true where the input could not be read at all: such a run ends with exit code 3.
    """

    path: str
    kind: str
    says: str
    fatal: bool = False
    span: Span | None = None
