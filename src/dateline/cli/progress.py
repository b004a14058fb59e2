"""A sign of life on standard error, where a person watches it: never in a pipe, never on standard output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def progress(says: str, *, quiet: bool) -> Iterator[None]:
    """Show `says` beside a spinner while the work goes on."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - only where it will be shown

    with Console(stderr=True).status(says):
        yield
