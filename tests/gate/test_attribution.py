"""Who said what, held against articles marked by hand: every bar of quality with what was reached, and confidence against what is right."""

import gzip
import importlib
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dateline.sheets.detail import SURE

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["attribution_bars"]["dev"]
DATELINE = str(Path(sys.executable).with_name("dateline"))
SEEN = ("id", "text", "title", "date", "outlet")
FEWEST = 25
"""Hits of a tenth that is held against its confidence: of fewer, one more or less tells nothing."""

GOLD = os.environ.get("DATELINE_GOLD")
pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(GOLD is None, reason="DATELINE_GOLD is not set: it names the folder of the gold data and its scorers"),
]


@pytest.fixture(scope="module")
def scorer() -> Any:
    assert GOLD is not None
    sys.path.insert(0, str(Path(GOLD) / "bench"))
    try:
        return importlib.import_module("score_attribution")
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    """The gold rows and what the program says of them, by id."""
    assert GOLD is not None
    folder = tmp_path_factory.mktemp("attribution")
    with gzip.open(Path(GOLD) / FLOORS["gold"], "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row for row in map(json.loads, lines)}
    given, found = folder / "in.jsonl", folder / "out.jsonl"
    shown = [json.dumps({key: row[key] for key in SEEN if key in row}) for row in gold.values()]
    given.write_text("\n".join(shown) + "\n", encoding="utf-8")
    subprocess.run([DATELINE, "annotate", str(given), "-o", str(found), "-q"], check=True)
    return gold, {row["id"]: row for row in map(json.loads, found.read_text(encoding="utf-8").splitlines())}


def judged(scorer: Any, gold: dict[str, Any], found: dict[str, Any]) -> tuple[int, list[tuple[float, bool]]]:
    """How many claims are marked, and of every claim found its confidence and whether words and source are right."""
    total, verdicts = 0, []
    for name, row in gold.items():
        words = scorer.split_words(row["text"])
        left = [ready for item in row["attributions"] if (ready := prepared(scorer, row["text"], words, item))]
        given = [(item["confidence"], prepared(scorer, row["text"], words, item)) for item in found[name]["attributions"]]
        right = [(confidence, ready) for confidence, ready in given if ready]
        hits = {j: i for i, j, iou in scorer.pair_up(left, [ready for _, ready in right]) if iou >= scorer.HIT}
        total += len(left)
        verdicts += [(c, j in hits and scorer.same_source(left[hits[j]], ready)) for j, (c, ready) in enumerate(right)]
    return total, verdicts


def prepared(scorer: Any, text: str, words: Any, item: dict[str, Any]) -> Any:
    spans = {role: tuple(sorted((start, end) for start, end in item[role])) for role in scorer.ROLES}
    return scorer.prepare(text, words, scorer.Attribution(*(spans[role] for role in scorer.ROLES)))


def reached(scorer: Any, marked: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, float]:
    """Every bar by its name in floors.toml."""
    gold, found = marked
    tally = scorer.Tally()
    for name, row in gold.items():
        text = row["text"]
        given = [
            scorer.Attribution(*(tuple(sorted(map(tuple, i[r]))) for r in scorer.ROLES), i["manner"]) for i in found[name]["attributions"]
        ]
        left = [scorer.Attribution(*(tuple(sorted(map(tuple, i[r]))) for r in scorer.ROLES)) for i in row["attributions"]]
        scorer.count_document(tally, name, text, left, scorer.merge_parts(given))
    report = scorer.summarise(tally.counts)
    total, verdicts = judged(scorer, gold, found)
    shown = [right for confidence, right in verdicts if confidence >= SURE]
    return {
        "joint_f1": report["joint"]["f1"],
        "content_f1": report["content"]["f1"],
        "direct_content_recall": report["recall"]["direct"]["content"],
        "direct_joint_precision": report["precision"]["direct"]["joint"],
        "mixed_content_recall": report["recall"]["mixed"]["content"],
        "reporting_joint_recall": report["recall"]["reporting"]["joint"],
        "reporting_joint_precision": report["precision"]["reporting"]["joint"],
        "source_given_content": report["source_accuracy"],
        "shown_joint_precision": sum(shown) / len(shown),
        "shown_joint_recall": sum(shown) / total,
    }


def test_every_bar_is_held(scorer: Any, marked: tuple[dict[str, Any], dict[str, Any]]) -> None:
    measured = reached(scorer, marked)
    for bar, value in measured.items():
        floor, wanted = FLOORS["floors"][bar], FLOORS["bars"][bar]
        print(f"\n{bar}: {value:.3f} (floor {floor}, bar {wanted}{'' if value >= wanted else ', not reached'})", end="")
    print()
    assert set(measured) == set(FLOORS["floors"]) == set(FLOORS["bars"])
    assert [bar for bar, value in measured.items() if value < FLOORS["floors"][bar]] == []


def test_confidence_is_what_it_says(scorer: Any, marked: tuple[dict[str, Any], dict[str, Any]]) -> None:
    _, verdicts = judged(scorer, *marked)
    off = []
    for tenth in range(10):
        rows = [(c, right) for c, right in verdicts if tenth <= c * 10 < tenth + 1]
        if len(rows) < FEWEST:
            continue
        stated, share = sum(c for c, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows)
        print(f"\nconfidence {tenth / 10:.1f}-{(tenth + 1) / 10:.1f}: {len(rows)} claims, stated {stated:.3f}, right {share:.3f}", end="")
        off += [tenth] if abs(stated - share) > FLOORS["confidence_off_most"] else []
    print()
    assert off == []
