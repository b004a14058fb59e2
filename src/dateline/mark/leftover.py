"""Quotations that no cue took: they go on from the one before, or stand without a speaker, and say so."""

from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import trimmed
from dateline.mark.quoted import is_scare
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Paragraph, Sentence
from dateline.mark.sources import origin_of, subject

_WHOLE = 3
"""Characters beside a quotation in its sentences that still leave it a sentence of its own."""


def attach(founds: list[Found], quoted: list[list[Quotation]], paragraphs: list[Paragraph]) -> list[Found]:
    """Give every quotation that is a sentence of its own to the attribution beside it; else make it one without a speaker."""
    added: list[Found] = []
    for row in quoted:
        for quotation in row:
            short = is_scare(quotation)
            if (short and not _is_sentence(quotation, paragraphs)) or _taken(quotation, founds) or _goes_on(quotation, quoted):
                continue
            beside = _same_sentence(quotation, founds, paragraphs)
            if beside is not None:
                _give(beside, quotation, (quotation.start, quotation.end), quoted)
                continue
            place = _own_place(quotation, founds, paragraphs)
            if place is None:
                continue
            owner = _before(quotation, founds, paragraphs) or _after(quotation, founds, paragraphs)
            announced = None if owner is not None else _announced(quotation, paragraphs)
            if announced is None and owner is None:
                owner = _paragraph_before(quotation, founds, quoted, paragraphs)
            if owner is not None:
                _give(owner, quotation, place, quoted)
            elif announced is not None or not short:
                new = announced or _alone(quotation, paragraphs)
                _give(new, quotation, place, quoted)
                added.append(new)
    return [*founds, *added]


def _taken(quotation: Quotation, founds: list[Found]) -> bool:
    return any(
        p.paragraph == quotation.paragraph and p.start < quotation.end and quotation.start < p.end for f in founds for p in f.content
    )


def _goes_on(quotation: Quotation, quoted: list[list[Quotation]]) -> bool:
    """The later part of a quotation over paragraphs."""
    return quotation.start == 0 and quotation.paragraph > 0 and any(q.continues for q in quoted[quotation.paragraph - 1])


def _before(quotation: Quotation, founds: list[Found], paragraphs: list[Paragraph]) -> Found | None:
    """The attribution of a quotation in the sentence just before, in the same paragraph."""
    sentences = paragraphs[quotation.paragraph].sentences
    before = [s for s in sentences if s.end <= quotation.start]
    if not before:
        return None
    low, high = before[-1].start, before[-1].end
    for found in founds:
        if found.weight < 2 or found.origin is None:  # noqa: PLR2004 - 2: no mere state of mind
            continue
        if found.site.paragraph == quotation.paragraph and low <= found.site.sentence.start < high:
            return found
        if any(p.paragraph == quotation.paragraph and low <= p.end - 1 < high and p.end == high for p in found.content):
            return found
    return None


def _after(quotation: Quotation, founds: list[Found], paragraphs: list[Paragraph]) -> Found | None:
    """The attribution whose quotation begins the next sentence of the same paragraph."""
    sentences = paragraphs[quotation.paragraph].sentences
    after = [s for s in sentences if s.start >= quotation.end]
    if not after:
        return None
    for found in founds:
        if found.weight >= 3 and any(p.paragraph == quotation.paragraph and p.start == after[0].start for p in found.content):  # noqa: PLR2004 - 3 is "sure"
            return found
    return None


def _alone(quotation: Quotation, paragraphs: list[Paragraph]) -> Found:
    paragraph = paragraphs[quotation.paragraph]
    number, sentence = next((i, s) for i, s in enumerate(paragraph.sentences) if s.end > quotation.start)
    site = Site(quotation.paragraph, number, paragraph.text, sentence, [quotation])
    content = [Piece(quotation.paragraph, quotation.start, quotation.end)]
    return Found(
        "speech.no-speaker", "a quotation beside which no speaker was found", "statement", 1, site, -1, None, content, sourceless=True
    )


def _is_sentence(quotation: Quotation, paragraphs: list[Paragraph]) -> bool:
    """Tell whether a short quotation begins with a capital and ends in a mark of its own: an answer, no term."""
    words = paragraphs[quotation.paragraph].text[quotation.start : quotation.end].strip("\"“”„'‘’`« »")
    return words[:1].isupper() and words[-1:] in ".!?…"


def _give(owner: Found, quotation: Quotation, place: tuple[int, int], quoted: list[list[Quotation]]) -> None:
    owner.content = sorted({*owner.content, Piece(quotation.paragraph, *place)})
    last = quotation
    while last.continues and last.paragraph + 1 < len(quoted):
        following = next((q for q in quoted[last.paragraph + 1] if q.start == 0), None)
        if following is None:
            return
        owner.content.append(Piece(following.paragraph, following.start, following.end))
        last = following


