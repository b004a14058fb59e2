"""From mentions to parties: each attribution of an article gets its speakers by name, with the reason, or candidates and no speaker.

The article is gone through once, in the order of the text: names, pronouns and subjects of the outlet's own words, and the mentions of the
attributions. What "she" means at one place is known to the next.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dateline.mark.cast import Cast
from dateline.mark.discourse import EMBEDDED, MAIN, OTHER, SPEAKER, SUBJECT, Discourse, Heard, Meant, Place
from dateline.mark.mention_of import mention_of
from dateline.mark.owned import owned
from dateline.mark.scene import Scene
from dateline.mark.stand_ins import stands_for
from dateline.model.party import Party
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.mark.mentions import Named
    from dateline.mark.reading import Reading
    from dateline.mark.scene import Pointer
    from dateline.model.attribution import Attribution
    from dateline.model.party import Mention


@dataclass(frozen=True, slots=True)
class Resolved:
    """The parties of one attribution."""

    speakers: tuple[Party, ...]
    candidates: tuple[Party, ...]
    via: tuple[Party, ...]
    to: tuple[Party, ...]
    targets: tuple[Party, ...]


def resolve(reading: Reading, attributions: Sequence[Attribution], named: tuple[Named, ...]) -> tuple[Resolved, ...]:
    """Resolve the mentions of attributions (in the order of the text) within the article."""
    meant = _Walk(reading, attributions, named).meanings()
    return tuple(
        Resolved(
            *_speakers(number, item, meant),
            tuple(_other(mention, meant[number, mention]) for mention in item.via),
            tuple(_other(mention, meant[number, mention]) for mention in item.to),
            tuple(_other(mention, meant[number, mention]) for mention in item.targets),
        )
        for number, item in enumerate(attributions)
    )


class _Walk:
    """One passage through the article."""

    def __init__(self, reading: Reading, attributions: Sequence[Attribution], named: tuple[Named, ...]) -> None:
        self.attributions = attributions
        bodies = owned(reading)
        self.scene = Scene(reading, attributions, (*named, *bodies))
        self.cast = Cast(named, bodies)
        self.pointers = self.scene.pointers()
        vote(self.scene, self.cast, self.pointers)
        self.discourse = Discourse(self.cast, self.scene)
        self.meant: dict[tuple[int, Mention], Meant] = {}

    def meanings(self) -> dict[tuple[int, Mention], Meant]:
        """Give what every mention of an attribution means, by the attribution's number."""
        taken = {mention.span.start for item in self.attributions for mention in (*item.speakers, *item.via, *item.to, *item.targets)}
        named = [item for item in self.scene.named if item.mention.span.start not in self.scene.quoted]
        events: list[tuple[int, int, int, Callable[[], None]]] = [
            (item.mention.span.start, 0, at, partial(self._named, item)) for at, item in enumerate(named)
        ]
        for at, pointer in enumerate(self.pointers):
            if pointer.start not in taken and pointer.subject:
                events.append((pointer.start, 1, at, partial(self._pointed, pointer)))
        for number, said in enumerate(self.attributions):
            for order, group in enumerate((said.speakers, said.via, said.to, said.targets)):
                events.extend((m.span.start, 2 + order, number, partial(self._said, number, m, speaks=order == 0)) for m in group)
        for _, _, _, take in sorted(events, key=lambda event: event[:3]):
            take()
        return self.meant

    def _named(self, item: Named) -> None:
        start = item.mention.span.start
        place = Place(item.sentence, start)
        meant = self.discourse.full_name(item.mention, place)
        weight = MAIN if item.main and not item.possessive else SUBJECT if item.subject or item.main else OTHER
        for name in (meant.name,) if meant.name is not None else meant.candidates:
            member = self.cast.of(name)
            if member is not None:
                self.discourse.hear(member, place, self._lowered(weight, start))

    def _lowered(self, weight: float, at: int) -> float:
        return weight * EMBEDDED if at in self.scene.told else weight

    def _pointed(self, pointer: Pointer) -> None:
        place = Place(pointer.sentence, pointer.start)
        if pointer.person is not None:
            meant = self.discourse.person(pointer.person, place, pointer.person)
        else:
            paragraph, sentence = self.scene.place_of(pointer.sentence)
            mention = mention_of(paragraph, sentence, pointer.word)
            meant = stands_for(self.discourse, mention, place) if mention.kind == "nominal" else Meant(None, None, None)
            if meant.name is not None and self.cast.of(meant.name) is None:
                self.discourse.hear(self.cast.add(meant.name, mention), place, self._lowered(MAIN, pointer.start))
                return
        member = None if meant.name is None else self.cast.of(meant.name)
        if member is not None:
            self.discourse.hear(member, place, self._lowered(MAIN, pointer.start))

    def _said(self, number: int, mention: Mention, *, speaks: bool) -> None:
        said, start = self.attributions[number], mention.span.start
        says = tuple((span.start, span.end) for span in said.content) if speaks else ()
        place = Place(self.scene.sentence_of(start), start, speaks, says)
        if start in self.scene.quoted and mention.kind == "pronoun":
            meant = Meant(None, None, f"“{mention.text}” stands in somebody's own words")
        else:
            meant = meaning(mention, self.discourse, place)
        self.meant[number, mention] = meant
        if meant.name is None or start in self.scene.quoted:
            return
        if place.sentence in self.scene.headlines and self.cast.of(meant.name) is None:
            return
        member = self.cast.add(meant.name, mention)
        if speaks:
            self.discourse.speakers.setdefault(number, member)
            self.discourse.hear(member, place, SPEAKER, speaker=True)
            self.discourse.asked = None
        elif mention in said.to and said.act == "question":
            self.discourse.asked = Heard(member, place.sentence, start, OTHER)


