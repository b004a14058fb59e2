"""Bytes of a page to a tree, whatever the page does: bounded depth, NULs, broken markup."""

import re

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name

_NUL = re.compile("[\x00\ud800-\udfff]")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)\b[^<>]*>")
_CROWDED = re.compile(r"<([a-zA-Z][\w:-]*)[\s/][^<>]{5000,}>")
MOST_ATTRIBUTES = 1_000
_KEPT_FLAT = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "script", "style", "title", "template"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def parse_page(text: str) -> tuple[Element | None, bool]:
    """Parse a page; the flag says that it nests deeper than the parser goes, and was read with most of its tags left out.

    None where there is nothing in it at all.
    """
    clean = _CROWDED.sub(_sparse, _NUL.sub("\ufffd", _DECLARATION.sub("", text, count=1)))
    root, too_deep = _parse(clean)
    if too_deep:
        flat = _TAG.sub(lambda tag: tag.group() if tag.group(2).lower() in _KEPT_FLAT else " ", clean)
        root, _ = _parse(flat)
    return root, too_deep


def _sparse(tag: re.Match[str]) -> str:
    """Leave out the attributes of an element that has thousands: the parser compares each with all others."""
    crowded = tag.group().count("=") > MOST_ATTRIBUTES or (len(tag.group().split()) > MOST_ATTRIBUTES and '"' not in tag.group())
    return f"<{tag.group(1)}>" if crowded else tag.group()


def _parse(text: str) -> tuple[Element | None, bool]:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None, False
    return root, any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())
