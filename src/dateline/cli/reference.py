"""The reference of all commands, in Markdown, made from the commands themselves: it cannot drift."""

from typing import Any

import typer


def reference() -> str:
    """Give a page with every command, its arguments and its options."""
    from dateline.cli.main import app  # noqa: PLC0415 - main imports the commands, not this page

    group: Any = typer.main.get_command(app)
    lines = [
        "# The commands",
        "",
        str(group.help),
        "",
        "Results go to standard output, messages and progress to standard error. Exit codes: 0 done; 1 failed; 2 the call was wrong;",
        "3 done, but some inputs could not be read (each is listed with its reason).",
        "",
    ]
    for name, command in group.commands.items():
        lines += _command(f"dateline {name}", command)
    return "\n".join(lines).rstrip() + "\n"


def _command(name: str, command: Any) -> list[str]:  # noqa: ANN401 - the library's own class has no public name
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([name, *(argument.metavar or argument.name.upper() for argument in arguments), "[OPTIONS]"])
    lines = [f"## {name}", "", "```", usage, "```", "", " ".join(str(command.help).split()), ""]
    lines += [f"- `{param.metavar or param.name}`: {param.help}" for param in arguments]
    lines += [f"- `{_written(param)}`: {param.help}" for param in options]
    return [*lines, ""]


def _written(option: Any) -> str:  # noqa: ANN401 - see above
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"
