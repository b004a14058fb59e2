"""Which tellings tell one story.

Enters: tellings in any order. Leaves: groups, each with its members, earliest first, and the evidence of every join. Candidates come
from an inverted index of the weightiest words, never from all pairs; inside what hangs together, average link (Sokal & Michener 1958)
at one threshold for all sizes of pile. What two tellings have to do with each other depends on the two and on the shipped tables alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.link.compare.whole import likeness
from dateline.link.index import Index
from dateline.link.linkage import Join, Linked, average_link
from dateline.link.profile import Profiler, days_of, profile
from dateline.link.telling import Telling
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.rule import Rule

__all__ = ["RULES", "THRESHOLD", "Group", "Telling", "cluster", "rank_of", "stories"]

THRESHOLD = 0.285
"""Average likeness from which on two groups are one story. B-cubed F1 on the dev sets g5w1h, ecb+, basil, and the mean over 300 small
piles (scripts/bench_piles.py): 0.28 .929 .911 .974, .972; 0.285 .936 .916 .974, .971; 0.29 .936 .920 .983, .970. Any two of the sets would
choose 0.29; a hundredth there is worth less than the small piles, which are the daily case."""

EVENT = 0.36
"""Average likeness from which on two groups inside a story are one event. There is no gold for events: chosen where what is together
is nearly always of one kind even in sets full of twins. B-cubed precision and recall on g5w1h, ecb+, basil: 0.32 .992 .830, .915 .847,
.983 1.00; 0.36 .992 .799, .950 .732, 1.00 1.00; 0.40 .992 .773, .974 .545, 1.00 .978."""

RULES = (
    Rule(
        "stories.same-event",
        "Words, names and days are so much alike that both tell one event of the story.",
        "The Belmora ferry ran aground off Cape Tarn on Monday; 40 passengers were taken to Belmora. // The Belmora ferry ran aground off"
        " Cape Tarn on Monday, and its 40 passengers are safe in Belmora.",
        "The Belmora ferry ran aground off Cape Tarn on Monday. // The central bank left its rate unchanged, as analysts had expected.",
    ),
    Rule(
        "stories.alike",
        "Telling words, names and days are alike enough, on the average over both groups: one story.",
        "A ferry with 40 people on board ran aground off Cape Tarn on Monday; lifeboats took them to Belmora. // Salvors with two tugs hope"
        " to free the ship from the rocks at high water, the Belmora harbour office said, and divers will look for oil.",
        "The Belmora ferry ran aground off Cape Tarn on Monday. // The central bank left its rate unchanged, as analysts had expected.",
    ),
)


@dataclass(frozen=True, slots=True)
class Group:
    """One story: its id (of its earliest telling), the ids of its tellings, earliest first, and why each join, surest first.

    `events` parts the tellings into the events of the story, each and all of them earliest first. Joins that made an event are
    those with the rule `stories.same-event`; the others made the story of its events.
    """

    id: str
    tellings: tuple[str, ...]
    joined: tuple[Reason, ...]
    events: tuple[tuple[str, ...], ...] = ()


def cluster(tellings: Iterable[Telling]) -> dict[str, str]:
    """Give each telling's id its story id. As `stories`, without working out the reasons."""
    pile = _pile(tellings)
    found: dict[str, str] = {}
    for linked in _grouped(pile):
        names = _earliest_first([pile[number] for number in linked.members])
        found.update(dict.fromkeys(names, content_id("story", names[0])))
    return found


def stories(tellings: Iterable[Telling]) -> tuple[Group, ...]:
    """Group tellings into stories, sorted by their first tellings (day, then id; the undated last).

    Of several tellings with one id, the one whose text sorts first counts.
    """
    pile = _pile(tellings)
    groups = []
    for linked in _grouped(pile):
        names = _earliest_first([pile[number] for number in linked.members])
        reasons = tuple(_reason(pile[join.one], pile[join.other], join) for join in linked.joins)
        first = min(rank_of(pile[number]) for number in linked.members)
        events = tuple(_earliest_first([pile[number] for number in event]) for event in _events(pile, linked))
        groups.append((first, Group(content_id("story", names[0]), names, reasons, events)))
    return tuple(group for _, group in sorted(groups, key=lambda pair: pair[0]))


def _pile(tellings: Iterable[Telling]) -> list[Telling]:
    """Sort by id, so that no later step sees the order of input."""
    pile: dict[str, Telling] = {}
    for telling in sorted(tellings, key=lambda telling: (telling.id, telling.text, telling.title or "", telling.date or "")):
        pile.setdefault(telling.id, telling)
    return list(pile.values())


def _grouped(pile: list[Telling]) -> Iterable[Linked]:
    profiler = Profiler()
    return average_link(Index(profiler.profile(telling) for telling in pile), THRESHOLD)


def _events(pile: list[Telling], linked: Linked) -> list[list[int]]:
    """Part the members of a story as they stood before the first join that was less alike than one event is, earliest event first."""
    event = {number: [number] for number in linked.members}
    for join in linked.joins:
        if join.average >= EVENT:
            one, other = event[join.one], event[join.other]
            if one is not other:
                one += other
                event.update(dict.fromkeys(other, one))
    found = {id(members): members for members in event.values()}
    return sorted(found.values(), key=lambda members: min(rank_of(pile[number]) for number in members))


def rank_of(telling: Telling) -> tuple[bool, str, str]:
    """Give what tellings are sorted by: the day, then the id; the undated last."""
    dated = days_of(telling.date) is not None
    return not dated, (telling.date or "") if dated else "", telling.id


def _earliest_first(tellings: list[Telling]) -> tuple[str, ...]:
    return tuple(telling.id for telling in sorted(tellings, key=rank_of))


def _reason(one: Telling, other: Telling, join: Join) -> Reason:
    first, second = (f"“{telling.title}”" if telling.title else telling.id for telling in (one, other))
    _, evidence = likeness(profile(one), profile(other))
    event = join.average >= EVENT
    enough = f"{EVENT} is enough for one event" if event else f"{THRESHOLD} is enough"
    says = f"{first} and {second}: {evidence}; likeness {join.likeness:.2f}, {join.average:.2f} over both groups ({enough})"
    return Reason("stories.same-event" if event else "stories.alike", says)
