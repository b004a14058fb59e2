"""Main text of saved pages against gold: what `dateline read` keeps as prose and what it leaves out."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["pages"]
LOWEST = {"benchmark": 0.971, "publishers": 0.950}
"""What the best extractor known reaches: our floors stay above it."""
GOLD = os.environ.get("DATELINE_GOLD")


def ran(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("name", sorted(LOWEST))
def test_a_floor_is_above_the_best_known(name):
    assert FLOORS[name]["floor"] > LOWEST[name]


@pytest.mark.gate
@pytest.mark.skipif(GOLD is None, reason="DATELINE_GOLD is not set: it names the folder of the gold data and its scorers")
@pytest.mark.parametrize("name", sorted(LOWEST))
def test_main_text_of_pages(name, tmp_path):
    pages = Path(GOLD, "data", "pages", name)
    saved = sorted(pages.glob("*.html.gz"))
    assert saved
    found = tmp_path / "read.jsonl"
    ran(Path(sys.executable).with_name("dateline"), "read", "-q", *saved, "-o", found)
    report = json.loads(ran(sys.executable, Path(GOLD, "bench", "score_pages.py"), pages / "gold.jsonl.gz", found, "--json"))
    f1 = report["body_f1"]
    print(f"\npages.{name}: main text F1 {f1:.3f} (floor {FLOORS[name]['floor']})")
    assert f1 >= FLOORS[name]["floor"]
