"""Who is in an article: one member for each party named, with all its names, what it is, and what it is called.

Names are tied by their words: "Doe", "Ann Doe" and "Ann B. Doe" are one, where nobody else bears the name; a family name may stand
first ("Mr. Ha", "Ha Minh"). What a name is (person, body, place) is told by titles, given names and heads of bodies; whether "he" or
"she" fits, by title, given name, or the pronouns that stand with the name alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dateline.text.fold import fold, terms
from dateline.words.given import given_names, person_of
from dateline.words.loader import words
from dateline.words.places import state_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.mark.mentions import Named
    from dateline.model.party import Mention, Person

Sort = Literal["person", "body", "group", "place", "unknown"]

FEWEST_PARTS = 2
"""A name of two words or more, none of them a body or a place, is taken for a person's."""
MOST = 100
"""Members of one word or calling that are looked at: bounds the work in a text that is all names."""
LONGEST_END = 3
"""Words of the longest end of a name that may stand for the whole: "Wasserman Schultz", "New Harbour Bank"."""
_HONORIFICS = {"mr", "mrs", "ms", "dr", "sir", "sen", "gov", "rep", "president", "senator", "governor", "secretary"}
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass(slots=True, eq=False)
class Member:
    """One party: its fullest name, what it is (`sure`: by more than the form of the name), the pronoun that fits, what it is called.

    `count` is how often it is named, `bare` how often so far by a single word that others bear too; `full` is where it is
    first named in full.
    """

    name: str
    sort: Sort
    sure: bool = False
    person: Person | None = None
    role: str | None = None
    first: int = 0
    count: int = 0
    bare: int = 0
    full: int | None = None
    callings: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()


class Cast:
    """The members of one article, found by any of their names."""

    def __init__(self, named: Sequence[Named], bodies: Sequence[Named] = ()) -> None:
        prose = {fold(item.mention.name) for item in named if not item.headline}
        kept = [item for item in named if not item.headline or fold(item.mention.name) in prose or _given(item.mention.name)]
        self.short = _Short(sorted({item.mention.name for item in kept}))
        self.members: dict[str, Member] = {}
        self._owners: dict[str, str] = {}
        places = Counter(item.mention.name for item in kept if item.place)
        every = Counter(item.mention.name for item in kept)
        seats = {name for name, times in places.items() if times * 2 >= every[name]}
        for item in kept:
            self._note(item, seats)
        for item in bodies:
            owner = self._owner(item)
            if owner is not None:
                self._owners[fold(item.mention.name)] = f"{possessive(owner.name)} {item.mention.head}"
            self._note(item, seats)
        self._by_word: dict[str, list[Member]] = {}
        self._by_calling: dict[str, list[Member]] = {}
        for member in self.members.values():
            member.person = member.person or _by_given_name(member)
            self._index(member)

    def _index(self, member: Member) -> None:
        for word in sorted(member.words):
            self._by_word.setdefault(word, []).append(member)
        if member.sort == "person":
            for word in sorted(member.callings):
                self._by_calling.setdefault(word, []).append(member)

    def with_words(self, heads: Iterable[str], before: int) -> list[Member]:
        """Give the members with one of the words in their names that are named before an offset; of very many, the first."""
        found = {member.name: member for head in heads for member in self._by_word.get(head, ())[:MOST] if member.first < before}
        return list(found.values())

    def called(self, head: str, before: int) -> list[Member]:
        """Give the persons called by a noun that are named before an offset; of very many, the first."""
        return [member for member in self._by_calling.get(head, ())[:MOST] if member.first < before]

    def _owner(self, item: Named) -> Member | None:
        """Give the person whose a body is: of "Doe's new campaign", Ann Doe."""
        parts = item.mention.name.replace("’", "'").replace("'s ", " ").replace("' ", " ").split()
        named = [part for part in parts if part[:1].isupper() and part.lower().rstrip(".") not in _HONORIFICS]
        member = self.of(" ".join(named)) if named else None
        return member if member is not None and member.sort == "person" else None

    def _full(self, name: str) -> str | None:
        return self._owners.get(fold(name)) or self.short.full(name)

    def _note(self, item: Named, seats: set[str]) -> None:
        mention = item.mention
        full = self._full(mention.name)
        if full is None:
            return
        member = self.members.get(full)
        if member is None:
            member = self.members[full] = Member(full, sort_of(full), first=mention.span.start, words=frozenset(terms(full)))
            if mention.name in seats and not _given(full):
                member.sort = "place"
            if mention.person == "they" and member.sort == "unknown":
                member.sort = "group"
            member.sure = member.sort in {"body", "place", "group"} or _given(full)
        member.count += 1
        if member.full is None and mention.name.count(" ") >= full.count(" ") > 0:
            member.full = mention.span.start
        member.callings.update(item.callings)
        if mention.role is not None and len(mention.role) > len(member.role or ""):
            member.role = mention.role
        personal = mention.role is not None or bool(words("titles", "titles").intersection(item.callings))
        if personal and member.sort in {"unknown", "person"}:
            member.sort, member.sure = "person", True
        if member.person is None:
            member.person = mention.person if mention.person in {"he", "she"} else _by_callings(item.callings, member.sort)

    def of(self, name: str) -> Member | None:
        """Give the member that a name means; None where it is unknown or several bear it."""
        full = self._full(name)
        return None if full is None else self.members.get(full)

    def knows(self, name: str) -> bool:
        """Tell whether the name is one of the cast's, in full or short."""
        return self.of(name) is not None or bool(self.short.holders(name))

    def add(self, name: str, mention: Mention) -> Member:
        """Give the member of that name, or a new one: somebody who is spoken of by a phrase ("the organiser")."""
        found = self.of(name)
        if found is None:
            found = self.members.get(name)
        if found is None:
            sort = sort_of(name, mention)
            found = Member(name, sort, sort != "unknown", mention.person, mention.role, mention.span.start, words=frozenset(terms(name)))
            found.callings.update(terms(mention.role or ""))
            self.members[name] = found
            self._index(found)
        return found

    def holders(self, name: str) -> list[str]:
        """Give the full names that a short name may stand for."""
        return self.short.holders(name)


