"""The file of a ledger: opened, made where wanted, and refused where it is none.

SQLite in WAL mode (readers do not wait for the writer), foreign keys on. A file that this user may not write is opened for reading.
"""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.pool import QueuePool

from dateline.model.errors import DatelineError, UsageError
from dateline.store.migrations import migrate
from dateline.store.refusals import READ_ONLY, told
from dateline.store.tables import METADATA, SCHEMA, VERSION

TRIES = 50
"""How often a lock is asked for again while the write-ahead log is turned on, spread over the time of waiting."""

_MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins (https://www.sqlite.org/fileformat.html); one that holds nothing yet may be empty."""


def opened(path: Path, *, create: bool, wait: float) -> Engine:
    """Open the ledger at `path`; with `create`, make it where there is none. `wait` is how many seconds to wait for another writer.

    Raises:
        UsageError: there is no ledger at `path`, or something else.
        DatelineError: it cannot be opened, is locked, or of a newer version.
    """
    _looked_at(path, create=create)
    if create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatelineError(f"ledger {path}: its folder cannot be made ({error.strerror}); give another with --ledger") from error
    engine = _engine(path, wait=wait)
    try:
        with told(path):
            _settled(engine, path, create=create, wait=wait)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _looked_at(path: Path, *, create: bool) -> None:
    """Refuse what is plainly no ledger, before the database touches it."""
    if path.is_dir():
        raise UsageError(f"ledger {path}: this is a folder; give the file")
    if not path.exists():
        if create:
            return
        raise UsageError(f"there is no ledger at {path}: make one with `dateline add`, or name one with --ledger")
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_MAGIC))
    except OSError as error:
        raise DatelineError(f"ledger {path}: cannot be read ({error.strerror}); check its rights") from error
    if head not in {b"", _MAGIC}:
        raise _other(path)


def _engine(path: Path, *, wait: float) -> Engine:
    address = path.resolve().as_uri()
    if path.exists() and not os.access(path, os.W_OK):
        # In a folder that cannot be written SQLite cannot share memory with a writer; where no log lies beside the file there is none.
        alone = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
        address += "?immutable=1" if alone else "?mode=ro"

    def connect() -> sqlite3.Connection:
        # Transactions are begun by us (below): the driver's own way begins none before a read.
        return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _prepared)
    event.listen(engine, "begin", _begun)
    return engine


def _prepared(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own class
    connection.execute("PRAGMA foreign_keys = ON")


def _begun(connection: Connection) -> None:
    """Begin a transaction that writes as one: two writers then wait for each other instead of failing half way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _settled(engine: Engine, path: Path, *, create: bool, wait: float) -> None:
    """Hold the file against the version of this program; make the tables where it holds nothing."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if SCHEMA.name in tables:
            found = _version(connection, path)
            if found == VERSION:
                return
    if SCHEMA.name in tables:
        if not os.access(path, os.W_OK):
            raise DatelineError(f"ledger {path}: it is of the older version {found} and has to be brought up to date, but {READ_ONLY}")
        with engine.execution_options(writes=True).begin() as connection:
            migrate(connection, _version(connection, path))
        return
    if tables or not create:
        raise _other(path)
    _logged_ahead(engine, wait)
    with engine.execution_options(writes=True).begin() as connection:
        if not inspect(connection).has_table(SCHEMA.name):  # another process may have been first
            METADATA.create_all(connection)
            connection.execute(insert(SCHEMA).values(version=VERSION))
        _version(connection, path)


def _logged_ahead(engine: Engine, wait: float) -> None:
    """Turn the write-ahead log on. SQLite does not wait for a lock here, whatever its timeout: so we do, while another makes the file."""
    raw = engine.raw_connection()
    try:
        for left in reversed(range(TRIES)):
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or left == 0:
                    raise
                time.sleep(wait / TRIES)
            else:
                return
    finally:
        raw.close()


def _version(connection: Connection, path: Path) -> int:
    """Give the version of the tables; refuse one that this program does not know."""
    found = connection.execute(select(SCHEMA.c.version)).scalars().all()
    if len(found) != 1:
        raise DatelineError(f"ledger {path}: it does not say its version; restore it from a backup")
    if found[0] > VERSION:
        raise DatelineError(
            f"ledger {path}: it is of version {found[0]}, this program knows versions up to {VERSION}; use the newer Dateline that wrote it"
        )
    return int(found[0])


def _other(path: Path) -> UsageError:
    return UsageError(f"{path} is no Dateline ledger: give another file with --ledger")
