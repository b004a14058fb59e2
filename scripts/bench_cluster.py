"""How fast `dateline cluster` is, end to end on one core, what memory it takes, and how its time grows.

    python scripts/bench_cluster.py [SIZE ...]

Generates SIZE (10,000 and 100,000) texts in the manner of news: English words as often as they occur (the shipped table), stories of one
to forty tellings of 150 to 500 words that share topic words, invented names, names that half the pile mentions, and a week. Runs the
command on each pile, and prints the processor time, documents a second, peak memory, the exponent of the growth of the processor time
from the smallest to the largest pile, and the B-cubed F1 against the stories generated (easy: it only shows that nothing broke).
"""

import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from dateline.words.loader import rows

SIZES = (10_000, 100_000)
SEED = 1
LARGEST = 40
"""Tellings of the largest story."""
DATED = 0.7
"""Share of the tellings that bear a day."""


def generated(size: int, seed: int = SEED) -> Iterator[tuple[dict[str, str | None], str]]:
    """Give lines for the command, each with its story, stories mixed."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be drawn again is what is wanted
    table = [(word, 10 ** (int(zipf) / 100)) for word, zipf in rows("frequencies")]
    words, often = [word for word, _ in table], list(accumulate(share for _, share in table))
    hot = [word.title() for word in chance.sample(words[1_500:6_000], 200)]
    found: list[tuple[dict[str, str | None], str]] = []
    while len(found) < size:
        story = f"s{len(found)}"
        topic = chance.sample(words[2_000:30_000], 60)
        names = [*(_name(chance) for _ in range(5)), *chance.sample(hot, 5)]
        first = chance.randrange(365)
        for telling in range(min(size - len(found), LARGEST, 1 + int(chance.paretovariate(1.1)))):
            told = chance.choices(words, cum_weights=often, k=chance.randrange(150, 500))
            told[::6] = chance.choices(topic, k=len(told[::6]))
            told[3::11] = chance.choices(names, k=len(told[3::11]))
            day = date(2023, 1, 1) + timedelta(first + chance.randrange(6))
            dated = day.isoformat() if chance.random() < DATED else None
            title = " ".join(told[:8])
            found.append(({"id": f"{story}-{telling}", "text": _prose(chance, told), "title": title, "date": dated}, story))
    chance.shuffle(found)
    yield from found


def _name(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3)).title()


def _prose(chance: random.Random, told: list[str]) -> str:
    """Set words as sentences, two a paragraph."""
    sentences = []
    at = 0
    while at < len(told):
        end = at + chance.randrange(12, 26)
        sentence = " ".join(told[at:end])
        sentences.append(f"{sentence[:1].upper()}{sentence[1:]}.")
        at = end
    return "\n\n".join(" ".join(sentences[two : two + 2]) for two in range(0, len(sentences), 2))


def measured(size: int, folder: Path) -> float:
    """Run the command on a pile, print, and give its processor time in seconds."""
    given, out = folder / "in.jsonl", folder / "out.jsonl"
    gold = {}
    with given.open("w", encoding="utf-8") as lines:
        for row, story in generated(size):
            gold[str(row["id"])] = story
            lines.write(json.dumps(row) + "\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    one_core = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    subprocess.run([str(Path(sys.executable).with_name("dateline")), "cluster", given, "-o", out], check=True, env=one_core)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = {row["id"]: row["story"] for row in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    speed = f"{seconds:.1f} s, {size / seconds:,.0f} documents/s"
    print(f"{size:,} documents: {speed}, peak {after.ru_maxrss / 1024:,.0f} MB, F1 {_b_cubed(gold, found):.3f}", flush=True)
    return seconds


def _b_cubed(gold: dict[str, str], found: dict[str, str]) -> float:
    both = Counter((gold[name], found[name]) for name in gold)
    true, mine = Counter(gold.values()), Counter(found.values())
    precision = sum(count**2 / mine[story] for (_, story), count in both.items()) / len(gold)
    recall = sum(count**2 / true[story] for (story, _), count in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    sizes = sorted(int(argument) for argument in sys.argv[1:]) or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        times = [measured(size, Path(folder)) for size in sizes]
    if len(sizes) > 1:
        print(f"growth exponent {math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0]):.2f}")
