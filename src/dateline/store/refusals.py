"""What the database says, in words that tell a person what was met, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from dateline.model.errors import DatelineError

READ_ONLY = "it can only be read; check the rights of the file and of its folder, or give another with --ledger"

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "another process is writing to it; wait until that is done and try again",
    sqlite3.SQLITE_LOCKED: "another process is writing to it; wait until that is done and try again",
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that its folder exists and the rights of both, or give another with --ledger",
    sqlite3.SQLITE_FULL: "the disk is full; make room and try again: articles added so far are kept whole",
    sqlite3.SQLITE_NOTADB: "it is no Dateline ledger; give another with --ledger",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; restore it from a backup, or add the articles to a new ledger",
    sqlite3.SQLITE_IOERR: "it could not be read or written (input/output error); check the disk",
}
"""By the primary code of SQLite (https://www.sqlite.org/rescode.html)."""

_PRIMARY = 0xFF
"""The lower eight bits of a code of SQLite are the primary code; the rest says more of it."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database raises within into a DatelineError about the ledger `path`. What is a defect of ours passes through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        says = _BY_CODE.get(getattr(cause, "sqlite_errorcode", 0) & _PRIMARY)
        if says is None:
            raise
        raise DatelineError(f"ledger {path}: {says}") from error
