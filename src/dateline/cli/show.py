"""`dateline show`: the brief of one story of the ledger."""

import sys
from typing import Annotated

import typer

# One way to print a brief: that of `dateline brief`.
from dateline.cli.brief import Format, _form, _print, _text
from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.options import Out
from dateline.cli.output import STDOUT, write


def show(  # noqa: PLR0913, PLR0917 - the options of the contract
    story: Annotated[str, typer.Argument(metavar="STORY", help="The story's id, or its first digits.", show_default=False)],
    ledger: Ledger = None,
    out: Out = None,
    format_: Annotated[
        Format | None, typer.Option("--format", metavar="text|md|html|json", help="As of dateline brief.", show_default=False)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show also what is folded away: possible claims, all questions.")] = False,  # noqa: FBT002
    why: Annotated[bool, typer.Option("--why", help="Under each line the rule that found it, and file:offset of the words.")] = False,  # noqa: FBT002
) -> None:
    """Print the brief of one story of the ledger."""
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.detail import Detail  # noqa: PLC0415

    with LedgerDesk(path) as desk:
        found = desk.story(story)
    form = format_ or _form(out)
    detail = Detail(every=every, why=why)
    if form is Format.text and out in {None, STDOUT} and sys.stdout.isatty():
        _print(found, detail)
    else:
        write(_text(found, form, detail), out)
