"""What is on record in a story, ready to ask: who speaks, in which claims, and how claims and names are put in a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.text.fold import fold, stems, terms
from dateline.words.loader import words
from dateline.words.places import states_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.likeness import Likeness
    from dateline.model.part import Part


LONGER = 2
"""Words by which a name may go on past a shorter form of it ("Halden Works", "Halden Works smelter"); beyond, it is another thing's."""


def same_party(one: str, other: str) -> bool:
    """Tell whether two names are one party as far as their words tell.

    They are where the one stands at the end, or as a proper name at the start, of the other.

    >>> same_party("Halden Works", "Halden Works smelter"), same_party("smelter", "Halden Works smelter"), same_party("Doe", "Ann Roe")
    (True, True, False)
    """
    short, long = sorted((terms(one), terms(other)), key=len)
    if not short:
        return False
    proper = min(one, other, key=len)[:1].isupper()
    starts = proper and len(short) > 1 and long[: len(short)] == short and len(long) - len(short) <= LONGER
    return long[-len(short) :] == short or starts


class Names:
    """Names ready to ask which of them are the same party as another, without comparing them all: by first and last word."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._places: dict[str, int] = {}
        self._by_end: dict[tuple[bool, str], list[str]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take in a name; a second time changes nothing."""
        found = terms(name)
        if name in self._places or not found:
            return
        self._places[name] = len(self._places)
        self._by_end.setdefault((False, found[0]), []).append(name)
        self._by_end.setdefault((True, found[-1]), []).append(name)

    def alike(self, name: str) -> list[str]:
        """Give the names that are the same party as this one, in the order in which they came."""
        found = terms(name)
        if not found:
            return []
        near = {*self._by_end.get((False, found[0]), ()), *self._by_end.get((True, found[-1]), ())}
        return sorted((other for other in near if same_party(other, name)), key=lambda other: self._places[other])


_SILENT = re.compile(
    r"[A-Z“\"‘'][^.!?\n]{0,160}?\b(?:"
    r"(?:did|has|have|had|does|do|would)\s+not\s+(?:immediately\s+|yet\s+|so far\s+)?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|comment(?:ed)?)"
    r"|(?:could|can)\s+not\s+(?:immediately\s+)?be\s+(?:immediately\s+)?reached"
    r"|(?:declined|refused)\s+to\s+(?:comment|answer|respond|say|be\s+interviewed|discuss)"
    r"|(?:had|has|gave)\s+no\s+(?:immediate\s+)?(?:comment|reply|response|answer)"
    r"|(?:didn[’']t|hasn[’']t|wouldn[’']t|couldn[’']t)\s+(?:immediately\s+)?(?:respond|reply|answer|return|comment|be\s+reached)"
    r")\b[^.!?\n]{0,160}"
)
"""A sentence that says that somebody gave no answer. Bounded, so that no text is read twice over."""

CLIPPED = 160
"""Characters of a quotation inside a question; longer ones are cut between words and closed with an ellipsis."""


