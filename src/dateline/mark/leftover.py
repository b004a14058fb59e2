"""Quotations that no cue took: they go on from the one before, or stand without a speaker, and say so."""

from bisect import bisect_left, bisect_right

from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found, Piece, Site
from dateline.mark.nearby import Nearby
from dateline.mark.nesting import holds_cue
from dateline.mark.phrases import trimmed
from dateline.mark.quoted import is_scare
from dateline.mark.quotes import Quotation, near
from dateline.mark.reading import Paragraph, Sentence
from dateline.mark.signed import said_after, said_before, signed
from dateline.mark.sources import origin_of, subject

_SAID, _SURE = 2, 3
"""Weights from which a proposal is more than a state of mind, and surely speech."""
_TOLD = frozenset({"speech.clause", "speech.participle-clause", "speech.aside"})
"""Rules of speech told without marks, which a quotation in the next paragraph may go on."""
_ENDS = frozenset(".!?…")
_WHOLE = 3
"""Characters beside a quotation in its sentences that still leave it a sentence of its own."""


def attach(founds: list[Found], quoted: list[list[Quotation]], paragraphs: list[Paragraph]) -> list[Found]:
    """Give every quotation that is a sentence of its own to the attribution beside it; else make it one without a speaker."""
    added: list[Found] = []
    index = Nearby(founds)
    for row in quoted:
        for quotation in row:
            paragraph = paragraphs[quotation.paragraph]
            if (is_scare(quotation) and not _is_sentence(quotation, paragraph)) or _taken(quotation, index) or _goes_on(quotation, quoted):
                continue
            named = signed(quotation, row, paragraphs)
            if named is not None:
                _give(named, quotation, (quotation.start, quotation.end), quoted)
                index.add(named)
                added.append(named)
                continue
            going_on = _gone_on_with(quotation, index, quoted)
            if going_on is not None:
                going_on.content = sorted({*going_on.content, Piece(quotation.paragraph, quotation.start, quotation.end)})
                index.add(going_on)
                continue
            owner, place = _owner(quotation, index, quoted, paragraphs)
            if place is None:
                continue
            if owner is None:
                owner = _announced(quotation, paragraphs) or said_after(quotation, index, paragraph)
                owner = owner or said_before(quotation, index, paragraph)
                if owner is None and is_scare(quotation):
                    continue
                owner = owner or _alone(quotation, paragraph)
                added.append(owner)
            _give(owner, quotation, place, quoted)
            index.add(owner)
    return [*founds, *added]


def _gone_on_with(quotation: Quotation, index: Nearby, quoted: list[list[Quotation]]) -> Found | None:
    """Find whose words go on in the next paragraph, where only there the speaker is named."""
    last = quotation
    while last.continues and last.paragraph + 1 < len(quoted):
        following = next((q for q in quoted[last.paragraph + 1] if q.start == 0), None)
        if following is None:
            return None
        last = following
    if last is quotation:
        return None
    for found in index.at(last.paragraph, last.start, last.end):
        if found.weight >= _SURE and any(p.paragraph == last.paragraph and p.start <= last.start < p.end for p in found.content):
            return found
    return None


def _owner(
    quotation: Quotation, index: Nearby, quoted: list[list[Quotation]], paragraphs: list[Paragraph]
) -> tuple[Found | None, tuple[int, int] | None]:
    """Give the attribution that the quotation belongs to, if any, and the place that it takes (none: it is no sentence of its own)."""
    paragraph = paragraphs[quotation.paragraph]
    beside = _same_sentence(quotation, index, paragraph)
    if beside is not None:
        return beside, (quotation.start, quotation.end)
    around = _Around(quotation, paragraph)
    place = _own_place(quotation, around, index, paragraph)
    if place is None:
        return None, None
    owner = _before(quotation, around, index) or _after(quotation, around, index)
    if owner is None and not _is_announced(quotation, paragraphs):
        owner = _paragraph_before(quotation, index, quoted, paragraphs)
    return owner, place


