"""The tables of the ledger.

`articles` holds what was read and the day a person gave for it; `work` what the program found in it, with the fingerprint of the
program that found it: work of another fingerprint is done again. Neither holds the time or place of running. `rulings` is the log of
what people decided.
"""

from typing import Any

from sqlalchemy import Column, Dialect, ForeignKey, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator

VERSION = 2
"""The version of the tables. A ledger of a newer one is refused; an older one is brought up to date (`dateline.store.migrations`)."""


class Words(TypeDecorator[str]):
    """Text that comes back as it went in, even where it holds half a surrogate pair, which no UTF-8 text can: then it is kept as bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002 - the shape of the library
        """Give bytes where the text is no UTF-8."""
        if value is not None and any("\ud800" <= letter <= "\udfff" for letter in value):
            return value.encode("utf-8", "surrogatepass")
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002 - see above
        """Give the text."""
        if isinstance(value, bytes):
            return value.decode("utf-8", "surrogatepass")
        return None if value is None else str(value)


METADATA = MetaData()

SCHEMA = Table("dateline_schema", METADATA, Column("version", Integer, nullable=False))

ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("path", Words, nullable=False),
    Column("media", String, nullable=False),
    Column("encoding", String, nullable=False),
    Column("text", Words, nullable=False),
    Column("text_sha256", String, nullable=False),
    Column("places", Words, nullable=False),
    Column("facts", Words, nullable=False),
    Column("hints", Words, nullable=False),
    Column("breaks", Words, nullable=False),
    Column("given", String),
)

WORK = Table(
    "work",
    METADATA,
    Column("article", String, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("fingerprint", String, nullable=False),
    Column("cleaned", Words, nullable=False),
    Column("marks", Words, nullable=False),
)

RULINGS = Table(
    "rulings",
    METADATA,
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
"""The log of what people ruled, numbered from 1. Only ever added to: each row is sealed on the one before."""
