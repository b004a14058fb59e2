"""Dateline turns a pile of saved news articles into a ledger of each developing story.

Who said what, when and through whom; which figures are disputed; what changed; what nobody has answered.
Every line is tied to the exact words of its source and names the rule that found it.
"""

__version__ = "0.1.0"
