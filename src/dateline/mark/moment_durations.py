"""Lengths of time: counted, vague and in compounds; and what is said to be so long ago or later."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.mark.moment_tense import direction
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
        rf"\b(?i:(?P<about>(?:{ABOUT}){{0,3}})(?:(?P<det>the|these|those) )?"
        r"(?P<ref>(?:last|past|next|first|final|previous|coming|following|latest|preceding|other|another|initial|ensuing"
        r"|year-earlier|year-ago) )?"
        rf"(?:(?P<half>half an? |half-)|(?P<some>{SOME}) (?:of )?(?:more )?|(?P<more>another|an additional) (?={UNIT})"
        rf"|(?P<number>{number_pattern()})(?P<range>(?: to | or |-| ?– ?){number_pattern()})?[- ]|(?P<one>an?) )"
        rf"(?P<adj>(?:{_ADJ} ){{0,3}})(?P<unit>{UNIT}))(?![\w])(?P<half2> and a half\b)?(?P<orso> or so\b| or more\b| or two\b)?"
        rf"(?P<tail> (?i:ago|earlier|later|before|from now|hence|old|afterwards?|after)\b| (?:before|after) that\b)?"
    )


@cache
def _long() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?i:(?:(?P<number>{number_pattern()})-)?(?P<unit>hours?|days?|weeks?|months?|years?|decades?|century|centuries)-?long"
        r"|(?P<vague>several-|multi-?)(?P<unit2>hour|day|week|month|year|decade))(?![\w])"
    )


def _drawn_out(match: re.Match[str]) -> Draft:
    """Value "week-long", "decades-long", "three-day-long", "multi-year"."""
    unit = match["unit"] or match["unit2"]
    plural = match["unit"] is None or unit.lower().endswith("s")
    amount = number(match["number"]) if match["number"] else None if plural else 1
    says = f"“{match.group()}” is a length of time"
    return Draft(*match.span(), "DURATION", "time.duration-compound", says, period(amount, unit_letters(unit)))


_COMPOUND_TAIL = re.compile(r"-(?:old|olds)\b|['’]s?-old\b")


def find(scene: Scene) -> Iterator[Draft]:
    """Find the lengths of time of a sentence."""
    for match in _counted().finditer(scene.text):
        draft = _judged(scene, match)
        if draft is not None:
            yield draft
    for match in _long().finditer(scene.text):
        yield _drawn_out(match)
    for match in _BARE.finditer(scene.text):
        draft = _bare(scene, match)
        if draft is not None:
            yield draft


def _judged(scene: Scene, match: re.Match[str]) -> Draft | None:
    tail, end = (match["tail"] or "").strip().lower(), match.end()
    hyphen = bool(match["number"]) and scene.text[match.start("unit") - 1] == "-"
    if tail == "old" or _COMPOUND_TAIL.match(scene.text, match.end("unit")) or not _is_length(scene, match, hyphen=hyphen):
        return None
    amount, letters = _amount(match), unit_letters(match["unit"])
    uncounted = amount is None or letters.startswith("T") or amount != int(amount)
    if (tail in {"before", "after"} and not _stands_alone(scene, match)) or (tail not in {"", "ago"} and uncounted):
        tail, end = "", match.start("tail")
    if tail:
        return _away(scene, match, amount, letters, tail)
    loose = _LOOSE.match(match["about"])
    if scene.text[match.start() : end].lower() == "one day" and _is_some_day(scene, match):
        return Draft(match.start(), end, "DATE", "time.duration-vague", "“one day” is some day to come", "FUTURE_REF")
    start = match.start("number") if hyphen and not match["about"] else loose.end() + match.start() if loose else match.start()
    words = scene.text[start:end]
    if match["one"] and not match["about"] and not match["ref"] and _is_rate(scene, match):
        return Draft(start, end, "SET", "time.set", f"“{words}” is a rate", period(1, letters))
    rule = "time.duration-compound" if hyphen else "time.duration"
    return Draft(start, end, "DURATION", rule, f"“{words}” is a length of time", period(amount, letters))


def _is_some_day(scene: Scene, match: re.Match[str]) -> bool:
    """Tell "he will one day be king" from "it will last one day"."""
    before = scene.before(match.start())
    following = scene.after(match.end())
    led = before is None or before.tag in {"MD", "``", ",", "IN", "PRP"} or before.i == 0
    return led and following is not None and (following.tag in {"VB", ","}) and direction(scene, *match.span()).way == "future"


_LOOSE = re.compile(r"(?i:about |around |approximately |roughly )")
"""Of the words before a length these only loosen it; "more than", "nearly" and "at least" belong to it."""


def _is_length(scene: Scene, match: re.Match[str], *, hyphen: bool) -> bool:
    """Tell a length of time from a fraction ("a quarter"), an ordinal ("a second") and a hundred runs ("scored a century")."""
    unit = match["unit"].lower()
    if unit in {"second", "quarter"}:
        return hyphen or (bool(match["ref"] or match["about"]) and not (match["one"] and not match["about"]))
    if unit == "quarters" and (hyphen or (match["number"] or "").lower() == "three") and not match["ref"]:
        return False
    before, following = scene.before(match.start()), scene.after(match.end())
    own = scene.word(match.start("unit"))
    if match["one"] and own is not None and own.dep == "compound":
        return False
    if unit == "day" and match["one"] and not match["tail"] and following is not None and following.lower in {"that", "when", "of"}:
        return False
    return not (unit == "century" and match["one"] and before is not None and before.lemma in _SCORES)


_SCORES = frozenset({"score", "hit", "make", "reach", "strike", "post", "complete"})


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
    """Tell "two days before." (told from what was told) from "two days before the vote"."""
    rest = scene.text[match.end() : match.end() + 2]
    return not rest or rest[0] in ".,;:)" or match["tail"].endswith("that")


def _is_rate(scene: Scene, match: re.Match[str]) -> bool:
    """Tell a rate ("$3 a day", "twice a week"): what stands before is an amount or a count of times."""
    before = scene.before(match.start("one"))
    if before is None:
        return False
    return before.lower in {"once", "twice", "times", "%", "percent", "time"} or (
        before.tag in {"NNS", "CD"} and before.pos != "VERB" and match["unit"][-1] != "s"
    )


def _is_compared(scene: Scene, match: re.Match[str]) -> bool:
    """Tell "it earned less than a year earlier" (less than it did then) from "it closed less than a year ago"."""
    led = scene.word(match.start())
    return led is not None and led.lower in {"less", "more", "fewer"} and led.dep in {"dobj", "attr", "acomp"}


def _away(scene: Scene, match: re.Match[str], amount: float | None, letters: str, tail: str) -> Draft:
    start, end = match.span()
    if _is_compared(scene, match):
        start = match.end("about")
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


_KEPT = "recent coming past future early ensuing first last next final previous closing"
_BARE = re.compile(
    rf"\b(?i:(?P<lead>(?:the )?(?:{'|'.join(_KEPT.split())})) )?"
    r"(?<!-)(?i:(?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries))(?![\w'’])(?!-)"
)


def _bare(scene: Scene, match: re.Match[str]) -> Draft | None:
    lead, letters = match["lead"], unit_letters(match["unit"])
    near, own = scene.before(match.start("unit")), scene.word(match.start("unit"))
    if scene.text.startswith((" old", " ago"), match.end()) or own is None:
        return None
    if not lead:
        bound = near is not None and (near.pos in {"NUM", "ADJ"} or near.tag in {"NN", "NNP", "PRP$", "CD", "POS"})
        if bound or letters.startswith("T") or own.dep == "compound":
            return None
    elif lead.lower() == "the early" and letters == "TH":
        return None
    return Draft(
        *match.span(), "DURATION", "time.duration-vague", f"“{match.group()}” is a length of time, not told how long", period(None, letters)
    )
