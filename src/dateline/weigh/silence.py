"""Who is missing: the accused without an answer, the party spoken of that never speaks, the thing asked for without an outcome.

Only the articles at hand are known: a gap says that nothing stands in them, never that nothing was said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.model.gap import Gap
from dateline.model.reason import Reason
from dateline.text.fold import fold, stems, terms
from dateline.words.loader import toml, words
from dateline.words.places import states_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.claim import Claim
    from dateline.model.likeness import Likeness
    from dateline.model.part import Part

ANSWERED = 3
"""Telling words that a later saying of the accused must share with the accusation to count as an answer to it."""
CONFIRMED = 0.6
"""Share of the shorter claim's telling words that a party's own claim must hold of what another says of it, to confirm it."""
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
        return frozenset(found)

    def called(self, name: str) -> str:
        """Give a name as it stands in a sentence: with "the" where the articles write it so."""
        return f"the {name}" if fold(name) in self.definite else name

    def who(self, claim: Claim) -> str:
        """Give the speakers as they stand in a sentence, or say that there are none."""
        return " and ".join(self.called(party.name) for party in claim.speakers) or "no named source"

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
    return long[-len(short) :] == short or (proper and len(short) > 1 and long[: len(short)] == short)


def no_replies(record: Record) -> list[Gap]:
    """Find the accused of whom the articles hold no answer; what else they are on record with is quoted. One gap a state or party."""
    found: dict[object, Gap] = {}
    for claim in record.claims:
        if claim.act != "accusation":
            continue
        for target in claim.targets:
            if any(same_party(target.name, party.name) for party in claim.speakers):
                continue
            own = [other for other in record.claims if _speaks_for(other, target.name) and other.id != claim.id]
            if any(_answers(other, claim) for other in own) or (target.name.islower() and _denied(record)):
                continue
            gap = _no_reply(record, claim, target.name, own)
            alike = next((known for known in found if isinstance(known, str) and same_party(known, target.name)), target.name)
            key: object = states_of(target.name) or alike
            if key not in found or (gap.weight, found[key].because) > (found[key].weight, gap.because):
                found[key] = gap
    return list(found.values())


def _denied(record: Record) -> bool:
    """Tell whether anybody in the story denies anything: then a party known by a common noun alone ("the plant") may have answered."""
    return any(claim.act == "denial" for claim in record.claims)


def _no_reply(record: Record, claim: Claim, target: str, own: Sequence[Claim]) -> Gap:
    declined = next((other for other in own if other.act == "refusal"), None)
    said = next((other for other in own if other.manner != "indirect"), own[0] if own else None)
    if declined is not None:
        rest = f"The articles say that {record.who(declined)} declined: {quoted(record.words_of(declined))}."
    elif said is not None:
        rest = f"In the articles {record.who(said)} speaks of something else: {quoted(record.words_of(said))}."
    else:
        rest = "The articles hold no word of an answer, nor that one was asked for."
    accusers = _upper(record.who(claim))
    text = f"{accusers}, of {record.called(target)}: {quoted(record.words_of(claim))}. What do you answer? {rest}"
    reason = Reason("questions.no-reply", f"an accusation of {target}, and no answer in the articles")
    weight = record.rank[claim.article] + (0.5 if claim.manner == "indirect" else 0.4)
    return Gap("no-reply", (target,), text, (claim.id,), weight, reason)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _speaks_for(claim: Claim, name: str) -> bool:
    """Tell whether the party, or another voice of the same state as a bare state name, is a speaker."""
    if claim.voice != "source":
        return False
    states = states_of(name)
    return any(
        same_party(party.name, name) or (bool(states) and bool(states & states_of(f"{party.role or ''} {party.name}")))
        for party in claim.speakers
    )


def _answers(reply: Claim, accusation: Claim) -> bool:
    leave = words("grammar", "function")
    shared = set(stems(reply.text, leave)) & set(stems(accusation.text, leave))
    return reply.act == "denial" or len(shared) >= ANSWERED


def unconfirmed(record: Record) -> list[Gap]:
    """Find what one party says of another's doing, where that other says nothing like it."""
    found = []
    for part in record.parts:
        if part.claim is None:
            continue
        claim = record.claim(part.claim)
        if (
            part.how != "doing"
            or not claim.speakers
            or claim.inside is not None
            or any(same_party(part.name, party.name) for party in claim.speakers)
        ):
            continue
        if claim.act not in {"statement", "accusation", "estimate", "warning"} or _confirmed(record, claim, part.name):
            continue
        if not _can_answer(record, part.name):
            continue
        text = (
            f"{_upper(record.who(claim))}, of {record.called(part.name)}: {quoted(record.words_of(claim))}. "
            "Do you confirm this? The articles hold no word of yours on it."
        )
        reason = Reason("questions.unconfirmed", f"said of {part.name} by another, and nothing alike by {part.name}")
        found.append(
            Gap("unconfirmed", (part.name,), text, (claim.id,), record.rank[claim.article] - claim.content[0].start * 1e-7, reason)
        )
    return found


