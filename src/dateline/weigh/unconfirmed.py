"""What one party says of another's doing, and that other says nothing like it: to be confirmed or denied by whom it is said of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model.gap import Gap
from dateline.model.reason import Reason
from dateline.text.fold import terms
from dateline.weigh.askable import AFTER, MANY, can_be_asked, is_judged
from dateline.weigh.record import capital, quoted, same_party
from dateline.words.loader import words
from dateline.words.places import states_of

if TYPE_CHECKING:
    from dateline.model.claim import Claim
    from dateline.model.part import Part
    from dateline.weigh.record import Record

CONFIRMED = 0.6
"""Share of the shorter claim's telling words that a party's own claim must hold of what another says of it, to confirm it."""


def unconfirmed(record: Record) -> list[Gap]:
    """Find what one party says of another's doing, where that other says nothing like it."""
    found = []
    told: dict[str, set[str]] = {}
    headlines = {claim.id for claim in record.claims} - {claim.id for claim in record.asked_of}
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
        if is_judged(claim.text) or not can_be_asked(part.name, record.texts[part.article][part.span.end :][:AFTER]):
            continue
        if not _can_answer(record, part.name) or _own_people(claim, part.name) or claim.id in headlines or not _did(record, claim, part):
            continue
        if any(like.contained >= CONFIRMED and other.id in told.get(part.name, ()) for like, other in record.alike.get(claim.id, ())):
            continue
        told.setdefault(part.name, set()).add(claim.id)
        text = (
            f"{capital(record.who(claim))}, of {record.called(part.name)}: {quoted(record.words_of(claim))}. "
            "Do you confirm this? The articles hold no word of yours on it."
        )
        reason = Reason("questions.unconfirmed", f"said of {part.name} by another, and nothing alike by {part.name}")
        found.append(
            Gap("unconfirmed", (part.name,), text, (claim.id,), record.rank[claim.article] - claim.content[0].start * 1e-7, reason)
        )
    return found


_NAME = re.compile(r"\w(?=.*[^\W_]$)(?![A-Z]{7})", re.DOTALL)
_ODD = re.compile(r"[\d\[\](),;]")
LONGEST = 6
"""Words of a name that a letter could be sent to."""


def _own_people(claim: Claim, name: str) -> bool:
    """Tell whether somebody speaks of their own side: name or role share a proper word with it ("Lorran ministry", "Lorran troops")."""
    own = {word for word in name.split() if word[:1].isupper()}
    return any(own & set(f"{party.role or ''} {party.name}".split()) for party in claim.speakers)


def _did(record: Record, claim: Claim, part: Part) -> bool:
    """Tell whether the claim says that the party did something: past or under way, told as a clause, and no saying of the party's own."""
    text = record.texts[claim.article]
    first, last = claim.content[0].start, claim.content[-1].end
    if not first <= part.span.start < last or "?" in claim.text:
        return False
    before = _ENDS.split(text[first : part.span.start])[-1]
    after = terms(text[part.span.end : min(last, part.span.end + AFTER)])[:WITHIN]
    speaks = set(after) & _SAYS or any(
        other.inside == claim.id and ("clause" in other.reason.rule or "quot" in other.reason.rule)
        for other in record.inner.get(claim.article, ())
    )
    return not speaks and len(before.split()) <= WITHIN and any(_is_past(word) for word in after)


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > WITHIN)


WITHIN = 4
"""Words between a name and its verb, or between the beginning of a clause and the name, at most."""
_ENDS = re.compile(r"[.!?;:]\s|[“”\"]")
_SAYS = frozenset({"said", "says", "told", "wrote", "tweeted", "added", "reported", "announced", "argued", "insisted", "denied", "claimed"})
_PAST = frozenset(
    [
        *(
            "had",
            "has",
            "have",
            "did",
            "was",
            "were",
            "is",
            "are",
            "took",
            "gave",
            "made",
            "went",
            "sent",
            "sold",
            "broke",
            "built",
            "bought",
        ),
        *("cut", "fell", "fought", "held", "hid", "hit", "kept", "led", "left", "met", "paid", "ran", "shot", "stole", "struck", "threw"),
        *("won", "began", "came", "drove", "found", "got", "let", "put", "set", "shut", "spent", "withdrew", "blew", "burnt", "caught"),
        *("dug", "fled", "flew", "laid", "lit", "sank", "sought", "spread", "tore", "swept", "beat", "bound", "drew", "forced", "froze"),
    ]
)
"""Helping verbs, and past forms that do not end in -ed."""


def _can_answer(record: Record, name: str) -> bool:
    """Tell whether the name is one that can be asked.

    That is a state, a body, people, or a party that the story knows as such; not a ship or a storm.
    """
    first = terms(name)[:1]
    if (
        not first
        or not _NAME.match(name)
        or terms(name)[-1] in words("grammar", "function")
        or first[0] in MANY
        or _ODD.search(name)
        or len(name.split()) > LONGEST
        or terms(name)[-1] in words("weigh", "people")
    ):
        return False
    if states_of(name) or (words("parties", "bodies") | words("parties", "people")) & set(terms(name)):
        return True
    return bool(record.known.alike(name))


def _confirmed(record: Record, claim: Claim, name: str) -> bool:
    """Tell whether the party itself, and not somebody else in its name, says something like what another says of it."""
    return any(
        same_party(name, party.name)
        for likeness, other in record.alike.get(claim.id, ())
        if likeness.contained >= CONFIRMED and other.inside is None
        for party in other.speakers
    )
