"""Which tellings tell one story.

Enters: tellings in any order. Leaves: groups, each with its members, earliest first, and the evidence of every join. Candidates come
from an inverted index of the weightiest words, never from all pairs; inside what hangs together, average link (Sokal & Michener 1958)
at one threshold for all sizes of pile. What two tellings have to do with each other depends on the two and on the shipped tables alone.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.link.compare.names import names
from dateline.link.compare.numbers import numbers
from dateline.link.compare.time import time
from dateline.link.compare.vocabulary import cosine, vocabulary
from dateline.link.profile import Profile, profile
from dateline.link.telling import Telling
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.rule import Rule

__all__ = ["RULES", "THRESHOLD", "Group", "Telling", "cluster", "stories"]

THRESHOLD = 0.13
"""Average likeness (cosine times nearness in time) from which on two groups are one story."""

KEYS = 24
"""Weightiest words and pairs of a telling that stand in the index."""

SHARED = 2
"""Keys that two tellings share at least, to be compared."""

RULES = (
    Rule(
        "stories.alike",
        "Telling words, names and days are alike enough, on the average over both groups: one story.",
        "The Belmora ferry ran aground off Cape Tarn on Monday; 40 passengers were taken to Belmora. // All 40 passengers of the ferry that"
        " ran aground off Cape Tarn are safe, the Belmora harbour office said.",
        "The Belmora ferry ran aground off Cape Tarn on Monday. // The central bank left its rate unchanged, as analysts had expected.",
    ),
)


@dataclass(frozen=True, slots=True)
class Group:
    """One story: its id (of its earliest telling), the ids of its tellings, earliest first, and why each join, surest first."""

    id: str
    tellings: tuple[str, ...]
    joined: tuple[Reason, ...]


def cluster(tellings: Iterable[Telling]) -> dict[str, str]:
    """Give each telling's id its story id."""
    return {name: group.id for group in stories(tellings) for name in group.tellings}


def stories(tellings: Iterable[Telling]) -> tuple[Group, ...]:
    """Group tellings into stories, sorted by their first tellings (day, then id).

    Of several tellings with one id, the one whose text sorts first counts.
    """
    pile: dict[str, Telling] = {}
    for telling in sorted(tellings, key=lambda telling: (telling.id, telling.text, telling.title or "", telling.date or "")):
        pile.setdefault(telling.id, telling)
    profiles = {name: profile(telling) for name, telling in pile.items()}
    likeness = _likeness(profiles)
    members, joins = _linked(profiles, likeness)
    rank = {name: (profiles[name].days is None, telling.date or "", name) for name, telling in pile.items()}
    groups = []
    for head, names_ in members.items():
        ordered = tuple(sorted(names_, key=rank.__getitem__))
        reasons = tuple(_reason(profiles[a], profiles[b], score) for a, b, score in joins[head])
        groups.append((rank[ordered[0]], Group(content_id("story", ordered[0]), ordered, reasons)))
    return tuple(group for _, group in sorted(groups, key=lambda pair: pair[0]))


def _likeness(profiles: Mapping[str, Profile]) -> dict[str, dict[str, float]]:
    """Score the pairs that the index proposes; both directions."""
    index: dict[str, list[str]] = defaultdict(list)
    likeness: dict[str, dict[str, float]] = {name: {} for name in profiles}
    for name, mine in profiles.items():
        keys = heapq.nsmallest(KEYS, ((-weight, word) for word, weight in mine.weights.items()))
        common: Counter[str] = Counter()
        for _, key in keys:
            common.update(index[key])
            index[key].append(name)
        for other in sorted(other for other, count in common.items() if count >= SHARED):
            score = round(cosine(mine, profiles[other]) * time(mine, profiles[other])[0], 9)
            likeness[name][other] = likeness[other][name] = score
    return likeness


Joins = dict[str, list[tuple[str, str, float]]]


def _linked(profiles: Mapping[str, Profile], likeness: Mapping[str, Mapping[str, float]]) -> tuple[dict[str, list[str]], Joins]:
    """Join the two most alike groups until none are alike enough; pairs that were not compared count as nothing alike."""
    members = {name: [name] for name in profiles}
    joins: Joins = {name: [] for name in profiles}
    totals = {name: dict(those) for name, those in likeness.items()}
    heap = [(-score, one, other) for one, those in totals.items() for other, score in those.items() if one < other and score >= THRESHOLD]
    heapq.heapify(heap)
    while heap:
        minus, one, other = heapq.heappop(heap)
        if one not in members or other not in members or other not in totals[one]:
            continue
        average = round(totals[one][other] / (len(members[one]) * len(members[other])), 9)
        if average != -minus:
            continue
        pairs = [(-likeness[a][b], a, b) for a in members[one] for b in members[other] if b in likeness[a]]
        best = min(pairs)
        joins[one] += [*joins.pop(other), (best[1], best[2], average)]
        members[one] += members.pop(other)
        del totals[one][other]
        for third, score in totals.pop(other).items():
            if third == one:
                continue
            totals[one][third] = totals[third][one] = totals[one].get(third, 0.0) + score
            totals[third].pop(other, None)
        for third in sorted(totals[one]):
            score = round(totals[one][third] / (len(members[one]) * len(members[third])), 9)
            if score >= THRESHOLD:
                first, second = sorted((one, third))
                heapq.heappush(heap, (-score, first, second))
    return members, joins


def _reason(one: Profile, other: Profile, score: float) -> Reason:
    parts = [names(one, other), numbers(one, other), time(one, other), vocabulary(one, other)]
    first, second = (f"“{item.title}”" if item.title else item.id for item in (one, other))
    says = "; ".join(sentence for value, sentence in parts if value > 0)
    return Reason("stories.alike", f"{first} and {second}: {says}; {score:.2f} over both groups, {THRESHOLD} is enough")
