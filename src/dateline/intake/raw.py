"""The bytes of one input, as every reader gets them: a file, standard input, or a part of either (a record, a member, a message)."""

import hashlib
import io
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from dateline.intake.budget import PART, Budget
from dateline.intake.decode import Decoded, decode
from dateline.intake.gzipped import DEEPEST, Unpacking, opening
from dateline.intake.naming import shown
from dateline.intake.spool import spooled
from dateline.intake.zip_listing import SIGNATURES, names
from dateline.model.errors import UnreadableInput
from dateline.model.identity import content_id

LARGEST = 50_000_000
"""Bytes of the largest text that is read, after decompression: a book of 8 million words; what is larger is no article."""

HEAD = 65_536
"""Bytes that a format is told by."""

Opener = Callable[[], BinaryIO]

Fact = tuple[str, str, str]
"""What is stated of an article: name of the fact (title, authors, outlet, url, language, published, modified ...), value, place."""


@dataclass(frozen=True)
class Raw:
    """Bytes under the name `path`: either `content`, in memory, or those of the file `file`, or what `opens` opens, each time anew.

    Gzip around them is seen through. A part of a container gets the path of the container, a `/` and its own name. `within` says
    where it stands there ("record <urn:...>", "member news/a.html") and leads every place of the text; `charset` is how the
    container says it is encoded; `facts` are what the container states of it (they rank behind what the text states itself).
    `stamp` is what the hash is taken of, where that is more than the bytes (the whole line of a JSONL file, of which the text is
    a part). `budget` is shared with the container: what all parts together may unfold to.
    """

    path: str
    content: bytes | None = None
    file: Path | None = None
    within: str = ""
    charset: str | None = None
    facts: tuple[Fact, ...] = ()
    stamp: bytes | None = None
    opens: Opener | None = None
    budget: Budget = field(default_factory=Budget)

    def part(self, name: str, content: bytes | Opener, within: str, facts: tuple[Fact, ...] = (), charset: str | None = None) -> "Raw":
        """Make the part `name` of this container; `within` is where it stands here. Raises Exhausted where it is one too many.

        A part too large for memory gives a function that opens its bytes, unpacked, instead of the bytes: its reading counts for
        the budget as it goes on, which is the function's own matter.
        """
        opens = None if isinstance(content, bytes) else content
        data = content if isinstance(content, bytes) else None
        self.budget.spend(PART + len(data or b""))
        path, where = f"{self.path}/{shown(name)}", f"{self.within}{shown(within)}: "
        return Raw(path, data, None, where, charset, (*facts, *self.facts), None, opens, self.budget)

    def stored(self) -> BinaryIO:
        """Open the bytes as they are stored, packed or not. Raises UnreadableInput where they cannot be had."""
        if self.opens is not None:
            return self.opens()
        return io.BytesIO(self.content) if self.content is not None else _opened(self.file or Path(self.path))

    def opened(self, keep: int = 0) -> BinaryIO:
        """Open the bytes as a stream without the gzip around them, but for the `keep` innermost layers.

        It may be of any length and cannot turn back; what it unpacks counts for the budget. Raises UnreadableInput, now or while it
        is read, where it is broken, or unfolds to more than it may.
        """
        if self.layers > DEEPEST:
            raise UnreadableInput("this format is not read: gzip in gzip in gzip; unpack it first")
        stream = self.stored()
        for _layer in range(self.layers - keep):
            stream = io.BufferedReader(Unpacking(stream, self.budget.spend))
        return stream

    def seekable(self) -> BinaryIO:
        """Open the unpacked bytes as a stream that can turn back. Raises UnreadableInput as `opened` does."""
        stream = self.opened()
        if stream.seekable() and not self.layers:
            return stream
        with stream:
            return spooled(stream)

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

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names of its members where it is a ZIP file in good order, else none: many formats are ZIP files by their bytes."""
        if not self.head.startswith(SIGNATURES):
            return ()
        with self.seekable() as stream:
            return names(stream)

    @property
    def unit(self) -> str:
        """What places in a text count."""
        return "bytes of the unpacked file" if self.layers else "bytes"

    @cached_property
    def data(self) -> bytes:
        """All bytes, unpacked. Raises UnreadableInput where they are more than `LARGEST`, broken, or none at all."""
        with self.opened() as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            packed = " when unpacked" if self.layers else ""
            raise UnreadableInput(f"over {LARGEST // 1_000_000} MB{packed}, too large for one text; split it")
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
