"""What the table of countries says, folded and ready to ask."""

from functools import cache

from dateline.text.fold import fold, terms
from dateline.words.loader import rows


@cache
def state_names() -> frozenset[str]:
    """Give the folded names of states and of their seats of government.

    >>> "france" in state_names(), "paris" in state_names(), "lyon" in state_names()
    (True, True, False)
    """
    return frozenset(fold(name) for row in rows("countries") for name in (row[0], row[2]))


@cache
def adjectives() -> frozenset[str]:
    """Give the folded adjectives of states.

    >>> "french" in adjectives(), "france" in adjectives()
    (True, False)
    """
    return frozenset(fold(row[1]) for row in rows("countries"))


@cache
def states_of(name: str) -> frozenset[str]:
    """Give the states that a phrase speaks of: by name, adjective or seat of government.

    >>> sorted(states_of("the French army in Nairobi"))
    ['France', 'Kenya']
    """
    folded, found = f" {' '.join(terms(name))} ", set(terms(name))
    return frozenset(row[0] for row in _rows() if f" {row[1]} " in folded or row[2] in found or f" {row[3]} " in folded)


@cache
def _rows() -> tuple[tuple[str, str, str, str], ...]:
    """State, and folded: name, adjective, seat."""
    return tuple((row[0], " ".join(terms(row[0])), " ".join(terms(row[1])), " ".join(terms(row[2]))) for row in rows("countries"))
