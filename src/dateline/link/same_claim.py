"""Tell whether two claims of two articles say the same thing.

The contents are compared by their telling words (function words left out, endings cut), weighed by how many words tell
anything; the speakers must be the same party, or one of them the state and the other one of its organs, and the numbers must agree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.claim import Claim
from dateline.model.likeness import Likeness, Tie
from dateline.model.reason import Reason
from dateline.text.fold import fold, stems, terms
from dateline.words.loader import words
from dateline.words.places import state_names, states_of

REWORDED = 0.55
"""Least share of the shorter claim's telling words that must stand in the longer one, between claims of one party."""
REWORDED_APART = 0.75
"""The same between a state and one of its organs, or where neither claim names a source: nothing but the words ties them."""
REPEATED = 0.85
"""From this share of all telling words on, two claims are the same words rather than another wording."""
BARS: dict[Tie, float] = {"same": REWORDED, "organ": REWORDED_APART, "none": REWORDED_APART, "other": 2.0}
"""The bar by how the speakers are tied; different speakers never say the same claim, however alike the words."""
SHORT_SHARED = 0.6
"""Share of all telling words that two claims of fewer than `FEWEST` must have in common."""
FEWEST = 3
"""A claim of fewer telling words says too little to be recognised by them."""


COMMON = 60
"""A word that so many claims of a story hold tells nothing of any two of them (keeps the comparison near linear)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What of a clause is compared: the stems of its telling words and its numbers, the numbers alone, whether it is negated."""

    stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a claim is compared: it as a whole, and clause by clause; and who speaks (folded names)."""

    claim: Claim
    whole: Clause
    clauses: tuple[Clause, ...]
    speakers: tuple[str, ...]
    roles: tuple[str, ...]


def gist(claim: Claim, content: str) -> Gist:
    """Boil a claim down; `content` is the text of its content spans."""
    parts = [part for part in _CLAUSES.split(content) if part.strip()]
    whole = _clause(content)
    clauses = tuple(_clause(part) for part in parts) if len(parts) > 1 else (whole,)
    return Gist(
        claim,
        whole,
        tuple(clause for clause in clauses if len(clause.stems) >= FEWEST) or (whole,),
        tuple(fold(party.name) for party in claim.speakers),
        tuple(fold(party.role or "") for party in claim.speakers),
    )


_CLAUSES = re.compile(r"[,;:—–]\s+(?:but|while|although|though|and\s+(?:he|she|it|they|we|that))\b|;\s|[.!?…][\"'”’»)\]]*\s")
"""Where one content says two things: each may be repeated without the other."""


def _clause(text: str) -> Clause:
    found = terms(text)
    numbers = frozenset(word.rstrip(".,") for word in found if word[0].isdigit())
    telling = frozenset(word for word in stems(text, words("grammar", "function")) if not word[0].isdigit()) | numbers
    negated = bool(words("grammar", "negation") & set(found)) or "n't" in fold(text)
    return Clause(telling, numbers, negated)


def compare(one: Gist, other: Gist) -> Likeness:
    """Hold two claims side by side, and of their clauses the two that are most alike."""
    tie = speakers_tie(one.speakers, other.speakers)
    if tie == "other" and (_speaks_for(one, other) or _speaks_for(other, one)):
        tie = "organ"
    return max(
        (_likeness(one, other, a, b, tie) for a in one.clauses for b in other.clauses),
        key=lambda found: (found.same, found.contained, found.shared),
    )


def _likeness(one: Gist, other: Gist, first: Clause, second: Clause, tie: Tie) -> Likeness:
    common = first.stems & second.stems
    least = min(len(first.stems), len(second.stems))
    contained = len(common) / least if least else 0.0
    shared = len(common) / len(first.stems | second.stems) if least else 0.0
    numbers_differ = not (first.numbers <= second.numbers or second.numbers <= first.numbers)
    negated_apart = first.negated != second.negated and one.whole.negated != other.whole.negated
    alike = contained >= BARS[tie] and len(common) >= FEWEST if least >= FEWEST else _short_and_equal(least, contained, shared, tie)
    same = alike and not numbers_differ and not negated_apart
    reason = Reason("link.same-claim", f"{len(common)} of {least} telling words shared, {_TIES[tie]}")
    return Likeness(
        one.claim.id, other.claim.id, contained, shared, tie, same, same and shared >= REPEATED, numbers_differ, negated_apart, reason
    )


def _short_and_equal(least: int, contained: float, shared: float, tie: Tie) -> bool:
    """Tell whether one party says a short thing again ("it had not yet received the list") with at most a word more."""
    return tie == "same" and least == FEWEST - 1 and contained == 1.0 and shared >= SHORT_SHARED


_TIES: dict[Tie, str] = {
    "same": "the same speaker",
    "organ": "a body and one who speaks for it",
    "none": "neither names a source",
    "other": "different speakers",
}


def _speaks_for(person: Gist, body: Gist) -> bool:
    """Tell whether a role of the one ("the cooperative's president") names the body that the other is."""
    bodies = words("parties", "bodies")
    return any(bodies & set(terms(role)) & set(terms(name)) for role in person.roles for name in body.speakers)


def speakers_tie(one: Sequence[str], other: Sequence[str]) -> Tie:
    """Tell how the speakers of two claims (folded names) stand to each other: "same", "organ", "none" or "other"."""
    if not one and not other:
        return "none"
    if not one or not other:
        return "other"
    if set(one) & set(other):
        return "same"
    if any(_state_and_organ(a, b) or _state_and_organ(b, a) or _some_of(a, b) or _some_of(b, a) for a in one for b in other):
        return "organ"
    return "other"


def _state_and_organ(state: str, organ: str) -> bool:
    """Tell whether `state` is the name of a country or its capital, and `organ` a phrase headed by a public body."""
    if state not in state_names() or organ in state_names():
        return False
    named = states_of(organ)
    return bool(_ORGANS & set(terms(organ))) and (not named or bool(named & states_of(state)))


def _some_of(plain: str, named: str) -> bool:
    """Tell whether people are named barely here and more closely there: "farmers" and "farmers of the lower valley"."""
    few, many = terms(plain), terms(named)
    if len(few) != 1 or len(many) <= 1 or not (few[0] in words("parties", "people") or few[0].endswith("ers")):
        return False
    return many[-1:] == few or (many[:1] == few and many[1] in _OF)


_OF = frozenset({"of", "in", "on", "from", "at", "near", "along"})


_ORGANS = frozenset(
    {"office", "ministry", "government", "presidency", "army", "military", "parliament", "administration", "authorities", "forces"}
)


def likenesses(gists: Sequence[Gist], least: float = 0.4) -> tuple[Likeness, ...]:
    """Compare every two claims of a story that share telling words; keep those with at least `least` of the shorter contained.

    `one` is the claim whose article id, then place, sorts first. Candidates come from an index of words, rarest first; a word in more than
    `COMMON` claims brings no candidates.
    """
    listed = sorted(gists, key=lambda item: (item.claim.article, item.claim.content[0].start, item.claim.id))
    index: dict[str, list[int]] = {}
    for place, item in enumerate(listed):
        for word in sorted(item.whole.stems):
            index.setdefault(word, []).append(place)
    near: dict[tuple[int, int], int] = {}
    for places in index.values():
        if len(places) > COMMON:
            continue
        for a, first in enumerate(places):
            for second in places[a + 1 :]:
                near[first, second] = near.get((first, second), 0) + 1
    found = [compare(listed[first], listed[second]) for (first, second), count in sorted(near.items()) if count >= FEWEST - 1]
    return tuple(likeness for likeness in found if likeness.contained >= least)
