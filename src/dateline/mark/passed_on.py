"""Words that came through another: “..., citing X”, “as quoted by X”, “..., X reported” are the way, not part of what was said.

Enters what a frame proposed; where an outlet only passes on what somebody else is cited for, the cited party becomes the source and
the outlet a link of the way. The words that tell the way are cut from the edges of the content.
"""

import re

from dateline.mark.found import Found, Piece, Site
from dateline.mark.mention_of import mention_of
from dateline.mark.outlets import is_outlet
from dateline.mark.phrases import noun_phrase
from dateline.mark.reading import Paragraph
from dateline.mark.sources import origin
from dateline.words.loader import words as listed

CARRIED = frozenset({"quoted", "cited", "reported", "carried", "published", "relayed", "broadcast", "aired", "distributed"})
_CITING = frozenset({"citing", "quoting"})
_REPORTED = re.compile(
    r"(?:[Tt]he )?[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,3}(?: news agency)? (?:reported|reports)(?: on [A-Z]\w+| [A-Z]\w+day)?"
)
"""“Kyodo News reported on Friday”: whole, it tells the way."""
_NO_PARTY = frozenset({"report", "reports", "document", "documents", "study", "poll", "survey", "memo", "statement", "records"})


def passed_on(found: Found, paragraph: Paragraph) -> None:
    """Read the way out of what `found` proposes, in place."""
    if found.cue is None:
        return
    found.content = [piece for i, piece in enumerate(found.content) if i == 0 or not _REPORTED.fullmatch(_words(found, piece))]
    for first, last, head in _citations(found.site):
        _cut(found, first, last)
        if found.origin is not None and found.origin.sentence is found.site.sentence and _from_outlet(found, paragraph):
            found.relays.append(found.origin.head)
            found.origin = origin(found.site, head)
    for first, last, _ in carriages(found.site):
        _cut(found, first, last)


def _words(found: Found, piece: Piece) -> str:
    return found.site.text[piece.start : piece.end] if piece.paragraph == found.site.paragraph else ""


def _from_outlet(found: Found, paragraph: Paragraph) -> bool:
    taken = found.origin
    return taken is not None and is_outlet(mention_of(paragraph, taken.sentence, taken.head, taken.without))


def _citations(site: Site) -> list[tuple[int, int, int]]:
    """Give first word, last word and head of the party of every “citing X”, outside quotations, where X can speak."""
    words = site.sentence.words
    found = []
    for word in words:
        if word.lower not in _CITING or site.quoted(word.start, word.end) is not None:
            continue
        for child in word.children:
            party = words[child]
            if party.dep == "dobj" and child > word.i and _can_speak(party.pos, party.lower, party.lemma):
                found.append((word.i, noun_phrase(site.sentence, child)[1], child))
                break
    return found


def _can_speak(pos: str, lower: str, lemma: str) -> bool:
    if pos in {"PROPN", "PRON"}:
        return True
    listing = listed("titles", "titles") | listed("titles", "labels") | listed("parties", "bodies") | listed("parties", "people")
    return lower not in _NO_PARTY and (lower in listing or lemma in listing or lower in {"source", "sources"})


def carriages(site: Site) -> list[tuple[int, int, int]]:
    """Give first word, last word and head of the carrier of every “as quoted by X”, “, quoted by X”, outside quotations."""
    words = site.sentence.words
    found = []
    for word in words:
        at = word.i
        if (
            word.lower not in CARRIED
            or at == 0
            or words[at - 1].text not in {",", "as", "As"}
            or site.quoted(word.start, word.end) is not None
        ):
            continue
        for child in word.children:
            if words[child].lower == "by" and child > at:
                heads = [c for c in words[child].children if words[c].dep == "pobj"]
                if heads:
                    first = at - 1 if words[at - 1].text in {"as", "As"} else at
                    found.append((first, noun_phrase(site.sentence, heads[0])[1], heads[0]))
    return found


def _cut(found: Found, first: int, last: int) -> None:
    """Take the words `first` to `last` from the edges of the content; a piece that holds nothing else goes."""
    words = found.site.sentence.words
    start, end = words[first].start, words[last].end
    text = found.site.text
    kept = []
    for piece in found.content:
        low, high = piece.start, piece.end
        if piece.paragraph != found.site.paragraph or end <= low or high <= start:
            kept.append(piece)
            continue
        if not text[low:start].strip(" ,"):
            low = max(low, end)
            low += len(text[low:high]) - len(text[low:high].lstrip(" ,"))
            low += len("that ") if text[low:high].startswith("that ") else 0
        elif not text[end:high].strip(" ,.") and low < start:
            high = low + len(text[low:start].rstrip(" ,"))
        if low < high:
            kept.append(Piece(piece.paragraph, low, high))
    if kept:
        found.content = kept
