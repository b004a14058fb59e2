"""Headlines: “Talks off, says union”, “Bridge unsafe, engineers warn”, “Oil may spread - officials”: no full stop, and few verbs."""

from collections.abc import Iterator

from dateline.mark.acts import act_in
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import is_time, trimmed
from dateline.mark.reading import Word
from dateline.words.loader import words as listed

_SURE = 2
_SPOKEN = frozenset({"VBZ", "VBP", "VBD"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD", "DT", "IN"})
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DASHES = frozenset({"-", "–", "—", "--"})
_LONGEST = 20
"""Words of a headline."""
_FEWEST = 2
"""Words of what is said."""
_NAME = 5
"""Words of a source."""


def find(site: Site) -> Iterator[Found]:
    """Propose what stands before source and verb at the end of a line without a full stop."""
    words = site.sentence.words
    if len(words) > _LONGEST or site.number > 0 or site.text[-1:] in ".!?”\"’'…:" or site.sentence.end < len(site.text):
        return
    breaks = [w.i for w in words if w.text == "," or w.text in _DASHES]
    if not breaks or breaks[-1] < _FEWEST or breaks[-1] >= len(words) - 1:
        return
    at, tail = breaks[-1], words[breaks[-1] + 1 :]
    made = _spoken(tail) if words[at].text == "," else _named(tail)
    if made is None or len(tail) > _NAME + 1:
        return
    verb, first, last = made
    if is_time(site.sentence, last):
        return
    start, end = trimmed(site.text, words[0].start, words[at - 1].end)
    source = Origin(words[first].start, words[last].end, site.sentence, last, paragraph=site.paragraph)
    cue = (words[at].start, words[at].end) if verb is None else (words[verb].start, words[verb].end)
    act = "statement" if verb is None else act_in(site, verb, [])
    says = f"“{site.text[tail[0].start : tail[-1].end]}” at the end of a headline says whose words it gives"
    yield Found("speech.headline", says, act, 3, site, at if verb is None else verb, cue, [Piece(site.paragraph, start, end)], source)


def _spoken(tail: list[Word]) -> tuple[int, int, int] | None:
    """“says union”, “engineers warn”: verb, first and last word of the source."""
    for verb, name in ((tail[0], tail[1:]), (tail[-1], tail[:-1])):
        cue = verbs().get(lemma_of(verb)) if verb.tag in _SPOKEN else None
        if cue is not None and cue.clause == _SURE and _is_name(name):
            return verb.i, name[0].i, name[-1].i
    return None


def _named(tail: list[Word]) -> tuple[None, int, int] | None:
    """“- officials”: an office or a body that speaks, in small letters or with a title."""
    listing = listed("titles", "titles") | listed("titles", "labels") | listed("parties", "people")
    if not _is_name(tail) or tail[-1].lower not in listing or any(w.tag in {"IN", "DT"} for w in tail):
        return None
    return None, tail[0].i, tail[-1].i


def _is_name(name: list[Word]) -> bool:
    return bool(name) and all(w.tag in _NAMING for w in name) and name[-1].tag in _HEADS and name[0].tag != "IN"
