"""Who will not speak: “would not comment on ...”, “had no comment”, “declined an interview”, “would neither confirm nor deny ...”.

That somebody did not answer, or could not be reached, is no refusal and no words of anybody: the questions read it off the text.
"""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import is_unwilling
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import is_time, reach
from dateline.mark.sources import is_passive, origin_of
from dateline.words.loader import words as listed

_NO = frozenset({"no"})
_GIVING = frozenset({"have", "offer", "make", "give", "provide"})
_DECLINING = frozenset({"decline", "refuse"})
_LINKS = frozenset({"on", "about", "for", "to"})


def find(site: Site) -> Iterator[Found]:
    """Propose an attribution for every refusal to speak in the sentence."""
    words = site.sentence.words
    for word in words:
        if word.pos not in {"VERB", "AUX"} or is_passive(site.sentence, word.i):
            continue
        made = _will_not(site, word.i) or _no_comment(site, word.i) or _declined(site, word.i)
        source = None if made is None else origin_of(site, word.i)
        if made is None or source is None:
            continue
        start, first, last = made
        place = extent.stretch(site, first, extent.phrase_ends(site, first, last))
        if place is None or (source.sentence is site.sentence and place[0] <= source.start < place[1]):
            continue
        end = words[first - 1].end
        says = f"“{site.text[start:end]} {words[first].text}” refuses to speak"
        yield Found("speech.refusal", says, "refusal", 2, site, word.i, (start, end), [Piece(site.paragraph, *place)], source)


def _will_not(site: Site, verb: int) -> tuple[int, int, int] | None:
    """“would not comment.”, with nothing after it: where something follows, other frames take it, and `acts` makes a refusal of it."""
    words = site.sentence.words
    if words[verb].lemma != "comment" or not is_unwilling(site.sentence, verb):
        return None
    modal = next(words[c] for c in words[verb].children if words[c].tag == "MD")
    return modal.start, verb, verb


def _no_comment(site: Site, verb: int) -> tuple[int, int, int] | None:
    """“had no comment on the plan”: the cue is the verb."""
    words = site.sentence.words
    if words[verb].lemma not in _GIVING:
        return None
    for child in words[verb].children:
        if child > verb and words[child].dep == "dobj" and words[child].lower == "comment":
            first, last = reach(site.sentence, child)
            if any(words[c].lower in _NO for c in words[child].children):
                return words[verb].start, max(first, verb + 1), max(last, _link(site, verb, child))
    return None


def _declined(site: Site, verb: int) -> tuple[int, int, int] | None:
    """“declined comment”, “refused an interview”, “declined several requests for an interview”."""
    words = site.sentence.words
    if words[verb].lemma not in _DECLINING:
        return None
    for child in words[verb].children:
        if child > verb and words[child].dep == "dobj" and words[child].lemma in listed("acts", "audiences"):
            first, last = reach(site.sentence, child)
            return words[verb].start, max(first, verb + 1), last
    return None


def _link(site: Site, verb: int, after: int) -> int:
    words = site.sentence.words
    links = [c for c in words[verb].children if c > after and words[c].dep == "prep" and words[c].lower in _LINKS]
    return next((reach(site.sentence, c)[1] for c in links if not any(is_time(site.sentence, t) for t in words[c].children)), -1)
