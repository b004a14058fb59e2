"""Whom a pronoun, a surname or "the ministry" means, told in the order of the text.

The rules are those of centering, cut to what news prose bears out (Grosz, Joshi and Weinstein 1995; Lappin and Leass 1994 for the weights):
the last speaker goes on speaking, subjects come before the rest, the nearer sentence before the farther; one who is named beside the
pronoun, or in the very words that are said, is not meant. Where two fit nearly as well, nobody is chosen and both are named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.text.fold import terms
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.mark.cast import Cast, Member
    from dateline.mark.reading import Word
    from dateline.mark.scene import Scene
    from dateline.model.party import Mention

WINDOW = 5
"""Sentences back in which the antecedent of a pronoun is looked for."""
LOOK = 80
"""Mentions back, at most: bounds the work in a text that is all names."""
NEAR = (5.0, 4.0, 2.5, 1.6, 1.0, 0.7)
"""What a mention weighs by its distance in sentences."""
SPEAKER, MAIN, SUBJECT, OTHER, EMBEDDED = 1.0, 1.0, 0.85, 0.45, 0.6
"""What its place in the sentence makes of that; EMBEDDED: in somebody else's words."""
GOES_ON, KNOWN, UNSURE, OFTEN = 1.5, 1.25, -1.2, 0.15
"""Added: the last speaker where somebody speaks; he or she known to fit; a person by form alone; for each time named, up to six."""
ASKED, HOLDER = 3.0, 3.5
"""Added: who has just been asked a question; whose words the pronoun stands in."""
SPOKEN_OF = -5.0
"""Added: who is named in the words that are said."""
LEAST, MARGIN = 2.0, 1.0
"""The best must weigh so much, and so much more than the next: right of answered, and answered, on the tuned half of
tests/gate/speakers.tsv (pronouns): margin 0.4: .97, .96; 0.7: .99, .93; 1.0: .99, .93; 1.4: .99, .91. The other weights change little."""
LEAST_BODY = 3.0
"""The same for "the company": only one that has just been the subject, or has spoken."""
MOST_OFTEN = 6
BODY_WINDOW = 2
"""Sentences back in which "it", "they" and "the company" look."""
SORTS: dict[str, set[str]] = {"it": {"body", "place", "unknown"}, "they": {"group"}}
"""What "it" and "they" can mean."""


@dataclass(slots=True)
class Heard:
    """One mention of a member as it goes by: sentence, raw start, weight of its place, whether it speaks."""

    member: Member
    sentence: int
    start: int
    weight: float
    speaker: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant (None: nobody can be told), why, and who else it could be."""

    name: str | None
    role: str | None
    why: str | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: sentence, raw start, whether it speaks, and the spans of what it says."""

    sentence: int
    start: int
    speaks: bool = False
    says: tuple[tuple[int, int], ...] = ()


