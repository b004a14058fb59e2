"""In what a number is measured: currency before it, unit, percent sign or duration after it, and "per" what."""

import re
from functools import cache
from itertools import pairwise

from dateline.mark.figure_draft import Draft
from dateline.model.figure import FigureKind
from dateline.words.loader import toml

_LONGEST_PREFIX = 7
_TAIL = 48
"""Characters after a number in which its unit is looked for: the longest unit phrase has 20."""
_TOKEN = re.compile(r"[^\s,;:()!?\[\]/=]+(?:/[hs]\b)?")
_OLD = re.compile(r"(?:[ -](year|month|week|day)s?[ -]olds?\b| (year|month|week|day)s of age\b)", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged|ages|age|age of|aged between|ages of|aged from|turned|turning|turns)(?: between| of| just| only)? $", re.IGNORECASE
)
_PER = re.compile(r"(?:-| )?(?:per|/)[ -]?([A-Za-z][\w-]*)|(?: |-)an? ([A-Za-z]+)")
_SPELT_PER = re.compile(r" ?(?:per |/ ?)((?:(?:square|cubic) )?[A-Za-z][\w-]*)|[ -]an? ([A-Za-z]+)\b")
_LETTERS_APART = frozenset({"m", "g", "l", "L", "W", "V", "MW", "C", "F", "t", "cc", "MB", "Nm", "mL", "W."})


@cache
def forms() -> dict[str, tuple[str, FigureKind]]:
    """Every lower-case form of a unit, of one word or more, with the unit's name and the kind it makes."""
    table = toml("figures")
    found: dict[str, tuple[str, FigureKind]] = {}
    sections: tuple[tuple[dict[str, str], FigureKind], ...] = (
        (table["measure"], "measure"),
        (table["duration"], "duration"),
        (table["share"], "share"),
        (table["money"]["after"], "money"),
    )
    for section, kind in sections:
        for name, words in section.items():
            if isinstance(words, str):
                found.update(dict.fromkeys(words.split(), (name, kind)))
    for phrases, kind in ((table["measure"]["phrases"], "measure"), (table["share"]["phrases"], "share")):
        found.update({phrase: (name, kind) for phrase, name in phrases.items()})
    return found


@cache
def _currencies() -> re.Pattern[str]:
    marks = sorted(toml("figures")["money"]["before"], key=lambda mark: (-len(mark), mark))
    return re.compile(r"(?<![A-Za-z])(" + "|".join(re.escape(mark) for mark in marks) + r")([ -]?)$")


@cache
def _nations() -> frozenset[str]:
    return frozenset(toml("figures")["money"]["nations"]["words"].split())


@cache
def _money_cues() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(toml("figures")["money"]["cues"]["words"].split()) + r")\b", re.IGNORECASE)


def measure(text: str, draft: Draft) -> None:
    """Find the unit of a number and set kind, unit, front and end."""
    old = _OLD.match(text, draft.core)
    if old is not None:
        draft.kind, draft.unit, draft.end = "age", f"{(old.group(1) or old.group(2)).lower()} of age", old.end()
        return
    currency = _before(text, draft)
    if currency is not None:
        draft.kind, draft.unit, draft.role = "money", currency, draft.role
        _repeat(text, draft)
        _rate(text, draft)
        return
    vague = draft.numeral.form == "vague" and text.startswith(" of ", draft.core)
    found = _after(text, draft.core + len(" of") if vague else draft.core)
    if found is None:
        if _AGED.search(text, max(0, draft.front - 20), draft.front):
            draft.kind, draft.unit = "age", "year of age"
        elif draft.numeral.form == "fraction":
            draft.kind = "share"
        elif text.startswith(("fold", "-fold"), draft.core):
            draft.kind, draft.unit, draft.end = "measure", "times", text.index("fold", draft.core) + 4
        return
    name, kind, end = found
    if name == "pound-mass" and "pound" in text[draft.core : end].lower() and _sterling(text, draft, end):
        name, kind = "pound sterling", "money"
    draft.unit, draft.kind, draft.end = name, kind, end
    if kind != "duration":
        _rate(text, draft)


