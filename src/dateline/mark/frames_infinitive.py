"""What is said is an infinitive: “vowed to ...”, “declined to ...”, “urged X to ...”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import is_time, reach
from dateline.mark.sources import is_passive, origin_of

_REQUESTS = frozenset("ask tell encourage advise call persuade direct command invite remind challenge press".split())  # noqa: SIM905 - words, not a list


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose the infinitive that the cue verb takes, with the person addressed."""
    if not (cue.infinitive or cue.addressed) or is_passive(site.sentence, verb):
        return
    words = site.sentence.words
    child = next((c for c in words[verb].children if c > verb and words[c].dep in {"xcomp", "ccomp"} and _has_to(site, c)), None)
    if child is None:
        return
    first, last = reach(site.sentence, child)
    told = next(
        (c for c in words[verb].children if words[c].dep in {"dobj", "dative"} and verb < c < child and not is_time(site.sentence, c)), None
    )
    if told is not None and cue.addressed:
        first = min(first, reach(site.sentence, told)[0])
    elif told is not None or not (cue.infinitive or words[child].dep == "ccomp"):
        return
    source = origin_of(site, verb)
    if source is None:
        return
    first = max(first, verb + 1)
    place = extent.stretch(site, first, extent.phrase_ends(site, first, last))
    if place is None:
        return
    act = act_in(site, verb, [])
    addressed = told is not None or words[child].dep == "ccomp"
    if addressed and act in {"statement", "question"} and lemma_of(words[verb]) in _REQUESTS:
        act = "demand"
    if not addressed and lemma_of(words[verb]) == "ask":
        act = "demand"
    yield Found(
        "speech.addressed" if addressed else ("speech.infinitive" if cue.infinitive == 2 else "speech.weak-infinitive"),  # noqa: PLR2004 - 2 is "sure"
        f"“{words[verb].text} ... to” gives what is to be done",
        act,
        2 if cue.infinitive == 2 or addressed else 1,  # noqa: PLR2004 - 2 is "sure"
        site,
        verb,
        cue_words(site, verb),
        [Piece(site.paragraph, *place)],
        source,
    )


def _has_to(site: Site, at: int) -> bool:
    words = site.sentence.words
    return any(words[c].lower == "to" and words[c].dep == "aux" and c < at for c in words[at].children)
