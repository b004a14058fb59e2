"""Results leave here: as UTF-8 bytes on standard output or in a file, whole or not at all, gzipped where the name says so."""

import gzip
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dateline.model.errors import DatelineError

STDOUT = "-"


def write(text: str, out: str | None) -> None:
    """Write a text to the file `out`, or to standard output."""
    with opened(out) as stream:
        stream.write(encoded(text))


def write_lines(lines: Iterable[str], out: str | None) -> None:
    """Write lines as they come, each with its line end."""
    with opened(out) as stream:
        for line in lines:
            stream.write(encoded(line) + b"\n")


def encoded(text: str) -> bytes:
    """Encode as UTF-8; a lone surrogate becomes its escape, which JSON reads back."""
    return text.encode("utf-8", "backslashreplace")


@contextmanager
def opened(out: str | None) -> Iterator[BinaryIO]:
    """Open `out` for bytes. A file appears under its name only when all of it has been written."""
    if out is None or out == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(out)
    if target.exists() and not target.is_file():  # a pipe or a device: there is nothing to replace
        with target.open("wb") as stream:
            yield stream
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise DatelineError(f"{out}: cannot be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield from _packed(stream, gzipped=target.suffix == ".gz")
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _packed(stream: BinaryIO, *, gzipped: bool) -> Iterator[BinaryIO]:
    if not gzipped:
        yield stream
        return
    # neither name nor time in the header: the same result gives the same bytes
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed:
        yield packed  # type: ignore[misc]


def _mode(target: Path) -> int:
    """Keep the rights of the file that is replaced; give a new one the usual rights."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
