"""A stream laid down where one can turn back in it: in memory while it is small, else in a temporary file without a name."""

import io
import tempfile
from typing import BinaryIO, cast

from dateline.model.errors import UnreadableInput

IN_MEMORY = 50_000_000
"""Bytes above which a spool goes to the disk."""

LARGEST_SPOOL = 8_000_000_000
"""Bytes of the largest spool: an archive of web pages is split at one or five gigabytes by the programs that write them."""

_CHUNK = 1 << 20


def spooled(stream: BinaryIO, begun: bytes = b"") -> BinaryIO:
    """Lay down a stream, of which `begun` has been read, and stand at its beginning. The caller closes it, and the file is gone.

    Raises UnreadableInput where it is over `LARGEST_SPOOL`, or the disk is full.
    """
    spool = cast("BinaryIO", tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - the caller closes it
    try:
        spool.write(begun)
        _pour(stream, spool, len(begun))
        spool.seek(0)
    except BaseException as error:
        spool.close()
        if isinstance(error, OSError):
            raise UnreadableInput(f"it cannot be laid down in a temporary file ({error.strerror}); unpack it first") from error
        raise
    return spool


def _pour(stream: BinaryIO, spool: BinaryIO, size: int) -> None:
    while piece := stream.read(_CHUNK):
        size += len(piece)
        if size > LARGEST_SPOOL:
            raise UnreadableInput(f"over {LARGEST_SPOOL // 1_000_000_000} GB; unpack it first, and give the folder")
        spool.write(piece)


class View(io.RawIOBase):
    """A look at a spool from its beginning, with a place of its own. Closing it leaves the spool as it is."""

    def __init__(self, spool: BinaryIO) -> None:
        super().__init__()
        self._spool = spool
        self._at = 0

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that this can turn back."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte of the spool."""
        if whence == io.SEEK_CUR:
            offset += self._at
            whence = io.SEEK_SET
        self._at = self._spool.seek(offset, whence)
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of those that BufferedReader passes
        """Fill the buffer with what comes next; 0 at the end."""
        self._spool.seek(self._at)
        piece = self._spool.read(len(buffer))
        self._at += len(piece)
        buffer[: len(piece)] = piece
        return len(piece)
