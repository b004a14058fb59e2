"""A cleaned reading of part of a text that never loses the way back.

A view is kept pieces of the raw text plus glue (a space where a line was wrapped). Every place in the view maps back to raw
offsets by construction; nothing is ever searched for again.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from sys import maxsize
from typing import Self


@dataclass(frozen=True, slots=True)
class View:
    r"""`text` is what is read; its characters from `starts[i]` on come from the raw text from `raws[i]` on (None: glue).

    >>> view = View.build("two \n lines", [(0, 3), " ", (6, 11)])
    >>> view.text
    'two lines'
    >>> view.raw(4, 9)
    (6, 11)
    >>> view.raw(0, 9)
    (0, 11)
    >>> view.raw(3, 4)  # only glue: the raw stretch that it stands for
    (3, 6)
    >>> view.place(5, 9)
    (3, 7)
    """

    text: str
    starts: tuple[int, ...]
    raws: tuple[int | None, ...]

    @classmethod
    def build(cls, raw: str, pieces: Iterable[tuple[int, int] | str]) -> Self:
        """Join pieces: a pair is a stretch of `raw` that is kept, a string is glue. Stretches ascend and do not overlap."""
        texts: list[str] = []
        starts: list[int] = []
        raws: list[int | None] = []
        length, last = 0, 0
        for piece in pieces:
            if isinstance(piece, str):
                words, origin = piece, None
            else:
                if piece[0] < last or piece[1] < piece[0]:
                    message = f"pieces of a view must ascend, got {piece} after {last}"
                    raise ValueError(message)
                words, origin, last = raw[piece[0] : piece[1]], piece[0], piece[1]
            if words:
                texts.append(words)
                starts.append(length)
                raws.append(origin)
                length += len(words)
        return cls("".join(texts), tuple(starts), tuple(raws))

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Map the view's `start` to `end` (half open, at least one character) to raw offsets, from first to last character."""
        if not 0 <= start < end <= len(self.text):
            message = f"no such place in a view of {len(self.text)} characters: {start}-{end}"
            raise ValueError(message)
        first, last = self._first(start), self._last(end)
        return (first, last) if first < last else (last, first)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give the part of the view that comes from the raw offsets `start` to `end`: the way back of `raw`, cut to the view."""
        return self._at(start), self._at(end)

    def _at(self, offset: int) -> int:
        index = bisect_right(range(len(self.raws)), offset, key=self._origin) - 1
        if index < 0:
            return 0
        stop = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return min(self.starts[index] + offset - self._origin(index), stop)

    def _origin(self, index: int) -> int:
        """Give where a piece begins in the raw text; for glue, where the next piece does."""
        for origin in self.raws[index : index + 2]:
            if origin is not None:
                return origin
        following = next((raw for raw in self.raws[index:] if raw is not None), None)
        return maxsize if following is None else following

    def _first(self, start: int) -> int:
        index = bisect_right(self.starts, start) - 1
        origin = self.raws[index]
        if origin is not None:
            return origin + start - self.starts[index]
        following = next((raw for raw in self.raws[index + 1 :] if raw is not None), None)
        return following if following is not None else self._last(start)

    def _last(self, end: int) -> int:
        index = bisect_right(self.starts, end - 1) - 1
        while index >= 0:
            origin = self.raws[index]
            if origin is not None:
                stop = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
                return origin + min(end, stop) - self.starts[index]
            index -= 1
        return 0
