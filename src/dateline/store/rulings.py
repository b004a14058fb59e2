"""The log of rulings in the ledger: added to, read, and held against its seals."""

import json

from sqlalchemy import Connection, insert, select

from dateline.model.errors import DatelineError
from dateline.model.ruling import Ruling, broken, sealed
from dateline.store.tables import RULINGS


def append(connection: Connection, ruling: Ruling) -> Ruling:
    """Seal a ruling on the last one of the log and add it. The connection must be one that writes: no other can come between."""
    last = connection.execute(select(RULINGS.c.number, RULINGS.c.seal).order_by(RULINGS.c.number.desc()).limit(1)).one_or_none()
    made = sealed(ruling, last.seal if last is not None else "")
    row = {name: getattr(made, name) for name in ("subject", "verdict", "author", "at", "note", "was", "seal")}
    number = last.number + 1 if last is not None else 1
    connection.execute(insert(RULINGS).values(number=number, given=json.dumps(made.values, ensure_ascii=False), **row))
    return made


def listed(connection: Connection) -> tuple[Ruling, ...]:
    """Give the whole log, in order.

    Raises:
        DatelineError: a row is no ruling.
    """
    found = []
    for row in connection.execute(select(RULINGS).order_by(RULINGS.c.number)):
        try:
            values = tuple((str(name), str(value)) for name, value in json.loads(row.given))
        except (ValueError, TypeError) as error:
            raise DatelineError(f"ruling {row.number}: its values are no list of pairs ({error})") from error
        found.append(Ruling(row.subject, row.verdict, row.author, row.at, values, row.note, row.was, row.seal))
    return tuple(found)


def damage(rulings: tuple[Ruling, ...]) -> list[str]:
    """Say where the log was changed; an empty list where its seals hold."""
    number = broken(rulings)
    if number is None:
        return []
    return [f"ruling {number} of {len(rulings)} ({rulings[number - 1].id}): its seal does not hold: it, or the log before it, was changed"]
