"""Lines of text from a file or standard input, gzipped or not, as they come."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import cast

from dateline.model.errors import DatelineError

STDIN = "-"
_GZIP = b"\x1f\x8b"


@contextmanager
def lines(name: str) -> Iterator[Iterator[str]]:
    """Open `name` and give its lines, without their ends. Bytes that are no UTF-8 become U+FFFD, so that one bad line is one bad line."""
    if name == STDIN:
        with _unpacked(cast("BufferedReader", sys.stdin.buffer)) as stream:
            yield _lines(stream)
        return
    try:
        opened = Path(name).open("rb")  # noqa: SIM115 - closed below, once the message for a bad name is settled
    except OSError as error:
        raise DatelineError(f"{name}: cannot be opened ({error.strerror})") from error
    with opened, _unpacked(opened) as stream:
        yield _lines(stream)


@contextmanager
def _unpacked(stream: BufferedReader) -> Iterator[Iterable[bytes]]:
    if stream.peek(2)[:2] != _GZIP:
        yield stream
        return
    with gzip.GzipFile(fileobj=stream) as unpacked:
        yield unpacked


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    try:
        for line in stream:
            yield line.decode("utf-8", "replace").rstrip("\r\n")
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise DatelineError(f"the input is broken gzip: {error}") from error
