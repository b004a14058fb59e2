"""A verb of saying whose clause the parser lost, read by the order of words: “..., X said.”, “X, Y said, is ...”, “X said ...”.

Looked at only for verbs that are surely speech, in a finite form and outside quotations; the grammar, where it gives a content, wins.
"""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of, verbs
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import is_time
from dateline.mark.sources import is_passive, origin_of

_SURE = 2
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPOKEN = frozenset({"VBD", "VBZ", "VBP"})
_TELLING = frozenset({"tell", "assure", "inform", "remind", "warn", "notify", "advise"})
_CONNECTORS = frozenset("but and yet so however meanwhile also still instead moreover furthermore nevertheless nonetheless".split())  # noqa: SIM905 - words, not a list
_PLAIN_WORDS = """
say argue claim insist contend note acknowledge assert believe suggest tell explain stress warn complain concede
maintain add announce predict
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
"""Verbs that hardly take anything but a clause."""
_FEWEST = 3
"""Words of what is said, where only their order tells it."""


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose what stands around, before or after a cue verb, in this order."""
    words = site.sentence.words
    word = words[verb]
    if cue.clause != _SURE or word.tag not in _SPOKEN or is_passive(site.sentence, verb):
        return
    source = origin_of(site, verb)
    if source is None or source.sentence is not site.sentence or source.inherited or source.pronoun is not None:
        return
    first, last = _whole_cue(site, verb, source)
    made = _around(site, first, last) or _before(site, verb, first, last) or _after(site, verb, source)
    if made is None:
        return
    rule, places = made
    yield Found(
        rule,
        f"“{word.text}” stands {_WHERE[rule]} what is said",
        act_in(site, verb, []),
        2,
        site,
        verb,
        cue_words(site, verb),
        [Piece(site.paragraph, *place) for place in places],
        source,
    )


_WHERE = {"speech.around": "within", "speech.before": "after", "speech.after": "before"}


def _whole_cue(site: Site, verb: int, source: Origin) -> tuple[int, int]:
    """First and last index of source and cue together."""
    inside = [w.i for w in site.sentence.words if source.start <= w.start and w.end <= source.end]
    return min([verb, *inside]), max([verb, *inside])


def _around(site: Site, first: int, last: int) -> tuple[str, list[tuple[int, int]]] | None:
    """Read “The plan, the mayor said, is ...”: a subject, then the aside, then its verb."""
    words = site.sentence.words
    low = _opening(site)
    if first - 1 <= low or words[first - 1].text != "," or last + 2 >= len(words):
        return None
    closing = next((i for i in range(last + 1, len(words)) if words[i].text == ","), None)
    if closing is None or closing + 1 >= len(words) or any(words[i].tag in _FINITE for i in range(last + 1, closing)):
        return None
    going = next((i for i in range(closing + 1, len(words)) if words[i].pos not in {"PUNCT", "ADV"}), None)
    if going is None or words[going].tag not in _FINITE or _main_verb(site, low, first - 1):
        return None
    before = extent.stretch(site, low, first - 2)
    after = extent.stretch(site, closing + 1, extent.ends(site, closing + 1, len(words) - 1))
    return None if before is None or after is None else ("speech.around", [before, after])


def _opening(site: Site) -> int:
    words = site.sentence.words
    low = 0
    while low < len(words) - 1 and words[low].lower in _CONNECTORS:
        low += 1
    return low


def _main_verb(site: Site, low: int, end: int) -> bool:
    """Tell whether a finite verb stands from `low` to `end` that does not belong to a relative clause."""
    words = site.sentence.words
    for i in range(low, end):
        word = words[i]
        if word.tag not in _FINITE:
            continue
        if word.dep == "relcl" or any(
            words[c].lower in {"who", "which", "that"} for c in words[word.head if word.dep == "aux" else i].children
        ):
            continue
        return True
    return False


def _before(site: Site, verb: int, first: int, last: int) -> tuple[str, list[tuple[int, int]]] | None:
    """Read “The plan is bad, the mayor told reporters.”: a clause, a comma, source and cue, and nothing more that says anything."""
    words = site.sentence.words
    low = _opening(site)
    if first - _FEWEST < low or words[first - 1].text != ",":
        return None
    if any(w.tag in _FINITE or w.text == ":" for w in words[last + 1 :]):
        return None
    told = lemma_of(words[verb]) in _TELLING
    if (
        not told
        and last + 1 < len(words)
        and words[last + 1].tag not in {"IN", "TO", "RB", ".", ","}
        and not is_time(site.sentence, last + 1)
    ):
        return None
    if not any(words[i].tag in _FINITE for i in range(low, first - 1)) or _speaks(site, low, first - 1):
        return None
    place = extent.stretch(site, low, first - 2)
    return None if place is None else ("speech.before", [place])


def _speaks(site: Site, low: int, end: int) -> bool:
    """Tell whether another verb of saying stands there: whose clause it is then, the order does not tell."""
    for word in site.sentence.words[low:end]:
        cue = verbs().get(lemma_of(word)) if word.tag in _SPOKEN else None
        if cue is not None and cue.clause == _SURE:
            return True
    return False


def _after(site: Site, verb: int, source: Origin) -> tuple[str, list[tuple[int, int]]] | None:
    """Read “The mayor said <clause>.”: all that follows, without the conjunction, up to where the narrator speaks again."""
    words = site.sentence.words
    lemma = lemma_of(words[verb])
    if source.start > words[verb].start or lemma not in _PLAIN:
        return None
    that = next((i for i in range(verb + 1, len(words)) if words[i].lower == "that" and words[i].tag == "IN"), None)
    if that is not None and not any(words[i].tag in _FINITE for i in range(verb + 1, that)):
        begins = that + 1
    elif lemma == "say" and not any(words[c].dep in {"dobj", "prep", "advmod", "dative"} and c > verb for c in words[verb].children):
        begins = verb + 1
    else:
        return None
    following = next((i for i in range(begins, len(words)) if words[i].tag in _FINITE), None)
    if following is None or any(words[i].text in {",", ";", ":"} for i in range(begins, following)):
        return None
    last = extent.ends(site, begins, len(words) - 1)
    begins = extent.opening(site, begins, last)
    if last - begins + 1 < _FEWEST or last < following:
        return None
    place = extent.stretch(site, begins, last)
    return None if place is None else ("speech.after", [place])
