"""The open questions of a story: each a full sentence fit to send, with whom to put it to; the most urgent first, none twice.

The order, stated: in rounds, one question of each kind a round, kinds by urgency (as `URGENCY` lists them: a disputed figure before
an accusation without reply, before an unsourced figure ...), within a kind the latest article first. So the seven that a small story
shows are seven different holes in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.model.figure import COMPARED
from dateline.model.gap import Gap
from dateline.model.identity import content_id
from dateline.model.question import Question, QuestionKind
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.text.fold import fold, terms
from dateline.weigh.record import Record, quoted
from dateline.weigh.silence import no_replies, open_requests, silent_parties
from dateline.weigh.unconfirmed import unconfirmed
from dateline.words.loader import toml, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model.article import Article
    from dateline.model.claim import Claim
    from dateline.model.dispute import Dispute
    from dateline.model.figure import Figure
    from dateline.weigh.frames import Frame

MANY = 10
"""A number from which on somebody must have counted; fewer are seen at a glance."""

URGENCY: tuple[QuestionKind, ...] = (
    "disputed-figure",
    "conflicting-claims",
    "no-reply",
    "unsourced-figure",
    "open-request",
    "unconfirmed",
    "silent-party",
    "undated",
    "anonymous-source",
    "single-origin",
)

RULES = (
    Rule(
        "questions.disputed-figure",
        "accounts of one count part",
        "More than 40 families are estimated to be without water. Residents say the true number is closer to 90.",
        "The council says 40 families are without water. Residents say 40 families are without water.",
    ),
    Rule(
        "questions.conflicting-claims",
        "one denies what the other says",
        "The union said the company had closed the northern plant. The company denied that it had closed the northern plant.",
        "The union said the company had closed the northern plant. The company said it was sorry.",
    ),
    Rule(
        "questions.no-reply",
        "accused, and no answer in the articles",
        "Residents accused the harbour council of neglect.",
        "Residents accused the harbour council of neglect. The harbour council denied that it had shown any neglect.",
    ),
    Rule(
        "questions.unsourced-figure",
        "a figure that nobody is named for",
        "More than 40 families are estimated to be without water.",
        "The council said more than 40 families were without water.",
    ),
    Rule(
        "questions.open-request",
        "asked or offered, and no outcome in the articles",
        "The port authority said it had not yet received an official request for repairs.",
        "The port authority said it had repaired the crane.",
    ),
    Rule(
        "questions.unconfirmed",
        "said of a party's doing by another alone",
        "The army said the Northern Front had attacked a convoy.",
        "The army said it had attacked a convoy.",
    ),
    Rule(
        "questions.silent-party",
        "named as taking part, never quoted",
        "“We are working closely with the Coastal Rescue Society,” Mayor Ann Doe said.",
        "“We are working closely with the Coastal Rescue Society,” Mayor Ann Doe said. The Coastal Rescue Society said it was ready.",
    ),
    Rule(
        "questions.undated",
        "nothing tells when it was published",
        "Mayor Ann Doe said the pier was safe.",
        "2024-03-04: Mayor Ann Doe said the pier was safe.",
    ),
    Rule(
        "questions.anonymous-source",
        "a claim that rests on an unnamed source alone",
        "A source close to the talks said the deal was near.",
        "Mayor Ann Doe said the deal was near.",
    ),
    Rule(
        "questions.single-origin",
        "all articles go back to one",
        "The old ferry sank at its berth early in the morning and nobody was hurt, the harbour office said. // "
        "Update. The old ferry sank at its berth early in the morning and nobody was hurt, the harbour office said.",
        "The old ferry sank at its berth early in the morning, the harbour office said. // "
        "Divers will raise the wreck in spring, a salvage firm said.",
    ),
)
"""Examples are articles parted by " // ", the day of publication before the first colon where one is known."""


@dataclass(frozen=True, slots=True)
class Open:
    """What questions are drawn from."""

    record: Record
    figures: Sequence[Figure]
    disputes: Sequence[Dispute]
    articles: Sequence[Article]
    origins: int
    frames: Mapping[str, Frame]


def questions(opened: Open) -> tuple[Question, ...]:
    """Give all open questions, ranked from 1."""
    record = replace(opened.record, heads={article.id: _prose_begins(article) for article in opened.articles})
    opened = replace(opened, record=record)
    parted = {name for dispute in opened.disputes if dispute.status == "disputed" for side in dispute.sides for name in side.claims}
    gaps = [
        *_disputed(opened),
        *_conflicting(opened),
        *(gap for gap in no_replies(opened.record) if not set(gap.because) & parted),
        *_unsourced(opened),
        *open_requests(opened.record),
        *(gap for gap in unconfirmed(opened.record) if not set(gap.because) & parted),
        *silent_parties(opened.record),
        *_undated(opened),
        *_anonymous(opened.record),
        *_single_origin(opened),
    ]
    return tuple(
        Question(content_id("question", gap.kind, *gap.to, *gap.because), gap.kind, gap.to, gap.text, rank, gap.because, gap.reason)
        for rank, gap in enumerate(_ranked(gaps), 1)
    )


def _prose_begins(article: Article) -> int:
    """Give where the prose begins: after the headlines at the top."""
    return max((passage.span.end for passage in article.passages if passage.kind in {"title", "subtitle"}), default=0)


def _ranked(gaps: Sequence[Gap]) -> list[Gap]:
    kinds: dict[QuestionKind, list[Gap]] = {}
    for gap in gaps:
        kinds.setdefault(gap.kind, []).append(gap)
    rows: list[tuple[int, int, Gap]] = []
    for kind, found in kinds.items():
        found.sort(key=lambda gap: (-gap.weight, gap.because, gap.to))
        rows.extend((place, URGENCY.index(kind), gap) for place, gap in enumerate(found))
    ranked: list[Gap] = []
    asked: set[tuple[QuestionKind, str]] = set()
    for _, _, gap in sorted(rows, key=lambda row: row[:2]):
        if (gap.kind, fold(gap.text)) not in asked:
            asked.add((gap.kind, fold(gap.text)))
            ranked.append(gap)
    return ranked


def _disputed(opened: Open) -> list[Gap]:
    found = []
    by_id = {figure.id: figure for figure in opened.figures}
    for dispute in opened.disputes:
        if dispute.status != "disputed" or not any(side.figures for side in dispute.sides):
            continue
        accounts = []
        for side in dispute.sides:
            figure = by_id[side.figures[0]]
            speakers = " and ".join(opened.record.called(name) for name in side.speakers) or "no named source"
            accounts.append(f"“{_line(figure.text)}” ({speakers})")
        to = tuple(dict.fromkeys(name for side in dispute.sides for name in side.speakers))
        text = (
            f"On {_quantity(dispute.about, by_id[dispute.sides[0].figures[0]])} the accounts part: {', against '.join(accounts)}. "
            "Which number do you hold, and how, where and as of when was it counted?"
        )
        because = (dispute.id, *(figure for side in dispute.sides for figure in side.figures))
        found.append(
            Gap("disputed-figure", to, text, because, len(dispute.sides), Reason("questions.disputed-figure", dispute.reason.says))
        )
    return found


def _quantity(about: str, figure: Figure) -> str:
    """Give what is disputed as a phrase: “the number of people injured”."""
    if figure.kind == "count" and figure.of is not None:
        state = "" if figure.state is None or figure.state in about else f" {figure.state}"
        return f"the number of {about}{state}"
    if figure.kind == "share" and figure.of is not None:
        return f"the share of {about}"
    return about if figure.of is None else f"the figure for {about}"


def _conflicting(opened: Open) -> list[Gap]:
    found = []
    for dispute in opened.disputes:
        if any(side.figures for side in dispute.sides) or not (
            dispute.status == "disputed" or dispute.reason.rule == "disputes.other-word"
        ):
            continue
        claims = [_spoken_for(opened.record, side.claims) for side in dispute.sides]
        said = ", and ".join(f"{opened.record.who(claim)}: {quoted(opened.record.words_of(claim))}" for claim in claims)
        to = tuple(dict.fromkeys(party.name for claim in claims for party in claim.speakers))
        rest = (
            "Both cannot be so; what is it that you know first-hand?"
            if dispute.status == "disputed"
            else "What has changed between the two?"
        )
        text = f"The articles quote {said}. {rest}"
        found.append(
            Gap(
                "conflicting-claims",
                to,
                text,
                (dispute.id, *(claim.id for claim in claims)),
                1,
                Reason("questions.conflicting-claims", dispute.reason.says),
            )
        )
    return found


def _spoken_for(record: Record, claims: Sequence[str]) -> Claim:
    """Choose the claim that shows a side: the first of the prose, else of a headline."""
    listed = [record.claim(name) for name in claims]
    shown = {claim.id for claim in record.asked_of}
    return next((claim for claim in listed if claim.id in shown), listed[0])


def _unsourced(opened: Open) -> list[Gap]:
    found: dict[tuple[float | None, float | None, str], Gap] = {}
    alike: dict[tuple[float | None, float | None], list[tuple[float | None, float | None, str]]] = {}
    names = {article.id: article.outlet or article.source.path.rsplit("/", 1)[-1] for article in opened.articles}
    for figure in opened.figures:
        if figure.kind not in COMPARED or figure.claim is None or figure.role != "level":
            continue
        claim = opened.record.claim(figure.claim)
        estimated = claim.voice == "outlet" and figure.bound is not None and _ESTIMATED.search(figure.bound) is not None
        if (
            (claim.voice != "source" and not estimated)
            or claim.speakers
            or claim.candidates
            or claim.source
            or claim.manner == "direct"
            or not _wants_source(figure, opened.record.cue_of(claim))
        ):
            continue
        text = (
            f"{quoted(opened.record.words_of(claim))}: who counted or estimated “{_line(figure.text)}”, how, and as of when? "
            "The articles name no source."
        )
        key = (figure.low, figure.high, fold(figure.of or ""))
        reason = Reason("questions.unsourced-figure", f"“{_line(figure.text)}” stands with no source")
        gap = Gap("unsourced-figure", (names[claim.article],), text, (claim.id, figure.id), opened.record.rank[claim.article], reason)
        counted = set(terms(key[2]))
        near = next((known for known in alike.get(key[:2], ()) if set(terms(known[2])) & counted), key)
        if near not in found:
            alike.setdefault(key[:2], []).append(near)
        if near not in found or found[near].weight < gap.weight:
            found[near] = gap
    return list(found.values())


def _wants_source(figure: Figure, cue: str) -> bool:
    """Tell whether a reader would ask who counted: a number of some size, or with a bound, that is estimated, believed or reported."""
    counted = figure.bound is not None or max(figure.low or 0.0, figure.high or 0.0) >= MANY
    vague = figure.bound is None and figure.low != figure.high and not any(character.isdigit() for character in figure.text)
    return counted and not vague and not _SEEMS.search(cue)


_ESTIMATED = re.compile(r"\bestimated\b|\breported(?:ly)?\b|\bbelieved\b", re.IGNORECASE)
"""Words by which an outlet itself says that somebody estimated ("an estimated 8,000 tonnes"), and does not say who."""
_SEEMS = re.compile(
    r"\b(?:charged|accused|appears?|appeared|seems?|seemed|expected|set|scheduled|planned|called|named|labell?ed)\b", re.IGNORECASE
)
"""Cues of charges, impressions and plans: what is asked of them is not who counted."""


def _undated(opened: Open) -> list[Gap]:
    found = []
    for article in opened.articles:
        if article.published is None or article.published.value is None:
            name = article.source.path.rsplit("/", 1)[-1]
            frame = opened.frames[article.id]
            told = "" if frame.window is None else f"; what the articles tell puts it {frame.window}"
            text = f"When was “{article.title or name}” published? Nothing in it or with it states a date{told}."
            why = f"{name} states no date of publication" + (f"; {frame.reason.says}" if told else "")
            found.append(
                Gap(
                    "undated",
                    (article.outlet or name,),
                    text,
                    (article.id,),
                    0,
                    Reason("questions.undated", why),
                )
            )
    return found


def _anonymous(record: Record) -> list[Gap]:
    """Find what only somebody without a name says; one question a source, with what it says last."""
    found: dict[str, Gap] = {}
    for claim in record.asked_of:
        if claim.voice != "source" or len(claim.speakers) != 1 or claim.inside is not None or not _is_told(claim):
            continue
        name = claim.speakers[0].name
        if not _is_unnamed(name) or _said_by_name(record, claim):
            continue
        text = f"{quoted(record.words_of(claim))} rests on “{name}” alone. Who can confirm it by name?"
        reason = Reason("questions.anonymous-source", f"“{name}” is not named")
        found[fold(name)] = Gap("anonymous-source", (), text, (claim.id,), record.rank[claim.article], reason)
    return list(found.values())


def _is_unnamed(name: str) -> bool:
    """Tell whether a source bears no name: "officials", "a source close to the talks"; "Lorran Air officials" speak for whom they name."""
    if any(mark in fold(name) for mark in toml("open")["unnamed"]):
        return True
    found = terms(name)
    return (
        found[-1:] != []
        and found[-1] in words("open", "anonymous")
        and not any(part[:1].isupper() for part in name.split()[len(found) == 1 :])
    )


def _is_told(claim: Claim) -> bool:
    """Tell whether a claim is a clause or a quotation that states something: a bare object ("concerns") is nothing to confirm."""
    return claim.act not in {"praise", "support", "question"} and any(kind in claim.reason.rule for kind in _TOLD)


_TOLD = ("clause", "quot", "according", "aside", "colon")


def _said_by_name(record: Record, claim: Claim) -> bool:
    """Tell whether somebody with a name says the same."""
    return any(
        like.contained >= NAMED and other.speakers and not any(_is_unnamed(party.name) for party in other.speakers)
        for like, other in record.alike.get(claim.id, ())
    )


NAMED = 0.6
"""Share of the shorter claim's telling words from which on one with a name bears out one without."""


def _single_origin(opened: Open) -> list[Gap]:
    if opened.origins != 1 or len(opened.articles) == 1:
        return []
    names = ", ".join(article.source.path.rsplit("/", 1)[-1] for article in opened.articles)
    text = f"All {len(opened.articles)} pieces ({names}) go back to one origin. Who else can confirm the story independently?"
    return [
        Gap(
            "single-origin",
            (),
            text,
            tuple(article.id for article in opened.articles),
            1,
            Reason("questions.single-origin", "copies of one piece only"),
        )
    ]


def _line(text: str) -> str:
    return " ".join(text.split())
