"""A colon between name and words: transcripts and headlines (“Name: ...”), and a sentence that ends in a colon before a quotation."""

import re
from collections.abc import Iterator

from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of
from dateline.mark.cues import verbs as cue_verbs
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import trimmed
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Word
from dateline.mark.sources import origin, subject
from dateline.text.fold import fold
from dateline.words.loader import words as listed
from dateline.words.places import state_names

_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|[A-Z]\.)(?: (?:[A-Z(][\w.'’)-]*|of|the|de|van|von|al|bin)){0,6}(?: \([^()]{1,40}\))?: (?=\S)")

_DASHES = frozenset({"-", "--", "—", "–"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TERM = 3
"""Words of a quotation after a dash that may be a title or a term."""
_LONGEST = 20
"""Words before a colon that name a speaker and the matter."""
_ACRONYM = 4
"""Letters of the longest acronym; a longer word in capitals is the name of a speaker in a transcript."""


def find(site: Site) -> Iterator[Found]:
    """Propose “Name: words” at the beginning of a paragraph, and the quotation after a colon."""
    yield from _labelled(site)
    yield from _introduced(site)


def _labelled(site: Site) -> Iterator[Found]:
    """“Name: words” at the beginning of a paragraph, “Name: “words”” at that of any sentence."""
    match = _NAME.match(site.text, site.sentence.start)
    if match is None or not _is_name(site, match.end() - 2):
        return
    quotation = next((q for q in site.quotations if q.start == match.end()), None)
    if quotation is None and site.number > 0:
        return
    words = [word for word in site.sentence.words if word.end <= match.end() - 2]
    if not words:
        return
    head = next((w.i for w in reversed(words) if w.pos in {"PROPN", "NOUN"}), words[-1].i)
    start, end = trimmed(site.text, match.end(), len(site.text)) if quotation is None else (quotation.start, quotation.end)
    if start >= end:
        return
    known = _speaks_for_itself(words)
    if quotation is None and not known and _is_topic(site, match.end() - 2, start):
        return
    source = Origin(words[0].start, match.end() - 2, site.sentence, head, paragraph=site.paragraph)
    cue = (match.end() - 2, match.end() - 1)
    says = "the name before the colon speaks the words after it"
    rule = "speech.label" if known or quotation is not None else "speech.label-bare"
    yield Found(rule, says, "statement", 3, site, head, cue, [Piece(site.paragraph, start, end)], source)


def _speaks_for_itself(words: list[Word]) -> bool:
    """Tell whether the words before the colon are surely somebody: a first and a last name, a title, an office, a name in capitals."""
    lowers = {word.lower for word in words}
    if lowers & (listed("titles", "titles") | listed("titles", "labels")):
        return True
    if len(words) == 1:
        return words[0].text.isupper() and len(words[0].text) > _ACRONYM
    return False


def _is_topic(site: Site, end: int, start: int) -> bool:
    """Tell whether a place or a name with an article stands before the colon (“Germany: ship hits bridge”), or a list after it."""
    label = site.text[site.sentence.start : end]
    if label.split(" ", 1)[0] in {"The", "A", "An"} or fold(label) in state_names():
        return True
    return not any(word.start >= start and word.pos in {"VERB", "AUX"} for word in site.sentence.words)


def _is_name(site: Site, end: int) -> bool:
    words = [word for word in site.sentence.words if word.end <= end]
    lowers = {word.lower for word in words}
    if lowers & listed("titles", "headings") or not words:
        return False
    return all(w.pos in {"PROPN", "ADP", "DET", "PUNCT", "NOUN", "ADJ", "X", "PART"} for w in words) and (
        any(w.pos == "PROPN" for w in words) or bool(lowers & (listed("titles", "titles") | listed("titles", "labels")))
    )


def _introduced(site: Site) -> Iterator[Found]:
    """“... had this to say: “...””: the quotation right after the colon, said by the subject of the sentence."""
    for quotation in site.quotations:
        before = site.text[max(0, quotation.start - 2) : quotation.start]
        if quotation.start <= site.sentence.start:
            continue
        if before.strip() in _DASHES and quotation.words > _TERM and quotation.end >= site.sentence.end - 1:
            yield from _named(site, quotation)
        if before.strip() != ":":
            continue
        verb = _governing(site, quotation.start)
        head = None if verb is None else subject(site.sentence, verb)
        if verb is None or head is None:
            yield from _named(site, quotation)
            continue
        sure = _speaks(site, verb)
        yield Found(
            "speech.colon" if sure else "speech.colon-plain",
            "the quotation after the colon belongs to the subject of the sentence",
            "statement",
            2,
            site,
            verb,
            cue_words(site, verb),
            [Piece(site.paragraph, quotation.start, quotation.end)],
            origin(site, head),
        )


def _named(site: Site, quotation: Quotation) -> Iterator[Found]:
    """“Ann Doe, on the bridge: “...””, “No end in sight - Ann Doe: “...””: a name without a verb before the colon."""
    words = [w for w in site.sentence.words if w.end < quotation.start]
    dash = max((w.i for w in words[:-1] if w.text in _DASHES), default=-1)
    label = [w for w in words if w.i > dash and w.text != ":" and w is not words[-1]]
    if not label or len(label) > _LONGEST or label[0].tag not in {"NNP", "NNPS"} or any(w.tag in _FINITE for w in label):
        return
    last = label[0]
    for word in label[1:]:
        if word.tag not in {"NNP", "NNPS", "HYPH", "POS"}:
            break
        last = word
    if fold(site.text[label[0].start : last.end]) in state_names() or last.lower in listed("titles", "headings"):
        return
    source = Origin(label[0].start, last.end, site.sentence, last.i, paragraph=site.paragraph)
    colon = words[-1]
    says = f"“{site.text[label[0].start : last.end]}” and “{colon.text}” stand before the quotation"
    pieces = [Piece(site.paragraph, quotation.start, quotation.end)]
    yield Found("speech.label-bare", says, "statement", 3, site, last.i, (colon.start, colon.end), pieces, source)


def _governing(site: Site, before: int) -> int | None:
    """Give the last verb of saying with a subject among the words before the quotation, else the highest verb with a subject."""
    words = site.sentence.words
    verbs = [w.i for w in words if w.end <= before and w.pos in {"VERB", "AUX"} and subject(site.sentence, w.i) is not None]
    speaking = [i for i in verbs if _speaks(site, i) and site.quoted(words[i].start, words[i].end) is None]
    if speaking:
        return speaking[-1]
    return next((i for i in verbs if words[i].head == i or words[words[i].head].start >= before), None)


def _speaks(site: Site, verb: int) -> bool:
    cue = cue_verbs().get(lemma_of(site.sentence.words[verb]))
    return cue is not None and (cue.quote or cue.clause > 0)
