"""One name for one party, across the articles of a story.

Within an article `mark` has tied pronouns, surnames and short forms to the fullest form there. Here the fullest form of the
whole story is found: "Moreau" in one article is "Claire Moreau" in another, if no other Moreau is named; "the office of the mayor"
and "the mayor's office" are one. An office and its holder, and two people of one surname, stay apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.link.names import spelling_key
from dateline.model.claim import Claim
from dateline.model.party import Party
from dateline.text.fold import fold, terms
from dateline.words.loader import words


def name_key(name: str) -> tuple[str, ...]:
    """Give what makes two written forms one name: the telling words, sorted, where the phrase is headed by a body; else in order.

    The title of a body's holder tells nothing where the holder is named.

    >>> name_key("office of Mayor Ann Doe") == name_key("Ann Doe’s office"), name_key("office of the mayor") == name_key("office")
    (True, False)
    """
    telling = [word for word in terms(spelling_key(name)) if word not in {"the", "of", "a", "an", "and"}]
    if not words("parties", "bodies") & set(telling):
        return tuple(telling)
    untitled = [word for word in telling if word not in words("titles", "titles")]
    return tuple(sorted(untitled if len(untitled) >= WITH_HOLDER else telling))


WITH_HOLDER = 3
"""Telling words of a body that is named by its holder's first and last name: those two and its own."""


def is_body(name: str) -> bool:
    """Tell whether the phrase names a body (an office, a ministry) rather than a person."""
    return bool(words("parties", "bodies") & set(terms(name)))


def fullest(parties: Iterable[Party]) -> dict[str, str]:
    """Map every name used in a story to the fullest name of the same party."""
    names = sorted({party.name for party in parties}, key=lambda name: (-len(terms(name)), -len(name), name))
    by_key: dict[tuple[str, ...], str] = {}
    for name in names:
        by_key.setdefault(name_key(name), name)
    full: dict[str, str] = {}
    for name in names:
        full[name] = by_key[name_key(name)]
    full |= _with_middle(names)
    surnames: dict[str, set[str]] = {}
    for name in sorted(set(full.values())):
        parts = name.split()
        if len(parts) > 1 and all(part[:1].isupper() for part in parts) and not is_body(name):
            surnames.setdefault(fold(parts[-1]), set()).add(name)
    for name in names:
        if len(name.split()) == 1 and fold(name) in surnames and name[:1].isupper():
            holders = surnames[fold(name)]
            if len(holders) == 1:
                full[name] = next(iter(holders))
    return full | _bodies_by_head(full)


def _bodies_by_head(full: Mapping[str, str]) -> dict[str, str]:
    """Give a body named by its bare head ("council") the one fuller name of the story that ends in it ("town council")."""
    found = {}
    for name in sorted(full):
        if name.islower() and len(name.split()) == 1 and is_body(name):
            longer = {whole for whole in full.values() if terms(whole)[-1:] == [name] and len(terms(whole)) > 1}
            if len(longer) == 1:
                found[name] = next(iter(longer))
    return found


def _with_middle(names: Sequence[str]) -> dict[str, str]:
    """Map a person's first and last name to the one longer name that begins and ends so ("Ann Doe": "Ann B. Doe")."""
    longer: dict[tuple[str, str], list[str]] = {}
    for name in names:
        parts = fold(name).split()
        if len(parts) > FIRST_AND_LAST and not is_body(name):
            longer.setdefault((parts[0], parts[-1]), []).append(name)
    found = {}
    for name in names:
        parts = fold(name).split()
        whole = longer.get((parts[0], parts[-1]), []) if len(parts) == FIRST_AND_LAST else []
        if len({fold(other) for other in whole}) == 1:
            found[name] = whole[0]
    return found


FIRST_AND_LAST = 2
"""Words of a name without a middle one."""


def roles(claims: Iterable[Claim], full: Mapping[str, str]) -> dict[str, str]:
    """Give each fullest name the longest role that the story gives it."""
    found: dict[str, str] = {}
    for claim in claims:
        for party in (*claim.speakers, *claim.targets, *claim.to, *claim.via):
            name = full.get(party.name, party.name)
            if party.role is not None and (len(party.role), party.role) > (len(found.get(name, "")), found.get(name, "")):
                found[name] = party.role
    return found


def unify(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give the claims of a story with each party under its fullest name, and its role where the story states one."""
    listed = tuple(claims)
    everyone = [party for claim in listed for party in (*claim.speakers, *claim.candidates, *claim.via, *claim.to, *claim.targets)]
    full = fullest(everyone)
    known = roles(listed, full)

    def named(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(_named(party, full, known) for party in parties)

    return tuple(
        replace(
            claim,
            speakers=named(claim.speakers),
            candidates=named(claim.candidates),
            via=named(claim.via),
            to=named(claim.to),
            targets=named(claim.targets),
        )
        for claim in listed
    )


def _named(party: Party, full: Mapping[str, str], known: Mapping[str, str]) -> Party:
    name = full.get(party.name, party.name)
    why = party.resolved_by
    if name != party.name and why is None:
        why = f"“{party.name}” is “{name}” elsewhere in the story, and nobody else there bears the name"
    return replace(party, name=name, role=party.role or known.get(name), resolved_by=why)
