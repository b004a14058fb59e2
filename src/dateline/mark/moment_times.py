"""Times of the day and parts of it."""

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

_ZONE = r"(?: ?\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|JST|IST|MSK|(?:local|Eastern|Central|Pacific|Moscow|London)(?: [Ss]tandard| [Dd]aylight)? time)(?!\w))?"
_CLOCK = re.compile(
    rf"\b(?i:(?P<about>around|about|nearly|shortly after|shortly before|just after|just before|by) )?(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?"
    rf"(?::[0-5]\d)? ?(?P<half>(?i:a\.m\.?|p\.m\.?|am|pm))(?![a-zA-Z]){_ZONE}"
)
_OPEN = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-4])[:.]?(?P<minute>[0-5]\d)(?: hours)?(?P<zone>{_ZONE[:-1]})|(?<=\bat )(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?![\d:%])"
    rf"|\b(?P<hour3>1?\d)(?::(?P<minute3>[0-5]\d))? (?:o['’]clock )?in the (?P<part>morning|afternoon|evening)|\b(?P<hour4>1?\d) o['’]clock(?! in)"
)
_NAMED = re.compile(r"\b(?i:(?P<lead>shortly before|shortly after|around|about) )?(?P<name>(?i:noon|midnight|midday))(?!\w|-)")
_PART = re.compile(
    r"\b(?i:(?P<phase>early|late|later|earlier|mid)[- ])?(?i:(?P<ref>this|last|the next|the following|the same|that|the previous|the) (?:(?:early|late|mid)[- ])?)?"
    r"(?P<part>(?i:morning|afternoon|evening|night|overnight))(?!\w|-)"
)


def find(scene: Scene) -> Iterator[Draft]:
    """Find the times of the day in a sentence; without a day told, they are those of the day of telling, or of the moment told before."""
    for match in _CLOCK.finditer(scene.text):
        hour = int(match["hour"])
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the clock
            continue
        afternoon = match["half"].lower().startswith("p")
        hour = hour % 12 + (12 if afternoon else 0)
        start = match.start() if (match["about"] or "").lower() in {"around", "about", "nearly"} else match.start("hour")
        yield _clock(scene, start, match.end(), hour, match["minute"])
    for match in _OPEN.finditer(scene.text):
        yield from _open(scene, match)
    for match in _NAMED.finditer(scene.text):
        hour = 24 if match["name"].lower() == "midnight" else 12
        yield _clock(scene, match.start("name"), match.end(), hour, None)
    for match in _PART.finditer(scene.text):
        draft = _part(scene, match)
        if draft is not None:
            yield draft


def _clock(scene: Scene, start: int, end: int, hour: int, minute: str | None) -> Draft:
    words = scene.text[start:end]
    return Draft(start, end, "TIME", "time.clock", f"“{words}” on {{anchor}}", steps=f"day+0 at=T{hour:02}:{minute or '00'}", told="clock")


def _open(scene: Scene, match: re.Match[str]) -> Iterator[Draft]:
    if match["hour2"]:
        yield _clock(scene, match.start("hour2"), match.end(), int(match["hour2"]), match["minute2"])
    elif match["hour3"]:
        later = match["part"] != "morning" and int(match["hour3"]) < 12  # noqa: PLR2004 - the clock
        yield _clock(scene, match.start(), match.end(), int(match["hour3"]) + (12 if later else 0), match["minute3"])
    elif match["hour4"]:
        words = match.group()
        yield Draft(*match.span(), "TIME", "time.clock", f"“{words}”: morning or afternoon is not told", None)
    elif match["zone"]:
        yield _clock(scene, match.start(), match.end(), int(match["hour"]), match["minute"])


def _part(scene: Scene, match: re.Match[str]) -> Draft | None:
    ref, part = (match["ref"] or "").lower().strip(), match["part"].lower()
    words = match.group()
    if part == "overnight":
        word = scene.word(match.start("part"))
        if word is None or word.pos != "ADV" or ref or match["phase"]:
            return None
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”: the night of {{anchor}}", steps="day+0 at=TNI", told="clock")
    if not ref and not match["phase"]:
        return None
    following = scene.after(match.end())
    if following is not None and following.tag in {"NN", "NNS"}:
        return None
    code = PARTS[part]
    if ref == "this":
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”, told from {{anchor}}", steps=f"day+0 at={code}")
    if ref == "last":
        return Draft(*match.span(), "TIME", "time.part", f"“{words}”: the night before {{anchor}}", steps=f"day-1 at={code}")
    step = {"the next": "on=1D", "the following": "on=1D", "the previous": "back=1D"}.get(ref, "day+0")
    if ref == "the" and part == "night":
        return None
    return Draft(
        *match.span(),
        "TIME",
        "time.part-told",
        f"“{words}”, told from {{anchor}}",
        steps=f"{step} at={code}",
        told="clock" if step == "day+0" else "day",
    )
