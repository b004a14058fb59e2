"""The words of a cue: the verb with its auxiliaries, negation and particle, as far as they stand together."""

from dateline.mark.found import Site

_JOINED = frozenset({"aux", "auxpass", "neg", "prt"})


def cue_words(site: Site, verb: int, last: int | None = None) -> tuple[int, int]:
    """Give the offsets of the cue; `last` is the index of a further word that belongs to it (a preposition)."""
    words = site.sentence.words
    joined = {child for child in words[verb].children if words[child].dep in _JOINED}
    first = end = verb
    while first - 1 in joined:
        first -= 1
    while end + 1 in joined:
        end += 1
    if last is not None and last == end + 1:
        end = last
    return words[first].start, words[end].end
