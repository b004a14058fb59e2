"""The option --ledger, and where the ledger lies when it is not given."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Annotated

import typer

from dateline.model.errors import UsageError

VARIABLE = "DATELINE_LEDGER"
"""The environment variable that names the ledger."""

Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH",
        help=f"The ledger, one file. Default: ${VARIABLE}, else dateline/ledger.db in the user data folder.",
        show_default=False,
    ),
]


def ledger_path(given: str | None) -> Path:
    """Give the path of the ledger: the one given, else that of the environment, else the one in the user data folder."""
    name = given or os.environ.get(VARIABLE)
    if not name:
        return data_folder(os.environ, sys.platform, Path.home()) / "dateline" / "ledger.db"
    if "://" in name:
        raise UsageError(f"--ledger {name}: a ledger is a file so far; give a path")
    return Path(name)


def data_folder(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """Give the folder for a user's data: as the XDG Base Directory Specification says, or as macOS and Windows have it.

    >>> data_folder({}, "linux", Path("/home/ann")).as_posix()
    '/home/ann/.local/share'
    >>> data_folder({"XDG_DATA_HOME": "/data"}, "linux", Path("/home/ann")).as_posix()
    '/data'
    """
    if platform == "darwin":
        return home / "Library" / "Application Support"
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) if local else home / "AppData" / "Local"
    named = environment.get("XDG_DATA_HOME", "")
    # The specification: a relative path is to be ignored.
    return Path(named) if PurePath(named).is_absolute() else home / ".local" / "share"
