"""The one way to the word lists: read once, cached, never at import."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """Read `name`.toml of this folder."""
    with files("dateline.words").joinpath(f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Read `name`.tsv of this folder: one row a line, fields split at tabs, lines beginning with # left out."""
    text = files("dateline.words").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Read the list `key` of `name`.toml: an array of strings, or one string of words parted by white space."""
    value = toml(name)[key]
    return frozenset(value.split() if isinstance(value, str) else value)
