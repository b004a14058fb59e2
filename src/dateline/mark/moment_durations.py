"""Lengths of time: counted, vague and in compounds; and what is said to be so long ago or later."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_words import ABOUT, SOME, STEP_UNITS, UNIT, number, number_pattern, period, unit_letters
from dateline.model.rule import Rule

RULES = (
    Rule("time.duration", "a counted length of time", "The strike lasted six weeks.", "He is six years old."),
    Rule("time.duration-vague", "a length of time of no told number", "The strike went on for months.", "The months-old baby slept."),
    Rule("time.duration-compound", "a length of time before a noun", "They signed a three-year deal.", "A three-year-old boy was found."),
    Rule("time.ago", "so long before the day of telling", "The strike began three days ago.", "The strike began three days late."),
    Rule(
        "time.from-told",
        "so long before or after a moment told before",
        "It closed on 3 May 2021 and opened two days later.",
        "It opened later.",
    ),
)

_ADJ = r"(?:more|additional|consecutive|straight|full|whole|long|trading|business|working|calendar|fiscal|solid|other|extra|successive)"


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:(?P<about>(?:{ABOUT})*)(?:(?P<det>the|these|those) )?"
        rf"(?P<ref>(?:last|past|next|first|final|previous|coming|following|latest|preceding|other|another|initial|ensuing|year-earlier|year-ago) )?"
        rf"(?:(?P<half>half an? |half-)|(?P<some>{SOME}) (?:of )?(?:more )?|(?P<more>another|an additional) (?={UNIT})"
        rf"|(?P<number>{number_pattern()})(?P<range>(?: to | or |-| ?– ?){number_pattern()})?[- ]|(?P<one>an?) )"
        rf"(?P<adj>(?:{_ADJ} )*)(?P<unit>{UNIT}))(?![\w])(?P<half2> and a half\b)?(?P<orso> or so\b| or more\b| or two\b)?"
        rf"(?P<tail> (?i:ago|earlier|later|before|from now|hence|old|afterwards?|after)\b| (?:before|after) that\b)?"
    )


_COMPOUND_TAIL = re.compile(r"-(?:old|olds)\b|['’]s?-old\b")


def find(scene: Scene) -> Iterator[Draft]:
    """Find the lengths of time of a sentence."""
    for match in _counted().finditer(scene.text):
        draft = _judged(scene, match)
        if draft is not None:
            yield draft
    for match in _BARE.finditer(scene.text):
        draft = _bare(scene, match)
        if draft is not None:
            yield draft


def _judged(scene: Scene, match: re.Match[str]) -> Draft | None:
    text, start, end = scene.text, match.start(), match.end()
    tail = (match["tail"] or "").strip().lower()
    hyphen = bool(match["number"]) and text[match.start("unit") - 1] == "-"
    if tail == "old" or _COMPOUND_TAIL.match(text, match.end("unit")):
        return None
    if match["unit"].lower() in {"second", "quarter"} and not hyphen and not (match["ref"] or match["one"]):
        return None
    if match["unit"].lower() in {"second", "quarter"} and match["one"] and not match["about"]:
        return None
    if match["unit"].lower() == "century" and match["one"] and _is_scored(scene, match):
        return None
    amount = _amount(match)
    letters = unit_letters(match["unit"])
    if tail in {"before", "after"} and not _stands_alone(scene, match):
        tail, end = "", match.start("tail")
    if tail not in {"", "ago"} and (amount is None or letters.startswith("T") or amount != int(amount)):
        tail, end = "", match.start("tail")
    if tail:
        return _away(scene, match, amount, letters, tail)
    if match["one"] and not match["about"] and not match["ref"] and _is_rate(scene, match):
        words = text[start:end]
        return Draft(start, end, "SET", "time.set", f"“{words}” is a rate", period(1, letters))
    if hyphen and not match["about"]:
        start = match.start("number")
    words = text[start:end]
    return Draft(
        start,
        end,
        "DURATION",
        "time.duration-compound" if hyphen else "time.duration",
        f"“{words}” is a length of time",
        period(amount, letters),
    )


def _amount(match: re.Match[str]) -> float | None:
    extra = 0.5 if match["half2"] else 0
    if match["half"]:
        return 0.5
    if match["some"]:
        some = match["some"].lower()
        return 2 if "couple" in some else 12 if some == "a dozen" else None
    if match["range"] or (match["orso"] or "").strip() == "or two":
        return None
    if match["number"]:
        return number(match["number"]) + extra
    return 1 + extra


def _stands_alone(scene: Scene, match: re.Match[str]) -> bool:
    """ "Two days before." and "a year before, ..." tell from what was told; "two days before the vote" does not."""
    rest = scene.text[match.end() : match.end() + 2]
    return not rest or rest[0] in ".,;:)" or match["tail"].endswith("that")


def _is_scored(scene: Scene, match: re.Match[str]) -> bool:
    """A hundred runs."""
    before = scene.before(match.start())
    return before is not None and before.lemma in {"score", "hit", "make", "reach", "strike", "post", "complete", "with"}


def _is_rate(scene: Scene, match: re.Match[str]) -> bool:
    """ "$3 a day", "twice a week", "10 percent a year": what stands before is an amount or a count of times."""
    before = scene.before(match.start("one"))
    if before is None:
        return False
    return before.lower in {"once", "twice", "times", "%", "percent", "time"} or (
        before.tag in {"NNS", "CD"} and before.pos != "VERB" and match["unit"][-1] != "s"
    )


def _away(scene: Scene, match: re.Match[str], amount: float | None, letters: str, tail: str) -> Draft:
    start, end = match.span()
    words = scene.text[start:end]
    if amount is None and not letters.startswith("T"):
        return Draft(start, end, "DATE", "time.ago", f"“{words}” is vague", "PAST_REF")
    if amount is None or letters.startswith("T") or amount != int(amount):
        return Draft(start, end, "TIME" if letters.startswith("T") else "DATE", "time.ago", f"“{words}” cannot be told to the day")
    count = int(amount)
    if letters in "EC":
        count, letters = count * (10 if letters == "E" else 100), "Y"
    unit, forward = STEP_UNITS[letters], tail not in {"ago", "earlier", "before", "before that"}
    sign, side = ("+", "after") if forward else ("-", "before")
    away = f"{unit}{sign}{count}"
    if tail in {"ago", "from now", "hence"}:
        told = "compared" if away == "year-1" else ""
        return Draft(start, end, "DATE", "time.ago", f"“{words}”: counted {side} {{anchor}}", steps=away, told=told)
    steps = away if letters in "YM" else f"{'on' if forward else 'back'}={count}{letters}"
    return Draft(
        start,
        end,
        "DATE",
        "time.from-told",
        f"“{words}”: counted {side} {{anchor}}",
        steps=steps,
        told="earlier" if away == "year-1" else "any",
    )


_BARE = re.compile(
    r"\b(?i:(?P<lead>(?:the )?(?:recent|coming|past|future|early|ensuing|first|last|next|final|previous|closing)|these|those|the|many|for|of|in|after|within|over|take|took"
    r"|spent|spend|last|lasted|weeks or|months or) )?(?i:(?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries))(?![\w'’])(?P<long>-long\b)?(?!-)"
)


def _bare(scene: Scene, match: re.Match[str]) -> Draft | None:
    before = scene.before(match.start())
    lead = (match["lead"] or "").lower().split()
    following = scene.text[match.end() : match.end() + 5]
    if following.startswith((" old", " ago")) or (before is not None and before.pos == "NUM"):
        return None
    letters = unit_letters(match["unit"])
    kept = bool(lead) and lead[-1] in {
        "recent",
        "coming",
        "past",
        "future",
        "early",
        "ensuing",
        "first",
        "last",
        "next",
        "final",
        "previous",
        "closing",
    }
    start = match.start() if kept else match.start("unit")
    own = scene.word(match.start("unit"))
    if not kept and own is not None:
        near = scene.before(match.start("unit"))
        if near is not None and (near.pos in {"NUM", "ADJ"} or near.tag in {"NN", "NNP", "PRP$", "CD", "POS"}):
            return None
        if letters.startswith("T") or own.dep == "compound":
            return None
    if lead == ["the", "early"] and letters == "TH":
        return None
    words = scene.text[start : match.end()]
    return Draft(
        start, match.end(), "DURATION", "time.duration-vague", f"“{words}” is a length of time, not told how long", period(None, letters)
    )
