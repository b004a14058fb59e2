"""The demo: `dateline brief` on each sample story, or on the files named, to the terminal and to one HTML file each.

demo.py [FILE...] [--date=FILE=DATE...]. Samples lie in examples/, one folder a story; the dates that their `expect.json` gives by
option are given here too.
"""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
READ_WITH_GAPS = 3
"""Exit code: done, but some inputs could not be read; they are listed."""


def brief(paths: list[str], dates: list[str], page: Path) -> int:
    """Print the brief of the files and write its page; give the exit code that is worse."""
    command = ["dateline", "brief", *paths, *(part for date in dates for part in ("--date", date))]
    print(f"\n$ {shlex.join(command)}\n", flush=True)
    program = str(Path(sys.executable).with_name("dateline"))
    shown = subprocess.run([program, *command[1:]], check=False).returncode
    written = subprocess.run([program, *command[1:], "--format", "html", "-o", str(page), "-q"], check=False).returncode
    return max(shown, written)


def sample(folder: Path) -> tuple[list[str], list[str]]:
    """Give the folder of a sample story, and the dates that its files do not state (those of its first run that has any)."""
    expect = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    dates = next((run for run in expect["runs"].values() if run), {})
    return [os.path.relpath(folder / "articles")], [f"{Path(expect['articles'][name]).name}={date}" for name, date in dates.items()]


def main() -> int:
    """Brief the files named, or every sample."""
    OUT.mkdir(exist_ok=True)
    if sys.argv[1:]:
        dates = [argument.removeprefix("--date=") for argument in sys.argv[1:] if argument.startswith("--date=")]
        piles = {"brief": ([argument for argument in sys.argv[1:] if not argument.startswith("--date=")], dates)}
    else:
        piles = {folder.parent.name: sample(folder.parent) for folder in sorted((ROOT / "examples").glob("*/expect.json"))}
    pages, worst = [], 0
    for name, (paths, dates) in piles.items():
        page = OUT / f"{name}.html"
        code = brief(paths, dates, page)
        if code in (0, READ_WITH_GAPS):
            pages.append(page)
        worst = max(worst, 0 if code == READ_WITH_GAPS else code)
    print("\nThe same as pages, each one file that opens in any browser:")
    for page in pages:
        print(f"  {page}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
