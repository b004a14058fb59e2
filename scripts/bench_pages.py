"""How well and how fast saved pages are read, beside other extractors, on the same pages in the same run.

    python scripts/bench_pages.py [--split] [--rounds N]

The pages, their gold, the scorer and the way to run the others are found by $DATELINE_GOLD; without it nothing is measured, and the
script says so. An extractor that is not installed is left out by name. Each page is read from disk by every extractor in turn, so that all
see the same machine; the speed is pages a second of processor time, the median of the rounds. `--split` prints our scores for the pages
the rules were tuned on and for the third that was set aside (by a hash of the name, see `set_aside`).
"""

import argparse
import gzip
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.sheets.document import article_line

SETS = ("benchmark", "publishers")
OURS = "dateline"
ROUNDS = 3
MEASURES = ("body_f1", "body_precision", "body_recall", "title", "day", "authors_f1", "caption_leakage")

Answer = Callable[[Path], dict[str, Any]]


def set_aside(name: str) -> bool:
    """Tell the third of the pages (by their name without folder and endings) that no rule was tuned on."""
    return zlib.crc32(name.encode()) % 3 == 0


def ours(path: Path) -> dict[str, Any]:
    """Read one page as `dateline read` does."""
    (source,), _ = read([path])
    line: dict[str, Any] = json.loads(article_line(clean(source)))
    return line


def extractors(gold: Path) -> dict[str, Answer]:
    """Give ourselves and every other extractor that is installed; say which are not."""
    spec = importlib.util.spec_from_file_location("run_peer_pages", gold / "bench" / "run_peer_pages.py")
    if spec is None or spec.loader is None:
        return {OURS: ours}
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, Answer] = {OURS: ours}
    for name in sorted(module.PEERS):
        try:
            peer, release = module.PEERS[name]()
        except ImportError as missing:
            print(f"{name}: left out ({missing})", file=sys.stderr)
            continue
        found[f"{name} {release}"] = answering(module.answer, peer)
    return found


def answering(answer: Callable[[str, Any], dict[str, Any]], peer: object) -> Answer:
    """Bind one extractor to the way all are asked."""

    def asked(path: Path) -> dict[str, Any]:
        return answer(str(path), peer)

    return asked


def timed(files: list[Path], answers: dict[str, Answer], rounds: int) -> dict[str, tuple[list[dict[str, Any]], float]]:
    """Give for each extractor its lines, and its processor seconds for all files (the median of the rounds)."""
    lines: dict[str, list[dict[str, Any]]] = {}
    seconds: dict[str, list[float]] = {name: [] for name in answers}
    for answer in answers.values():
        answer(files[0])  # libraries load their tables at the first page
    for _ in range(rounds):
        spent = dict.fromkeys(answers, 0.0)
        lines = {name: [] for name in answers}
        for path in files:
            for name, answer in answers.items():
                begun = time.process_time()
                line = answer(path)
                spent[name] += time.process_time() - begun
                lines[name].append(line)
        for name, taken in spent.items():
            seconds[name].append(taken)
    return {name: (lines[name], median(seconds[name])) for name in answers}


def scored(gold: Path, folder: Path, lines: list[dict[str, Any]], keep: Callable[[str], bool]) -> dict[str, Any]:
    """Score lines against the pages of the gold that `keep` takes."""
    with tempfile.TemporaryDirectory() as scratch:
        given, asked = Path(scratch, "pred.jsonl"), Path(scratch, "gold.jsonl")
        given.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as rows:
            asked.write_text("".join(row for row in rows if keep(json.loads(row)["id"])), encoding="utf-8")
        command = [sys.executable, str(gold / "bench" / "score_pages.py"), str(asked), str(given), "--json"]
        made: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return made


def row(name: str, report: dict[str, Any], speed: str) -> str:
    """Give a line of the table."""
    cells = ["–" if report[measure] is None else f"{report[measure]:.3f}" for measure in MEASURES]
    return f"| {name} | {report['pages']} | " + " | ".join(cells) + f" | {report['refused']} | {speed} |"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Saved pages: how well and how fast they are read, beside other extractors.")
    parser.add_argument("--split", action="store_true", help="also score the tuned part and the part set aside")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"times that all pages are read (default: {ROUNDS})")
    options = parser.parse_args()
    place = os.environ.get("DATELINE_GOLD")
    if place is None:
        print("skipped: DATELINE_GOLD is not set; it names the folder of the gold data and its scorers", file=sys.stderr)
        return 0
    gold = Path(place)
    answers = extractors(gold)
    for name in SETS:
        folder = gold / "data" / "pages" / name
        files = sorted(folder.glob("*.html.gz"))
        print(f"\n{name}\n")
        print("| | pages | F1 | precision | recall | title | day | authors F1 | caption leakage | refused | pages/s |")
        print("|---|" + "---|" * (len(MEASURES) + 3))
        for extractor, (lines, seconds) in timed(files, answers, options.rounds).items():
            print(row(extractor, scored(gold, folder, lines, lambda _: True), f"{len(files) / seconds:.1f}"), flush=True)
            if options.split and extractor == OURS:
                print(row("– tuned on", scored(gold, folder, lines, lambda page: not set_aside(page)), ""))
                print(row("– set aside", scored(gold, folder, lines, set_aside), ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