def _can_answer(record: Record, name: str) -> bool:
    """Tell whether the name is one that can be asked.

    That is a state, a body, people, or a party that the story knows as such; not a ship or a storm.
    """
    if states_of(name) or (words("parties", "bodies") | words("parties", "people")) & set(terms(name)):
        return True
    return any(
        same_party(party.name, name)
        for claim in record.claims
        for party in (*claim.speakers, *claim.targets, *claim.to)
        if party.mention or party.role
    )


def _confirmed(record: Record, claim: Claim, name: str) -> bool:
    alike = {
        like.other if like.one == claim.id else like.one
        for like in record.likenesses
        if claim.id in (like.one, like.other) and like.contained >= CONFIRMED
    }
    return any(other.id in alike and any(same_party(name, party.name) for party in other.speakers) for other in record.claims)


def silent_parties(record: Record) -> list[Gap]:
    """Those named as taking part who are quoted nowhere in the story."""
    found: dict[str, Gap] = {}
    for part in record.parts:
        if part.how != "taking part" or any(_names(claim, part.name) for claim in record.claims):
            continue
        claim = None if part.claim is None else record.claim(part.claim)
        words_in = clipped(part.sentence.of(record.texts[part.article])) if claim is None else record.words_of(claim)
        by = "The outlet" if claim is None else _upper(record.who(claim))
        text = (
            f"{by} names you as taking part: {quoted(words_in)}. What is your part in this? "
            f"No word of {record.called(part.name)} stands in the articles."
        )
        because = () if claim is None else (claim.id,)
        reason = Reason("questions.silent-party", f"{part.name} takes part and is never quoted")
        gap = Gap("silent-party", (part.name,), text, because, record.rank[part.article], reason)
        found.setdefault(fold(part.name), gap)
    return list(found.values())


def _names(claim: Claim, name: str) -> bool:
    return any(same_party(name, party.name) for party in (*claim.speakers, *claim.via))


def open_requests(record: Record) -> list[Gap]:
    """Find requests, offers and proposals of which the articles tell no outcome."""
    asked, settled = words("open", "asked"), words("open", "settled")
    awaited = toml("open")["awaited"]
    found = []
    for claim in record.claims:
        line = fold(claim.text)
        nouns = [word for word in terms(claim.text) if word in asked]
        addressed = _ASKED.search(" ".join(claim.text.split()))
        nouns += [addressed.group(2)] if addressed is not None else []
        if claim.inside is not None or not nouns or not any(phrase in line for phrase in awaited):
            continue
        later = [other for other in record.claims if record.rank[other.article] > record.rank[claim.article]]
        if any(set(nouns) & set(terms(other.text)) and settled & set(terms(other.text)) and not _waits(other, awaited) for other in later):
            continue
        to = (addressed.group(1),) if addressed is not None else tuple(dict.fromkeys(party.name for party in claim.speakers))
        text = f"{_upper(record.who(claim))}: {quoted(record.words_of(claim))}. What has become of the {nouns[0]} since?"
        sure = 1.0 if any(phrase in line for phrase in awaited[:14]) else 0.0
        found.append(
            Gap(
                "open-request",
                to,
                text,
                (claim.id,),
                record.rank[claim.article] + sure,
                Reason("questions.open-request", f"“{nouns[0]}” without an outcome in the articles"),
            )
        )
    return found


_ASKED = re.compile(r"\basked (?:the |its |his |her |their )?([\w’'-]+(?: [\w’'-]+){0,3}?) for (?:an? |the |more )?([\w’'-]+)")
"""“asked the ministry for compensation”: whom, and for what."""


def _waits(claim: Claim, awaited: Sequence[str]) -> bool:
    return any(phrase in fold(claim.text) for phrase in awaited)
