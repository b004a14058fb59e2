"""Which numbers two tellings share."""

from dateline.link.profile import Profile

SHOWN = 4


def numbers(one: Profile, other: Profile) -> tuple[float, str]:
    """Give the share of the numbers of the one with fewer that the other has too, 0 to 1, and a sentence that names some."""
    shared = {number for number in one.numbers & other.numbers if len(number) > 1}
    fewer = min(len(one.numbers), len(other.numbers))
    if not shared:
        return 0.0, "no number in common"
    ranked = sorted(shared, key=lambda number: (-len(number), number))
    return len(shared) / fewer, "both give " + ", ".join(ranked[:SHOWN])
