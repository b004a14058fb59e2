"""Bytes of a page to a tree, whatever the page does: bounded depth, NULs, broken markup."""

import re

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name

_NUL = re.compile("[\x00\ud800-\udfff]")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)\b[^<>]*>")
_ATTRIBUTES = r"((?:[^<>\"'=]++|=\s*+\"[^\"]*+(?:\"|\Z)|=\s*+'[^']*+(?:'|\Z)|=|\"|')*+)"
_START = re.compile(
    rf"<!--(?:[^-]++|-(?!->))*+(?:-->)?|<(script|style)\b{_ATTRIBUTES}>?(?:[^<]++|<(?!/\1))*+|<([a-zA-Z][\w:-]*+){_ATTRIBUTES}>?",
    re.IGNORECASE,
)
"""Every start tag with its attributes; comments and scripts are passed over whole. A quote that is not closed ends with the page."""
_ATTRIBUTE = re.compile(r"[^\s=\"'/>]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?|[=\"'/>]")
LONG = 5_000
"""Characters of attributes from which they are counted."""
MOST_ATTRIBUTES = 1_000
"""Attributes of one element: the parser compares each with all others, 1,000 take a millisecond, 20,000 a second."""
_KEPT_FLAT = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "script", "style", "title", "template"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def parse_page(text: str) -> tuple[Element | None, bool]:
    """Parse a page; the flag says that it nests deeper than the parser goes, and was read with most of its tags left out.

    None where there is nothing in it at all.
    """
    clean = _sparse(_NUL.sub("\ufffd", _DECLARATION.sub("", text, count=1)))
    root, too_deep = _parse(clean)
    if too_deep:
        flat = _TAG.sub(lambda tag: tag.group() if tag.group(2).lower() in _KEPT_FLAT else " ", clean)
        root, _ = _parse(flat)
    return root, too_deep


def _sparse(text: str) -> str:
    """Leave out the attributes of elements that have thousands."""
    kept, at = [], 0
    for tag in _START.finditer(text):
        group = 2 if tag[1] is not None else 4
        if tag[group] is not None and len(tag[group]) > LONG and len(_ATTRIBUTE.findall(tag[group])) > MOST_ATTRIBUTES:
            kept.append(text[at : tag.start(group)])
            at = tag.end(group)
    return "".join([*kept, text[at:]]) if kept else text


def _parse(text: str) -> tuple[Element | None, bool]:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None, False
    return root, any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())
