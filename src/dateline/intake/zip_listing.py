"""The members of a ZIP file, as its directory lists them: opened within bounds, and held against what bombs do."""

import io
import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO

from dateline.model.errors import UnreadableInput

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

LARGEST_DIRECTORY = 32_000_000
"""Bytes of the largest directory that is read: 300,000 members with names of 60 characters. A million members without content
would take more than a gigabyte of memory."""

_LOCAL_HEADER = 30
_UTF8 = 0x800


class _Bounded(io.RawIOBase):
    """A view of a stream from which no more than `LARGEST_DIRECTORY` bytes are read in one go."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int = -1) -> bytes:
        if size > LARGEST_DIRECTORY:
            raise UnreadableInput("a ZIP file with more than 300,000 members; unpack it, and give the folder")
        return self._stream.read(size)


def broken() -> tuple[type[Exception], ...]:
    """List what `zipfile` raises on files that are no good (it checks some fields, and trips over others)."""
    from zipfile import BadZipFile  # noqa: PLC0415 - needed for archives only

    return BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError, IndexError


def opened(stream: BinaryIO) -> "ZipFile":
    """Open a ZIP file. Raises UnreadableInput where its directory is cut off, broken, too large, or that of a bomb."""
    from zipfile import ZipFile  # noqa: PLC0415 - needed for archives only

    try:
        archive = ZipFile(_Bounded(stream))
    except broken() as error:
        raise UnreadableInput(f"a ZIP file cut short or damaged ({error}); get the whole file again") from error
    if _overlap(archive.infolist(), archive.start_dir):
        raise UnreadableInput("a ZIP file whose members lie over each other: a decompression bomb; nothing of it is read")
    return archive


def names(stream: BinaryIO) -> tuple[str, ...]:
    """List the names of the members; none where the file is broken."""
    try:
        with opened(stream) as archive:
            return tuple(name_of(info) for info in archive.infolist())
    except UnreadableInput:
        return ()


def name_of(info: "ZipInfo") -> str:
    """Give the name of a member. One without the mark for UTF-8 is UTF-8 nevertheless where it can be, else as DOS wrote it."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except ValueError:
        return info.filename


def _overlap(members: list["ZipInfo"], end: int) -> bool:
    """Tell whether two members share bytes, which no program that packs files writes (https://www.bamsoftware.com/hacks/zipbomb/)."""
    listed = sorted((info.header_offset, info.compress_size) for info in members)
    starts = [start for start, _ in listed[1:]] + [end]
    return any(start + _LOCAL_HEADER + size > following for (start, size), following in zip(listed, starts, strict=False))
