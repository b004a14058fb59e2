"""Whose eyes it is seen with: “In the mayor's view, ...”, “To Ann Doe, ...”; and “reportedly”, which names nobody."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.found import Found, Piece, Site
from dateline.mark.frames_according import around
from dateline.mark.phrases import is_time, noun_phrase, reach
from dateline.mark.sources import origin
from dateline.model.attribution import Act
from dateline.text.fold import fold
from dateline.words.loader import words as listed
from dateline.words.places import state_names

_HEARSAY: dict[str, Act] = {"reportedly": "statement", "supposedly": "statement", "purportedly": "statement", "allegedly": "accusation"}
_VIEWS = frozenset({"view", "opinion", "eye", "judgment", "judgement", "estimation", "telling", "word", "reading", "mind"})
_NOBODYS = frozenset({"my", "your", "our", "its"})
_PERSONS = frozenset({"him", "her", "them", "many", "some", "others"})
_EARLY = 2
"""Words (conjunctions) that may stand before a phrase that opens the sentence."""


def find(site: Site) -> Iterator[Found]:
    """Propose what somebody's view, or hearsay, marks in the sentence."""
    for word in site.sentence.words:
        if word.lower in _HEARSAY and word.dep == "advmod":
            yield from _hearsay(site, word.i)
        elif word.lower == "in" and word.dep == "prep":
            yield from _in_view(site, word.i)
        elif word.lower == "to" and word.dep == "prep" and _opens(site, word.i):
            yield from _to_whom(site, word.i)


def _opens(site: Site, at: int) -> bool:
    """Tell whether a phrase opens the sentence, after a conjunction at most."""
    return at <= _EARLY and all(word.tag in {"CC", ","} or word.dep == "punct" for word in site.sentence.words[:at])


def _hearsay(site: Site, adverb: int) -> Iterator[Found]:
    """Read “The owner reportedly left the country”: the clause without the adverb, and no source."""
    words = site.sentence.words
    head = words[adverb].head
    if words[head].pos not in {"VERB", "AUX"} or words[head].dep == "amod":
        return
    first, last = reach(site.sentence, head)
    if words[head].dep in {"relcl", "acl"}:
        return
    while first < adverb and words[first].dep in {"mark", "cc", "punct"}:
        first += 1
    last = extent.ends(site, adverb + 1, last)
    places = [extent.stretch(site, first, adverb - 1), extent.stretch(site, adverb + 1, last)]
    pieces = [Piece(site.paragraph, *place) for place in places if place]
    if not pieces:
        return
    word = words[adverb]
    says = f"“{word.text}” says that it is told, and not by whom"
    yield Found("speech.hearsay", says, _HEARSAY[word.lower], 1, site, adverb, (word.start, word.end), pieces, None, sourceless=True)


def _in_view(site: Site, preposition: int) -> Iterator[Found]:
    """Read “in the mayor's view”, “in the words of Ann Doe”, set off by a comma."""
    words = site.sentence.words
    noun = next((c for c in words[preposition].children if words[c].dep == "pobj"), None)
    if noun is None or words[noun].lemma not in _VIEWS:
        return
    holder = next((c for c in words[noun].children if words[c].dep == "poss"), None)
    if holder is None:
        holder = next(
            (b for c in words[noun].children if words[c].lower == "of" for b in words[c].children if words[b].dep == "pobj"), None
        )
    if holder is None or words[holder].lower in _NOBODYS or is_time(site.sentence, holder):
        return
    first, last = preposition, reach(site.sentence, preposition)[1]
    opens = preposition <= _EARLY and last + 1 < len(words) and words[last + 1].text == ","
    if not opens and not (preposition > 0 and words[preposition - 1].text in {",", "—", "–", "--"}):
        return
    yield from _seen(site, (first, last), holder, "speech.view")


def _to_whom(site: Site, preposition: int) -> Iterator[Found]:
    """Read “To Ann Doe, the plan is a gift”: a person, a comma, a clause."""
    words = site.sentence.words
    noun = next((c for c in words[preposition].children if words[c].dep == "pobj"), None)
    if noun is None or not _is_person(site, noun):
        return
    last = reach(site.sentence, preposition)[1]
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return
    yield from _seen(site, (preposition, last), noun, "speech.eyes")


def _is_person(site: Site, noun: int) -> bool:
    word = site.sentence.words[noun]
    if word.pos == "PRON":
        return word.lower in _PERSONS
    if word.pos == "PROPN":
        first, last = noun_phrase(site.sentence, noun)
        name = site.text[site.sentence.words[first].start : site.sentence.words[last].end]
        return fold(name) not in state_names() and not is_time(site.sentence, noun)
    return word.lower in listed("parties", "people") or word.lower in listed("titles", "titles")


def _seen(site: Site, phrase: tuple[int, int], holder: int, rule: str) -> Iterator[Found]:
    words = site.sentence.words
    first, last = phrase
    places = around(site, first, last)
    if not places or not any(w.pos in {"VERB", "AUX"} for w in words if places[0][0] <= w.start < places[-1][1]):
        return
    mark = next((c for c in words[holder].children if words[c].dep == "case"), None)
    source = origin(site, holder, mark)
    says = f"“{site.text[words[first].start : words[last].end]}” tells whose view it is"
    cue = (words[first].start, words[first].end)
    yield Found(rule, says, "belief", 1, site, first, cue, [Piece(site.paragraph, *place) for place in places], source)
