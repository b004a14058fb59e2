"""What comes again and again: every Friday, daily, on Mondays, twice a week."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_words import (
    PART,
    PARTS,
    UNIT,
    month_pattern,
    months,
    number,
    number_pattern,
    period,
    unit_letters,
    weekday_pattern,
    weekdays,
)
from dateline.model.rule import Rule
from dateline.words.loader import toml

RULES = (
    Rule("time.set", "every so often", "The board meets every two weeks.", "Every member of the board met."),
    Rule("time.set-day", "on every such weekday or in every such month", "The board meets every Friday.", "The board met Friday."),
    Rule("time.set-adverb", "daily, weekly and the like", "The board meets weekly.", "The Daily Star reported it."),
)

_ADVERBS = {
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}
_WEEKENDS = re.compile(r"(?<=\bon )weekends(?!\w)")
_ADVERB = re.compile(rf"\b(?:{'|'.join(_ADVERBS)})(?![\w-])")


@cache
def _every() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:(?P<lead>(?:once|twice|three times|four times) )?(?P<each>every|each|per) (?P<other>other )?(?:single )?"
        rf"(?:(?P<number>{number_pattern()}|few) )?)"
        rf"(?:(?P<unit>(?i:{UNIT}))|(?P<day>{weekday_pattern()})(?: (?P<part>{PART}))?|(?P<month>{month_pattern()})"
        rf"|(?P<alone>(?i:{PART}|weekend))"
        r"|(?P<season>(?i:spring|summer|fall|autumn|winter)))(?!\w)"
    )


@cache
def _plural() -> re.Pattern[str]:
    days, parts = "|".join(toml("time")["weekdays"]), "morning|afternoon|evening|night"
    return re.compile(rf"\b(?P<day>{days})(?:s(?: (?P<part>(?:{parts})s?))?| (?P<parts>(?:{parts})s))(?!\w)")


def find(scene: Scene) -> Iterator[Draft]:
    """Find the sets of a sentence."""
    for match in _every().finditer(scene.text):
        draft = _set(match)
        if draft is not None:
            yield draft
    for match in _plural().finditer(scene.text):
        part = match["part"] or match["parts"]
        value = f"XXXX-WXX-{weekdays()[match['day'].lower()]}{PARTS[part.rstrip('s')] if part else ''}"
        yield Draft(*match.span(), "SET", "time.set-day", f"“{match.group()}” come every week", value)
    for match in _WEEKENDS.finditer(scene.text):
        yield Draft(*match.span(), "SET", "time.set-day", f"“{match.group()}” come every week", "XXXX-WXX-WE")
    for match in _ADVERB.finditer(scene.text):
        word = scene.word(match.start())
        if word is not None and word.pos in {"ADJ", "ADV"} and not _is_paper(scene, match):
            yield Draft(*match.span(), "SET", "time.set-adverb", f"“{match.group()}” says how often", _ADVERBS[match.group()])


def _is_paper(scene: Scene, match: re.Match[str]) -> bool:
    """Tell "the weekly Clarion" (a paper) from "daily flights" and "daily Gulf flights"."""
    following = scene.after(match.end())
    named = False
    while following is not None and following.tag == "NNP":
        named, following = True, scene.after(following.end - scene.sentence.start)
    return named and (following is None or following.tag not in {"NN", "NNS", "JJ"})


def _set(match: re.Match[str]) -> Draft | None:
    start, end = match.span()
    says = f"“{match.group()}” comes again and again"
    if match["day"]:
        value = f"XXXX-WXX-{weekdays()[match['day'].rstrip('.').lower()]}{PARTS[match['part']] if match['part'] else ''}"
        return Draft(start, end, "SET", "time.set-day", says, value)
    if match["month"]:
        return Draft(start, end, "SET", "time.set-day", says, f"XXXX-{months()[match['month'].rstrip('.').lower()]:02}")
    if match["season"]:
        code = {"spring": "SP", "summer": "SU", "winter": "WI"}.get(match["season"].lower(), "FA")
        return Draft(start, end, "SET", "time.set-day", says, f"XXXX-{code}")
    if match["alone"]:
        alone = match["alone"].lower()
        return Draft(start, end, "SET", "time.set", says, "XXXX-WXX-WE" if alone == "weekend" else f"XXXX-XX-XX{PARTS[alone]}")
    if match["unit"].lower() in {"second", "quarter"} and match["each"].lower() == "every" and match["unit"].lower() == "second":
        return None
    amount = (
        None if (match["number"] or "").lower() == "few" else number(match["number"]) if match["number"] else 2 if match["other"] else 1
    )
    return Draft(start, end, "SET", "time.set", says, period(amount, unit_letters(match["unit"])))