def vote(scene: Scene, cast: Cast, pointers: Sequence[Pointer]) -> None:
    """Let the pronouns that stand in a sentence with one person only tell whether "he" or "she" fits."""
    tally: dict[str, list[int]] = {}
    for pointer in pointers:
        if pointer.person is None:
            continue
        begins = scene.starts[pointer.sentence]
        before = {item.mention.name for item in scene.between(begins, pointer.start)}
        members = {member.name for name in before if (member := cast.of(name)) is not None and member.sort == "person"}
        if len(members) == 1:
            tally.setdefault(min(members), [0, 0])[pointer.person == "she"] += 1
    for name, (he, she) in sorted(tally.items()):
        member = cast.of(name)
        if member is not None and member.person is None and abs(he - she) >= FEWEST_VOTES and min(he, she) * 4 <= max(he, she):
            member.person = "she" if she > he else "he"


FEWEST_VOTES = 1
"""How many more pronouns of one kind than of the other must stand with a name alone."""


def _speakers(number: int, item: Attribution, found: dict[tuple[int, Mention], Meant]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    speakers: list[Party] = []
    candidates: list[Party] = []
    for mention in item.speakers:
        meant = found[number, mention]
        if meant.name is None:
            candidates.extend(Party(name, None, (), meant.why) for name in meant.candidates)
        else:
            speakers.append(Party(meant.name, role_of(meant.role), (mention.span,), meant.why))
    return tuple(speakers), tuple(candidates)


def meaning(mention: Mention, discourse: Discourse, place: Place) -> Meant:
    """Tell whom a mention means."""
    if mention.kind == "pronoun":
        return discourse.pronoun(mention, place)
    named = mention.name != mention.name.lower()
    if named and (mention.kind == "name" or (mention.text[:1].isupper() and discourse.cast.knows(mention.name))):
        return discourse.full_name(mention, place)
    if mention.text.partition(" ")[0].lower() in words("parties", "nobody"):
        return Meant(None, None, f"“{mention.text}” names nobody")
    return stands_for(discourse, mention, place)


def _other(mention: Mention, meant: Meant) -> Party:
    return Party(meant.name or mention.name, role_of(meant.role or mention.role), (mention.span,), meant.why)


def role_of(role: str | None) -> str | None:
    """Give a role without the determiner that ties it to its sentence: "its director" is a director."""
    if role is None:
        return None
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in {"its", "his", "her", "their", "our", "the", "a", "an"} else role


def sentence_starts(reading: Reading) -> list[int]:
    """Give the raw offset at which each sentence of the reading begins."""
    return [paragraph.span(sentence.start, sentence.end).start for paragraph, sentence in reading.sentences]


def sentence_of(starts: Sequence[int], at: int) -> int:
    """Give the number of the sentence that holds the raw offset `at`."""
    return max(0, bisect_right(starts, at) - 1)
