"""Who is missing: the accused without an answer, the party spoken of that never speaks, the thing asked for without an outcome.

Only the articles at hand are known: a gap says that nothing stands in them, never that nothing was said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.gap import Gap
from dateline.model.reason import Reason
from dateline.text.fold import fold, stem, terms
from dateline.weigh.askable import AFTER, MANY, can_be_asked
from dateline.weigh.record import Names, capital, clipped, quoted, same_party
from dateline.words.loader import toml, words
from dateline.words.places import states_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model.claim import Claim
    from dateline.model.party import Party
    from dateline.weigh.record import Record

_NOBODY = frozenset(
    [
        "him",
        "her",
        "them",
        "it",
        "us",
        "me",
        "you",
        "himself",
        "herself",
        "themselves",
        "itself",
        "people",
        "others",
        "anyone",
        "everyone",
        "someone",
    ]
)
"""Words that name nobody one could write to."""
ANSWERED = 3
"""Telling words that a later saying of the accused must share with the accusation to count as an answer to it."""


def no_replies(record: Record) -> list[Gap]:
    """Find the accused of whom the articles hold no answer; what else they are on record with is quoted. One gap a state or party."""
    found: dict[object, Gap] = {}
    named = Names()
    for claim in record.asked_of:
        if claim.act != "accusation":
            continue
        for target in claim.targets:
            if (
                _is_nobody(target.name)
                or not can_be_asked(target.name, _after(record, claim, target))
                or any(same_party(target.name, party.name) for party in claim.speakers)
            ):
                continue
            if not _charges(record, claim, target.name):
                continue
            own = [other for other in record.own(target.name) if other.id != claim.id]
            # where anybody denies anything, a party known by a common noun alone ("the plant") may have answered
            if (target.name.islower() and record.denied) or any(_answers(other, claim, record) for other in own):
                continue
            gap = _no_reply(record, claim, target.name, own)
            key: object = states_of(target.name) or next(iter(named.alike(target.name)), target.name)
            if isinstance(key, str):
                named.add(key)
            if key not in found or (gap.weight, found[key].because) > (found[key].weight, gap.because):
                found[key] = gap
    return list(found.values())


def _after(record: Record, claim: Claim, target: Party) -> str:
    """Give the text that follows the words for a target."""
    end = target.mention[-1].end if target.mention else 0
    return record.texts[claim.article][end : end + AFTER] if end else ""


def _is_nobody(name: str) -> bool:
    """Tell whether a name is nobody's that one could write to: a pronoun, "certain people", "anyone"."""
    found = terms(name)
    return (
        not found
        or found[-1] in words("grammar", "function")
        or name.casefold() in _NOBODY
        or (name.islower() and (found[-1] in words("weigh", "people") or found[0] in MANY))
    )


def _charges(record: Record, claim: Claim, name: str) -> bool:
    """Tell whether the words say of what somebody is accused, and not only whom ("accused Ann Doe, 43")."""
    shown = record.whole_of(claim) or record.words_of(claim)
    told = {stem(word) for word in terms(shown) if word not in words("grammar", "function") and not word[0].isdigit()}
    said = {stem(word) for part in (name, record.cue_of(claim), *(party.name for party in claim.speakers)) for word in terms(part)}
    return bool(told - said - _FORMS)


_FORMS = frozenset({"mr", "mrs", "ms", "dr"})


def _no_reply(record: Record, claim: Claim, target: str, own: Sequence[Claim]) -> Gap:
    declined = next((other for other in own if other.act == "refusal"), None)
    said = next((other for other in own if other.manner != "indirect"), own[0] if own else None)
    silence = None if declined is not None else _silence(record, target)
    if silence is not None:
        did = "declined" if _DECLINED.search(silence) else "did not answer"
        rest = f"The articles say that {record.called(target)} {did}: {quoted(silence)}."
    elif declined is not None:
        rest = f"The articles say that {record.who(declined)} declined: {quoted(record.words_of(declined))}."
    elif said is not None:
        speaks = "speak" if _are_many(said) else "speaks"
        rest = f"In the articles {record.who(said)} {speaks} of something else: {quoted(record.words_of(said))}."
    else:
        rest = "The articles hold no word of an answer, nor that one was asked for."
    whole = record.whole_of(claim)
    accused = f"{capital(record.who(claim))}, of {record.called(target)}: {quoted(record.words_of(claim))}"
    text = f"{accused if whole is None else 'The articles report: ' + quoted(whole)}. What do you answer to this? {rest}"
    reason = Reason("questions.no-reply", f"an accusation of {target}, and no answer in the articles")
    weight = record.rank[claim.article] + (0.5 if claim.manner == "indirect" else 0.4)
    return Gap("no-reply", (target,), text, (claim.id,), weight, reason)


