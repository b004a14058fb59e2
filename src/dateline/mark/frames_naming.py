"""One thing said to be another: “called X a ...”, “sees X as ...”, “what they described as ...”; and “the poll showed X ahead”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of, listed
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import is_time, reach
from dateline.mark.sources import is_passive, origin_of

_NAMED = frozenset({"oprd", "attr", "acomp", "xcomp", "ccomp"})
_ASIDE = frozenset({"npadvmod", "advmod", "advcl", "punct", "cc", "conj", "mark"})


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:  # noqa: ARG001 - one shape for all frames
    """Propose the object together with what it is called, or seen, as."""
    lemma = lemma_of(site.sentence.words[verb])
    if is_passive(site.sentence, verb):
        return
    made = None
    if lemma in listed("objects", "named"):
        made = _called(site, verb)
    if made is None and lemma in listed("objects", "regarded"):
        made = _regarded(site, verb)
    source = None if made is None and lemma not in listed("objects", "shown") else origin_of(site, verb)
    if source is None:
        return
    if made is None:
        made = _shown(site, verb, source)
    if made is None or (source.sentence is site.sentence and made[1] <= source.start < made[2]):
        return
    rule, start, end, about = made
    act = act_in(site, verb, [])
    says = f"“{site.sentence.words[verb].text}” says what its object is"
    yield Found(
        rule, says, act, 2, site, verb, cue_words(site, verb), [Piece(site.paragraph, start, end)], source, _targets(site, about, act)
    )


def _targets(site: Site, about: int | None, act: str) -> list[int]:
    return (
        [about]
        if about is not None
        and act in {"criticism", "praise", "accusation"}
        and site.sentence.words[about].pos in {"NOUN", "PROPN", "PRON"}
        else []
    )


def _called(site: Site, verb: int) -> tuple[str, int, int, int | None] | None:
    """Read “called X Y”: at least an object and a name, or an object that holds a quotation."""
    words = site.sentence.words
    right = [c for c in words[verb].children if c > verb and words[c].dep not in _ASIDE and not is_time(site.sentence, c)]
    objects = [c for c in right if words[c].dep in {"dobj", "dative", "nsubj"}]
    named = [c for c in right if words[c].dep in _NAMED]
    if not objects and not named:
        return None
    parts = [*objects, *named]
    first = max(verb + 1, min(reach(site.sentence, c)[0] for c in parts))
    last = extent.phrase_ends(site, first, max(reach(site.sentence, c)[1] for c in parts))
    place = extent.stretch(site, first, last)
    if place is None:
        return None
    held = any(q.start < place[1] and place[0] < q.end for q in site.quotations)
    small = any(words[c].dep == "ccomp" and words[c].pos in {"NOUN", "ADJ", "PROPN", "AUX"} for c in named)
    if not held and not small and not (named and (objects or words[named[0]].dep == "oprd")):
        return None
    return "speech.naming", place[0], place[1], objects[0] if objects else None


def _regarded(site: Site, verb: int) -> tuple[str, int, int, int | None] | None:
    """“sees X as Y”: the object and the phrase with “as”; of “what they describe as Y” only Y."""
    words = site.sentence.words
    objects = [c for c in words[verb].children if words[c].dep == "dobj"]
    phrases = [c for c in words[verb].children if c > verb and words[c].lower == "as" and words[c].dep in {"prep", "mark"}]
    phrases += [c for o in objects for c in words[o].children if c > o and words[c].lower == "as" and words[c].dep == "prep"]
    if not objects or not phrases:
        return None
    last = reach(site.sentence, phrases[0])[1]
    first = reach(site.sentence, objects[0])[0] if objects[0] > verb else phrases[0]
    place = extent.stretch(site, first, extent.phrase_ends(site, first, last))
    return None if place is None else ("speech.regarding", place[0], place[1], objects[0])


def _shown(site: Site, verb: int, source: Origin) -> tuple[str, int, int, int | None] | None:
    """Read “the poll shows X ahead”: all that stands on the right of the verb, where a document is the subject."""
    words = site.sentence.words
    if source.sentence.words[source.head].lemma not in listed("objects", "documents"):
        return None
    right = [c for c in words[verb].children if c > verb and words[c].dep not in _ASIDE]
    if not any(words[c].dep in {"dobj", "oprd"} for c in right):
        return None
    first = min(reach(site.sentence, c)[0] for c in right)
    last = max(reach(site.sentence, c)[1] for c in right)
    place = extent.stretch(site, first, extent.phrase_ends(site, first, last))
    return None if place is None else ("speech.document", place[0], place[1], None)
