"""To which verb a coordinated verb belongs, where the parser took one that it cannot be parallel to.

“The mayor thinks that the bridge has aged and warns ...”: “warns” goes with “thinks”, not with “has aged”. What is coordinated has
one form; so do two relative clauses (“a judge who wrote the ruling that ended the ban and who hopes ...”).
"""

from dateline.mark.reading import Sentence

_AUX = frozenset({"aux", "auxpass"})
_VERBAL = frozenset({"VERB", "AUX"})
_CLASHES = {
    "VBG": frozenset({"VBD", "VBZ", "VBP", "MD"}),
    "VBD": frozenset({"MD", "TO", "VBG"}),
    "VBZ": frozenset({"MD", "TO", "VBG"}),
    "VBP": frozenset({"VBZ", "VBD", "VBG"}),
    "VB": frozenset({"VBZ", "VBD", "VBG"}),
}
"""By the tag of a verb without auxiliaries: the forms that it is not parallel to. The tagger takes "warn" for VB and VBP alike."""
_SAME = {"VB": "VBP"}
"""What a bare form is that has no “to” nor modal to go with."""
RELATIVE = frozenset({"who", "which", "that", "whom"})


def form(sentence: Sentence, verb: int) -> str:
    """Give what makes the form of a verb group: the tag of its first auxiliary, else its own; “is saying” is a VBG."""
    words = sentence.words
    helping = [c for c in words[verb].children if c < verb and words[c].dep in _AUX]
    if not helping or words[verb].tag == "VBG":
        return words[verb].tag
    return words[helping[0]].tag


def coordinated_with(sentence: Sentence, verb: int) -> int | None:
    """Give the verb further up to which a coordinated verb is parallel; None where the parser's is as good as any."""
    words = sentence.words
    word = words[verb]
    if word.dep != "conj" or any(words[c].dep in _AUX for c in word.children):
        return None
    above = words[word.head]
    if above.pos not in _VERBAL or not (_clash(sentence, above.i, word.tag) or _brackets(sentence, above.i, verb)):
        return None
    want = _SAME.get(word.tag, word.tag)
    for higher in sentence.ancestors(above.i):
        if higher.pos in _VERBAL and higher.i < verb and form(sentence, higher.i) == want:
            return higher.i
    return None


def _clash(sentence: Sentence, above: int, tag: str) -> bool:
    """Tell whether a verb of this tag is not parallel to the one above; “says it has aged and warns” is not either."""
    words = sentence.words
    met = form(sentence, above)
    told = words[above].dep == "ccomp" and words[above].tag == "VBN" and tag == met == "VBZ"
    return told or met in _CLASHES.get(tag, frozenset())


def _brackets(sentence: Sentence, above: int, verb: int) -> bool:
    """Tell whether a bracket closes between the two that was opened before the first."""
    depth = 0
    for word in sentence.words[above:verb]:
        depth += (word.text == "(") - (word.text == ")")
        if depth < 0:
            return True
    return False


def relative_of(sentence: Sentence, verb: int) -> int | None:
    """Give the relative pronoun that is the subject of a verb, or hangs on its auxiliary (“who is by all accounts leaving”)."""
    words = sentence.words
    beside = [*words[verb].children, *[b for c in words[verb].children if words[c].dep in _AUX for b in words[c].children]]
    return next((c for c in beside if c < verb and words[c].lower in RELATIVE and words[c].dep in {"nsubj", "nsubjpass"}), None)


def clause_of_same_pronoun(sentence: Sentence, verb: int, clause: int) -> int:
    """Give the relative clause above that has the pronoun of this verb: “who” goes on a “who”, not on a “that”."""
    words = sentence.words
    own, other = relative_of(sentence, verb), relative_of(sentence, clause)
    if own is None or verb == clause or words[own].lower != "who" or other is None or words[other].lower == "who":
        return clause
    for above in sentence.ancestors(clause):
        if above.dep in {"relcl", "acl"}:
            higher = relative_of(sentence, above.i)
            if higher is not None and words[higher].lower == "who":
                return above.i
    return clause
