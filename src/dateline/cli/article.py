"""`dateline article`: one article of the ledger, with every passage's kind and its marks."""

import json
import shutil
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.lists import Json
from dateline.cli.output import write
from dateline.model.errors import UsageError
from dateline.model.passage import PASSAGE_KINDS

if TYPE_CHECKING:
    from dateline.model.passage import PassageKind

PIPED = 100
"""Columns where there is no terminal to ask: the same bytes on every machine."""

Kinds = list[str] | None


def article(
    name: Annotated[
        str,
        typer.Argument(metavar="ID|FILE", help="The article's id or its first digits, or the file it was read from.", show_default=False),
    ],
    ledger: Ledger = None,
    keep: Annotated[Kinds, typer.Option("--keep", metavar="KIND", help="Show only passages of this kind.", show_default=False)] = None,
    drop: Annotated[Kinds, typer.Option("--drop", metavar="KIND", help="Show no passages of this kind.", show_default=False)] = None,
    json_: Json = False,  # noqa: FBT002
) -> None:
    """Show one article: every passage with its kind and why, and under it the claims, figures and times found in it."""
    kinds = shown(keep or [], drop or [])
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.marked import marked, marked_document  # noqa: PLC0415

    with LedgerDesk(path) as desk:
        id_ = desk.article(name).id
        found = desk.story_of(id_)
    if json_:
        write(json.dumps(marked_document(found, id_, kinds), ensure_ascii=False, indent=1) + "\n", None)
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPED
    write(marked(found, id_, kinds, max(width, 40)), None)


def shown(keep: list[str], drop: list[str]) -> "frozenset[PassageKind]":
    """Give the kinds of passage to show: those to keep (all, if none is named) without those to drop."""
    for kind in (*keep, *drop):
        if kind not in PASSAGE_KINDS:
            raise UsageError(f"{kind!r} is no kind of passage; there are {', '.join(PASSAGE_KINDS)}")
    return frozenset(kind for kind in PASSAGE_KINDS if (not keep or kind in keep) and kind not in drop)
