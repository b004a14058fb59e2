"""Lines of text from a file or standard input, gzipped or not, as they come."""

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from dateline.model.errors import DatelineError

STDIN = "-"
_GZIP = b"\x1f\x8b"


@contextmanager
def lines(name: str) -> Iterator[Iterator[str]]:
    """Open `name` and give its lines, without their ends. Bytes that are no UTF-8 become U+FFFD, so that one bad line is one bad line."""
    if name == STDIN:
        yield _lines(sys.stdin.buffer)
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below, once the message for a bad name is settled
    except OSError as error:
        raise DatelineError(f"{name}: cannot be opened ({error.strerror})") from error
    with stream:
        yield _lines(stream)


def _lines(stream: BinaryIO) -> Iterator[str]:
    buffered = io.BufferedReader(cast("io.RawIOBase", stream))
    plain = cast("BinaryIO", gzip.GzipFile(fileobj=buffered)) if buffered.peek(2)[:2] == _GZIP else buffered
    try:
        for line in plain:
            yield line.decode("utf-8", "replace").rstrip("\r\n")
    except (EOFError, gzip.BadGzipFile) as error:
        raise DatelineError(f"the input is broken gzip: {error}") from error
