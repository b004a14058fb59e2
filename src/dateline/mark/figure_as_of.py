"""As of when a number holds: the day or year that its own clause names ("17 people were killed in 2004").

A time that hangs on another verb ("said on Monday that 17 were killed") is when somebody spoke, and none of the number's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mark.figure_draft import word_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mark.figure_draft import Draft, Scene
    from dateline.mark.reading import Sentence
    from dateline.model.moment import Moment

_CLIMB = 12
"""Heads above a word before the verb of its clause: deeper, the parse is of no use."""
_LASTING = frozenset({"since", "from", "until", "till", "by", "before", "after"})
"""Prepositions of a stretch that begins or ends then: the number is of another day."""


def as_of(scene: Scene, draft: Draft, moments: Sequence[tuple[int, int, Moment]]) -> Moment | None:
    """Give the time named in the clause of the number, the nearest of several; None where there is none.

    `moments` are the dates of the paragraph with their offsets in the view, sorted.
    """
    sentence = scene.sentence_at(draft.front)
    if sentence is None:
        return None
    verb = _verb(sentence, word_from(sentence, draft.numeral.start))
    if verb is None:
        return None
    found = [
        (abs(start - draft.front), start, moment)
        for start, end, moment in moments
        if sentence.start <= start and end <= sentence.end and _hangs_on(sentence, start, verb)
    ]
    return min(found, key=lambda row: row[:2])[2] if found else None


def _verb(sentence: Sentence, at: int) -> int | None:
    """Give the index of the verb of the clause in which a word stands."""
    if at >= len(sentence.words):
        return None
    for _ in range(_CLIMB):
        word = sentence.words[at]
        if word.pos in {"VERB", "AUX"} and word.dep not in {"aux", "auxpass", "amod", "acl"}:
            return at
        if word.head == at:
            return None
        at = word.head
    return None


def _with(sentence: Sentence, verb: int) -> list[int]:
    """Give the verb and those above it that share its time: "On 3 May a car hit the crowd, injuring 11"; what is said stands apart."""
    found = [verb]
    while len(found) < _CLIMB and sentence.words[found[-1]].dep in {"advcl", "conj", "xcomp"}:
        above = sentence.words[found[-1]].head
        if above in found:
            break
        found.append(above)
    return found


def _hangs_on(sentence: Sentence, start: int, verb: int) -> bool:
    words = sentence.words
    at = word_from(sentence, start)
    above = _verb(sentence, at)
    within = above is not None and (above in _with(sentence, verb) or (words[above].dep == "advcl" and words[above].head == verb))
    # "the attacks of 13 November that killed 130": the time stands with what the clause is about
    if not within and not (words[verb].dep == "relcl" and at in sentence.subtree(words[verb].head) and at < verb):
        return False
    before = at - 1
    if before >= 0 and words[before].lower in _LASTING:
        return False
    if before >= 0 and words[before].tag == "IN":
        before -= 1
    # "said on Tuesday it had captured 40": whatever the parse makes of it, the day belongs to the verb before it.
    return before < 0 or words[before].pos != "VERB" or before in {verb, above, *_with(sentence, verb)}
