"""`dateline brief`: read the files, print the brief of each story."""

from dateline.cli.dates import dates
from dateline.cli.exits import tell
from dateline.cli.forms import Every, Form, Why, deliver
from dateline.cli.options import Dates, Out, Paths, Quiet
from dateline.cli.progress import progress


def brief(  # noqa: PLR0913, PLR0917 - the options of the contract
    paths: Paths,
    date: Dates = None,
    out: Out = None,
    format_: Form = None,
    every: Every = False,  # noqa: FBT002
    why: Why = False,  # noqa: FBT002
    quiet: Quiet = False,  # noqa: FBT002
) -> None:
    """Read articles and print, for each story, what is disputed, what changed, who said what, and what is still open."""
    given = dates(date or [], paths)
    from dateline.pipeline.desk import Desk  # noqa: PLC0415 - the model loads when there is something to read
    from dateline.sheets.detail import Detail  # noqa: PLC0415

    with progress("Reading …", quiet=quiet):
        found = Desk().brief(paths, given)
    deliver(found, Detail(every=every, why=why), format_, out)
    tell(found.issues, quiet=quiet)
