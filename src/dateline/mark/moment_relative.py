"""Days, weeks, months, years told from the day of publication or from a moment told before."""

import re
from collections.abc import Iterator

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_tense import direction
from dateline.mark.moment_words import PARTS, PHASE
from dateline.model.moment import MomentType
from dateline.model.rule import Rule

RULES = (
    Rule("time.day", "today, yesterday, tomorrow", "The vote was yesterday.", "Yesteryear was kinder."),
    Rule("time.unit", "last, this, next and the like with a unit", "Prices rose last month.", "At last the month ended."),
    Rule(
        "time.unit-told",
        "the same, that or the following unit, from a moment told before",
        "It began on 3 May 2021 and ended the next day.",
        "Next!",
    ),
    Rule(
        "time.unit-bare",
        "the year, the week: the present one, or the one told of",
        "Sales fell in the first months of the year.",
        "Man of the year.",
    ),
    Rule("time.year-end", "the end of a year", "It will close by year-end.", "The end was near."),
    Rule("time.year-earlier", "a year before the time told of", "Sales rose from the year-earlier level.", "It was early in a long year."),
)

_UNITS = "day|week|weekend|month|quarter|year|decade|century"
_SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_BACK = frozenset({"last", "past", "this past", "previous", "preceding", "prior", "latest"})
_AHEAD = frozenset({"next", "coming", "upcoming", "following"})
_FROM_TOLD = frozenset({"following", "previous", "preceding", "same", "that"})
_DAY_FROM_TOLD = _FROM_TOLD | {"next"}
"""What tells a day leads from the day told before; of "last day" or "this day" nothing can be said."""

_DAY = re.compile(
    r"\b(?i:(?P<phase>early|late|later|earlier|sometime) )?"
    r"(?i:(?P<before>the day before )?(?P<after>the day after )?(?P<day>today|yesterday|tomorrow|tonight))"
    r"(?P<part> (?i:(?:early |late )?(?P<which>morning|afternoon|evening|night)))?(?![\w])"
)
_UNIT = re.compile(
    rf"\b(?i:(?:(?P<phase>{PHASE}) (?:in )?)?(?P<the>the )?"
    r"(?P<ref>last|this past|past|previous|preceding|next|coming|upcoming|following|this|current|present|same|that|prior|latest) "
    r"(?P<adj>(?:fiscal|calendar|full|entire|whole|election|school|trading|business) )?"
    rf"(?P<unit>{_UNITS}|spring|summer|fall|autumn|winter))(?!\w|-\w)"
)
_BARE = re.compile(
    rf"\b(?i:(?:(?P<phase>{PHASE}) (?:in )?)?the (?P<adj>(?:fiscal|calendar|full|entire|whole|current) ){{0,3}}"
    r"(?P<unit>quarter|year|month|week|weekend|day))(?!\w|-\w)"
)
_YEAR_END = re.compile(r"\b(?i:(?:the )?(?:(?P<ref>this|last|next) )?(?:around |about )?(?:year['’]s end|year[- ]end))(?!\w)")
_EARLIER = re.compile(
    r"\b(?i:(?:the )?(?:comparable |same |corresponding )?year-(?:earlier|ago) (?:quarter|period|month|week|day)"
    r"|year-(?:earlier|ago))(?!\w)"
)
_TWO_AWAY = re.compile(r"\b(?i:the (?P<unit>day|night|week|weekend|month|quarter|year) (?P<way>before last|after next))(?!\w)")
_BESIDE = re.compile(r"\b(?i:(?:the|a) day (?P<way>before|after|earlier|later))(?!\w)")


def find(scene: Scene) -> Iterator[Draft]:
    """Find what is told from the day of publication, or from a moment told before, in whole units."""
    for match in _DAY.finditer(scene.text):
        yield _day(match)
    for pattern, drafted in ((_UNIT, _unit), (_BARE, _bare), (_BESIDE, _beside)):
        for match in pattern.finditer(scene.text):
            draft = drafted(scene, match)
            if draft is not None:
                yield draft
    for match in _TWO_AWAY.finditer(scene.text):
        unit, count = match["unit"].lower(), "-2" if match["way"].lower() == "before last" else "+2"
        unit, at = ("day", f" at={PARTS['night']}") if unit == "night" else (unit, "")
        kind: MomentType = "TIME" if at else "DATE"
        yield Draft(*match.span(), kind, "time.unit", f"“{match.group()}”, told from {{anchor}}", steps=f"{unit}{count}{at}")
    for match in _YEAR_END.finditer(scene.text):
        yield _year_end(scene, match)
    for match in _EARLIER.finditer(scene.text):
        says = f"“{match.group()}”: a year before {{anchor}}"
        steps = "quarter-1 back=1Y" if match.group().lower().endswith("quarter") else "back=1Y"
        yield Draft(*match.span(), "DATE", "time.year-earlier", says, steps=steps, told="quarter")


