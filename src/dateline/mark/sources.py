"""Whose words: from a cue verb to the noun phrase of its source, through passives, relative clauses, coordination and participles."""

from dateline.mark.cues import lemma_of, verbs
from dateline.mark.doers import doer_before, had_trouble, is_empty, past_time
from dateline.mark.found import Origin, Site
from dateline.mark.parallel import RELATIVE, clause_of_same_pronoun, coordinated_with, relative_of
from dateline.mark.phrases import is_time, noun_phrase
from dateline.mark.reading import Sentence
from dateline.words.loader import words as listed

_OBJECTS = frozenset({"who", "whom", "which", "that", "what"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOUN_LIKE = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "PRP"})
_PHRASE = _NOUN_LIKE | {"POS", "JJ", "PRP$", "NNPS", "VBN", "CC"}
"""Tags of a plain noun phrase."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_GIVING_WORDS = """
    issue release send publish write post email mail tweet circulate make
    deliver file sign give submit distribute print run air draft revise
    record plant place offer provide share unveil launch put hold do
    """
_GIVING = frozenset(_GIVING_WORDS.split())
"""Verbs of those whose document speaks: “issued a statement saying ...”."""
_CLAUSE_OF = frozenset({"write", "respond", "reply", "shoot", "fire", "hit", "speak"})
_PAPER_WORDS = """
    release article story report petition editorial op-ed ad advertisement
    advert video resolution cover paper open-letter note tweet headline
    blog essay leaflet flier flyer newsletter manifesto document lawsuit complaint motion brief bill advisory bulletin
    """
_PAPERS = frozenset(_PAPER_WORDS.split())
_CAUSING_WORDS = """
lead prompt force cause allow enable let leave push drive get compel
help keep catch see hear find show
"""
_CAUSING = frozenset(_CAUSING_WORDS.split())
"""Verbs whose object does what follows: “led the council to say ...”, “left many wondering ...”."""
_OWN = {"his": {"he"}, "her": {"she"}, "their": {"they", "some", "many", "others", "most", "few", "all", "both"}}
"""Pronouns, and the subjects with which they are one."""
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "aux", "dep"})
"""Relations in which a verb shares the subject of the verb above."""
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
_TERM = 4
"""Words of a quotation that may be a term in the name of a source (“the “Stay” camp”)."""
_STRAY = frozenset({"dep", "npadvmod", "amod", "nummod", "attr", "nmod", "intj", "appos"})
_DEEPEST = 8
"""Steps that a subject is sought upwards; longer chains are lists run together."""


def origin_of(site: Site, verb: int) -> Origin | None:
    """Find the source of the cue verb, or None."""
    if site.sentence.words[verb].lemma in listed("doers", "undergoing"):
        return None  # “X faced questions about ...”: somebody else asked
    found = _seek(site.sentence, verb, _DEEPEST)
    if found is None:
        return None
    head, without, inherited = found
    if inherited and is_empty(site.sentence, head):
        return None  # “it is hard to say ...”: nobody says
    head = _out_of_brackets(site.sentence, head, verb)
    taken = origin(site, head, without, inherited=inherited)
    if taken.pronoun is not None or without is not None:
        taken.pronoun = _place(site.sentence, relative_of(site.sentence, verb)) or taken.pronoun
    if _in_foreign_quotation(site, verb, taken):
        return _outside(site, verb)
    second = _second_subject(site.sentence, head)
    if second is not None:
        taken.also = second
        taken.end = site.sentence.words[noun_phrase(site.sentence, second)[1]].end
    return taken


def _out_of_brackets(sentence: Sentence, head: int, verb: int) -> int:
    """Of “Gov. Ann Doe (R-Ohio) said” give “Doe”, where the parser took a word in the brackets for the subject."""
    words = sentence.words
    opening = next((i for i in range(head, max(-1, head - _TERM), -1) if words[i].text in {"(", ")"}), None)
    if opening is None or words[opening].text == ")" or opening == 0 or opening < verb < head:
        return head
    if any(words[i].text == "(" for i in range(head, verb)) or words[opening - 1].pos not in {"PROPN", "NOUN"}:
        return head
    return opening - 1


def _second_subject(sentence: Sentence, head: int) -> int | None:
    """“X and Y said”, where the parser made two subjects of them."""
    words = sentence.words
    if words[head].dep != "nsubj" or not any(words[c].dep == "cc" and c > head for c in words[head].children):
        return None
    others = [c for c in words[words[head].head].children if c > head and words[c].dep == "nsubj"]
    return others[0] if others and words[noun_phrase(sentence, others[0])[0] - 1].dep == "cc" else None


def _in_foreign_quotation(site: Site, verb: int, taken: Origin) -> bool:
    """Tell whether the parse found the source inside a quotation in which the cue does not stand."""
    cue, head = site.sentence.words[verb], taken.sentence.words[taken.head]
    quotation = site.quoted(head.start, head.end)
    return quotation is not None and quotation.words > _TERM and not quotation.start <= cue.start < quotation.end


def _outside(site: Site, verb: int) -> Origin | None:
    """Give the noun phrase that stands right before the cue, or right after it ("said Ann Doe"), by the order of words alone."""
    words = site.sentence.words
    for step in (-1, 1):
        at = verb + step
        while 0 <= at < len(words) and words[at].pos in {"ADV", "AUX"}:
            at += step
        edge = at
        while 0 <= edge < len(words) and words[edge].tag in _PHRASE and site.quoted(words[edge].start, words[edge].end) is None:
            edge += step
        first, last = (edge + 1, at) if step < 0 else (at, edge - 1)
        heads = [i for i in range(first, last + 1) if words[i].tag in _NOUN_LIKE and not is_time(site.sentence, i)]
        if heads:
            return Origin(words[first].start, words[heads[-1]].end, site.sentence, heads[-1], paragraph=site.paragraph)
    return None


def origin(site: Site, head: int, without: int | None = None, *, inherited: bool = False) -> Origin:
    """Build the source phrase around a head word."""
    words = site.sentence.words
    owner = _same_person(site.sentence, head)
    if owner is not None:
        taken = origin(site, owner)
        taken.pronoun = _place(site.sentence, head)
        return taken
    first, last = noun_phrase(site.sentence, head, without)
    pronoun = None if without is None else _place(site.sentence, relative_of(site.sentence, without))
    return Origin(words[first].start, words[last].end, site.sentence, head, inherited, site.paragraph, without, pronoun)


def _same_person(sentence: Sentence, possessive: int) -> int | None:
    """Give the pronoun that is the subject where its possessive stands in the object: of “he laid out his plan”, “he”."""
    words = sentence.words
    if words[possessive].dep != "poss" or words[possessive].lower not in _OWN:
        return None
    thing = words[words[possessive].head]
    if thing.dep != "dobj" or words[thing.head].pos not in _VERBAL:
        return None
    own = subject(sentence, thing.head)
    return own if own is not None and own < possessive and words[own].lower in _OWN[words[possessive].lower] else None


def _place(sentence: Sentence, at: int | None) -> tuple[int, int] | None:
    return None if at is None else (sentence.words[at].start, sentence.words[at].end)


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb stands in the passive."""
    return sentence.words[verb].tag == "VBN" and any(sentence.words[c].dep == "auxpass" for c in sentence.words[verb].children)


