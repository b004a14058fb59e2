"""What a sentence calls somebody it names: the words before the name, an apposition, a predicate.

"The former actress Ann Doe", "Ann Doe, a former actress", "the former actress, Ann Doe", "Ann Doe was a former actress": former, actress.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.text.fold import terms
from dateline.words.loader import toml
from dateline.words.loader import words as titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.mark.reading import Sentence, Word

_TELLING = {"NN", "NNP", "NNS", "JJ", "VBN", "VBG"}
_LEFT = {"compound", "amod", "nmod", "nn", "npadvmod"}
_BE = {"is", "was", "be", "been", "are", "were", "'s", "’s", "became", "becomes", "remains"}


def callings(sentence: Sentence, head: Word, run: list[Word], role: str | None) -> tuple[str, ...]:
    """Give the words, folded, by which the sentence calls the party named by `run` (head word `head`); abbreviated titles in full."""
    found = terms(role) if role is not None else []
    words = sentence.words
    found.extend(_before(words, run))
    for child in head.children:
        if words[child].dep == "appos" and child > run[-1].i and _after_comma(words, run[-1].i) and _is_common(words[child]):
            found.extend(_phrase(words, words[child]))
    above = words[head.head]
    if head.dep == "appos" and above.i < run[0].i and _is_common(above):
        found.extend(_phrase(words, above))
    if head.dep == "nsubj" and above.lower in _BE:
        for child in above.children:
            if words[child].dep == "attr" and words[child].tag == "NN":
                found.extend(_phrase(words, words[child]))
    return tuple(dict.fromkeys(_in_full(found)))


def _after_comma(words: list[Word], last: int) -> bool:
    """Tell an apposition from what the parser ties across a dash or brackets ("REDWATER (AP) - Actress Ann Doe")."""
    return last + 1 < len(words) and words[last + 1].text == ","


def _is_common(word: Word) -> bool:
    return word.tag == "NN" or (word.tag == "NNP" and word.lower.rstrip(".") in titles("titles", "titles"))


def _before(words: list[Word], run: list[Word]) -> list[str]:
    """Give the modifiers that stand right before the name, back to its determiner: "[the New York] billionaire [Ann Doe]"."""
    found: list[str] = []
    at = run[0].i - 1
    last = words[run[-1].i]
    if at >= 0 and words[at].tag == "NN" and words[at].dep == last.dep and words[at].head == last.head:
        found.append(words[at].lower)  # "the actress | Ann Doe stayed": the parser takes them for two subjects of one verb
        at -= 1
    while at >= 0 and words[at].tag in _TELLING | {"HYPH"} and words[at].dep in _LEFT | {"punct", "appos"}:
        found.append(words[at].lower)
        at -= 1
    return found


def _phrase(words: list[Word], head: Word) -> Iterator[str]:
    """Give the head of a noun phrase, its modifiers, and what follows it with "of"."""
    yield head.lower
    for child in head.children:
        word = words[child]
        if word.dep in _LEFT and word.tag in _TELLING:
            yield word.lower
        elif word.dep == "conj" and word.tag in {"NN", "NNP"}:
            yield word.lower
            yield from (words[inner].lower for inner in word.children if words[inner].dep in _LEFT)
        elif word.dep == "prep" and word.lower in {"of", "for"}:
            yield from (words[inner].lower for inner in word.children if words[inner].dep == "pobj")


def _in_full(found: list[str]) -> Iterator[str]:
    short = toml("parties")["short_titles"]
    for word in found:
        plain = word.rstrip(".")
        yield plain
        if plain in short:
            yield from short[plain].split()
