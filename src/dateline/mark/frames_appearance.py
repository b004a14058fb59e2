"""Claims that only a verb of seeming marks (“the talks appear to have failed”), and what a poll finds (“in a poll, 40 percent ...”)."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import listed
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import noun_phrase, reach
from dateline.mark.sources import origin, subject

_SEEM = frozenset({"seem", "appear"})
_COMPLEMENTS = frozenset({"xcomp", "acomp", "oprd", "ccomp", "attr", "prep"})
_LATEST = 2
"""Index of the latest word at which a sentence-opening “in a poll” may begin."""


def find(site: Site) -> Iterator[Found]:
    """Propose sourceless appearances, and what stands beside “in a poll”."""
    for word in site.sentence.words:
        if word.lemma in _SEEM and word.pos == "VERB":
            yield from _seems(site, word.i)
        elif word.i <= _LATEST and word.lower in {"in", "in the"} and word.dep == "prep":
            yield from _polled(site, word.i)


def _seems(site: Site, verb: int) -> Iterator[Found]:
    words = site.sentence.words
    about = subject(site.sentence, verb)
    tails = [c for c in words[verb].children if c > verb and words[c].dep in _COMPLEMENTS]
    if about is None or about > verb or not tails or words[tails[0]].lower in {"in", "on", "at", "before"}:
        return
    first, last = reach(site.sentence, tails[0])
    places = [extent.stretch(site, first, extent.ends(site, first, last))]
    if words[about].lower not in {"it", "who", "which", "that"}:
        places.insert(0, extent.stretch(site, *noun_phrase(site.sentence, about)))
    pieces = [Piece(site.paragraph, *place) for place in places if place]
    says = f"“{words[verb].text}” says that it looks so, and to nobody in particular"
    yield Found("speech.appearance", says, "estimate", 1, site, verb, cue_words(site, verb), pieces, None, sourceless=True)


def _polled(site: Site, preposition: int) -> Iterator[Found]:
    words = site.sentence.words
    head = next((c for c in words[preposition].children if words[c].dep == "pobj"), None)
    if head is None or words[head].lemma not in listed("objects", "polls"):
        return
    last = reach(site.sentence, preposition)[1]
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return
    place = extent.stretch(site, last + 2, len(words) - 1)
    if place is None:
        return
    says = f"“{words[preposition].text.lower()} a {words[head].text}” gives the source of the sentence"
    cue = (words[preposition].start, words[preposition].end)
    yield Found("speech.poll", says, "statement", 3, site, preposition, cue, [Piece(site.paragraph, *place)], origin(site, head))
