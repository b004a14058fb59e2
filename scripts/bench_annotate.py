"""How fast `annotate` is, against the full spaCy pipeline over the same paragraphs, in one run.

bench_annotate.py [--gold] [--jobs N]. Both take turns, three times, on one core, in processor time, so that a busy machine slows both
alike; the medians count. The texts are the project's sample stories, gone through again and again; with --gold the dev articles of
$DATELINE_GOLD. Nothing is kept from one round to the next but the words and their lemmas, by either.
--jobs N measures instead, by the clock, how much faster N processes are than one. Exit 1 where the ratio is below what is promised.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # read when the model's libraries load, so set before they do

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from dateline.intake.files import read
from dateline.mark.parse import MODEL
from dateline.pipeline.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
TURNS = 3
PROMISED = 1.6
"""Times the speed of the full pipeline, on one core."""
PROMISED_EACH = 0.85
"""Of N times the speed, with N processes."""
ROUNDS = 12
"""Times the samples are gone through in a turn, each time by a call of its own: within a call, the same sentence is parsed once."""
BATCH = 128


def samples() -> list[str]:
    """Give lines for `annotate`, made of the articles of the sample stories."""
    sources, _ = read([ROOT / "examples"])
    return [json.dumps({"id": source.path, "text": source.text}) for source in sources if source.path.endswith(".txt")]


def gold() -> list[str]:
    """Give the lines of the dev articles: id, text and date, never an annotation."""
    with gzip.open(Path(os.environ["DATELINE_GOLD"]) / "data" / "attribution" / "dev.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [json.dumps({key: row[key] for key in ("id", "text", "date") if key in row}) for row in rows]


def seconds(run: Callable[[], object], clock: Callable[[], float]) -> float:
    """Run once and give the time."""
    start = clock()
    run()
    return clock() - start


def against_pipeline(lines: list[str], words: int, rounds: int) -> bool:
    """Measure both on one core, print the table, tell whether the promise is kept."""
    paragraphs = [part for line in lines for part in re.split(r"\n+", json.loads(line)["text"]) if part.strip()]
    pipeline = spacy.load(MODEL)
    desk = Desk()
    list(desk.annotate(lines[:1]))
    list(pipeline.pipe(paragraphs[:10]))
    theirs, ours = [], []
    for _ in range(TURNS):
        theirs.append(seconds(lambda: [list(pipeline.pipe(paragraphs, batch_size=BATCH)) for _ in range(rounds)], time.process_time))
        ours.append(seconds(lambda: [list(desk.annotate(lines)) for _ in range(rounds)], time.process_time))
    ratio = statistics.median(theirs) / statistics.median(ours)
    words *= rounds
    print(f"{len(lines)} articles, {words} words in {rounds} rounds, one core, {TURNS} turns")
    print(f"{words / statistics.median(theirs):8.0f} words/s  the full pipeline alone")
    print(f"{words / statistics.median(ours):8.0f} words/s  dateline annotate")
    print(f"{ratio:8.2f} times as fast (promised: {PROMISED}); first turn alone, with every word new: {theirs[0] / ours[0]:.2f}")
    return ratio >= PROMISED


def against_one(lines: list[str], words: int, jobs: int) -> bool:
    """Measure one process and several by the clock, start-up included; the lines must be the same."""
    desk = Desk()
    if list(desk.annotate(lines[:40])) != list(desk.annotate(lines[:40], jobs=jobs)):
        print("the lines differ")
        return False
    one, several = [], []
    for _ in range(TURNS):
        one.append(seconds(lambda: list(desk.annotate(lines)), time.perf_counter))
        several.append(seconds(lambda: list(desk.annotate(lines, jobs=jobs)), time.perf_counter))
    ratio = statistics.median(one) / statistics.median(several)
    print(f"{words / statistics.median(one):8.0f} words/s  one process")
    print(f"{words / statistics.median(several):8.0f} words/s  {jobs} processes: {ratio:.2f} times (promised: {PROMISED_EACH * jobs:.2f})")
    return ratio >= PROMISED_EACH * jobs


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    lines = gold() if asked.gold else samples()
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    kept = against_pipeline(lines, words, 1 if asked.gold else ROUNDS) if asked.jobs == 1 else against_one(lines, words, asked.jobs)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
