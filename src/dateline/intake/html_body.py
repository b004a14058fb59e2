"""The text that a page shows to no reader but states in JSON-LD: the whole of it, or the rest of what it shows the beginning of."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from dateline.intake.html_blocks import PageText, path_of
from dateline.intake.jsonld import Stated, article_body
from dateline.model.source import Place

_TAG = re.compile(r"<(br|/p|/div|/h[1-6]|/li)\b[^<>]{0,200}>|</?[a-zA-Z][^<>]{0,2000}>", re.IGNORECASE)
_LINES = re.compile(r"\s*[\n\r\u2028\u2029]\s*")
_UNIT = re.compile(r"(?<=[.!?…])[\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[A-Z0-9])")

RUN = 8
"""Words of a run that a block and the stated text share by no accident."""
SHOWN = 0.5
"""Share of the sentences of a stated text that the page shows, from which nothing is missing: pages cut and rearrange what they state."""
WORTH = 200
"""Characters of the shortest rest that is read from JSON-LD."""
LOOKED_AT = 200_000
"""Characters of the page that are searched for the stated text."""
MOST_UNITS = 2_000
"""Sentences of the stated text that are searched for in the page."""
LARGEST = 500_000
"""Characters of the longest stated text that is looked at."""


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs that only JSON-LD states, the text node of the script they stand in, and whether the page shows what goes before them."""

    paragraphs: tuple[str, ...]
    where: str
    begun: bool


def stated_blocks(stated: Stated, page: PageText) -> frozenset[int]:
    """List the blocks whose words the page states as part of the body of its article."""
    body = article_body(stated)
    if body is None:
        return frozenset()
    words = _flat(" ".join(_paragraphs(body[0][:LARGEST]))).split()
    runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    found = set()
    for index, block in enumerate(page.blocks):
        own = _flat(page.text[block.start : block.end]).split() if block.end - block.start <= LOOKED_AT else []
        if len(own) >= RUN and all(tuple(own[i : i + RUN]) in runs for i in (*range(0, len(own) - RUN, RUN), len(own) - RUN)):
            found.add(index)
    return frozenset(found)


def unshown(stated: Stated, page: PageText) -> Body | None:
    """Give the part of the stated text of the article that the page does not show, None where it shows most of it, or states none."""
    body = article_body(stated)
    if body is None:
        return None
    text, script = body
    paragraphs = _paragraphs(text[:LARGEST])
    units = [unit for paragraph in paragraphs for unit in _units(paragraph)]
    flat = _flat(page.text[:LOOKED_AT])
    shown = [i for i, unit in enumerate(units[:MOST_UNITS]) if _flat(unit) in flat]
    if not units or len(shown) >= SHOWN * min(len(units), MOST_UNITS):
        return None
    rest = _after(paragraphs, shown[-1] + 1 if shown else 0)
    if sum(len(paragraph) for paragraph in rest) < WORTH:
        return None
    return Body(tuple(rest), f"{path_of(script)}/text()[1]", bool(shown))


def appended(page: PageText, body: Body) -> tuple[str, tuple[Place, ...], tuple[int, ...]]:
    """Give the text of the page with the unshown paragraphs after it, its places, and the offsets at which those paragraphs begin."""
    text, places, breaks = page.text, list(page.places), []
    for paragraph in body.paragraphs:
        start = len(text) + (2 if text else 0)
        text += ("\n\n" if text else "") + paragraph
        places.append(Place(start, len(text), body.where))
        breaks.append(start)
    return text, tuple(places), tuple(breaks)


def _paragraphs(text: str) -> list[str]:
    """Undo the markup that some put into JSON: entities and tags."""
    plain = _TAG.sub(lambda tag: "\n" if tag[1] else "", unescape(text))
    return [" ".join(line.split()) for line in _LINES.split(plain) if line.strip()]


def _units(paragraph: str) -> list[str]:
    edges = [0, *(match.end() for match in _UNIT.finditer(paragraph)), len(paragraph)]
    return [paragraph[start:end] for start, end in pairwise(edges) if start < end]


def _after(paragraphs: list[str], shown: int) -> list[str]:
    """Give the paragraphs without their first `shown` sentences."""
    rest = []
    for paragraph in paragraphs:
        units = _units(paragraph)
        left = "".join(units[shown:]).strip()
        shown = max(0, shown - len(units))
        if left:
            rest.append(left)
    return rest


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