@dataclass
class Discourse:
    """The cast of one article and what has gone by. Ask in the order of the text; `hear` what is found."""

    cast: Cast
    scene: Scene
    heard: list[Heard] = field(default_factory=list)
    asked: Heard | None = None
    speakers: dict[int, Member] = field(default_factory=dict)

    def hear(self, member: Member, place: Place, weight: float, *, speaker: bool = False) -> None:
        """Note that a member was mentioned, or spoke."""
        self.heard.append(Heard(member, place.sentence, place.start, weight, speaker))

    def role(self, name: str) -> str | None:
        """Give the fullest role that the article gives this name."""
        member = self.cast.of(name)
        return None if member is None else member.role

    def full_name(self, mention: Mention, place: Place) -> Meant:
        """Find the fullest form of a name in the article: a surname stands for the one full name that ends in it."""
        name = self.scene.name_within(mention) or mention.name
        role = mention.role
        if name != mention.name and role is None:
            role = mention.name.removesuffix(name).strip() or None
        member = self.cast.of(name)
        if member is not None and member.name != name:
            why = f"“{name}” is {member.name}, the only one of that name in the article"
            return Meant(member.name, role or member.role, why)
        holders = self.cast.holders(name)
        if len(holders) > 1:
            return self._one_of(name, holders, place)
        return Meant(name, role or (None if member is None else member.role), None)

    def _one_of(self, name: str, holders: Sequence[str], place: Place) -> Meant:
        """Choose between people of one surname: the one already called by it, or the only one named so far."""
        members = [member for member in (self.cast.of(holder) for holder in holders) if member is not None]
        before = [member for member in members if member.full is not None and member.full < place.start]
        bare = [member for member in before if member.bare]
        found, why = None, ""
        if len(before) == 1:
            found, why = before[0], "the only one of that name so far"
        elif len(bare) == 1:
            found, why = bare[0], "as before"
        if found is None:
            return Meant(None, None, f"{len(holders)} people named {name} in the article", tuple(holders))
        found.bare += 1
        return Meant(found.name, found.role, f"“{name}” is {found.name}, {why}")

    def pronoun(self, mention: Mention, place: Place) -> Meant:
        """Find whom "he", "she", "it" or "they" means."""
        if mention.head in {"he", "she"}:
            return self.person(mention.head, place, mention.text)
        if mention.head in {"it", "they"}:
            return self._body(mention, place)
        return Meant(None, None, f"“{mention.text}” names nobody")

    def person(self, head: str, place: Place, text: str) -> Meant:
        """Weigh the persons that "he" or "she" can mean."""
        scores = self.weigh(place, lambda member: member.sort == "person" and member.person in {None, head}, unsure=True)
        for member in scores:
            scores[member] += KNOWN * (member.person == head) + (0 if member.sure else UNSURE)
        found = self.best(scores, text)
        if found.name is not None:
            member = next(member for member in scores if member.name == found.name)
            if member.person is None:
                member.person = "he" if head == "he" else "she"
        elif not scores:
            return self._ahead(head, place, text)
        return found

    def weigh(self, place: Place, fits: Callable[[Member], bool], window: int = WINDOW, *, unsure: bool = False) -> dict[Member, float]:
        """Weigh the members that fit by where they were last mentioned; `unsure`: and those that spoke, of whom nothing is known."""
        scores: dict[Member, float] = {}
        last = newer = None
        for heard in reversed(self.heard[-LOOK:]):
            apart = self.scene.steps[place.sentence] - self.scene.steps[heard.sentence]
            if apart > window:
                break
            if heard.start >= place.start:
                continue
            if last is None and heard.speaker:
                last = heard
            elif last is None and newer is None and heard.weight >= MAIN and fits(heard.member):
                newer = heard
            if fits(heard.member) or (heard.speaker and unsure and _may_be_person(heard.member)):
                weight = NEAR[min(apart, len(NEAR) - 1)] * heard.weight
                scores[heard.member] = max(scores.get(heard.member, 0.0), weight)
        for member in scores:
            scores[member] += OFTEN * min(member.count, MOST_OFTEN)
        if place.speaks and last is not None and last.member in scores and (newer is None or newer.member is last.member):
            scores[last.member] += GOES_ON
        asked = self.asked
        if asked is not None and asked.member in scores and self.scene.steps[place.sentence] - self.scene.steps[asked.sentence] <= 1:
            scores[asked.member] += ASKED
        self._leave_out(scores, place)
        return scores

    def _leave_out(self, scores: dict[Member, float], place: Place) -> None:
        """Take out who is named beside the pronoun, or in what is said; lift whose words the pronoun stands in."""
        if not self.scene.looks_ahead(place.sentence, place.start):
            for item in self.scene.rest_of(place.sentence, place.start):
                if not item.possessive and (member := self.cast.of(item.mention.name)) is not None:
                    scores.pop(member, None)
        for start, end in place.says:
            for item in self.scene.between(start, end):
                member = self.cast.of(item.mention.name)
                if member is not None and member in scores and not item.possessive:
                    scores[member] += SPOKEN_OF

        number = self.scene.holder(place.sentence, place.start)
        holder = None if number is None else self.speakers.get(number)
        if holder is not None and holder in scores:
            scores[holder] += HOLDER

    def best(self, scores: dict[Member, float], text: str, *, least: float = LEAST, margin: float = MARGIN) -> Meant:
        """Choose who weighs most, if it is enough, and enough more than the next."""
        ranked = sorted(
            (member for member in scores if scores[member] > 0), key=lambda member: (-scores[member], member.first, member.name)
        )
        if not ranked or scores[ranked[0]] < least:
            return Meant(None, None, f"nobody who fits “{text}” is named shortly before")
        member = ranked[0]
        close = [other.name for other in ranked if scores[other] > scores[member] - margin]
        if len(close) > 1:
            return Meant(None, None, f"“{text}” could be any of {len(close)}", tuple(sorted(close)))
        why = "the only one who fits" if len(ranked) == 1 else "the one who fits best by what was said before"
        return Meant(member.name, member.role, f"“{text}” is {member.name}, {why}")

    def _ahead(self, head: str, place: Place, text: str) -> Meant:
        """Find the subject that comes after its pronoun: "After she resigned, Ann Doe said ..."."""
        if self.scene.looks_ahead(place.sentence, place.start):
            for item in self.scene.rest_of(place.sentence, place.start):
                member = self.cast.of(item.mention.name)
                if item.main and member is not None and member.sort == "person" and member.person in {None, head}:
                    return Meant(member.name, member.role, f"“{text}” is {member.name}, the subject that follows")
        return Meant(None, None, f"nobody who fits “{text}” is named shortly before")

    def _body(self, mention: Mention, place: Place) -> Meant:
        """Find the body, place or document that "it" means, or the people that "they" means: the last to speak, else the last subject."""
        sorts = SORTS[mention.head]
        scores = self.weigh(place, lambda member: member.sort in sorts, window=BODY_WINDOW)
        found = self.best(scores, mention.text, least=LEAST_BODY)
        if mention.head == "they" and found.name is not None and (other := self._nearer(found.name, place)) is not None:
            return Meant(None, None, f"“{mention.text}” could be {found.name} or “{other}”", (found.name,))
        return found

    def _nearer(self, name: str, place: Place) -> str | None:
        """Give other people, spoken of in the plural between a member's last mention and the pronoun; None where there are none."""
        last = max((heard.start for heard in self.heard if heard.member.name == name and heard.start < place.start), default=None)
        if last is None:
            return None
        own = set(terms(name))
        for number in range(self.scene.sentence_of(last), place.sentence + 1):
            paragraph, sentence = self.scene.place_of(number)
            for word in sentence.words:
                if word.tag not in {"NNS", "NNPS"} or word.lower in own or not is_people(word):
                    continue
                start = paragraph.span(word.start, word.end).start
                if last + len(name) < start < place.start and start not in self.scene.quoted:
                    return word.text
        return None


def is_people(word: Word) -> bool:
    """Tell whether a plural names people: a name, or a noun of a list."""
    return word.tag == "NNPS" or word.lower in words("parties", "people") or word.lemma in words("titles", "titles")


def _may_be_person(member: Member) -> bool:
    """Tell whether a single name of which nothing is known can be a person's: "Doe", not "UN", nor a phrase."""
    name = member.name
    return member.sort == "unknown" and member.count > 0 and name.isalpha() and name[:1].isupper() and not name.isupper()
