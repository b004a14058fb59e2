"""From paths to sources: folders walked, gzip unpacked, the format told by content, every bad input listed with its reason."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.intake.decode import decode
from dateline.intake.formats import recognise, signature, unread_text
from dateline.intake.gzipped import DEEPEST, MAGIC, gunzip
from dateline.intake.raw import LARGEST, Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue
from dateline.model.source import Source

STDIN = "-"


def read(paths: Sequence[Path | str], stdin: BinaryIO | None = None) -> tuple[list[Source], list[Issue]]:
    """Read files, folders (all files in them, sorted, hidden ones left out) and `-` (standard input), in the order given.

    What cannot be read is a fatal `Issue` with its reason, and the rest goes on. The same bytes twice
    are one source, and an issue that names the twin.
    """
    sources: list[Source] = []
    issues: list[Issue] = []
    first: dict[str, str] = {}
    for path in paths:
        for name in _expand(path, issues):
            try:
                raw = _load(name, stdin)
                twin = first.setdefault(raw.sha256, name)
                if twin is not name:
                    issues.append(Issue(name, "twin", f"the same bytes as {twin}: read once"))
                    continue
                source, odd = _source(raw)
            except UnreadableInput as error:
                issues.append(Issue(name, "unreadable", str(error), fatal=True))
                continue
            sources.append(source)
            issues.extend(odd)
    return sources, issues


def _expand(path: Path | str, issues: list[Issue]) -> Iterator[str]:
    name = os.fspath(path)
    if name == STDIN or not Path(name).is_dir():
        yield name
        return
    found: list[Path] = []
    for folder, inner, files in os.walk(name, onerror=lambda error: issues.append(_unwalked(error))):
        inner[:] = [entry for entry in inner if not entry.startswith(".")]
        found.extend(Path(folder) / entry for entry in files if not entry.startswith("."))
    yield from (str(entry) for entry in sorted(found))
    if not found:
        issues.append(Issue(name, "unreadable", "a folder with no file to read in it", fatal=True))


def _unwalked(error: OSError) -> Issue:
    return Issue(str(error.filename), "unreadable", f"this folder cannot be listed ({error.strerror}); check its permissions", fatal=True)


def _load(name: str, stdin: BinaryIO | None) -> Raw:
    data = (stdin or sys.stdin.buffer).read(LARGEST + 1) if name == STDIN else _bytes(name)
    unit = "bytes"
    for _layer in range(DEEPEST):
        if not data.startswith(MAGIC):
            break
        data, unit = gunzip(data), "bytes of the unpacked file"
    if len(data) > LARGEST:
        raise UnreadableInput(f"over {LARGEST // 1_000_000} MB, too large for one text; split it")
    if not data.strip():
        raise UnreadableInput("empty: nothing to read")
    return Raw(name, data, hashlib.sha256(data).hexdigest(), unit)


def _bytes(name: str) -> bytes:
    try:
        status = Path(name).stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableInput("not a file (a device, pipe or socket); give a file, a folder or - for standard input")
        if status.st_size > LARGEST:
            raise UnreadableInput(
                f"{status.st_size / 1_000_000:.0f} MB, over the {LARGEST // 1_000_000} MB that one text may have; split it"
            )
        with Path(name).open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableInput("no such file; check the name") from None
    except PermissionError:
        raise UnreadableInput("no permission to read it; check the file's permissions") from None
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"cannot be opened ({error})") from error


def _source(raw: Raw) -> tuple[Source, list[Issue]]:
    name = signature(raw.data)
    if name is None and not raw.data.startswith(MAGIC):
        decoded = decode(raw.data)
        name = unread_text(decoded.text)
        if name is None:
            source, issues = recognise(decoded.text).read(raw, decoded)
            if decoded.replaced:
                says = f"{decoded.replaced} places are not valid {decoded.encoding}: each is shown as \ufffd"
                issues = [*issues, Issue(raw.path, "encoding", says)]
            if not source.text.strip():
                raise UnreadableInput("empty: no text in it that a reader would see")
            return source, issues
    raise UnreadableInput(f"this format is not read yet: {name or 'gzip in gzip'}; save the article as plain text or HTML")
