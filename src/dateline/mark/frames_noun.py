"""A noun of saying with its clause or preposition: “X's claim that ...”, “voiced support for ...”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.cues import act_of, listed
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import reach
from dateline.mark.sources import is_passive, origin, origin_of, subject

_LIGHT_VERBS = """
make issue have express give release send voice raise face draw get offer receive win gain show hold share take provide file publish post
"""
_LIGHT = frozenset(_LIGHT_VERBS.split())
_POSSESSIVES = frozenset({"his", "her", "their"})


def find(site: Site) -> Iterator[Found]:
    """Propose an attribution for every noun of saying that takes a clause or a preposition and has a source."""
    words = site.sentence.words
    for at, word in enumerate(words):
        if word.pos != "NOUN":
            continue
        lemma = word.lemma
        made = _clause(site, at, lemma) or _preposition(site, at, lemma)
        if made is None:
            continue
        rule, first, last = made
        source = _holder(site, at)
        place = extent.stretch(site, first, extent.ends(site, first, last))
        if source is None or place is None or place[0] <= source.start < place[1]:
            continue
        says = (
            f"“{word.text}” names what its clause says"
            if rule == "speech.noun-clause"
            else f"“{word.text} {words[first - 1].lower}” leads to what is said"
        )
        yield Found(rule, says, act_of(lemma), 1, site, at, (word.start, word.end), [Piece(site.paragraph, *place)], source)


def _clause(site: Site, at: int, lemma: str) -> tuple[str, int, int] | None:
    words = site.sentence.words
    for child in words[at].children:
        if child < at or words[child].dep not in {"acl", "ccomp", "relcl"}:
            continue
        marks = {words[c].lower for c in words[child].children if c < child and words[c].dep in {"mark", "aux"}}
        first, last = reach(site.sentence, child)
        if words[child].dep != "relcl" and "that" in marks and lemma in listed("nouns", "statement"):
            return "speech.noun-clause", extent.opening(site, first, last), last
    return None


def _preposition(site: Site, at: int, lemma: str) -> tuple[str, int, int] | None:
    words = site.sentence.words
    if lemma not in listed("nouns", "act"):
        return None
    for child in words[at].children:
        if child > at and words[child].dep == "prep" and words[child].lower in listed("nouns", "prepositions"):
            _, last = reach(site.sentence, child)
            if last > child:
                return "speech.noun-preposition", child + 1, last
    return None


def _holder(site: Site, at: int) -> Origin | None:
    """Whose claim: the possessor, the party after “by” or “from”, or the subject of “made a ...”."""
    words = site.sentence.words
    for child in words[at].children:
        if words[child].dep == "poss":
            mark = next((c for c in words[child].children if words[c].dep == "case"), None)
            return _of_pronoun(site, at, child) or origin(site, child, mark)
    for child in words[at].children:
        if words[child].dep in {"prep", "agent"} and words[child].lower in {"by", "from", "among"}:
            for below in words[child].children:
                if words[below].dep == "pobj":
                    return origin(site, below)
    head = words[at].head
    if words[at].dep == "dobj" and words[head].pos == "VERB" and words[head].lemma in _LIGHT:
        return origin_of(site, head)
    return None


def _of_pronoun(site: Site, at: int, possessive: int) -> Origin | None:
    """Read “X stepped up his attacks on ...”: both the subject and the pronoun are the source."""
    words = site.sentence.words
    if words[possessive].lower not in _POSSESSIVES:
        return None
    above = words[words[at].head]
    if words[at].dep == "pobj" and words[above.head].pos in {"VERB", "AUX", "ADJ"}:
        above = words[above.head]
    elif words[at].dep != "dobj":
        return None
    verb = words[above.head] if above.pos == "ADJ" and words[above.head].pos == "AUX" else above
    own = None if is_passive(site.sentence, verb.i) else subject(site.sentence, verb.i)
    if own is None or own > at or words[own].pos not in {"PROPN", "NOUN"}:
        return None
    if (words[own].tag in {"NNS", "NNPS"}) != (words[possessive].lower == "their") and words[possessive].lower != "their":
        return None
    found = origin(site, own)
    found.pronoun = (words[possessive].start, words[possessive].end)
    return found
