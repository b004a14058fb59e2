"""From paths to sources: folders walked, containers unpacked, the format told by content, every bad input listed with its reason."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dateline.intake.formats import recognise
from dateline.intake.raw import LARGEST, Raw
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
        for found in _expand(path):
            if isinstance(found, Issue):
                yield found
                continue
            for read_ in _unfold(_raw(found, stdin), 0):
                if isinstance(read_, Source):
                    twin = first.setdefault(read_.sha256, read_.path)
                    if twin is not read_.path:
                        yield Issue(read_.path, "twin", f"the same bytes as {twin}: read once")
                        continue
                yield read_


def _raw(name: str, stdin: BinaryIO | None) -> Raw:
    if name == STDIN:
        return Raw(name, (stdin or sys.stdin.buffer).read(LARGEST + 1))
    return Raw(name, file=Path(name))


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


def _expand(path: Path | str) -> Iterator[str | Issue]:
    name = os.fspath(path)
    if name == STDIN or not Path(name).is_dir():
        yield name
        return
    found: list[Path] = []
    issues: list[Issue] = []
    for folder, inner, files in os.walk(name, onerror=lambda error: issues.append(_unwalked(error))):
        inner[:] = [entry for entry in inner if not entry.startswith(".")]
        found.extend(Path(folder) / entry for entry in files if not entry.startswith("."))
    yield from issues
    yield from (str(entry) for entry in sorted(found))
    if not found:
        yield Issue(name, "unreadable", "a folder with no file to read in it", fatal=True)


def _unwalked(error: OSError) -> Issue:
    return Issue(str(error.filename), "unreadable", f"this folder cannot be listed ({error.strerror}); check its permissions", fatal=True)
