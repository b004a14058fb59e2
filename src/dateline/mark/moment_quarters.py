"""Quarters, halves, seasons and named days."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_tense import direction
from dateline.mark.moment_words import PHASE, month_pattern, months, spelled_year, spelled_year_pattern
from dateline.model.rule import Rule
from dateline.text.calendar import value_of
from dateline.words.loader import toml

RULES = (
    Rule("time.quarter", "a quarter of a year", "Profit fell in the third quarter.", "A quarter of the staff left."),
    Rule("time.half", "a half of a year", "Profit fell in the first half of 2021.", "They scored in the first half."),
    Rule("time.season", "a season", "The mine closed in the summer of 1994.", "The fall of the city was sudden."),
    Rule("time.holiday", "a day that has a name", "The shop closes on Christmas Eve.", "She sang a carol on the eve."),
    Rule("time.known-day", "a day known by its date alone", "He lost a brother in the Sept. 11 attacks.", "She married on Sept. 11."),
)

_ORDINAL = "(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_YEAR = r"(?:19|20)\d\d"
_QUARTER = re.compile(
    rf"\b(?i:(?:(?P<phase>{PHASE}) )?(?P<the>the )?"
    r"(?:(?P<ref>last|this|next) year['’]s (?:fiscal )?|(?P<earlier>(?:comparable |corresponding )?year-(?:earlier|ago) )"
    rf"|(?P<year>(?:fiscal )?{_YEAR}['’]?s? )|(?P<its>company['’]s |its |their )?)"
    rf"(?:fiscal[- ])?(?P<ordinal>{_ORDINAL})[- ](?:fiscal )?quarter(?P<many>s)?"
    rf"(?:,? (?:(?:of|in) )?(?:fiscal )?(?P<year2>{_YEAR})(?!\d)|,? (?:of )?(?P<ref2>last|this|next) year)?)(?!\w|-mile)"
)
_NAMED = re.compile(rf"\b(?P<year>{_YEAR}) (?:Q(?P<q>[1-4]))\b|\bQ(?P<q2>[1-4])(?: (?:of )?(?P<year2>{_YEAR}))?\b")
_YEAR_QUARTER = re.compile(rf"\b(?i:the (?P<year>{_YEAR}) (?P<what>quarter|period))(?!\w)")
_PERIOD = re.compile(
    r"\b(?i:the (?:(?P<latest>latest|current|most recent) (?P<what>quarter|period)"
    r"|(?:corresponding|comparable|same|like) (?:quarter|period)(?P<tail> (?:of )?last year| a year (?:ago|earlier))))(?!\w)"
    r"|\b(?i:last year['’]s quarter)(?!\w)"
)


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:the (?:(?:fiscal|full|financial|trading) )?(?P<unit>quarter|year))"
        r"(?= (?i:(?P<way>ended|that ended|which ended|ending|to)),?(?: on)? "
        rf"(?P<month>{month_pattern()})(?: (?P<day>[0-3]?\d)(?!\d))?(?:,? (?P<year>(?:19|20)\d\d))?)"
    )


_HALF = re.compile(
    r"\b(?i:(?:the )?(?:(?P<ref>last|this|next) year['’]s )?(?P<ordinal>first|second)[- ]half"
    rf"(?: of (?:(?:fiscal )?(?P<year>{_YEAR})|(?P<ref2>last|this|next|the) year))?)(?!\w)"
)
_SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_SHIFT = {"last": "-1", "this": "+0", "next": "+1", "the": "+0"}


def find(scene: Scene) -> Iterator[Draft]:
    """Find quarters, halves, seasons and holidays."""
    yield from _quarters(scene)
    for match in _HALF.finditer(scene.text):
        ref = (match["ref"] or match["ref2"] or "").lower()
        number = toml("time")["ordinals"][match["ordinal"].lower()]
        says = f"“{match.group()}” is a half of a year"
        if match["year"]:
            yield Draft(*match.span(), "DATE", "time.half", says, f"{match['year']}-H{number}")
        elif ref:
            yield Draft(*match.span(), "DATE", "time.half", says + ", told from {anchor}", steps=f"year{_SHIFT[ref]} half={number}")
    for match in _season_pattern().finditer(scene.text):
        draft = _season(scene, match)
        if draft is not None:
            yield draft
    for match in _holiday_pattern().finditer(scene.text):
        if not _is_of_another_country(scene, match):
            yield _holiday(scene, match)
    for match in _known_pattern().finditer(scene.text):
        value = toml("time")["known_days"][match.group()][1]
        yield Draft(*match.span(), "DATE", "time.known-day", f"“{match.group()}” is known by its date", value)


def _told_by_end(scene: Scene) -> Iterator[Draft]:
    """Value "the quarter ended July 31" by the calendar's quarter that held most of it, "the year ended ..." as a length."""
    for match in _ended().finditer(scene.text):
        month, year = months()[match["month"].rstrip(".").lower()], match["year"]
        says = f"“{match.group()}” is told by its end"
        ahead = match["way"].lower() == "ending"
        if match["unit"].lower() == "year" and not ahead:
            yield Draft(*match.span(), "DURATION", "time.quarter", says, "P1Y")
            continue
        sign = ">=" if ahead else "<="
        end = f"date{sign}{month:02}-{int(match['day']):02}" if match["day"] else f"month{sign}{month:02}"
        steps = f"{end} back=1M quarter+0" if match["unit"].lower() == "quarter" else f"{end} year+0"
        if year:
            value = value_of(f"year+0 {steps.replace(sign, '=', 1)}", year)
            yield Draft(*match.span(), "DATE", "time.quarter", says, value)
        else:
            yield Draft(*match.span(), "DATE", "time.quarter", says + ", reckoned from {anchor}", steps=steps)


