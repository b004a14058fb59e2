"""Verbs of saying made of two words: “ruled out ...”, “paid tribute to ...”, “took aim at ...”; and “came under fire from X for ...”."""

from collections.abc import Iterator
from functools import cache

from dateline.mark import extent
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.frames_object import said_of
from dateline.mark.phrases import is_time, noun_phrase, reach
from dateline.mark.sources import is_passive, origin, origin_of, subject
from dateline.model.attribution import Act
from dateline.words.loader import toml

_OVER = frozenset({"over", "for", "about", "because", "after"})
_AIMED = frozenset({"praise", "criticism", "accusation", "support", "opposition"})


def find(site: Site) -> Iterator[Found]:
    """Propose an attribution for every idiom of the lists."""
    words = site.sentence.words
    for word in words:
        if word.pos != "VERB" or is_passive(site.sentence, word.i):
            continue
        lemma = lemma_of(word)
        if lemma in _firsts("with_particle"):
            yield from _with_particle(site, word.i, lemma)
        if lemma in _firsts("with_noun"):
            yield from _with_noun(site, word.i, lemma)
        if lemma in _firsts("under_fire"):
            yield from _under_fire(site, word.i, lemma)


@cache
def _idioms(key: str) -> dict[tuple[str, ...], Act]:
    """Give the idioms of one list: their words, and the act."""
    return {tuple(phrase.split()): act for act, phrases in toml("idioms")[key].items() for phrase in phrases}


@cache
def _firsts(key: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _idioms(key))


@cache
def _only_of(key: str) -> frozenset[str]:
    """Give the verbs with particle that also have a plain sense, or the objects that leave it out."""
    listed = toml("idioms")["only_of"][key]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


def _with_particle(site: Site, verb: int, lemma: str) -> Iterator[Found]:
    """Read “ruled out a deal”, “turned the offer down”: the object is what is said about."""
    words = site.sentence.words
    for child in words[verb].children:
        act = _idioms("with_particle").get((lemma, words[child].lower))
        act = "statement" if act == "refusal" and _is_negated(site, verb) else act
        if act is None or child < verb or words[child].dep not in {"prt", "advmod", "prep"}:
            continue
        place, about = said_of(site, verb)
        if f"{lemma} {words[child].lower}" in _only_of("phrases") and (about is None or words[about].lemma not in _only_of("objects")):
            return
        source = origin_of(site, verb)
        if place is None or source is None or (source.sentence is site.sentence and place[0] <= source.start < place[1]):
            return
        start, end = cue_words(site, verb)
        if place[0] < words[child].start < place[1]:
            place = (place[0], words[child - 1].end) if words[child].end >= place[1] else place
        says = f"“{words[verb].text} {words[child].text}” says something of its object"
        targets = [about] if about is not None and act in _AIMED else []
        yield Found("speech.idiom", says, act, 2, site, verb, (start, end), [Piece(site.paragraph, *place)], source, targets)
        return


def _is_negated(site: Site, verb: int) -> bool:
    """Tell whether “has not ruled out” or “never turned down”: nothing is refused."""
    words = site.sentence.words
    return any(words[c].dep == "neg" or words[c].lower == "never" for c in words[verb].children)


def _with_noun(site: Site, verb: int, lemma: str) -> Iterator[Found]:
    """Read “paid tribute to the crew”, “took aim at the board over the toll”: what stands after the preposition is said about."""
    words = site.sentence.words
    for noun in words[verb].children:
        if noun < verb or words[noun].dep not in {"dobj", "prep", "prt", "advmod", "acomp"}:
            continue
        for child in [*words[noun].children, *words[verb].children]:
            act = _idioms("with_noun").get((lemma, words[noun].lemma, words[child].lower))
            about = (
                None
                if act is None or child <= noun
                else next((c for c in words[child].children if words[c].dep in {"pobj", "pcomp"}), None)
            )
            if act is None or about is None or is_time(site.sentence, about):
                continue
            source = origin_of(site, verb)
            last = reach(site.sentence, child)[1]
            for tail in words[verb].children:
                if tail > child and words[tail].dep == "prep" and words[tail].lower in _OVER and not _when(site, tail):
                    last = max(last, reach(site.sentence, tail)[1])
            place = extent.stretch(site, child + 1, extent.phrase_ends(site, child + 1, last))
            if source is None or place is None:
                return
            says = f"“{words[verb].text} {words[noun].text} {words[child].text}” says something of what follows"
            cue = (cue_words(site, verb)[0], words[noun].end)
            targets = [about] if act in _AIMED else []
            yield Found("speech.idiom", says, act, 2, site, verb, cue, [Piece(site.paragraph, *place)], source, targets)
            return


def _when(site: Site, preposition: int) -> bool:
    return any(is_time(site.sentence, c) for c in site.sentence.words[preposition].children)


def _under_fire(site: Site, verb: int, lemma: str) -> Iterator[Found]:
    """Read “the minister came under fire from the union over the delay”: the union's criticism of the minister."""
    words = site.sentence.words
    about = subject(site.sentence, verb)
    if about is None:
        return
    for child in words[verb].children:
        for noun in (child, *(c for c in words[child].children if words[c].dep == "pobj")):
            phrase = (lemma, words[noun].lemma) if noun == child else (lemma, words[child].lower, words[noun].lemma)
            act = _idioms("under_fire").get(phrase)
            if act is None or noun < verb:
                continue
            links = [c for at in (verb, child, noun) for c in words[at].children if c > noun and words[c].dep in {"prep", "agent"}]
            by = next((b for c in links if words[c].lower == "from" for b in words[c].children if words[b].dep == "pobj"), None)
            over = [c for c in links if words[c].lower in _OVER and not _when(site, c)]
            by_links = [below for c in links if words[c].lower == "from" for b in words[c].children for below in words[b].children]
            over += [c for c in by_links if words[c].dep == "prep" and words[c].lower in _OVER and not _when(site, c)]
            if by is None and not over:
                return
            places = [extent.stretch(site, *noun_phrase(site.sentence, about))]
            places += [extent.stretch(site, *reach(site.sentence, c)) for c in over[:1]]
            source = None if by is None else origin(site, by, over[0] if over and words[over[0]].head == by else None)
            if source is not None:
                source.pronoun = None
            pieces = [Piece(site.paragraph, *place) for place in places if place]
            says = f"“{words[verb].text} {words[noun].text}” tells what is said of its subject"
            cue = (cue_words(site, verb)[0], words[noun].end)
            yield Found("speech.under-fire", says, act, 2, site, verb, cue, pieces, source, [about], sourceless=source is None)
            return
