"""Measure quality against gold data, and write the table into README.md.

measure.py [--print]. DATELINE_GOLD names the folder of the gold data and its scorers, which are no part of the project. The program sees
of each text what a reader would: the words, the title and the date; never an annotation.
"""

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
DATELINE = Path(sys.executable).with_name("dateline")
SEEN = ("id", "text", "title", "date", "outlet")
TABLE = re.compile(r"(?s)(<!-- measured by scripts/measure.py -->\n).*?(<!-- end -->\n)")

ROWS = (
    # what, command, gold, scorer, the scores to show
    (
        "who said what (PolNeAR dev): source and content right",
        "annotate",
        "attribution/dev",
        "attribution",
        ("joint.p", "joint.r", "joint.f1"),
    ),
    ("... direct speech alone, share found", "annotate", "attribution/dev", "attribution", (None, "recall.direct.joint", None)),
    ("... indirect speech alone, share found", "annotate", "attribution/dev", "attribution", (None, "recall.indirect.joint", None)),
    ("dates (TimeBank): value right", "annotate", "time/timebank", "time", (None, None, "value_f1")),
    ("dates (AQUAINT): value right", "annotate", "time/aquaint", "time", (None, None, "value_f1")),
    ("figures (NewsQuant dev): both bounds right", "annotate", "figures/newsquant_dev", "figures", ("value.p", "value.r", "value.f1")),
    ("stories (g5w1h), B-cubed", "cluster", "stories/g5w1h_dev", "clusters", ("b_cubed.p", "b_cubed.r", "b_cubed.f1")),
    ("stories (ECB+), B-cubed", "cluster", "stories/ecbplus_dev", "clusters", ("b_cubed.p", "b_cubed.r", "b_cubed.f1")),
    ("stories (BASIL), B-cubed", "cluster", "stories/basil_dev", "clusters", ("b_cubed.p", "b_cubed.r", "b_cubed.f1")),
)


def score(gold: Path, command: str, data: str, scorer: str) -> dict[str, Any]:
    """Run the command over the texts of a gold file and score what comes out."""
    path = gold / "data" / f"{data}.jsonl.gz"
    with tempfile.TemporaryDirectory() as scratch:
        given, found = Path(scratch) / "in.jsonl", Path(scratch) / "out.jsonl"
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            lines = [json.dumps({key: row[key] for key in SEEN if key in row}) for row in map(json.loads, rows)]
        given.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run([DATELINE, command, given, "-o", found, "-q"], check=True)
        scored = subprocess.run(
            [sys.executable, gold / "bench" / f"score_{scorer}.py", path, found, "--json"], check=True, capture_output=True, text=True
        )
    return json.loads(scored.stdout)


def value(report: dict[str, Any], path: str | None) -> str:
    """Look a dotted name up in a report; an empty cell where there is none."""
    if path is None:
        return ""
    found: Any = report
    for key in path.split("."):
        found = found[key]
    return f"{found:.3f}"


def table(gold: Path) -> str:
    """Measure everything and give the table."""
    reports: dict[str, dict[str, Any]] = {}
    lines = ["| what | precision | recall | F1 |", "|---|---|---|---|"]
    for what, command, data, scorer, paths in ROWS:
        if data not in reports:
            reports[data] = score(gold, command, data, scorer)
        lines.append(f"| {what} | " + " | ".join(value(reports[data], path) for path in paths) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, and print or write."""
    place = os.environ.get("DATELINE_GOLD")
    if place is None:
        print("DATELINE_GOLD is not set: it names the folder of the gold data and its scorers", file=sys.stderr)
        return 1
    made = table(Path(place))
    print(made, end="")
    if "--print" not in sys.argv[1:]:
        text = README.read_text(encoding="utf-8")
        README.write_text(TABLE.sub(lambda match: match[1] + made + match[2], text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
