"""One claim as a line: who said it, how, of whom, through whom, when; and its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.attribution import Act
from dateline.model.claim import Claim
from dateline.model.party import Party
from dateline.model.span import Span, cover
from dateline.sheets.dates import because, dated
from dateline.sheets.detail import SURE
from dateline.sheets.evidence import Evidence, Words
from dateline.sheets.excerpt import names, one_line

DID: dict[Act, str] = {
    "statement": "said",
    "accusation": "accused",
    "denial": "denied",
    "admission": "acknowledged",
    "estimate": "estimated",
    "promise": "promised",
    "demand": "demanded",
    "warning": "warned",
    "question": "asked",
    "refusal": "refused",
    "praise": "praised",
    "criticism": "criticised",
    "belief": "expressed a belief",
    "intent": "stated an intent",
    "support": "voiced support",
    "opposition": "voiced opposition",
}
"""Past tense throughout: it agrees with one speaker and with several, and says of each claim that somebody made it."""

_AIMED: frozenset[Act] = frozenset({"accusation", "praise", "criticism", "warning"})
_CLAUSAL: frozenset[Act] = frozenset({"statement", "admission", "estimate", "belief", "question", "warning"})
"""Acts whose content is most often a clause, which can be read alone."""

_OPENERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "our"})
"""Words that a role may begin with, small within a sentence."""

_LONGEST = 400
"""Characters within which source, cue and content are quoted as one."""

_FOR: dict[Act, str] = {"support": "for", "opposition": "to", "demand": "of"}


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim, ready to be shown.

    `who` is empty where no speaker could be told, and `source` is then what stands there in the article, if anything; `also` are the
    same words told again in other articles.
    """

    id: str
    who: str
    source: str
    did: str
    role: str | None
    via: str
    when: str | None
    inferred: str | None
    words: Words
    sure: bool
    own: bool
    nested: bool
    reason: str
    also: tuple[Words, ...] = ()

    @property
    def subject(self) -> str:
        """Who is answerable for the words: the speakers, the outlet itself, or nobody that could be told."""
        if self.who:
            return self.who
        if self.own:
            return f"{self.words.label}, in its own words"
        return f"“{self.source}” (not clear who)" if self.source else "no source given"


def saying(claim: Claim, evidence: Evidence) -> Saying:
    """Put a claim into words."""
    roles = [party.role for party in claim.speakers if party.role is not None]
    return Saying(
        id=claim.id,
        who=named(claim.speakers),
        source=evidence.words(claim.source).text if claim.source and not claim.speakers else "",
        did=_did(claim),
        role=_role(roles[0]) if len(claim.speakers) == 1 and roles else None,
        via=named(claim.via),
        when=dated(claim.said),
        inferred=because(claim.said),
        words=evidence.words(_shown(claim), f"c-{claim.id}"),
        sure=claim.confidence >= SURE and bool(claim.speakers),
        own=claim.voice == "outlet",
        nested=claim.inside is not None,
        reason=one_line(str(claim.reason)) + _resolved(claim),
    )


def _shown(claim: Claim) -> tuple[Span, ...]:
    """Quote a clause or a quotation by itself; what is no sentence by itself ("of neglect") with its source and cue."""
    if claim.manner == "direct" or claim.act in _CLAUSAL:
        return claim.content
    whole = cover([*claim.source, *claim.cue, *claim.content])
    return (whole,) if whole.end - whole.start <= _LONGEST else claim.content


def named(parties: Iterable[Party]) -> str:
    """Join the names of parties, each once."""
    return names(list(dict.fromkeys(one_line(party.name) for party in parties)))


def _did(claim: Claim) -> str:
    if not claim.speakers:
        maybe = named(claim.candidates)
        return f"perhaps {maybe}" if maybe else ""
    targets = named(claim.targets)
    link = "" if claim.act in _AIMED else _FOR.get(claim.act)
    if targets and link is not None:
        return " ".join(filter(None, [DID[claim.act], link, targets]))
    speakers = {party.name for party in claim.speakers}
    heard = named(party for party in claim.to if party.name not in speakers)
    return f"told {heard}" if heard and claim.act == "statement" else DID[claim.act]


def _role(role: str) -> str:
    """Give a role as it reads within a sentence: "Its director", which began one, is "its director"."""
    shown = one_line(role)
    first, _, rest = shown.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _OPENERS and rest else shown


def _resolved(claim: Claim) -> str:
    found = [one_line(party.resolved_by) for party in claim.speakers if party.resolved_by is not None]
    return f"; {'; '.join(found)}" if found else ""
