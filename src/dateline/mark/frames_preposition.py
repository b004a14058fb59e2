"""What is said stands after a preposition: “called for ...”, “warned of ...”, “referred to ...”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import is_time, reach
from dateline.mark.sources import is_asked, is_passive, origin_of
from dateline.model.attribution import Act

_ACTS: dict[tuple[str, str], Act] = {
    ("call", "for"): "demand", ("call", "on"): "demand", ("call", "upon"): "demand", ("push", "for"): "demand", ("press", "for"): "demand",
    ("ask", "for"): "demand", ("argue", "against"): "opposition", ("argue", "for"): "support", ("speak", "against"): "opposition",
    ("warn", "against"): "warning", ("rail", "against"): "criticism", ("lash", "at"): "criticism", ("hit", "at"): "criticism",
    ("vote", "for"): "support", ("vote", "against"): "opposition", ("campaign", "for"): "support", ("campaign", "against"): "opposition",
    ("rally", "against"): "opposition", ("demonstrate", "against"): "opposition", ("lobby", "for"): "demand",
    ("lobby", "against"): "opposition",
    ("agree", "with"): "support", ("agree", "to"): "promise", ("believe", "in"): "belief", ("object", "to"): "opposition",
    ("admit", "to"): "admission", ("confess", "to"): "admission", ("apologize", "for"): "admission", ("apologise", "for"): "admission",
}  # fmt: skip


_ASKED = frozenset({"asked", "pressed", "questioned"})


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose what stands after a preposition that belongs to the cue verb."""
    words = site.sentence.words
    questioned = is_passive(site.sentence, verb) and words[verb].lower in _ASKED
    if not cue.prepositions or (is_passive(site.sentence, verb) and not questioned):
        return
    for child in words[verb].children:
        preposition = words[child]
        if child < verb or preposition.dep not in {"prep", "agent"} or preposition.lower not in cue.prepositions:
            continue
        inner = [c for c in preposition.children if words[c].dep in {"pobj", "pcomp", "prep"}]
        if not inner or any(is_time(site.sentence, c) and words[c].dep == "pobj" for c in inner):
            continue
        source = origin_of(site, verb)
        asked = questioned or is_asked(site.sentence, verb)
        if source is None and not asked:
            return
        last = max(reach(site.sentence, child)[1], _infinitive_end(site, verb, child), _tail_end(site, verb, child))
        place = extent.stretch(site, child + 1, extent.phrase_ends(site, child + 1, last))
        if place is None:
            continue
        yield Found(
            "speech.asked" if asked else "speech.preposition",
            f"“{words[verb].text} {preposition.lower}” leads to what is said",
            _ACTS.get((lemma_of(words[verb]), preposition.lower)) or act_in(site, verb, []),
            2,
            site,
            verb,
            cue_words(site, verb, child),
            [Piece(site.paragraph, *place)],
            source,
            sourceless=source is None,
        )
        return


def _infinitive_end(site: Site, verb: int, after: int) -> int:
    """Read “called on X to do ...”: the infinitive belongs to what is asked."""
    words = site.sentence.words
    for child in words[verb].children:
        if (
            child > after
            and words[child].dep in {"xcomp", "advcl"}
            and any(words[c].lower == "to" and words[c].dep == "aux" for c in words[child].children)
        ):
            return reach(site.sentence, child)[1]
    return -1


def _tail_end(site: Site, verb: int, after: int) -> int:
    """Read “referred to X as Y”, “lashed out at X for Y”: the next phrase goes on."""
    words = site.sentence.words
    for child in words[verb].children:
        if child > after and words[child].dep == "prep" and words[child].lower in {"as", "for", "over"}:
            if any(is_time(site.sentence, c) for c in words[child].children):
                return -1
            return reach(site.sentence, child)[1]
    return -1
