"""How much of their weight of words two tellings share."""

import math

from dateline.link.profile import Profile

SHOWN = 4
"""Shared words that the sentence names."""


def vocabulary(one: Profile, other: Profile) -> tuple[float, str]:
    """Give the cosine of the two vectors, 0 to 1, and the words and pairs of words that make most of it."""
    score = cosine(one, other)
    small, large = sorted((one.weights, other.weights), key=len)
    shared = sorted((-weight * large[word], word) for word, weight in small.items() if word in large)
    if not shared:
        return score, "no telling word in common"
    return score, f"alike in words ({score:.2f}): " + ", ".join(f"“{word}”" for word in _distinct([word for _, word in shared]))


def cosine(one: Profile, other: Profile) -> float:
    """Give the cosine of two unit vectors. The sum is exact, so it does not depend on which comes first."""
    small, large = one.weights, other.weights
    if len(small) > len(large):
        small, large = large, small
    return math.fsum([weight * large[word] for word, weight in small.items() if word in large])


def _distinct(words: list[str]) -> list[str]:
    """Leave out a word that a named pair already holds, and a pair that shares a word with one before it."""
    chosen: list[str] = []
    used: set[str] = set()
    for word in words:
        parts = set(word.split())
        if not parts & used:
            chosen.append(word)
            used |= parts
        if len(chosen) == SHOWN:
            break
    return chosen
