"""Numbers that stand for something counted before: "the true number is closer to 3,000", "the toll rose to 52"."""

import re

from dateline.mark.figure_draft import Draft, Scene, word_from
from dateline.mark.figure_of import chunk, governor, phrase, subject
from dateline.mark.figure_words import change_nouns, counters, states
from dateline.mark.reading import Sentence, Word

_OBJECT_PREPS = frozenset({"at", "to", "as", "by", "near", "above", "below", "over", "from"})
_PUT = frozenset({"put", "place", "set", "revise", "estimate", "raise", "lower", "bring", "give", "push", "update", "take"})
_AGAINST = re.compile(
    r"\b(?:up|down|from|rising|falling|compared (?:with|to)|versus|against|instead of|not)(?: from)?(?: the| a| about| nearly| just| only| more than| fewer than)* $",
    re.IGNORECASE,
)
_NO_CROWD = frozenset(
    {
        "total",
        "maximum",
        "minimum",
        "average",
        "number",
        "age",
        "rate",
        "score",
        "list",
        "series",
        "one",
        "each",
        "half",
        "factor",
        "top",
        "out",
        "all",
        "ages",
        "speed",
        "price",
    }
)
_NEAR = 60
"""Characters between two numbers that are compared."""


def inherit(scene: Scene, draft: Draft, earlier: list[Draft]) -> None:
    """Fill `of` of a bare number from its own subject ("the number of dead") or from the nearest count before; `earlier` is nearest last."""
    sentence = scene.sentence_at(draft.front)
    if sentence is None or draft.of is not None or draft.kind != "count" or draft.numeral.form == "ordinal":
        return
    if _compared(scene, draft) or _left_out(scene, sentence, draft):
        return
    noun = _counter(sentence, draft)
    if noun is None:
        return
    state = states().get(noun.lower)
    named = _named(scene, sentence, noun)
    if named is not None:
        draft.of, draft.state = named, draft.state or state or _state_of(named)
        draft.rule, draft.says = "figures.counter", f"“{noun.text}” is a number of “{named}”"
        return
    draft.state = draft.state or state
    found = _antecedent(earlier, state)
    if found is None:
        return
    draft.of, draft.of_inherited = found.of, True
    draft.state = draft.state or state or found.state
    draft.place = draft.place or found.place
    draft.rule = "figures.inherited"
    draft.says = f"“{noun.text}” speaks of the nearest number before, of “{found.of}”"


def _compared(scene: Scene, draft: Draft) -> bool:
    """Read the bare number beside the one it is compared with: "52 farms, up from 40"."""
    if draft.unit is not None or _AGAINST.search(scene.text, max(0, draft.front - 30), draft.front) is None:
        return False
    at = scene.drafts.index(draft)
    if at == 0:
        return False
    other = scene.drafts[at - 1]
    between = scene.text[other.end : draft.front]
    if (
        len(between) > _NEAR
        or ". " in between
        or other.kind not in {"count", "money", "share", "measure"}
        or (other.of is None and other.unit is None)
    ):
        return False
    if other.role == "change":
        return False
    draft.of, draft.unit, draft.kind, draft.of_inherited = other.of, other.unit, other.kind, True
    draft.state, draft.place = draft.state or other.state, draft.place or other.place
    draft.rule, draft.says = "figures.compared", f"it is compared with “{scene.text[other.start : other.end]}”"
    return True


def _left_out(scene: Scene, sentence: Sentence, draft: Draft) -> bool:
    """Read the second number of "52 people were killed and 300 injured": its noun is left out; and "a crowd of 5,000"."""
    at = word_from(sentence, draft.end)
    following = sentence.words[at] if at < len(sentence.words) else None
    index = scene.drafts.index(draft)
    other = scene.drafts[index - 1] if index else None
    if (
        following is not None
        and following.lower in states()
        and following.tag in {"VBN", "VBD", "JJ"}
        and other is not None
        and other.of is not None
    ):
        between = scene.text[other.end : draft.start]
        if (
            other.kind == "count"
            and other.state not in {None, draft.state}
            and _state_of(other.of) is None
            and ";" not in between
            and other.front >= sentence.start
            and len(between) <= _NEAR
        ):
            draft.of, draft.of_inherited, draft.place = other.of, True, draft.place or other.place
            draft.rule, draft.says = "figures.left-out", f"“{following.text}” leaves out what is counted, “{other.of}” as before"
            return True
    before = word_from(sentence, draft.start)
    words = sentence.words
    if (
        before > 1
        and words[before - 1].lower == "of"
        and words[before - 2].tag in {"NN", "NNS"}
        and words[before - 2].lower not in _NO_CROWD | change_nouns() | set(states())
    ):
        draft.of = phrase(scene, sentence, words[before - 2])
        draft.rule, draft.says = "figures.group", f"“{words[before - 2].text} of” gives the size of what is named"
        return True
    return False


def _state_of(named: str) -> str | None:
    return next((states()[word] for word in named.lower().split() if word in states()), None)


def _counter(sentence: Sentence, draft: Draft) -> Word | None:
    """Give the noun of number that this number is said of: subject of the verb, or object of "put ... at"."""
    verb, passed = governor(sentence, draft)
    if verb is None or any(word.dep in {"nsubj", "nsubjpass"} for word in passed):
        return None
    head = subject(sentence, verb)
    if head is not None and head.lower in counters() and head.start < draft.front:
        return head
    if verb.dep in {"acl", "relcl"}:
        above = next((word for word in sentence.ancestors(verb.i) if word.lower in counters()), None)
        if above is not None and above.start < draft.front:
            return above
    for child in sentence.children(verb.i, "dobj", "ccomp", "oprd"):
        if verb.lemma in _PUT and child.end <= draft.front:
            if child.lower in counters() or child.lower == "it":
                return child
            below = [word for word in sentence.children(child.i, "nsubj", "dobj") if word.lower in counters() or word.lower == "it"]
            if below:
                return below[0]
    return None


def _named(scene: Scene, sentence: Sentence, noun: Word) -> str | None:
    """Read "the number of dead civilians", "the death toll": what the noun of number itself says it counts."""
    for prep in sentence.children(noun.i, "prep"):
        if prep.lower != "of":
            continue
        at = prep.i + 1
        while at < len(sentence.words) and sentence.words[at].tag in {"DT", "PRP$"}:
            at += 1
        found = chunk(sentence, at)
        if found is not None:
            return scene.text[sentence.words[found[0]].start : sentence.words[found[1] - 1].end]
        if at < len(sentence.words) and sentence.words[at].tag in {"JJ", "VBN"}:
            return sentence.words[at].text
    for left in sentence.children(noun.i, "compound"):
        if left.tag in {"NN", "NNS"} and left.lower not in {"death"}:
            return phrase(scene, sentence, left)
    return None


def _antecedent(earlier: list[Draft], state: str | None) -> Draft | None:
    if state is not None:
        found = next((draft for draft in reversed(earlier) if draft.state == state), None)
        if found is not None:
            return found
    return earlier[-1] if earlier else None
