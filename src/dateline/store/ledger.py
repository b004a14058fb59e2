"""The ledger: articles as read, and the work done on them, kept in one file.

An article and its work go in together, in one transaction: an interrupted run leaves whole articles or nothing. What is in is known by
the hash of its bytes, and not added twice.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, Row, select, update
from sqlalchemy.dialects.sqlite import insert

from dateline.model.article import Article
from dateline.model.errors import DatelineError
from dateline.model.marks import Marks
from dateline.model.ruling import Ruling
from dateline.model.source import Source
from dateline.store import rulings
from dateline.store.file import opened
from dateline.store.refusals import READ_ONLY, told
from dateline.store.tables import ARTICLES, RULINGS, WORK
from dateline.store.values import built, dumped, loaded

WAIT = 10.0
"""Seconds to wait for another process that writes: an article is one short transaction, so more means that something is stuck."""

_SOURCE = frozenset({"source"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A source in the ledger, the day that a person gave for it, and the hash of its text when it was put in."""

    source: Source
    given: str | None
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Work:
    """What the program found in one article: passages and metadata, and the marks."""

    article: Article
    marks: Marks


class Ledger:
    """An open ledger, for any number of threads; close it, or use it as a context. `read_only`: this user may not write the file."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self.path = path
        self.read_only = not os.access(path, os.W_OK)
        self._engine = engine
        self._writing = engine.execution_options(writes=True)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, wait: float = WAIT) -> Self:
        """Open the ledger at `path` (see `dateline.store.file.opened` for what it refuses)."""
        return cls(opened(path, create=create, wait=wait), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def ready(self) -> None:
        """Hold that the ledger can be written, before work is done for it.

        Raises:
            DatelineError: it can only be read, or another process has been writing for longer than is waited for.
        """
        if self.read_only:
            raise DatelineError(f"ledger {self.path}: {READ_ONLY}")
        with told(self.path), self._writing.begin():
            pass

    def known(self) -> dict[str, str]:
        """Give the ids of all articles by the sha256 of their bytes."""
        with told(self.path), self._engine.begin() as connection:
            rows = connection.execute(select(ARTICLES.c.sha256, ARTICLES.c.id).order_by(ARTICLES.c.id))
            return {row.sha256: row.id for row in rows}

    def add(self, work: Work, given: str | None, fingerprint: str) -> bool:
        """Put in an article with its work, as a whole. False where the same bytes are in already (another process may have been first)."""
        source = work.article.source
        row = {
            "id": source.id,
            "sha256": source.sha256,
            "path": source.path,
            "media": source.media,
            "encoding": source.encoding,
            "text": source.text,
            "text_sha256": text_hash(source.text),
            "places": dumped(source.places),
            "facts": dumped(source.facts),
            "hints": dumped(source.hints),
            "breaks": dumped(source.breaks),
            "given": given,
        }
        with told(self.path), self._writing.begin() as connection:
            new = connection.execute(insert(ARTICLES).values(row).on_conflict_do_nothing(index_elements=["sha256"])).rowcount == 1
            if new:
                _put(connection, work, fingerprint)
        return new

    def redate(self, id_: str, given: str) -> None:
        """Set the day given for an article. Work that hangs on another day has another fingerprint, and will be done again."""
        with told(self.path), self._writing.begin() as connection:
            connection.execute(update(ARTICLES).where(ARTICLES.c.id == id_).values(given=given))

    def keep(self, work: Work, fingerprint: str) -> None:
        """Put the work of an article that is in the ledger in place of what is there."""
        with told(self.path), self._writing.begin() as connection:
            _put(connection, work, fingerprint)

    def kept(self) -> Iterator[Kept]:
        """Give every source, in the order of their ids."""
        for id_ in self.ids():
            yield self.source(id_)

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all articles, in order."""
        with told(self.path), self._engine.begin() as connection:
            return tuple(connection.execute(select(ARTICLES.c.id).order_by(ARTICLES.c.id)).scalars())

    def paths(self) -> dict[str, str]:
        """Give the path of every article by its id."""
        with told(self.path), self._engine.begin() as connection:
            rows = connection.execute(select(ARTICLES.c.id, ARTICLES.c.path).order_by(ARTICLES.c.id))
            return {row.id: row.path for row in rows}

    def source(self, id_: str) -> Kept:
        """Give the source with this id.

        Raises:
            DatelineError: there is none, or its row holds what no source holds.
        """
        with told(self.path), self._engine.begin() as connection:
            row = connection.execute(select(ARTICLES).where(ARTICLES.c.id == id_)).one_or_none()
        if row is None:
            raise DatelineError(f"ledger {self.path}: no article {id_}")
        return Kept(_source(row), row.given, row.text_sha256)

    def work(self, source: Source, fingerprint: str | None) -> Work | None:
        """Give the work of this fingerprint (of any, if None) on an article; None where there is none.

        Raises:
            DatelineError: its row holds what no article holds.
        """
        with told(self.path), self._engine.begin() as connection:
            row = connection.execute(select(WORK).where(WORK.c.article == source.id)).one_or_none()
        if row is None or (fingerprint is not None and row.fingerprint != fingerprint):
            return None
        return Work(loaded(Article, row.cleaned, source=source), loaded(Marks, row.marks))

    def rule(self, ruling: Ruling) -> Ruling:
        """Add a ruling to the log; give it with its seal."""
        with told(self.path), self._writing.begin() as connection:
            return rulings.append(connection, ruling)

    def rulings(self) -> tuple[Ruling, ...]:
        """Give the log of rulings, in order."""
        with told(self.path), self._engine.begin() as connection:
            return rulings.listed(connection)

    def state(self, fingerprint: str) -> str:
        """Give a hash of what the ledger holds: the same articles, days and rulings, under the same program, give the same one."""
        with told(self.path), self._engine.begin() as connection:
            rows = connection.execute(select(ARTICLES.c.id, ARTICLES.c.given, ARTICLES.c.path).order_by(ARTICLES.c.id))
            whole = hashlib.sha256(fingerprint.encode())
            for row in rows:
                whole.update(repr(tuple(row)).encode())
            last = connection.execute(select(RULINGS.c.seal).order_by(RULINGS.c.number.desc()).limit(1)).scalar()
            whole.update(repr(last).encode())
        return whole.hexdigest()

    def damage(self) -> list[str]:
        """Let the database look at its own file; an empty list where it finds nothing."""
        with told(self.path), self._engine.begin() as connection:
            found = [str(line) for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars() if line != "ok"]
            found += rulings.damage(rulings.listed(connection))
            found += [f"a row of {row[0]} belongs to no row of {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return [f"ledger {self.path}: {line}" for line in found]


def text_hash(text: str) -> str:
    """Hash a text, whatever it holds."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _put(connection: Connection, work: Work, fingerprint: str) -> None:
    row = {
        "fingerprint": fingerprint,
        "cleaned": dumped(work.article, without=_SOURCE),
        "marks": dumped(work.marks),
    }
    wanted = insert(WORK).values(article=work.article.id, **row)
    connection.execute(wanted.on_conflict_do_update(index_elements=["article"], set_=row))


def _source(row: Row[tuple[object, ...]]) -> Source:
    raw = dict(row._mapping)  # noqa: SLF001 - the public name of it, in spite of the underscore
    for name in ("places", "facts", "hints", "breaks"):
        try:
            raw[name] = json.loads(raw[name])
        except (ValueError, RecursionError) as error:
            raise DatelineError(f"article {row.id}: {name} is no JSON ({error})") from error
    return built(Source, raw)
