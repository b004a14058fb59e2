"""How well small piles are grouped: the daily case.

    DATELINE_GOLD=FOLDER python scripts/bench_piles.py [PILES] [SEED]

Draws PILES (300) piles of 2 to 12 articles of one to three stories from the three dev sets under FOLDER/data/stories, groups each as
`dateline cluster` does, with the shipped setting, and prints the mean of the B-cubed scores. The same seed (7) draws the same piles.
"""

import gzip
import json
import os
import random
import sys
from pathlib import Path
from typing import Any

from dateline.pipeline.cluster import cluster

SETS = ("g5w1h", "ecbplus", "basil")
PILES, SEED = 300, 7
SMALLEST, LARGEST, STORIES = 2, 12, 3

Rows = list[dict[str, Any]]


def gold(folder: Path) -> Rows:
    """Read the dev sets. Ids and stories are told apart by the set."""
    found = []
    for name in SETS:
        with gzip.open(folder / "data" / "stories" / f"{name}_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            found += [row | {"id": f"{name}:{row['id']}", "story": f"{name}:{row['story']}"} for row in map(json.loads, lines)]
    return found


def piles(rows: Rows, count: int = PILES, seed: int = SEED) -> list[Rows]:
    """Draw piles: how many articles, how many stories, which, and which articles of these."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be drawn again is what is wanted
    by_story: dict[str, Rows] = {}
    for row in rows:
        by_story.setdefault(row["story"], []).append(row)
    names = sorted(by_story)
    found: list[Rows] = []
    while len(found) < count:
        size = chance.randint(SMALLEST, LARGEST)
        pool = [row for name in chance.sample(names, chance.randint(1, STORIES)) for row in by_story[name]]
        if min(size, len(pool)) >= SMALLEST:
            found.append(chance.sample(pool, min(size, len(pool))))
    return found


def grouped(pile: Rows) -> dict[str, str]:
    """Give each id its story, as the command would."""
    lines = (json.dumps({key: row[key] for key in ("id", "text", "title", "date", "outlet") if key in row}) for row in pile)
    return {row["id"]: row["story"] for row in map(json.loads, cluster(lines, []))}


def b_cubed(pile: Rows, found: dict[str, str]) -> tuple[float, float, float]:
    """Give B-cubed precision, recall and F1 (Bagga & Baldwin 1998) of one pile."""
    precision = recall = 0.0
    for one in pile:
        mine = {row["id"] for row in pile if found[row["id"]] == found[one["id"]]}
        true = {row["id"] for row in pile if row["story"] == one["story"]}
        precision += len(mine & true) / len(mine) / len(pile)
        recall += len(mine & true) / len(true) / len(pile)
    return precision, recall, 2 * precision * recall / (precision + recall)


def mean(folder: Path, count: int = PILES, seed: int = SEED) -> tuple[float, float, float]:
    """Give the means of precision, recall and F1 over the piles."""
    scores = [b_cubed(pile, grouped(pile)) for pile in piles(gold(folder), count, seed)]
    precision, recall, f1 = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return precision, recall, f1


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    precision, recall, f1 = mean(Path(os.environ["DATELINE_GOLD"]), *numbers)
    print(f"piles {(numbers or [PILES])[0]}: B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
