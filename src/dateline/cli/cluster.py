"""`dateline cluster`: story ids for texts, a line in, a line out."""

from typing import TYPE_CHECKING

from dateline.cli.exits import tell
from dateline.cli.lines import lines
from dateline.cli.options import Lines, Out, Quiet
from dateline.cli.output import write_lines

if TYPE_CHECKING:
    from dateline.model.issue import Issue


def cluster(source: Lines, out: Out = None, quiet: Quiet = False) -> None:  # noqa: FBT002
    """Group texts into stories: a line with the id of the text and the id of its story for each line that comes in."""
    from dateline.pipeline.cluster import cluster as grouped  # noqa: PLC0415 - as light as the call allows

    issues: list[Issue] = []
    with lines(source) as given:
        write_lines(grouped(given, issues), out)
    tell(issues, quiet=quiet)
