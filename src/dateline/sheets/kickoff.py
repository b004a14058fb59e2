"""The clarification request: what documents require of a program, in their words, and what has to be asked before building."""

from collections.abc import Iterable, Sequence

from dateline.model.issue import Issue
from dateline.model.need import Need, NeedKind, Specification, Topic
from dateline.sheets.excerpt import clip, counted, one_line
from dateline.sheets.markdown import LONGEST, escaped
from dateline.sheets.telling import unread

NOTHING = "Nothing found."
MOST_WORDS = 3
"""Passages that are shown of one topic that the documents do speak of: enough to see whether it is answered."""

_PARTS: tuple[tuple[NeedKind, str], ...] = (
    ("requirement", "What they require"),
    ("user", "Who is named as a user"),
    ("limit", "Figures on hardware or performance"),
)


def kickoff(documents: Sequence[Specification], topics: Sequence[Topic], issues: Iterable[Issue] = ()) -> str:
    """Write the request as Markdown: the documents, what they require, the users and limits they name, and every open point to fill in."""
    lines = ["# Questions for the kickoff discussion", "", "These documents were read as if they were a specification.", ""]
    for document in documents:
        lines += _document(document)
    for kind, title in _PARTS:
        lines += [f"## {title}", ""]
        found = [(document, need) for document in documents if document.is_one for need in document.needs if need.kind == kind]
        lines += [line for document, need in found for line in _need(document, need)] or [NOTHING, ""]
    lines += _passed_over(documents)
    missing = [topic for topic in topics if not topic.needs]
    lines += ["## What is missing", ""]
    for number, topic in enumerate(missing, 1):
        lines += [f"### {number}. {topic.ask}", "", f"{topic.name}: nothing found. {topic.matters}", ""]
        lines += ["- [ ] Answered", "- Answer:", "- Name:", "- Date:", ""]
    lines += [] if missing else [NOTHING.replace("found", "is missing that is asked for here"), ""]
    lines += _spoken_of(topics, {document.article.id: document for document in documents})
    bad = unread(issues)
    if bad:
        lines += ["## Could not be read", ""]
        lines += [f"- {escaped(one_line(issue.path))}: {escaped(one_line(issue.says))}" for issue in bad]
    return "\n".join(lines).rstrip() + "\n"


def _document(document: Specification) -> list[str]:
    words = counted(len(document.article.text.split()), "word")
    reads = "reads as a specification" if document.is_one else "does not read as a specification"
    return [f"- **{escaped(one_line(document.article.source.path))}** ({words}) {reads}: {escaped(document.reason.says)}.", ""]


def _need(document: Specification, need: Need) -> list[str]:
    place = f"{escaped(one_line(document.article.source.path))}:{need.span.start}-{need.span.end}"
    shown = need.sentence if need.kind == "limit" else need.text
    return [f"> {escaped(clip(one_line(shown), LONGEST))}", ">", f"> — {place}. *{escaped(str(need.reason))}*", ""]


def _passed_over(documents: Sequence[Specification]) -> list[str]:
    """Show what asks something of a program in a document that is no specification: a person may judge otherwise."""
    found = [(document, need) for document in documents if not document.is_one for need in document.needs]
    if not found:
        return []
    lines = ["## Passed over", "", "These stand in documents that do not read as a specification.", ""]
    return lines + [line for document, need in found for line in _need(document, need)]


def _spoken_of(topics: Sequence[Topic], documents: dict[str, Specification]) -> list[str]:
    told = [topic for topic in topics if topic.needs]
    lines = ["## What they do speak of", ""] if told else []
    for topic in told:
        lines += [f"### {topic.name}", "", f"{topic.ask} Is this all?", ""]
        for id_, need in topic.needs[:MOST_WORDS]:
            lines += _need(documents[id_], need)
        left = len(topic.needs) - MOST_WORDS
        lines += [f"*And {left} more above.*", ""] if left > 0 else []
    return lines
