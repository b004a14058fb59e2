"""Which names two tellings share."""

from dateline.link.compare.vocabulary import dot
from dateline.link.profile import Profile

SHOWN = 4


def names(one: Profile, other: Profile) -> tuple[float, str]:
    """Give the cosine of the names, 0 to 1, and a sentence with the weightiest shared ones."""
    mine, theirs = one.names.weighed, other.names.weighed
    shared = sorted((-weight * theirs[word], word) for word, weight in mine.items() if word in theirs)
    if not shared:
        return 0.0, "no name in common"
    return dot(mine, theirs), "both name " + ", ".join(word[:1].upper() + word[1:] for _, word in shared[:SHOWN])
