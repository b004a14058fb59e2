"""The brief for a terminal: as wide as the terminal is, in colour only where there is one, plain when piped.

What is ours stands in sentences; what is a source's stands behind a bar, word for word.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from dateline.model.story import Brief
from dateline.sheets.detail import Detail
from dateline.sheets.digest import Account, Asked, Course, Digest, Hour, Loose, Parting, Turn, Unheard
from dateline.sheets.evidence import Words
from dateline.sheets.excerpt import capital, counted, one_line
from dateline.sheets.folded import folded_lines
from dateline.sheets.saying import Saying
from dateline.sheets.telling import digests, unread

Entry = TypeVar("Entry")

WIDEST = 110
"""Columns beyond which lines get hard to read."""

LONGEST = 260
"""Characters of a source's words that are shown of one claim: two to three lines of a terminal."""


def show(brief: Brief, console: Console, detail: Detail) -> None:
    """Print the brief of every story, then what could not be read."""
    console.width = min(console.width, WIDEST)
    sheet = _Sheet(console, detail)
    told = digests(brief, detail)
    for index, digest in enumerate(told):
        if index:
            sheet.rule()
        sheet.story(digest)
    if not told:
        console.print(Text("No story: no article could be read."))
    sheet.issues(brief)


class _Sheet:
    def __init__(self, console: Console, detail: Detail) -> None:
        self.console = console
        self.detail = detail

    def rule(self) -> None:
        self.console.print()
        self.console.print(Text("─" * self.console.width, "dim"))
        self.console.print()

    def line(self, text: Text, indent: int = 2, hang: int = 0) -> None:
        """Print with every row indented, rows after the first by `hang` more. No row ends in blanks."""
        rows = text.wrap(self.console, max(self.console.width - indent - hang, 20))
        for index, row in enumerate(rows):
            row.rstrip()
            self.console.print(Text(" " * (indent + (hang if index else 0))) + row, soft_wrap=True)

    def head(self, title: str) -> None:
        self.console.print()
        self.console.print(Text(title.upper(), "bold"))

    def quote(self, words: Words, indent: int = 4, most: int = LONGEST) -> None:
        """Quote behind a bar that runs down every line of the quotation."""
        shown = words.text if self.detail.why else words.clipped(most)
        width = max(self.console.width - indent - 2, 20)
        for row in Text(shown).wrap(self.console, width):
            self.line(Text.assemble(("│ ", "dim"), (row.plain.rstrip(), "italic")), indent)
        if self.detail.why:
            self.line(Text(f"at {words.path}:{words.span.start}-{words.span.end}", "dim"), indent + 2)

    def why(self, reason: str, indent: int = 4, id_: str | None = None) -> None:
        if self.detail.why:
            self.line(Text(f"why: {reason}" + (f" [{id_}]" if id_ is not None else ""), "dim"), indent + 2, 5)

    def part(self, title: str, entries: Sequence[Entry], print_one: Callable[[Entry], None]) -> None:
        if entries:
            self.head(title)
        self.apart(entries, print_one)

    def apart(self, entries: Sequence[Entry], print_one: Callable[[Entry], None]) -> None:
        for index, entry in enumerate(entries):
            if index:
                self.console.print()
            print_one(entry)

    def story(self, digest: Digest) -> None:
        self.console.print(Text(digest.title, "bold"))
        if digest.about is not None:
            self.line(Text(digest.about, "italic"), 0)
        self.console.print(Text(f"{counted(len(digest.pieces), 'article')} · {counted(digest.origins, 'independent origin')}", "dim"))
        self.console.print()
        self.pieces(digest)
        for reason in digest.joined if len(digest.pieces) > 1 else ():
            self.why(f"one story, because {reason}", 0)
        self.part("Disputed", digest.partings, self.parting)
        if not digest.partings:
            self.head("Disputed")
            self.line(Text("Nothing: no two accounts here were found to part."))
        self.part("How numbers moved", digest.courses, self.course)
        self.turns(digest.turns)
        self.part("Timeline", digest.hours, self.hour)
        self.part("Figures that nobody sources", digest.loose, self.loose)
        self.part("Not heard", digest.unheard, self.unheard)
        if digest.asked:
            self.head("Open questions")
            for asked in digest.asked:
                self.asked(asked)
        if digest.ruled:
            self.head("Ruled by people")
            for line in digest.ruled:
                self.line(Text(line), 2, 2)
        folded = folded_lines(digest.folded)
        if folded:
            self.console.print()
            self.line(Text(f"Not shown: {'; '.join(folded)}. All of it with --all.", "dim"), 0)

    def pieces(self, digest: Digest) -> None:
        labels = max(cell_len(piece.label) for piece in digest.pieces)
        for piece in digest.pieces:
            when = "undated" if piece.published is None else piece.published
            inferred = " (inferred)" if piece.because is not None and not self.detail.why else ""
            file = piece.path if self.detail.why else piece.file
            path = "".join(f"   {part}" for part in (piece.version, file) if part not in {None, piece.label})
            gap = " " * (max(labels, 12) - cell_len(piece.label) + 3) if labels <= self.console.width // 3 else "   "
            self.line(Text.assemble((piece.label, "bold"), gap, f"{when + inferred:<15}", (path, "dim")), 2, 4)
            if piece.because is not None:
                self.why(piece.because, 4)

    def parting(self, parting: Parting) -> None:
        status = "" if parting.status == "disputed" else f"  ({parting.status})"
        self.line(Text.assemble((parting.about, "bold red" if parting.status == "disputed" else "bold"), (status, "dim")))
        self.why(parting.reason, 2, parting.id)
        for account in parting.accounts:
            self.account(account)

    def account(self, account: Account) -> None:
        origins = counted(account.origins, "origin")
        value = f"{account.value} — " if account.value is not None else ""
        self.line(Text.assemble((value, "bold"), account.speakers if value else capital(account.speakers), (f"  ({origins})", "dim")), 4)
        for whose, words, reason in account.lines:
            whose_else = "" if whose == account.speakers else f"{capital(whose)} · "
            self.line(Text(f"{whose_else}{words.label}", "dim"), 6)
            self.quote(words, 6)
            self.why(reason, 6)

    def course(self, course: Course) -> None:
        self.line(Text.assemble((course.about, "bold"), f" — {course.who}"))
        for value, label in course.steps:
            self.line(Text.assemble(value, (f"  {label}", "dim")), 4)
        self.why(course.reason, 4)

    def turns(self, turns: tuple[Turn, ...]) -> None:
        """Print changes one by one, and what is new by article, a line of words each: the timeline has the rest."""
        if turns:
            self.head("What changed")
        self.apart([turn for turn in turns if turn.kind != "new"], self.turn)
        label = None
        for turn in turns:
            if turn.kind == "new" and turn.after is not None:
                if turn.after.words.label != label:
                    label = turn.after.words.label
                    self.line(Text.assemble(("new", "bold"), f" in {label}"))
                self.line(said_line(turn.after, label=False), 4)
                self.quote(turn.after.words, 6, most=max(self.console.width - 8, 40))
                self.why(turn.reason, 6)

    def turn(self, turn: Turn) -> None:
        for said, note in ((turn.before, "before"), (turn.after, turn.kind)):
            if said is not None:
                shown = note if turn.after is not None else turn.kind
                self.line(Text.assemble((f"{shown}: ", "bold" if shown == turn.kind else "dim"), said_line(said)))
                self.quote(said.words)
        self.why(turn.reason)

    def hour(self, hour: Hour) -> None:
        when = "No date given" if hour.when is None else hour.when
        note = f"  ({hour.note})" if hour.note is not None and hour.when is None else ""
        self.line(Text.assemble((when, "bold cyan"), (note, "dim")))
        if hour.note is not None and hour.when is not None:
            self.line(Text(hour.note, "dim"), 4)
        for said in hour.sayings:
            self.saying(said)

    def saying(self, said: Saying) -> None:
        doubt = "possible: " if not said.sure and not said.own else ""
        self.line(Text.assemble((doubt, "yellow"), said_line(said)), 6 if said.nested else 4)
        self.quote(said.words, 6)
        self.why(said.reason, 6, said.id)

    def loose(self, loose: Loose) -> None:
        labels = ", ".join(dict.fromkeys(words.label for words in loose.places))
        self.line(Text.assemble((loose.value, "bold"), (f" · {labels}{' (see Disputed)' if loose.told else ''}", "dim")))
        for words in loose.places if self.detail.why else loose.places[: 0 if loose.told else 1]:
            self.quote(words)
        self.why(loose.reason, id_=loose.id)

    def unheard(self, unheard: Unheard) -> None:
        self.line(Text.assemble((capital(unheard.who), "bold"), f" — {unheard.how}"))
        for whose, words in unheard.words:
            self.line(Text(f"{capital(whose)} · {words.label}", "dim"), 4)
            self.quote(words)
        self.why(unheard.reason)

    def asked(self, asked: Asked) -> None:
        to = f"to {', '.join(asked.to)}: " if asked.to else ""
        number = f"{asked.rank}. "
        self.line(Text.assemble((number, "bold"), (to, "dim"), asked.text), 2, len(number))
        self.why(asked.reason, 5, asked.id)

    def issues(self, brief: Brief) -> None:
        bad = unread(brief.issues)
        if bad:
            self.head("Could not be read")
            for issue in bad:
                self.line(Text(f"{one_line(issue.path)}: {one_line(issue.says)}"))
        odd = [issue for issue in brief.issues if not issue.fatal]
        if odd and self.detail.every:
            self.head("Noted")
            for issue in odd:
                self.line(Text(f"{one_line(issue.path)}: {one_line(issue.says)}", "dim"))


def said_line(said: Saying, *, label: bool = True) -> Text:
    """Write who said it, in what capacity, through whom, and in which article, if `label`."""
    role = f", {said.role}," if said.role is not None and said.did else ""
    did = f" {said.did}" if said.did else ""
    rest = [f"via {said.via}"] if said.via else []
    if label and not said.own:
        rest.append(", also ".join(dict.fromkeys([said.words.label, *(words.label for words in said.also)])))
    subject = said.subject if said.own else capital(said.subject)
    return Text.assemble((subject, "bold"), role, did, ("".join(f" · {part}" for part in rest), "dim"))
