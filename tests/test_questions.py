"""The clarification request: it asks what it must, can be filled in, and names nothing that does not exist."""

import importlib
import re
import tomllib
from pathlib import Path

import pytest
import typer

from dateline.cli.main import app

ROOT = Path(__file__).parent.parent
SHEET = (ROOT / "QUESTIONS.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", SHEET)))
SECTIONS = re.split(r"(?m)^## (?=\d+\. )", SHEET)[1:]
TO_COME = {"LICENSE"}
"""What the sheet says would be added."""

DOCUMENTS = re.compile(r"\d{3}_[0-9a-f]{16}\.txt")
"""The two documents that the sheet is about are no part of the project."""

FIRST_FOUR = (
    "What should the software do with these articles?",
    "Who uses it?",
    "Are the two articles example inputs, or a specification?",
    "Is there a hardware or performance requirement that the documents were meant to include?",
)


def command_exists(words: list[str]) -> bool:
    """Tell whether the command and each option named with it are there."""
    main = typer.main.get_command(app)
    command = main.commands[words[0]] if words and words[0] in main.commands else None
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} if command else set()
    return command is not None and set(words[1:]) <= options


def module_or_name_exists(dotted: str) -> bool:
    try:
        importlib.import_module(dotted)
    except ModuleNotFoundError:
        module, _, name = dotted.rpartition(".")
        return hasattr(importlib.import_module(module), name)
    return True


def exists(name: str) -> bool:
    """Tell whether what stands between backticks is a command, a module, a make target, a package or a file of the project."""
    if name.startswith("dateline "):
        return command_exists(name.split()[1:])
    if name.startswith("dateline."):
        return module_or_name_exists(name)
    if name.startswith("make "):
        return re.search(rf"(?m)^{name.removeprefix('make ')}:", (ROOT / "Makefile").read_text(encoding="utf-8")) is not None
    requirements = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return (
        name in TO_COME or DOCUMENTS.fullmatch(name) is not None or any(r.startswith(name) for r in requirements) or (ROOT / name).exists()
    )


@pytest.mark.parametrize("name", NAMED)
def test_what_the_sheet_names_exists(name: str) -> None:
    assert exists(name)


@pytest.mark.parametrize("name", ["dateline fly", "dateline brief --faster", "dateline.model.nothing", "make money", "no/such.file"])
def test_what_does_not_exist_would_be_noticed(name: str) -> None:
    assert not exists(name)


def test_the_four_questions_come_first() -> None:
    assert tuple(section.split("\n", 1)[0].split(". ", 1)[1] for section in SECTIONS[:4]) == FIRST_FOUR


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.split(".")[0])
def test_each_question_can_be_weighed_and_answered(section: str) -> None:
    parts = ("Why it matters.", "Options.", "Answer assumed today.", "What rests on it.", "What would change.")
    assert re.findall(r"(?m)^\*\*(.+?)\*\*", section) == list(parts)
    assert re.findall(r"(?m)^- (\w+):$", section) == ["Answer", "Name", "Date"]
    assert re.search(r"`[^`]+`", section.split("**What rests on it.**")[1].split("**What would change.**", maxsplit=1)[0])