def is_asked(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb is a participle that leaves out who asks: “Asked about the bridge, she ...”."""
    words = sentence.words
    word = words[verb]
    bare = not any(words[c].dep in {"aux", "nsubj", "dobj"} for c in word.children)
    return word.tag == "VBN" and word.dep in {"advcl", "acl", "dep"} and word.lower in _ASKED and bare


def subject(sentence: Sentence, verb: int, *, passive: bool = False) -> int | None:
    """Give the head of the subject of a verb (with `passive`, of a passive one too)."""
    words = sentence.words
    found = [c for c in words[verb].children if words[c].dep == "nsubj" or (passive and words[c].dep == "nsubjpass")]
    if words[verb].tag == "VBG":
        found = [c for c in found if c < verb]  # “telling reporters”: the parser took those addressed for the subject
    before = [c for c in found if c < verb]
    if len(before) > 1 and (words[found[0]].lower in _OBJECTS or _nearest(sentence, before, verb)):
        return before[-1]  # “who X called ...”, “In Redwater, Ohio, X called ...”
    return found[0] if found else None


def _nearest(sentence: Sentence, found: list[int], verb: int) -> bool:
    """Tell whether of several subjects only the last is one: not of “X and Y said”, nor where another verb stands between."""
    words = sentence.words
    joined = any(words[i].lower in {"and", "or", "nor", "&"} for i in range(found[0], found[-1]))
    return not joined and not any(w.tag in _FINITE and w.head != verb for w in words[found[-1] : verb])


def agent(sentence: Sentence, verb: int) -> int | None:
    """Give the head of the noun phrase after "by"."""
    for child in sentence.words[verb].children:
        if sentence.words[child].dep == "agent" or (sentence.words[child].lower == "by" and sentence.words[verb].tag == "VBN"):
            for below in sentence.words[child].children:
                if sentence.words[below].dep == "pobj" and not is_time(sentence, below):
                    return below
    return None


def _seek(sentence: Sentence, verb: int, left: int) -> tuple[int, int | None, bool] | None:
    """Give head of the source, branch to leave out, and whether it was inherited."""
    words = sentence.words
    if left == 0:
        return None
    by = agent(sentence, verb)
    if by is not None:
        return by, None, False
    passive = is_passive(sentence, verb)
    own = subject(sentence, verb)
    if own is not None and not passive:
        if words[own].lower in RELATIVE and words[own].tag in {"WP", "WDT", "DT", "IN"}:
            return _antecedent(sentence, verb)
        return own, None, False
    if passive:
        return None
    return _inherited(sentence, verb, left) or _beside(sentence, verb)


def _beside(sentence: Sentence, verb: int) -> tuple[int, int | None, bool] | None:
    """Where the parser saw no subject: the noun-like word that hangs on the left of a finite verb of saying (“One in five say ...”)."""
    words = sentence.words
    if words[verb].tag not in {"VBD", "VBZ", "VBP"} or not _sure(sentence, verb):
        return None
    for child in reversed(words[verb].children):
        if child < verb and words[child].tag in _NOUN_LIKE and words[child].dep in _STRAY and not is_time(sentence, child):
            return child, None, False
    return None


def _antecedent(sentence: Sentence, verb: int) -> tuple[int, int | None, bool] | None:
    words = sentence.words
    at = verb
    while words[at].dep in {"conj", "xcomp", "ccomp", "aux"} and words[at].head != at:
        at = words[at].head
    if words[at].dep in {"relcl", "acl"}:
        at = clause_of_same_pronoun(sentence, verb, at)
        return past_time(sentence, at), at, False
    return None


def _inherited(sentence: Sentence, verb: int, left: int) -> tuple[int, int | None, bool] | None:  # noqa: PLR0911 - one line a relation
    """Take the source from the verb or noun that the cue hangs on."""
    words = sentence.words
    word, above = words[verb], words[words[verb].head]
    if above.i == verb:
        return None
    doer = doer_before(sentence, verb)
    if doer is not None:
        return doer, verb, True
    parallel = coordinated_with(sentence, verb)
    if parallel is not None:
        return _through(sentence, parallel, left, passive=True)
    if word.tag == "VBN" and word.dep in {"advcl", "acl", "amod", "dep"} and not any(words[c].dep == "aux" for c in word.children):
        return None  # “Asked about it, she ...”: somebody else asked
    if word.dep in {"acl", "relcl"}:
        return _spent(sentence, verb) or _of_noun(sentence, verb, left)
    if word.dep == "pcomp":
        return _through(sentence, above.head, left, passive=True) if above.head != above.i else None
    if word.dep in {"advcl", "parataxis", "dep"} and word.tag in {"VBG", "VBN"}:
        return _speaker_above(sentence, verb, left)
    found = _coordinated(sentence, verb, left) or _told_to_speak(sentence, verb)
    if found is not None:
        return found
    if word.dep in _SHARING and above.pos in _VERBAL | {"ADJ", "NOUN"}:
        return _through(sentence, above.i, left, passive=True)
    return None


def _through(sentence: Sentence, verb: int, left: int, *, passive: bool) -> tuple[int, int | None, bool] | None:
    words = sentence.words
    own = subject(sentence, verb, passive=passive)
    if own is not None:
        if words[own].lower in RELATIVE:
            found = _antecedent(sentence, verb)
            return (found[0], found[1], True) if found else None
        return own, None, True
    if words[verb].pos not in _VERBAL | {"ADJ"}:
        return None
    found = _inherited(sentence, verb, left - 1)
    return (found[0], found[1], True) if found else None


def _of_noun(sentence: Sentence, verb: int, left: int) -> tuple[int, int | None, bool] | None:
    """Read “a letter saying ...” is the letter's; “..., saying” after a comma is the speaker's."""
    words = sentence.words
    word = words[verb]
    if word.tag == "VBN":
        return None
    comma = verb > 0 and words[verb - 1].text in {",", "--", "—", "–"}
    if word.tag == "VBG" and (comma or is_time(sentence, word.head)):
        found = _speaker_above(sentence, verb, left)
        if found is not None:
            return found
    if word.tag == "VBG":
        author = _author(sentence, word.head, left)
        if author is not None:
            return author
    if word.tag in {"VBG", "VBD", "VBZ", "VBP"}:
        return word.head, verb, False
    return None


def _spent(sentence: Sentence, verb: int) -> tuple[int, int | None, bool] | None:
    """Read “X spent an hour of the talk praising ...”, “had no trouble praising ...” as X's praise."""
    had = had_trouble(sentence, verb)
    own = None if had is None else subject(sentence, had)
    return None if own is None else (own, None, True)


def _author(sentence: Sentence, document: int, left: int) -> tuple[int, int | None, bool] | None:
    """Read “X issued a statement saying ...”, “X wrote in a letter criticizing ...”: what the document says, X says."""
    words = sentence.words
    if words[document].lemma not in listed("titles", "vehicles") | _PAPERS:
        return None
    above = words[words[document].head]
    if words[document].dep == "pobj" and above.lower in {"in", "with", "through"}:
        above = words[above.head]
        if _CLAUSE_OF.isdisjoint({lemma_of(above)}) and not _sure(sentence, above.i):
            return None
    elif words[document].dep != "dobj" or lemma_of(above) not in _GIVING:
        return None
    return None if above.pos not in _VERBAL or is_passive(sentence, above.i) else _through(sentence, above.i, left, passive=False)


def _sure(sentence: Sentence, verb: int) -> bool:
    cue = verbs().get(lemma_of(sentence.words[verb]))
    return cue is not None and cue.clause == 2  # noqa: PLR2004 - 2 is "sure"


def _speaker_above(sentence: Sentence, verb: int, left: int) -> tuple[int, int | None, bool] | None:
    """Give the subject of the outermost verb of saying above, else of the verb that the participle hangs on."""
    nearest: int | None = None
    speaking: int | None = None
    for above in sentence.ancestors(verb):
        if above.pos not in _VERBAL:
            continue
        if nearest is None:
            nearest = above.i
        own = subject(sentence, above.i)
        if _sure(sentence, above.i) and own is not None:
            speaking = above.i
        if above.dep == "conj" and own is not None:
            break  # “X said ..., and Y sued, saying ...”
    if speaking is not None:
        return _through(sentence, speaking, left, passive=False)
    return None if nearest is None else _through(sentence, nearest, left, passive=True)


def _coordinated(sentence: Sentence, verb: int, left: int) -> tuple[int, int | None, bool] | None:
    """Read “... and added that ...” as the speaker's, where the parser coordinated it with a word of what was said."""
    words = sentence.words
    word, above = words[verb], words[words[verb].head]
    if word.dep != "conj" or word.tag not in _FINITE:
        return None
    if (
        _sure(sentence, verb)
        and not _sure(sentence, above.i)
        and above.dep != "relcl"
        and any(words[c].dep == "ccomp" for c in word.children)
    ):
        found = _speaker_above(sentence, verb, left)
        if found is not None:
            return found
    if above.pos in _VERBAL:
        return None
    higher = next((a.i for a in sentence.ancestors(verb) if a.pos in _VERBAL and subject(sentence, a.i, passive=True) is not None), None)
    return None if higher is None else _through(sentence, higher, left, passive=True)


def _told_to_speak(sentence: Sentence, verb: int) -> tuple[int, int | None, bool] | None:
    """Read “urged X to say ...” as X's saying."""
    words = sentence.words
    above = words[words[verb].head]
    cue = verbs().get(lemma_of(above))
    causes = above.lemma in _CAUSING and words[verb].tag in {"VB", "VBG"}
    if not causes and (words[verb].dep != "xcomp" or cue is None or not cue.addressed):
        return None
    if causes and words[verb].dep not in {"xcomp", "advcl", "ccomp"}:
        return None
    taken = next((c for c in above.children if words[c].dep in {"dobj", "dative"} and c < verb), None)
    return None if taken is None else (taken, None, True)
