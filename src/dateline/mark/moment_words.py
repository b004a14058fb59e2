"""The pieces that the expressions of time are made of: names, numbers and units, as patterns and as values."""

import re
from functools import cache

from dateline.words.loader import toml

UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
"""Unit words and their TIMEX3 letters (T before those below a day)."""

STEP_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "E": "decade", "C": "century"}
"""The unit of a step of `dateline.text.calendar` for each letter."""

UNIT = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)"
CALENDAR_UNIT = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)"
ABOUT = (
    r"(?:(?:about|around|nearly|almost|at least|at most|more than|less than|fewer than|no more than|no less than|just over|just under"
    r"|over(?!\s(?:the|its|his|her|their|all)\b)"
    r"|up to|approximately|roughly|well over|some|as many as|as little as)\s)"
)
SOME = (
    r"(?:a few|few|several|many|some|a number of|dozens of|scores of|hundreds of|thousands of|a couple of|a couple|couple of|a dozen"
    r"|a handful of)"
)
PART = r"(?:morning|afternoon|evening|night|noon)"
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00"}
PHASE = (
    r"(?:early|late|mid|earlier|later|sometime|some time|midway through"
    r"|the (?:very )?(?:end|beginning|start|middle|close|rest|remainder) of)"
)


@cache
def months() -> dict[str, int]:
    """Give month names and abbreviations, lower case, with their numbers."""
    return {name.lower(): number for name, number in toml("time")["months"].items()}


@cache
def weekdays() -> dict[str, int]:
    """Give weekday names and abbreviations, lower case, with their ISO numbers."""
    return {name.lower(): number for part in ("weekdays", "short_weekdays") for name, number in toml("time")[part].items()}


@cache
def month_pattern() -> str:
    """Match a month: capitalised or all capitals; an abbreviation needs its full stop or a number after it."""
    names = toml("time")["months"]
    full = [name for name in names if len(name) > len("Sept") or name in {"May", "June", "July"}]
    short = [name for name in names if name not in full]
    return f"(?:{_cased(full)}|(?:{_cased(short)})(?:\\.|(?=\\s\\d)))"


@cache
def weekday_pattern() -> str:
    """Match a weekday in full, capitalised or all capitals; an abbreviation needs its full stop."""
    return f"(?:{_cased(toml('time')['weekdays'])}|(?:{_cased(toml('time')['short_weekdays'])})\\.)"


def _cased(names: list[str] | dict[str, int]) -> str:
    return "|".join(form for name in sorted(names, key=lambda name: (-len(name), name)) for form in (name, name.upper()))


@cache
def spelled_year_pattern() -> str:
    """Match a year in words: "nineteen ninety-four", "twenty ten"."""
    digits = "one|two|three|four|five|six|seven|eight|nine"
    teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    tens = "|".join(toml("time")["tens"])
    rest = rf"(?:{tens})(?:[- ](?:{digits}))?|{teens}|(?:oh|hundred)(?:[- ](?:{digits}))?"
    return rf"(?:(?:sixteen|seventeen|eighteen|nineteen|twenty)[- ](?:{rest}))"


def spelled_year(words: str) -> str:
    """Give the year that `spelled_year_pattern` matched.

    >>> spelled_year("nineteen ninety-four"), spelled_year("twenty twenty"), spelled_year("nineteen oh five")
    ('1994', '2020', '1905')
    """
    first, *rest = words.lower().replace("-", " ").split()
    known = {**toml("time")["ones"], **toml("time")["tens"]}
    return f"{known[first]}{sum(known.get(word, 0) for word in rest):02}"


@cache
def number_pattern() -> str:
    """Match a cardinal number in digits or words, below a million."""
    ones = "|".join(sorted(toml("time")["ones"], key=lambda word: (-len(word), word)))
    tens = "|".join(toml("time")["tens"])
    small = rf"(?:(?:{tens})(?:[- ](?:{ones}))?|{ones})"
    words = rf"(?:(?:(?:a|{small})\s(?:hundred|thousand)(?:\s(?:and\s)?{small})?)|{small})"
    half = r"(?:\s(?:1/2|½|1/4|3/4)|½|[\s-]and[\s-]a[\s-]half)?"
    return rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d)?){half}|{words}(?:[\s-]and[\s-]a[\s-]half)?)"


_FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "3/4": 0.75}


def number(words: str) -> float:
    """Give the value of what `number_pattern` matched.

    >>> number("twenty-four"), number("two and a half"), number("2 1/2"), number("2,600"), number("a hundred and ten")
    (24, 2.5, 2.5, 2600, 110)
    """
    text = words.lower().replace("-", " ").strip()
    total: float = 0
    if text.endswith("and a half"):
        total, text = 0.5, text.removesuffix("and a half").strip()
    for sign, value in _FRACTIONS.items():
        if text.endswith(sign):
            total, text = value, text.removesuffix(sign).strip()
    if re.fullmatch(r"[\d,.]+", text):
        plain = text.replace(",", "")
        return total + (float(plain) if "." in plain else int(plain))
    return total + _spelled(text)


def _spelled(text: str) -> int:
    known = {**toml("time")["ones"], **toml("time")["tens"], "a": 1}
    total = 0
    for word in text.split():
        if word in {"hundred", "thousand"}:
            total = max(total, 1) * (100 if word == "hundred" else 1000)
        else:
            total += known.get(word, 0)
    return total


def unit_letters(word: str) -> str:
    """Give the TIMEX3 letters of a unit word in the singular or plural ("centuries": C)."""
    word = word.lower()
    return UNITS["century"] if word.startswith("centur") else UNITS[word.removesuffix("s")]


def period(amount: float | None, letters: str) -> str:
    """Give the TIMEX3 value of an amount (None: not told) of a unit.

    >>> period(6, "M"), period(2.5, "Y"), period(None, "W"), period(1.5, "TM"), period(3, "E")
    ('P6M', 'P2Y6M', 'PXW', 'PT1M30S', 'P30Y')
    """
    time, letter = ("T", letters[1:]) if letters.startswith("T") else ("", letters)
    if amount is None:
        return f"P{time}X{letter}"
    if letter in "EC" and amount != 1:
        amount, letter = amount * (10 if letter == "E" else 100), "Y"
    whole = int(amount)
    if amount == whole:
        return f"P{time}{whole}{letter}"
    finer = {"TH": (60, "M"), "TM": (60, "S"), "Y": (12, "M"), "W": (7, "D"), "D": (24, "H"), "M": (30, "D")}.get(time + letter)
    if finer is None or (amount - whole) * finer[0] % 1:
        return f"P{time}{amount:g}{letter}"
    rest = int((amount - whole) * finer[0])
    if letter == "D":
        return f"P{whole}DT{rest}H" if whole else f"PT{rest}H"
    return f"P{time}{whole}{letter}{rest}{finer[1]}" if whole else f"P{time}{rest}{finer[1]}"
