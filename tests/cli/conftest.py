"""A pile of two short articles of an invented town, and a way to call the program within the process."""

import io
import sys
from dataclasses import dataclass

import pytest

from dateline.cli.main import main

COURIER = """Ferry grounded off Marrow Quay

More than 120 passengers were aboard the Petrel when it ran onto Salt Bank, harbour master Ines Vant said on Tuesday.

“Nobody was hurt,” she told reporters.
"""

GAZETTE = """Petrel ran onto Salt Bank off Marrow Quay

About 180 passengers were aboard the Petrel, the rescue crew said on Wednesday.

Harbour master Ines Vant did not answer calls.
"""


@dataclass
class Done:
    code: int
    out: str
    err: str


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "courier.txt").write_text(COURIER, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    return folder


@pytest.fixture
def dateline(monkeypatch, capsys):
    def call(*args, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin)), encoding="utf-8"))
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return call
