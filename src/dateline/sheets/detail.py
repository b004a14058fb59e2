"""How much of a brief is shown."""

from dataclasses import dataclass

SURE = 0.65
"""Confidence from which a claim counts as surely said. Sweep over the attributions found in the development articles, by the measured
precision of their rules (share of claims shown, expected precision of those shown): 0.5: 88 %, 0.80; 0.6: 79 %, 0.82; 0.65: 68 %, 0.85;
0.7: 60 %, 0.88; 0.8: 52 %, 0.89. Beyond 0.65 a claim in eight goes for three points."""

MOST_FIGURES = 6
"""Figures without a source that a brief lists; beyond, an editor has stopped reading."""

MOST_NEW = 12
"""New statements listed under what changed, the latest ones: they all stand in the timeline as well."""

LONGEST_TITLE = 140
"""A story without a headline takes its first sentence for a title: no longer than a long headline."""


LONGEST_ABOUT = 90
"""What a dispute is about, where that is a whole clause: its heading, not its evidence."""


@dataclass(frozen=True, slots=True)
class Detail:
    """`every`: also what is folded away (possible claims, all questions). `why`: rule, reason and place under each line."""

    every: bool = False
    why: bool = False