def _told_on(speaking: list[Found], last: Sentence) -> Found | None:
    """Find whose words, told without marks to the end of the paragraph, go on as a quotation in the next."""
    told = [found for found in speaking if found.cue is not None and found.site.sentence is last and found.rule in _TOLD]
    outer = [found for found in told if not any(holds_cue(other, found) for other in told if other is not found)]
    return outer[0] if len(outer) == 1 else None


class _Around:
    """The sentences of a quotation, the one before and the one after."""

    def __init__(self, quotation: Quotation, paragraph: Paragraph) -> None:
        rows = paragraph.sentences
        first = bisect_right(rows, quotation.start, key=lambda sentence: sentence.end)
        last = bisect_left(rows, quotation.end, key=lambda sentence: sentence.start)
        self.own = rows[first:last]
        self.before = rows[first - 1] if first > 0 else None
        self.after = rows[last] if last < len(rows) else None


def _taken(quotation: Quotation, index: Nearby) -> bool:
    return any(
        piece.paragraph == quotation.paragraph and piece.start < quotation.end and quotation.start < piece.end
        for found in index.at(quotation.paragraph, quotation.start, quotation.end)
        for piece in found.content
    )


def _goes_on(quotation: Quotation, quoted: list[list[Quotation]]) -> bool:
    """Tell whether this is the later part of a quotation over paragraphs."""
    return (
        quotation.start == 0
        and quotation.paragraph > 0
        and quoted[quotation.paragraph - 1][-1:] != []
        and quoted[quotation.paragraph - 1][-1].continues
    )


def _before(quotation: Quotation, around: _Around, index: Nearby) -> Found | None:
    """Find the attribution whose cue, or whose quotation's end, stands in the sentence just before, in the same paragraph."""
    if around.before is None:
        return None
    low, high = around.before.start, around.before.end
    for found in index.at(quotation.paragraph, low, high):
        if found.weight < _SAID or found.origin is None:
            continue
        if found.site.paragraph == quotation.paragraph and low <= found.site.sentence.start < high:
            return found
        if any(piece.paragraph == quotation.paragraph and piece.end == high for piece in found.content):
            return found
    return None


def _after(quotation: Quotation, around: _Around, index: Nearby) -> Found | None:
    """Find the attribution whose quotation begins the next sentence of the same paragraph."""
    if around.after is None:
        return None
    start = around.after.start
    for found in index.at(quotation.paragraph, start, start):
        if found.weight >= _SURE and any(piece.paragraph == quotation.paragraph and piece.start == start for piece in found.content):
            return found
    return None


def _alone(quotation: Quotation, paragraph: Paragraph) -> Found:
    number = bisect_right(paragraph.sentences, quotation.start, key=lambda sentence: sentence.end)
    site = Site(quotation.paragraph, number, paragraph.text, paragraph.sentences[number], [quotation])
    says = "a quotation beside which no speaker was found"
    return Found("speech.no-speaker", says, "statement", 1, site, -1, None, [], sourceless=True)


def _is_sentence(quotation: Quotation, paragraph: Paragraph) -> bool:
    """Tell whether a short quotation begins with a capital and ends in a mark of its own: an answer, no term."""
    words = paragraph.text[quotation.start : quotation.end].strip("\"“”„'‘’`« »")
    return words[:1].isupper() and words[-1:] in _ENDS


def _give(owner: Found, quotation: Quotation, place: tuple[int, int], quoted: list[list[Quotation]]) -> None:
    """Add the quotation to a content, with what goes on in the next paragraphs."""
    owner.content = sorted({*owner.content, Piece(quotation.paragraph, *place)})
    last = quotation
    while last.continues and last.paragraph + 1 < len(quoted):
        following = quoted[last.paragraph + 1][0] if quoted[last.paragraph + 1] else None
        if following is None or following.start != 0:
            return
        owner.content.append(Piece(following.paragraph, following.start, following.end))
        last = following


