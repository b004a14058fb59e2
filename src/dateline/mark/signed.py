"""Quotations whose speaker stands in another sentence: signed beneath (“- Ann Doe”), or named by the sentence before."""

import re

from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found, Origin, Site
from dateline.mark.nearby import Nearby
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Paragraph, Sentence
from dateline.mark.sources import origin, subject

_SIGNATURE = re.compile(r"(?:--?|[–—~]) ?(?=[A-Z])")
_LONGEST = 120
"""Characters of a line that is a signature."""
_WHOLE = 3
"""Characters beside a quotation that still leave it a paragraph of its own."""
_SHORT = 14
"""Words of a sentence that only says who speaks next."""
_SURE = 2
_PERSONS = frozenset({"he", "she", "they"})


def signed(quotation: Quotation, paragraphs: list[Paragraph]) -> Found | None:
    """Make the attribution of a quotation that fills its paragraph and has a dash and a name beneath it."""
    own = paragraphs[quotation.paragraph]
    below = quotation.paragraph + 1
    if quotation.start > _WHOLE or len(own.text) - quotation.end > _WHOLE or below >= len(paragraphs):
        return None
    paragraph = paragraphs[below]
    match = _SIGNATURE.match(paragraph.text)
    if match is None or len(paragraph.text) > _LONGEST or len(paragraph.sentences) == 0:
        return None
    sentence = next((s for s in paragraph.sentences if any(w.start >= match.end() for w in s.words)), None)
    if sentence is None or any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in sentence.words):
        return None
    name = _name(sentence, match.end())
    if name is None:
        return None
    site = Site(below, 0, paragraph.text, sentence, [])
    source = Origin(match.end(), sentence.words[name].end, sentence, name, paragraph=below)
    says = f"“{paragraph.text[: sentence.words[name].end]}” is signed beneath the quotation"
    return Found("speech.signed", says, "statement", 3, site, name, (0, match.end()), [], source)


def _name(sentence: Sentence, start: int) -> int | None:
    """Give the last word of the name that begins at `start`."""
    found = None
    for word in sentence.words:
        if word.start < start:
            continue
        if word.pos not in {"PROPN", "NOUN", "ADJ", "ADP"}:
            break
        if word.pos in {"PROPN", "NOUN"}:
            found = word.i
    return found


def said_before(quotation: Quotation, index: Nearby, paragraph: Paragraph) -> Found | None:
    """Make the attribution of a quotation after a short sentence about its speaker: “Ann Doe agreed. “...””."""
    before = next((s for s in reversed(paragraph.sentences) if s.end <= quotation.start), None)
    if before is None or len(before.words) > _SHORT or '"' in paragraph.text[before.start : before.end]:
        return None
    if any(f.site.sentence is before for f in index.at(quotation.paragraph, before.start, before.end)):
        return None
    root = next((w for w in before.words if w.head == w.i), None)
    own = None if root is None else subject(before, root.i)
    if root is None or own is None or root.tag not in {"VBD", "VBZ"} or any(before.words[c].dep == "neg" for c in root.children):
        return None
    cue = verbs().get(lemma_of(root))
    speaks = cue is not None and (cue.quote or cue.clause == _SURE)
    head = before.words[own]
    if not speaks and head.pos != "PROPN" and head.lower not in _PERSONS:
        return None
    site = Site(quotation.paragraph, paragraph.sentences.index(before), paragraph.text, before, [])
    says = f"“{root.text}” tells who speaks next" if speaks else f"the sentence before is about “{head.text}”"
    rule = "speech.announced" if speaks else "speech.about"
    return Found(rule, says, "statement", 3 if speaks else 1, site, root.i, cue_words(site, root.i), [], origin(site, own))
