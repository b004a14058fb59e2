"""The exit codes of the contract, and the list of inputs that could not be read."""

from collections.abc import Iterable

import typer

from dateline.model.issue import Issue

DONE, FAILED, USAGE, UNREAD = 0, 1, 2, 3


def tell(issues: Iterable[Issue], *, quiet: bool) -> None:
    """List what was odd on standard error (only what could not be read, if `quiet`); end with code 3 if anything could not be read."""
    listed = list(issues)
    for issue in listed:
        if issue.fatal or not quiet:
            where = f"{_plain(issue.path)}: " if issue.path else ""
            typer.echo(f"dateline: {'not read: ' if issue.fatal else ''}{where}{_plain(issue.says)}", err=True)
    if any(issue.fatal for issue in listed):
        raise typer.Exit(UNREAD)


def _plain(text: str) -> str:
    """Show what could control a terminal as its escape: a file name may hold anything."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
