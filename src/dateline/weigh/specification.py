"""Whether a document reads as a specification, and what a pile of documents leaves open of what has to be known before building."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model.need import Specification, Topic
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.words.loader import toml, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model.article import Article
    from dateline.model.need import Need

ENOUGH = 2
"""Sentences that ask something of a program, from which on a text without a telling title reads as a specification: a news report that
happens to say so once ("the system must be switched off") stays a report. They must also outnumber the claims of sources."""

_STRONG = frozenset({"needs.of-system", "needs.of-user", "needs.shall", "needs.numbered", "needs.story"})

RULES = (
    Rule(
        "specification.titled",
        "A title or heading says that these are requirements, and something is required.",
        "Requirements\n\nThe clipping tool\n\nResults must be sorted by date.",
        "Harbour news\n\nResults must be counted by Monday, the town said.",
    ),
    Rule(
        "specification.asks",
        "Several sentences ask something of a program, more than report what somebody said.",
        "The tool must read letters. The tool must keep their dates. Users need to be able to undo.",
        "The system must be switched off, the minister said. The mayor said she agreed. The union said it would wait.",
    ),
    Rule(
        "specification.report",
        "It tells, and asks little or nothing of a program.",
        "The mayor said the bridge would close.",
        "The tool must read letters. The tool must keep their dates.",
    ),
)


def specification(article: Article, needs: Sequence[Need], reported: int) -> Specification:
    """Judge one document. Of one that is none only what asks outright is kept, for a person to see what was passed over."""
    strong = [need for need in needs if need.reason.rule in _STRONG]
    required = [need for need in needs if need.kind == "requirement"]
    heading = _says_so(article)
    if heading is not None and required:
        return Specification(article, tuple(needs), reported, True, Reason("specification.titled", f"it is headed “{heading}”"))  # noqa: FBT003
    if len(strong) >= ENOUGH and len(strong) > reported:
        says = f"{len(strong)} sentences ask something of a program or its users, {_counted(reported)} reported in it"
        return Specification(article, tuple(needs), reported, True, Reason("specification.asks", says))  # noqa: FBT003
    says = f"{_counted(reported)} reported in it, {_asks(len(strong))} something of a program"
    return Specification(article, tuple(strong), reported, False, Reason("specification.report", says))  # noqa: FBT003


def topics(documents: Sequence[Specification]) -> tuple[Topic, ...]:
    """Hold the documents that are specifications against what has to be known; a topic without needs is missing."""
    needs = [(document.article.id, need) for document in documents if document.is_one for need in document.needs]
    found = []
    for topic in toml("specification")["topic"]:
        wanted = topic["words"]
        if wanted == "verdict":
            titled = [document for document in documents if document.reason.rule == "specification.titled"]
            hits = [(document.article.id, document.needs[0]) for document in titled]
        elif wanted.startswith("rules:"):
            rules = frozenset(wanted.removeprefix("rules:").split())
            hits = [pair for pair in needs if pair[1].reason.rule in rules]
        else:
            listed = frozenset(wanted.split())
            hits = [pair for pair in needs if pair[1].kind == "requirement" and listed & set(_words(pair[1].sentence))]
        found.append(Topic(topic["name"], topic["ask"], topic["matters"], tuple(hits)))
    return tuple(found)


def _says_so(article: Article) -> str | None:
    telling = words("specification", "titles")
    for passage in article.passages:
        if passage.kind in {"title", "heading", "subtitle"}:
            line = " ".join(passage.span.of(article.text).split()).lstrip("# ")
            if telling & set(_words(line)):
                return line
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower())


def _counted(number: int) -> str:
    return "1 claim of a source is" if number == 1 else f"{number or 'no'} claims of sources are"


def _asks(number: int) -> str:
    return "no sentence asks" if number == 0 else f"{number} sentence{'s ask' if number > 1 else ' asks'}"
