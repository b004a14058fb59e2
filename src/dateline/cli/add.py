"""`dateline add`: read files into the ledger."""

import json
from typing import TYPE_CHECKING

from dateline.cli.dates import dates
from dateline.cli.exits import tell
from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.lists import Json
from dateline.cli.options import Dates, Paths, Quiet
from dateline.cli.output import write
from dateline.cli.progress import progress

if TYPE_CHECKING:
    from dateline.pipeline.ledger_desk import AddReport


def add(paths: Paths, date: Dates = None, ledger: Ledger = None, json_: Json = False, quiet: Quiet = False) -> None:  # noqa: FBT002
    """Read articles into the ledger. The same bytes are never worked on twice; an interrupted add leaves whole articles or nothing."""
    given = dates(date or [], paths)
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right

    with LedgerDesk(path) as desk, progress("Reading …", quiet=quiet):
        report = desk.add(paths, given)
    write(_json(report) if json_ else _text(report), None)
    tell(report.issues, quiet=quiet)


def _json(report: "AddReport") -> str:
    unread = [{"path": issue.path, "says": issue.says} for issue in report.issues if issue.fatal]
    row = {"added": report.added, "known": report.known, "redated": report.redated, "unread": unread}
    return json.dumps(row, ensure_ascii=False, indent=1) + "\n"


def _text(report: "AddReport") -> str:
    from dateline.sheets.excerpt import one_line  # noqa: PLC0415 - see above

    lines = [f"added    {one_line(path)}" for path in report.added]
    lines += [f"{'redated' if path in report.redated else 'known':<8} {one_line(path)}" for path in report.known]
    unread = sum(issue.fatal for issue in report.issues)
    counts = [f"{len(report.added)} added", f"{len(report.known)} known"] + ([f"{unread} not read"] if unread else [])
    return "\n".join([*lines, ", ".join(counts)]) + "\n"
