"""Gzip, seen through within bounds."""

import zlib

from dateline.model.errors import UnreadableInput

MAGIC = b"\x1f\x8b"
DEEPEST = 3
"""Layers of gzip around one text. Two happen (a packed file packed again by a transfer); more is an attack."""

_WINDOW = 16 + zlib.MAX_WBITS
_STEP = 1 << 20


def opening(data: bytes, most: int) -> tuple[bytes, int]:
    """Unpack the beginning of a file, however cut: at most `most` bytes of it, and how many layers of gzip were around them.

    Stops at one layer more than `DEEPEST`. Broken data gives what comes before the break.
    """
    layers = 0
    while data.startswith(MAGIC) and layers <= DEEPEST:
        layers += 1
        try:
            data = zlib.decompressobj(_WINDOW).decompress(data, most)
        except zlib.error:
            return b"", layers
    return data, layers


def unpacked(data: bytes, most: int) -> bytes:
    """Unpack one layer, all members. Raises UnreadableInput where it is cut short, broken or larger than `most` bytes unpacked."""
    parts: list[bytes] = []
    size = 0
    while data.startswith(MAGIC):
        unpacker = zlib.decompressobj(_WINDOW)
        while not unpacker.eof:
            try:
                part = unpacker.decompress(data, _STEP)
            except zlib.error as error:
                raise UnreadableInput(f"a broken gzip file ({error}); pack it again") from error
            size += len(part)
            if size > most:
                raise UnreadableInput(f"over {most // 1_000_000} MB when unpacked, too large for one text; split it")
            parts.append(part)
            data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            if not part and not unpacker.eof and not data:
                raise UnreadableInput("a gzip file cut short; get the whole file again")
    return b"".join(parts)
