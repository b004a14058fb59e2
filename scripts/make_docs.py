"""Write the parts of docs/ that are generated: the commands and the rules. A test holds them current.

make_docs.py [--check]: with --check nothing is written, and a file that is out of date is named (exit 1).
"""

import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from dateline.cli.reference import reference
from dateline.model.rule import Rule
from dateline.pipeline.rules import rules

DOCS = Path(__file__).resolve().parent.parent / "docs"
MADE = "<!-- Made by `make docs`; change the program, not this file. -->"

RULES_HEAD = f"""{MADE}

# The rules

What finds each line of a brief. A rule has a name (it stands in the reason under each line of `dateline brief --why`), an example
that it must match and a near-miss that it must not; a test runs both for every rule. "Precision" is the share of its hits that were
right on texts it was not written from; where none is given it has not been measured.
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
    return {DOCS / "commands.md": f"{MADE}\n\n{reference()}", DOCS / "rules.md": rules_page(rules())}


def main() -> int:
    """Write the files, or with --check only compare."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if "--check" not in sys.argv[1:]:
            path.write_text(pages()[path], encoding="utf-8")
        print(f"{'out of date' if '--check' in sys.argv[1:] else 'written'}: {path.relative_to(DOCS.parent)}")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
