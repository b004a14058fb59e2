"""What every request passes through: the host is this machine's, the method only reads, and the answer may load and run nothing.

The check of the host keeps a page elsewhere, whose name is made to lead here, from reading the ledger (DNS rebinding).
"""

import re
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HERE = re.compile(r"(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?", re.IGNORECASE)

_READING = frozenset({"GET", "HEAD"})

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of an answer that needs nothing (https://www.w3.org/TR/CSP3/); a page adds its style sheet by its hash."""

HEADERS = {
    "Content-Security-Policy": NOTHING,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Wraps an application. Refuses other hosts (400) and methods that write (405)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        hosts = Headers(scope=scope).getlist("host")
        app = self.app
        if len(hosts) != 1 or _HERE.fullmatch(hosts[0]) is None:
            app = PlainTextResponse("This page answers to 127.0.0.1 and localhost only.\n", 400)
        elif scope["method"] not in _READING:
            app = PlainTextResponse("This page can only be read.\n", 405, {"Allow": "GET, HEAD"})
        # The server sends no body to HEAD; the pages need not know of it.
        await app({**scope, "method": "GET"} if scope["method"] == "HEAD" else scope, receive, _guarded(send))


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            _add(message)
        await send(message)

    return guarded


def _add(message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
