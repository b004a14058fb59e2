"""Which figures of a story count the same thing.

Two figures belong together where one was given for the other's thing ("the true number"), where their claims say the same but
for the number, or where head noun, state and scope agree and the sentences share their words. In doubt they stay apart: a
dispute that is none costs trust.
"""

from __future__ import annotations

import re
from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Literal

from dateline.model.figure import COMPARED
from dateline.text.fold import terms
from dateline.weigh.thing import Thing, thing
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.figure import Figure
    from dateline.model.likeness import Likeness

ALIKE = 0.6
"""Share of the shorter sentence's telling words that must stand in the other, where no state or inherited noun ties two figures."""
FARTHEST = 20
"""Times that rival accounts of one thing differ at most; rival tolls of one event seldom differ by ten."""
NAMELESS = (0.75, 0.5)
"""Least share of the shorter claim's telling words, and of all words of both, that ties two sums for nobody says what."""
STATE_ALIKE = 0.25
"""The same where head noun and state (killed, stranded) agree."""


LONG_AGO = 40
"""Days between the times of two figures, one of which names its own, from which on they are of two events ("17 died in 2004")."""


Difference = Literal["scope", "as-of", "definition", "unit"]
"""Why two figures that sound alike cannot be held against each other."""


class _Groups:
    """Sets that grow together: each place knows the first of its set."""

    def __init__(self, length: int) -> None:
        self._leader = list(range(length))

    def top(self, i: int) -> int:
        while self._leader[i] != i:
            self._leader[i] = self._leader[self._leader[i]]
            i = self._leader[i]
        return i

    def join(self, i: int, j: int) -> None:
        first, second = self.top(i), self.top(j)
        self._leader[max(first, second)] = min(first, second)


def groups(
    figures: Sequence[Figure], claims: Mapping[str, Claim], likenesses: Sequence[Likeness], days: Mapping[str, int] | None = None
) -> list[list[Figure]]:
    """Group the compared figures of a story by the thing they count; groups of one are left out. Order: as given.

    `days` are the days of publication (ordinals) of the articles, as far as they are known.
    """
    listed = _told_apart([figure for figure in figures if _is_level(figure)])
    known = days if days is not None else {}
    things = [thing(figure, clause_of(figure, claims), known.get(figure.span.source)) for figure in listed]
    alike = {frozenset((like.one, like.other)): like for like in likenesses if like.contained >= ALIKE}
    joined = _Groups(len(listed))

    def same(i: int, j: int) -> bool:
        first, second = things[i], things[j]
        return first.unit == second.unit and first.head == second.head and _same_thing(listed[i], listed[j], first, second, alike)

    for i, j in (*_of_like_claims(listed, alike), *_given_anew(listed), *_among_like_words(things)):
        if joined.top(i) != joined.top(j) and same(i, j):
            joined.join(i, j)
    _join_states(things, joined, same)
    found: dict[int, list[Figure]] = {}
    for i, figure in enumerate(listed):
        found.setdefault(joined.top(i), []).append(figure)
    return [group for _, group in sorted(found.items()) if len(group) > 1]


MOST = 40
"""Pairs of figures that cannot be compared which a story lists: they explain, and nobody reads on."""


def incomparable(
    figures: Sequence[Figure], claims: Mapping[str, Claim], likenesses: Sequence[Likeness], days: Mapping[str, int]
) -> list[tuple[Figure, Figure, Difference]]:
    """Give figures of alike claims by two parties that differ, and yet are of no one thing, with the reason; the first `MOST`."""
    by_claim: dict[str, list[Figure]] = {}
    for figure in _told_apart([figure for figure in figures if _is_level(figure)]):
        by_claim.setdefault(figure.claim or "", []).append(figure)
    found: list[tuple[Figure, Figure, Difference]] = []
    for like in likenesses:
        if like.contained < ALIKE or not like.numbers_differ or like.tie != "other":
            continue
        for one in by_claim.get(like.one, ()):
            for other in by_claim.get(like.other, ()):
                first, second = (thing(f, clause_of(f, claims), days.get(f.span.source)) for f in (one, other))
                why = _why_apart(one, other, first, second)
                if why is not None and (one.low, one.high) != (other.low, other.high):
                    found.append((one, other, why))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _why_apart(one: Figure, other: Figure, first: Thing, second: Thing) -> Difference | None:
    if first.state != second.state:
        return None
    if {one.kind, other.kind} == {"count", "share"} or (
        one.kind == other.kind and one.kind in {"money", "measure"} and one.unit != other.unit
    ):
        return "unit" if not first.head or not second.head or first.head == second.head else None
    if one.kind != other.kind or not first.head or first.head != second.head:
        return None
    return "scope" if _elsewhere(one, other) else differing(one, other, first, second)


