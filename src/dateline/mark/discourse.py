"""Who has been named so far in an article, and whom a pronoun, a surname or "the ministry" can mean.

The rules are those of centering, cut to what news prose bears out (Grosz, Joshi and Weinstein 1995): the last speaker goes on
speaking, else the subject of the sentence before, else the only one who fits. Where two fit, nobody is chosen and both are named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dateline.text.fold import fold, terms
from dateline.words.loader import toml, words
from dateline.words.places import state_names

if TYPE_CHECKING:
    from dateline.mark.mentions import Named
    from dateline.model.party import Mention, Person

Sort = Literal["person", "body", "group", "place", "unknown"]

WINDOW = 4
"""Sentences back in which the antecedent of a pronoun is looked for."""
FEWEST_PARTS = 2
"""A name of two words or more, none of them a body or a place, is taken for a person's."""


@dataclass(slots=True)
class Known:
    """One who has been named: where (sentence number, raw start), under which name, as what."""

    name: str
    role: str | None
    sort: Sort
    sentence: int
    start: int
    person: Person | None = None
    speaker: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant (None: nobody can be told), why, and who else it could be."""

    name: str | None
    role: str | None
    why: str | None
    candidates: tuple[str, ...] = ()


@dataclass
class Discourse:
    """The named parties of one article in order, and what has been learned of them on the way."""

    named: tuple[Named, ...]
    quoted: list[tuple[int, int]]
    heard: list[Known] = field(default_factory=list)
    gender: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._full = fullest_names(self.named)
        self._roles: dict[str, str] = {}
        for item in self.named:
            mention = item.mention
            full = self._full.get(mention.name, mention.name)
            if mention.role is not None and len(mention.role) > len(self._roles.get(full, "")):
                self._roles[full] = mention.role
            if mention.person in {"he", "she"}:
                self.gender.setdefault(full, mention.person)
        places = {item.mention.name for item in self.named if item.place}
        self._seen = [
            Known(
                self._full.get(item.mention.name, item.mention.name),
                item.mention.role,
                "place" if item.mention.name in places else sort_of(self._full.get(item.mention.name, item.mention.name), item.mention),
                item.sentence,
                item.mention.span.start,
                item.mention.person,
                subject=item.subject,
            )
            for item in self.named
            if not self._is_quoted(item.mention.span.start)
        ]

    def _is_quoted(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.quoted)

    def hear(self, name: str, role: str | None, mention: Mention, sentence: int) -> None:
        """Note that a party spoke: the likeliest antecedent of what follows."""
        if role is not None and len(role) > len(self._roles.get(name, "")):
            self._roles[name] = role
        self.heard.append(
            Known(name, role, sort_of(name, mention), sentence, mention.span.start, self.gender.get(name), speaker=True, subject=True)
        )

    def role(self, name: str) -> str | None:
        """Give the fullest role that the article gives this name so far."""
        return self._roles.get(name)

    def full_name(self, mention: Mention) -> Meant:
        """Find the fullest form of a name in the article: a surname stands for the one full name that ends in it."""
        inner = self._name_within(mention)
        if inner is not None:
            return inner
        holders = sorted({full for full in set(self._full.values()) if _short_of(mention.name, full)})
        if len(holders) == 1:
            return Meant(
                holders[0],
                mention.role or self.role(holders[0]),
                f"“{mention.name}” is {holders[0]}, the only one of that name in the article",
            )
        if holders:
            return Meant(None, mention.role, f"{len(holders)} people named {mention.name} in the article", tuple(holders))
        return Meant(mention.name, mention.role or self.role(mention.name), None)

    def _name_within(self, mention: Mention) -> Meant | None:
        """Find the name at the end of a phrase whose title nobody listed: "head librarian Ann Doe" is Ann Doe, head librarian."""
        for item in self.named:
            span = item.mention.span
            if span.source == mention.span.source and span.end == mention.span.end and span.start > mention.span.start:
                name = item.mention.name
                title = mention.name.removesuffix(name).strip()
                if title and title.islower() and len(name.split()) >= FEWEST_PARTS and not _has_body(name):
                    return Meant(self._full.get(name, name), mention.role or title, None)
        return None

    def pronoun(self, mention: Mention, sentence: int) -> Meant:
        """Find whom "he", "she", "it" or "they" means."""
        head = mention.head
        if head in {"he", "she"}:
            return self._person(mention, head, sentence)
        if head in {"it", "they"}:
            return self._body(mention, head, sentence)
        return Meant(None, None, f"“{mention.text}” names nobody")

    def _person(self, mention: Mention, head: str, sentence: int) -> Meant:
        near = self._near(mention.span.start, sentence, {"person"})
        fit = [known for known in near if self.gender.get(known.name, known.person or head) == head]
        if not fit:
            return Meant(None, None, f"no person named shortly before “{mention.text}”")
        last = fit[-1]
        names = sorted({known.name for known in fit})
        subjects = [known for known in fit if known.subject]
        spoke = [known for known in fit if known.speaker and known.sentence >= sentence - 1]
        others = {known.name for known in subjects if spoke and known.sentence > spoke[-1].sentence} - {spoke[-1].name if spoke else ""}
        if len(names) == 1:
            why = "the only person named shortly before"
        elif spoke and not others:
            last, why = spoke[-1], "the last to speak"
        elif (
            subjects
            and subjects[-1].sentence == max(known.sentence for known in fit)
            and len({k.name for k in subjects if k.sentence == subjects[-1].sentence}) == 1
        ):
            last, why = subjects[-1], "the subject of the sentence before"
        else:
            return Meant(None, None, f"“{mention.text}” could be any of {len(names)}", tuple(names))
        self.gender.setdefault(last.name, "he" if head == "he" else "she")
        return Meant(last.name, self.role(last.name) or last.role, f"“{mention.text}”: {why} is {last.name}")

    def _body(self, mention: Mention, head: str, sentence: int) -> Meant:
        sorts = {"body", "place", "unknown"} if head == "it" else {"group", "body"}
        near = [known for known in self._near(mention.span.start, sentence, sorts) if known.speaker]
        if near and all(known.sentence <= near[-1].sentence for known in near):
            last = near[-1]
            return Meant(last.name, last.role, f"“{mention.text}”: the last to speak is {last.name}")
        return Meant(None, None, f"nothing that spoke shortly before “{mention.text}”")

    def _near(self, before: int, sentence: int, sorts: set[str]) -> list[Known]:
        found = [
            known
            for known in (*self._seen, *self.heard)
            if known.start < before and sentence - WINDOW <= known.sentence <= sentence and known.sort in sorts
        ]
        return sorted(found, key=lambda known: (known.start, known.speaker))

    def stands_for(self, mention: Mention, sentence: int) -> Meant:
        """Find the body or the person that a definite phrase means: "the presidency", "the ministry", "the minister"."""
        plain = Meant(mention.name, mention.role, None)
        words_in = terms(mention.text)
        if not words_in or words_in[0] not in {"the", "this", "that"} or len(words_in) > 2:
            return plain
        rule = toml("parties")["stands_for"].get(mention.head)
        if rule is not None:
            return self._named_body(mention, rule) or plain
        holders = sorted(
            {name for name, role in self._roles.items() if _holds(role, mention.head) and self._before(name, mention.span.start)}
        )
        if len(holders) == 1 and mention.head in words("parties", "offices"):
            return Meant(holders[0], self.role(holders[0]), f"“{mention.text}”: {holders[0]} is the only {mention.head} named before")
        return plain

    def _before(self, name: str, at: int) -> bool:
        return any(known.name == name and known.start < at for known in (*self._seen, *self.heard))

    def _named_body(self, mention: Mention, rule: dict[str, list[str]]) -> Meant | None:
        fits = []
        for known in (*self._seen, *self.heard):
            found = terms(known.name)
            heads_in = [word for word in found if word in rule["heads"]]
            if known.start >= mention.span.start or not heads_in or (rule["with"] and not set(found) & set(rule["with"])):
                continue
            if len(found) > 1:
                fits.append(known)
        names = sorted({known.name for known in fits})
        if not names:
            return None
        last = max(fits, key=lambda known: known.start)
        if len(names) > 1 and last.sentence < max(known.sentence for known in self.heard or [last]) - WINDOW:
            return Meant(None, None, f"“{mention.text}” could be any of {len(names)}", tuple(names))
        return Meant(last.name, last.role, f"“{mention.text}” is the {mention.head} named before: {last.name}")


def _holds(role: str, head: str) -> bool:
    return head in terms(role)[-2:]


def _short_of(short: str, full: str) -> bool:
    """Tell whether a one-word name is the surname (last word) of a full name of a person."""
    parts = full.split()
    return len(parts) >= FEWEST_PARTS and len(short.split()) == 1 and fold(parts[-1]) == fold(short) and not _has_body(full)


def _has_body(name: str) -> bool:
    return bool(words("parties", "bodies") & set(terms(name)))


def fullest_names(named: tuple[Named, ...]) -> dict[str, str]:
    """Map each name to the fullest of the article that ends in the same words, where that is one ("Doe", "Ann Doe": "Ann Doe")."""
    names = sorted({item.mention.name for item in named})
    full: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if other != name and _short_of(name, other)]
        full[name] = longer[0] if len(longer) == 1 else name
    return full


def sort_of(name: str, mention: Mention) -> Sort:
    """Tell what a name is, as far as its form tells: a person, a body, a group of people, a place."""
    found = terms(name)
    if mention.person in {"he", "she"}:
        return "person"
    if _has_body(name):
        return "body"
    if fold(name) in state_names():
        return "place"
    if mention.kind == "nominal":
        return "group" if mention.person == "they" else "unknown"
    personal = (
        len(name.split()) >= FEWEST_PARTS and all(part[:1].isupper() or part.islower() for part in name.split()) and not name.isupper()
    )
    if personal or (mention.role is not None and len(found) >= 1):
        return "person"
    return "unknown"
