"""WARC files cut into records: plain, or packed with gzip record by record. Damage is stepped over, and told.

The readers of WARC files that there are stop at the first damage, give a record that was cut short as if it were whole, and take
what follows a false length for the text of the record (tried: fastwarc 2.0). So the cutting is done here, and each record alone is
given to such a reader.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from dateline.intake.gzipped import MAGIC, WINDOW
from dateline.model.errors import UnreadableInput

LARGEST_HEADER = 65_536
"""Bytes of the longest header of a record."""

MOST_BREAKS = 100
"""Breaks in one file after which the rest is given up: each costs a search through what has been read."""

_CHUNK = 1 << 16
_PACKED_CHUNK = 1 << 14
_LONGEST_SEARCH = 1 << 22
"""Bytes of a broken gzip member in which the next one is looked for; of a longer one, in its last bytes."""

_MARK = b"WARC/1."
_START = re.compile(rb"(?:^|\n)(?=WARC/1\.[01]\r?\n)")
_LENGTH = re.compile(rb"^(content-length[ \t]*:)[ \t]*(\d{1,15})[ \t]*(?=\r?$)", re.IGNORECASE | re.MULTILINE)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_START = 12
_BLANK = b"\r\n \t\x00"


@dataclass(frozen=True, slots=True)
class Frame:
    """A record: where it begins, its header, its block; None for a block over the limit. `says` tells what was mended in it."""

    where: str
    header: bytes
    block: bytes | None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where something could not be read."""

    where: str
    says: str


