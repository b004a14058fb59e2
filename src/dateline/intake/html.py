"""A page: its text, what it says of itself, and what its markup says of each part."""

from collections.abc import Iterator

from dateline.intake.html_blocks import PageText, page_text
from dateline.intake.html_body import Body, appended, stated_blocks, unshown
from dateline.intake.html_byline import names_alone
from dateline.intake.html_facts import facts_of
from dateline.intake.html_hints import NAME_ALONE, Hinted, Said, hints_of
from dateline.intake.html_story import prose_length
from dateline.intake.html_tree import parse_page
from dateline.intake.jsonld import is_article, is_closed, jsonld_objects, picture_captions
from dateline.intake.raw import Raw
from dateline.model.issue import Issue
from dateline.model.source import Source

SHOWN = 100
"""Characters of prose below which a page that hides something shows nothing of its own."""
BEGINNING = 1_500
"""Characters of prose up to which a page that speaks of subscribers shows only the beginning: stubs have 200 to 1,000, briefs no gate."""


def read_html(raw: Raw) -> Iterator[Source | Issue]:
    """Make a source of a page. Its text has a blank line between blocks; its places are XPaths of the text nodes.

    What the page shows to nobody but states as the body of its article (JSON-LD) stands at the end of the text, an issue says so.
    """
    decoded = raw.decoded
    root, too_deep = parse_page(decoded.text)
    if too_deep:
        yield Issue(raw.path, "nesting", "nests deeper than 2,000 elements: read with most of its tags left out")
    if root is None:
        yield Source(raw.id, raw.path, raw.sha256, "text/html", decoded.encoding, "")
        return
    page = page_text(root)
    if page.hides and sum(prose_length(block) for block in page.blocks) < SHOWN:
        page = page_text(root, hidden=True)
        yield Issue(raw.path, "hidden", "the page hides its text until a script shows it: it was read with all that is hidden")
    stated = jsonld_objects(root)
    facts = facts_of(root, stated)
    said = Said(stated_blocks(stated, page), tuple(picture_captions(stated)), is_article(root, stated))
    hinted = hints_of(page, facts, said)
    body = unshown(stated, page)
    text, places, further = appended(page, body) if body is not None else (page.text, page.places, ())
    yield Source(
        raw.id,
        raw.path,
        raw.sha256,
        "text/html",
        decoded.encoding,
        text,
        places=places,
        facts=(*facts, *_printed(page, hinted)),
        hints=hinted.hints,
        breaks=(*(block.start for block in page.blocks), *further),
    )
    yield from _issues(raw.path, (page, hinted, body), closed=is_closed(stated))


def _printed(page: PageText, hinted: Hinted) -> Iterator[tuple[str, str, str]]:
    """Give the name that stands alone before the story as what the page says of its author."""
    for hint in hinted.hints:
        if hint.says == NAME_ALONE:
            yield "authors", names_alone(page.text[hint.start : hint.end]) or "", NAME_ALONE


def _issues(path: str, seen: tuple[PageText, Hinted, Body | None], *, closed: bool) -> Iterator[Issue]:
    page, hinted, body = seen
    if hinted.index:
        yield Issue(path, "index", "a page that announces stories, and has none of its own")
    if hinted.other is not None:
        yield Issue(path, "second-article", f"another article stands on the page, and was not read: “{hinted.other}”")
    if body is not None:
        most = "the rest of the text" if body.begun else "the text"
        yield Issue(path, "unshown", f"the page does not show {most}: it was read from its JSON-LD (articleBody)")
    elif hinted.prose and _is_stub(page, hinted, closed=closed):
        gate = f"it says “{hinted.gate}”" if hinted.gate is not None else "it breaks off, and states that it is not free to read"
        yield Issue(path, "stub", f"only the beginning is here: {gate}")


def _is_stub(page: PageText, hinted: Hinted, *, closed: bool) -> bool:
    """Tell a page that shows the beginning of its article: it speaks of subscribers, or is stated not to be free."""
    length = sum(page.blocks[i].end - page.blocks[i].start for i in hinted.prose)
    last = page.blocks[hinted.prose[-1]]
    broken = page.text[last.start : last.end].rstrip()[-1:] not in set(".!?…\"'”’»)]:") or page.text[last.start : last.end].endswith(
        ("...", "…")
    )
    if hinted.gate is not None:
        return length <= BEGINNING or broken
    return closed and broken and length <= BEGINNING
