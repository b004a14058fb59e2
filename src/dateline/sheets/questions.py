"""The open-questions sheet: one heading for each party to ask, each question with its words, its reason and room for the answer."""

from dateline.model.story import Brief
from dateline.sheets.detail import Detail
from dateline.sheets.digest import Asked, Digest
from dateline.sheets.excerpt import capital, names
from dateline.sheets.markdown import LONGEST, escaped
from dateline.sheets.telling import digests

NOBODY = "To be found out"
"""The heading of questions that nobody in particular can answer."""


def questions(brief: Brief, *, every: bool = False) -> str:
    """Write the sheet for every story of the brief, the first seven questions of each unless `every`."""
    lines: list[str] = []
    for digest in digests(brief, Detail(every=every)):
        lines += _sheet(digest)
    return "\n".join(lines).rstrip() + "\n" if lines else "No story, so no question.\n"


def _sheet(digest: Digest) -> list[str]:
    lines = [f"# Open questions: {escaped(digest.title)}", ""]
    lines += ["From: " + "; ".join(escaped(_piece(p.label, p.published)) for p in digest.pieces) + ".", ""]
    if not digest.asked:
        return [*lines, "Nothing is open that these articles show.", ""]
    parties: dict[str, list[Asked]] = {}
    for asked in digest.asked:
        parties.setdefault(asked.to[0] if asked.to else NOBODY, []).append(asked)
    for party, listed in parties.items():
        lines += [f"## {escaped(capital(party))}", ""]
        for asked in listed:
            lines += _question(asked)
    left = digest.folded.get("more questions", 0)
    return [*lines, f"*{left} more on request.*", ""] if left else lines


def _piece(label: str, published: str | None) -> str:
    return f"{label}, {'undated' if published is None else published}"


def _question(asked: Asked) -> list[str]:
    lines = [f"### {asked.rank}. {escaped(asked.text)}", ""]
    if len(asked.to) > 1:
        lines += [f"*To be put to {escaped(names(asked.to[1:]))} as well.*", ""]
    quoted: set[tuple[str, str]] = set()
    for whose, words in asked.words:
        if (words.clipped(LONGEST), words.label) in quoted:
            continue
        quoted.add((words.clipped(LONGEST), words.label))
        lines += [f"> {escaped(words.clipped(LONGEST))}", ">", f"> — {escaped(capital(whose))}, in {escaped(words.label)}", ""]
    lines += [f"*Why this is asked: {escaped(asked.reason.partition(': ')[2] or asked.reason)}.*", ""]
    return [*lines, "- [ ] Answered", "- Answer:", "- Name:", "- Date:", ""]
