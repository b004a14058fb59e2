"""Versions of one piece, saved at several times."""

from dataclasses import dataclass

from dateline.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Chain:
    """The ids of the versions of one piece, earliest first, and why each follows the one before.

    Only within a chain may it be said that the outlet removed something.
    """

    articles: tuple[str, ...]
    reasons: tuple[Reason, ...]
