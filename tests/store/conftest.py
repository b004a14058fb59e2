import pytest

from dateline.store.ledger import Ledger


@pytest.fixture
def path(tmp_path):
    return tmp_path / "desk" / "ledger.db"


@pytest.fixture
def ledger(path):
    with Ledger.open(path, create=True) as ledger:
        yield ledger
