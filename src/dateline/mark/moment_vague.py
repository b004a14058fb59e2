"""Words that only say past, present or to come. No day is ever made of them."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft, Scene
from dateline.model.rule import Rule
from dateline.words.loader import toml

RULES = (Rule("time.vague", "past, present or to come, no more", "Prices rose recently.", "Once again the record fell, and then some."),)

_VALUES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


@cache
def _listed() -> dict[str, str]:
    return {words: _VALUES[way] for way, listed in toml("time")["vague"].items() for words in listed}


@cache
def _pattern() -> re.Pattern[str]:
    joined = "|".join(re.escape(words) for words in sorted(_listed(), key=lambda words: (-len(words), words)))
    return re.compile(rf"\b(?i:(?P<more>more |just |only |until |very |as )?(?P<words>{joined}|current))(?!\w|-\w)")


def find(scene: Scene) -> Iterator[Draft]:
    """Find the vague expressions of a sentence."""
    for match in _pattern().finditer(scene.text):
        words = match["words"].lower()
        if _is_time(scene, match, words):
            start = match.start() if (match["more"] or "").strip().lower() == "more" else match.start("words")
            value = _listed().get(words, "PRESENT_REF")
            yield Draft(start, match.end(), "DATE", "time.vague", f"“{scene.text[start : match.end()]}” tells no date", value)


def _is_time(scene: Scene, match: re.Match[str], words: str) -> bool:
    word, following = scene.word(match.start("words")), scene.after(match.end())
    if word is None:
        return False
    if words == "current":
        return word.pos == "ADJ" and word.dep == "amod"
    if words == "soon":
        return (match["more"] or "").strip().lower() != "as" and (following is None or following.lower not in {"after", "as", "enough"})
    if words in {"the past", "the future", "the present"}:
        return following is None or following.pos in {"PUNCT", "ADP", "CCONJ", "VERB", "AUX", "SCONJ", "PART"}
    return True
