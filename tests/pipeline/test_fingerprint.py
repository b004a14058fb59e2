"""The same program has the same fingerprint wherever it runs; another one has another."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from dateline.pipeline import fingerprint as room
from dateline.pipeline.fingerprint import fingerprint


def test_it_is_the_same_in_every_process():
    code = "from dateline.pipeline.fingerprint import fingerprint; print(fingerprint())"
    found = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, **given}, capture_output=True, text=True, check=True).stdout.strip()
        for given in ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    }
    assert len(found) == 1
    assert len(found.pop()) == 16


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("__version__", "0.0.0"),
        ("_PACKAGES", ()),
        ("_ROOMS", ("model",)),
        ("STAGES", tuple(replace(stage, name=f"{stage.name}-2") for stage in room.STAGES)),
    ],
)
def test_what_it_depends_on_changes_it(monkeypatch, name, value):
    before = fingerprint()
    monkeypatch.setattr(room, name, value)
    assert fingerprint() != before
