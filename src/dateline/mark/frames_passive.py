"""Claims that name nobody, or name the source after “by”: “is expected to ...”, “was accused of ...”, “was praised by X for ...”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import noun_phrase, reach
from dateline.mark.sources import agent, is_passive, origin, subject

_LINKS = frozenset({"of", "as", "for", "over", "with", "about", "on"})

_NOT_ALONE = frozenset({"see", "view", "regard", "quote", "cite", "ask", "tell", "inform", "question"})
"""Verbs that say nothing of their subject without “as” or “of”: “was seen by two clerks”."""


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose attributions for a cue verb in the passive."""
    if not (cue.passive_infinitive or cue.passive_report) or not is_passive(site.sentence, verb):
        return
    words = site.sentence.words
    about = subject(site.sentence, verb, passive=True)
    if about is None:
        return
    by = agent(site.sentence, verb)
    if words[about].lower in {"who", "which", "that"}:
        if words[verb].dep not in {"relcl", "acl"}:
            return
        first, last = noun_phrase(site.sentence, words[verb].head, verb)
        about = words[verb].head
    else:
        first, last = noun_phrase(site.sentence, about)
    rule, says, tail = _tail(site, verb, cue, by)
    if rule is None or tail is None:
        return
    places = [extent.stretch(site, first, last), extent.stretch(site, *tail)]
    yield Found(
        rule,
        says,
        act_in(site, verb, []),
        2,
        site,
        verb,
        cue_words(site, verb),
        [Piece(site.paragraph, *place) for place in places if place],
        None if by is None else origin(site, by),
        [about] if cue.passive_report else [],
        sourceless=by is None,
    )


def _tail(site: Site, verb: int, cue: Cue, by: int | None) -> tuple[str | None, str, tuple[int, int] | None]:
    words = site.sentence.words
    if cue.passive_infinitive:
        for child in words[verb].children:
            if words[child].dep == "xcomp" and child > verb and any(words[c].lower == "to" for c in words[child].children):
                first, last = reach(site.sentence, child)
                last = extent.ends(site, first, last)
                return "speech.passive-estimate", f"“{words[verb].text} to” names no source", (first, last)
    if cue.passive_report:
        tails = [
            c
            for c in words[verb].children
            if c > verb and words[c].dep in {"prep", "oprd", "advcl"} and (words[c].lower in _LINKS or words[c].dep == "oprd")
        ]
        if tails and not (words[tails[0]].lower == "as" and any(words[c].dep == "pcomp" for c in words[tails[0]].children)):
            ends = max(reach(site.sentence, c)[1] for c in tails)
            start = min(reach(site.sentence, c)[0] for c in tails)
            return "speech.passive-report", f"“{words[verb].text}” tells what is said of its subject", (start, ends)
        if by is not None and lemma_of(words[verb]) not in _NOT_ALONE:
            return "speech.passive-report", f"“{words[verb].text} by” tells who says so of its subject", (1, 0)
    return None, "-", None
