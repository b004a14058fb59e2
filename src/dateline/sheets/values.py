"""Figures as they are shown: the source's own words, or bounds where only bounds are known."""

from dateline.model.figure import Figure
from dateline.sheets.excerpt import one_line

_WHOLE = 1e15
"""Beyond, a float no longer holds every whole number, and grouping digits would pretend that it does."""


def number(value: float) -> str:
    """Write a number with grouped digits.

    >>> number(7400.0), number(2.5)
    ('7,400', '2.5')
    """
    if float(value).is_integer() and abs(value) < _WHOLE:
        return f"{int(value):,}"
    return f"{value:,}"


def bounds(low: float | None, high: float | None) -> str | None:
    """Say what the bounds allow; None where both are open.

    >>> bounds(2600, None), bounds(None, 20), bounds(3, 3), bounds(3, 5)
    ('2,600 or more', '20 or fewer', '3', '3 to 5')
    """
    if low is None:
        return None if high is None else f"{number(high)} or fewer"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


_REACH = 80
"""Characters after a figure within which its noun is looked for, to quote both as they stand ("dozens of border settlements")."""


def figure_words(figure: Figure, text: str) -> str:
    """Give a figure in the words of the source, with what is counted; `text` is the article's."""
    following = one_line(text[figure.span.start : figure.span.end + _REACH])
    words = one_line(figure.text)
    if figure.of is not None:
        counted = one_line(figure.of)
        at = following.casefold().find(counted.casefold(), len(words))
        words = following[: at + len(counted)] if at >= 0 else f"{words} {counted}"
    return words[:1].upper() + words[1:]


def same_thing(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one value count one thing: of "civilians" and "stranded civilians" one says only more."""
    few, many = sorted((set((figure.of or "").casefold().split()) for figure in (one, other)), key=len)
    return few <= many and bool(few or not many)
