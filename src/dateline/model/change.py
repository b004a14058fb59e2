"""What an article adds to the state of its story before it, claim by claim."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.reason import Reason

ChangeKind = Literal["new", "repeated", "reworded", "updated", "dropped", "conflicting"]


@dataclass(frozen=True, slots=True)
class Change:
    """The claim before and the claim after (ids; one of them may be None). "Dropped" means: not in the later version, no more."""

    kind: ChangeKind
    before: str | None
    after: str | None
    reason: Reason
