"""Mailboxes (mbox, RFC 4155): one mail after the other, each begun by a line "From ", read as a stream."""

import re
from collections.abc import Iterator

from dateline.intake.known_part import KnownPart
from dateline.intake.mail import is_mail, read_mail
from dateline.intake.raw import LARGEST, Raw
from dateline.model.issue import Issue

_FROM = re.compile(rb"From \S+ +(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d|.{0,80}\d\d:\d\d)")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)

LONGEST_LINE = 1 << 20
"""Bytes that are read at once: a longer line comes in pieces."""


def is_mailbox(raw: Raw) -> bool:
    """Tell a mailbox by its first line, and the head of a mail below it."""
    return _FROM.match(raw.head) is not None and is_mail(raw)


def read_mailbox(raw: Raw) -> Iterator[Raw | Issue]:
    """Give the mails, in order. One that is too large is listed, and the others are read."""
    for number, content in enumerate(_messages(raw), 1):
        if len(content) > LARGEST:
            yield Issue(f"{raw.path}/{number}", "unreadable", f"mail {number} is over {LARGEST // 1_000_000} MB; save it alone", fatal=True)
        elif content.strip():
            yield KnownPart.of(raw.part(str(number), _STUFFED.sub(rb"\1", content), f"mail {number}"), read_mail)


def _messages(raw: Raw) -> Iterator[bytes]:
    with raw.opened() as stream:
        lines: list[bytes] = []
        size, blank, whole = 0, True, True
        while line := stream.readline(LONGEST_LINE):
            if blank and whole and _FROM.match(line) and lines:
                yield b"".join(lines)
                lines, size = [], 0
            size += len(line)
            if size <= LARGEST + 1 or not lines:
                lines.append(line)
            blank, whole = not line.strip(), line.endswith(b"\n")
        if lines:
            yield b"".join(lines)
