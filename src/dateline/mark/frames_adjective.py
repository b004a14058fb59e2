"""A state of mind as predicate: “X is confident that ...”, “is critical of ...”; and “made clear that ...”."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.cues import act_of, listed
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import reach
from dateline.mark.sources import origin_of

_PREDICATE = frozenset("be feel seem remain sound become look appear grow stay".split())  # noqa: SIM905 - words, not a list


def find(site: Site) -> Iterator[Found]:
    """Propose an attribution for every predicate of the adjective list."""
    words = site.sentence.words
    for at, word in enumerate(words):
        if word.tag not in {"JJ", "VBN", "JJR"} or word.dep not in {"acomp", "ROOT", "ccomp", "conj", "oprd", "advmod"}:
            continue
        head = word.head
        clear = word.lower == "clear" and words[head].lemma == "make"
        if not clear and (word.dep != "acomp" or words[head].lemma not in _PREDICATE):
            continue
        made = _content(site, at, head)
        source = None if made is None else origin_of(site, head)
        if made is None or source is None or (words[source.head].lower in {"it", "that", "this", "there", "what", "which"} and not clear):
            continue
        rule, first, last = made
        place = extent.stretch(site, first, extent.ends(site, first, last))
        if place is None:
            continue
        cue = (words[head].start, word.end) if head < at and at - head <= 3 else (word.start, word.end)  # noqa: PLR2004 - "is not very"
        yield Found(
            rule,
            f"“{word.text}” says what the subject holds",
            act_of(word.lower) if not clear else "statement",
            1,
            site,
            at,
            cue,
            [Piece(site.paragraph, *place)],
            source,
        )


def _content(site: Site, at: int, head: int) -> tuple[str, int, int] | None:
    words = site.sentence.words
    word = words[at]
    for child in [*word.children, *[c for c in words[head].children if c > at]]:
        if child < at:
            continue
        first, last = reach(site.sentence, child)
        if words[child].dep == "ccomp" and words[child].tag != "VBG" and word.lower in listed("adjectives", "clause"):
            return "speech.adjective-clause", extent.opening(site, first, last), last
        if (
            words[child].dep == "prep"
            and child in word.children
            and last > child
            and word.lower in listed("adjectives", "preposition")
            and words[child].lower in listed("adjectives", "prepositions")
        ):
            return "speech.adjective-preposition", child + 1, last
    return None
