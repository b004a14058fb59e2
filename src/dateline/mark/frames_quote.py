"""A quotation beside a verb: “...,” X said; X said: “...”; and the quotations of the next sentences that go on without a cue."""

from collections.abc import Iterator

from dateline.mark.acts import act_in
from dateline.mark.cue_words import cue_words
from dateline.mark.cues import Cue
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import is_time, reach
from dateline.mark.quotes import Quotation
from dateline.mark.sources import agent, origin, origin_of, subject

_SHORT = 4
"""Words of a quotation that may be a title or a term."""
_CLOSING = "\"“”'‘’»« "
_BROKEN = frozenset(",:.?!;—–-")
_NEAR = 3
"""Characters (comma, space, colon) that may stand between the quotation and source or cue."""


def find(site: Site, verb: int, cue: Cue) -> Iterator[Found]:
    """Propose the quotations of the sentence that stand right beside the cue verb or its source."""
    if not (cue.quote or cue.clause == 2) or not site.quotations:  # noqa: PLR2004 - 2 is "sure"
        return
    words = site.sentence.words
    source = _participle(site, verb) or origin_of(site, verb) or _inverted(site, verb)
    if source is None:
        return
    beside = [q for q in site.quotations if _beside(site, q, verb, source) and not _is_term(site, q, verb)]
    if beside:
        yield Found(
            "speech.quote",
            f"“{words[verb].text}” stands beside the quotation",
            act_in(site, verb, []),
            3,
            site,
            verb,
            cue_words(site, verb),
            [Piece(site.paragraph, _begin(site, q, verb, source), q.end) for q in beside],
            source,
        )


def _is_term(site: Site, quotation: Quotation, verb: int) -> bool:
    """Tell whether a short quotation is the narrator's: it neither opens the sentence nor follows verb, comma or colon."""
    if quotation.words > _SHORT or quotation.start <= site.sentence.start:
        return False
    if quotation.end <= site.sentence.words[verb].start:
        return site.text[max(0, quotation.start - 2) : quotation.start] not in {", ", ": "}
    return site.text[max(0, quotation.start - 2) : quotation.start] not in {", ", ": "} and (
        site.text[site.sentence.words[verb].end : quotation.start].strip() != ""
    )


def _begin(site: Site, quotation: Quotation, verb: int, source: Origin) -> int:
    """Where what is said begins: “The bridge “will not hold,” X said” begins with the bridge."""
    words = site.sentence.words
    edge = words[verb].start if source.inherited or source.sentence is not site.sentence else min(words[verb].start, source.start)
    if not site.sentence.start < quotation.start < quotation.end <= edge:
        return quotation.start
    before = site.text[site.sentence.start : quotation.start]
    if before.rstrip()[-1:] in {",", ":", ".", "?", "!", ";", "—", "–", "-"} or any(
        c in _CLOSING.strip() for c in before.replace("’s", "")
    ):
        return quotation.start
    opening = next((w for w in words if w.pos != "PUNCT"), None)
    return quotation.start if opening is None or opening.tag in {"VBG", "VBN"} else site.sentence.start


def _inverted(site: Site, verb: int) -> Origin | None:
    """“...,” said X, where the parser took X for an object."""
    words = site.sentence.words
    if any(words[c].dep.startswith("nsubj") for c in words[verb].children):
        return None
    for child in words[verb].children:
        if (
            words[child].dep in {"dobj", "attr", "npadvmod"}
            and child > verb
            and not is_time(site.sentence, child)
            and site.quoted(words[child].start, words[child].end) is None
        ):
            before = [q for q in site.quotations if q.end <= words[verb].start]
            if before and words[verb].start - before[-1].end <= _NEAR:
                return origin(site, child)
    return None


def _participle(site: Site, verb: int) -> Origin | None:
    """“...!” Ann Doe, the mayor, tweeted, where the parser took the verb for a participle of the noun."""
    words = site.sentence.words
    word = words[verb]
    if (
        word.dep not in {"acl", "relcl"}
        or word.tag not in {"VBN", "VBD"}
        or agent(site.sentence, verb) is not None
        or subject(site.sentence, verb) is not None
    ):
        return None
    found = origin(site, word.head, verb)
    before = [q for q in site.quotations if q.end <= found.start]
    near = before and found.start - before[-1].end <= _NEAR
    return found if near or words[verb - 1].text == "," else None


def _beside(site: Site, quotation: Quotation, verb: int, source: Origin) -> bool:
    """Tell whether the quotation touches cue, source or their adverbials, with nothing but punctuation between."""
    words = site.sentence.words
    if quotation.end <= site.sentence.start or quotation.start >= site.sentence.end:
        return False
    start, end = cue_words(site, verb)
    edges = [(start, end)]
    if source.sentence is site.sentence and not source.inherited:
        edges.append((source.start, source.end))
    edges += [(words[a].start, words[b].end) for a, b in _adverbials(site, verb)]
    if not any(0 <= quotation.start - b <= _NEAR or 0 <= a - quotation.end <= _NEAR for a, b in edges):
        return False
    between = (
        site.text[min(quotation.end, end) : max(quotation.start, start)] if quotation.start >= end else site.text[quotation.end : start]
    )
    return ";" not in between


def _adverbials(site: Site, verb: int) -> list[tuple[int, int]]:
    """Where the verb's adverbials and addressees begin and end (indexes): what may stand between cue and quotation."""
    words = site.sentence.words
    return [reach(site.sentence, c) for c in words[verb].children if words[c].dep in {"npadvmod", "advmod", "dobj", "dative", "prep"}]
