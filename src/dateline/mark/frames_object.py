"""What is said about something that is the verb's object: “criticized the plan”, “accused X of ...”, “a plan backed by X”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.frames_relayed import cited
from dateline.mark.phrases import is_time, noun_phrase, reach, trimmed
from dateline.mark.sources import agent, is_passive, origin, origin_of
from dateline.model.attribution import Act
from dateline.words.loader import words as listed

_GERUND_NEAR = 3
"""Words between verb and gerund in “supports cutting the tax”."""
_WHERETO = frozenset("into onto off away up down across through back toward towards out".split())  # noqa: SIM905 - words, not a list
_PASSING = frozenset({"citing", "quoting"})
_WHEN = frozenset("during after before since until despite through via by".split())  # noqa: SIM905 - words, not a list
_AIMED: frozenset[Act] = frozenset({"accusation", "criticism", "praise", "denial", "support", "opposition", "warning"})
_RELATIVE = frozenset({"that", "which", "whom", "who"})


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose the object of the cue verb with what is said of it."""
    words = site.sentence.words
    if not cue.object or is_passive(site.sentence, verb) or (cue.object == 1 and _moves(site, verb)):
        return
    if words[verb].tag == "VBN" and words[verb].dep == "acl":
        yield from _reduced(site, verb, cue)
        return
    if words[verb].lower in _PASSING and words[words[verb].head].pos == "VERB" and cited(site, words[verb].head) is not None:
        return  # “reported, citing X,”: part of that report
    source = origin_of(site, verb)
    if source is None:
        return
    place, about = said_of(site, verb)
    if place is None or (source.sentence is site.sentence and place[0] <= source.start < place[1]):
        return
    act = act_in(site, verb, [])
    yield Found(
        _rule(site, verb, cue),
        f"“{words[verb].text}” says something of its object",
        act,
        2 if cue.object == 2 else 1,  # noqa: PLR2004 - 2 is "sure"
        site,
        verb,
        cue_words(site, verb),
        _pieces(site, verb, place),
        source,
        [about] if about is not None and act in _AIMED else [],
    )


def _moves(site: Site, verb: int) -> bool:
    """Tell whether the verb moves its object: “backed the truck into the wall”."""
    words = site.sentence.words
    return any(words[c].lower in _WHERETO for c in words[verb].children if c > verb and words[c].dep in {"prep", "prt", "advmod"})


def _rule(site: Site, verb: int, cue: Cue) -> str:
    word = site.sentence.words[verb]
    if word.tag == "VB" and any(site.sentence.words[c].lower == "to" for c in word.children):
        return "speech.infinitive-object"
    if cue.object == 1:
        return "speech.weak-object"
    return "speech.participle-object" if word.tag in {"VBG", "VBN"} else "speech.object"


def said_of(site: Site, verb: int) -> tuple[tuple[int, int] | None, int | None]:
    """Give the stretch of the object with the phrases that follow it, and its head; of “which X criticized” the noun before."""
    words = site.sentence.words
    objects = [
        c
        for c in words[verb].children
        if c > verb
        and not is_time(site.sentence, c)
        and (
            words[c].dep in {"dobj", "dative"}
            or (words[c].dep in {"xcomp", "ccomp"} and words[c].tag == "VBG" and c - verb <= _GERUND_NEAR)
        )
    ]
    if not objects:
        relative = [c for c in words[verb].children if c < verb and words[c].dep == "dobj" and words[c].lower in _RELATIVE]
        if relative and words[verb].dep == "relcl":
            first, last = noun_phrase(site.sentence, words[verb].head, verb)
            return extent.stretch(site, first, last), words[verb].head
        return None, None
    first = max(verb + 1, reach(site.sentence, objects[0])[0])
    last = max(reach(site.sentence, c)[1] for c in [*objects, *_tails(site, verb, objects[-1])])
    about = objects[0] if words[objects[0]].dep != "xcomp" else None
    return extent.stretch(site, first, extent.phrase_ends(site, first, last)), about


def _tails(site: Site, verb: int, after: int) -> list[int]:
    """Give the prepositional phrases that follow the object and belong to what is said of it."""
    words = site.sentence.words
    found = []
    for child in words[verb].children:
        word = words[child]
        if child <= after:
            continue
        if (
            (word.dep in {"prep", "dative", "agent"} and not _of_saying(site, child))
            or word.dep == "oprd"
            or (word.dep in {"xcomp", "advcl"} and word.tag == "VB" and words[reach(site.sentence, child)[0]].lower == "to")
        ):
            found.append(child)
        elif word.dep != "advmod" and not (word.dep in {"npadvmod", "prep"} and _when(site, child)):
            break
    return found


def _when(site: Site, child: int) -> bool:
    """Tell whether the phrase only tells when: “accused the council on Monday of ...”."""
    words = site.sentence.words
    return is_time(site.sentence, child) or any(words[c].dep == "pobj" and is_time(site.sentence, c) for c in words[child].children)


def _pieces(site: Site, verb: int, place: tuple[int, int]) -> list[Piece]:
    """Leave out a time of the saying that stands within what is said."""
    words = site.sentence.words
    start, end = place
    pieces: list[Piece] = []
    for child in words[verb].children:
        if words[child].dep in {"npadvmod", "prep"} and start < words[child].start < end and _when(site, child):
            first, last = reach(site.sentence, child)
            if words[last].end < end:
                before = trimmed(site.text, start, words[first].start)
                pieces.append(Piece(site.paragraph, *before))
                start = trimmed(site.text, words[last].end, end)[0]
    return [*pieces, Piece(site.paragraph, start, end)]


def _reduced(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Read “a plan backed by X”: the noun before is what is said about."""
    words = site.sentence.words
    by = agent(site.sentence, verb)
    if by is None or lemma_of(words[verb]) in {"quote", "cite"}:
        return  # “X, quoted by Y, said”: Y is the way, and says nothing of X
    first, last = noun_phrase(site.sentence, words[verb].head, verb)
    place = extent.stretch(site, first, last)
    if place is None:
        return
    act = act_in(site, verb, [])
    yield Found(
        "speech.reduced",
        f"“{words[verb].text} by” tells whose view of the noun before it is given",
        act,
        2 if cue.object == 2 else 1,  # noqa: PLR2004 - 2 is "sure"
        site,
        verb,
        cue_words(site, verb),
        [Piece(site.paragraph, *place)],
        origin(site, by),
        [words[verb].head] if act in _AIMED else [],
    )


def _of_saying(site: Site, preposition: int) -> bool:
    """Tell whether the phrase is about the saying itself: when, in which statement."""
    words = site.sentence.words
    word = words[preposition]
    if word.lower in _WHEN:
        return True
    said_in = listed("titles", "vehicles")
    return any(
        words[child].dep == "pobj"
        and (is_time(site.sentence, child) or (word.lower in {"in", "at", "on"} and words[child].lemma in said_in))
        for child in word.children
    )
