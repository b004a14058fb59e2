"""`dateline brief`: read the files, print the brief of each story."""

import sys
from enum import StrEnum
from io import StringIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.dates import dates
from dateline.cli.exits import tell
from dateline.cli.options import Dates, Out, Paths, Quiet
from dateline.cli.output import STDOUT, write
from dateline.cli.progress import progress

if TYPE_CHECKING:
    from dateline.model.story import Brief
    from dateline.sheets.detail import Detail

PIPED = 100
"""Columns of the text form where there is no terminal to ask: the same bytes on every machine."""


_FORMAT = "html is one self-contained file. Default: what the name of FILE says, else text."


class Format(StrEnum):
    """The forms of a brief."""

    text = "text"
    md = "md"
    html = "html"
    json = "json"


_BY_NAME = {".md": Format.md, ".markdown": Format.md, ".html": Format.html, ".htm": Format.html, ".json": Format.json}


def brief(  # noqa: PLR0913, PLR0917 - the options of the contract
    paths: Paths,
    date: Dates = None,
    out: Out = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", metavar="text|md|html|json", help=_FORMAT, show_default=False),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show also what is folded away: possible claims, all questions.")] = False,  # noqa: FBT002
    why: Annotated[bool, typer.Option("--why", help="Under each line the rule that found it, and file:offset of the words.")] = False,  # noqa: FBT002
    quiet: Quiet = False,  # noqa: FBT002
) -> None:
    """Read articles and print, for each story, what is disputed, what changed, who said what, and what is still open."""
    given = dates(date or [], paths)
    from dateline.pipeline.desk import Desk  # noqa: PLC0415 - the model loads when there is something to read
    from dateline.sheets.detail import Detail  # noqa: PLC0415

    with progress("Reading …", quiet=quiet):
        found = Desk().brief(paths, given)
    form = format_ or _form(out)
    detail = Detail(every=every, why=why)
    if form is Format.text and out in {None, STDOUT} and sys.stdout.isatty():
        _print(found, detail)
    else:
        write(_text(found, form, detail), out)
    tell(found.issues, quiet=quiet)


def _form(out: str | None) -> Format:
    name = PurePath(out or "").name.lower().removesuffix(".gz")
    return _BY_NAME.get(PurePath(name).suffix, Format.text)


def _print(found: "Brief", detail: "Detail") -> None:
    from rich.console import Console  # noqa: PLC0415

    from dateline.sheets.terminal import show  # noqa: PLC0415

    show(found, Console(highlight=False, soft_wrap=False), detail)


def _text(found: "Brief", form: Format, detail: "Detail") -> str:
    if form is Format.json:
        from dateline.sheets.document import to_json  # noqa: PLC0415

        return to_json(found, all_questions=detail.every)
    if form is Format.md:
        from dateline.sheets.markdown import markdown  # noqa: PLC0415

        return markdown(found, detail)
    if form is Format.html:
        from dateline.sheets.page import page  # noqa: PLC0415

        return page(found, detail)
    from rich.console import Console  # noqa: PLC0415

    from dateline.sheets.terminal import show  # noqa: PLC0415

    paper = StringIO()
    show(found, Console(file=paper, width=PIPED, color_system=None, force_terminal=False, highlight=False), detail)
    return paper.getvalue()
