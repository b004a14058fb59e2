"""The bytes of one input, as every reader gets them."""

from dataclasses import dataclass

from dateline.model.identity import content_id

LARGEST = 50_000_000
"""Bytes of the largest text that is read, after decompression: a book of 8 million words; what is larger is no article."""


@dataclass(frozen=True, slots=True)
class Raw:
    """`data` as stored (unpacked where it was gzipped), under the name `path`; `sha256` is of `data`; `unit` is what places count."""

    path: str
    data: bytes
    sha256: str
    unit: str = "bytes"

    @property
    def id(self) -> str:
        """The id of the source made of these bytes."""
        return content_id("source", self.sha256)
