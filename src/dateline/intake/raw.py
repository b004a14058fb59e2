"""The bytes of one input, as every reader gets them: a file, standard input, or a part of either (a record, a member, a message)."""

import hashlib
import io
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from dateline.intake.decode import Decoded, decode
from dateline.intake.gzipped import DEEPEST, opening, unpacked
from dateline.model.errors import UnreadableInput
from dateline.model.identity import content_id

LARGEST = 50_000_000
"""Bytes of the largest text that is read, after decompression: a book of 8 million words; what is larger is no article."""

HEAD = 65_536
"""Bytes that a format is told by."""

Fact = tuple[str, str, str]
"""What is stated of an article: name of the fact (title, authors, outlet, url, language, published, modified ...), value, place."""


@dataclass(frozen=True)
class Raw:
    """Bytes under the name `path`: either `content`, in memory, or those of the file `file`. Gzip around them is seen through.

    A part of a container gets the path of the container, a `/` and its own name. `within` says where it stands there ("record
    <urn:...>", "member news/a.html") and leads every place of the text; `charset` is how the container says it is encoded;
    `facts` are what the container states of it (they rank behind what the text states itself). `stamp` is what the hash is
    taken of, where that is more than the bytes (the whole line of a JSONL file, of which the text is a part).
    """

    path: str
    content: bytes | None = None
    file: Path | None = None
    within: str = ""
    charset: str | None = None
    facts: tuple[Fact, ...] = ()
    stamp: bytes | None = None

    def part(self, name: str, content: bytes, within: str, facts: tuple[Fact, ...] = (), charset: str | None = None) -> "Raw":
        """Make the part `name` of this container; `within` is where it stands here."""
        return Raw(f"{self.path}/{name}", content, None, f"{self.within}{within}: ", charset, (*facts, *self.facts))

    def stored(self) -> BinaryIO:
        """Open the bytes as they are stored, packed or not. Raises UnreadableInput where they cannot be had."""
        return io.BytesIO(self.content) if self.content is not None else _opened(self.file or Path(self.path))

    @cached_property
    def _opening(self) -> tuple[bytes, int]:
        with self.stored() as stream:
            return opening(stream.read(HEAD), HEAD)

    @property
    def head(self) -> bytes:
        """The first bytes, unpacked."""
        return self._opening[0]

    @property
    def layers(self) -> int:
        """How often it is packed with gzip."""
        return self._opening[1]

    @property
    def unit(self) -> str:
        """What places in a text count."""
        return "bytes of the unpacked file" if self.layers else "bytes"

    @cached_property
    def data(self) -> bytes:
        """All bytes, unpacked. Raises UnreadableInput where they are more than `LARGEST`, broken, or none at all."""
        if self.layers > DEEPEST:
            raise UnreadableInput("this format is not read: gzip in gzip in gzip; unpack it first")
        with self.stored() as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UnreadableInput(f"over {LARGEST // 1_000_000} MB, too large for one text; split it")
        for _layer in range(self.layers):
            data = unpacked(data, LARGEST)
        if not data.strip():
            raise UnreadableInput("empty: nothing to read")
        return data

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as text. Raises UnreadableInput where they are binary or in no encoding that can be told."""
        return decode(self.data, self.charset)

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes (of `stamp`, where there is one), in hexadecimal."""
        return hashlib.sha256(self.stamp if self.stamp is not None else self.data).hexdigest()

    @property
    def id(self) -> str:
        """The id of the source made of these bytes."""
        return content_id("source", self.sha256)


def _opened(file: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnreadableInput("not a file (a device, pipe or socket); give a file, a folder or - for standard input")
        return file.open("rb")
    except FileNotFoundError:
        raise UnreadableInput("no such file; check the name") from None
    except PermissionError:
        raise UnreadableInput("no permission to read it; check the file's permissions") from None
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"cannot be opened ({error})") from error
