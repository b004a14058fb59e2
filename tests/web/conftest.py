"""A ledger of one story, and a way to ask for its pages."""

import asyncio

import pytest

from dateline.pipeline.ledger_desk import LedgerDesk
from dateline.web.app import app_of
from web.asking import asked

COURIER = """Ferry grounded off Marrow Quay

More than 120 passengers were aboard the Petrel when it ran onto Salt Bank, harbour master Ines Vant said on Tuesday.

“Nobody was hurt,” <b onclick="steal()">she</b> told reporters. <script>alert(1)</script>
"""

GAZETTE = """Petrel ran onto Salt Bank off Marrow Quay

About 180 passengers were aboard the Petrel when it ran onto Salt Bank, the rescue crew said on Wednesday.

</style><img src=https://elsewhere.example/pixel> Harbour master Ines Vant did not answer calls.
"""


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
