"""The cue lexicon, ready to ask: which frames a lemma has, and which act it performs. The words are in words/cues.toml."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.mark.reading import Word
from dateline.model.attribution import ACTS, Act
from dateline.words.loader import toml, words


@dataclass(frozen=True, slots=True)
class Cue:
    """The frames of one verb: 0 none, 1 weak, 2 sure; `prepositions` are those that lead to what is said."""

    clause: int = 0
    quote: bool = False
    object: int = 0
    infinitive: int = 0
    addressed: bool = False
    passive_infinitive: bool = False
    passive_report: bool = False
    prepositions: frozenset[str] = frozenset()


@cache
def verbs() -> dict[str, Cue]:
    """Give the frames of every cue verb, by lemma."""
    lists = {
        key: words("cues", key)
        for key in (
            [
                "clause",
                "clause_thought",
                "quote",
                "object_sure",
                "object_weak",
                "infinitive",
                "infinitive_weak",
                "addressed",
                "passive_infinitive",
                "passive_report",
            ]
        )
    }
    prepositions = {lemma: frozenset(value.split()) for lemma, value in toml("cues")["prepositions"].items()}
    lemmas = set(prepositions).union(*lists.values(), *(listed("objects", key) for key in ("named", "regarded", "shown")))
    return {
        lemma: Cue(
            clause=2 if lemma in lists["clause"] else int(lemma in lists["clause_thought"]),
            quote=lemma in lists["quote"],
            object=2 if lemma in lists["object_sure"] else int(lemma in lists["object_weak"]),
            infinitive=2 if lemma in lists["infinitive"] else int(lemma in lists["infinitive_weak"]),
            addressed=lemma in lists["addressed"],
            passive_infinitive=lemma in lists["passive_infinitive"],
            passive_report=lemma in lists["passive_report"],
            prepositions=prepositions.get(lemma, frozenset()),
        )
        for lemma in sorted(lemmas)
    }


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """Give one list of a table of the lexicon ("nouns", "adjectives")."""
    return frozenset(toml("cues")[table][key].split())


@cache
def _acts() -> dict[str, Act]:
    found: dict[str, Act] = {}
    for act in ACTS:
        for lemma in toml("cues")["acts"].get(act, "").split():
            found.setdefault(lemma, act)
    return found


@cache
def _mended() -> dict[str, str]:
    return cast("dict[str, str]", toml("cues")["lemmas"])


def lemma_of(word: Word) -> str:
    """Give the lemma of a word, mended where the lemmatizer is known to be off."""
    return _mended().get(word.lemma, word.lemma)


def act_of(lemma: str) -> Act:
    """Give the act that a cue performs by itself; "statement" where it tells no more."""
    return _acts().get(lemma, "statement")