class _Tape:
    """A stream with what was read ahead, to be looked at before it is taken, and put back after."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._ahead = bytearray()
        self.at = 0

    def peek(self, size: int) -> bytes:
        """Look at what comes next: `size` bytes, fewer only at the end."""
        while len(self._ahead) < size and (piece := self._stream.read(max(_CHUNK, size - len(self._ahead)))):
            self._ahead += piece
        return bytes(self._ahead[:size])

    def take(self, size: int) -> bytes:
        """Read on."""
        piece = self.peek(size)
        del self._ahead[: len(piece)]
        self.at += len(piece)
        return piece

    def is_blank(self) -> bool:
        """Step over empty lines; tell whether nothing else follows."""
        while (ahead := self.peek(_CHUNK)) and not ahead.strip(_BLANK):
            self.take(len(ahead))
        self.take(len(ahead) - len(ahead.lstrip(_BLANK)))
        return not ahead

    def put_back(self, piece: bytes) -> None:
        """Undo a `take`."""
        self._ahead[:0] = piece
        self.at -= len(piece)

    def skip(self, size: int) -> int:
        """Read on without keeping; gives how many bytes there were."""
        left = size
        while left and (piece := self.take(min(left, _CHUNK))):
            left -= len(piece)
        return size - left


def frames(stream: BinaryIO, largest: int, count: Callable[[int], None] | None = None) -> Iterator[Frame | Break]:
    """Cut a WARC file into its records and its breaks; blocks over `largest` bytes are stepped over.

    With `count` the file is packed, and `count` is called with the size of each piece as it is unpacked. Raises UnreadableInput
    after `MOST_BREAKS` breaks, with what comes after left unread.
    """
    breaks = 0
    for found in _records(_Tape(stream), largest) if count is None else _members(_Tape(stream), largest, count):
        yield found
        breaks += isinstance(found, Break) or bool(found.says)
        if breaks >= MOST_BREAKS:
            raise UnreadableInput(f"broken in {MOST_BREAKS} places: what comes after the record {found.where} is not read")


def _records(tape: _Tape, largest: int, member: "_Member | None" = None) -> Iterator[Frame | Break]:
    while not tape.is_blank():
        where = _where(tape.at, member)
        if not tape.peek(len(_MARK)).startswith(_MARK):
            yield Break(where, f"{_to_next(tape):,} bytes that belong to no record")
            continue
        ahead = tape.peek(LARGEST_HEADER)
        end = _HEADER_END.search(ahead)
        length = _LENGTH.search(ahead, 0, end.end()) if end else None
        if end is None or length is None:
            tape.take(1)
            size = 1 + _to_next(tape)
            yield Break(where, f"a record whose header {'states no length' if end else 'does not end'}: {size:,} bytes not read")
            continue
        yield _record(tape, Frame(where, tape.take(end.end()), None), int(length.group(2)), largest, member)


def _record(tape: _Tape, frame: Frame, length: int, largest: int, member: "_Member | None") -> Frame | Break:
    """Read the block of a record, or as much of it as there is."""
    if length > largest:
        if tape.skip(length) < length:
            return Break(frame.where, f"a record of {length:,} bytes by its header, of which the file does not hold all")
        return Frame(frame.where, _LENGTH.sub(rb"\g<1> 0", frame.header, count=1), None)
    block = tape.take(length)
    if len(block) == length and _ends(tape):
        return Frame(frame.where, frame.header, block)
    tape.put_back(block)
    ahead = tape.peek(largest)
    following = _START.search(ahead, 1)
    if following is None and len(block) < length and (member is None or member.error):
        tape.take(len(ahead))
        return Break(frame.where, f"a record cut short: {len(block):,} of {length:,} bytes; get the whole file again")
    found = tape.take(following.end() if following else len(ahead)).rstrip(b"\r\n")
    header = _LENGTH.sub(rb"\g<1> %d" % len(found), frame.header, count=1)
    says = f"its length is false ({length:,} bytes stated, {len(found):,} found): read to where the next record begins"
    return Frame(frame.where, header, found, says)


def _ends(tape: _Tape) -> bool:
    """Tell whether a record ends here: by the empty lines that must follow it, or by the end, or by another record."""
    ahead = tape.peek(64)
    return ahead.startswith((b"\r\n\r\n", b"\n\n")) or not ahead.strip(_BLANK) or ahead.lstrip(_BLANK).startswith(_MARK)


def _to_next(tape: _Tape) -> int:
    """Go to the next record, or to the end; gives how many bytes were left out."""
    begun = tape.at
    while ahead := tape.peek(_CHUNK):
        found = _START.search(ahead)
        if found is not None:
            tape.take(found.end())
            break
        tape.take(max(1, len(ahead) - _LONGEST_START))
    return tape.at - begun


def _where(at: int, member: "_Member | None") -> str:
    if member is None:
        return f"at byte {at}"
    return f"at byte {member.at}, byte {at} of what it unpacks to" if at else f"at byte {member.at}"


class _Member:
    """The unpacked bytes of one gzip member on a tape, as a stream. `error` tells what is wrong with it."""

    def __init__(self, tape: _Tape, count: Callable[[int], None]) -> None:
        self.at = tape.at
        self.taken = bytearray()
        self.error = ""
        self._tape = tape
        self._count = count
        self._unpacker = zlib.decompressobj(WINDOW)

    def read(self, size: int) -> bytes:
        """Unpack at most `size` bytes; none at the end of the member, or where it breaks."""
        while not self._unpacker.eof and not self.error:
            packed = self._unpacker.unconsumed_tail or self._next()
            if not packed:
                self.error = "cut short"
                break
            try:
                piece = self._unpacker.decompress(packed, size)
            except zlib.error as error:
                self.error = str(error).rpartition(": ")[2]
                break
            if self._unpacker.eof:
                rest = self._unpacker.unused_data
                self._tape.put_back(rest)
                del self.taken[len(self.taken) - len(rest) :]
            if piece:
                self._count(len(piece))
                return piece
        return b""

    def _next(self) -> bytes:
        piece = self._tape.take(_PACKED_CHUNK)
        if len(self.taken) > _LONGEST_SEARCH:
            self.taken.clear()
        self.taken += piece
        return piece


def _members(tape: _Tape, largest: int, count: Callable[[int], None]) -> Iterator[Frame | Break]:
    while not tape.is_blank():
        at = tape.at
        if not tape.peek(len(MAGIC)).startswith(MAGIC):
            yield Break(f"at byte {at}", f"{_to_next_member(tape):,} bytes that belong to no record")
            continue
        member = _Member(tape, count)
        inner = _Tape(cast("BinaryIO", member))
        for found in _records(inner, largest, member):
            damaged = member.error and not inner.peek(1)
            if not damaged or (isinstance(found, Frame) and "check" not in member.error):
                yield found
        if member.error:
            tape.put_back(bytes(member.taken[1:]))
            _to_next_member(tape)
            yield Break(f"at byte {at}", f"a broken gzip member ({member.error}): the record in it that is broken is not read")


def _to_next_member(tape: _Tape) -> int:
    begun = tape.at
    while ahead := tape.peek(_CHUNK):
        found = ahead.find(MAGIC + b"\x08")
        if found >= 0:
            tape.take(found)
            break
        tape.take(max(1, len(ahead) - len(MAGIC)))
    return tape.at - begun
