"""How much of a brief is shown."""

from dataclasses import dataclass

SURE = 0.5
"""Confidence from which a claim counts as surely said. A rule whose precision has not been measured has 0.5, so nothing that has a speaker
is folded for want of a measurement; to be raised, with the sweep, once the rules carry their measured precision."""

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
