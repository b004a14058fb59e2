"""Accounts of one thing that part."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.reason import Reason

DisputeStatus = Literal["disputed", "superseded", "not comparable"]


@dataclass(frozen=True, slots=True)
class Side:
    """One account: its bounds, the figures and claims that give it (ids), who speaks, and from how many independent origins."""

    low: float | None
    high: float | None
    figures: tuple[str, ...]
    claims: tuple[str, ...]
    speakers: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """What it is about, how the sides stand to each other, and why."""

    id: str
    about: str
    status: DisputeStatus
    sides: tuple[Side, ...]
    reason: Reason