def _quarters(scene: Scene) -> Iterator[Draft]:
    yield from _told_by_end(scene)
    for match in _QUARTER.finditer(scene.text):
        draft = _quarter(scene, match)
        if draft is not None:
            yield draft
    for match in _NAMED.finditer(scene.text):
        year, number = match["year"] or match["year2"], match["q"] or match["q2"]
        says = f"“{match.group()}” is a quarter"
        if year:
            yield Draft(*match.span(), "DATE", "time.quarter", says, f"{year}-Q{number}")
        else:
            yield Draft(*match.span(), "DATE", "time.quarter", says + ", the nearest to {anchor}", steps=f"quarter~{number}")
    for match in _YEAR_QUARTER.finditer(scene.text):
        says = f"“{match.group()}”: the same part of {match['year']} as the one told of"
        yield Draft(*match.span(), "DATE", "time.quarter", says, steps=f"same={match['year']}", told="quarter")
    for match in _PERIOD.finditer(scene.text):
        current = (match["latest"] or "").lower() == "current"
        if match["latest"]:
            steps, told = ("quarter+0", "") if current else ("quarter-1", "")
        else:
            steps, told = "back=1Y", "quarter"
        yield Draft(*match.span(), "DATE", "time.quarter", f"“{match.group()}”, told from {{anchor}}", steps=steps, told=told)


def _quarter(scene: Scene, match: re.Match[str]) -> Draft | None:
    number = toml("time")["ordinals"][match["ordinal"].lower()]
    start, end = match.span()
    following = scene.after(end)
    if match["its"] or (match["the"] and following is not None and "-" in match.group()):
        start = match.start("ordinal")
    words = scene.text[start:end]
    if match["many"]:
        return Draft(start, end, "SET", "time.quarter", f"“{words}” is a quarter of several years", f"XXXX-Q{number}")
    year = match["year2"] or (re.sub(r"\D", "", match["year"]) if match["year"] else None)
    if year:
        return Draft(start, end, "DATE", "time.quarter", f"“{words}” is a quarter of a year", f"{year}-Q{number}")
    ref = (match["ref"] or match["ref2"] or "").lower()
    if ref:
        return Draft(start, end, "DATE", "time.quarter", f"“{words}”, told from {{anchor}}", steps=f"year{_SHIFT[ref]} quarter={number}")
    found = direction(scene, start, end)
    sign = "~" if found.way == "future" else "<="
    steps = f"quarter<={number} back=1Y" if match["earlier"] else f"quarter{sign}{number}"
    return Draft(start, end, "DATE", "time.quarter", f"“{words}”: {found.says()}; the nearest to {{anchor}} that way", steps=steps)


