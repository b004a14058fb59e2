"""Who said what: reading in, attributions out. The frames propose, the quotations widen, the outer wins; nothing here refuses a text."""

from dataclasses import replace

from dateline.mark import (
    frames_according,
    frames_adjective,
    frames_appearance,
    frames_beside,
    frames_clause,
    frames_colon,
    frames_headline,
    frames_idiom,
    frames_infinitive,
    frames_naming,
    frames_noun,
    frames_object,
    frames_order,
    frames_passive,
    frames_preposition,
    frames_quote,
    frames_refusal,
    frames_relayed,
    frames_turn,
    frames_view,
)
from dateline.mark.acts import acted, cannot_speak
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.finer import finer
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.leftover import attach
from dateline.mark.manner import manner_of
from dateline.mark.mention_of import mentions_of
from dateline.mark.nesting import one_per_cue, settled, unquoted
from dateline.mark.passed_on import passed_on
from dateline.mark.quoted import extend
from dateline.mark.quotes import Quotation, near, quotations
from dateline.mark.reading import Paragraph, Reading
from dateline.mark.rules_of_speech import RULES, precision_of
from dateline.mark.via import carried_on, target_mentions, via_and_to
from dateline.model.attribution import Attribution
from dateline.model.identity import content_id
from dateline.model.party import Mention
from dateline.model.reason import Reason
from dateline.model.span import Span

__all__ = ["RULES", "find"]

_VERB_FRAMES = (
    frames_clause.find,
    frames_passive.find,
    frames_quote.find,
    frames_relayed.find,
    frames_naming.find,
    frames_infinitive.find,
    frames_object.find,
    frames_preposition.find,
    frames_order.find,
)
_SITE_FRAMES = (
    frames_according.find,
    frames_noun.find,
    frames_adjective.find,
    frames_colon.find,
    frames_appearance.find,
    frames_beside.find,
    frames_headline.find,
    frames_idiom.find,
    frames_refusal.find,
    frames_view.find,
)


def find(reading: Reading) -> tuple[Attribution, ...]:
    """Find the attributions of one article, in order of the text; an inner one names the outer in `inside`."""
    paragraphs = reading.paragraphs
    quoted = quotations(paragraphs)
    founds = frames_turn.without_speakers([found for found in _proposed(paragraphs, quoted) if not cannot_speak(found)])
    founds = unquoted(founds, quoted)
    for found in founds:
        passed_on(found, paragraphs[found.site.paragraph])
        extend(found, quoted, paragraphs)
    founds = [found for found in one_per_cue(founds) if found.content]
    founds, _ = settled(founds)
    founds = attach(founds, quoted, paragraphs)
    founds, inside = settled(founds)
    return _built(reading, founds, inside, quoted)


def _proposed(paragraphs: list[Paragraph], quoted: list[list[Quotation]]) -> list[Found]:
    lexicon = verbs()
    founds: list[Found] = list(frames_turn.find(paragraphs))
    for index, paragraph in enumerate(paragraphs):
        for number, sentence in enumerate(paragraph.sentences):
            site = Site(index, number, paragraph.text, sentence, near(quoted[index], sentence.start, sentence.end))
            for word in sentence.words:
                if word.pos in {"VERB", "AUX"}:
                    cue = lexicon.get(lemma_of(word))
                    if cue is not None:
                        for frame in _VERB_FRAMES:
                            founds.extend(frame(site, word.i, cue))
            for whole in _SITE_FRAMES:
                founds.extend(whole(site))
    return founds


def _built(reading: Reading, founds: list[Found], inside: dict[int, int], quoted: list[list[Quotation]]) -> tuple[Attribution, ...]:
    paragraphs = reading.paragraphs
    for found in founds:
        acted(found)
    ids: list[str] = []
    taken: set[str] = set()
    for found in founds:
        first = _spans(paragraphs, found.content)[0].start
        start = paragraphs[found.site.paragraph].span(*found.cue).start if found.cue is not None else first
        name = content_id("claim", reading.article.source.sha256, start)
        if name in taken:
            name = content_id("claim", reading.article.source.sha256, start, first)
        taken.add(name)
        ids.append(name)
    made = []
    said_by = [_speakers(found, paragraphs) for found in founds]
    ways = [via_and_to(found, paragraphs[found.site.paragraph]) if found.cue is not None else ((), ()) for found in founds]
    for number, found in enumerate(founds):
        paragraph = paragraphs[found.site.paragraph]
        source, speakers = said_by[number]
        via, to = ways[number]
        if number in inside:
            via = carried_on(via, said_by[inside[number]][1], ways[inside[number]][0])
        rule = finer(found, quoted)
        made.append(
            Attribution(
                ids[number],
                source,
                () if found.cue is None else (paragraph.span(*found.cue),),
                _spans(paragraphs, found.content),
                manner_of(found.content, quoted, paragraphs),
                found.act,
                precision_of(rule),
                Reason(rule, found.says),
                speakers,
                via,
                to,
                target_mentions(found, paragraph),
                ids[inside[number]] if number in inside else None,
            )
        )
    return tuple(sorted(made, key=lambda a: ((a.cue or a.content)[0], a.content)))


def _spans(paragraphs: list[Paragraph], pieces: list[Piece]) -> tuple[Span, ...]:
    return tuple(sorted(paragraphs[p.paragraph].span(p.start, p.end) for p in pieces))


def _speakers(found: Found, paragraphs: list[Paragraph]) -> tuple[tuple[Span, ...], tuple[Mention, ...]]:
    origin: Origin | None = found.origin
    if origin is None:
        return (), ()
    paragraph = paragraphs[origin.paragraph]
    places = [(origin.start, origin.end), *([] if origin.pronoun is None else [origin.pronoun])]
    if found.rule == "speech.turn-nameless":
        return tuple(paragraph.span(*place) for place in places), ()
    speakers = mentions_of(paragraph, origin.sentence, origin.head, origin.without)
    if found.rule in _BY_ORDER:
        speakers = tuple(_within(mention, paragraph, origin) for mention in speakers[:1])
    if origin.also is not None:
        speakers += mentions_of(paragraph, origin.sentence, origin.also)
    return tuple(sorted(paragraph.span(*place) for place in places)), speakers


_BY_ORDER = frozenset({"speech.label-bare", "speech.signed", "speech.turn", "speech.headline"})
"""Rules that read the name by the order of words, where the grammar may hang more on it."""


def _within(mention: Mention, paragraph: Paragraph, origin: Origin) -> Mention:
    """Keep of a mention what stands in the source phrase."""
    span = paragraph.span(origin.start, origin.end)
    if span.start <= mention.span.start and mention.span.end <= span.end:
        return mention
    name = paragraph.text[origin.start : origin.end]
    return replace(mention, span=span, text=name, name=name, role=None)
