"""`dateline serve`: the ledger as pages, on this machine only."""

import ipaddress
from importlib.util import find_spec
from typing import Annotated

import typer

from dateline.cli.ledger import Ledger, ledger_path
from dateline.cli.options import Quiet
from dateline.cli.progress import progress
from dateline.model.errors import DatelineError, UsageError

PORT = 8321
"""Outside the range that systems give to programs that ask for any port, and of no known service."""

NEEDS = ("fastapi", "uvicorn")


def serve(
    ledger: Ledger = None,
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help=f"Default: {PORT}; 0 takes any that is free.")] = PORT,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="An address of this machine that no other can reach.")
    ] = "127.0.0.1",
    quiet: Quiet = False,  # noqa: FBT002
) -> None:
    """Serve the ledger as pages for a browser on this machine, until interrupted."""
    missing = [name for name in NEEDS if find_spec(name) is None]
    if missing:
        raise DatelineError(f"the page needs {' and '.join(missing)}: install with `pip install 'dateline[web]'`")
    address = loopback(host)
    path = ledger_path(ledger)
    from dateline.pipeline.ledger_desk import LedgerDesk  # noqa: PLC0415 - nothing heavy before the call is known to be right
    from dateline.web.server import bound, run  # noqa: PLC0415 - of the extra `web`

    with LedgerDesk(path) as desk, bound(address, port) as socket:
        with progress("Laying out …", quiet=quiet):
            desk.brief()  # a ledger that cannot be read is told now, not to the first reader
        if not quiet:
            shown = f"[{address}]" if ":" in address else address
            typer.echo(f"dateline: http://{shown}:{socket.getsockname()[1]}/ (stop it with Ctrl+C)", err=True)
        run(desk, socket)


def loopback(host: str) -> str:
    """Give the address of `host`, if it is one that only this machine can reach.

    >>> loopback("localhost"), loopback("::1")
    ('127.0.0.1', '::1')
    """
    if host == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        address = None
    if address is None or not address.is_loopback:
        raise UsageError(
            f"--host {host}: only this machine can be served so far (127.0.0.1, ::1 or localhost), for the page asks nobody who they are"
        )
    return str(address)
