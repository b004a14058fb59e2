"""A ledger of one story, and a browser that runs no script: it calls the application as a server would."""

import asyncio
import json
from dataclasses import dataclass
from urllib.parse import unquote

import pytest

from dateline.pipeline.ledger_desk import LedgerDesk
from dateline.web.app import app_of

COURIER = """Ferry grounded off Marrow Quay

More than 120 passengers were aboard the Petrel when it ran onto Salt Bank, harbour master Ines Vant said on Tuesday.

“Nobody was hurt,” <b onclick="steal()">she</b> told reporters. <script>alert(1)</script>
"""

GAZETTE = """Petrel ran onto Salt Bank off Marrow Quay

About 180 passengers were aboard the Petrel when it ran onto Salt Bank, the rescue crew said on Wednesday.

</style><img src=https://elsewhere.example/pixel> Harbour master Ines Vant did not answer calls.
"""


@dataclass
class Answer:
    code: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "courier.txt").write_text(COURIER, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    with LedgerDesk(folder / "ledger.db") as desk:
        desk.add([folder / "courier.txt", folder / "gazette.txt"])
        yield desk


@pytest.fixture(scope="session")
def ask(desk):
    app = app_of(desk)

    def ask(address, *, method="GET", host="127.0.0.1:8321"):
        return asyncio.run(asked(app, address, method, host))

    return ask


async def asked(app, address, method, host):
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(address),
        "raw_path": address.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", host.encode())] if host is not None else [],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8321),
    }
    await app(scope, receive, send)
    start, *bodies = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(message.get("body", b"") for message in bodies))