@dataclass(frozen=True)
class Record:
    """What is on record in a story: its claims in order (rank of the article, then place), likenesses, parts, rank of each article."""

    claims: Sequence[Claim]
    likenesses: Sequence[Likeness]
    parts: Sequence[Part]
    rank: Mapping[str, int]
    texts: Mapping[str, str]
    heads: Mapping[str, int] = field(default_factory=dict)
    """Where the prose of each article begins, below headlines; an article without is all prose."""

    @cached_property
    def asked_of(self) -> tuple[Claim, ...]:
        """The claims that questions start from: those of the prose, for a headline says what the article says."""
        return tuple(claim for claim in self.claims if claim.content[-1].end > self.heads.get(claim.article, 0))

    @cached_property
    def inner(self) -> Mapping[str, Sequence[Claim]]:
        """The claims that stand within others, by article."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.inside is not None:
                found.setdefault(claim.article, []).append(claim)
        return found

    @cached_property
    def silences(self) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """By article, the sentences in which an outlet tells that somebody gave no answer, with their places."""
        found = {}
        for name, text in self.texts.items():
            told = tuple((match.start(), " ".join(match.group().split())) for match in _SILENT.finditer(text))
            if told:
                found[name] = told
        return found

    @cached_property
    def voices(self) -> Mapping[tuple[str, str | None], tuple[int, ...]]:
        """The sources, by name and role, with the places of their claims."""
        found: dict[tuple[str, str | None], list[int]] = {}
        for place, claim in enumerate(self.claims):
            if claim.voice == "source":
                for party in claim.speakers:
                    found.setdefault((party.name, party.role), []).append(place)
        return {voice: tuple(places) for voice, places in found.items()}

    @cached_property
    def speakers(self) -> Names:
        """The names of all sources."""
        return Names(name for name, _ in self.voices)

    @cached_property
    def quoted(self) -> Names:
        """The names of all who speak, or through whom words came."""
        return Names(party.name for claim in self.claims for party in (*claim.speakers, *claim.via))

    @cached_property
    def known(self) -> Names:
        """The names of those whom the articles know as parties: with words that name them, or with a role."""
        return Names(
            party.name for claim in self.claims for party in (*claim.speakers, *claim.targets, *claim.to) if party.mention or party.role
        )

    @cached_property
    def telling(self) -> Mapping[str, frozenset[str]]:
        """The stems of the telling words of each claim, by its id."""
        leave = words("grammar", "function")
        return {claim.id: frozenset(stems(claim.text, leave)) for claim in self.claims}

    @cached_property
    def alike(self) -> Mapping[str, Sequence[tuple[Likeness, Claim]]]:
        """The claims that were held beside each claim, by its id."""
        found: dict[str, list[tuple[Likeness, Claim]]] = {}
        for likeness in self.likenesses:
            for here, there in ((likeness.one, likeness.other), (likeness.other, likeness.one)):
                if there in self.by_id:
                    found.setdefault(here, []).append((likeness, self.by_id[there]))
        return found

    @cached_property
    def denied(self) -> bool:
        """Whether anybody in the story denies anything."""
        return any(claim.act == "denial" for claim in self.claims)

    @cached_property
    def _own(self) -> dict[str, tuple[Claim, ...]]:
        return {}

    def own(self, name: str) -> tuple[Claim, ...]:
        """Give the claims of a party, or of another voice of the same state as a state's name, in order."""
        if name not in self._own:
            states, alike = states_of(name), set(self.speakers.alike(name))
            places = {
                place
                for (speaker, role), found in self.voices.items()
                if speaker in alike or (states and states & states_of(f"{role or ''} {speaker}"))
                for place in found
            }
            self._own[name] = tuple(self.claims[place] for place in sorted(places))
        return self._own[name]

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    def claim(self, claim_id: str) -> Claim:
        """Give the claim with this id."""
        return self.by_id[claim_id]

    @cached_property
    def definite(self) -> frozenset[str]:
        """The names that the articles write with "the"."""
        found = set()
        for claim in self.claims:
            for party in (*claim.speakers, *claim.targets, *claim.to, *claim.via):
                for span in party.mention:
                    words_in = " ".join(span.of(self.texts[span.source]).split())
                    if words_in.lower().startswith("the ") and fold(words_in[4:]).startswith(fold(party.name)[:12]):
                        found.add(fold(party.name))
        for part in self.parts:
            text, start = self.texts[part.article], part.span.start
            if f"{text[max(0, start - 4) : start]}{part.span.of(text)}".lower().lstrip().startswith("the "):
                found.add(fold(part.name))
        return frozenset(found)

    def called(self, name: str) -> str:
        """Give a name as it stands in a sentence: with "the" where the articles write it so."""
        return f"the {name}" if fold(name) in self.definite else name

    def who(self, claim: Claim) -> str:
        """Give the speakers as they stand in a sentence, or say that there are none."""
        return " and ".join(self.called(party.name) for party in claim.speakers) or "no named source"

    def cue_of(self, claim: Claim) -> str:
        """Give the words of the cue."""
        return " ".join(span.of(self.texts[claim.article]) for span in claim.cue)

    def whole_of(self, claim: Claim) -> str | None:
        """Give source, cue and content in one piece, as the article has them; None where they do not stand close together in that order."""
        parts = sorted([*claim.source[:1], *claim.cue, *claim.content])
        if not claim.source or not claim.cue or parts[0] != claim.source[0] or parts[1] not in claim.cue:
            return None
        if any(second.start - first.end > NEAR for first, second in pairwise(parts)):
            return None
        return clipped(self.texts[claim.article][parts[0].start : parts[-1].end])

    def words_of(self, claim: Claim) -> str:
        """Give the words that show a claim: its content; where that is no clause of its own ("accused X of Y"), from the cue on."""
        start = claim.content[0].start
        if (
            claim.manner != "direct"
            and claim.cue
            and claim.source
            and claim.cue[0].end <= start <= claim.cue[-1].end + NEAR
            and claim.act not in STATED
        ):
            start = claim.cue[0].start
        return clipped(self.texts[claim.article][start : claim.content[-1].end])


NEAR = 40
"""Characters between cue and content up to which the two are quoted in one piece."""
STATED = frozenset({"statement", "estimate", "belief"})
"""Acts whose content is a clause of its own."""


def clipped(words_of: str) -> str:
    """Give words on one line, clipped between words, their outer quotation marks left out where both are there."""
    line = " ".join(words_of.split()).rstrip(" ,")
    if line[:1] in "“\"‘'" and line[-1:] in "”\"’'" and not set(line[1:-1]) & set('“”"'):
        line = line[1:-1].rstrip(" ,")
    if len(line) <= CLIPPED:
        return line
    return line[:CLIPPED].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def quoted(words_of: str) -> str:
    """Put words between quotation marks; marks within become single ones."""
    return "“" + words_of.replace("“", "‘").replace("”", "’").replace('"', "'") + "”"


def capital(text: str) -> str:
    """Begin a sentence with what may begin small."""
    return text[:1].upper() + text[1:]
