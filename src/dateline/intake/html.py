"""A page: its text, what it says of itself, and what its markup says of each part."""

from collections.abc import Iterator

from dateline.intake.html_blocks import page_text
from dateline.intake.html_facts import facts_of
from dateline.intake.html_hints import hints_of
from dateline.intake.html_tree import parse_page
from dateline.intake.raw import Raw
from dateline.model.issue import Issue
from dateline.model.source import Source


def read_html(raw: Raw) -> Iterator[Source | Issue]:
    """Make a source of a page. Its text has a blank line between blocks; its places are XPaths of the text nodes."""
    decoded = raw.decoded
    root, too_deep = parse_page(decoded.text)
    if too_deep:
        yield Issue(raw.path, "nesting", "nests deeper than 2,000 elements: read with most of its tags left out")
    if root is None:
        yield Source(raw.id, raw.path, raw.sha256, "text/html", decoded.encoding, "")
        return
    page = page_text(root)
    facts = facts_of(root)
    yield Source(
        raw.id,
        raw.path,
        raw.sha256,
        "text/html",
        decoded.encoding,
        page.text,
        places=page.places,
        facts=facts,
        hints=hints_of(page, facts),
        breaks=tuple(block.start for block in page.blocks),
    )
