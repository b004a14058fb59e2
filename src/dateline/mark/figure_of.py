"""What a number counts: the noun phrase after it, with its modifiers, as written."""

from dateline.mark.figure_draft import Draft, Scene, word_from
from dateline.mark.figure_words import changes, counters, listed
from dateline.mark.reading import Sentence, Word

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIER = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "CD", "AFX"}) | _NOUN
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
_OF_WORDS = frozenset({"of", "in", "worth"})
_LONGEST = 16
"""Words of the longest noun phrase that is taken: a table run together must not be read to its end for every number."""
_CLIMB = 6
"""Steps up the tree in which a modifier finds its noun."""


def counted(scene: Scene, draft: Draft, known: dict[int, Draft]) -> None:
    """Set `of`, and `whole` where the words give one; `known` are the drafts by the offset of their number."""
    sentence = scene.sentence_at(draft.front)
    if sentence is None:
        return
    words = sentence.words
    index = word_from(sentence, draft.end)
    if index < len(words) and words[index].lower == "-":
        index += 1
    while index < len(words) and words[index].lower in listed("nouns", "skipped") and words[index].tag != "CC":
        index += 1
    if index < len(words) and words[index].lower in _OF_WORDS and (words[index].lower == "of" or draft.kind == "money"):
        _partitive(scene, sentence, draft, known, index + 1)
        if draft.of is not None or draft.whole is not None:
            return
    elif draft.kind in {"count", "idiom", "share", "money", "measure", "age", "duration"}:
        found = chunk(sentence, index)
        if found is not None and _belongs(scene, draft, sentence, found):
            found = _measured(words, draft, found)
            draft.of = _with_rate(scene, sentence, draft, found)
            draft.after_of, draft.of_end = found[1], words[found[1] - 1].end
            return
    if draft.kind in {"share", "money", "measure"} and draft.of is None:
        draft.of = _subject(scene, sentence, draft)


