"""Who gives an account, and what kind of party that is: an office that counts, a rival, one who counts for themselves, the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.text.fold import fold, terms
from dateline.weigh.record import Names, same_party
from dateline.words.loader import words
from dateline.words.places import state_names, states_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.figure import Figure
    from dateline.model.party import Party

Standing = Literal["official", "rival", "expert", "outlet", "other"]

KINDS: tuple[Standing, ...] = ("rival", "expert", "official")
"""In this order a name is looked up: "court of auditors", "lawyers' guild" and "workers' ministry" by their heads first."""


def standing(claim: Claim) -> Standing:
    """Tell of what kind the party is that gives an account; of several, the first that is known.

    A name goes by its head noun ("the miners' union"), else by any word of it, else by the role.
    """
    if not claim.speakers:
        return "outlet"
    found = [kind for party in claim.speakers if (kind := _kind(party)) is not None]
    return found[0] if found else "other"


def _kind(party: Party) -> Standing | None:
    name = terms(party.name)
    head = [word for phrase in (party.name.split(" of ")[0],) for word in terms(phrase)[-1:]]
    # a person goes by the role: "Paolo Reyk, union leader" speaks for the union, whatever else it makes him
    role = terms(party.role or "")
    rest = [word for word in name if word not in head]
    for listed in (role, head, rest):
        for kind in KINDS:
            if words("weigh", kind) & set(listed):
                # "court of auditors", "board of scientists": an office by name, and yet one that counts for itself
                return "expert" if kind == "official" and listed is head and words("weigh", "expert") & set(rest) else kind
    return None


def one_voice(one: Claim, other: Claim) -> bool:
    """Tell whether the same party gives both: by name, a body and who speaks for it, or a state and its organ; the outlet is one voice."""
    if not one.speakers or not other.speakers:
        return not one.speakers and not other.speakers
    return any(_one_party(a, b) for a in one.speakers for b in other.speakers)


def _one_party(one: Party, other: Party) -> bool:
    if fold(one.name) == fold(other.name) or same_party(one.name, other.name):
        return True
    return _speaks_for(one, other) or _speaks_for(other, one) or _of_state(one, other) or _of_state(other, one)


def _speaks_for(person: Party, body: Party) -> bool:
    """Tell whether the role of the one ("the ministry's spokesman") names the body that the other is."""
    return bool(set(terms(person.role or "")) & set(terms(body.name)) & words("parties", "bodies"))


def _of_state(state: Party, organ: Party) -> bool:
    """Tell whether the one is a state and the other an organ of it: of its name, or a bare "government"."""
    if fold(state.name) not in state_names() or not words("weigh", "official") & set(terms(f"{organ.role or ''} {organ.name}")):
        return False
    named = states_of(organ.name)
    return not named or bool(named & states_of(state.name))


def voices(figures: Sequence[Figure], claims: Mapping[str, Claim]) -> list[list[Figure]]:
    """Part figures by who gives them, each list in the order given. Names that are one party are looked up, not compared one by one."""
    found: list[list[Figure]] = []
    known: dict[str, int] = {}
    names = Names()
    first: list[Claim] = []
    for figure in figures:
        claim = claims[figure.claim or ""]
        place = _place(claim, known, names, first)
        if place is None:
            place = len(found)
            found.append([])
            first.append(claim)
        found[place].append(figure)
        for party in claim.speakers:
            known.setdefault(fold(party.name), place)
            names.add(party.name)
        if not claim.speakers:
            known[""] = place
    return found


FEW = 12
"""Voices of one count up to which roles are compared one by one; a story with more names its bodies often enough."""


def _place(claim: Claim, known: Mapping[str, int], names: Names, first: Sequence[Claim]) -> int | None:
    """Give the place of the voice that a claim belongs to."""
    if not claim.speakers:
        return known.get("")
    for party in claim.speakers:
        alike = [fold(party.name), *(fold(name) for name in names.alike(party.name))]
        place = next((known[name] for name in alike if name in known), None)
        if place is not None:
            return place
    return next((n for n, other in enumerate(first[:FEW]) if other.speakers and one_voice(claim, other)), None)
