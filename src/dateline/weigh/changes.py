"""What each article adds to the state of its story before it. Only what is observed is stated."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.model.change import Change, ChangeKind
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.dispute import Dispute
    from dateline.model.likeness import Likeness
    from dateline.weigh.frames import Dating

UPDATED = 0.6
"""Share of the shorter claim's telling words that makes a claim with another number the same claim, updated."""

RULES = (
    Rule(
        "changes.repeated",
        "the same claim in the same words",
        "The council said the old bridge would stay shut until May. // The council said the old bridge would stay shut until May.",
        "The council said the old bridge would stay shut until May. // The council said the new ferry would sail on Sunday.",
    ),
    Rule(
        "changes.reworded",
        "the same claim in other words",
        "The council said the old bridge would stay shut until May. // "
        "The council said the old bridge across the river would have to stay shut until the end of May.",
        "The council said the old bridge would stay shut until May. // The council said the old bridge would stay shut until May.",
    ),
    Rule(
        "changes.updated",
        "the same claim with another number",
        "The council said the storm destroyed 12 homes in the harbour. // The council said the storm destroyed 15 homes in the harbour.",
        "The council said the storm destroyed 12 homes in the harbour. // The council said the storm destroyed 12 homes in the harbour.",
    ),
    Rule(
        "changes.conflicting",
        "another account of what was said before",
        "The council said the storm destroyed 12 homes in the harbour. // "
        "The council says the storm destroyed 12 homes in the harbour. Residents say the storm destroyed 40 homes in the harbour.",
        "The council said the storm destroyed 12 homes in the harbour. // Residents said the storm destroyed 12 homes in the harbour.",
    ),
    Rule(
        "changes.dropped",
        "in a version of a piece, and not in the next one",
        "The council said the old bridge would stay shut until May. // Rain fell on the old bridge.",
        "The council said the old bridge would stay shut until May. // The council said the old bridge would stay shut until May.",
    ),
    Rule(
        "changes.new",
        "nothing before it says this",
        "The council said the old bridge would stay shut until May. // The mayor said she would resign.",
        "The council said the old bridge would stay shut until May. // The council said the old bridge would stay shut until May.",
    ),
)
"""Examples are articles parted by " // ", the earlier one first; those of `changes.dropped` are versions of one piece."""


def changes(
    claims: Sequence[Claim],
    dated: Dating,
    likenesses: Sequence[Likeness],
    disputes: Sequence[Dispute],
    chains: Sequence[Sequence[str]] = (),
) -> tuple[Change, ...]:
    """Compare the outermost claims of each article with those of all articles known to be before it.

    Articles that cannot be put in order with any other are compared with none: what is new in them cannot be told. `chains` are the
    ids of the versions of one piece, earliest first: only between two of them is it said that a claim was dropped.
    """
    first: dict[str, int] = {}
    rank = {}
    for place, name in enumerate(dated.order):
        component = dated.frames[name].component
        rank[name] = place - first.setdefault(component, place)
    by_id = {claim.id: claim for claim in claims}
    alike: dict[str, list[tuple[Likeness, Claim]]] = {}
    for likeness in likenesses:
        for here, there in ((likeness.one, likeness.other), (likeness.other, likeness.one)):
            before = by_id.get(there)
            if here in by_id and before is not None and _before(before, by_id[here], rank, dated):
                alike.setdefault(here, []).append((likeness, before))
    told = [
        _change(claim, alike.get(claim.id, []), _rivals(claim, disputes, by_id, rank, dated), rank)
        for claim in sorted(claims, key=lambda claim: (rank[claim.article], claim.content[0].start, claim.id))
        if claim.inside is None and rank[claim.article] > 0
    ]
    return (*told, *_dropped(claims, likenesses, chains))


def _dropped(claims: Sequence[Claim], likenesses: Sequence[Likeness], chains: Sequence[Sequence[str]]) -> list[Change]:
    """Find what stands in a version of a piece and in no words of the next one."""
    kept: dict[str, set[str]] = {}
    by_id = {claim.id: claim for claim in claims}
    for likeness in likenesses:
        if likeness.contained >= UPDATED and likeness.one in by_id and likeness.other in by_id:
            kept.setdefault(likeness.one, set()).add(by_id[likeness.other].article)
            kept.setdefault(likeness.other, set()).add(by_id[likeness.one].article)
    outermost: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.inside is None:
            outermost.setdefault(claim.article, []).append(claim)
    found = []
    for chain in chains:
        for before, after in pairwise(chain):
            same = {fold(claim.text) for claim in outermost.get(after, ())}
            for claim in sorted(outermost.get(before, ()), key=lambda claim: (claim.content[0].start, claim.id)):
                if after not in kept.get(claim.id, ()) and fold(claim.text) not in same:
                    says = "it stood in the piece, and does not in its next version"
                    found.append(Change("dropped", claim.id, None, Reason("changes.dropped", says)))
    return found


def _before(one: Claim, other: Claim, rank: Mapping[str, int], dated: Dating) -> bool:
    """Tell whether the article of `one` is known to come before that of `other`."""
    together = dated.frames[one.article].component == dated.frames[other.article].component
    return together and rank[one.article] < rank[other.article]


def _change(
    claim: Claim, alike: Sequence[tuple[Likeness, Claim]], rivals: Sequence[tuple[ChangeKind, Claim, Dispute]], rank: Mapping[str, int]
) -> Change:
    same = [(likeness, before) for likeness, before in alike if likeness.same]
    if same:
        likeness, before = max(same, key=lambda row: (row[0].repeated, rank[row[1].article], row[0].contained, row[0].shared, row[1].id))
        kind: ChangeKind = "repeated" if likeness.repeated else "reworded"
        return Change(kind, before.id, claim.id, Reason(f"changes.{kind}", likeness.reason.says))
    if rivals:
        # what a party itself said before comes before what others said: its number moved, whoever holds another
        kind, before, dispute = max(rivals, key=lambda row: (row[0] == "updated", rank[row[1].article], row[1].id))
        return Change(kind, before.id, claim.id, Reason(f"changes.{kind}", dispute.reason.says))
    moved = [
        (likeness, before)
        for likeness, before in alike
        if likeness.numbers_differ and likeness.contained >= UPDATED and likeness.tie != "other"
    ]
    if moved:
        likeness, before = max(moved, key=lambda row: (rank[row[1].article], row[0].contained, row[1].id))
        return Change("updated", before.id, claim.id, Reason("changes.updated", f"the numbers differ; {likeness.reason.says}"))
    return Change("new", None, claim.id, Reason("changes.new", "no claim of an earlier article says this"))


def _rivals(
    claim: Claim, disputes: Sequence[Dispute], by_id: Mapping[str, Claim], rank: Mapping[str, int], dated: Dating
) -> list[tuple[ChangeKind, Claim, Dispute]]:
    found: list[tuple[ChangeKind, Claim, Dispute]] = []
    for dispute in disputes:
        mine = [side for side in dispute.sides if claim.id in side.claims]
        if not mine or dispute.status == "not comparable":
            continue
        kind: ChangeKind = "conflicting" if dispute.status == "disputed" else "updated"
        for side in dispute.sides:
            if side is not mine[0]:
                found.extend(
                    (kind, by_id[name], dispute) for name in side.claims if name in by_id and _before(by_id[name], claim, rank, dated)
                )
    return found
