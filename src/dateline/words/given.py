"""What the table of given names says, ready to ask."""

from functools import cache
from typing import Literal

from dateline.words.loader import rows


@cache
def given_names() -> frozenset[str]:
    """Give the listed given names, in lower case.

    >>> "claire" in given_names(), "harbour" in given_names()
    (True, False)
    """
    return frozenset(row[0] for row in rows("given_names"))


@cache
def _persons() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("given_names")}


def person_of(name: str) -> Literal["he", "she"] | None:
    """Give the pronoun that goes with a given name; None where it is not listed or common to both.

    >>> person_of("claire"), person_of("robin")
    ('she', None)
    """
    found = _persons().get(name)
    return "she" if found == "she" else "he" if found == "he" else None
