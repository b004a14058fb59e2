"""Numbers that stand for something counted before: "the real total is nearer 90", "the toll rose to 52"."""

import re

from dateline.mark.figure_draft import Draft, Scene, word_from
from dateline.mark.figure_of import chunk, governor, phrase, subject
from dateline.mark.figure_words import change_nouns, counters, listed, states
from dateline.mark.reading import Sentence, Word
from dateline.model.figure import COMPARED

_AGAINST = re.compile(
    r"\b(?:up|down|from|rising|falling|compared (?:with|to)|versus|against|instead of|not)(?: from)?"
    r"(?: the| a| about| nearly| just| only| more than| fewer than){0,3} $",
    re.IGNORECASE,
)
_AGAINST_REACH = 40
_NEAR = 60
"""Characters between two numbers that are compared."""


def inherit(scene: Scene, draft: Draft, other: Draft | None, earlier: list[Draft]) -> None:
    """Fill `of` of a bare number from its own subject ("the number of dead") or from the nearest count before; nearest last."""
    sentence = scene.sentence_at(draft.front)
    if sentence is None or draft.of is not None or draft.kind != "count" or draft.numeral.form == "ordinal":
        return
    if _compared(scene, draft, other) or _left_out(scene, sentence, draft, other) or _group(scene, sentence, draft):
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


def _compared(scene: Scene, draft: Draft, other: Draft | None) -> bool:
    """Read the bare number beside the one it is compared with: "52 farms, up from 40"."""
    if other is None or draft.unit is not None or _AGAINST.search(scene.text, max(0, draft.front - _AGAINST_REACH), draft.front) is None:
        return False
    between = scene.text[other.end : draft.front]
    if len(between) > _NEAR or ". " in between or other.kind not in COMPARED or other.role == "change":
        return False
    if other.of is None and other.unit is None:
        return False
    draft.of, draft.unit, draft.kind, draft.of_inherited = other.of, other.unit, other.kind, True
    draft.state, draft.place = draft.state or other.state, draft.place or other.place
    draft.rule, draft.says = "figures.compared", f"it is compared with “{scene.text[other.start : other.end]}”"
    return True


def _left_out(scene: Scene, sentence: Sentence, draft: Draft, other: Draft | None) -> bool:
    """Read the second number of "52 people were killed and 300 injured": its noun is left out."""
    at = word_from(sentence, draft.end)
    if at >= len(sentence.words) or other is None or other.of is None or other.kind != "count" or other.front < sentence.start:
        return False
    following = sentence.words[at]
    if following.lower not in states() or following.tag not in {"VBN", "VBD", "JJ"}:
        return False
    between = scene.text[other.end : draft.start]
    if other.state is None or other.state == draft.state or _state_of(other.of) is not None or ";" in between or len(between) > _NEAR:
        return False
    draft.of, draft.of_inherited, draft.place = other.of, True, draft.place or other.place
    draft.rule, draft.says = "figures.left-out", f"“{following.text}” leaves out what is counted, “{other.of}” as before"
    return True


def _group(scene: Scene, sentence: Sentence, draft: Draft) -> bool:
    """Read "a crowd of 5,000"."""
    before = word_from(sentence, draft.start)
    if before <= 1 or sentence.words[before - 1].lower != "of":
        return False
    noun = sentence.words[before - 2]
    if noun.tag not in {"NN", "NNS"} or noun.lower in listed("nouns", "no_group") | change_nouns() or noun.lower in states():
        return False
    draft.of = phrase(scene, sentence, noun)
    draft.rule, draft.says = "figures.group", f"“{noun.text} of” gives the size of what is named"
    return True


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
        if verb.lemma in listed("nouns", "put") and child.end <= draft.front:
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
        if left.tag in {"NN", "NNS"} and left.lower != "death":
            return phrase(scene, sentence, left)
    return None


def _antecedent(earlier: list[Draft], state: str | None) -> Draft | None:
    if state is not None:
        found = next((draft for draft in reversed(earlier) if draft.state == state), None)
        if found is not None:
            return found
    return earlier[-1] if earlier else None
