"""Who does what an infinitive or a participle tells, where a word beside it names the doer.

“A chance for the mayor to explain”, “it ended with the mayor asking”, “left many residents wondering”: the noun phrase before it.
"""

from dateline.mark.phrases import is_time, noun_phrase
from dateline.mark.reading import Sentence
from dateline.words.loader import words as listed

_VERBAL = frozenset({"VERB", "AUX"})


def doer_before(sentence: Sentence, verb: int) -> int | None:
    """Give the head of the noun phrase that does what the verb tells; None where nothing beside it names one."""
    words = sentence.words
    tag = words[verb].tag
    if tag == "VB" and any(words[c].lower == "to" for c in words[verb].children):
        return _for_whom(sentence, verb)
    if tag == "VBG":
        return _with_whom(sentence, verb) or _left(sentence, verb)
    return None


def is_party(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun is somebody who can speak: a name, a pronoun, an office, people, a body."""
    word = sentence.words[at]
    if word.pos in {"PROPN", "PRON"} or word.lower in listed("doers", "many"):
        return word.lower not in {"it", "this", "that", "what", "which", "these", "those"}
    lemma, lower = word.lemma, word.lower
    return lemma in listed("titles", "titles") or lower in listed("parties", "people") or lemma in listed("parties", "bodies")


def _before(sentence: Sentence, at: int) -> int:
    """Step back over adverbs."""
    while at > 0 and sentence.words[at].pos == "ADV":
        at -= 1
    return at


def _for_whom(sentence: Sentence, verb: int) -> int | None:
    """Read “a chance for the mayor to explain”, where no comma comes between."""
    words = sentence.words
    particle = next(c for c in words[verb].children if words[c].lower == "to")
    return _object_of(sentence, "for", _before(sentence, particle - 1), listed("doers", "wanting"))


def _with_whom(sentence: Sentence, verb: int) -> int | None:
    """Read “ended with the mayor asking”."""
    return _object_of(sentence, "with", _before(sentence, verb - 1), listed("doers", "meeting"))


def _object_of(sentence: Sentence, preposition: str, last: int, without: frozenset[str]) -> int | None:
    """Give the noun whose phrase ends at `last` and follows the preposition at once, if the word above that is none of `without`."""
    words = sentence.words
    at = last
    while at >= 0 and words[at].head != at:
        word = words[at]
        above = words[word.head]
        if word.dep == "pobj" and above.lower == preposition:
            first, end = noun_phrase(sentence, at)
            governs = words[above.head].lemma not in without
            return at if end == last and first == above.i + 1 and governs and is_party(sentence, at) else None
        if above.i > last:
            return None
        at = above.i
    return None


def _left(sentence: Sentence, verb: int) -> int | None:
    """Read “left many residents wondering”."""
    words = sentence.words
    above = words[words[verb].head]
    if (
        words[verb].dep not in {"advcl", "xcomp", "ccomp", "dep"}
        or above.lemma not in listed("doers", "leaving")
        or above.pos not in _VERBAL
    ):
        return None
    taken = next((c for c in above.children if words[c].dep in {"dobj", "dative"} and above.i < c < verb), None)
    if (
        taken is None
        or not is_party(sentence, taken)
        or (words[taken].tag in {"NN", "NNP"} and words[taken].lower not in listed("doers", "many"))
    ):
        return None
    between = words[noun_phrase(sentence, taken)[1] + 1 : verb]
    return None if any(word.tag.startswith("VB") and word.dep != "prep" for word in between) else taken


def had_trouble(sentence: Sentence, verb: int) -> int | None:
    """Give the verb whose subject did it: of “X had no trouble praising Y”, “had”; of “spent an hour praising”, “spent”."""
    words = sentence.words
    if words[verb].tag != "VBG":
        return None
    for above in sentence.ancestors(verb):
        if above.lemma == "spend":
            return above.i
        if above.pos == "NOUN" and above.lemma in listed("doers", "hardly") and words[above.head].lemma in {"have", "take"}:
            return above.head
        if above.pos in _VERBAL:
            return None
    return None


def is_empty(sentence: Sentence, head: int) -> bool:
    """Tell whether the subject is the “it” that only stands for what follows: “it is fair to say”, “it took him a day to answer”."""
    word = sentence.words[head]
    return word.lower == "it" and word.dep in {"nsubj", "nsubjpass"} and sentence.words[word.head].lemma in listed("doers", "empty")


def past_time(sentence: Sentence, clause: int) -> int:
    """Give the noun of a relative clause: of “sent a letter in July, which showed”, where the parser took the month, the letter."""
    words = sentence.words
    head = words[clause].head
    if not is_time(sentence, head) or words[head].dep not in {"pobj", "npadvmod"}:
        return head
    for above in sentence.ancestors(head):
        if above.pos in _VERBAL:
            return next((c for c in above.children if words[c].dep == "dobj" and c < head and not is_time(sentence, c)), head)
    return head