def _same_sentence(quotation: Quotation, index: Nearby, paragraph: Paragraph) -> Found | None:
    """Find whose second half the quotation is: “...,” X said in a statement, “but ...”."""
    if paragraph.text[max(0, quotation.start - 2) : quotation.start] != ", ":
        return None
    for found in index.at(quotation.paragraph, max(0, quotation.start - 1), quotation.start):
        sentence = found.site.sentence
        if found.weight < _SURE or found.cue is None or found.site.paragraph != quotation.paragraph:
            continue
        if sentence.start <= quotation.start < sentence.end and found.cue[1] <= quotation.start:
            first = [q for q in found.site.quotations if q.end <= found.cue[0]]
            held = [
                p
                for p in found.content
                if first and p.paragraph == quotation.paragraph and p.start <= first[-1].start and first[-1].end <= p.end
            ]
            if held:
                return found
    return None


def _own_place(quotation: Quotation, around: _Around, index: Nearby, paragraph: Paragraph) -> tuple[int, int] | None:
    """Give the quotation where it fills its sentences; after a quotation, the whole sentence that it begins if nobody speaks in it."""
    outside = sum(max(0, quotation.start - s.start) + max(0, s.end - quotation.end) for s in around.own)
    if outside <= _WHOLE:
        return quotation.start, quotation.end
    first, last = around.own[0].start, around.own[-1].end
    if first != quotation.start or any(
        found.site.paragraph == quotation.paragraph and first <= found.site.sentence.start < last
        for found in index.at(quotation.paragraph, first, last)
    ):
        return None
    owner = _before(quotation, around, index)
    mark = paragraph.text[quotation.start]
    if owner is None or not any(p.paragraph == quotation.paragraph and paragraph.text[p.start] == mark for p in owner.content):
        return None
    return trimmed(paragraph.text, quotation.start, last)


def _is_announced(quotation: Quotation, paragraphs: list[Paragraph]) -> bool:
    return quotation.start == 0 and quotation.paragraph > 0 and paragraphs[quotation.paragraph - 1].text.endswith(":")


def _announced(quotation: Quotation, paragraphs: list[Paragraph]) -> Found | None:
    """Make the attribution of a quotation that the paragraph before announces with a colon at its end."""
    if not _is_announced(quotation, paragraphs):
        return None
    paragraph = paragraphs[quotation.paragraph - 1]
    number = len(paragraph.sentences) - 1
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
    """Give the last cue verb of the sentence that has a subject, else its root."""
    verbs_here = [w.i for w in sentence.words if w.pos == "VERB" and subject(sentence, w.i) is not None]
    cues = [i for i in verbs_here if (cue := verbs().get(lemma_of(sentence.words[i]))) is not None and (cue.quote or cue.clause)]
    if cues:
        return cues[-1]
    return next((i for i in verbs_here if sentence.words[i].head == i), None)


def _paragraph_before(quotation: Quotation, index: Nearby, quoted: list[list[Quotation]], paragraphs: list[Paragraph]) -> Found | None:
    """Find who goes on: a quotation that fills its paragraph, after a paragraph that quotes somebody to its end."""
    before = quotation.paragraph - 1
    if quotation.start != 0 or before < 0 or len(paragraphs[quotation.paragraph].text) - quotation.end > _WHOLE:
        return None
    if not paragraphs[before].sentences:
        return None
    last = paragraphs[before].sentences[-1]
    speaking = [f for f in index.at(before, last.start, last.end) if f.weight >= _SURE and f.origin is not None]
    candidates = [f for f in speaking if any(p.paragraph == before and near(quoted[before], p.start, p.end) for p in f.content)]
    if not candidates:
        return _told_on(speaking, last)
    found = max(candidates, key=lambda f: max(p for p in f.content if p.paragraph == before))
    ends_with_quotation = any(p.paragraph == before and p.end >= last.end - 1 for p in found.content)
    ends_with_cue = found.site.paragraph == before and found.site.sentence is last
    return found if ends_with_quotation or ends_with_cue else None
