"""When it was said: the time expression that hangs on the cue, outside of what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mark.reading import Paragraph, Sentence, Word
    from dateline.model.attribution import Attribution
    from dateline.model.moment import Moment
    from dateline.model.span import Span

_STEPS = {"npadvmod", "prep", "pobj", "advmod", "tmod", "nmod", "dobj", "dative", "nummod", "amod", "compound", "appos", "det"}
_HOLDERS = {
    "statement",
    "interview",
    "reporters",
    "journalists",
    "conference",
    "briefing",
    "letter",
    "report",
    "speech",
    "address",
    "post",
    "meeting",
    "hearing",
    "parliament",
}


def said_at(attribution: Attribution, paragraph: Paragraph, sentence: Sentence, moments: Sequence[Moment]) -> Moment | None:
    """Choose among the moments of the sentence the one that dates the saying; None where none does.

    It stands outside content, source and via, is a date or a time, and the parse leads from it up to the cue, through at most one
    noun, and that a setting of speech ("told reporters on Tuesday", "in a statement Monday").
    """
    if not moments:
        return None
    taken = [*attribution.content, *attribution.source]
    cues = {word.i for span in attribution.cue for word in _inside(sentence, paragraph, span)}
    fit = []
    for moment in moments:
        span = moment.span
        if span is None or moment.type not in {"DATE", "TIME"} or any(span.overlaps(other) for other in taken):
            continue
        inside = _inside(sentence, paragraph, span)
        if inside and _leads_to(sentence, inside, cues):
            gap = min(abs(span.start - cue.end) for cue in attribution.cue)
            fit.append((gap, span.start, moment))
    return min(fit, key=lambda row: row[:2])[2] if fit else None


def _inside(sentence: Sentence, paragraph: Paragraph, span: Span) -> list[Word]:
    """Give the words of the sentence that share a character with the span."""
    start, end = paragraph.place(span)
    return [word for word in sentence.words if word.start < end and start < word.end]


def _leads_to(sentence: Sentence, inside: list[Word], cues: set[int]) -> bool:
    own = {word.i for word in inside}
    tops = [word for word in inside if word.head not in own]
    return any(_climbs(sentence, word, cues) for word in tops) or _stands_beside(sentence, inside, cues)


def _climbs(sentence: Sentence, word: Word, cues: set[int]) -> bool:
    nouns = 0
    at = word
    while at.head != at.i:
        if at.dep not in _STEPS:
            return False
        at = sentence.words[at.head]
        if at.i in cues:
            return True
        if at.pos in {"NOUN", "PROPN"}:
            nouns += 1
            if nouns > 1 or at.lower not in _HOLDERS:
                return False
        elif at.pos not in {"ADP", "SCONJ"}:
            return False
    return False


def _stands_beside(sentence: Sentence, inside: list[Word], cues: set[int]) -> bool:
    """Tell whether the day follows the cue at once, or after "on" ("said Thursday it was"), whatever the parse makes of it."""
    first = inside[0].i
    before = sentence.words[first - 1] if first else None
    if before is not None and before.lower == "on" and first > 1:
        before = sentence.words[first - 2]
    return before is not None and before.i in cues