def _are_many(claim: Claim) -> bool:
    """Tell whether several speak: more than one party, or people by a plural ("residents", "the police")."""
    heads = [terms(party.name)[-1:] for party in claim.speakers]
    return len(heads) > 1 or any(head and (head[0] in words("parties", "people") or head[0] in {"police", "authorities"}) for head in heads)


_DECLINED = re.compile(r"\b(?:declined|refused)\b")
_STANDS_FOR = re.compile(
    r"(?:the|its|his|her|their|a|both)\s+(?:company|firm|office|ministry|department|council|group|party|agency|authority|club|union|bank|"
    r"spokesman|spokeswoman|spokesperson|lawyers?|mayor|minister|president|director|school|hospital|university|government)\b|(?:he|she|it|they)\b",
    re.IGNORECASE,
)
BACK = 600
"""Characters before "The company did not answer" within which the company must be named."""


def _silence(record: Record, target: str) -> str | None:
    """Give the words in which an outlet tells that the target gave no answer: by name, or as "the company" soon after the name."""
    words_of = [word for word in terms(target) if word not in words("grammar", "function")]
    if not words_of:
        return None
    last, found = words_of[-1], None
    for name in sorted(record.silences, key=lambda article: record.rank[article]):
        for place, sentence in record.silences[name]:
            before = terms(record.texts[name][max(0, place - BACK) : place])
            if last in terms(sentence) or (_STANDS_FOR.match(sentence) and last in before):
                found = sentence
    return None if found is None else clipped(found)


def _answers(reply: Claim, accusation: Claim, record: Record) -> bool:
    common = len(record.telling[reply.id] & record.telling[accusation.id])
    return reply.act == "denial" or common >= ANSWERED or (common > 0 and bool(words("grammar", "negation") & set(terms(reply.text))))


def silent_parties(record: Record) -> list[Gap]:
    """Those named as taking part who are quoted nowhere in the story."""
    found: dict[str, Gap] = {}
    for part in record.parts:
        if part.how != "taking part" or record.quoted.alike(part.name):
            continue
        if not can_be_asked(part.name, record.texts[part.article][part.span.end :][:AFTER]):
            continue
        claim = None if part.claim is None else record.claim(part.claim)
        words_in = clipped(part.sentence.of(record.texts[part.article])) if claim is None else record.words_of(claim)
        by = "The outlet" if claim is None else capital(record.who(claim))
        text = (
            f"{by} names you as taking part: {quoted(words_in)}. What is your part in this? "
            f"No word of {record.called(part.name)} stands in the articles."
        )
        because = () if claim is None else (claim.id,)
        reason = Reason("questions.silent-party", f"{part.name} takes part and is never quoted")
        gap = Gap("silent-party", (part.name,), text, because, record.rank[part.article], reason)
        found.setdefault(fold(part.name), gap)
    return list(found.values())


def open_requests(record: Record) -> list[Gap]:
    """Find requests, offers and proposals of which the articles tell no outcome."""
    awaited = toml("open")["awaited"]
    found: dict[str, Gap] = {}
    last = _settled(record, awaited)
    for claim in record.asked_of:
        request = None if claim.inside is not None else _request(record, claim, awaited)
        if request is None or any(last.get(noun, -1) > record.rank[claim.article] for noun in request.nouns):
            continue
        text = f"{request.told}. What has become of {request.called} since?"
        gap = Gap(
            "open-request",
            request.to,
            text,
            (claim.id,),
            record.rank[claim.article] + request.sure,
            Reason("questions.open-request", f"“{request.nouns[0]}” without an outcome in the articles"),
        )
        known = next((other.id for _, other in record.alike.get(claim.id, ()) if other.id in found), claim.id)
        if known not in found or found[known].weight < gap.weight:
            found[known] = gap
    return list(found.values())


