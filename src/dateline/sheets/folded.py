"""What a brief does not show, counted and named."""

from collections.abc import Mapping

from dateline.sheets.excerpt import counted

_NAMES: dict[str, tuple[str, str]] = {
    "possible": ("possible claim", "possible claims"),
    "the outlet's own": ("statement of an outlet's own", "statements of the outlets' own"),
    "possible changes": ("possible change", "possible changes"),
    "repeated": ("claim repeated", "claims repeated"),
    "reworded": ("claim reworded", "claims reworded"),
    "more that is new": ("more new claim", "more new claims"),
    "not comparable": ("pair of figures that cannot be compared", "pairs of figures that cannot be compared"),
    "more figures without a source": ("more figure without a source", "more figures without a source"),
    "more questions": ("more question", "more questions"),
}


def folded_lines(folded: Mapping[str, int]) -> list[str]:
    """Say what is folded away, in a fixed order.

    >>> folded_lines({"possible": 2, "repeated": 1})
    ['2 possible claims', '1 claim repeated']
    """
    return [counted(folded[key], *words) for key, words in _NAMES.items() if folded.get(key)]
