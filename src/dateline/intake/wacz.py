"""WACZ web archives: a ZIP file around WARC files, with a list of the pages that were saved on purpose."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.intake.raw import Raw
from dateline.intake.warc import read_warc
from dateline.intake.zip_listing import name_of, opened
from dateline.intake.zipped import content_of
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue

if TYPE_CHECKING:
    from zipfile import ZipFile

_LIST = "datapackage.json"
_WARCS = (".warc", ".warc.gz")
_PAGES = "pages/"
_PLACE = "title element"
"""What the list says is what the browser showed as the title of the page when it was saved: it ranks as that does, behind the page's."""

LONGEST_LIST = 20_000_000
"""Bytes of the longest list of pages that is read: about 100,000 pages. Titles beyond it are those of the pages themselves."""


def is_wacz(raw: Raw) -> bool:
    """Tell a WACZ file by its members: the description of the package, and an archive."""
    return _LIST in raw.members and any(_is_warc(name) for name in raw.members)


def read_wacz(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the pages of all archives in it. The title that the list gives a page ranks behind those that the page gives itself."""
    with raw.seekable() as stream, opened(stream) as archive:
        titles = _titles(raw, archive)
        for info in archive.infolist():
            name = name_of(info)
            if not _is_warc(name):
                continue
            try:
                warc = raw.part(name, content_of(raw, archive, info), f"member {name}")
                for found in read_warc(warc):
                    yield _titled(found, titles) if isinstance(found, Raw) else found
            except UnreadableInput as error:
                if not raw.budget.left >= 0:
                    raise
                yield Issue(f"{raw.path}/{name}", "unreadable", str(error), fatal=True)


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(_WARCS)


def _titles(raw: Raw, archive: "ZipFile") -> dict[str, str]:
    """Read the titles by address out of the lists of pages; a list that is broken, or too long, gives those that can be read."""
    titles: dict[str, str] = {}
    for info in archive.infolist():
        if not (info.filename.startswith(_PAGES) and info.filename.endswith(".jsonl") and info.file_size <= LONGEST_LIST):
            continue
        try:
            content = content_of(raw, archive, info)
        except UnreadableInput:
            continue
        for line in content.splitlines() if isinstance(content, bytes) else ():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(row, dict) and isinstance(row.get("url"), str) and isinstance(row.get("title"), str):
                titles.setdefault(row["url"], " ".join(row["title"].split()))
    return titles


def _titled(part: Raw, titles: dict[str, str]) -> Raw:
    address = next((value for name, value, _ in part.facts if name == "url"), "")
    title = titles.get(address)
    return replace(part, facts=(*part.facts, ("title", title, _PLACE))) if title else part