def _season(scene: Scene, match: re.Match[str]) -> Draft | None:
    code, words = _SEASONS[match["season"].lower()], match.group()
    year = match["year"] or match["year2"]
    if year:
        year = year if year.isdigit() else spelled_year(year)
        return Draft(*match.span(), "DATE", "time.season", f"“{words}” is a season of a year", f"{year}-{code}")
    if match["tail"]:
        return Draft(
            *match.span(),
            "DATE",
            "time.season",
            f"“{words}”, told from {{anchor}}",
            steps=f"year{_SHIFT[match['tail'].lower()]} season={code}",
        )
    before, following = scene.before(match.start()), scene.after(match.end())
    if before is None or before.lower not in {"in", "since", "by", "until", "till", "during", "over", "through", "before", "after", "for"}:
        return None
    if following is not None and following.tag in {"NN", "NNS", "NNP", "IN"}:
        return None
    if not match["lead"] and before.lower not in {"since", "by", "until"}:
        return None
    found = direction(scene, *match.span())
    sign = {"past": "<=", "future": ">=", "open": "<="}[found.way]
    return Draft(*match.span(), "DATE", "time.season", f"“{words}”: {found.says()}; reckoned from {{anchor}}", steps=f"season{sign}{code}")


@cache
def _season_pattern() -> re.Pattern[str]:
    year = rf"(?:{_YEAR}|{spelled_year_pattern()})"
    return re.compile(
        r"\b(?i:(?P<lead>(?:(?:the )?(?:early|late|mid)[- ])?(?:the )?)(?P<season>spring|summer|fall|autumn|winter)"
        rf"(?: of (?P<year>{year})|,? (?P<year2>{year})| (?:of )?(?P<tail>last|this|next) year)?)(?!\w|-\w)"
    )


@cache
def _holiday_pattern() -> re.Pattern[str]:
    names = sorted(toml("time")["holidays"], key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"\b(?:(?P<ref>(?i:last|this|next|the next)) |(?P<before>{_YEAR}) )?(?P<name>{joined})(?:,? (?P<year>(?:19|20)\d\d))?(?!\w)"
    )


@cache
def _known_pattern() -> re.Pattern[str]:
    known = sorted(toml("time")["known_days"].items())
    return re.compile("|".join(rf"\b{re.escape(name)}(?={after})" for name, (after, _) in known))


_SIGHTED = ("islamic.", "hindu.")


def _is_of_another_country(scene: Scene, match: re.Match[str]) -> bool:
    national = toml("time")["national"]
    before = scene.before(match.start("name"))
    if match["name"].replace(" ", "-") not in national["days"].split() or before is None:
        return False
    owner = scene.sentence.words[before.i - 1] if before.tag == "POS" and before.i > 0 else before
    owned = before.tag == "POS" or (before.pos in {"ADJ", "PROPN"} and before.text[:1].isupper())
    return owned and owner.lower not in national["owners"].split()


def _holiday(scene: Scene, match: re.Match[str]) -> Draft:
    name, rule = toml("time")["holidays"][match["name"]].split()
    words = match.group()
    moon = ", by reckoning: the sight of the moon may move it by a day" if rule.startswith(_SIGHTED) else ""
    year = match["year"] or match["before"]
    if year:
        return Draft(*match.span(), "DATE", "time.holiday", f"“{words}” of a year{moon}", value_of(f"year+0 {name}={rule}", year))
    ref = (match["ref"] or "").lower()
    if ref == "last":
        sign = "<"
    elif ref in {"next", "the next"}:
        sign = ">"
    else:
        sign = direction(scene, *match.span()).near()
    return Draft(*match.span(), "DATE", "time.holiday", f"“{words}”, told from {{anchor}}{moon}", steps=f"{name}{sign}{rule}")
