"""Phrases of a sentence as stretches of text: subtrees trimmed of the punctuation at their ends, noun phrases without trailing clauses."""

from dateline.mark.reading import Sentence

_EDGE = " ,;:–—-"
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis"})
_NOT_OF_NOUN = _CLAUSES | {"npadvmod", "dep", "mark", "intj", "meta", "preconj", "nsubj", "cop", "aux", "tmod"}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())  # noqa: SIM905 - words, not a list
_SPANS = frozenset("day week month year night morning afternoon evening weekend time hour minute".split())  # noqa: SIM905 - words, not a list
_LONG_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan jan. feb feb. mar. apr. aug aug. sept sept. sep oct oct. nov nov. dec dec."
_MONTHS = frozenset(f"{_LONG_MONTHS} {_SHORT_MONTHS}".split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop white space, commas, dashes and colons at both ends, and a full stop at the right end."""
    while end > start and (text[end - 1] in _EDGE or (text[end - 1] == "." and text[end - 2 : end - 1] != ".")):
        end -= 1
    while start < end and text[start] in _EDGE:
        start += 1
    return start, end


def reach(sentence: Sentence, i: int) -> tuple[int, int]:
    """First and last index of the subtree of word `i`."""
    first = last = i
    queue = [i]
    words = sentence.words
    while queue:
        at = queue.pop()
        first, last = min(first, at), max(last, at)
        queue.extend(words[at].children)
    return first, last


def is_time(sentence: Sentence, i: int) -> bool:
    """Tell whether word `i` is a weekday, a month or a noun of time."""
    word = sentence.words[i]
    return word.lower in _WEEKDAYS or word.lower in _MONTHS or word.lemma in _SPANS


def noun_phrase(sentence: Sentence, head: int, without: int | None = None) -> tuple[int, int]:
    """Give first and last index of the noun phrase of `head`: with title, apposition and coordination, without a clause set off by a comma.

    `without` is a word whose branch is left out (the relative clause in which the cue stands).
    """
    words = sentence.words
    kept = {head}
    queue = [head]
    while queue:
        at = queue.pop()
        for child in words[at].children:
            if child != without and _belongs(sentence, at, child, head):
                kept.add(child)
                queue.append(child)
    first = last = head
    while first - 1 in kept or (first > 1 and words[first - 1].dep == "punct" and first - 2 in kept):
        first -= 1
    while last + 1 in kept or (last + 2 < len(words) and words[last + 1].dep == "punct" and last + 2 in kept):
        last += 1
    while first < head and words[first].dep in {"punct", "cc"}:
        first += 1
    while last > head and words[last].dep in {"punct", "cc"}:
        last -= 1
    return first, last


def _belongs(sentence: Sentence, at: int, child: int, head: int) -> bool:
    word = sentence.words[child]
    if word.dep in {"relcl", "acl"}:
        return (
            child > at
            and sentence.words[at + 1 if at + 1 < len(sentence.words) else at].dep != "punct"
            and not _after_comma(sentence, child)
        )
    if word.dep in _NOT_OF_NOUN and not (word.dep == "npadvmod" and at != head):
        return False
    if word.dep == "conj" and word.pos in {"VERB", "AUX"}:
        return False
    return not (
        word.dep in {"advmod", "prep"}
        and child < head
        and at == head
        and word.lower not in {"nearly", "almost", "about", "some", "roughly"}
    )


def _after_comma(sentence: Sentence, child: int) -> bool:
    first = reach(sentence, child)[0]
    return first > 0 and sentence.words[first - 1].text in {",", "--", "—", "–", "("}
