"""How near in time two tellings are."""

import math

from dateline.link.profile import Profile

FLOOR = 0.5
"""The factor never falls below: a trial a year after the deed may well be one story. Hard windows lost (issue 7)."""

DAYS = 14.0
"""Days over which what stands above the floor falls to 1/e. With 7 or 10 the three dev sets do alike, within .002."""

UNDATED = 0.65
"""The factor where a day is not known: below that of a story's pairs, above that of strangers. 1.0 .929, 0.8 .935, 0.65 .938 (mean F1)."""


def time(one: Profile, other: Profile) -> tuple[float, str]:
    """Give a factor from one half to one, and a sentence on the days between."""
    if one.days is None or other.days is None:
        return UNDATED, "no date to compare"
    gap = max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])
    factor = nearness(gap)
    if gap == 0:
        return factor, "of one day" if one.days == other.days and one.days[0] == one.days[1] else "of one time"
    return factor, f"{gap} day{'s' if gap > 1 else ''} apart"


def nearness(gap: int) -> float:
    """Turn a number of days into the factor."""
    return FLOOR + (1 - FLOOR) * math.exp(-gap / DAYS)
