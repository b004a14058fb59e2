"""`dateline kickoff`: documents read as if they were a specification, and what has to be asked before building."""

from dateline.cli.exits import tell
from dateline.cli.options import Out, Paths, Quiet
from dateline.cli.output import write
from dateline.cli.progress import progress


def kickoff(paths: Paths, out: Out = None, quiet: Quiet = False) -> None:  # noqa: FBT002
    """Read documents as a specification: what they require, whom they name as users, which limits, and what is missing; as Markdown."""
    from dateline.pipeline.kickoff import kickoff as ask  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.kickoff import kickoff as sheet  # noqa: PLC0415

    with progress("Reading …", quiet=quiet):
        documents, topics, issues = ask(paths)
    write(sheet(documents, topics, issues), out)
    tell(issues, quiet=quiet)
