"""`dateline show`: the brief of one story of the ledger."""

from typing import Annotated

import typer

from dateline.cli.forms import Every, Form, Why, deliver
from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.options import Out


def show(  # noqa: PLR0913, PLR0917 - the options of the contract
    story: Annotated[str, typer.Argument(metavar="STORY", help="The story's id, or its first digits.", show_default=False)],
    ledger: Ledger = None,
    out: Out = None,
    format_: Form = None,
    every: Every = False,  # noqa: FBT002
    why: Why = False,  # noqa: FBT002
) -> None:
    """Print the brief of one story of the ledger."""
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.detail import Detail  # noqa: PLC0415

    with LedgerDesk(path) as desk:
        found = desk.story(story)
    deliver(found, Detail(every=every, why=why), format_, out)
