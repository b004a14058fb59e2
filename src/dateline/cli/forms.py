"""A brief in the form that was asked for, on the terminal, on standard output or in a file."""

import sys
from enum import StrEnum
from io import StringIO, TextIOWrapper
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.output import STDOUT, write

if TYPE_CHECKING:
    from dateline.model.story import Brief
    from dateline.sheets.detail import Detail

PIPED = 100
"""Columns of the text form where there is no terminal to ask: the same bytes on every machine."""


class Format(StrEnum):
    """The forms of a brief."""

    text = "text"
    md = "md"
    html = "html"
    json = "json"


_BY_NAME = {".md": Format.md, ".markdown": Format.md, ".html": Format.html, ".htm": Format.html, ".json": Format.json}
_SAYS = "html is one self-contained file. Default: what the name of FILE says, else text."

Form = Annotated[Format | None, typer.Option("--format", metavar="text|md|html|json", help=_SAYS, show_default=False)]
Every = Annotated[bool, typer.Option("--all", help="Show also what is folded away: possible claims, all questions.")]
Why = Annotated[bool, typer.Option("--why", help="Under each line the rule that found it, and file:offset of the words.")]


def deliver(brief: "Brief", detail: "Detail", form: Format | None, out: str | None) -> None:
    """Print the brief, or write it to the file `out`, in `form`, or else the form that the name of the file says."""
    chosen = form or _form(out)
    if chosen is Format.text and out in {None, STDOUT} and sys.stdout.isatty():
        _print(brief, detail)
    else:
        write(_text(brief, chosen, detail), out)


def _print(brief: "Brief", detail: "Detail") -> None:
    from rich.console import Console  # noqa: PLC0415 - only for the form that needs it, as below

    from dateline.sheets.terminal import show  # noqa: PLC0415

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that cannot show a sign shows another
    show(brief, Console(highlight=False), detail)


def _form(out: str | None) -> Format:
    name = PurePath(out or "").name.lower().removesuffix(".gz")
    return _BY_NAME.get(PurePath(name).suffix, Format.text)


def _text(brief: "Brief", form: Format, detail: "Detail") -> str:
    if form is Format.json:
        from dateline.sheets.document import to_json  # noqa: PLC0415

        return to_json(brief, all_questions=detail.every)
    if form is Format.md:
        from dateline.sheets.markdown import markdown  # noqa: PLC0415

        return markdown(brief, detail)
    if form is Format.html:
        from dateline.sheets.page import page  # noqa: PLC0415

        return page(brief, detail)
    from rich.console import Console  # noqa: PLC0415

    from dateline.sheets.terminal import show  # noqa: PLC0415

    paper = StringIO()
    show(brief, Console(file=paper, width=PIPED, color_system=None, force_terminal=False, highlight=False), detail)
    return paper.getvalue()
