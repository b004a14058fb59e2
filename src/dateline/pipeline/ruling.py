"""From what a person asks for to a ruling: what it is on is looked up in the stories as they stand, and told in words."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.errors import UsageError
from dateline.model.ruling import Ruling, Verdict
from dateline.model.story import Brief, Story

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SPANS = re.compile(r"\d+-\d+(,\d+-\d+)*")

MAY: Mapping[Verdict, tuple[str, ...]] = {
    "confirm": ("claim",),
    "reject": ("claim", "figure"),
    "correct": ("claim", "figure"),
    "merge": ("story", "article"),
    "split": ("article",),
    "dismiss": ("dispute",),
    "answer": ("question",),
    "undo": ("ruling",),
}
"""What each verdict may be given on."""

CORRECTS: Mapping[str, tuple[str, ...]] = {"claim": ("speaker", "said", "content"), "figure": ("value",)}
"""What of a claim and of a figure can be corrected."""

LONGEST = 120
"""Characters of the words that tell what was ruled on."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something of a story that has an id: what it is, the id, and in words what was found."""

    kind: str
    id: str
    words: str


def subjects(brief: Brief) -> list[Subject]:
    """List everything that can be ruled on."""
    found = [Subject("article", article.id, article.title or article.source.path) for article in brief.articles]
    for story in brief.stories:
        found.append(Subject("story", story.id, story.title))
        found += [Subject("claim", claim.id, _said(claim.text, [party.name for party in claim.speakers])) for claim in story.claims]
        found += [Subject("figure", figure.id, f"{figure.text} {figure.of or ''}") for figure in story.figures]
        found += [Subject("dispute", dispute.id, f"{dispute.about}: {dispute.reason.says}") for dispute in story.disputes]
        found += [Subject("question", question.id, question.text) for question in story.questions]
    return [Subject(item.kind, item.id, " ".join(item.words.split())[:LONGEST]) for item in found]


def ruling_on(brief: Brief, log: Sequence[Ruling], asked: Ruling) -> Ruling:
    """Complete a ruling that a person asks for: its subject, given by its first digits, becomes a whole id, and `was` tells what it is.

    Raises:
        UsageError: nothing is named so, or several things are, or it cannot be ruled on in this way.
    """
    past = [Subject("ruling", ruling.id, f"{ruling.verdict}: {ruling.was or ruling.subject}") for ruling in log]
    known = past if asked.verdict == "undo" else subjects(brief)
    subject = _one(asked.subject, [item for item in known if item.kind in MAY[asked.verdict]], MAY[asked.verdict])
    values = dict(asked.values)
    id_ = subject.id
    if asked.verdict == "correct":
        _check(subject, values)
    elif asked.verdict == "answer":
        if not values.get("text"):
            raise UsageError("an answer needs its words: give them with --text")
    elif asked.verdict == "merge":
        other = _one(values.get("with", ""), [item for item in known if item.kind in MAY["merge"]], MAY["merge"])
        id_, values["with"] = _earliest(brief, subject), _earliest(brief, other)
        if _home(brief, id_) is _home(brief, values["with"]):
            raise UsageError("the two are one story already")
    elif asked.verdict == "split":
        others = [name for name in _home(brief, id_).articles if name != id_]
        if not others:
            raise UsageError("the article is a story by itself: there is nothing to split it from")
        values["from"] = others[0]
    return Ruling(id_, asked.verdict, asked.author, asked.at, tuple(sorted(values.items())), asked.note, subject.words)


def _said(text: str, speakers: Sequence[str]) -> str:
    return f"{' and '.join(speakers) or 'nobody named'}: {text}"


def _one(name: str, known: Sequence[Subject], kinds: Sequence[str]) -> Subject:
    found = [item for item in known if name and item.id.startswith(name)]
    ids = {item.id for item in found}
    what = " or ".join(kinds)
    if not ids:
        raise UsageError(f"no {what} is named {name!r}: `dateline show STORY --why` and `dateline article ID` print the ids")
    if len(ids) > 1:
        raise UsageError(f"{len(ids)} things go by {name!r}: give more of the id")
    return found[0]


def _check(subject: Subject, values: Mapping[str, str]) -> None:
    wanted = CORRECTS[subject.kind]
    options = " or ".join(f"--{name}" for name in wanted)
    wrong = sorted(set(values) - set(wanted))
    if wrong or not values:
        raise UsageError(f"a {subject.kind} is corrected with {options}" + (f", not with --{wrong[0]}" if wrong else ""))
    for name, value in values.items():
        good = {
            "speaker": bool(value.strip()),
            "said": _DAY.fullmatch(value) is not None,
            "content": _SPANS.fullmatch(value) is not None and all(_forward(part) for part in value.split(",")),
            "value": _number(value),
        }[name]
        if not good:
            form = {"speaker": "a name", "said": "YYYY, YYYY-MM or YYYY-MM-DD", "content": "START-END[,START-END]", "value": "a number"}
            raise UsageError(f"--{name} {value!r}: give {form[name]}")


def _forward(part: str) -> bool:
    start, end = map(int, part.split("-"))
    return start < end


def _number(value: str) -> bool:
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False


def _earliest(brief: Brief, subject: Subject) -> str:
    if subject.kind == "article":
        return subject.id
    return next(story.articles[0] for story in brief.stories if story.id == subject.id)


def _home(brief: Brief, article: str) -> Story:
    return next(story for story in brief.stories if article in story.articles)
