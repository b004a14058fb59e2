"""`dateline stories`: the stories of the ledger."""

import json
from typing import TYPE_CHECKING

from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.lists import Json
from dateline.cli.output import write
from dateline.cli.progress import progress

if TYPE_CHECKING:
    from dateline.sheets.shelf import Shelved

LONGEST = 80
"""Characters of a title in the table: a story whose articles have no headline is called by a sentence. JSON has it whole."""

_HEAD = ("id", "articles", "disputed", "unanswered", "title")


def stories(ledger: Ledger = None, json_: Json = False) -> None:  # noqa: FBT002
    """List the stories: how many articles each has, how much is disputed, how many questions are unanswered."""
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.sheets.shelf import rows, shelf  # noqa: PLC0415

    with LedgerDesk(path) as desk, progress("Laying out …", quiet=False):
        found = desk.brief()
    write(json.dumps(rows(found), ensure_ascii=False, indent=1) + "\n" if json_ else _text(shelf(found)), None)


def _text(listed: "list[Shelved]") -> str:
    if not listed:
        return "The ledger holds no article yet: put some in with `dateline add`.\n"
    cells = [_HEAD, *((row.id, str(row.articles), str(row.disputed), str(row.unanswered), _title(row)) for row in listed)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEAD) - 1)]
    return "".join(f"{_row(row, widths)}\n" for row in cells)


def _title(row: "Shelved") -> str:
    from dateline.sheets.excerpt import clip  # noqa: PLC0415 - see above

    title = clip(row.title, LONGEST)
    return f"{title} ({row.days})" if row.days else title


def _row(row: tuple[str, ...], widths: list[int]) -> str:
    """Ids stand left, numbers right, the title last, for it may be long."""
    numbers = [cell.rjust(width) for cell, width in zip(row[1:-1], widths[1:], strict=True)]
    return "  ".join([row[0].ljust(widths[0]), *numbers, row[-1]])
