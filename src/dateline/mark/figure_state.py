"""In what state those counted are (killed, stranded, on strike), and where."""

from dateline.mark.figure_draft import Draft, Scene, word_from
from dateline.mark.figure_of import governor
from dateline.mark.figure_words import listed, states
from dateline.mark.reading import Sentence, Word

_NAMES = frozenset({"NNP", "NNPS"})
_STATE_REACH = 7
"""Words from what is counted to the word of its state, helping verbs between."""
_REACH = 14
"""Words between what is counted and the phrase that says where; beyond, the phrase belongs to something else."""


def place_and_state(scene: Scene, draft: Draft) -> None:
    """Set `state` and `place` of a count of things."""
    sentence = scene.sentence_at(draft.front)
    if sentence is None:
        return
    draft.state = _state(sentence, draft)
    draft.place = _place(scene, sentence, draft)


def _state(sentence: Sentence, draft: Draft) -> str | None:
    words = sentence.words
    at = draft.after_of or word_from(sentence, draft.end)
    inside = words[word_from(sentence, draft.end) : at]
    for word in inside:
        if word.lower in states():
            return states()[word.lower]
    return _behind(words, at) or _ahead(words, word_from(sentence, draft.start)) or _above(sentence, draft)


def _behind(words: list[Word], at: int) -> str | None:
    for word in words[at : at + _STATE_REACH]:
        if word.lower in {"not", "n't", "never"}:
            return None
        if word.lower in states():
            return (
                states()[word.lower] if word.tag != "VBD" or word.lower in listed("around_states", "intransitive") or at == word.i else None
            )
        if word.lower == "on" and word.i + 1 < len(words) and words[word.i + 1].lower == "strike":
            return "on strike"
        if word.lower not in listed("around_states", "between"):
            return None
    return None


def _ahead(words: list[Word], at: int) -> str | None:
    if at == 0:
        return None
    before = words[at - 1]
    if before.lower == "of" and at > 1:
        before = words[at - 2]
        return states().get(before.lower) if before.tag in {"NN", "NNS"} else None
    if (
        before.lower in states()
        and before.tag in {"VB", "VBD", "VBZ", "VBG", "VBP", "VBN"}
        and before.lower not in listed("around_states", "intransitive")
    ):
        passive = any(words[child].dep == "auxpass" for child in before.children)
        return None if passive or any(words[child].dep == "neg" for child in before.children) else states()[before.lower]
    return None


def _above(sentence: Sentence, draft: Draft) -> str | None:
    """Read the verb that the counted noun is subject or object of, and a participle that hangs on the noun."""
    verb, passed = governor(sentence, draft)
    for word in passed:
        for child in sentence.children(word.i, "acl", "amod"):
            if child.lower in states() and child.start > draft.end:
                return states()[child.lower]
    if verb is None or verb.lower not in states() or any(child.dep == "neg" for child in sentence.children(verb.i)):
        return None
    last = passed[-1].dep if passed else ""
    passive = bool(sentence.children(verb.i, "auxpass"))
    if (
        (last == "nsubjpass" and passive)
        or (last == "dobj" and not passive)
        or (last == "nsubj" and verb.lower in listed("around_states", "intransitive"))
    ):
        return states()[verb.lower]
    return None


def _place(scene: Scene, sentence: Sentence, draft: Draft) -> str | None:
    at = draft.after_of or word_from(sentence, draft.end)
    after = [word for word in sentence.words[at : at + _REACH] if word.lower in listed("places", "prepositions") and word.dep == "prep"]
    first = word_from(sentence, draft.start)
    before = [
        word
        for word in sentence.words[max(0, first - _REACH) : first]
        if word.lower in listed("places", "prepositions") and word.dep == "prep"
    ]
    for word in after + before[::-1]:
        found = _where(scene, sentence, word, draft)
        if found is not None:
            return found
    return None


def _where(scene: Scene, sentence: Sentence, prep: Word, draft: Draft) -> str | None:
    objects = sentence.children(prep.i, "pobj")
    if not objects:
        return None
    kept = _kept(sentence, objects[0])
    start, end = prep.start, sentence.words[kept[-1]].end
    if start < draft.end and draft.start < end:
        return None
    is_place = {objects[0].lower, objects[0].lower.removesuffix("s")} & listed("places", "nouns")
    if not is_place and (objects[0].tag not in _NAMES or prep.lower == "on"):
        return None
    if scene.moment_at(start, end) or any(sentence.words[i].tag == "CD" and sentence.words[i].dep != "nummod" for i in kept):
        return None
    return scene.text[start:end]


def _named_too(sentence: Sentence, at: int, child: int) -> bool:
    """Tell the second of two names ("the provinces of Arva and Lowe"), and the word that joins them."""
    word = sentence.words[child]
    if word.dep == "conj":
        return word.tag in _NAMES and sentence.words[at].tag in _NAMES
    joined = [other.tag in _NAMES for other in sentence.children(at, "conj")]
    return word.dep == "cc" and sentence.words[at].tag in _NAMES and bool(joined) and all(joined)


def _kept(sentence: Sentence, head: Word) -> list[int]:
    """Give the words of a phrase without relative clauses, appositions and what follows a comma, as one unbroken run."""
    found, queue = [], [head.i]
    while queue:
        at = queue.pop()
        found.append(at)
        queue.extend(
            child
            for child in sentence.words[at].children
            if (
                sentence.words[child].dep not in {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl"}
                or _named_too(sentence, at, child)
            )
            and not (sentence.words[child].dep == "prep" and sentence.words[child].lower not in {"of", "in", "near"})
        )
    ordered = sorted(found)
    run = [ordered[0]]
    for index in ordered[1:]:
        gap = [sentence.words[i] for i in range(run[-1] + 1, index)]
        if index > head.i and any(word.dep != "punct" or word.text not in {"-", "’s", "'s"} for word in gap):
            break
        run.append(index)
    return run if head.i in run else [head.i]
