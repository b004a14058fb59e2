"""Two numbers that are the ends of one: "20 to 30", "between 5 and 10 percent", "from $75 to $45", "33-35 billion"; and scores."""

import re

from dateline.mark.figure_draft import Draft, Scene
from dateline.mark.figure_words import changes

_SCALE = re.compile(r"(thousand|lakh|million|crore|billion|trillion|hundred|mn|mln|mil|bn|bln|tn|trn|k|m|b)$", re.IGNORECASE)
_WORTH = {
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "m": 10**6,
}
_WORTH |= {"crore": 10**7, "billion": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12}
_DASH = re.compile(
    r"(?: ?[-–—] ?|-? ?to[ -]|-to-| through )"
    r"(?:about |around |roughly |nearly |almost |perhaps |even |as many as |as much as |more than |the )?$",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r" ?[-–] ?$")
_AND = re.compile(r" and (?:about |around |roughly |nearly |perhaps )?$", re.IGNORECASE)
_OR = re.compile(r" or (?:perhaps |even |maybe )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly |an estimated |some )?$", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom (?:about |around |roughly |nearly |almost |just |over |under |more than |less than |an estimated |some |the |a ){0,3}$",
    re.IGNORECASE,
)
_FAR_TO = re.compile(
    r" (?:[^\s.;:,()\"“”\d]+ ){1,4}to (?:about |around |roughly |nearly |almost |just |over |under |more than |less than |some ){0,3}$",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beats|beaten|beating|lead|leads|led|leading|lost|lose|loss|draw|drew|drawn|tie|tied|ties|victory|defeat|defeated|aggregate|"
    r"score|scored|scoreline|game|games|match|season|record|points?|ruled|ruling|voted?|decision|jury|overtime|half-time|halftime|inning|series|down|up|ahead|against|set|sets)\b",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(r"\b(?:in|since|by|until|of|early|late) $", re.IGNORECASE)
_SHARED = frozenset({"measure", "share", "duration", "money", "age"})
_HIGHEST_SCORE = 200
_LEAD = 40
_CONTEXT = 80


def join(scene: Scene) -> None:
    """Join the drafts that are ends of one range or score; from right to left, so that "24 to 33-35 billion" is one."""
    drafts = scene.drafts
    for index in range(len(drafts) - 2, -1, -1):
        left, right = drafts[index], drafts[index + 1]
        if right.dropped or left.numeral.form in {"ordinal", "vague"} or right.numeral.form in {"ordinal", "vague"}:
            continue
        if left.kind == "score" or _is_date(scene, left, right):
            continue
        if _joined(scene.text, left, right):
            right.dropped = True
            del drafts[index + 1]


def _is_date(scene: Scene, left: Draft, right: Draft) -> bool:
    """Tell a year or a day from the end of a range that only looks like one ("1900 to 2500 calories")."""
    dated = [scene.moment_at(draft.numeral.start, draft.numeral.end) in {"DATE", "TIME"} for draft in (left, right)]
    return all(dated) or (
        dated[0] and (_YEAR_LEAD.search(scene.text, max(0, left.front - 8), left.front) is not None or left.value not in range(1900, 2100))
    )


def _joined(text: str, left: Draft, right: Draft) -> bool:
    between = text[left.end : right.front]
    if len(between) > _CONTEXT:
        return False
    bare = text[left.core : right.front]
    if _HYPHEN.fullmatch(bare) and _is_score(text, left, right):
        _merge(left, right, "figures.score", "two small numbers with a dash are a score")
        left.kind, left.unit = "score", None
        return True
    dash = _DASH.fullmatch(between) or _DASH.fullmatch(bare)
    said_from = _FROM.search(text, max(0, left.front - _LEAD), left.front)
    linked = (
        dash is not None
        or (_AND.fullmatch(between) and _BETWEEN.search(text, max(0, left.front - _LEAD), left.front))
        or (said_from and _FAR_TO.fullmatch(between))
        or (_OR.fullmatch(between) and _consecutive(text, left, right))
    )
    if not linked or not _alike(left, right):
        return False
    scaled = _scaled(text, left, right)
    falls = scaled * left.value > _top(right)
    if said_from is None and dash is not None and (falls or (not _HYPHEN.fullmatch(between) and _is_change(text, left, right))):
        return False
    if left.numeral.form != "fraction" and scaled > 1:
        left.low, left.high = _times(left.low, scaled), _times(left.high, scaled)
    _merge(left, right, "figures.range", f"“{text[left.front : right.end]}” is one range")
    return True


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.12g}")


