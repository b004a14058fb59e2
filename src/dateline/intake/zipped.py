"""ZIP files: each member read in its turn, in memory. Nothing is ever unpacked to the disk."""

import io
import stat
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from dateline.intake.budget import Exhausted
from dateline.intake.naming import Once, inside
from dateline.intake.passed import Passed, beside, is_hidden
from dateline.intake.raw import LARGEST, Raw
from dateline.intake.saved_page import parts_of_pages
from dateline.intake.zip_listing import SIGNATURES, broken, name_of, opened
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ENCRYPTED = 0x1
_METHODS = frozenset({0, 8, 12})
"""Stored, deflate, bzip2. LZMA is left out: what it may allocate is said by the member, up to four gigabytes."""


def is_zip(raw: Raw) -> bool:
    """Tell a ZIP file by its first bytes."""
    return raw.head.startswith(SIGNATURES)


def read_zip(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the members, in the order of the directory. Pictures, styles, hidden files and the like are passed over, by count."""
    with raw.seekable() as stream, opened(stream) as archive:
        yield from _members(raw, archive)


def _members(raw: Raw, archive: "ZipFile") -> Iterator[Raw | Issue]:
    passed, outside, once = Passed(raw.path, "member"), Passed(raw.path, "member"), Once()
    found = False
    parts = parts_of_pages(name_of(info) for info in archive.infolist())
    for info in archive.infolist():
        name = name_of(info)
        safe, leads_out = inside(name)
        kind = _no_article(info, safe) or ("parts of saved pages" if name in parts else None)
        if kind is not None:
            if kind != "folders":
                passed.add(kind, name)
            continue
        if leads_out:
            outside.add("names", name)
        path = once(safe)
        try:
            part = raw.part(path, content_of(raw, archive, info), f"member {name}")
            kind = "empty files" if part.content is not None and not part.content.strip() else beside(safe, part.head)
        except Exhausted:
            raise
        except UnreadableInput as error:
            yield Issue(f"{raw.path}/{path}", "unreadable", str(error), fatal=True)
            found = True
            continue
        if kind is not None:
            passed.add(kind, name)
            continue
        found = True
        yield part
    yield from told(raw, passed, outside)
    if not found:
        raise UnreadableInput(f"no article in this archive{f' ({passed.told()})' if passed else ': it is empty'}")


def told(raw: Raw, passed: Passed, outside: Passed) -> Iterator[Issue]:
    """Tell what was passed over, what could not be opened, and which names led out of the archive."""
    locked = passed.counts.pop("encrypted", 0)
    if locked:
        first = passed.firsts.pop("encrypted")
        says = f"encrypted members: {locked:,} (the first: {first}); unpack the archive with its password first"
        yield Issue(raw.path, "unreadable", says, fatal=True)
    yield from passed.issues()
    if outside:
        says = f"members with names that lead out of the archive: {outside.counts.total():,} (the first: {outside.firsts['names']})"
        yield Issue(raw.path, "odd-name", f"{says}; they are read, and nothing is written under any name")


def _no_article(info: "ZipInfo", name: str) -> str | None:
    mode = info.external_attr >> 16
    if info.filename.endswith(("/", "\\")):
        return "folders"
    if is_hidden(name):
        return "hidden files"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    return "links" if stat.S_ISLNK(mode) else None


def content_of(raw: Raw, archive: "ZipFile", info: "ZipInfo") -> bytes | Callable[[], BinaryIO]:
    """Give the bytes of a member, or, where they are too many for memory, what opens them.

    What counts is what comes out, not what the directory says. Raises UnreadableInput where the member is damaged.
    """
    if info.compress_type not in _METHODS:
        raise UnreadableInput(f"packed by a method that is not read ({info.compress_type}); pack the archive again")
    with _Member(raw, archive, info) as member:
        content = member.read(LARGEST + 1)
    if len(content) <= LARGEST:
        return content
    return lambda: io.BufferedReader(_Member(raw, archive, info, count=True))


class _Member(io.RawIOBase):
    """The bytes of a member as a stream; what is broken in it is an UnreadableInput, and with `count` all that is read is counted."""

    def __init__(self, raw: Raw, archive: "ZipFile", info: "ZipInfo", *, count: bool = False) -> None:
        super().__init__()
        self._spend = raw.budget.spend if count else None
        try:
            self._stream = archive.open(info)
        except broken() as error:
            raise _damaged(error) from error

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of those that BufferedReader passes
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self._stream.read(size)
        except UnreadableInput:
            raise
        except broken() as error:
            raise _damaged(error) from error
        if self._spend is not None:
            self._spend(len(piece))
        return piece

    def close(self) -> None:
        if not self.closed and hasattr(self, "_stream"):
            self._stream.close()
        super().close()


def _damaged(error: Exception) -> UnreadableInput:
    return UnreadableInput(f"this member of the archive is damaged ({error}); get the archive again")
