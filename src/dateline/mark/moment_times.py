"""Times of the day and parts of it. Without a day beside them they are those of the day told before, else of publication."""

import re
from collections.abc import Iterator

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_words import PARTS
from dateline.model.rule import Rule
from dateline.words.loader import toml

RULES = (
    Rule("time.clock", "a time of the day", "The doors open at 7:30 p.m.", "They won 7:30 on points."),
    Rule("time.part", "a part of the day of telling", "The vote is this evening.", "Evening classes are full."),
    Rule("time.part-told", "a part of a day told before", "It burned on 3 May 2021 and fell the next morning.", "Morning dress is worn."),
)

ZONES = "GMT|UTC|BST|CES?T|[ECMP][SD]?T|JST|IST|MSK"
_NOON, _MIDNIGHT, _HOURS = 12, 24, 24
_ZONE = (
    rf" ?\(?(?:(?:{ZONES})\b|(?:local|[Uu]niversal|Greenwich [Mm]ean|Eastern|Central|Pacific|Mountain|Moscow|London)"
    r"(?: (?i:standard|daylight|summer))? time(?!\w))"
)
_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?"
    rf" ?(?P<half>(?i:a\.m\.?|p\.m\.?|am|pm))(?![a-zA-Z])(?P<zone>{_ZONE})?"
)
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_OPEN = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-4])[:.]?(?P<minute>[0-5]\d)(?: hours)?(?P<zone>{_ZONE})"
    r"|(?<=\bat )(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?![\d:%])"
    r"|\b(?P<hour3>1?\d)(?::(?P<minute3>[0-5]\d))? (?:o['’]clock )?(?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))"
    rf"|\b(?P<hour4>1?\d|(?i:{_HOUR_WORDS})) o['’]clock(?: in the (?P<part4>morning|afternoon|evening)| at (?P<night4>night))?"
)
_NAMED = re.compile(rf"\b(?P<name>(?i:noon|midnight|midday))(?P<zone>{_ZONE})?(?!\w|-)")
_NEAR_PART = re.compile(r"(?i:\b(?P<part>morning|afternoon|evening|night))\b")
_NEAR = 24
"""Characters on either side of "5 o'clock" in which a part of the day tells which half is meant."""
_PART = re.compile(
    r"\b(?i:(?P<phase>early|late|later|earlier|mid)[- ])?"
    r"(?i:(?P<ref>this|last|the next|the following|the same|that|the previous|the) (?:(?:early|late|mid)[- ])?)?"
    r"(?P<part>(?i:morning|afternoon|evening|night|overnight))(?!\w|-)"
)


def find(scene: Scene) -> Iterator[Draft]:
    """Find the times and the parts of the day in a sentence."""
    for match in _CLOCK.finditer(scene.text):
        hour = int(match["hour"])
        if 1 <= hour <= _NOON:
            hour = hour % _NOON + (_NOON if match["half"].lower().startswith("p") else 0)
            yield _clock(scene, (match.start("hour"), match.end()), f"{hour:02}", match["minute"], match["zone"])
    for match in _OPEN.finditer(scene.text):
        yield _open(scene, match)
    for match in _NAMED.finditer(scene.text):
        before = scene.before(match.start())
        if before is None or before.lower != "high":
            hour = _MIDNIGHT if match["name"].lower() == "midnight" else _NOON
            yield _clock(scene, match.span(), f"{hour:02}", None, match["zone"])
    for match in _PART.finditer(scene.text):
        draft = _part(scene, match)
        if draft is not None:
            yield draft


def _clock(scene: Scene, span: tuple[int, int], hour: str, minute: str | None, zone: str | None = None) -> Draft:
    shown = scene.text[slice(*span)]
    says = f"“{shown}” on {{anchor}}" + ("; morning or afternoon is not told" if hour == "XX" else "")
    return Draft(*span, "TIME", "time.clock", says, steps=f"day+0 at=T{hour}:{minute or '00'}{offset(zone)}", told="clock")


def offset(zone: str | None) -> str:
    """Give the offset of a zone as ISO 8601 writes it; nothing for a zone that is not told, or has more than one meaning.

    >>> offset(" GMT"), offset(" (EST)"), offset(" Eastern time"), offset(None)
    ('Z', '-05:00', '', '')
    """
    if zone is None:
        return ""
    found: dict[str, str] = toml("time")["zones"]
    return found.get(zone.strip(" ()").removesuffix(" time").lower(), "")


def _open(scene: Scene, match: re.Match[str]) -> Draft:
    if match["hour"]:
        return _clock(scene, match.span(), f"{int(match['hour']):02}", match["minute"], match["zone"])
    if match["hour2"]:
        start, told = match.start("hour2"), match["hour2"]
        if told.startswith("0") or not 1 <= int(told) <= _NOON:
            return _clock(scene, (start, match.end()), f"{int(told):02}", match["minute2"])
        return _clock(scene, (start, match.end()), _of_half(int(told), _near_part(scene, match)), match["minute2"])
    part = match["part"] or match["night"] or match["part4"] or match["night4"]
    shown = match["hour3"] or match["hour4"]
    told = int(shown) if shown.isdigit() else toml("time")["ones"][shown.lower()]
    hour = _of_half(told, (part or _near_part(scene, match)).lower())
    return _clock(scene, match.span(), hour, match["minute3"])


def _near_part(scene: Scene, match: re.Match[str]) -> str:
    """Give the part of the day that stands near, "" where none or more than one does."""
    around = scene.text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
    found = {part["part"].lower() for part in _NEAR_PART.finditer(around)}
    return found.pop() if len(found) == 1 else ""


def _of_half(hour: int, part: str) -> str:
    """Give the hour of the day, XX where neither the hour nor the part of the day tells it."""
    if not 1 <= hour <= _NOON:
        return f"{hour:02}" if hour < _HOURS else "XX"
    late = part in {"afternoon", "evening"} or (part == "night" and hour > _NOON // 2 - 1)
    if not part:
        return "XX"
    return f"{hour % _NOON + (_NOON if late and not (part == 'night' and hour == _NOON) else 0):02}"


_DAY_NOUNS = frozenset({"yesterday", "today", "tomorrow"})


def _part(scene: Scene, match: re.Match[str]) -> Draft | None:
    ref, part, words = (match["ref"] or "").lower(), match["part"].lower(), match.group()
    following, own = scene.after(match.end()), scene.word(match.start("part"))
    if part == "overnight":
        if own is None or own.pos != "ADV" or ref or match["phase"]:
            return None
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”: the night of {{anchor}}", steps="day+0 at=TNI", told="clock")
    of_a_day = scene.text.startswith(" of ", match.end())
    bare = (not ref and not match["phase"]) or (ref == "the" and part == "night" and not of_a_day)
    if bare or (following is not None and following.tag in {"NN", "NNS"} and following.lower not in _DAY_NOUNS):
        return None
    at = f"at={PARTS[part]}"
    if ref in {"this", "last"}:
        count = "+0" if ref == "this" else "-1"
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”, told from {{anchor}}", steps=f"day{count} {at}")
    step = {"the next": "on=1D", "the following": "on=1D", "the previous": "back=1D"}.get(ref, "day+0")
    told = "clock" if step == "day+0" else "day"
    return Draft(*match.span(), "TIME", "time.part-told", f"“{words}”, told from {{anchor}}", steps=f"{step} {at}", told=told)
