"""Arguments and options that several commands take, each worded once."""

from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files or folders to read; - is standard input.", show_default=False),
]
Dates = Annotated[
    list[str] | None,
    typer.Option(
        "--date",
        metavar="FILE=DATE",
        help="When a file was published: YYYY, YYYY-MM or YYYY-MM-DD. May be given for each file.",
        show_default=False,
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out", "-o", metavar="FILE", help="Write to FILE, gzipped if its name ends in .gz; else to standard output.", show_default=False
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes; only what could not be read is told.")]
Lines = Annotated[
    str, typer.Argument(metavar="IN.jsonl", help="A JSON object a line, gzipped or not; - is standard input.", show_default=False)
]
