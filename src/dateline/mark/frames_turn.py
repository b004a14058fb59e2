"""Transcripts and interviews: paragraphs that begin with a name in capitals, with “Q:” and “A:”, or with a name that comes again and again.

One label may be a headline's or a list's; labels that take turns are speakers. A turn ends with its paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterator

from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import trimmed
from dateline.mark.reading import Paragraph
from dateline.model.attribution import Act
from dateline.words.loader import words as listed

_LABEL = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, [^:,.?!“”\"]{1,60})?(?: \([^()]{1,40}\))?: (?=\S)")
_QUESTIONS = frozenset({"Q", "Question"})
_ANSWERS = frozenset({"A", "Answer"})
_ASIDE = frozenset('([“"')
"""Marks with which no paragraph begins that goes on with a turn."""
_LONGEST = 4
"""Paragraphs from one label to the next, all of which are the turn of the first."""
_TURNS = 2
"""Labelled paragraphs from which capitals, “Q:” and “A:” make a transcript."""
_NAMELESS = "speech.turn-nameless"
_AGAIN = 3
"""Labelled paragraphs, one label among them twice, from which other names do."""


def find(paragraphs: list[Paragraph]) -> Iterator[Found]:
    """Propose every labelled paragraph of a transcript for the one whom the label names."""
    labels = {number: match for number, paragraph in enumerate(paragraphs) if (match := _labelled(paragraph)) is not None}
    names = Counter(match["name"] for match in labels.values())
    loud = [number for number, match in labels.items() if _is_loud(match["name"])]
    turns = loud if len(loud) >= _TURNS else []
    if len(labels) >= _AGAIN and len(names) > 1 and max(names.values()) > 1:
        turns = sorted(labels)
    for place, number in enumerate(turns):
        following = turns[place + 1] if place + 1 < len(turns) else number
        goes_on = range(number + 1, following) if _is_loud(labels[number]["name"]) and following - number <= _LONGEST else range(0)
        yield from _turn(number, paragraphs, labels[number], goes_on)


def without_speakers(founds: list[Found]) -> list[Found]:
    """Leave out the turns of “Q:” and “A:” in which something else was found: whose those are, the label does not tell."""
    others = [found for found in founds if found.rule != _NAMELESS]
    taken = {piece.paragraph: piece for found in founds if found.rule == _NAMELESS for piece in found.content}
    held = {
        found.site.paragraph
        for found in others
        if found.cue is not None and (turn := taken.get(found.site.paragraph)) is not None and turn.start <= found.cue[0] < turn.end
    }
    return [found for found in founds if found.rule != _NAMELESS or found.site.paragraph not in held]


def _labelled(paragraph: Paragraph) -> re.Match[str] | None:
    match = _LABEL.match(paragraph.text)
    if match is None or not paragraph.sentences:
        return None
    return None if match["name"].lower() in listed("titles", "headings") - {"q", "a", "question", "answer"} else match


def _is_loud(name: str) -> bool:
    """Tell whether a label is in capitals, or a “Q” or “A”."""
    return name in _QUESTIONS | _ANSWERS or (name.isupper() and len(name) > 1)


def _turn(number: int, paragraphs: list[Paragraph], match: re.Match[str], goes_on: range) -> Iterator[Found]:
    paragraph = paragraphs[number]
    sentence = paragraph.sentences[0]
    name = match["name"]
    start, end = trimmed(paragraph.text, match.end(), len(paragraph.text))
    head = next((word.i for word in reversed(sentence.words) if word.end <= match.end("name")), None)
    if start >= end or head is None or not _speaks(paragraph, start, end):
        return
    site = Site(number, 0, paragraph.text, sentence, [])
    cue = (match.end() - 2, match.end() - 1)
    known = name not in _QUESTIONS | _ANSWERS
    source = Origin(match.start(), match.end("name"), sentence, head, paragraph=number)
    said = paragraph.text[start:end]
    act: Act = "question" if name in _QUESTIONS or (said.rstrip("”\"’'").endswith("?") and said.count("?") == 1) else "statement"
    pieces = [Piece(number, start, end)]
    for further in goes_on:
        place = trimmed(paragraphs[further].text, 0, len(paragraphs[further].text))
        if paragraphs[further].text[:1] in _ASIDE or place[0] >= place[1]:
            break
        pieces.append(Piece(further, *place))
    rule = "speech.turn" if known else _NAMELESS
    yield Found(rule, f"“{name}:” takes a turn in a transcript", act, 5, site, head, cue, pieces, source)


def _speaks(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell whether words follow the label, not a count, a price or a heading: a verb, or a short answer that ends as one."""
    if any(w.pos in {"VERB", "AUX"} for sentence in paragraph.sentences for w in sentence.words if start <= w.start < end):
        return True
    return paragraph.text.rstrip()[-1:] in "?!." and not any(c.isdigit() for c in paragraph.text[start:end])
