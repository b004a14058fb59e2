"""Stories measured against gold: the sets put together, small piles, and twenty orders of input."""

import gzip
import importlib.util
import json
import os
import random
import tomllib
from pathlib import Path

import pytest

from dateline.link.stories import Telling, cluster

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["piles"]
LOWEST = {"together": 0.90, "small": 0.97}
"""The first floors. What floors.toml says may only be above."""
GOLD = os.environ.get("DATELINE_GOLD")
ORDERS = 20

pytestmark = pytest.mark.skipif(GOLD is None, reason="DATELINE_GOLD is not set: it names the folder of the gold data and its scorers")


def bench():
    spec = importlib.util.spec_from_file_location("bench_piles", Path(__file__).parents[2] / "scripts" / "bench_piles.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(LOWEST))
def test_a_floor_is_never_lowered(name):
    assert FLOORS[name]["floor"] >= LOWEST[name]


@pytest.mark.gate
def test_all_sets_in_one_pile():
    rows = bench().gold(Path(GOLD))
    found = bench().b_cubed(rows, bench().grouped(rows))
    print(f"\nall sets in one pile: B-cubed F1 {found[2]:.3f} (floor {FLOORS['together']['floor']})")
    assert found[2] >= FLOORS["together"]["floor"]


@pytest.mark.gate
def test_small_piles():
    spec = FLOORS["small"]
    found = bench().mean(Path(GOLD), spec["piles"], spec["seed"])
    print(f"\n{spec['piles']} small piles: B-cubed F1 {found[2]:.3f} (floor {spec['floor']})")
    assert found[2] >= spec["floor"]


@pytest.mark.gate
def test_twenty_orders_give_the_same_stories():
    with gzip.open(Path(GOLD) / "data" / "stories" / "g5w1h_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        pile = [Telling(row["id"], row["text"], row["title"], row["date"]) for row in map(json.loads, lines)]
    expected = cluster(pile)
    for seed in range(ORDERS):
        random.Random(seed).shuffle(pile)
        assert cluster(pile) == expected