_ENDS = re.compile(r"[.!?;:]\s|[“”\"]")


@dataclass(frozen=True, slots=True)
class _Request:
    """What waits: its telling nouns, whom to ask, the words that tell it, how to call it, and how sure it is that it waits (0 to 1)."""

    nouns: tuple[str, ...]
    to: tuple[str, ...]
    told: str
    called: str
    sure: float


def _request(record: Record, claim: Claim, awaited: Sequence[str]) -> _Request | None:
    speakers = tuple(dict.fromkeys(party.name for party in claim.speakers))
    addressed = _ASKED.search(" ".join(claim.text.split()))
    nouns = [word for word in terms(claim.text) if word in words("open", "asked")]
    nouns += [addressed.group(2)] if addressed is not None else []
    if nouns and _waits(claim, nouns, awaited):
        to = (addressed.group(1),) if addressed is not None else speakers
        sure = 1.0 if any(phrase in fold(claim.text) for phrase in awaited[:SURELY]) else 0.0
        told = f"{capital(record.who(claim))}: {quoted(record.words_of(claim))}"
        return _Request(tuple(nouns), to, told, f"the {nouns[0]}", sure)
    cue = fold(record.cue_of(claim))
    whole = record.whole_of(claim)
    if not speakers or whole is None or claim.manner == "direct":
        return None
    telling = tuple(word for word in terms(claim.text) if word not in words("grammar", "function") and not word[0].isdigit())
    if "anonymity" in telling or _RELATIVE.search(whole[: len(whole) - len(" ".join(claim.text.split()))]):
        return None
    if claim.act == "demand" and _ASKS.match(cue) and telling and _FOR.search(whole):
        to = tuple(dict.fromkeys(party.name for party in claim.to)) or speakers
        return _Request(telling, to, f"The articles report: {quoted(whole)}", "this request", 0.5)
    if _OFFERS.match(cue) and telling:
        return _Request(telling, speakers, f"The articles report: {quoted(whole)}", "this offer", 0.5)
    return None


def _waits(claim: Claim, nouns: Sequence[str], awaited: Sequence[str]) -> bool:
    """Tell whether a sentence of the claim says that the thing asked for has not come; what may only be read so, in indirect words."""
    phrases = awaited[:SURELY] if claim.manner == "direct" else awaited
    for sentence in _ENDS.split(claim.text):
        line, found = fold(sentence), terms(sentence)
        if any(noun in found for noun in nouns) and any(phrase in line and not set(phrase.split()) & set(nouns) for phrase in phrases):
            return True
    return False


SURELY = 14
"""Phrases of the list of what is awaited, from its beginning, that say so in so many words."""
_RELATIVE = re.compile(r"\b(?:who|which|that)\s+(?:has |have |had )?\w+\s*$")
"""“..., who requested”: told in passing."""
_ASKS = re.compile(r"(?:has |have |had )?(?:asked|requested|appealed|applied|petitioned)\b")
_OFFERS = re.compile(r"(?:has |have |had )?(?:offered|proposed|invited)\b")
_FOR = re.compile(r"\bfor\b|\brequested\b")
"""One asks "for" something; "asked what had happened" is a question, and its answer a claim."""


_ASKED = re.compile(r"\basked (?:the |its |his |her |their )?([\w’'-]+(?: [\w’'-]+){0,3}?) for (?:an? |the |more )?([\w’'-]+)")
"""“asked the ministry for compensation”: whom, and for what."""


def _settled(record: Record, awaited: Sequence[str]) -> dict[str, int]:
    """Give, for each word that stands with a verb of an outcome, the rank of the latest article in which it does, and nothing waits."""
    settled = words("open", "settled")
    last: dict[str, int] = {}
    for claim in record.claims:
        told = set(terms(claim.text))
        if told & settled and not any(phrase in fold(claim.text) for phrase in awaited):
            for word in told:
                last[word] = max(record.rank[claim.article], last.get(word, -1))
    return last
