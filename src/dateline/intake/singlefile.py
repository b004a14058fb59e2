"""Pages saved as one HTML file: what the program that saved them wrote into them, the address above all.

SingleFile writes a comment ("Page saved with SingleFile"), browsers write "saved from url=(0030)https://...". The day of saving is
no day of publication, and is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from dateline.intake.html import read_html
from dateline.intake.raw import Fact, Raw
from dateline.model.issue import Issue
from dateline.model.source import Source

_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--|<!doctype\s+html|<html|<meta)", re.IGNORECASE)
_SINGLEFILE = re.compile(rb"<!--\s{0,20}Page saved with SingleFile\s(?P<said>[^>]{0,4000}?)-->", re.IGNORECASE)
_URL = re.compile(rb"^\s*url:\s*(\S{1,2000})", re.MULTILINE)
_SAVED_FROM = re.compile(rb"<!--\s{0,20}saved from url=\(\d{1,6}\)\s?(?P<url>https?://[^\s>]{1,2000}?)\s{0,20}-->", re.IGNORECASE)
_SAVE_PAGE = re.compile(rb"<meta\s+name=[\"']savepage-url[\"']\s+content=[\"'](?P<url>https?://[^\"'>]{1,2000})[\"']", re.IGNORECASE)


def is_singlefile(raw: Raw) -> bool:
    """Tell a page that says from where it was saved."""
    return _HTML.match(raw.head) is not None and _address(raw.head) is not None


def read_singlefile(raw: Raw) -> Iterator[Source | Issue]:
    """Read it as any page; the address from which it was saved ranks behind the one that the page states."""
    fact = _address(raw.head)
    for found in read_html(raw):
        if isinstance(found, Source) and fact is not None:
            yield replace(found, facts=(*found.facts, fact))
        else:
            yield found


def _address(head: bytes) -> Fact | None:
    said = _SINGLEFILE.search(head)
    found = _URL.search(said["said"]) if said is not None else None
    if found is not None:
        return _fact(found.group(1), "the comment of SingleFile")
    for pattern, place in ((_SAVED_FROM, "the comment “saved from url”"), (_SAVE_PAGE, "meta savepage-url")):
        match = pattern.search(head)
        if match is not None:
            return _fact(match["url"], place)
    return None


def _fact(address: bytes, place: str) -> Fact | None:
    url = unescape(address.decode("utf-8", "replace"))
    return ("url", url, place) if url.startswith(("http:", "https:")) else None
