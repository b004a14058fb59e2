"""`dateline verify`: hold the ledger against itself."""

import json

import typer

from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.lists import Json
from dateline.cli.output import write
from dateline.cli.progress import progress

UNTRUE = 4
"""The exit code where something does not hold."""


def verify(ledger: Ledger = None, json_: Json = False) -> None:  # noqa: FBT002
    """Hold every text against its hash, and every span of every passage and mark against the text. Exit code 4 if one does not hold."""
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right

    with LedgerDesk(path) as desk, progress("Verifying …", quiet=False):
        faults = desk.verify()
    if json_:
        write(json.dumps(faults, ensure_ascii=False, indent=1) + "\n", None)
    else:
        write("".join(f"{fault}\n" for fault in faults) or "Everything holds.\n", None)
    if faults:
        raise typer.Exit(UNTRUE)
