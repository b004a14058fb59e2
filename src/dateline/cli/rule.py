"""`dateline rule` and `dateline rulings`: what people decide about what was found, and the log of it."""

import getpass
import json
import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.lists import Json
from dateline.cli.output import write
from dateline.model.errors import UsageError
from dateline.model.ruling import VERDICTS, Ruling, Verdict

AUTHOR = "DATELINE_AUTHOR"
"""The environment variable that names who rules."""

Text = str | None


def rule(  # noqa: PLR0913, PLR0917 - the options of the verdicts
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=f"One of {', '.join(VERDICTS)}.", show_default=False)],
    subject: Annotated[str, typer.Argument(metavar="ID", help="What is ruled on: its id or the first digits of it.", show_default=False)],
    other: Annotated[Text, typer.Argument(metavar="[ID]", help="For merge: the other story or article.", show_default=False)] = None,
    speaker: Annotated[Text, typer.Option("--speaker", metavar="NAME", help="Correct who said it.", show_default=False)] = None,
    said: Annotated[Text, typer.Option("--said", metavar="DATE", help="Correct when it was said.", show_default=False)] = None,
    content: Annotated[
        Text, typer.Option("--content", metavar="START-END", help="Correct which characters of the article are said.", show_default=False)
    ] = None,
    value: Annotated[Text, typer.Option("--value", metavar="NUMBER", help="Correct a figure.", show_default=False)] = None,
    text: Annotated[Text, typer.Option("--text", metavar="WORDS", help="The answer to a question.", show_default=False)] = None,
    source: Annotated[Text, typer.Option("--source", metavar="WORDS", help="Where the answer comes from.", show_default=False)] = None,
    note: Annotated[Text, typer.Option("--note", metavar="WORDS", help="Why.", show_default=False)] = None,
    author: Annotated[
        Text, typer.Option("--author", metavar="NAME", help=f"Who rules. Default: ${AUTHOR}, else the user.", show_default=False)
    ] = None,
    ledger: Ledger = None,
) -> None:
    """Confirm, reject or correct a claim or figure, merge or split stories, dismiss a dispute, answer a question, undo a ruling."""
    named = _verdict(verdict)
    given = {"speaker": speaker, "said": said, "content": content, "value": value, "text": text, "source": source, "with": other}
    values = tuple((name, words) for name, words in given.items() if words is not None)
    asked = Ruling(subject, named, author or os.environ.get(AUTHOR) or getpass.getuser(), _now(), values, note)
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.rulings import ruling_line  # noqa: PLC0415

    with LedgerDesk(path) as desk:
        made = desk.rule(asked)
    write(f"{made.id}  {ruling_line(made)}\n", None)


def rulings(ledger: Ledger = None, json_: Json = False) -> None:  # noqa: FBT002
    """List the rulings: which are in force, which were undone, and which have lost what they were on."""
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.rulings import rows, ruling_line  # noqa: PLC0415

    with LedgerDesk(path) as desk:
        log, subjects = desk.rulings(), desk.subjects()
    listed = rows(log, subjects)
    if json_:
        write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", None)
        return
    lines = [f"{row['id']}  {row['status']:<8}  {ruling_line(ruling)}" for row, ruling in zip(listed, log, strict=True)]
    write("\n".join(lines or ["Nobody has ruled on anything in this ledger yet."]) + "\n", None)


def _verdict(name: str) -> Verdict:
    found = next((verdict for verdict in VERDICTS if verdict == name), None)
    if found is None:
        raise UsageError(f"{name!r} is no verdict; there are {', '.join(VERDICTS)}")
    return found


def _now() -> str:
    """Give the time of ruling: the one time of running that is kept, for it is what the log is for."""
    return datetime.now(UTC).isoformat(timespec="seconds")
