"""The word lists around figures, as sets, read when the first figure needs them."""

from functools import cache

from dateline.words.loader import toml


@cache
def changes() -> frozenset[str]:
    """Give the forms of verbs of change ("rose", "fell", "up")."""
    return frozenset(toml("figures")["change"]["verbs"].split())


@cache
def change_nouns() -> frozenset[str]:
    """Give the nouns of change ("rise", "drop")."""
    return frozenset(toml("figures")["change"]["nouns"].split())


@cache
def states() -> dict[str, str]:
    """Give the state that each form tells ("wounded": injured)."""
    return {form: state for state, forms in toml("figures")["states"].items() for form in forms.split()}


@cache
def counters() -> frozenset[str]:
    """Give the nouns that stand for a number ("toll", "figure")."""
    return frozenset(toml("figures")["inherit"]["nouns"].split())


@cache
def designators() -> frozenset[str]:
    """Give the words after which a number is a name ("flight", "route")."""
    return frozenset(toml("figures")["names"]["before"].split())


@cache
def joints() -> frozenset[str]:
    """Give the lower-case words that may be joined to a number by a hyphen and leave it one ("then-18")."""
    return frozenset(toml("figures")["names"]["joints"].split())


@cache
def idioms() -> tuple[str, ...]:
    """Give the fixed phrases with a number in them, longest first."""
    return tuple(sorted(toml("figures")["names"]["idioms"], key=lambda phrase: (-len(phrase), phrase)))


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """Give any list of words of the table: `listed("nouns", "time")`."""
    return frozenset(toml("figures")[table][key].split())


@cache
def totals() -> tuple[str, ...]:
    """Give the phrases of a sum ("a total of")."""
    return tuple(toml("figures")["change"]["totals"])
