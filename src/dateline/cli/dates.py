"""The option --date FILE=DATE: which file, which day."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dateline.model.errors import UsageError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def dates(options: Iterable[str], paths: Sequence[str]) -> dict[str, str]:
    """Turn FILE=DATE options into dates, by the path under which the article will be read.

    FILE is a given path, one that leads to the same file, a file in a given folder, or a file name that only one of the files has.
    """
    found: dict[str, str] = {}
    for option in options:
        name, equals, value = option.rpartition("=")
        if not equals or not name:
            raise UsageError(f"--date wants FILE=DATE, got {option!r}")
        if not _is_date(value):
            raise UsageError(f"--date {option}: {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
        path = _path(name, paths, option)
        if found.get(path, value) != value:
            raise UsageError(f"--date gives {path} two dates, {found[path]} and {value}")
        found[path] = value
    return found


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None or not value.isascii():
        return False
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _path(name: str, paths: Sequence[str], option: str) -> str:
    if name in paths:
        return name
    files = _files(paths)
    wanted = Path(name).resolve()
    same = [path for path in files if Path(path).resolve() == wanted]
    if same:
        return same[0]
    named = [path for path in files if Path(path).name == name]
    if not named:
        raise UsageError(f"--date {option}: {name!r} is not among the files to read")
    if len(named) > 1:
        raise UsageError(f"--date {option}: {len(named)} files are named {name!r} ({', '.join(named)}); give the path of one")
    return named[0]


def _files(paths: Sequence[str]) -> list[str]:
    """List the files as intake will name them: a folder gives the files below it."""
    listed: list[str] = []
    for path in paths:
        if Path(path).is_dir():
            listed += sorted(str(entry) for entry in Path(path).rglob("*") if entry.is_file())
        else:
            listed.append(path)
    return list(dict.fromkeys(listed))
