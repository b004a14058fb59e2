"""Which figures of a story count the same thing.

Two figures belong together where one was given for the other's thing ("the true number"), where their claims say the same but
for the number, or where head noun, state and scope agree and the sentences share their words. In doubt they stay apart: a
dispute that is none costs trust.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.figure import COMPARED
from dateline.text.fold import stem, stems, terms
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.figure import Figure
    from dateline.model.likeness import Likeness

ALIKE = 0.6
"""Share of the shorter sentence's telling words that must stand in the other, where no state or inherited noun ties two figures."""
STATE_ALIKE = 0.25
"""The same where head noun and state (killed, stranded) agree."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure counts: unit, stem of the head noun, stems of its modifiers, state; and the telling words around it."""

    unit: str
    head: str
    modifiers: frozenset[str]
    state: str
    around: frozenset[str]


def thing(figure: Figure, sentence: str) -> Thing:
    """Take apart what a figure counts; `sentence` is the claim or sentence in which it stands."""
    leave = words("grammar", "function")
    counted = [stem(word) for word in terms(figure.of or "") if word not in leave]
    around = frozenset(word for word in stems(sentence, leave) if not word[0].isdigit())
    state = stem(terms(figure.state)[-1]) if figure.state is not None and terms(figure.state) else ""
    return Thing((figure.unit or "").casefold(), counted[-1] if counted else "", frozenset(counted[:-1]), state, around)


def groups(figures: Sequence[Figure], claims: Mapping[str, Claim], likenesses: Sequence[Likeness]) -> list[list[Figure]]:
    """Group the compared figures of a story by the thing they count; groups of one are left out. Order: as given."""
    listed = [figure for figure in figures if figure.kind in COMPARED and figure.role in {"level", "total"} and figure.claim is not None]
    things = [thing(figure, claims[figure.claim].text) for figure in listed if figure.claim is not None]
    alike = {frozenset((like.one, like.other)): like for like in likenesses}
    leader = list(range(len(listed)))

    def top(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    by_head: dict[tuple[str, str], list[int]] = {}
    for i, one in enumerate(things):
        by_head.setdefault((one.unit, one.head), []).append(i)
    for places in by_head.values():
        for n, i in enumerate(places):
            for j in places[n + 1 :]:
                if _same_thing(listed[i], listed[j], things[i], things[j], alike):
                    leader[max(top(i), top(j))] = min(top(i), top(j))
    found: dict[int, list[Figure]] = {}
    for i, figure in enumerate(listed):
        found.setdefault(top(i), []).append(figure)
    return [group for _, group in sorted(found.items()) if len(group) > 1]


def _same_thing(one: Figure, other: Figure, first: Thing, second: Thing, alike: Mapping[frozenset[str], Likeness]) -> bool:
    if _other_scope(one, other, first, second) or one.claim == other.claim:
        return False
    if _inherits(one, other) or _inherits(other, one):
        return True
    if _elsewhere(one, other):
        return False
    likeness = alike.get(frozenset((one.claim or "", other.claim or "")))
    return (likeness is not None and likeness.contained >= ALIKE) or _share_words(first, second)


def _other_scope(one: Figure, other: Figure, first: Thing, second: Thing) -> bool:
    """Tell whether the two differ in kind, whole, state, or each in a modifier of its own."""
    narrower = first.modifiers <= second.modifiers or second.modifiers <= first.modifiers
    other_state = bool(first.state and second.state) and first.state != second.state
    return one.kind != other.kind or one.whole != other.whole or other_state or not narrower


def _elsewhere(one: Figure, other: Figure) -> bool:
    """Tell whether both have a place, and no telling word of the one stands in the other."""
    if one.place is None or other.place is None:
        return False
    return not set(terms(one.place)) & set(terms(other.place)) - words("grammar", "function")


def _share_words(first: Thing, second: Thing) -> bool:
    """Tell whether two figures with one head noun stand among the same words."""
    least = min(len(first.around), len(second.around))
    if not first.head or not least:
        return False
    return len(first.around & second.around) / least >= (STATE_ALIKE if first.state and first.state == second.state else ALIKE)


def _inherits(one: Figure, other: Figure) -> bool:
    """Tell whether `one` was given for what `other`, before it in the same article, counts."""
    return one.of_inherited and one.span.source == other.span.source and other.span.start < one.span.start and one.of == other.of
