"""`dateline rules` and `dateline stages`: what the program goes by, printed from the program itself."""

import json
from typing import Annotated

import typer

from dateline.cli.output import write

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def stages(json_: Json = False) -> None:  # noqa: FBT002
    """List the stages in the order in which they run: scope, what each needs and what it gives."""
    from dateline.pipeline.stages import STAGES  # noqa: PLC0415 - it imports every room

    if json_:
        rows = [{"name": s.name, "scope": s.scope, "says": s.says, "needs": list(s.needs), "gives": s.gives} for s in STAGES]
        write(_json(rows), None)
        return
    lines = []
    for stage in STAGES:
        lines += [f"{stage.name:<13} {stage.scope:<8} {stage.says}", f"{'':<22} {', '.join(stage.needs)} -> {stage.gives}"]
    write("\n".join(lines) + "\n", None)


def rules(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only rules whose name contains NAME.", show_default=False)] = "",
    json_: Json = False,  # noqa: FBT002
) -> None:
    """List the rules: what each does, an example it matches, a near-miss it leaves, and its measured precision."""
    from dateline.pipeline.rules import rules as listed  # noqa: PLC0415 - it imports every finder

    found = [rule for rule in sorted(listed()) if name in rule.name]
    if json_:
        rows = [{"name": r.name, "says": r.says, "example": r.example, "near_miss": r.near_miss, "precision": r.precision} for r in found]
        write(_json(rows), None)
        return
    lines = []
    for rule in found:
        measured = "precision not measured" if rule.precision is None else f"precision {rule.precision:.2f}"
        lines += [
            f"{rule.name}  ({measured})",
            f"  {rule.says}",
            f"  matches: {_line(rule.example)}",
            f"  leaves:  {_line(rule.near_miss)}",
            "",
        ]
    write("\n".join(lines), None)


def _json(rows: object) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _line(text: str) -> str:
    return text.replace("\n", "⏎")
