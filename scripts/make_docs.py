"""Write what is generated of the documentation: the commands, the rules, and what README.md shows of a run. A test holds them current.

make_docs.py [--check]: with --check nothing is written, and a file that is out of date is named (exit 1).
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from dateline.cli.reference import reference
from dateline.model.rule import Rule
from dateline.pipeline.rules import rules

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SHOWN = re.compile(r"(?ms)^```console\n\$ (?P<command>dateline [^\n]*?)(?: \| head -(?P<lines>\d+))?\n.*?^```$")
"""A block of README.md: a command, and what it prints (its first lines, where the command says so)."""
MADE = "<!-- Made by `make docs`; change the program, not this file. -->"

RULES_HEAD = f"""{MADE}

# The rules

What finds each line of a brief. A rule has a name (it stands in the reason under each line of `dateline brief --why`), an example
that it must match and a near-miss that it must not; a test runs both for every rule. "Precision" is the share of its hits that were
right on texts it was not written from; where none is given it has not been measured. In the examples `//` parts two articles and
`⏎` is a line break.
"""


def rules_page(listed: Iterable[Rule]) -> str:
    """Give the page of all rules, by the first part of their names."""
    parts = [RULES_HEAD]
    for room, group in groupby(sorted(listed), key=lambda rule: rule.name.split(".")[0]):
        parts.append(f"\n## {room}\n")
        parts += [_rule(rule) for rule in group]
    return "".join(parts)


def _rule(rule: Rule) -> str:
    precision = "" if rule.precision is None else f"- Precision: {rule.precision:.2f}\n"
    return f"\n### {rule.name}\n\n{rule.says}\n\n- Matches: {_quoted(rule.example)}\n- Leaves: {_quoted(rule.near_miss)}\n{precision}"


def _quoted(text: str) -> str:
    """Show the text as inline code on one line; line breaks, which matter to some rules, are a sign."""
    shown = text.replace("\n", "⏎")
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}"


def pages() -> dict[Path, str]:
    """Give each generated file with what it should say."""
    readme = ROOT / "README.md"
    return {
        readme: SHOWN.sub(_shown, readme.read_text(encoding="utf-8")),
        DOCS / "commands.md": f"{MADE}\n\n{reference()}",
        DOCS / "rules.md": rules_page(rules()),
    }


def _shown(block: re.Match[str]) -> str:
    """Run the command of a block and give the block with what it prints."""
    command = block["command"]
    program = Path(sys.executable).with_name("dateline")
    done = subprocess.run([program, *shlex.split(command)[1:]], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.rstrip("\n").split("\n")
    count = int(block["lines"] or len(lines))
    piped = f" | head -{block['lines']}" if block["lines"] else ""
    return "\n".join(["```console", f"$ {command}{piped}", *(line.rstrip() for line in lines[:count]), "```"])


def main() -> int:
    """Write the files, or with --check only compare."""
    made = pages()
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if "--check" not in sys.argv[1:]:
            path.write_text(made[path], encoding="utf-8")
        print(f"{'out of date' if '--check' in sys.argv[1:] else 'written'}: {path.relative_to(ROOT)}")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
