"""Figures: every number of the prose with its bounds, its unit, what it counts, and what kind of number it is.

In go a reading and its moments; out come `Figure`s in the order of the text. A number within a date or a clock time, a name or an
address is none. Furniture never comes here: a reading holds prose only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.mark.figure_as_of import as_of
from dateline.mark.figure_bounds import bound
from dateline.mark.figure_draft import Draft, Scene, covered, word_from
from dateline.mark.figure_inherit import inherit
from dateline.mark.figure_names import is_name, masked, phrases
from dateline.mark.figure_of import counted
from dateline.mark.figure_ranges import join
from dateline.mark.figure_roles import role
from dateline.mark.figure_rules import RULES
from dateline.mark.figure_state import place_and_state
from dateline.mark.figure_units import measure
from dateline.mark.reading import Paragraph, Reading, Sentence
from dateline.model.figure import COMPARED, Figure
from dateline.model.identity import content_id
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.text.numerals import Numeral, numerals

__all__ = ["RULES", "find"]

_OLDEST = 110
"""Years: no person's age is above it."""
_AROUND = 40
"""Characters around a number in which dates, addresses and fixed phrases are looked for: only an address is longer, and has no space."""
_BELOW = re.compile(r" ?(?:%|°|degrees|percent|per cent|C\b|F\b)")
_MOST_EARLIER = 200
"""Counts kept to look back at: an article has fewer, a table run together must not make the search quadratic."""


def find(reading: Reading, moments: tuple[Moment, ...]) -> tuple[Figure, ...]:
    """Find the figures of an article. `moments` are its time expressions: numbers inside a DATE or TIME are left out."""
    spans = sorted((m.span.start, m.span.end, str(m.type)) for m in moments if m.span is not None)
    dates = sorted(
        ((m.span.start, m.span.end, m.text, m) for m in moments if m.span is not None and m.type == "DATE"), key=lambda row: row[:2]
    )
    found: list[Figure] = []
    earlier: list[Draft] = []
    for paragraph in reading.paragraphs:
        numbers = list(numerals(paragraph.text))
        if not numbers:
            continue
        scene = Scene(paragraph, paragraph.text, [])
        scene.timed = _timed(paragraph, spans)
        _draft(scene, numbers)
        told = _dates_of(paragraph, dates)
        for other, draft in zip([None, *scene.drafts], scene.drafts, strict=False):
            inherit(scene, draft, other, earlier)
            if draft.kind == "count" and draft.of is not None and draft.role != "rate" and draft.value > 1:
                earlier = [*earlier[-_MOST_EARLIER:], draft]
            found.append(_figure(reading, scene, draft, told))
    return tuple(found)


def _dates_of(paragraph: Paragraph, dates: Sequence[tuple[int, int, str, Moment]]) -> list[tuple[int, int, Moment]]:
    """Give the dates of a paragraph with their offsets in its view."""
    passage = paragraph.passage.span
    first, last = (bisect_left(dates, edge, key=lambda row: row[0]) for edge in (passage.start, passage.end))
    return [(*paragraph.place(moment.span), moment) for *_, moment in dates[first:last] if moment.span is not None]


