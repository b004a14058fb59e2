"""Statements that cannot both hold: a denial and what it denies, the same words with and without "not", opposites.

Each pair is found by one of five ways; pairs that say the same twice (a headline and its article, two prints) become one dispute
with two sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from dateline.model.dispute import Dispute, DisputeStatus, Side
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.text.fold import stem, stems, terms
from dateline.weigh.record import Names
from dateline.weigh.standing import one_voice
from dateline.words.loader import toml, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.model.claim import Claim
    from dateline.model.likeness import Likeness
    from dateline.weigh.accounts import Ground

DENIED = (0.6, 0.4)
"""Least share of the shorter claim's telling words, and of all words of both, that ties a denial to what it denies."""
DENIED_CHARGE = 0.5
"""Least share of a denial's telling words that stand in the charge against the one who denies."""
FEWEST = 3
"""Telling words that a statement must have to be set against another."""
OPPOSED = (0.8, 0.5)
"""As `DENIED`, for two claims of which only one is negated."""
OPPOSITE = (0.5, 2)
"""Least share and least number of telling words, the two opposites left out, that two claims of opposites share."""
SHORT = 8
"""Telling words of a statement at most, for "nothing was signed" to speak of it."""

_STATING = frozenset({"statement", "estimate", "belief", "admission", "denial", "accusation", "warning", "promise", "intent"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims that cannot both hold; the id of the first is the smaller."""

    one: Claim
    other: Claim
    status: DisputeStatus
    reason: Reason


def opposed(ground: Ground) -> list[Dispute]:
    """Give the disputes of statements, in the order of their first pair."""
    pairs: dict[tuple[str, str], _Pair] = {}
    for pair in (*_of_like_words(ground), *_denied_charges(ground), *_nothing(ground), *_side_by_side(ground)):
        pairs.setdefault((pair.one.id, pair.other.id), pair)
    return _folded([pairs[key] for key in sorted(pairs)], ground)


def _pair(one: Claim, other: Claim, status: DisputeStatus, reason: Reason) -> _Pair:
    first, second = sorted((one, other), key=lambda claim: claim.id)
    return _Pair(first, second, status, reason)


def _of_like_words(ground: Ground) -> Iterator[_Pair]:
    for likeness in ground.likenesses:
        one, other = ground.claims.get(likeness.one), ground.claims.get(likeness.other)
        if one is None or other is None or _share_words(one, other) or likeness.numbers_differ or not (_states(one) and _states(other)):
            continue
        found = _judged(one, other, likeness, ground)
        if found is not None:
            yield _pair(one, other, *found)


def _judged(one: Claim, other: Claim, likeness: Likeness, ground: Ground) -> tuple[DisputeStatus, Reason] | None:
    denial = (one.act == "denial") != (other.act == "denial")
    negated = likeness.negated_apart and _close(likeness, OPPOSED) and not denial and _negates(one, other)
    if negated and (_awaits(one) or _awaits(other)):
        return _since_happened(one, other, ground)
    if one_voice(one, other):
        return _other_word(one, other, ground) if negated and one.speakers else None
    denies = one if one.act == "denial" else other
    # a denial by somebody whose name could not be told ("it denied that ...") is a denial, of what another article says
    known = one.speakers and other.speakers
    if not known and not (denial and denies.source and not denies.speakers and one.article != other.article):
        return None
    if negated:
        return "disputed", Reason("disputes.negation", f"{_names(one)} and {_names(other)}: the same words, one of them negated")
    return None if likeness.negated_apart else _of_two_parties(one, other, likeness, denial=denial)


def _negates(one: Claim, other: Claim) -> bool:
    """Tell whether what a clause of the one negates is what the other says: two telling words at least, and most of them, stand there."""
    negation = words("grammar", "negation")
    for first, second in ((one, other), (other, one)):
        said = _telling(second)
        for clause in _CLAUSE.split(first.text):
            found = terms(clause)
            if not negation & set(found) and not any(word.endswith("n't") for word in found):
                continue
            telling = set(stems(clause, words("grammar", "function"))) - {stem(word) for word in negation}
            if _next_told(found) not in said:
                continue
            if len(telling & said) >= max(NEGATED[1], NEGATED[0] * len(telling)):
                return True
    return False


def _next_told(found: Sequence[str]) -> str | None:
    """Give the stem of the telling word after the first negation: what is negated."""
    leave, negation = words("grammar", "function"), words("grammar", "negation")
    at = next(place for place, word in enumerate(found) if word in negation or word.endswith("n't"))
    return next((stem(word) for word in found[at + 1 :] if word not in leave), None)


NEGATED = (0.6, 2)
"""Least share and least number of the telling words of a negated clause that stand in what it negates."""
_CLAUSE = re.compile(r"[,;:.!?…—–][\"'”’»)]*\s")


def _of_two_parties(one: Claim, other: Claim, likeness: Likeness, *, denial: bool) -> tuple[DisputeStatus, Reason] | None:
    if denial and _close(likeness, DENIED):
        denied, denying = (other, one) if one.act == "denial" else (one, other)
        return "disputed", Reason("disputes.denial", f"{_names(denying)} denies what {_names(denied)} said")
    opposite = None if denial else _opposite(one, other)
    if opposite is None:
        return None
    says = f"{_names(one)} and {_names(other)} say opposites of one thing, “{opposite[0]}” and “{opposite[1]}”"
    return "disputed", Reason("disputes.opposites", says)


def _since_happened(one: Claim, other: Claim, ground: Ground) -> tuple[DisputeStatus, Reason] | None:
    """Take what was awaited, and is told as done in a later article, for come; told the other way round it says nothing."""
    waiting, done = (one, other) if _awaits(one) else (other, one)
    if not _awaits(done) and _earlier(waiting, done, ground):
        return "superseded", Reason("disputes.since-happened", f"“{_line(waiting.text)}” was awaited, and a later article tells it as done")
    return None


def _other_word(one: Claim, other: Claim, ground: Ground) -> tuple[DisputeStatus, Reason] | None:
    early, late = (one, other) if _earlier(one, other, ground) else (other, one)
    if not _earlier(early, late, ground):
        return None
    return "superseded", Reason("disputes.other-word", f"{_names(late)}: the opposite of what was said before; the later word stands")


def _denied_charges(ground: Ground) -> Iterator[_Pair]:
    """Tie a denial to the charges against whoever denies: by shared words, or where it speaks of the accusation only, to the last one."""
    charged: dict[str, list[Claim]] = {}
    names = Names()
    for claim in ground.claims.values():
        if claim.act == "accusation" and claim.inside is None and claim.speakers:
            for target in claim.targets:
                names.add(target.name)
                charged.setdefault(target.name, []).append(claim)
    for denial in ground.claims.values():
        if denial.act != "denial" or denial.inside is not None:
            continue
        against = {
            charge.id: charge
            for party in denial.speakers
            for name in names.alike(party.name)
            for charge in charged[name]
            if not one_voice(charge, denial) and not _share_words(charge, denial) and not _earlier(denial, charge, ground)
        }
        told = _telling(denial) - {stem(word) for party in denial.speakers for word in terms(party.name)}
        bare = bool(denial.speakers) and not told - {stem(word) for word in words("weigh", "charges")}
        near = [charge for charge in against.values() if told and len(told & _telling(charge)) >= max(2, DENIED_CHARGE * len(told))]
        if bare:
            named = list(against.values()) or _said_of(denial, ground)
            near = sorted(named, key=lambda charge: (ground.frames[charge.article].day, charge.content[0].start, charge.id))[-1:]
        rule = "disputes.denied-charge" if bare else "disputes.denial"
        for charge in near:
            yield _pair(charge, denial, "disputed", Reason(rule, f"{_names(denial)} denies what {_names(charge)} said"))


def _said_of(denial: Claim, ground: Ground) -> list[Claim]:
    """Give what others say that the one who denies, named first, does or did, up to then: "rejected the claim" speaks of one of them."""
    names = [frozenset(terms(party.name)) for party in denial.speakers if party.name[:1].isupper()]
    return [
        claim
        for claim in ground.claims.values()
        if claim.act in _SAID_OF
        and claim.inside is None
        and claim.speakers
        and any(name <= set(terms(claim.text)[: len(name) + 1]) for name in names)
        and not one_voice(claim, denial)
        and not _earlier(denial, claim, ground)
        and not (claim.article == denial.article and claim.content[0].start > denial.content[0].start)
    ]


_SAID_OF = frozenset({"statement", "accusation", "criticism", "warning", "estimate"})


def _nothing(ground: Ground) -> Iterator[_Pair]:
    """Tie "nothing was signed" to the short statements of others in which the same was done."""
    stated = [claim for claim in ground.claims.values() if claim.act in _STATING and claim.inside is None and claim.speakers]
    empty = {stem(word) for word in words("grammar", "negation") | words("weigh", "nothing")}
    denying = [(claim, telling) for claim in stated if _denies_all(claim) and (telling := _telling(claim) - empty)]
    if not denying:
        return
    index: dict[str, list[Claim]] = {}
    wanted = {word for _, telling in denying for word in telling}
    for claim in stated:
        if not words("grammar", "negation") & set(terms(claim.text)):
            for word in _telling(claim) & wanted:
                index.setdefault(word, []).append(claim)
    for claim, telling in denying:
        for other in index.get(min(sorted(telling), key=lambda word: len(index.get(word, ()))), ()):
            done = _telling(other)
            if telling <= done and len(done) <= SHORT and not one_voice(claim, other) and not _share_words(claim, other):
                yield _pair(claim, other, "disputed", Reason("disputes.nothing", f"{_names(claim)}: {_line(claim.text)}"))


def _denies_all(claim: Claim) -> bool:
    first = terms(claim.text)[:2]
    return first[:1] != [] and (first[0] in words("weigh", "nothing") or first == ["no", "one"])


def _side_by_side(ground: Ground) -> Iterator[_Pair]:
    """Tie opposites that two parties say of one thing in one article: "the roof was unsafe", "the roof was safe"."""
    marked: dict[str, list[tuple[Claim, frozenset[str]]]] = {}
    poles = {word for pair in toml("weigh")["opposites"] for word in pair.split()}
    for claim in ground.claims.values():
        if claim.act in _STATING and claim.inside is None and claim.speakers and _is_clause(claim):
            found = frozenset(terms(claim.text))
            if found & poles and not found & words("grammar", "negation") and len(_telling(claim)) <= SHORT:
                marked.setdefault(claim.article, []).append((claim, found))
    for listed in marked.values():
        for n, (one, first) in enumerate(listed):
            for other, second in listed[n + 1 :]:
                pair = next(
                    (p for p in toml("weigh")["opposites"] if any(a in first and b in second for a, b in permutations(p.split()))), None
                )
                if pair is None or one_voice(one, other) or _share_words(one, other):
                    continue
                ends = {stem(word) for word in pair.split()}
                rest = sorted((_telling(one) - ends, _telling(other) - ends), key=len)
                if rest[0] and rest[0] <= rest[1]:
                    says = f"{_names(one)} and {_names(other)} say opposites of one thing, “{pair.replace(' ', '” and “')}”"
                    yield _pair(one, other, "disputed", Reason("disputes.opposites", says))


def _opposite(one: Claim, other: Claim) -> tuple[str, str] | None:
    """Give the two words by which the claims are opposites, where the rest of them says the same."""
    first, second = set(terms(one.text)), set(terms(other.text))
    for pair in toml("weigh")["opposites"]:
        left, right = pair.split()
        for a, b in ((left, right), (right, left)):
            if a in first and b in second and b not in first and a not in second:
                rest = [_telling(claim) - {stem(left), stem(right)} for claim in (one, other)]
                common = len(rest[0] & rest[1])
                if common >= OPPOSITE[1] and common >= OPPOSITE[0] * min(map(len, rest)):
                    return a, b
    return None


def _folded(pairs: Sequence[_Pair], ground: Ground) -> list[Dispute]:
    """Make one dispute of pairs of which either side says what a side of the other does."""
    alike = {frozenset((like.one, like.other)) for like in ground.likenesses if like.contained >= OPPOSED[0] and not like.negated_apart}
    found: list[tuple[_Pair, list[Claim], list[Claim]]] = []

    def joins(claim: Claim, side: Sequence[Claim]) -> bool:
        return any(
            claim.id == other.id
            or (frozenset((claim.id, other.id)) in alike and (claim.article == other.article or one_voice(claim, other)))
            for other in side
        )

    def both(pair: _Pair, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
        if joins(pair.one, left) and joins(pair.other, right):
            return True
        # one charge, denied twice in other words
        denied = pair.reason.rule in _DENIALS and pair.one.act != pair.other.act
        one, other = (pair.one, left) if any(pair.one.id == claim.id for claim in left) else (pair.other, right)
        again, side = (pair.other, right) if one is pair.one else (pair.one, left)
        return denied and any(one.id == claim.id for claim in other) and again.act == "denial" and one_voice(again, side[0])

    for pair in pairs:
        for known, left, right in found[-NEAR:]:
            if known.status != pair.status:
                continue
            straight = both(pair, left, right)
            if straight or both(pair, right, left):
                for claim, side in zip((pair.one, pair.other), (left, right) if straight else (right, left), strict=True):
                    if all(claim.id != other.id for other in side):
                        side.append(claim)
                break
        else:
            found.append((pair, [pair.one], [pair.other]))
    return [_dispute(pair, (left, right), ground) for pair, left, right in found]


_DENIALS = frozenset({"disputes.denial", "disputes.denied-charge"})
NEAR = 200
"""Disputes of statements, the last found, that a further pair is held against: keeps a long story from growing with the square."""


def _dispute(pair: _Pair, sides: tuple[list[Claim], list[Claim]], ground: Ground) -> Dispute:
    def place(claim: Claim) -> tuple[int, str, int]:
        return ground.frames[claim.article].day, claim.article, claim.content[0].start

    ordered = sorted((sorted(side, key=place) for side in sides), key=lambda side: place(side[0]))
    return Dispute(
        content_id("dispute", *sorted(claim.id for side in sides for claim in side)),
        _line(ordered[0][0].text),
        pair.status,
        tuple(_side(side, ground) for side in ordered),
        pair.reason,
    )


def _side(side: Sequence[Claim], ground: Ground) -> Side:
    speakers = dict.fromkeys(party.name for claim in side for party in claim.speakers)
    origins = {ground.origin_of.get(claim.article, claim.article) for claim in side}
    return Side(None, None, (), tuple(claim.id for claim in side), tuple(speakers), len(origins))


def _states(claim: Claim) -> bool:
    """Tell whether a claim states something that can be so or not, in words enough to tell what."""
    return claim.act in _STATING and claim.inside is None and len(_telling(claim)) >= FEWEST and _is_clause(claim)


def _is_clause(claim: Claim) -> bool:
    """Tell whether the content is a clause, a quotation or a charge, by the rule that found it: a bare object states nothing."""
    return any(kind in claim.reason.rule for kind in _CLAUSAL)


_CLAUSAL = ("clause", "quot", "according", "aside", "colon", "charge", "after", "before", "around", "headline", "turn")
"""Parts of the names of rules that find clauses, whatever the order of their words."""


def _awaits(claim: Claim) -> bool:
    """Tell whether a claim says that something is still to come ("had not yet received", "yet to sign")."""
    return "yet" in terms(claim.text)


def _earlier(one: Claim, other: Claim, ground: Ground) -> bool:
    """Tell whether the article of `one` is known to be of an earlier day than that of `other`."""
    first, second = ground.frames[one.article], ground.frames[other.article]
    return first.component == second.component and first.latest < second.earliest


def _share_words(one: Claim, other: Claim) -> bool:
    """Tell whether the two stand in the same words: then nobody contradicts anybody."""
    return any(first.overlaps(second) for first in one.content for second in other.content)


def _telling(claim: Claim) -> frozenset[str]:
    return frozenset(stems(claim.text, words("grammar", "function")))


def _close(likeness: Likeness, bars: tuple[float, float]) -> bool:
    return likeness.contained >= bars[0] and likeness.shared >= bars[1]


def _names(claim: Claim) -> str:
    return " and ".join(party.name for party in claim.speakers) or "no named source"


def _line(text: str) -> str:
    return " ".join(text.split())
