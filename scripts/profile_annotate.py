"""Where the time of `annotate` goes, function by function: a profile over the sample stories; with --gold over the dev articles.

profile_annotate.py [--gold] [ROWS]. The first turn warms up, the second is measured.
Sorted by a function's own time, then by the time with all it calls.
"""

import cProfile
import pstats
import sys

from bench_annotate import gold, samples

from dateline.pipeline.desk import Desk

ROWS = 40


def main() -> None:
    """Profile and print."""
    asked = sys.argv[1:]
    lines = gold() if "--gold" in asked else samples()
    rows = next((int(word) for word in asked if word.isdigit()), ROWS)
    desk = Desk()
    list(desk.annotate(lines))
    profile = cProfile.Profile()
    profile.enable()
    list(desk.annotate(lines))
    profile.disable()
    stats = pstats.Stats(profile)
    stats.sort_stats("tottime").print_stats(rows)
    stats.sort_stats("cumtime").print_stats("dateline", rows)


if __name__ == "__main__":
    main()
