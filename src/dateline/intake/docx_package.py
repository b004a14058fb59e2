"""The parts of a Word document: found by their relations, unpacked within bounds, parsed without entities and without the network.

The XML is read directly, not through a library for Word files: none of those gives tracked changes, notes, text boxes and the number
of each paragraph at once, and none bounds what a hostile file unfolds to.
"""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from dateline.intake.raw import Raw
from dateline.intake.zipped import content_of, is_zip
from dateline.model.errors import UnreadableInput

if TYPE_CHECKING:
    from zipfile import ZipFile

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name

MAIN = "word/document.xml"

LARGEST_PART = 20_000_000
"""Bytes of the largest part that is read, unpacked: 400,000 words with the markup that Word puts around them."""

MOST_RELATIONS = 200
"""Relations of a part that are followed: headers, footers and notes are some twenty at most."""


def is_docx(raw: Raw) -> bool:
    """Tell a Word document, with or without macros, by its main part."""
    return is_zip(raw) and (
        MAIN in raw.members or ("[Content_Types].xml" in raw.members and any(_may_be_main(name) for name in raw.members))
    )


def _may_be_main(name: str) -> bool:
    return name.startswith("word/document") and name.endswith(".xml")


class Package:
    """The parts of one document, each parsed when it is asked for."""

    def __init__(self, raw: Raw, archive: "ZipFile") -> None:
        self._raw, self._archive = raw, archive
        self.broken: list[str] = []
        self._names = {info.filename.lstrip("/").replace("\\", "/"): info for info in archive.infolist()}
        stated = [target for kind, target in self.relations("") if kind == "officeDocument" and target in self._names]
        guessed = [MAIN, *sorted(name for name in self._names if _may_be_main(name))]
        self.main = next((name for name in (*stated, *guessed) if name in self._names), MAIN)

    def part(self, name: str) -> Element | None:
        """Parse a part; None where the document has none of that name. Raises UnreadableInput where it is broken or made to do harm."""
        info = self._names.get(name)
        if info is None:
            return None
        content = content_of(self._raw, self._archive, info)
        if not isinstance(content, bytes) or len(content) > LARGEST_PART:
            raise UnreadableInput(f"{name} is over {LARGEST_PART // 1_000_000} MB when unpacked: a bomb, or too large for one text")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableInput(f"a broken Word document: {name} is no XML that can be read ({error}); save it anew") from None
        if root.getroottree().docinfo.doctype:
            raise UnreadableInput(f"{name} declares entities, as no Word document does: made to do harm; save its text with Word")
        return root

    def spare(self, name: str) -> Element | None:
        """Parse a part that the text can do without; None where it is broken, which is noted."""
        try:
            return self.part(name)
        except UnreadableInput as error:
            self.broken.append(str(error))
            return None

    def relations(self, name: str) -> Iterator[tuple[str, str]]:
        """List the relations of a part: kind (the last word of its type) and the part meant. Those to the outside are left out."""
        folder, base = posixpath.split(name)
        root = self.spare(posixpath.join(folder, "_rels", f"{base}.rels"))
        for relation in root[:MOST_RELATIONS] if root is not None else []:
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                yield relation.get("Type", "").rpartition("/")[2], path


def local(element: Element) -> str:
    """Give the name of an element without its namespace: there are two sets of those."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """Give an attribute, whatever its namespace."""
    if element is None:
        return None
    return next((str(held) for key, held in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """Follow a path of names downward, the first child of each name."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element
