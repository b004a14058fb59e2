"""Which act an attribution performs: the cue's own, or what construction and content make of it."""

import re

from dateline.mark.cues import act_of, lemma_of
from dateline.mark.found import Piece, Site
from dateline.model.attribution import Act

_ASKS = re.compile(r"(?:whether|if|why|how|what|when|who|where|which)\b", re.IGNORECASE)


def act_in(site: Site, verb: int, content: list[Piece]) -> Act:
    """Give the act of the cue verb in its sentence."""
    word = site.sentence.words[verb]
    act = act_of(lemma_of(word))
    if act == "question" and content:
        piece = content[0]
        told = site.text[piece.start : piece.end]
        if not _ASKS.match(told) and "?" not in told and _asks_for(site, verb):
            return "demand"
    if act == "demand" and lemma_of(word) == "insist" and not _asks_for(site, verb):
        return "statement"
    return act


def _asks_for(site: Site, verb: int) -> bool:
    """Tell whether a clause in the bare infinitive (“that he leave”) or with “to” follows."""
    words = site.sentence.words
    for child in words[verb].children:
        if words[child].dep in {"ccomp", "xcomp"} and child > verb and words[child].tag == "VB":
            return not any(words[c].tag == "MD" or words[c].lower in {"do", "does", "did"} for c in words[child].children)
    return False
