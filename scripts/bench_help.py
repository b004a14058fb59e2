"""How long `dateline --help` takes, against what nobody can do without: Python itself and the import of the command line library.

bench_help.py [RUNS]. Each command runs RUNS times (15), in turns, so that a busy machine slows all alike; the median counts. Also says
whether a model was loaded. Fails (exit 1) when the help takes more than 0.3 s longer than Python plus the import of the library.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ALLOWED = 0.3
"""Seconds above the sum of `python -c pass` and the import of the library that the help may take."""

RUNS = 15

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import typer'": [sys.executable, "-c", "import typer"],
    "dateline --help": [str(Path(sys.executable).with_name("dateline")), "--help"],
}
HEAVY = ("spacy", "numpy", "trafilatura", "lxml", "htmldate", "py3langid", "pydantic")


def seconds(command: list[str]) -> float:
    """Run the command once and give its wall time."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"TERM": "dumb"})
    return time.perf_counter() - start


def loaded() -> list[str]:
    """Give the heavy packages that the help loads; there should be none."""
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([n for n in {HEAVY} if n in sys.modules], file=sys.stderr))\n"
        "sys.argv = ['dateline', '--help']\n"
        "from dateline.cli.main import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return [name for name in HEAVY if repr(name) in done.stderr.splitlines()[-1]]


def main() -> int:
    """Measure, print, judge."""
    runs = int(sys.argv[1]) if sys.argv[1:] else RUNS
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    median = {name: statistics.median(found) for name, found in times.items()}
    bare, library, answer = median.values()
    for name, value in median.items():
        print(f"{value * 1000:7.0f} ms  {name}  ({value / bare:.1f} times bare Python, {value / library:.2f} times the library)")
    heavy = loaded()
    over = (answer - library) * 1000
    print(f"over Python and the library: {over:.0f} ms (allowed {ALLOWED * 1000:.0f}); heavy packages loaded: {', '.join(heavy) or 'none'}")
    return 0 if answer - library <= ALLOWED and not heavy else 1


if __name__ == "__main__":
    sys.exit(main())