def chunk(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Give first and last word (half open) of the base noun phrase that begins at `index`, without determiner; None where there is none."""
    words = sentence.words
    start, last, at = index, -1, index
    while at < min(len(words), index + _LONGEST):
        word = words[at]
        if word.tag in _NOUN:
            last = at
            following = words[at + 1] if at + 1 < len(words) else None
            if (
                following is None
                or word.lower == "times"
                or (word.tag == "NNS" and following.tag not in _NOUN | {"HYPH"} and not _coupled(words, at))
            ):
                break
        elif (word.tag in {"RB", "RBS", "RBR"} and at + 1 < len(words) and words[at + 1].tag in {"JJ", "VBN", "VBG"} and last < 0) or (
            word.tag in {"CC", ","} and _coupled(words, at - 1)
        ):
            pass
        elif (
            word.tag not in _MODIFIER
            or (word.tag == "CD" and last < 0 and at > start and word.lower.isdigit() and len(word.lower) == 1)
            or (word.tag in {"VBN", "VBG", "CD"} and last >= 0)
        ):
            break
        at += 1
    return (start, last + 1) if last >= 0 else None


def _measured(words: list[Word], draft: Draft, found: tuple[int, int]) -> tuple[int, int]:
    """Tell "a 12 page report" (12 pages) from "12 police officers": more than one of a thing in the singular measures that thing."""
    first, last = words[found[0]], words[found[1] - 1]
    if draft.kind != "count" or draft.value <= 1 or found[1] - found[0] < 2 or last.tag != "NN" or first.tag != "NN":  # noqa: PLR2004
        return found
    return found if last.lower in listed("nouns", "collective") else (found[0], found[0] + 1)


def _coupled(words: list[Word], at: int) -> bool:
    """Tell "women and children", "old and sick people": like words on both sides of a conjunction."""
    if at < 0 or at + 2 >= len(words) or words[at + 1].lower not in {"and", "or", "&"}:
        return False
    left, right = words[at].tag, words[at + 2].tag
    return (left == right == "NNS") or (left in {"JJ", "VBN"} and right in {"JJ", "VBN"})


def _text(scene: Scene, sentence: Sentence, found: tuple[int, int]) -> str:
    words = sentence.words
    return scene.text[words[found[0]].start : words[found[1] - 1].end]


def _with_rate(scene: Scene, sentence: Sentence, draft: Draft, found: tuple[int, int]) -> str:
    """Take "per day" or "a day" along: three thousand tests per day are another quantity than three thousand tests."""
    words = sentence.words
    written = _text(scene, sentence, found)
    rest = words[found[1] : found[1] + 2]
    if (
        len(rest) > 1
        and rest[1].tag in _NOUN
        and (rest[0].lower == "per" or (rest[0].lower in {"a", "an"} and rest[1].lower in listed("nouns", "time")))
    ):
        draft.role = "rate"
        if draft.kind == "count":
            return scene.text[words[found[0]].start : rest[1].end]
    return written


def _belongs(scene: Scene, draft: Draft, sentence: Sentence, found: tuple[int, int]) -> bool:
    """Tell whether the phrase right after number and unit is what they measure: "a $3 billion fine", not "paid $5 last year"."""
    words = sentence.words
    first, last = words[found[0]], words[found[1] - 1]
    if (
        first.start > draft.end + 2
        and scene.text[draft.end : first.start].strip(" -\"“'‘’”")
        and not _is_skipped(scene.text[draft.end : first.start])
    ):
        return False
    if scene.moment_at(first.start, last.end) in {"DATE", "TIME", "SET"} and draft.kind != "count":
        return False
    if draft.kind in {"count", "idiom"}:
        return not (draft.kind == "count" and last.lower in {"year", "month", "week"} and first.lower in {"last", "this", "next"})
    return last.lower not in listed("nouns", "time") and first.tag != "VBG"


def _is_skipped(between: str) -> bool:
    return all(word in listed("nouns", "skipped") for word in between.lower().split())


def _partitive(scene: Scene, sentence: Sentence, draft: Draft, known: dict[int, Draft], index: int) -> None:
    """Read "52 of the 80 seats", "millions of Americans", "a quarter of the 800 seats", "$5 million in aid"."""
    words = sentence.words
    while index < len(words) and (words[index].tag in _DETERMINERS or words[index].lower in {"all", "some", "about", "nearly"}):
        index += 1
    if index < len(words):
        whole = known.get(words[index].start)
        if whole is not None and whole is not draft and whole.kind in {"count", "money", "measure"}:
            draft.whole = whole.low if whole.low is not None else whole.high
            while index < len(words) and words[index].start < whole.core:
                index += 1
    found = chunk(sentence, index)
    if found is not None:
        draft.of = _with_rate(scene, sentence, draft, found)
        draft.after_of = found[1]


def governor(sentence: Sentence, draft: Draft) -> tuple[Word | None, list[Word]]:
    """Give the verb above a number and the words passed on the way up."""
    index = word_from(sentence, draft.numeral.start)
    passed: list[Word] = []
    if index >= len(sentence.words):
        return None, passed
    passed.append(sentence.words[index])
    for word in sentence.ancestors(index):
        if word.pos in {"VERB", "AUX"}:
            return word, passed
        passed.append(word)
    return None, passed


def subject(sentence: Sentence, verb: Word) -> Word | None:
    """Give the subject of a verb, of the verb it is open to or of the one it is joined to."""
    at = verb
    for _ in range(4):
        found = sentence.children(at.i, "nsubj", "nsubjpass")
        if found:
            return found[0]
        if at.dep not in {"xcomp", "conj", "advcl"} or at.head == at.i:
            return None
        at = sentence.words[at.head]
    return None


def _subject(scene: Scene, sentence: Sentence, draft: Draft) -> str | None:
    """Take the subject of a verb of change or of level: "Exports fell 7%", "the rate stood at 4 percent"."""
    verb, passed = governor(sentence, draft)
    if verb is None or (verb.lower not in changes() and verb.lemma not in listed("nouns", "level")):
        return None
    if any(word.dep in {"nsubj", "nsubjpass"} for word in passed):
        return None
    head = _object(sentence, verb, draft) or subject(sentence, verb)
    if head is None or head.tag not in _NOUN or head.lower in counters() - {"toll"} or head.start > draft.front:
        return None
    return phrase(scene, sentence, head)


def _object(sentence: Sentence, verb: Word, draft: Draft) -> Word | None:
    """Give what is changed where the verb says so: "cut profit by $5 million", "raised its bid to $121 million"."""
    return next((child for child in sentence.children(verb.i, "dobj") if child.end <= draft.front), None)


def phrase(scene: Scene, sentence: Sentence, head: Word) -> str:
    """Give a noun with the modifiers before it, without determiners, as written."""
    start = head.i
    while start > 0 and sentence.words[start - 1].tag in _MODIFIER and sentence.words[start - 1].tag != "CD":
        above = sentence.words[start - 1]
        if not _under(sentence, above, head):
            break
        start -= 1
    while start < head.i and sentence.words[start].tag in {"POS", "HYPH"}:
        start += 1
    return scene.text[sentence.words[start].start : head.end]


def _under(sentence: Sentence, word: Word, head: Word) -> bool:
    at = word
    for _ in range(_CLIMB):
        if at.head == head.i:
            return True
        if at.head == at.i:
            return False
        at = sentence.words[at.head]
    return False
