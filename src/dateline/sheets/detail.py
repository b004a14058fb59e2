"""How much of a brief is shown."""

from dataclasses import dataclass

SURE = 0.7
"""Confidence from which a claim counts as surely said. Two rules out of three that are right are not enough to print from; no sweep
has been made yet, for it needs the measured precision of all rules."""

MOST_FIGURES = 6
"""Figures without a source that a brief lists; beyond, an editor has stopped reading."""

MOST_NEW = 8
"""New statements listed under what changed: they all stand in the timeline as well."""


LONGEST_TITLE = 140
"""A story without a headline takes its first sentence for a title: no longer than a long headline."""


LONGEST_ABOUT = 90
"""What a dispute is about, where that is a whole clause: its heading, not its evidence."""


@dataclass(frozen=True, slots=True)
class Detail:
    """`every`: also what is folded away (possible claims, all questions). `why`: rule, reason and place under each line."""

    every: bool = False
    why: bool = False
