"""How much one input may unfold to: shared by everything in it, so that archives within archives cannot multiply."""

from dataclasses import dataclass
from typing import Self

from dateline.model.errors import UnreadableInput

LEAST = 100_000_000
"""Bytes that every input may unfold to, however small it is."""

RATIO = 200
"""Bytes that a stored byte may become on top of that. Saved pages shrink to a third to a thirtieth, a solid archive of pages of
one site to a hundredth at most; a bomb of one layer of deflate reaches 1,032, one of two layers a million."""

PART = 1_000
"""Bytes that each part counts for, besides its own: so that a million empty parts are not free."""


class Exhausted(UnreadableInput):
    """An input unfolds to more than it may: nothing more of it is read."""


@dataclass(slots=True)
class Budget:
    """What is left to unfold, in bytes. One for each input; its parts share it."""

    left: int = LEAST

    @classmethod
    def of(cls, stored: int) -> Self:
        """Give the budget of an input of `stored` bytes."""
        return cls(LEAST + RATIO * stored)

    def spend(self, size: int) -> None:
        """Count `size` bytes. Raises Exhausted where they are more than what is left."""
        self.left -= size
        if self.left < 0:
            raise Exhausted("it unfolds to more than 200 times its size: a decompression bomb, or an archive to be unpacked by hand first")
