"""Which names two tellings share."""

import math

from dateline.link.profile import Profile

SHOWN = 4


def names(one: Profile, other: Profile) -> tuple[float, str]:
    """Give the part of the names' weight that is shared, 0 to 1 (of the one with less), and a sentence that names the weightiest."""
    shared = one.names & other.names
    whole = min(_weight(one, one.names), _weight(other, other.names))
    if not shared or whole == 0.0:
        return 0.0, "no name in common"
    part = math.fsum(min(one.weights[word], other.weights[word]) ** 2 for word in shared) / whole
    ranked = sorted(shared, key=lambda word: (-min(one.weights[word], other.weights[word]), word))
    return min(1.0, part), "both name " + ", ".join(word.title() for word in ranked[:SHOWN])


def _weight(profile: Profile, words: frozenset[str]) -> float:
    return math.fsum(profile.weights[word] ** 2 for word in words)
