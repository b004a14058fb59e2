"""Times of the day and parts of it. Without a day beside them they are those of the day told before, else of publication."""

import re
from collections.abc import Iterator

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_words import PARTS
from dateline.model.rule import Rule

RULES = (
    Rule("time.clock", "a time of the day", "The doors open at 7:30 p.m.", "They won 7:30 on points."),
    Rule("time.part", "a part of the day of telling", "The vote is this evening.", "Evening classes are full."),
    Rule("time.part-told", "a part of a day told before", "It burned on 3 May 2021 and fell the next morning.", "Morning dress is worn."),
)

ZONES = "GMT|UTC|BST|CES?T|[ECMP][SD]?T|JST|IST|MSK"
_NOON, _MIDNIGHT = 12, 24
_ZONE = rf" ?\(?(?:{ZONES}|(?:local|Eastern|Central|Pacific|Moscow|London)(?: (?i:standard)| (?i:daylight))? time)(?!\w)"
_CLOCK = re.compile(
    r"\b(?i:(?P<about>around|about|nearly) )?(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?"
    rf" ?(?P<half>(?i:a\.m\.?|p\.m\.?|am|pm))(?![a-zA-Z])(?:{_ZONE})?"
)
_OPEN = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-4])[:.]?(?P<minute>[0-5]\d)(?: hours)?(?P<zone>{_ZONE})"
    r"|(?<=\bat )(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?![\d:%])"
    r"|\b(?P<hour3>1?\d)(?::(?P<minute3>[0-5]\d))? (?:o['’]clock )?in the (?P<part>morning|afternoon|evening)"
    r"|\b(?P<hour4>1?\d) o['’]clock(?! in)"
)
_NAMED = re.compile(r"\b(?P<name>(?i:noon|midnight|midday))(?!\w|-)")
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
            yield _clock(scene, match.span(), hour, match["minute"])
    for match in _OPEN.finditer(scene.text):
        yield _open(scene, match)
    for match in _NAMED.finditer(scene.text):
        before = scene.before(match.start())
        if before is None or before.lower != "high":
            yield _clock(scene, match.span(), _MIDNIGHT if match["name"].lower() == "midnight" else _NOON, None)
    for match in _PART.finditer(scene.text):
        draft = _part(scene, match)
        if draft is not None:
            yield draft


def _clock(scene: Scene, span: tuple[int, int], hour: int, minute: str | None) -> Draft:
    words = scene.text[slice(*span)]
    return Draft(*span, "TIME", "time.clock", f"“{words}” on {{anchor}}", steps=f"day+0 at=T{hour:02}:{minute or '00'}", told="clock")


def _open(scene: Scene, match: re.Match[str]) -> Draft:
    if match["hour2"]:
        return _clock(scene, (match.start("hour2"), match.end()), int(match["hour2"]), match["minute2"])
    if match["hour3"]:
        later = match["part"] != "morning" and int(match["hour3"]) < _NOON
        return _clock(scene, match.span(), int(match["hour3"]) + (_NOON if later else 0), match["minute3"])
    if match["hour4"]:
        return Draft(*match.span(), "TIME", "time.clock", f"“{match.group()}”: morning or afternoon is not told")
    return _clock(scene, match.span(), int(match["hour"]), match["minute"])


def _part(scene: Scene, match: re.Match[str]) -> Draft | None:
    ref, part, words = (match["ref"] or "").lower(), match["part"].lower(), match.group()
    following, own = scene.after(match.end()), scene.word(match.start("part"))
    if part == "overnight":
        if own is None or own.pos != "ADV" or ref or match["phase"]:
            return None
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”: the night of {{anchor}}", steps="day+0 at=TNI", told="clock")
    of_a_day = scene.text.startswith(" of ", match.end())
    bare = (not ref and not match["phase"]) or (ref == "the" and part == "night" and not of_a_day)
    if bare or (following is not None and following.tag in {"NN", "NNS"}):
        return None
    at = f"at={PARTS[part]}"
    if ref in {"this", "last"}:
        count = "+0" if ref == "this" else "-1"
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”, told from {{anchor}}", steps=f"day{count} {at}")
    step = {"the next": "on=1D", "the following": "on=1D", "the previous": "back=1D"}.get(ref, "day+0")
    told = "clock" if step == "day+0" else "day"
    return Draft(*match.span(), "TIME", "time.part-told", f"“{words}”, told from {{anchor}}", steps=f"{step} {at}", told=told)
