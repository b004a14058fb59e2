"""Gzip, seen through within bounds."""

import io
import zlib
from collections.abc import Callable
from typing import BinaryIO

from dateline.model.errors import UnreadableInput

MAGIC = b"\x1f\x8b"
DEEPEST = 3
"""Layers of gzip around one text. Two happen (a packed file packed again by a transfer); more is an attack."""

WINDOW = 16 + zlib.MAX_WBITS
"""What zlib is told to unpack gzip."""

_CHUNK = 1 << 14
"""Bytes that are read at once: small, since the rest of a chunk is copied at the end of each member, and members can be tiny."""


def opening(data: bytes, most: int) -> tuple[bytes, int]:
    """Unpack the beginning of a file, however cut: at most `most` bytes of it, and how many layers of gzip were around them.

    Stops at one layer more than `DEEPEST`. Broken data gives what comes before the break.
    """
    layers = 0
    while data.startswith(MAGIC) and layers <= DEEPEST:
        layers += 1
        try:
            data = zlib.decompressobj(WINDOW).decompress(data, most)
        except zlib.error:
            return b"", layers
    return data, layers


class Unpacking(io.RawIOBase):
    """The unpacked bytes of a gzip stream, all members, as a stream: of any length, never in memory as a whole.

    `count` is called with the size of each piece as it is unpacked. Reading raises UnreadableInput where the stream is broken or
    cut short. What stands behind the last member is left out, as gzip does.
    """

    def __init__(self, packed: BinaryIO, count: Callable[[int], None]) -> None:
        super().__init__()
        self._packed = packed
        self._count = count
        self._unpacker = zlib.decompressobj(WINDOW)
        self._waiting = packed.read(_CHUNK)

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of those that BufferedReader passes
        """Fill the buffer with what comes next; 0 at the end."""
        while len(buffer):
            if self._unpacker.eof:
                self._waiting = self._unpacker.unused_data or self._packed.read(_CHUNK)
                if len(self._waiting) < len(MAGIC):
                    self._waiting += self._packed.read(_CHUNK)
                if not self._waiting.startswith(MAGIC):
                    return 0
                self._unpacker = zlib.decompressobj(WINDOW)
            elif not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
            ended = not self._waiting
            try:
                piece = self._unpacker.decompress(self._waiting, len(buffer))
            except zlib.error as error:
                raise UnreadableInput(f"a broken gzip file ({error}); pack it again") from error
            self._waiting = self._unpacker.unconsumed_tail
            if piece:
                self._count(len(piece))
                buffer[: len(piece)] = piece
                return len(piece)
            if ended and not self._unpacker.eof:
                raise UnreadableInput("a gzip file cut short; get the whole file again")
        return 0

    def close(self) -> None:
        """Close the packed stream too."""
        if not self.closed:
            self._packed.close()
        super().close()