def _timed(paragraph: Paragraph, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Put the moments of a paragraph into the offsets of its view."""
    passage, view = paragraph.passage.span, paragraph.view
    kept = [(origin, start) for start, origin in zip(view.starts, view.raws, strict=True) if origin is not None]
    timed = []
    for first, last, kind in spans[bisect_left(spans, (passage.start, 0, "")) :]:
        if first >= passage.end:
            break
        ends = [kept[at] for raw in (first, last - 1) if (at := bisect_right(kept, (raw, len(view.text))) - 1) >= 0]
        if len(ends) == 2:  # noqa: PLR2004 - both ends stand in the view
            timed.append((ends[0][1] + first - ends[0][0], ends[1][1] + last - ends[1][0], kind))
    return timed


def _draft(scene: Scene, numbers: list[Numeral]) -> None:
    text = scene.text
    near = _near(text, numbers)
    masks = masked(text, near)
    fixed = phrases(text, near)
    drafts = []
    for number in numbers:
        if covered(masks, number.start, number.end) is not None:
            continue
        draft = _start(scene, number, fixed)
        if draft is not None:
            drafts.append(draft)
    scene.drafts = drafts
    join(scene)
    scene.drafts = [draft for draft in drafts if not draft.dropped and not is_name(scene, draft) and not _is_timed(scene, draft)]
    known = {draft.numeral.start: draft for draft in scene.drafts}
    until = 0
    for draft in scene.drafts:
        if draft.front < until and draft.unit is None and draft.kind == "count":
            draft.dropped = True
            continue
        if draft.kind in {"count", "money", "share", "measure", "idiom", "age"}:
            counted(scene, draft, known)
        if draft.kind == "count":
            until = draft.of_end
            place_and_state(scene, draft)
        if draft.kind not in {"ordinal", "idiom", "score", "age", "duration"}:
            role(scene, draft)
    scene.drafts = [draft for draft in scene.drafts if not draft.dropped]


def _near(text: str, numbers: list[Numeral]) -> list[tuple[int, int]]:
    """Give the stretches of the text that surround its numbers, so that the patterns need not be tried on the rest."""
    stretches: list[tuple[int, int]] = []
    for number in numbers:
        floor = stretches[-1][1] if stretches else 0
        start = max(floor, text.rfind(" ", floor, max(floor, number.start - _AROUND)) + 1)
        end = number.end + _AROUND
        if stretches and start <= floor:
            stretches[-1] = (stretches[-1][0], max(floor, end))
        else:
            stretches.append((start, end))
    return stretches


def _is_timed(scene: Scene, draft: Draft) -> bool:
    """Tell a number within a date or a clock time; a stretch of time stays a duration, wherever the time line puts its end."""
    end = draft.core if draft.rule == "figures.range" else draft.numeral.end
    kind = scene.moment_at(end - 1, end)
    if kind is None or draft.rule != "figures.range":
        kind = kind and scene.moment_at(draft.numeral.start, draft.numeral.end)
    return kind in {"DATE", "TIME"} and draft.kind not in {"duration", "money", "share", "measure"}


def _start(scene: Scene, number: Numeral, fixed: list[tuple[int, int]]) -> Draft | None:
    text = scene.text
    low, high = float(f"{number.low:.15g}"), float(f"{number.high:.15g}")
    draft = Draft(number, number.start, number.start, number.end, number.end, low, high)
    stretch = covered(fixed, number.start, number.end)
    if number.form == "ordinal":
        draft.kind, draft.rule, draft.says = "ordinal", "figures.ordinal", "an ordinal counts nothing, it orders"
        return draft
    if stretch is not None and stretch[0] <= number.start and number.end <= stretch[1]:
        draft.kind, draft.rule, draft.says = "idiom", "figures.idiom", "a fixed phrase"
        return draft
    _sign(text, draft)
    measure(text, draft)
    bound(text, draft)
    if text[number.start : number.end].lower() == "one" and draft.unit is None:
        return _one(scene, draft)
    if draft.kind == "count" and _is_age(scene, draft):
        draft.kind, draft.unit = "age", "year of age"
    if draft.kind == "count" and number.form == "words" and _stands_alone(scene, draft):
        draft.kind, draft.rule, draft.says = (
            "idiom",
            "figures.pronoun",
            f"“the {text[number.start : number.end]}” stands for those named before",
        )
    return draft


def _stands_alone(scene: Scene, draft: Draft) -> bool:
    """Tell "the two were seen", "the three of them", where the number is a pronoun."""
    text, start, end = scene.text, draft.numeral.start, draft.numeral.end
    if text[max(0, start - 4) : start].lower() != "the " or draft.value > 10:  # noqa: PLR2004 - "the twelve" is rare
        return False
    sentence = scene.sentence_at(start)
    if sentence is None:
        return False
    following = sentence.words[word_from(sentence, end) :][:2]
    if following and following[0].lower == "of":
        return following[1:] != [] and following[1].tag == "PRP"
    return bool(following) and following[0].tag in {"VBD", "VBP", "VBZ", "MD", ".", ",", "RB", "TO"}


def _sign(text: str, draft: Draft) -> None:
    """Read "minus 5", "-5" and "−5" as a number below nothing."""
    start = draft.numeral.start
    lead = text[max(0, start - 6) : start]
    if lead.lower().endswith(("minus ", "minus-")):
        width = 6
    elif (
        lead.endswith(("−", "-")) and not (len(lead) > 1 and (lead[-2].isalnum() or lead[-2] in ")%$€£ ")) and text[:start].strip("-−")
    ) or (lead.endswith((" −", " -")) and _BELOW.match(text, draft.core)):
        width = 1
    else:
        return
    if draft.low is None or draft.high is None:
        return
    draft.low, draft.high = -draft.high, -draft.low
    draft.start = draft.front = start - width


def _one(scene: Scene, draft: Draft) -> Draft | None:
    """Keep "one" where it counts a noun or is one of several; the pronoun is no number."""
    sentence = scene.sentence_at(draft.numeral.start)
    if sentence is None:
        return None
    index = word_from(sentence, draft.numeral.start)
    if index >= len(sentence.words):
        return None
    word = sentence.words[index]
    following = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
    if following is not None and following.lower == "of":
        draft.kind, draft.rule, draft.says = "idiom", "figures.one-of", "“one of” picks out and counts nothing"
        return draft
    if word.tag == "CD" and _before_noun(sentence, index) and not _is_the(sentence, index):
        return draft
    return None


def _before_noun(sentence: Sentence, index: int) -> bool:
    tags = [word.tag for word in sentence.words[index + 1 : index + 4]]
    return bool(tags) and (
        tags[0].startswith("NN") or (tags[0] in {"JJ", "JJR", "JJS", "VBN", "VBG"} and any(tag.startswith("NN") for tag in tags[1:]))
    )


def _is_the(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.words[index - 1].lower in {"this", "that", "which", "any", "every", "each", "no"}


def _is_age(scene: Scene, draft: Draft) -> bool:
    """Read the number between commas after a name: "Ann Doe, 34, said"."""
    text, start, end = scene.text, draft.numeral.start, draft.numeral.end
    if (
        draft.numeral.form != "digits"
        or not 1 <= draft.value <= _OLDEST
        or draft.value != int(draft.value)
        or text[start - 2 : start] != ", "
    ):
        return False
    if text[end : end + 1] not in {",", ".", ";", ")"} and not text.startswith((" and ", " who "), end):
        return False
    sentence = scene.sentence_at(start)
    if sentence is None:
        return False
    index = word_from(sentence, start)
    return (
        index > 1
        and sentence.words[index - 2].tag in {"NNP", "NNPS"}
        and not (index + 1 < len(sentence.words) and sentence.words[index + 2 : index + 3] and sentence.words[index + 2].tag == "CD")
    )


def _figure(reading: Reading, scene: Scene, draft: Draft, dates: Sequence[tuple[int, int, Moment]]) -> Figure:
    span = scene.paragraph.span(draft.start, draft.end)
    text = " ".join(span.of(reading.article.text).split())
    return Figure(
        id=content_id("figure", reading.article.source.sha256, span.start),
        span=span,
        text=text,
        low=draft.low,
        high=draft.high,
        bound=draft.bound,
        unit=draft.unit,
        of=draft.of,
        kind=draft.kind,
        reason=_reason(draft, text),
        state=draft.state,
        place=draft.place,
        whole=draft.whole,
        role=draft.role,
        as_of=as_of(scene, draft, dates) if dates and draft.kind in COMPARED else None,
        of_inherited=draft.of_inherited,
    )


def _reason(draft: Draft, text: str) -> Reason:
    if draft.rule == "figures.count" and draft.kind != "count":
        return Reason(f"figures.{draft.kind}", f"“{text}” is a number with {_KIND_SAYS[draft.kind]}")
    if draft.says:
        return Reason(draft.rule, draft.says)
    return Reason("figures.count", f"“{text}” counts “{draft.of}”" if draft.of else f"“{text}” is a number, and nothing near says of what")


_KIND_SAYS = {
    "money": "a currency",
    "share": "a percent sign or a part of a whole",
    "measure": "a unit of measure",
    "age": "years of age",
    "duration": "a unit of time",
    "idiom": "a meaning of its own",
    "ordinal": "a place in an order",
    "score": "a score",
}
