"""Numbers as people write them: where they stand in a text, and what they are worth.

In goes text with single spaces; out come `Numeral`s in order, not overlapping. Read are digits with any customary grouping, decimals,
magnitudes ("2.5 million", "1.2bn", "5k", "3 lakh"), number words ("a hundred and five", "two dozen", "half a million"), fractions
("three-quarters", "2½", "one in five"), vague plurals ("hundreds of thousands") and ordinals ("third", "21st"). Units, bounds and
ranges are none of this file's business; nor is whether a number is a name, a date or a figure.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dateline.text.number_words import CARDINAL, ORDINAL, PARTS, SCALES, SHORT, SIGNS, VAGUE, WORDS
from dateline.text.spelt import JOINT, WORD, count, half_more

Form = Literal["digits", "words", "fraction", "vague", "ordinal"]

_START = re.compile(
    r"(?<![\w])(?:" + "|".join(sorted(WORDS, key=lambda word: (-len(word), word))) + r")(?=fold\b|(?!\w))"
    r"|(?<![\d.,])\.?\d|[" + "".join(SIGNS) + "]",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)"  # 1.234.567
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)"  # 1'234'567
    r"|[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?![\d,-])(?!\.\d)"  # 1 234 567
    r"|\d*\.\d+|\d+"
)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}(?= ?(?:%|per ?cent|percent|million|billion|trillion|bn|mn)\b)")
_SHORT_SCALE = re.compile(r"( ?)(thou|mn|mln|mil|mio|mm|bn|bln|bil|tn|trn|tln|[kmb])\b(?![-/²³\d])", re.IGNORECASE)
_POWER = re.compile(r"(\d{1,9}(?:\.\d{1,15})?) ?[×x*] ?10(?:\^|\*\*)?([-−–]?\d{1,2})(?!\d)(?! ?(?:metres?|meters?|m|cm|ft|feet|inch))")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_SLASH = re.compile(r"[  ]?(\d{1,2})/(\d{1,3})(?![\d/])")
_OUT_OF = re.compile(r" (?:in(?: every)?|out of(?: every)?|of every)(?= )", re.IGNORECASE)
_HALF_A = re.compile(r"half[ -]a[ -](dozen|hundred|thousand|lakh|million|crore|billion|trillion)\b", re.IGNORECASE)
_OF = re.compile(r" of (?=(?:hundreds|thousands|lakhs|millions|crores|billions|trillions)\b)", re.IGNORECASE)
_FEW = re.compile(r"\b(?:several|a few|many|a couple(?: of)?)[ -]$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![\w])an? (?:full )?$", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b[A-Z]{2,3}|\bRs\.?) ?-?$")
_METRES_AFTER = re.compile(
    r" (?:long|wide|tall|deep|high|away|above|below|from|to|of|in|at|off|on|and|or|run|race|dash|sprint|hurdles|freestyle|butterfly|"
    r"backstroke|breaststroke|relay|final|heats|steeplechase|medley|mark|wall|tower|pool|waves|walls|swells|towers)\b",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r" [a-z]{3,}")
_SPACE_GROUP_YEAR = re.compile(r"(?:19|20)\d\d ")


_PLAIN = re.compile(r"\d+")
_PART = re.compile(r"[ -](thirds?|quarters?|half|halves|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b", re.IGNORECASE)
_LAST_ORDINAL = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
_PLURAL_AFTER = re.compile(r" [a-z]{2,20}s\b")
_NO_WHOLE = re.compile(
    r"[-/:.,]?\d|-| (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|minutes?|hours?|days?|weeks?|months?|years?|games?|matches)\b"
)
_ROUND_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 1000})
LONGEST = 40
"""Characters of the longest run of digits that is read as a number: beyond, it is an identifier."""
_GROUPS = {"hundred": 100, "dozen": 12}
_LEAD = 16
"""Characters before a word in which its article or "several" stands."""
_TENFOLD = 10
"""A vague plural is read from one of its kind up to ten: "dozens" are 12 to 120."""
_FINEST = 9
"""The largest count of parts that is written with a slash."""
MOST_SCALES = 3
"""Magnitudes after one number ("3 hundred thousand million"): beyond, it is not a number that anybody meant."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `start` to `end` (half open); `low` and `high` differ where the words are vague ("dozens": 12 to 120).

    `out_of` is the whole in "3 of every 10", "one in five" (5); then low and high are the share.
    """

    start: int
    end: int
    low: float
    high: float
    form: Form
    out_of: float | None = None


def numerals(text: str) -> Iterator[Numeral]:
    """Find the numbers of `text`, left to right.

    >>> [(text[n.start:n.end], n.low) for text in ["Two dozen of 1,250 and 2.5 million"] for n in numerals(text)]
    [('Two dozen', 24.0), ('1,250', 1250.0), ('2.5 million', 2500000.0)]
    """
    at = 0
    while True:
        match = _START.search(text, at)
        if match is None:
            return
        found = _numeral(text, match.start(), at)
        if found is None or found.end < match.end():
            at = match.end()
            continue
        yield found
        at = found.end


def value(text: str) -> float | None:
    """Give the worth of a text that is one number and nothing else, None where it is not.

    >>> value("a hundred and five"), value("12,34,567"), value("three-quarters"), value("four cats")
    (105.0, 1234567.0, 0.75, None)
    """
    first = next(numerals(text), None)
    if first is None or first.start != 0 or first.end != len(text) or first.low != first.high:
        return None
    return first.low


def _numeral(text: str, start: int, floor: int) -> Numeral | None:
    character = text[start]
    if character in SIGNS:
        over, under = SIGNS[character]
        return Numeral(start, start + 1, over / under, over / under, "fraction")
    found = _digits(text, start) if character.isdigit() or character == "." else _words(text, start, floor)
    if found is None or found.form not in {"digits", "words"}:
        return found
    return _out_of(text, found)


def _digits(text: str, start: int) -> Numeral | None:
    match = _DECIMAL_COMMA.match(text, start) or _DIGITS.match(text, start)
    if match is None or match.end() - start > LONGEST:
        return None
    if " " in match.group() and _SPACE_GROUP_YEAR.match(text, start):
        match = _PLAIN.match(text, start) or match
    power = _POWER.match(text, start)
    if power is not None:
        tiny = float(f"{power.group(1)}e{power.group(2).replace('−', '-').replace('–', '-')}")
        return Numeral(start, power.end(), tiny, tiny, "digits")
    slash = _SLASH.match(text, start)
    if slash is not None:
        return _slashed(slash)
    worth, end = _plain(match.group()), match.end()
    suffix = _SUFFIX.match(text, end)
    if suffix is not None and worth == worth.to_integral_value():
        return Numeral(start, suffix.end(), float(worth), float(worth), "ordinal")
    worth, end = _mixed(text, worth, end)
    worth, end = _scaled(text, start, worth, end)
    return Numeral(start, end, float(worth), float(worth), "digits")


def _plain(written: str) -> Decimal:
    if written.count(".") > 1:
        return Decimal(written.replace(".", "").replace(",", "."))
    if "," in written and re.fullmatch(r"\d{1,3},\d{1,2}", written):
        return Decimal(written.replace(",", "."))
    return Decimal(re.sub(r"[,'’ ]", "", written))


def _slashed(match: re.Match[str]) -> Numeral | None:
    over, under = int(match.group(1)), int(match.group(2))
    if (
        not 0 < over < under
        or under not in {2, 3, 4, 5, 6, 8, 10}
        or over > _FINEST
        or (under > PARTS["quarter"] and math.gcd(over, under) > 1)
    ):
        return None
    return Numeral(match.start(1), match.end(), over / under, over / under, "fraction")


def _mixed(text: str, worth: Decimal, end: int) -> tuple[Decimal, int]:
    """Take the fraction of a mixed number: "2½", "2 1/2", "2 and a half"."""
    gap = 1 if text[end : end + 1] == " " else 0
    sign = SIGNS.get(text[end + gap : end + gap + 1])
    if sign is not None:
        return worth + Decimal(sign[0]) / Decimal(sign[1]), end + gap + 1
    slash = _SLASH.match(text, end)
    if gap and slash is not None and 0 < int(slash.group(1)) < int(slash.group(2)) <= 16:  # noqa: PLR2004 - sixteenths are the finest in use
        return worth + Decimal(slash.group(1)) / Decimal(slash.group(2)), slash.end()
    return half_more(text, worth, end)


def _scaled(text: str, start: int, worth: Decimal, end: int) -> tuple[Decimal, int]:
    """Take the magnitudes that follow: "2.5 million", "3 hundred thousand", "1.2bn", "5k"."""
    short = _SHORT_SCALE.match(text, end)
    if short is not None and _is_scale(text, start, short):
        return worth * SHORT[short.group(2).lower()], short.end()
    seen = False
    for _ in range(MOST_SCALES):
        joint = JOINT.match(text, end)
        word = WORD.match(text, joint.end() if joint else end)
        name = word.group().lower() if word else ""
        factor = _GROUPS.get(name, SCALES.get(name))
        if factor is None or word is None:
            break
        worth, end, seen = worth * factor, word.end(), True
    if not seen:
        return worth, end
    return half_more(text, worth, end)


def _is_scale(text: str, start: int, short: re.Match[str]) -> bool:
    """Tell "5m users" and "$5m" from "a 5m wall", "8 B people" from a letter of its own."""
    gap, letter = short.group(1), short.group(2)
    money = _MONEY_BEFORE.search(text, max(0, start - 6), start) is not None
    if letter.lower() == "mm" or (letter.lower() in {"thou", "mil", "mio"} and gap):
        return money
    if letter in {"k", "K"}:
        return not gap or money
    return letter.lower() not in {"m", "b"} or _is_letter_scale(text, short, money=money)


def _is_letter_scale(text: str, short: re.Match[str], *, money: bool) -> bool:
    gap, letter, end = short.group(1), short.group(2), short.end()
    if gap:
        return (money and letter.isupper()) or ((money or letter == "B") and _NOUN_AFTER.match(text, end) is not None)
    if money or letter != "m":
        return True
    return _METRES_AFTER.match(text, end) is None and _PLURAL_AFTER.match(text, end) is not None


def _words(text: str, start: int, floor: int) -> Numeral | None:
    word = WORD.match(text, start)
    if word is None:
        return None
    name = word.group().lower()
    if name in VAGUE:
        return _vague(text, word, floor)
    half = _HALF_A.match(text, start)
    if half is not None:
        scale = half.group(1).lower()
        factor = _GROUPS.get(scale) or SCALES[scale]
        return Numeral(start, half.end(), factor / 2, factor / 2, "words")
    if name in PARTS and name not in CARDINAL:
        return _part(text, word, floor)
    return _ordinal(text, word, floor) if name in ORDINAL else _cardinal(text, word, floor)


def _ordinal(text: str, word: re.Match[str], floor: int) -> Numeral | None:
    name = word.group().lower()
    if name == "second" and _TIMED.search(text, max(floor, word.start() - _LEAD), word.start()):
        return None
    return Numeral(word.start(), word.end(), float(ORDINAL[name]), float(ORDINAL[name]), "ordinal")


_TIMED = re.compile(r"(?:\bper |/ ?|\d[ -])$")
"""Before "second" as a unit of time: "400 metres per second", "a 4.3 second dash"."""


def _vague(text: str, word: re.Match[str], floor: int) -> Numeral | None:
    name = word.group().lower()
    low, end = VAGUE[name], word.end()
    if name in {"tens", "scores"} and not text.startswith(" of ", end):
        return None
    if name != "scores" and floor < word.start() and re.search(r"\d [A-Za-z]*$", text[max(floor, word.start() - 4) : word.start()]):
        return None
    for _ in range(MOST_SCALES):
        more = _OF.match(text, end)
        scale = WORD.match(text, more.end()) if more is not None else None
        if scale is None:
            break
        low, end = low * VAGUE[scale.group().lower()], scale.end()
    return Numeral(word.start(), end, float(low), float(low * _TENFOLD), "vague")


def _part(text: str, word: re.Match[str], floor: int) -> Numeral | None:
    """Read "half", "a third of", "a quarter of"; the other fractions begin with their count ("two-thirds"), an ordinal is none."""
    name, start = word.group().lower(), word.start()
    article = _ARTICLE.search(text, max(floor, start - _LEAD), start)
    if name == "half":
        return Numeral(start, word.end(), 0.5, 0.5, "fraction")
    if article is not None and re.match(
        r" of\b| (?:more|less|fewer|as many|larger|smaller|higher|lower)\b", text[word.end() : word.end() + 10]
    ):
        return Numeral(start, word.end(), 1 / PARTS[name], 1 / PARTS[name], "fraction")
    if name in ORDINAL:
        return Numeral(start, word.end(), float(ORDINAL[name]), float(ORDINAL[name]), "ordinal")
    return None


def _cardinal(text: str, word: re.Match[str], floor: int) -> Numeral | None:
    name, start = word.group().lower(), word.start()
    if name == "score":
        return None
    if name in SCALES or name in _GROUPS:
        few = _FEW.search(text, max(floor, start - _LEAD), start)
        if few is not None:
            base = float(SCALES.get(name) or _GROUPS[name])
            return Numeral(few.start(), word.end(), base, base * _TENFOLD, "vague")
        article = _ARTICLE.search(text, max(floor, start - _LEAD), start)
        if article is None:
            return None
        start = article.start()
    worth, end = count(text, word)
    part = _PART.match(text, end)
    if part is not None and 0 < worth < 20 and not _is_period(text, part, worth):  # noqa: PLR2004 - nobody writes more parts out
        share = float(worth) / PARTS[part.group(1).lower()]
        return Numeral(start, part.end(), share, share, "fraction")
    if text[end : end + 1] == "-" and _LAST_ORDINAL.match(text, end):
        last = WORD.match(text, end + 1)
        if last is not None:
            total = float(worth) + ORDINAL[last.group().lower()]
            return Numeral(start, last.end(), total, total, "ordinal")
    return Numeral(start, end, float(worth), float(worth), "words")


def _is_period(text: str, part: re.Match[str], worth: Decimal) -> bool:
    """Tell "three quarters of growth" (of a year) from a share: "quarters" counts as a share before "of", or with a hyphen."""
    name = part.group(1).lower()
    if name.startswith("quarter"):
        return not (part.group()[0] == "-" or text.startswith(" of ", part.end())) or worth >= PARTS["quarter"]
    return worth == 1 and part.group()[0] == " " and not re.match(r" of\b|[.,;]|$", text[part.end() : part.end() + 4])


def _out_of(text: str, found: Numeral) -> Numeral:
    """Read "one in five", "3 out of 10": a share."""
    link = _OUT_OF.match(text, found.end)
    if link is None or found.low != int(found.low) or not 0 < found.low < 100:  # noqa: PLR2004 - larger parts are counts ("120 out of 800")
        return found
    start = link.end() + 1
    if not _START.match(text, start):
        return found
    whole = _digits(text, start) if text[start].isdigit() else _words(text, start, start)
    if whole is None or whole.form not in {"digits", "words"} or whole.low <= found.low:
        return found
    if link.group().lower() == " in" and not (found.form == whole.form and whole.low in _ROUND_WHOLES):
        return found
    if _NO_WHOLE.match(text, whole.end):
        return found
    share = found.low / whole.low
    return Numeral(found.start, whole.end, share, share, "fraction", whole.low)