def _before(text: str, draft: Draft) -> str | None:
    start = draft.numeral.start
    last = text[start - 1] if start else ""
    if last in " -" and start > 1:
        last = text[start - 2]
    if not last or (last.islower() and last not in "snhp") or last in " ,;:()":
        return None
    match = _currencies().search(text, max(0, start - _LONGEST_PREFIX), start)
    if match is None:
        return None
    mark, gap = match.group(1), match.group(2)
    if gap == "-" or (gap and mark in {"R", "PS", "BD", "TL", "Fr", "Sh", "TRY", "COP", "NIS"}):
        return None
    if mark in {"R", "PS", "BD", "TL", "Fr"} and draft.value < 10:  # noqa: PLR2004 - R2, PS5 are names
        return None if mark != "PS" or draft.scale == 1 else "pound sterling"
    draft.front = draft.start = match.start(1)
    return str(toml("figures")["money"]["before"][mark])


def _repeat(text: str, draft: Draft) -> None:
    """Take a nation or a currency word that follows a sign: "$75 U.S.", "$5 million dollars", "$5 (US)"."""
    match = re.compile(r" (U\.S\.|US|Canadian|Australian|CAD|USD|AUD|dollars?|yen|euros)(?![\w])").match(text, draft.core)
    if match is not None:
        draft.end = match.end()
        nation = match.group(1).lower()
        if nation in {"canadian", "cad", "australian", "aud"}:
            draft.unit = {"c": "canadian dollar", "a": "australian dollar"}[nation[0]]


def _after(text: str, end: int) -> tuple[str, FigureKind, int] | None:
    joint = text[end : end + 1]
    start = end + (joint in {" ", "-"})
    words = list(_TOKEN.finditer(text, start, min(len(text), start + _TAIL)))[:4]
    if not words or words[0].start() != start:
        return None
    table = forms()
    for count in (3, 2, 1):
        if len(words) < count or any(text[a.end() : b.start()] != " " for a, b in pairwise(words[:count])):
            continue
        stop = words[count - 1].end()
        written = text[start:stop]
        for form in (
            written.lower(),
            written.lower().rstrip(".'’\"”*–—-"),
            written.lower().partition("-")[0],
            written.lower().partition("’")[0].partition("'")[0],
        ):
            known = table.get(form)
            if known is not None and form:
                return (*known, start + len(form))
        nation = _national(written.lower().rstrip(".'’\"”"))
        if nation is not None:
            return nation, "money", start + len(written.rstrip(".'’\"”"))
    return _symbol(text, start, joint)


def _symbol(text: str, start: int, joint: str) -> tuple[str, FigureKind, int] | None:
    if text.startswith("%", start):
        return "%", "share", start + 1
    if text.startswith(("€", "£", "¢", "°"), start):
        unit, kind = forms()[text[start]]
        return unit, kind, start + 1
    letters = re.compile(r"[A-Za-z]{1,2}(?![\w'’])|[″′\"”]").match(text, start)
    if letters is None:
        return None
    name = toml("figures")["measure_exact"].get(letters.group())
    if (
        name is None
        or (joint == " " and letters.group() not in _LETTERS_APART)
        or (joint not in {" ", "-"} and letters.group() in {'"', "”"})
    ):
        return None
    return name, "duration" if name in {"second", "hour"} else "measure", letters.end()


def _national(written: str) -> str | None:
    """Read "Australian dollars", "New Zealand dollars", "pounds sterling", "Egyptian pounds"."""
    words = written.split()
    if written in {"pounds sterling", "pound sterling", "british pounds", "british pound"}:
        return "pound sterling"
    known = forms().get(words[-1]) if words else None
    if len(words) <= 1 or known is None or not all(word in _nations() or word == "new" for word in words[:-1]):
        return None
    name, kind = known
    if name == "pound-mass":
        return " ".join([*words[:-1], "pound"])
    if kind != "money":
        return None
    nation = " ".join(words[:-1])
    if nation in {"us", "u.s.", "american"} or name.startswith(nation):
        return name
    return f"{nation} {name.split()[-1]}"


def _sterling(text: str, draft: Draft, end: int) -> bool:
    if draft.value >= 1_000_000 and not text.startswith(" of ", end):  # noqa: PLR2004 - millions of pounds are money
        return True
    return _money_cues().search(text, max(0, draft.start - 60), min(len(text), draft.end + 40)) is not None


def _rate(text: str, draft: Draft) -> None:
    match = _SPELT_PER.match(text, draft.end)
    if match is None:
        return
    table = toml("figures")["per"]
    if match.group(1) is not None:
        noun = match.group(1)
        if noun.lower() in table["never"].split():
            return
    else:
        noun = match.group(2)
        if noun.lower() not in table["each"].split():
            return
    draft.unit, draft.end, draft.role = f"{draft.unit} per {noun.lower()}", match.end(), "rate"
