"""Whether a number is a level, a change, a rate or a total."""

import re

from dateline.mark.figure_draft import Draft, Scene
from dateline.mark.figure_words import change_nouns, changes, totals

_WORDS = re.compile(r"[A-Za-z’']+")
_REACH = 40
_MORE = re.compile(r" (?:more|others?|additional|extra|further)\b(?! than)", re.IGNORECASE)
"""After a number: so many were added, not so many there are ("two more of the devices")."""


def role(scene: Scene, draft: Draft) -> None:
    """Set the role, where it is not a rate already: "rose by 40" is a change, "to 52" the level after it."""
    if draft.role == "rate":
        return
    text = scene.text
    before = [word.lower() for word in _WORDS.findall(text[max(0, draft.start - _REACH) : draft.start])]
    lead = text[max(0, draft.start - _REACH) : draft.start].lower()
    if any((" " + lead.rstrip()).endswith(" " + phrase) for phrase in totals()) or text[draft.end : draft.end + 12].lower().startswith(
        (" in total", " in all", " altogether")
    ):
        draft.role = "total"
        return
    if draft.rule == "figures.range" and before[-1:] == ["from"]:
        return
    last, second = (before[-1] if before else ""), (before[-2] if len(before) > 1 else "")
    by = last in {"by", "of"} and (second in changes() or second in change_nouns() or second == "only")
    straight = last in changes() and last not in {"cut", "add", "adds"} and draft.kind in {"share", "measure", "count", "money"}
    if by or (straight and _is_change(draft, last)):
        draft.role = "change"
        return
    after = [word.lower() for word in _WORDS.findall(text[draft.end : draft.end + 24])[:1]]
    if draft.kind in {"share", "money", "measure"} and after and after[0] in change_nouns():
        draft.role = "change"
    if draft.bound is None and (_MORE.match(text, draft.end) or last in {"another", "additional", "further"}):
        draft.role = "change"


def _is_change(draft: Draft, verb: str) -> bool:
    """Tell "rose 5%" and "added 200 jobs" from "lost 12 men", where the men are counted and nothing is measured."""
    if draft.kind == "count":
        return verb in {
            "rose",
            "risen",
            "rises",
            "fell",
            "fallen",
            "grew",
            "jumped",
            "climbed",
            "dropped",
            "up",
            "down",
            "increased",
            "decreased",
        }
    return True