def clause_of(figure: Figure, claims: Mapping[str, Claim]) -> str:
    """Give the words of the claim that say what a figure counts: the clause in which it stands."""
    claim = claims[figure.claim or ""]
    at = figure.span.start - claim.content[0].start
    first, last = 0, len(claim.text)
    for match in _CLAUSE.finditer(claim.text):
        if match.end() <= at:
            first = match.end()
        elif match.start() >= at:
            last = match.start()
            break
    return claim.text[first:last]


_CLAUSE = re.compile(r",\s+(?:while|whereas|but|although|though)\b|;\s|[.!?…][\"'”’»)\]]*\s+(?=[“\"'‘A-Z])")
"""Where one content speaks of something else."""


def _told_apart(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out what stands in a row of its like: two sums in one claim are of two things, and words alone do not tell which of which."""
    rows = Counter((figure.claim, figure.kind, figure.unit, "" if figure.kind != "count" else figure.of) for figure in figures)

    def alone(figure: Figure) -> bool:
        number = rows[figure.claim, figure.kind, figure.unit, "" if figure.kind != "count" else figure.of]
        return number == 1 or (figure.kind == "count" and (number == 2 or figure.state is not None)) or figure.of_inherited  # noqa: PLR2004 - "12 here and 30 there"

    return [figure for figure in figures if alone(figure)]


def _is_level(figure: Figure) -> bool:
    """Tell whether a figure says how many there are: no change, no rate, and not "the first 40" or "40 others"."""
    if figure.kind not in COMPARED or figure.role not in {"level", "total"} or figure.claim is None:
        return False
    vague = figure.low is not None and figure.high is not None and figure.high > VAGUE * max(figure.low, 1.0)
    return not vague and not set(terms(figure.of or "")) & _SOME


VAGUE = 4
"""Times its low end that the high end of a range is at most; "dozens" and "thousands" are no account of a count."""
_SOME = frozenset({"another", "additional", "other", "others", "extra", "further", "new", "first", "last", "next", "latest"})
"""Words of a counted phrase that pick some out of more."""


def _of_like_claims(figures: Sequence[Figure], alike: Iterable[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pair the figures whose claims say the same but for the number."""
    by_claim: dict[str, list[int]] = {}
    for i, figure in enumerate(figures):
        by_claim.setdefault(figure.claim or "", []).append(i)
    for pair in alike:
        one, *other = sorted(pair)
        for i in by_claim.get(one, ()):
            for j in by_claim.get(other[0] if other else one, ()):
                yield i, j


def _given_anew(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Pair a figure that was given for the thing of an earlier one with those of its article that count that thing."""
    counting: dict[tuple[str, str | None], list[int]] = {}
    for i, figure in enumerate(figures):
        counting.setdefault((figure.span.source, figure.of), []).append(i)
    for i, figure in enumerate(figures):
        if figure.of_inherited:
            for j in counting[figure.span.source, figure.of]:
                yield i, j


def _among_like_words(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Pair the figures of one head noun that may share `ALIKE` of the words around the one with fewer.

    They then share one of its rarest words, as many as are left over, and one more (the prefix filter of Chaudhuri et al., "A Primitive
    Operator for Similarity Joins", 2006): so those with more words are put in an index, and only the rarest are looked up.
    """
    heads: dict[tuple[str, str, str, frozenset[str]], list[int]] = {}
    for i, one in enumerate(things):
        if one.head and one.around:
            heads.setdefault((one.unit, one.head, one.state, one.modifiers), []).append(i)
    for places in heads.values():
        often = Counter(word for i in places for word in things[i].around)
        index: dict[str, list[int]] = {}
        for i in sorted(places, key=lambda place: (-len(things[place].around), place)):
            rarest = sorted(things[i].around, key=lambda word: (often[word], word))
            near = {j for word in rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1] for j in index.get(word, ())}
            for j in sorted(near):
                yield i, j
            for word in rarest:
                index.setdefault(word, []).append(i)


def _join_states(things: Sequence[Thing], joined: _Groups, same: Callable[[int, int], bool]) -> None:
    """Join the figures of one head noun and one state, for which few shared words are enough.

    So most of them soon are one group, and one that has found a member of a group is not held against the others of it.
    """
    states: dict[tuple[str, str, str, frozenset[str]], list[int]] = {}
    for i, one in enumerate(things):
        if one.head and one.state:
            states.setdefault((one.unit, one.head, one.state, one.modifiers), []).append(i)
    for places in states.values():
        members: dict[int, list[int]] = {}
        for i in places:
            for top in sorted(members, key=lambda top: (-len(members[top]), top)):
                if joined.top(top) == joined.top(i) or any(same(j, i) for j in reversed(members[top])):
                    joined.join(top, i)
            grown = [member for top in sorted(members) if joined.top(top) == joined.top(i) for member in members.pop(top)]
            members[joined.top(i)] = [*grown, i]


def _same_thing(one: Figure, other: Figure, first: Thing, second: Thing, alike: Mapping[frozenset[str], Likeness]) -> bool:
    if _other_scope(one, other, first, second) or one.claim == other.claim:
        return False
    if _inherits(one, other) or _inherits(other, one):
        return True
    if _elsewhere(one, other):
        return False
    if _far_apart(one, other):
        return False
    likeness = alike.get(frozenset((one.claim or "", other.claim or "")))
    if likeness is not None and one.kind != "count" and not first.head:
        return likeness.contained >= NAMELESS[0] and likeness.shared >= NAMELESS[1]
    return likeness is not None or _share_words(first, second)


def _far_apart(one: Figure, other: Figure) -> bool:
    """Tell whether one number is so many times the other that they hardly measure one thing (a price a share and a price of all)."""
    first, second = _value(one), _value(other)
    return max(first, second) > FARTHEST * max(min(first, second), 1.0)


def _other_scope(one: Figure, other: Figure, first: Thing, second: Thing) -> bool:
    """Tell whether the two differ in kind, whole, state, time, in who is counted, or each in a modifier of its own."""
    return (
        one.kind != other.kind or bool(first.state and second.state and first.state != second.state) or _differ(one, other, first, second)
    )


def _differ(one: Figure, other: Figure, first: Thing, second: Thing) -> bool:
    return differing(one, other, first, second) is not None


def differing(one: Figure, other: Figure, first: Thing, second: Thing) -> Difference | None:
    """Say in what two figures of one noun differ so that they cannot be compared: of what whole, as of when, or what counts as one."""
    if one.whole != other.whole or first.part != second.part or _is_part(one, other, first, second) or _is_part(other, one, second, first):
        return "scope"
    if _other_time(first, second):
        return "as-of"
    if first.modifiers != second.modifiers or _other_folk(first, second):
        return "definition"
    return None


def _other_folk(first: Thing, second: Thing) -> bool:
    """Tell whether people are counted here and other people, or some of them, there: "marchers" are the people of a march."""
    if first.folk == second.folk:
        return False
    if first.folk and second.folk:
        return True
    named, plain = (first, second) if first.folk else (second, first)
    return named.folk not in plain.around


def _other_time(first: Thing, second: Thing) -> bool:
    if first.when is None or second.when is None:
        return first.named != second.named  # "in December 2003", beside a number of an article that nothing dates
    if not (first.named or second.named):
        return False
    return max(first.when[0], second.when[0]) - min(first.when[1], second.when[1]) > LONG_AGO


def _is_part(part: Figure, whole: Figure, first: Thing, second: Thing) -> bool:
    """Tell whether one counts fewer, and by a modifier more: "3 elderly people" are some of "12 people"."""
    return not part.of_inherited and second.modifiers < first.modifiers and _value(part) < _value(whole)


def _value(figure: Figure) -> float:
    return abs(figure.low if figure.low is not None else figure.high or 0.0)


def _elsewhere(one: Figure, other: Figure) -> bool:
    """Tell whether both have a place, and no telling word of the one stands in the other."""
    if one.place is None or other.place is None:
        return False
    return not set(terms(one.place)) & set(terms(other.place)) - words("grammar", "function")


def _share_words(first: Thing, second: Thing) -> bool:
    """Tell whether two figures with one head noun stand among the same words."""
    least = min(len(first.around), len(second.around))
    if not first.head or not least or first.state != second.state:
        return False
    return len(first.around & second.around) / least >= (STATE_ALIKE if first.state and first.state == second.state else ALIKE)


def _inherits(one: Figure, other: Figure) -> bool:
    """Tell whether `one` was given for what `other`, before it in the same article, counts."""
    return one.of_inherited and one.span.source == other.span.source and other.span.start < one.span.start and one.of == other.of
