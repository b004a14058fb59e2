"""What a figure counts, taken apart: unit, head noun, modifiers, state, the words around it, and as of when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.text.calendar import bounds
from dateline.text.fold import stem, stems, terms
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure counts: unit, head noun, modifiers, state (stems); the telling words around it; and as of when.

    All nouns of people have one `head`; which people they are ("marchers") stands in `folk`, empty where that is not said. A modifier
    with a capital ("Marovian herders") is none: it tells where they are from.
    `when` are the first and last day (ordinals) that the figure names, else those of its article; `named` is true of the former.
    `part` is true of "60 of the workers": some of a whole that is not counted here.
    """

    unit: str
    head: str
    modifiers: frozenset[str]
    state: str
    around: frozenset[str]
    folk: str = ""
    when: tuple[int, int] | None = None
    named: bool = False
    part: bool = False


def thing(figure: Figure, sentence: str, day: int | None = None) -> Thing:
    """Take apart what a figure counts; `sentence` is the claim or sentence in which it stands, `day` that of its article."""
    leave = words("grammar", "function")
    counted = [word for word in terms(figure.of or "") if word not in leave]
    state = stem(terms(figure.state)[-1]) if figure.state is not None and terms(figure.state) else ""
    told_of = _INCLUDING.split(sentence, maxsplit=1)[0]  # some that are picked out of those counted, not who they are
    around = frozenset(_root(word) for word in stems(told_of, leave | _NUMBERING) if not word[0].isdigit())
    head, folk = _head(counted, state, figure)
    own = frozenset(_root(stem(word)) for word in counted if word not in _STATED | words("weigh", "people"))
    if figure.reason.rule == "figures.counter" and own:
        around = own  # "the number of marchers" says by itself what it counts
    told = None if figure.as_of is None else bounds(figure.as_of.value)
    when = (told[0].toordinal(), told[1].toordinal()) if told is not None else None if day is None else (day, day)
    proper = {word.casefold() for word in re.findall(r"\b[A-Z]\w*", figure.of or "")}
    modifiers = frozenset(_root(stem(word)) for word in counted[:-1] if word not in proper)
    return Thing(
        (figure.unit or "").casefold(), head, modifiers, state, around, folk, when, told is not None, _is_some_of(figure, sentence)
    )


def _is_some_of(figure: Figure, sentence: str) -> bool:
    line, words_of = " ".join(sentence.split()), " ".join(figure.text.split())
    at = line.find(words_of)
    return at >= 0 and (_SOME_OF.match(line, at + len(words_of)) is not None or _INCLUDED.search(line[max(0, at - 40) : at]) is not None)


_INCLUDING = re.compile(r"[,;–—-]?\s+(?:including|among them|of whom|of them)\b", re.IGNORECASE)
_INCLUDED = re.compile(r"\b(?:including|among them|of whom|of them)(?: at least| about| some| the)? $", re.IGNORECASE)
_SOME_OF = re.compile(r" of (?:the|these|those|them|whom|which)\b")


def _head(counted: Sequence[str], state: str, figure: Figure) -> tuple[str, str]:
    """Give the head noun, one for all people, and which people they are; who is killed or held is people where nothing else is said."""
    last = counted[-1] if counted else ""
    if last in words("weigh", "people") or last in _STATED or (not last and state and figure.kind == "count"):
        return PEOPLE, ""
    if last and (last in words("parties", "people") or last.endswith(_AGENTS)):
        return PEOPLE, _root(stem(last))
    return (stem(last) if last else ""), ""


PEOPLE = "people"
"""The head of all nouns of people."""
_AGENTS = ("ers", "ors", "ists", "ees", "women", "men", "children")
_STATED = frozenset(
    {"dead", "killed", "deaths", "fatalities", "casualties", "injured", "wounded", "missing", "arrests", "detainees", "victims"}
)
_NUMBERING = frozenset(
    {"number", "numbers", "toll", "figure", "count", "total", "put", "estimate", "estimated", "said", "says"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
"""Words that stand around a number and tell nothing of what it counts."""
SHORTEST_AGENT = 6
"""Letters from which on a noun of who does it loses its ending: marchers march."""


def _root(word: str) -> str:
    return word[:-2] if word.endswith("er") and len(word) >= SHORTEST_AGENT else word
