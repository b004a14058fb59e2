"""The brief as Markdown that pastes cleanly: headings, lists and quotations, nothing else; what a source wrote stays what it wrote."""

import re
from collections.abc import Iterable, Iterator

from dateline.model.story import Brief
from dateline.sheets.detail import Detail
from dateline.sheets.digest import Account, Course, Digest, Hour, Loose, Parting, Turn, Unheard
from dateline.sheets.evidence import Words
from dateline.sheets.excerpt import capital, counted, one_line
from dateline.sheets.folded import folded_lines
from dateline.sheets.saying import Saying
from dateline.sheets.telling import digests, unread

LONGEST = 400
"""Characters of a source's words that are shown of one claim."""

_SPECIAL = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w]+;)|(?<=!)\[")
_OPENING = re.compile(r"^(?=[#+=-]|\d+[.)](?:\s|$))")


def escaped(text: str) -> str:
    r"""Write text so that Markdown shows it as it is.

    >>> escaped("1. *Stop* <b> in_word")
    '1\\. \\*Stop\\* \\<b\\> in_word'
    """
    safe = _SPECIAL.sub(lambda match: f"\\{match.group()}", text)
    match = re.match(r"\d+(?=[.)](?:\s|$))", safe)
    if match:
        return f"{match.group()}\\{safe[match.end() :]}"
    return _OPENING.sub(r"\\", safe)


def markdown(brief: Brief, detail: Detail) -> str:
    """Write the brief of every story, then what could not be read."""
    lines: list[str] = []
    told = digests(brief, detail)
    for digest in told:
        lines += _story(digest, detail)
    if not told:
        lines += ["No story: no article could be read.", ""]
    bad = unread(brief.issues)
    if bad:
        lines += ["## Could not be read", ""]
        lines += [f"- {escaped(one_line(issue.path))}: {escaped(one_line(issue.says))}" for issue in bad]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def _story(digest: Digest, detail: Detail) -> list[str]:
    lines = [f"# {escaped(digest.title)}", ""]
    lines += [f"> {escaped(digest.about)}", ""] if digest.about is not None else []
    lines += [f"{counted(len(digest.pieces), 'article')}, {counted(digest.origins, 'independent origin')}.", ""]
    for piece in digest.pieces:
        when = "undated" if piece.published is None else piece.published
        note = f", {escaped(piece.because)}" if piece.because is not None else ""
        path = "" if piece.file is None else f", {escaped(piece.file)}"
        version = "" if piece.version is None else f", {piece.version}"
        lines.append(f"- **{escaped(piece.label)}**, {escaped(when)}{note}{version}{path}")
    lines += (
        ["", *(f"- *one story, because {escaped(reason)}*" for reason in digest.joined)] if detail.why and len(digest.pieces) > 1 else []
    )
    lines += ["", "## Disputed", ""]
    if not digest.partings:
        lines += ["Nothing: no two accounts here were found to part.", ""]
    for parting in digest.partings:
        lines += _parting(parting, detail)
    lines += _part("How numbers moved", (_course(course, detail) for course in digest.courses))
    lines += _part("What changed", (_turn(turn, detail) for turn in digest.turns))
    lines += _part("Timeline", (_hour(hour, detail) for hour in digest.hours))
    lines += _part("Figures that nobody sources", (_loose(loose, detail) for loose in digest.loose))
    lines += _part("Not heard", (_unheard(unheard, detail) for unheard in digest.unheard))
    if digest.asked:
        lines += ["## Open questions", ""]
        for asked in digest.asked:
            to = f"To {escaped(', '.join(asked.to))}: " if asked.to else ""
            lines.append(f"{asked.rank}. {to}{escaped(asked.text)}{_why(asked.reason, detail)}")
        lines.append("")
    if digest.ruled:
        lines += ["## Ruled by people", "", *(f"- {escaped(line)}" for line in digest.ruled), ""]
    folded = folded_lines(digest.folded)
    if folded:
        lines += [f"*Not shown: {'; '.join(folded)}.*", ""]
    return lines


def _course(course: Course, detail: Detail) -> list[str]:
    lines = [f"**{escaped(course.about)}**, {escaped(course.who)}{_why(course.reason, detail)}", ""]
    return [*lines, *(f"- {escaped(value)} ({escaped(label)})" for value, label in course.steps)]


def _part(title: str, entries: Iterable[list[str]]) -> list[str]:
    listed = [line for entry in entries for line in [*entry, ""]]
    return [f"## {title}", "", *listed] if listed else []


def _parting(parting: Parting, detail: Detail) -> list[str]:
    status = "" if parting.status == "disputed" else f" ({parting.status})"
    lines = [f"### {escaped(capital(parting.about))}{status}", ""]
    if detail.why:
        lines += [_why(parting.reason, detail).strip(), ""]
    for account in parting.accounts:
        lines += _account(account, detail)
    return lines


def _account(account: Account, detail: Detail) -> Iterator[str]:
    value = f"**{escaped(account.value)}**: " if account.value is not None else ""
    yield f"{value}{escaped(account.speakers)} ({counted(account.origins, 'origin')})"
    yield ""
    for whose, words, reason in account.lines:
        yield from _quote(words, whose, detail)
        yield from ([_why(reason, detail).strip(), ""] if detail.why else [])


def _turn(turn: Turn, detail: Detail) -> list[str]:
    lines = []
    for said, note in ((turn.before, "Before"), (turn.after, capital(turn.kind))):
        if said is not None:
            label = capital(turn.kind) if turn.after is None else note
            lines += [f"**{label}:** {_line(said)}{_why(turn.reason, detail)}", "", *_quote(said.words, "", detail)]
    return lines


def _hour(hour: Hour, detail: Detail) -> list[str]:
    when = "No date given" if hour.when is None else hour.when
    note = f" ({escaped(hour.note)})" if hour.note is not None else ""
    lines = [f"### {escaped(when)}{note}", ""]
    for said in hour.sayings:
        doubt = "" if said.sure or said.own else "Possible: "
        lines += [f"{doubt}{_line(said)}{_why(said.reason, detail)}", "", *_quote(said.words, "", detail)]
    return lines


def _loose(loose: Loose, detail: Detail) -> list[str]:
    return [
        f"**{escaped(loose.value)}**{_why(loose.reason, detail)}",
        "",
        *(line for words in loose.places for line in _quote(words, "", detail)),
    ]


def _unheard(unheard: Unheard, detail: Detail) -> list[str]:
    lines = [f"**{escaped(capital(unheard.who))}**: {unheard.how}{_why(unheard.reason, detail)}", ""]
    return lines + [line for whose, words in unheard.words for line in _quote(words, whose, detail)]


def _quote(words: Words, whose: str, detail: Detail) -> list[str]:
    place = f"{words.path}:{words.span.start}-{words.span.end}" if detail.why else words.label
    source = f"{capital(whose)}, {place}" if whose else place
    return [f"> {escaped(words.clipped(LONGEST))}", ">", f"> — {escaped(source)}", ""]


def _line(said: Saying) -> str:
    role = f", {escaped(said.role)}," if said.role is not None and said.did else ""
    did = f" {escaped(said.did)}" if said.did else ""
    via = f" (via {escaped(said.via)})" if said.via else ""
    also = f"; also in {', '.join(dict.fromkeys(escaped(words.label) for words in said.also))}" if said.also else ""
    return f"**{escaped(said.subject if said.own else capital(said.subject))}**{role}{did}{via}{also}"


def _why(reason: str, detail: Detail) -> str:
    return f" *Why: {escaped(reason)}*" if detail.why else ""
