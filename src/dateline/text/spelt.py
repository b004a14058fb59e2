"""Numbers in words: "a hundred and five", "two and a half million", "seven point five"; from the first word on, as far as one goes."""

import re
from decimal import Decimal

from dateline.text.number_words import CARDINAL, ONES, PARTS, SCALES

WORD = re.compile(r"[A-Za-z]+?(?=fold\b|(?![A-Za-z]))")
"""A word, without the "fold" of "tenfold"."""
JOINT = re.compile(r"[ -]")
_AND = re.compile(r"(?:,? and |-and-)", re.IGNORECASE)
_AND_A_HALF = re.compile(r"(?:[ -]and[ -](?:a[ -])?(half|quarter|third)\b|[ -]and[ -](three)[ -]quarters\b)", re.IGNORECASE)
_THEN_SCALE = re.compile(r" (million|billion|trillion|thousand|lakh|crore)\b", re.IGNORECASE)
_TEN, _HUNDRED, _DOZEN = 10, 100, 12
_NO_LIMIT = 10**18
"""Above every magnitude: the first one may be any."""


def count(text: str, word: re.Match[str]) -> tuple[Decimal, int]:
    """Give the worth of the number whose first word is `word`, and where it ends (the start of `word` where there is none).

    >>> count("two hundred and six boats", WORD.match("two hundred and six boats"))
    (Decimal('206'), 19)
    """
    total, current, last, end = Decimal(0), Decimal(0), _NO_LIMIT, word.start()
    between = text[max(0, end - 8) : end].lower() == "between "
    step: re.Match[str] | None = word
    while step is not None:
        name = step.group().lower()
        if name == "dozen":
            return max(current, Decimal(1)) * _DOZEN, step.end()
        if name in SCALES:
            if SCALES[name] >= last or (end > word.start() and current == 0):
                break
            last = SCALES[name]
            total, current = total + max(current, Decimal(1)) * last, Decimal(0)
            halved, stop = half_more(text, Decimal(0), step.end())
            if stop > step.end():
                return total + halved * last, stop
        else:
            added = _added(name, current, first=end == word.start())
            if added is None:
                break
            current = added
        end = step.end()
        step = _next(text, end, int(current), between=between or (current == 0 and last == _NO_LIMIT))
    return _with_part(text, total + current, end) if end > word.start() else (total, end)


def half_more(text: str, worth: Decimal, end: int) -> tuple[Decimal, int]:
    """Add "and a half" and the like, where it stands at `end`."""
    match = _AND_A_HALF.match(text, end)
    if match is None:
        return worth, end
    part = Decimal("0.75") if match.group(2) else Decimal(1) / PARTS[match.group(1).lower()]
    return worth + part, match.end()


def _added(name: str, current: Decimal, *, first: bool) -> Decimal | None:
    """Give what `current` becomes with the next word below a thousand, None where the word begins another number."""
    if name == "hundred":
        return max(current, Decimal(1)) * _HUNDRED if first or 0 < current < _HUNDRED else None
    worth = CARDINAL.get(name)
    if worth is None or not (first or current == 0 or _fits(int(current), worth)):
        return None
    return current + worth


def _fits(current: int, worth: int) -> bool:
    if worth < _TEN:
        return current % _TEN == 0 and current % _HUNDRED != _TEN
    return current % _HUNDRED == 0


def _next(text: str, end: int, current: int, *, between: bool) -> re.Match[str] | None:
    """Give the next word of the number; "and" leads on to its tens and ones only, and not in "between two hundred and nine hundred"."""
    both = _AND.match(text, end)
    if both is None:
        joint = JOINT.match(text, end)
        return WORD.match(text, joint.end()) if joint else None
    if between or current % _HUNDRED != 0:
        return None
    step = WORD.match(text, both.end())
    if step is None or step.group().lower() not in CARDINAL:
        return None
    following = WORD.match(text, step.end() + 1)
    return None if following and following.group().lower() == "hundred" else step


def _with_part(text: str, worth: Decimal, end: int) -> tuple[Decimal, int]:
    more, stop = half_more(text, worth, end)
    if stop == end and text.startswith(" point ", end):
        more, stop = _point(text, worth, end)
    if stop == end:
        return worth, end
    scale = _THEN_SCALE.match(text, stop)
    return (more * SCALES[scale.group(1).lower()], scale.end()) if scale else (more, stop)


def _point(text: str, worth: Decimal, end: int) -> tuple[Decimal, int]:
    digits, at = "", end + len(" point ")
    while (step := WORD.match(text, at)) is not None and step.group().lower() in ONES:
        digits += str(ONES[step.group().lower()])
        end, at = step.end(), step.end() + 1
    return (worth + Decimal("0." + digits), end) if digits else (worth, end)
