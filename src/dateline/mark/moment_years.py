"""Years, decades and centuries, in figures and in words."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_words import PHASE, spelled_year, spelled_year_pattern
from dateline.model.rule import Rule
from dateline.words.loader import toml, words

RULES = (
    Rule("time.year", "a year", "The bridge opened in 2021.", "They sold 2,021 tickets."),
    Rule("time.decade", "a decade", "It was built in the 1980s.", "He is in his 80s."),
    Rule("time.century", "a century", "It was built in the 19th century.", "He scored a century."),
    Rule("time.year-words", "a year in words", "It began in nineteen eighty-four.", "Nineteen people left."),
)

_SURE_FROM, _SURE_TO = 1900, 2040
"""A number of four digits in between is a year unless something speaks against it; beyond, a word such as "in" must speak for it."""

_YEAR = re.compile(
    r"(?<![\w.,$£€#/'’])"
    rf"(?P<phase>(?i:(?:{PHASE}[- ]|around |about "
    r"|(?:the )?(?:fiscal )?year |fiscal |calendar ){0,4}))"
    r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d)"
    r"(?P<tail> or (?:later|earlier))?"
    r"(?P<more>[-–](?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w-]))?(?![\w/]|-\w)"
)
_DECADE = re.compile(
    r"\b(?P<phase>(?i:(?:the )?(?:(?:early|late|mid|middle)(?: to (?:mid|late))?[- ])?(?:the )?))"
    r"(?:(?P<full>1[5-9]\d|20\d)0['’]?s|['’](?P<short>[1-9])0s"
    r"|(?P<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b"
)
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_CENTURIES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first"
)


@cache
def _century() -> re.Pattern[str]:
    names = "|".join(sorted(_CENTURIES.split(), key=len, reverse=True))
    return re.compile(
        r"\b(?i:(?:the )?(?:(?:early|late|mid|turn of the)[- ])?"
        rf"(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{names}))[- ]century)(?!\w)"
    )


@cache
def _spelled() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:(?:the year )?(?P<year>{spelled_year_pattern()})"
        r"|the year two thousand(?: and)?(?: (?P<after>one|two|three|four|five|six|seven|eight|nine))?)\b"
    )


def find(scene: Scene) -> Iterator[Draft]:
    """Find the years, decades and centuries of a sentence."""
    for match in _YEAR.finditer(scene.text):
        if _is_year(scene, match):
            yield from _years(scene, match)
    for match in _DECADE.finditer(scene.text):
        value = _decade(match)
        if value:
            yield Draft(*match.span(), "DATE", "time.decade", f"“{match.group()}” is a decade", value)
    for match in _century().finditer(scene.text):
        number = int(match["number"]) if match["number"] else _CENTURIES.split().index(match["word"].lower()) + 1
        yield Draft(*match.span(), "DATE", "time.century", f"“{match.group()}” is a century", f"{number - 1:02}")
    for match in _spelled().finditer(scene.text):
        following = scene.after(match.end())
        if following is not None and (following.tag in {"NNS", "HYPH"} or following.lower in words("time", "counted")):
            continue
        yield Draft(*match.span(), "DATE", "time.year-words", f"“{match.group()}” is a year in words", _in_figures(match))


def _years(scene: Scene, match: re.Match[str]) -> Iterator[Draft]:
    end = match.start("more") if match["more"] else match.end()
    shown = scene.text[match.start() : end]
    yield Draft(match.start(), end, "DATE", "time.year", f"“{shown}” is a year", match["year"])
    last = match["year"][: 4 - len(match["last"])] + match["last"] if match["last"] else ""
    if last > match["year"]:
        yield Draft(*match.span("last"), "DATE", "time.year", f"“{match['last']}” is the end of a row of years", last)


def _is_year(scene: Scene, match: re.Match[str]) -> bool:
    """Tell a year from a count, a price and the number of something."""
    if match["phase"].strip().lower() not in {"", "about", "around"} or match["tail"]:
        return True
    before, following = scene.before(match.start("year")), scene.after(match.end("year"))
    led = "" if before is None else before.lower
    counted = following is not None and (
        following.lower in words("time", "counted") or (led in words("time", "leads") and following.tag == "NNS")
    )
    if counted or led in words("time", "numbered"):
        return False
    if before is not None and before.i > 0 and before.text.isupper() and scene.sentence.words[before.i - 1].lower == "flight":
        return False
    return _SURE_FROM <= int(match["year"]) < _SURE_TO or led in words("time", "before_year")


def _decade(match: re.Match[str]) -> str:
    if match["full"]:
        return match["full"]
    if match["short"]:
        return f"19{match['short']}"
    named = match["phase"].lower().startswith("the")
    return f"19{_DECADES.split().index(match['word'].lower()) + 2}" if named else ""


def _in_figures(match: re.Match[str]) -> str:
    if match["year"]:
        return spelled_year(match["year"])
    return f"200{toml('time')['ones'][match['after'].lower()] if match['after'] else 0}"