def _same_sentence(quotation: Quotation, founds: list[Found], paragraphs: list[Paragraph]) -> Found | None:
    """“...,” X said in a statement, “but ...”: the second half after a comma."""
    before = paragraphs[quotation.paragraph].text[max(0, quotation.start - 2) : quotation.start]
    if before != ", ":
        return None
    for found in founds:
        sentence = found.site.sentence
        if found.weight < 3 or found.cue is None or found.site.paragraph != quotation.paragraph:  # noqa: PLR2004 - 3 is "sure"
            continue
        if sentence.start <= quotation.start < sentence.end and found.cue[1] <= quotation.start:
            first = [q for q in found.site.quotations if q.end <= found.cue[0]]
            if first and any(
                p.start <= first[-1].start and first[-1].end <= p.end for p in found.content if p.paragraph == quotation.paragraph
            ):
                return found
    return None


def _own_place(quotation: Quotation, founds: list[Found], paragraphs: list[Paragraph]) -> tuple[int, int] | None:
    """The quotation where it fills its sentences; the whole sentence where it begins one in which nobody else speaks, after a quotation."""
    sentences = [s for s in paragraphs[quotation.paragraph].sentences if s.start < quotation.end and quotation.start < s.end]
    outside = sum(max(0, quotation.start - s.start) + max(0, s.end - quotation.end) for s in sentences)
    if outside <= _WHOLE:
        return quotation.start, quotation.end
    if sentences[0].start != quotation.start or any(
        f.site.paragraph == quotation.paragraph and s.start <= f.site.sentence.start < s.end for f in founds for s in sentences
    ):
        return None
    owner = _before(quotation, founds, paragraphs)
    if owner is None or not any(
        p.paragraph == quotation.paragraph and paragraphs[p.paragraph].text[p.start] == paragraphs[p.paragraph].text[quotation.start]
        for p in owner.content
    ):
        return None
    return trimmed(paragraphs[quotation.paragraph].text, quotation.start, sentences[-1].end)


def _announced(quotation: Quotation, paragraphs: list[Paragraph]) -> Found | None:
    """A paragraph that ends in a colon announces the quotation that begins the next one."""
    if quotation.start != 0 or quotation.paragraph == 0:
        return None
    paragraph = paragraphs[quotation.paragraph - 1]
    if not paragraph.text.endswith(":") or not paragraph.sentences:
        return None
    number = len(paragraph.sentences) - 1
    sentence = paragraph.sentences[number]
    return _of_sentence(quotation.paragraph - 1, number, paragraph)


def _of_sentence(index: int, number: int, paragraph: Paragraph) -> Found | None:
    sentence = paragraph.sentences[number]
    site = Site(index, number, paragraph.text, sentence, [])
    verb = _announcing(sentence)
    source = None if verb is None else origin_of(site, verb)
    if verb is None or source is None:
        return None
    says = f"“{sentence.words[verb].text}” announces the quotation that follows"
    return Found("speech.announced", says, "statement", 3, site, verb, cue_words(site, verb), [], source)


def _announcing(sentence: Sentence) -> int | None:
    """The last cue verb of the sentence that has a subject, else its root."""
    verbs_here = [w.i for w in sentence.words if w.pos == "VERB" and subject(sentence, w.i) is not None]
    cues = [i for i in verbs_here if (cue := verbs().get(lemma_of(sentence.words[i]))) is not None and (cue.quote or cue.clause)]
    if cues:
        return cues[-1]
    return next((i for i in verbs_here if sentence.words[i].head == i), None)


def _paragraph_before(
    quotation: Quotation, founds: list[Found], quoted: list[list[Quotation]], paragraphs: list[Paragraph]
) -> Found | None:
    """A quotation that fills its paragraph, after a paragraph that quotes somebody to its end: the same speaker goes on."""
    if quotation.start != 0 or quotation.paragraph == 0 or len(paragraphs[quotation.paragraph].text) - quotation.end > _WHOLE:
        return None
    before = quotation.paragraph - 1
    if not quoted[before] or not paragraphs[before].sentences:
        return None
    last = paragraphs[before].sentences[-1]
    candidates = [
        f
        for f in founds
        if f.weight >= 3
        and f.origin is not None
        and any(p.paragraph == before and any(q.start <= p.start < q.end for q in quoted[before]) for p in f.content)
    ]  # noqa: PLR2004 - 3 is "sure"
    if not candidates:
        return None
    found = max(candidates, key=lambda f: max(p for p in f.content if p.paragraph == before))
    ends_with_quotation = any(p.paragraph == before and p.end >= last.end - 1 for p in found.content)
    ends_with_cue = found.site.paragraph == before and found.site.sentence is last
    return found if ends_with_quotation or ends_with_cue else None
