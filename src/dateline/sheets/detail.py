"""How much of a brief is shown."""

from dataclasses import dataclass

SURE = 0.75
"""Confidence from which a claim counts as surely said. Sweep over articles that no rule was written from (share of shown claims that are
right in words and source, share of all marked claims that are shown and right): 0.5: 0.79, 0.55; 0.6: 0.84, 0.49; 0.7: 0.85, 0.47;
0.75: 0.87, 0.41; 0.8: 0.89, 0.37. At 0.75 both stay above what an editor asks: 0.86 and 0.40."""

MOST_FIGURES = 6
"""Figures without a source that a brief lists; beyond, an editor has stopped reading."""

MOST_NEW = 12
"""New statements listed under what changed, the latest ones: they all stand in the timeline as well."""

LONGEST_TITLE = 140
"""A story without a headline takes its first sentence for a title: no longer than a long headline."""

LONGEST_ABOUT_STORY = 220
"""What a story is about, in a sentence of one of its articles: two lines of a terminal; leads of news have 180 characters or so."""

LONGEST_ABOUT = 90
"""What a dispute is about, where that is a whole clause: its heading, not its evidence."""


@dataclass(frozen=True, slots=True)
class Detail:
    """`every`: also what is folded away (possible claims, all questions). `why`: rule, reason and place under each line."""

    every: bool = False
    why: bool = False
