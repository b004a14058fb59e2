"""Quality against gold data, with floors that are never lowered. The data is no part of the project: DATELINE_GOLD names its folder.

The long ones are marked `gate` and run by `make gate`; a short look at the example story runs with the other tests.
"""

import functools
import gzip
import json
import os
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
LOWEST = {"attribution.dev": 0.45, "time.timebank": 0.60, "time.aquaint": 0.60, "story.corridor": 98}
"""The first floors. What floors.toml says may only be above."""

COMMAND = {"attribution": "annotate", "time": "annotate", "figures": "annotate", "clusters": "cluster"}
MEASURED = [f"{group}.{data}" for group in COMMAND for data in sorted(FLOORS[group])]
SEEN = ("id", "text", "title", "date", "outlet")
"""What the program sees of a line of gold; the rest is what it should find."""

GOLD = os.environ.get("DATELINE_GOLD")
DATELINE = str(Path(sys.executable).with_name("dateline"))
QUICK_SEEDS = (1, 2)

needs_gold = pytest.mark.skipif(GOLD is None, reason="DATELINE_GOLD is not set: it names the folder of the gold data and its scorers")


def gold(path: str) -> Path:
    assert GOLD is not None
    return Path(GOLD) / path


def spec_of(name: str) -> dict[str, Any]:
    group, data = name.split(".")
    return FLOORS[group][data]


def ran(*command: str | Path, codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode in codes, f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}"
    return done.stdout


def scored(name: str, folder: Path) -> dict[str, Any]:
    """Run the program over the texts of a gold file, and score what comes out."""
    group, spec = name.split(".", maxsplit=1)[0], spec_of(name)
    given, found = folder / "in.jsonl", folder / "out.jsonl"
    with gzip.open(gold(spec["gold"]), "rt", encoding="utf-8") as rows:
        lines = [json.dumps({key: row[key] for key in SEEN if key in row}) for row in map(json.loads, rows)]
    given.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran(DATELINE, COMMAND[group], given, "-o", found)
    return json.loads(ran(sys.executable, gold("bench") / f"score_{group}.py", gold(spec["gold"]), found, "--json"))


def held(expect: Path) -> tuple[int, int, str]:
    """How many expectations hold, of how many, and what was printed."""
    said = ran(sys.executable, gold("bench") / "check_story.py", expect, "--dateline", DATELINE, codes=(0, 1))
    hold, of = map(int, re.findall(r"(\d+) of (\d+) hold", said)[-1])
    return hold, of, said


def variants(folder: Path, seed: int, count: int) -> list[Path]:
    out = folder / str(seed)
    expect = gold(FLOORS["story"]["corridor"]["expect"])
    ran(sys.executable, gold("bench") / "vary_story.py", expect, out, "--count", str(count), "--seed", str(seed))
    return sorted(out.glob("*/expect.json"))


@pytest.mark.parametrize("name", sorted(LOWEST))
def test_a_floor_is_never_lowered(name: str) -> None:
    assert spec_of(name)["floor"] >= LOWEST[name]


def test_no_document_may_be_refused() -> None:
    assert spec_of("attribution.dev")["refused_most"] == 0


@needs_gold
def test_the_example_story_holds_in_full() -> None:
    hold, of, said = held(gold(FLOORS["story"]["corridor"]["expect"]))
    assert hold == of, said


@needs_gold
@pytest.mark.parametrize("seed", QUICK_SEEDS)
def test_a_variant_of_the_example_story_holds(seed: int, tmp_path: Path) -> None:
    for expect in variants(tmp_path, seed, 1):
        hold, of, said = held(expect)
        assert hold == of, said


@needs_gold
@pytest.mark.gate
def test_variants_of_the_example_story_hold(tmp_path: Path) -> None:
    spec = FLOORS["story"]["corridor"]
    files = [path for seed in spec["seeds"] for path in variants(tmp_path, seed, spec["variants_of_each"])]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(held, files))
    whole = sum(hold == of for hold, of, _ in results)
    print(f"\nvariants that hold in full: {whole} of {len(files)} (floor {spec['floor']})")
    failing = "\n".join(f"{path.parent}: {said}" for path, (hold, of, said) in zip(files, results, strict=True) if hold != of)
    assert whole >= spec["floor"], failing


@needs_gold
@pytest.mark.gate
@pytest.mark.parametrize("name", MEASURED)
def test_quality_stays_above_its_floor(name: str, tmp_path: Path) -> None:
    spec, report = spec_of(name), scored(name, tmp_path)
    found = functools.reduce(lambda part, key: part[key], spec["measure"].split("."), report)
    print(f"\n{name}: {spec['measure']} {found:.3f} (floor {spec['floor']}), refused {report['refused_documents']}")
    assert found >= spec["floor"]
    assert report["refused_documents"] <= spec.get("refused_most", 0)
