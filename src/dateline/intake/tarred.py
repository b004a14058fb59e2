"""Tar files, plain or packed (gzip, bzip2, xz): read as a stream, one member at a time. Nothing is ever unpacked to the disk."""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from dateline.intake.naming import Once, inside
from dateline.intake.passed import Passed, beside, is_hidden
from dateline.intake.raw import LARGEST, Raw
from dateline.intake.spool import View, spooled
from dateline.intake.zipped import told
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

if TYPE_CHECKING:
    from tarfile import TarFile, TarInfo

BLOCK = 512
_CHECKSUM = slice(148, 156)
_PACKED = ((b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"))

LARGEST_READ = LARGEST + 1
"""Bytes that are read in one go, at most: names and properties before a member state their own length, and a lie would fill the memory."""

XZ_MEMORY = 200_000_000
"""Bytes that unpacking xz may need. Its strongest setting needs 65 million; the file says how much, up to four thousand million."""

_CHUNK = 1 << 16


def is_tar(raw: Raw) -> bool:
    """Tell a tar file by the checksum of its first header, within gzip, bzip2 or xz."""
    if _packer(raw) is None:
        return _is_header(raw.head[:BLOCK])
    try:
        with _unpacked(raw) as stream:
            return _is_header(stream.read(BLOCK))
    except UnreadableInput:
        return False


def read_tar(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the members that are files, in the order of the archive. Links, devices and the like are passed over, by count.

    What comes before damage is given; then UnreadableInput is raised.
    """
    import tarfile  # noqa: PLC0415 - needed for archives only

    tally = _Tally(raw)
    with _unpacked(raw) as stream:
        forward = _Forward(stream)
        try:
            with tarfile.open(fileobj=forward, mode="r:", errorlevel=2) as archive:
                while (info := archive.next()) is not None:
                    archive.members = []  # type: ignore[attr-defined]  # they would be kept, and there may be millions
                    yield from _member(archive, info, tally)
            forward.check_end()
            if len(forward.last) < BLOCK:
                yield Issue(raw.path, "no-end", "a tar file without its end mark: it may have been cut short between two members")
        except (tarfile.TarError, EOFError, OSError, ValueError, OverflowError) as error:
            yield from told(raw, tally.passed, tally.outside)
            where = f"after byte {forward.tell():,} of what it unpacks to"
            raise UnreadableInput(f"a tar file cut short or damaged {where} ({error}); get the whole file again") from error
    yield from told(raw, tally.passed, tally.outside)
    if not tally.found:
        raise UnreadableInput(f"no article in this archive{f' ({tally.passed.told()})' if tally.passed else ': it is empty'}")


class _Tally:
    """What was met so far."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.passed = Passed(raw.path, "member")
        self.outside = Passed(raw.path, "member")
        self.once = Once()
        self.found = False


def _member(archive: "TarFile", info: "TarInfo", tally: _Tally) -> Iterator[Raw | Issue]:
    safe, leads_out = inside(info.name)
    kind = _no_article(info, safe)
    if kind is not None:
        if kind != "folders":
            tally.passed.add(kind, info.name)
        return
    if leads_out:
        tally.outside.add("names", info.name)
    stream = archive.extractfile(info)
    if stream is None:
        return
    path, within = tally.once(safe), f"member {info.name}"
    content = stream.read(LARGEST + 1)
    kind = beside(safe, content[:_CHUNK]) if content.strip() else "empty files"
    if kind is not None:
        tally.passed.add(kind, info.name)
        return
    tally.found = True
    if len(content) <= LARGEST:
        yield tally.raw.part(path, content, within)
        return
    with spooled(cast("BinaryIO", stream), content) as spool:
        yield tally.raw.part(path, lambda: io.BufferedReader(View(spool)), within)


def _no_article(info: "TarInfo", name: str) -> str | None:
    if info.isdir():
        return "folders"
    if info.issym() or info.islnk():
        return "links"
    if not info.isreg():
        return "devices and pipes"
    if info.issparse():
        return "sparse files"
    return "hidden files" if is_hidden(name) else None


class _Forward(io.RawIOBase):
    """A stream as `tarfile` wants it, to be read forward only: what would turn back or fill the memory is an error."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._at = 0
        self.last = b""

    def check_end(self) -> None:
        """Tell apart the end of the archive and a block that is no header, at both of which `tarfile` stops."""
        if self.last.strip(b"\0"):
            raise OSError("what follows is no header")

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset < self._at:
            raise OSError("a member of a false length")
        while self._at < offset and self.read(min(_CHUNK, offset - self._at)):
            pass
        return self._at

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= LARGEST_READ:
            raise OSError("a header of a false length")
        piece = self._stream.read(size)
        self._at += len(piece)
        self.last = piece
        return piece


def _is_header(block: bytes) -> bool:
    """Hold a block against its own checksum, as every tar of every age has it."""
    if len(block) < BLOCK or not block[0]:
        return False
    try:
        stated = int(block[_CHECKSUM].strip(b" \0") or b"x", 8)
    except ValueError:
        return False
    return stated == sum(block) - sum(block[_CHECKSUM]) + 8 * ord(" ")


def _packer(raw: Raw) -> str | None:
    return next((name for mark, name in _PACKED if raw.head.startswith(mark)), None)


def _unpacked(raw: Raw) -> BinaryIO:
    packer, stream = _packer(raw), raw.opened()
    return stream if packer is None else io.BufferedReader(_Solid(stream, packer, raw.budget.spend))


class _Solid(io.RawIOBase):
    """The unpacked bytes of a bzip2 or xz stream. Reading raises UnreadableInput where it is broken or cut short."""

    def __init__(self, packed: BinaryIO, packer: str, count: Callable[[int], None]) -> None:
        super().__init__()
        self._packed = packed
        self._packer = packer
        self._count = count
        self._unpacker = self._new()
        self._waiting = b""

    def _new(self) -> Any:  # noqa: ANN401 - two classes without a common name
        import bz2  # noqa: PLC0415 - needed for archives only
        import lzma  # noqa: PLC0415

        return bz2.BZ2Decompressor() if self._packer == "bzip2" else lzma.LZMADecompressor(memlimit=XZ_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of those that BufferedReader passes
        while len(buffer):
            if self._unpacker.eof:
                self._waiting = self._unpacker.unused_data or self._packed.read(_CHUNK)
                if not self._waiting:
                    return 0
                self._unpacker = self._new()
            elif self._unpacker.needs_input and not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
                if not self._waiting:
                    raise UnreadableInput(f"a {self._packer} file cut short; get the whole file again")
            try:
                piece = self._unpacker.decompress(self._waiting, len(buffer))
            except (OSError, EOFError, ValueError, MemoryError, _lzma_error()) as error:
                raise UnreadableInput(f"a broken {self._packer} file ({error}); pack it again") from error
            self._waiting = b""
            if piece:
                self._count(len(piece))
                buffer[: len(piece)] = piece
                return len(piece)
        return 0

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
        super().close()


def _lzma_error() -> type[Exception]:
    import lzma  # noqa: PLC0415 - needed for archives only

    return lzma.LZMAError