class _Short:
    """From short names to full ones, by last and by first words. Names are compared by their telling words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._full: dict[tuple[str, ...], str] = {}
        self._ends: dict[tuple[str, ...], set[str]] = {}
        self._begins: dict[str, set[str]] = {}
        self._told: dict[str, str | None] = {}
        alike: dict[tuple[str, str], list[str]] = {}
        for name in names:
            own = _parts(name)
            if len(own) >= FEWEST_PARTS:
                alike.setdefault((own[0], own[-1]), []).append(name)
        for (first, _), group in alike.items():
            best = max(group, key=lambda name: (len(name.split()), len(name), name))
            for name in group:
                full = best if set(_parts(name)) <= set(_parts(best)) else name
                self._full[_parts(name)] = full
                self._enter(full, first)

    def _enter(self, name: str, first: str) -> None:
        own = _parts(name)
        for length in range(1, min(len(own), LONGEST_END + 1)):
            self._ends.setdefault(own[-length:], set()).add(name)
        if not has_body(name):
            self._begins.setdefault(first, set()).add(name)

    def full(self, name: str) -> str | None:
        """Give the fullest form of a name; None where several bear it."""
        if name not in self._told:
            self._told[name] = self._find(name)
        return self._told[name]

    def _find(self, name: str) -> str | None:
        own = _parts(name)
        if len(own) == FEWEST_PARTS and own in self._full and own[0] in given_names():
            return self._full[own]
        holders = self.holders(name)
        if len(holders) == 1:
            return self._full.get(_parts(holders[0]), holders[0])
        return None if holders else self._full.get(own, name)

    def holders(self, name: str) -> list[str]:
        """Give the longer names that end in this one, or, of a single word, begin with it."""
        own = _parts(name)
        if len(own) == 1 and (has_body(name) or fold(name) in state_names()):
            return []
        holders = sorted(other for other in self._ends.get(own, ()) if len(own) > 1 or not has_body(other))
        if not holders and len(own) == 1:
            holders = sorted(self._begins.get(own[0], ()))
        return [other for other in holders if other != name]


def _parts(name: str) -> tuple[str, ...]:
    """Give the telling words of a name: no initial, no "Jr."."""
    found = [word for word in terms(name) if len(word) > 1 and word not in _SUFFIXES]
    return tuple(found or terms(name) or [fold(name)])


def possessive(name: str) -> str:
    """Give the possessive of a name.

    >>> possessive("Ann Doe"), possessive("Tom Bowles")
    ('Ann Doe’s', 'Tom Bowles’')
    """
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def has_body(name: str) -> bool:
    """Tell whether a word of the name is the head of a body: "ministry", "council"."""
    return not words("parties", "bodies").isdisjoint(terms(name))


def _given(name: str) -> bool:
    own = terms(name)
    return len(own) >= FEWEST_PARTS and own[0] in given_names() and not has_body(name)


def _is_outlet(name: str) -> bool:
    own = terms(name)
    return len(own) >= FEWEST_PARTS and own[-1] in words("titles", "outlets") and own[0] not in given_names()


def _by_given_name(member: Member) -> Person | None:
    own = terms(member.name)
    return person_of(own[0]) if member.sort == "person" and len(own) >= FEWEST_PARTS else None


def _by_callings(called: tuple[str, ...], sort: Sort) -> Person | None:
    """Tell man from woman by the nouns that a name is called by, if it is a person's."""
    if sort not in {"person", "unknown"} or not called:
        return None
    women, men = words("titles", "women"), words("titles", "men")
    she, he = any(word in women for word in called), any(word in men for word in called)
    return None if she == he else "she" if she else "he"


def sort_of(name: str, mention: Mention | None = None) -> Sort:
    """Tell what a name is, as far as its form tells: a person, a body, a group of people, a place."""
    if mention is not None and mention.person in {"he", "she"}:
        return "person"
    if mention is not None and mention.person == "they" and mention.kind == "nominal" and mention.head not in words("parties", "bodies"):
        return "group"
    if has_body(name) or _is_outlet(name):
        return "body"
    if fold(name) in state_names():
        return "place"
    if mention is not None and mention.kind == "nominal":
        return "person" if mention.head in words("titles", "titles") else "unknown"
    parts = name.split()
    personal = len(parts) >= FEWEST_PARTS and all(part[:1].isupper() or part.islower() for part in parts) and not name.isupper()
    return "person" if personal or (mention is not None and mention.role is not None) else "unknown"