def _day(match: re.Match[str]) -> Draft:
    word = match["day"].lower()
    count = {"yesterday": -1, "tomorrow": 1}.get(word, 0) + (-1 if match["before"] else 1 if match["after"] else 0)
    part = match["which"].lower() if match["which"] else "night" if word == "tonight" else ""
    at = f" at={PARTS[part]}" if part else ""
    says = f"“{match.group()}”, told from {{anchor}}"
    return Draft(*match.span(), "TIME" if at else "DATE", "time.day", says, steps=f"day{count:+d}{at}")


def _year_end(scene: Scene, match: re.Match[str]) -> Draft:
    """Tell "year-end", the last day of a year, from "the year's end", no more than the year."""
    if "-" in match.group() and not match["ref"]:
        steps = f"date{'<=' if direction(scene, *match.span()).way == 'past' else '>='}12-31"
    else:
        steps = f"year{ ({'last': '-1', 'next': '+1'}.get((match['ref'] or '').lower(), '+0')) }"
    return Draft(*match.span(), "DATE", "time.year-end", f"“{match.group()}”, told from {{anchor}}", steps=steps)


def _unit(scene: Scene, match: re.Match[str]) -> Draft | None:
    ref, unit, says = match["ref"].lower(), match["unit"].lower(), f"“{match.group()}”, told from {{anchor}}"
    if unit == "day" and ref not in _DAY_FROM_TOLD:
        return None
    told = "day" if unit == "day" else "any" if ref in _FROM_TOLD or _is_next_of_told(scene, match) else ""
    if unit in _SEASONS:
        return _season(scene, match, told)
    shift = "-1" if ref in _BACK else "+1" if ref in _AHEAD else "+0"
    if unit == "weekend" and ref == "this" and direction(scene, *match.span()).way == "past":
        shift = "-1"
    return Draft(*match.span(), "DATE", "time.unit-told" if told else "time.unit", says, steps=f"{unit}{shift}", told=told)


def _is_next_of_told(scene: Scene, match: re.Match[str]) -> bool:
    """Tell "It moved the next year", from the year told of, from "It will move in the next year"."""
    return match["ref"].lower() == "next" and bool(match["the"]) and direction(scene, *match.span()).way == "past"


def _season(scene: Scene, match: re.Match[str], told: str) -> Draft:
    ref, code = match["ref"].lower(), _SEASONS[match["unit"].lower()]
    if ref in _BACK:
        sign = "<"
    elif ref in _AHEAD:
        sign = ">"
    else:
        sign = {"past": "<=", "future": ">=", "open": "~"}[direction(scene, *match.span()).way]
    return Draft(*match.span(), "DATE", "time.season", f"“{match.group()}”, told from {{anchor}}", steps=f"season{sign}{code}", told=told)


def _bare(scene: Scene, match: re.Match[str]) -> Draft | None:
    unit, rule = match["unit"].lower(), "time.unit-bare"
    if not _is_one_meant(scene, match, unit):
        return None
    if unit == "day":
        return Draft(*match.span(), "DATE", rule, f"“{match.group()}”: the day of {{anchor}}", steps="day+0", told="day")
    if unit == "quarter":
        says = f"“{match.group()}”: the one told of, or the last before {{anchor}}"
        return Draft(*match.span(), "DATE", rule, says, steps="quarter+0", told="quarter")
    shift = "-1" if unit == "weekend" and direction(scene, *match.span()).way == "past" else "+0"
    return Draft(*match.span(), "DATE", rule, f"“{match.group()}”, told from {{anchor}}", steps=f"{unit}{shift}")


def _is_one_meant(scene: Scene, match: re.Match[str], unit: str) -> bool:
    """Tell "the week" that is meant from "the week of", "the day when", "the year's work", "man of the year"."""
    following, before = scene.after(match.end()), scene.before(match.start())
    if following is not None and (following.tag in {"NN", "NNS", "POS"} or following.lower in _BOUND):
        return False
    led = "" if before is None else before.lower
    if led == "of" and unit in {"year", "day"} and not match["phase"]:
        owner = scene.before(before.start - scene.sentence.start) if before is not None else None
        return owner is None or owner.lower not in _TITLES
    return unit not in {"week", "month"} or bool(match["phase"]) or led in {"for", "of", "in", "during"}


_BOUND = frozenset({"of", "when", "that", "before", "after", "to"})
_TITLES = frozenset({"man", "woman", "person", "player", "team", "word", "book", "car", "order", "star", "issue", "question", "quote"})


def _beside(scene: Scene, match: re.Match[str]) -> Draft | None:
    following = scene.text[match.end() : match.end() + 1]
    if match["way"].lower() in {"before", "after"} and following not in {"", ".", ",", ";", ":", ")", "”"}:
        return None
    step = "on" if match["way"].lower() in {"after", "later"} else "back"
    return Draft(*match.span(), "DATE", "time.unit-told", f"“{match.group()}”: a day from {{anchor}}", steps=f"{step}=1D", told="day")
