"""The verb takes what is said as a clause: “X said that ...”, “..., X said”, “..., X said, ...”, “as X said”."""

import re
from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.frames_relayed import after_citing
from dateline.mark.phrases import reach, trimmed
from dateline.mark.sources import is_asked, is_passive, origin_of

_TELLING = frozenset({"tell", "assure", "inform", "remind", "warn", "notify", "advise", "reassure", "promise"})
_NEAR = 20
"""Characters between the conjunction and the quotation that shows that the speaker goes on."""
_GOES_ON = re.compile(r", ((?:but|and|that|while|because|though|although|so|if) )")


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose attributions for the cue verb with index `verb`."""
    if not cue.clause:
        return
    words = site.sentence.words
    origin = origin_of(site, verb)
    passive = is_passive(site.sentence, verb) or is_asked(site.sentence, verb)
    if origin is None and not passive:
        return
    contents = _clauses(site, verb, cue, origin)
    if contents:
        contents += _rest(site, verb, contents, origin)
        pieces = [Piece(site.paragraph, *place) for place in contents]
        yield Found(
            _rule(site, verb, cue, passive=passive and origin is None),
            f"“{words[verb].text}” takes the clause beside it",
            act_in(site, verb, pieces),
            3 if cue.clause == 2 else 1,  # noqa: PLR2004 - 2 is "sure"
            site,
            verb,
            cue_words(site, verb),
            pieces,
            origin,
            sourceless=origin is None,
        )
        return
    aside = _aside(site, verb, origin)
    if aside:
        yield Found(
            "speech.aside",
            f"“{words[verb].text}” stands as an aside in what is said",
            act_in(site, verb, []),
            3 if cue.clause == 2 else 1,  # noqa: PLR2004 - 2 is "sure"
            site,
            verb,
            cue_words(site, verb),
            [Piece(site.paragraph, *place) for place in aside],
            origin,
            sourceless=origin is None,
        )


def _rule(site: Site, verb: int, cue: Cue, *, passive: bool) -> str:
    word = site.sentence.words[verb]
    if passive:
        return "speech.asked" if is_asked(site.sentence, verb) else "speech.passive-clause"
    if word.tag == "VB" and any(site.sentence.words[c].lower == "to" for c in word.children):
        return "speech.infinitive-clause"
    if cue.clause == 1:
        return "speech.thought"
    if word.tag == "VBG":
        return "speech.participle-clause"
    return "speech.clause"


def _clauses(site: Site, verb: int, cue: Cue, origin: Origin | None) -> list[tuple[int, int]]:
    """Give the clauses that are objects of the verb, as stretches of text, without the source."""
    words = site.sentence.words
    found: list[tuple[int, int]] = []
    for child in [*words[verb].children, *after_citing(site, verb), *_on_hearer(site, verb)]:
        word = words[child]
        stray = word.dep == "dep" and child < verb and cue.clause == 2 and verb - child > 1 and _ends_in_comma(site, child)  # noqa: PLR2004 - 2 is "sure"
        if not stray and (
            word.dep not in {"ccomp", "acl"}
            or (word.dep == "acl" and child not in _on_hearer(site, verb))
            or (word.tag == "VBG" and child > verb and cue.clause == 1 and not _has_subject(site, child))
        ):
            continue
        first, last = extent.clause(site, child, verb)
        if child < verb and origin is not None and origin.paragraph == site.paragraph:
            head = origin.head
            if origin.sentence is site.sentence and first <= head <= last:
                continue
            last = min(last, head - 1) if head < verb and origin.sentence is site.sentence else last
            while last > first and words[last].start >= origin.start:
                last -= 1
        place = extent.stretch(site, first, last)
        if place and child < verb:
            place = _after_colon(site, place)
        if place and found and found[0][0] < words[verb].start and child > verb and not _second_half(site, place[0]):
            continue
        if place and not (found and child > verb and found[-1][0] >= words[verb].end and _apart(site, found[-1][1], place[0])):
            found.append(place)
    return found


def _second_half(site: Site, start: int) -> bool:
    """Tell whether a quotation begins there, or “that ...” after a quotation: “We waited,” she wrote, that nobody came."""
    return any(q.start == start for q in site.quotations) or (
        site.text[max(0, start - 7) : start] == ", that " and any(q.end < start for q in site.quotations)
    )


def _rest(site: Site, verb: int, contents: list[tuple[int, int]], origin: Origin | None) -> list[tuple[int, int]]:
    """Give what goes on after the cue, to the end of the sentence (“It will open, X said, but “not this year””)."""
    cue_end = cue_words(site, verb)[1]
    if origin is None or origin.sentence is not site.sentence or any(end > cue_end for _, end in contents):
        return []
    start = max(cue_end, origin.end)
    match = _GOES_ON.match(site.text, start)
    if match is None or not any(match.end() <= q.start < min(match.end() + _NEAR, site.sentence.end) for q in site.quotations):
        return []
    return [trimmed(site.text, match.start(1), site.sentence.end)]


def _on_hearer(site: Site, verb: int) -> list[int]:
    """Give the clause with “that” which the parser hung on the one who is told (“assured residents that ...”)."""
    words = site.sentence.words
    if lemma_of(words[verb]) not in _TELLING:
        return []
    heard = [c for c in words[verb].children if words[c].dep in {"dobj", "dative"} and c > verb]
    return [
        below
        for c in heard
        for below in words[c].children
        if words[below].dep == "acl"
        and words[below].tag != "VBG"
        and any(words[m].dep == "mark" and words[m].lower == "that" for m in words[below].children)
    ]


def _after_colon(site: Site, place: tuple[int, int]) -> tuple[int, int]:
    """Of “She had no hope: “It is over,” X said” only the quotation is what X said."""
    for quotation in site.quotations:
        if place[0] < quotation.start < place[1] <= quotation.end and site.text[quotation.start - 2 : quotation.start] == ": ":
            return quotation.start, place[1]
    return place


def _apart(site: Site, end: int, start: int) -> bool:
    """Tell whether words stand between two clauses, other than a conjunction."""
    return len(site.text[end:start].strip(' ,;:—–-."“”')) > len("and")


def _ends_in_comma(site: Site, child: int) -> bool:
    last = reach(site.sentence, child)[1]
    words = site.sentence.words
    return words[last].text == "," or (last + 1 < len(words) and words[last + 1].text == ",")


def _has_subject(site: Site, at: int) -> bool:
    return any(site.sentence.words[c].dep.startswith(("nsubj", "csubj", "expl")) for c in site.sentence.words[at].children)


def _aside(site: Site, verb: int, origin: Origin | None) -> list[tuple[int, int]]:
    """Give what stands around “, X said,” or “as X said”: the clause that the cue hangs under, without the cue's own words."""
    words = site.sentence.words
    word = words[verb]
    head = word.head
    if head == verb or words[head].pos not in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}:
        return []
    first, last = reach(site.sentence, verb)
    marks = [words[c].lower for c in word.children if words[c].dep in {"mark", "advmod"} and c < verb]
    as_clause = word.dep == "advcl" and "as" in marks and words[first].lower == "as"
    if not as_clause and (word.dep not in {"parataxis", "ccomp", "dep"} or marks or origin is None or origin.inherited):
        return []
    if not as_clause and not _set_off(site, first, last):
        return []
    told = lemma_of(word) in {"tell", "assure", "remind", "inform", "put"}
    if any((words[c].dep in {"xcomp", "ccomp"} or (words[c].dep == "dobj" and not told)) and c > verb for c in word.children):
        return []
    low, high = reach(site.sentence, head)
    places = [extent.stretch(site, low, first - 1), extent.stretch(site, last + 1, high)]
    return [place for place in places if place]


def _set_off(site: Site, first: int, last: int) -> bool:
    words = site.sentence.words
    before = words[first].dep == "punct" or (first > 0 and words[first - 1].dep == "punct")
    after = last + 1 >= len(words) or words[last].dep == "punct" or words[last + 1].dep == "punct"
    return before and after
