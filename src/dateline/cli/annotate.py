"""`dateline annotate`: stand-off marks for texts, a line in, a line out."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.exits import tell
from dateline.cli.lines import lines
from dateline.cli.options import Lines, Out, Quiet
from dateline.cli.output import write_lines

if TYPE_CHECKING:
    from dateline.model.issue import Issue


def annotate(
    source: Lines,
    out: Out = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work with. The result is the same for every number.")
    ] = 1,
    nested: Annotated[bool, typer.Option("--nested", help="Also attributions that stand within what another one says.")] = False,  # noqa: FBT002
    quiet: Quiet = False,  # noqa: FBT002
) -> None:
    """Mark texts by character offsets: attributions, moments, figures and passages.

    A line that is no such object is told with its number; the other lines still come out.
    """
    from dateline.pipeline.desk import Desk  # noqa: PLC0415 - the model loads with the first line

    issues: list[Issue] = []
    with lines(source) as given:
        write_lines(Desk().annotate(given, nested=nested, issues=issues, jobs=jobs), out)
    tell(issues, quiet=quiet)
