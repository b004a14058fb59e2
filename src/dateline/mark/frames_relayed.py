"""Words passed on: “Reuters quoted X as saying ...”, “X was quoted as saying by Reuters”, “Reuters reported, citing X, that ...”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue, lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.sources import agent, is_passive, origin, subject
from dateline.words.loader import words as listed

_PASSING = frozenset({"quote", "cite"})


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:  # noqa: ARG001 - one shape for all frames
    """Propose what somebody is quoted as saying; the one who quotes is the way it came."""
    words = site.sentence.words
    if lemma_of(words[verb]) not in _PASSING:
        return
    saying = said_as(site, verb)
    if saying is None:
        return
    passive = is_passive(site.sentence, verb)
    party = subject(site.sentence, verb, passive=True) if passive else _object(site, verb)
    if party is None:
        return
    clauses = [(c, at) for at in (verb, saying) for c in words[at].children if words[c].dep == "ccomp"]
    places = [extent.stretch(site, *extent.clause(site, c, at)) for c, at in clauses]
    pieces = [Piece(site.paragraph, *place) for place in places if place]
    if not pieces:
        return
    by = agent(site.sentence, verb) or agent(site.sentence, saying) or _by(site, saying)
    relay = by if passive else subject(site.sentence, verb)
    yield Found(
        "speech.relayed",
        f"“{words[verb].text} as {words[saying].text}” passes on what its {'subject' if passive else 'object'} said",
        act_in(site, saying, pieces),
        4,
        site,
        verb,
        cue_words(site, verb),
        pieces,
        origin(site, party),
        relays=[] if relay is None else [relay],
    )


def said_as(site: Site, verb: int) -> int | None:
    """Give the verb of saying after “as” (“quoted ... as saying”)."""
    words = site.sentence.words
    for child in words[verb].children:
        if words[child].lower == "as":
            for below in words[child].children:
                if words[below].dep == "pcomp" and words[below].tag == "VBG":
                    return below
    return None


def cited(site: Site, verb: int) -> int | None:
    """Give the party named by “..., citing X,” beside a verb of saying."""
    words = site.sentence.words
    for child in words[verb].children:
        if words[child].lower in {"citing", "quoting"}:
            named = _object(site, child)
            if named is not None and (
                words[named].pos == "PROPN" or words[named].lemma in listed("titles", "titles") | listed("titles", "labels")
            ):
                return named
    return None


def after_citing(site: Site, verb: int) -> list[int]:
    """Give the clauses that the parser hung on “citing X” and that belong to the verb before it."""
    words = site.sentence.words
    passing = [c for c in words[verb].children if words[c].lower in {"citing", "quoting"}]
    return [below for c in passing for below in words[c].children if words[below].dep == "ccomp" and below > c]


def _object(site: Site, verb: int) -> int | None:
    words = site.sentence.words
    return next((c for c in words[verb].children if words[c].dep == "dobj" and words[c].pos in {"PROPN", "NOUN", "PRON"}), None)


def _by(site: Site, verb: int) -> int | None:
    words = site.sentence.words
    for child in words[verb].children:
        if words[child].lower == "by":
            return next((c for c in words[child].children if words[c].dep == "pobj"), None)
    return None
