"""The server: one socket on this machine, and the pages over it."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from dateline.model.errors import DatelineError
from dateline.pipeline.ledger_desk import LedgerDesk
from dateline.web.app import app_of

CLOSING = 3
"""Seconds that open answers are waited for when the server is stopped."""


@contextmanager
def bound(address: str, port: int) -> Iterator[socket.socket]:
    """Take a port: who asks from now on is kept waiting until `run` answers.

    Raises:
        DatelineError: another program has it.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as taken:
        if sys.platform != "win32":  # there, it would let two programs have one port; elsewhere it only saves a wait after a restart
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((address, port))
            taken.listen()
        except OSError as error:
            raise DatelineError(f"port {port} of {address} cannot be taken ({error.strerror}); name another with --port") from error
        yield taken


def run(desk: LedgerDesk, taken: socket.socket) -> None:
    """Serve until interrupted. Nothing is logged but errors; the answers name neither program nor time."""
    config = uvicorn.Config(
        app_of(desk), log_level="error", access_log=False, server_header=False, date_header=False, timeout_graceful_shutdown=CLOSING
    )
    uvicorn.Server(config).run(sockets=[taken])
