"""From paths to sources: folders walked, containers unpacked, the format told by content, every bad input listed with its reason."""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dateline.intake.budget import Budget, Exhausted
from dateline.intake.formats import may_be_long, recognise
from dateline.intake.passed import Passed, beside, is_hidden
from dateline.intake.raw import LARGEST, Raw
from dateline.intake.saved_page import parts_of_pages
from dateline.intake.spool import View, spooled
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue
from dateline.model.source import Source

STDIN = "-"

DEEPEST = 5
"""Containers within containers: a mail with a ZIP of saved pages, each of parts, needs three; more is an attack."""


def read(paths: Sequence[Path | str], stdin: BinaryIO | None = None) -> tuple[list[Source], list[Issue]]:
    """Read files, folders (all files in them, sorted, hidden ones left out) and `-` (standard input), in the order given.

    What cannot be read is a fatal `Issue` with its reason, and the rest goes on. The same bytes twice
    are one source, and an issue that names the twin.
    """
    sources: list[Source] = []
    issues: list[Issue] = []
    for found in stream(paths, stdin):
        if isinstance(found, Source):
            sources.append(found)
        else:
            issues.append(found)
    return sources, issues


def stream(paths: Sequence[Path | str], stdin: BinaryIO | None = None) -> Iterator[Source | Issue]:
    """Read as `read` does, one after the other: a large archive is never in memory as a whole."""
    first: dict[str, str] = {}
    for path in paths:
        for found in _inputs(path, stdin):
            if isinstance(found, Source):
                twin = first.setdefault(found.sha256, found.path)
                if twin is not found.path:
                    yield Issue(found.path, "twin", f"the same bytes as {twin}: read once")
                    continue
            yield found


def _inputs(path: Path | str, stdin: BinaryIO | None) -> Iterator[Source | Issue]:
    name = os.fspath(path)
    if name == STDIN:
        yield from _standard(stdin or sys.stdin.buffer)
    elif Path(name).is_dir():
        yield from _folder(name)
    else:
        yield from _unfold(_raw(name), 0)


def _raw(name: str) -> Raw:
    try:
        size = Path(name).stat().st_size
    except (OSError, ValueError):
        size = 0
    return Raw(name, file=Path(name), budget=Budget.of(size))


def _standard(stdin: BinaryIO) -> Iterator[Source | Issue]:
    """Read standard input: into memory, and what is an archive and too large for it, into a temporary file."""
    begun = stdin.read(LARGEST + 1)
    raw = Raw(STDIN, begun, budget=Budget.of(len(begun)))
    if len(begun) <= LARGEST or not may_be_long(raw):
        yield from _unfold(raw, 0)
        return
    try:
        spool = spooled(stdin, begun)
    except UnreadableInput as error:
        yield Issue(STDIN, "unreadable", str(error), fatal=True)
        return
    with spool:
        size = spool.seek(0, os.SEEK_END)
        yield from _unfold(Raw(STDIN, opens=lambda: io.BufferedReader(View(spool)), budget=Budget.of(size)), 0)


def _unfold(raw: Raw, depth: int) -> Iterator[Source | Issue]:
    """Give what an input holds: the articles of all its parts, and the parts' parts."""
    if depth > DEEPEST:
        yield Issue(raw.path, "unreadable", f"a part within more than {DEEPEST} others; unpack the archive first", fatal=True)
        return
    try:
        for found in recognise(raw).read(raw):
            if isinstance(found, Raw):
                yield from _unfold(found, depth + 1)
            elif isinstance(found, Source):
                yield from _finished(found, raw)
            else:
                yield found
    except UnreadableInput as error:
        if depth and isinstance(error, Exhausted):
            raise  # no other part of the input may be read either
        yield Issue(raw.path, "unreadable", str(error), fatal=True)


def _finished(source: Source, raw: Raw) -> Iterator[Source | Issue]:
    """Add what the container says, and what decoding lost."""
    if not source.text.strip():
        raise UnreadableInput("empty: no text in it that a reader would see")
    places = tuple(replace(place, where=raw.within + place.where) for place in source.places) if raw.within else source.places
    yield replace(source, places=places, facts=(*source.facts, *raw.facts))
    if source.media.startswith("text/") and raw.decoded.replaced:
        says = f"{raw.decoded.replaced} places are not valid {raw.decoded.encoding}: each is shown as \ufffd"
        yield Issue(raw.path, "encoding", says)


def _folder(name: str) -> Iterator[Source | Issue]:
    """Read the files of a folder that may be articles; what lies beside them is told by count."""
    found: list[Path] = []
    issues: list[Issue] = []
    for folder, inner, files in os.walk(name, onerror=lambda error: issues.append(_unwalked(error))):
        inner[:] = [entry for entry in inner if not entry.startswith(".")]
        found.extend(Path(folder) / entry for entry in files if not is_hidden(entry))
    yield from issues
    passed = Passed(name, "file")
    parts = parts_of_pages(path.as_posix() for path in found)
    for path in sorted(found):
        raw = _raw(str(path))
        kind = "parts of saved pages" if path.as_posix() in parts else beside(path.as_posix(), _head(raw))
        if kind is None:
            yield from _unfold(raw, 0)
        else:
            passed.add(kind, str(path))
    if passed.counts.total() < len(found):
        yield from passed.issues()
    else:
        yield Issue(name, "unreadable", f"a folder with no file to read in it{f' ({passed.told()})' if passed else ''}", fatal=True)


def _head(raw: Raw) -> bytes:
    try:
        return raw.head
    except UnreadableInput:
        return b""  # it is told when it is read


def _unwalked(error: OSError) -> Issue:
    return Issue(str(error.filename), "unreadable", f"this folder cannot be listed ({error.strerror}); check its permissions", fatal=True)
