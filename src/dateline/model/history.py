"""How a number moved: what one party gave for one thing, article by article."""

from dataclasses import dataclass

from dateline.model.reason import Reason


@dataclass(frozen=True, slots=True)
class History:
    """A row of numbers for one thing (`about`) by one party (`speakers`; none: the outlets), an entry an article, earliest first.

    `figures` are ids; `values` the bounds of each, so that "3, 5, 5" can be read off the row.
    """

    about: str
    speakers: tuple[str, ...]
    figures: tuple[str, ...]
    values: tuple[tuple[float | None, float | None], ...]
    reason: Reason
