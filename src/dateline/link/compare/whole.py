"""The likeness of two tellings, all comparisons together."""

from dateline.link.compare.names import names
from dateline.link.compare.numbers import numbers
from dateline.link.compare.time import time
from dateline.link.compare.vocabulary import vocabulary
from dateline.link.profile import Profile

DIGITS = 9
"""Digits to which a likeness is rounded, so that the order in which a sum was added up never shows."""


def likeness(one: Profile, other: Profile) -> tuple[float, str]:
    """Give words times time, 0 to 1, and all the evidence: shared names and numbers (which count among the words), days, words."""
    words, days = vocabulary(one, other), time(one, other)
    evidence = [sentence for score, sentence in (names(one, other), numbers(one, other), days, words) if score > 0]
    return round(words[0] * days[0], DIGITS), "; ".join(evidence)
