"""From every older version of the tables to this one, a step a version. A step is written once and never changed.

The steps are Alembic operations (https://alembic.sqlalchemy.org/en/latest/ops.html), run in one transaction with the new version number.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Column, Connection, Integer, String, update

from dateline.store.tables import SCHEMA, VERSION, Words


def migrate(connection: Connection, found: int) -> None:
    """Bring the tables of version `found` up to this program's."""
    from alembic.operations import Operations  # noqa: PLC0415 - a tenth of a second, wanted once in the life of a ledger
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    operations = Operations(MigrationContext.configure(connection))
    for version in range(found, VERSION):
        STEPS[version](operations)
    connection.execute(update(SCHEMA).values(version=VERSION))


def _to_2(operations: "Operations") -> None:  # type: ignore[name-defined] # noqa: F821 - imported where it is needed
    """Add the log of rulings."""
    operations.create_table(
        "rulings",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("subject", String, nullable=False),
        Column("verdict", String, nullable=False),
        Column("author", Words, nullable=False),
        Column("at", String, nullable=False),
        Column("given", Words, nullable=False),
        Column("note", Words),
        Column("was", Words),
        Column("seal", String, nullable=False, unique=True),
    )


STEPS: Mapping[int, Callable[..., None]] = {1: _to_2}
"""By the version that a step starts from."""