def _top(draft: Draft) -> float:
    return max(value for value in (draft.low, draft.high, draft.value) if value is not None)


def _alike(left: Draft, right: Draft) -> bool:
    """Tell whether the two can be measured in one unit: the same, or the left one's left out, or the right one's."""
    if left.unit is None:
        return right.kind in _SHARED or right.kind == left.kind
    if right.unit is None:
        return left.kind in {"money", "measure", "share", "age"} and right.kind == "count" and left.numeral.form != "fraction"
    base, other = left.unit.partition(" per ")[0], right.unit.partition(" per ")[0]
    return base == other or {base, other} <= {"degree", "celsius", "fahrenheit"}


def _consecutive(text: str, left: Draft, right: Draft) -> bool:
    """Tell "five or six", "two or three hundred" and "$2 or $3 million", which are one rough number."""
    if left.low != left.value or left.high != left.value or left.value <= 1 or left.unit not in {None, right.unit}:
        return False
    worth = _scaled(text, left, right)
    return left.kind in {"count", "money"} and right.value == (left.value + 1) * worth


def _is_change(text: str, left: Draft, right: Draft) -> bool:
    """Tell "rose 40 to 52" (a change, then the level) from "rose 2 to 3 percent" (the caller checks order and unit)."""
    before = re.findall(r"[A-Za-z]+", text[max(0, left.start - 30) : left.start])[-2:]
    has_own_unit = left.unit is not None or (right.unit is None and "by" in [word.lower() for word in before[-1:]])
    return has_own_unit and any(word.lower() in changes() for word in before)


def _scaled(text: str, left: Draft, right: Draft) -> float:
    """Give what the left end must be multiplied by: "33-35 billion", "four to five thousand"."""
    written = text[right.numeral.start : right.numeral.end]
    own = text[left.numeral.start : left.numeral.end]
    scale = _SCALE.search(written)
    if right.scale > 1:
        worth: float = right.scale
    elif scale is not None:
        worth = _WORTH[scale.group().lower()]
    elif "," in written and "," not in own and _top(right) / 3000 <= left.value < _top(right) / 1000:  # "5-6,000"
        worth = 1000
    else:
        return 1
    if _SCALE.search(own) or left.value * worth > _top(right) or left.value >= 1000 > worth:  # noqa: PLR2004 - a thousand has its own scale
        return 1
    left.scale = worth
    return worth


def _is_score(text: str, left: Draft, right: Draft) -> bool:
    small = all(
        d.value == int(d.value) and d.value < _HIGHEST_SCORE and d.unit is None and d.kind in {"count", "score"} for d in (left, right)
    )
    if not small or left.bound or left.front != left.numeral.start or left.numeral.form != "digits" or right.numeral.form != "digits":
        return False
    if left.value >= right.value:
        return True
    around = text[max(0, left.start - _CONTEXT) : left.start] + " " + text[right.end : right.end + _CONTEXT]
    return _SPORT.search(around) is not None and not re.match(r" [a-z]+s\b", text[right.end : right.end + 20])


def _merge(left: Draft, right: Draft, rule: str, says: str) -> None:
    lows = [left.low if left.low is not None else left.high, right.low if right.low is not None else right.high]
    highs = [left.high if left.high is not None else left.low, right.high if right.high is not None else right.low]
    values = [value for value in lows + highs if value is not None]
    left.low, left.high = min(values), max(values)
    left.scale = max(left.scale, right.scale)
    if left.unit is None or (right.unit is not None and (" per " in right.unit or left.unit == "degree")):
        left.unit, left.kind = right.unit, right.kind
        if right.role == "rate":
            left.role = "rate"
    left.core, left.end = right.core, max(left.end, right.end)
    left.rule, left.says = rule, says
