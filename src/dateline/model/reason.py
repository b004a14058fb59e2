"""Why something is there: the rule that found it, and a short sentence for a person."""

from dataclasses import dataclass

from dateline.model.errors import UngroundedMark


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """The name of a rule (`room.name`, as `dateline rules` lists it) and what it saw, in a few words.

    >>> str(Reason("speech.clause", "“said” takes the clause that follows"))
    'speech.clause: “said” takes the clause that follows'
    """

    rule: str
    says: str

    def __post_init__(self) -> None:
        if not self.rule or not self.says:
            message = f"nothing is derived without a reason, got rule {self.rule!r} and sentence {self.says!r}"
            raise UngroundedMark(message)

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"
