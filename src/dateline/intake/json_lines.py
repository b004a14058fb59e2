"""JSON: one object a line (JSONL, NDJSON), read as a stream; or one document, an article or a list of them under a usual key."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from dateline.intake.decode import decode
from dateline.intake.json_record import Record, canonical, inner_record, paired, part_of, plain_key, text_of
from dateline.intake.raw import Raw
from dateline.model.errors import UnreadableInput
from dateline.model.issue import Issue
from dateline.words.loader import toml

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"(?:[^\"\\\r\n]|\\.){0,200}\"\s*:|\})")
_EMPTY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\]\s*\Z")
_WIDE = (b"\xff\xfe", b"\xfe\xff")

LONGEST_LINE = 10_000_000
"""Bytes of the longest line that is read: a book is a million; what is longer is passed over, with an issue."""
MOST_LISTED = 100
"""Bad lines of one input that are listed one by one; the others are counted."""
DEEPEST = 4
"""Objects in objects that are looked at for a list of articles (`{"response": {"docs": [...]}}`)."""
SHOWN_KEYS = 8


def is_json(raw: Raw) -> bool:
    """Tell JSON by its first bytes: an object with a key, or a list of them."""
    head = raw.head
    if head.startswith(_WIDE):
        head = head[: len(head) // 2 * 2].decode("utf-16", "ignore").encode("utf-8", "ignore")
    return _START.match(head) is not None or _EMPTY.match(head) is not None


def read_json(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the articles, in order. A line or object that is none is listed with its number, and the others are read."""
    if raw.head.startswith(_WIDE):
        yield from _document(raw)
        return
    with raw.opened() as stream:
        lines = _lines(stream.readline)
        first = next(((number, line) for number, line in lines if line is None or line.strip()), None)
        alone = first is None or all(line is not None and not line.strip() for _, line in islice(lines, MOST_LISTED))
    record = None if first is None or first[1] is None else _loaded(first[1])[0]
    one = record is not None and _records(record)[0] is None
    if one or (not alone and _second_is_object(raw)):
        yield from _each_line(raw)
    else:
        yield from _document(raw)


def _second_is_object(raw: Raw) -> bool:
    """Tell lines of objects of which the first is broken from a document over many lines."""
    with raw.opened() as stream:
        begun = [line for _, line in islice(_lines(stream.readline), 3) if line is not None and line.strip()]
    listed = bool(begun) and begun[0].lstrip().startswith(b"[")
    return not listed and any(line.lstrip().startswith(b"{") and _loaded(line)[1] is None for line in begun[1:])


def _lines(readline: Callable[[int], bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Give number and bytes of each line, without its end; None for one that is too long, of which nothing is kept."""
    number = 0
    while line := readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def _loaded(data: bytes) -> tuple[Record | None, str | None]:
    """Read one object. Gives it, or what is wrong."""
    try:
        found = json.loads(data.removeprefix(b"\xef\xbb\xbf").strip(), object_pairs_hook=paired)
    except UnicodeDecodeError:
        try:
            found = json.loads(decode(data).text, object_pairs_hook=paired)
        except (ValueError, RecursionError, UnreadableInput) as error:
            return None, f"no JSON ({error})"
    except RecursionError:
        return None, "no JSON that is read: it nests too deep"
    except ValueError as error:
        return None, f"no JSON ({error})"
    return (found, None) if isinstance(found, dict) else (None, "no object")


def _each_line(raw: Raw) -> Iterator[Raw | Issue]:
    bad = _Bad(raw)
    with raw.opened() as stream:
        for number, line in _lines(stream.readline):
            if line is None:
                yield from bad.told(f"line {number}", str(number), f"over {LONGEST_LINE // 1_000_000} MB long")
                continue
            if not line.strip():
                continue
            record, problem = _loaded(line)
            if record is None:
                yield from bad.told(f"line {number}", str(number), problem or "no object")
            else:
                yield from _article(raw, bad, (f"line {number}", str(number)), record, line)
    yield from bad.rest()


def _article(raw: Raw, bad: "_Bad", names: tuple[str, str], record: Record, stamp: bytes) -> Iterator[Raw | Issue]:
    where, name = names
    found = list(part_of(raw, name, where, inner_record(record), stamp))
    if found:
        yield from found
    else:
        yield from bad.told(where, name, _no_text(record))


def _no_text(record: Record) -> str:
    keys = ", ".join(sorted(str(key)[:40] for key in record)[:SHOWN_KEYS]) or "none"
    return f"no text in it under a usual key (text, maintext, body, content ...); its keys: {keys}"


class _Bad:
    """Tells what is no article, one by one up to a bound, then by count."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._count = 0

    def told(self, where: str, name: str, says: str) -> Iterator[Issue]:
        self._count += 1
        if self._count <= MOST_LISTED:
            yield Issue(f"{self._raw.path}/{name}", "bad-line", f"{where}: {says}".encode("utf-8", "replace").decode(), fatal=True)

    def rest(self) -> Iterator[Issue]:
        if self._count > MOST_LISTED:
            more = self._count - MOST_LISTED
            yield Issue(self._raw.path, "bad-line", f"{more:,} more are no articles, and are not listed one by one", fatal=True)


def _document(raw: Raw) -> Iterator[Raw | Issue]:
    try:
        found = json.loads(raw.decoded.text.removeprefix("\ufeff"), object_pairs_hook=paired)
    except RecursionError:
        raise UnreadableInput("JSON that nests too deep; give one object a line") from None
    except ValueError as error:
        raise UnreadableInput(f"broken JSON ({error}); get the whole file again, or give one object a line") from None
    records, key = _records(found)
    if records is None:
        if not isinstance(found, dict):
            raise UnreadableInput("JSON, but no article in it: neither an object nor a list of them")
        parts = [_alone(raw, part) for part in part_of(raw, "1", "the object", inner_record(found), canonical(found))]
        if not parts:
            raise UnreadableInput(f"JSON, but no article in it: {_no_text(found)}")
        yield from parts
        return
    if not records:
        raise UnreadableInput("JSON, but no article in it: an empty list")
    bad = _Bad(raw)
    for number, item in enumerate(records, 1):
        where = f"item {number} of {key}" if key else f"item {number}"
        if isinstance(item, dict):
            yield from _article(raw, bad, (where, str(number)), item, canonical(item))
        else:
            yield from bad.told(where, str(number), "no object")
    yield from bad.rest()


def _alone(raw: Raw, found: Raw | Issue) -> Raw | Issue:
    """Give the only article of a document the name of the document."""
    return replace(found, path=raw.path)


def _records(found: object) -> tuple[list[object] | None, str]:
    """Find the list of articles: the document itself, or what stands under a usual key, to a depth; None where there is none."""
    path: list[str] = []
    for _level in range(DEEPEST):
        if isinstance(found, list):
            return found, ".".join(path)
        if not isinstance(found, dict):
            return None, ""
        text = text_of(found)
        if text is not None and text.sort != "summary":
            return None, ""
        listed = [(key, value) for key, value in found.items() if plain_key(key) in toml("article_keys")["around"]["lists"]]
        best = next((item for item in listed if isinstance(item[1], list) and any(isinstance(entry, dict) for entry in item[1])), None)
        best = best or next((item for item in listed if isinstance(item[1], dict)), None)
        if best is None:
            return None, ""
        path.append(best[0][:40])
        found = best[1]
    return None, ""
