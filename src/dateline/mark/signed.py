"""Quotations whose speaker stands in another sentence: signed beneath (“- Ann Doe”), or named by the sentence before."""

import re

from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found, Origin, Site
from dateline.mark.nearby import Nearby
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Paragraph, Sentence
from dateline.mark.sources import origin, subject

_SIGNATURE = re.compile(r"(?:--?|[–—−―~])\s*(?=\w)|[\[(]\s*(?=[A-Z])")
_GAP = " .,\xa0\u2009\u200a\u202f"
_DASHES = frozenset("-–—")
_TERM = 3
"""Words of a quotation that is a term, not something said."""
_LONGEST = 120
"""Characters of a line that is a signature."""
_WHOLE = 3
"""Characters beside a quotation that still leave it a paragraph of its own."""
_LINE = 40
"""Words of a sentence that only says who spoke, when and where."""
_SHORT = 14
"""Words of a sentence that only says who speaks next."""
_SURE = 2
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS = frozenset({"ccomp", "xcomp", "oprd", "acomp", "attr"})
_OF_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET", "X"})
_PERSONS = frozenset({"he", "she", "they"})


def signed(quotation: Quotation, row: list[Quotation], paragraphs: list[Paragraph]) -> Found | None:
    """Make the attribution of a quotation with a dash and a name after it, or beneath; `row` are the quotations of its paragraph."""
    own = paragraphs[quotation.paragraph]
    at = row.index(quotation)
    opened = 0 if at == 0 else row[at - 1].end
    if quotation.start - opened > _WHOLE and _signing(own.text, opened, quotation.start) is None:
        return None
    limit = row[at + 1].start if at + 1 < len(row) else len(own.text)
    if limit - quotation.end > _WHOLE:
        return None if quotation.words <= _TERM else _signature(quotation.paragraph, own, quotation.end, limit)
    below = quotation.paragraph + 1
    return _signature(below, paragraphs[below], 0, len(paragraphs[below].text)) if at == 0 and below < len(paragraphs) else None


def _signing(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the dash of “- Ann Doe, 34, of Redwater” at the beginning of a short stretch."""
    start += len(text[start:end]) - len(text[start:end].lstrip(_GAP))
    return _SIGNATURE.match(text, start, end) if end - start <= _LONGEST and text[start:end].rstrip()[-1:] not in _DASHES else None


def _signature(index: int, paragraph: Paragraph, start: int, end: int) -> Found | None:
    """Read a signature from `start` to `end` of the paragraph."""
    match = _signing(paragraph.text, start, end)
    if match is None:
        return None
    sentence = next((s for s in paragraph.sentences if any(match.end() <= w.start < end for w in s.words)), None)
    if sentence is None or any(w.tag in _FINITE for w in sentence.words if match.end() <= w.start < end):
        return None
    name = _name(sentence, match.end(), end)
    if name is None:
        return None
    site = Site(index, paragraph.sentences.index(sentence), paragraph.text, sentence, [])
    source = Origin(match.end(), sentence.words[name].end, sentence, name, paragraph=index)
    says = f"“{paragraph.text[match.start() : sentence.words[name].end]}” signs the quotation before it"
    return Found("speech.signed", says, "statement", 3, site, name, (match.start(), match.end()), [], source)


def _name(sentence: Sentence, start: int, end: int) -> int | None:
    """Give the last word of the name that begins at `start` and stands before `end`."""
    found = None
    for word in sentence.words:
        if word.start < start:
            continue
        if word.pos not in _OF_NAMES or word.start >= end:
            break
        if word.pos in {"PROPN", "NOUN"}:
            found = word.i
    return found if found is not None and any(w.pos == "PROPN" for w in sentence.words if start <= w.start < end) else None


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


def said_after(quotation: Quotation, index: Nearby, paragraph: Paragraph) -> Found | None:
    """Make the attribution of a quotation before a sentence that only says who said it: “It is over.” Ann Doe said on Monday."""
    after = next((s for s in paragraph.sentences if s.start >= quotation.end), None)
    if after is None or any(f.site.sentence is after for f in index.at(quotation.paragraph, after.start, after.end)):
        return None
    root = next((w for w in after.words if w.head == w.i), None)
    own = None if root is None else subject(after, root.i)
    cue = None if root is None else verbs().get(lemma_of(root))
    if root is None or own is None or cue is None or cue.clause != _SURE or root.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    below = [after.words[c] for c in root.children]
    told = lemma_of(root) in {"tell", "ask"}
    if any(w.dep in _OBJECTS or w.dep == "neg" or (w.dep == "dobj" and not told) for w in below) or len(after.words) > _LINE:
        return None
    site = Site(quotation.paragraph, paragraph.sentences.index(after), paragraph.text, after, [])
    says = f"“{root.text}” has nothing else to say than the quotation before it"
    return Found("speech.said-after", says, "statement", 3, site, root.i, cue_words(site, root.i), [], origin(site, own))
