"""`dateline read`: only intake and cleaning, a JSON line an article."""

from dateline.cli.dates import dates
from dateline.cli.exits import tell
from dateline.cli.options import Dates, Out, Paths, Quiet
from dateline.cli.output import write_lines
from dateline.cli.progress import progress


def read(paths: Paths, date: Dates = None, out: Out = None, quiet: Quiet = False) -> None:  # noqa: FBT002
    """Read articles and print what was read, a JSON line each: text, metadata, and every passage with its kind and reason."""
    given = dates(date or [], paths)
    from dateline.pipeline.desk import Desk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.document import article_line  # noqa: PLC0415

    with progress("Reading …", quiet=quiet):
        articles, issues = Desk().read(paths, given)
    write_lines((article_line(article) for article in articles), out)
    tell(issues, quiet=quiet)
