"""Disputes of figures sifted once more, each side against the others, in the words around the numbers.

Grouping asks what might be one count; here it is asked whether it surely is. A side goes where its number is none that can be compared (a
clock time, an age, a share of a year), where it tells of another time or of what might be, or where it shares too little with what the
other sides say. What has fewer than two sides left is no dispute. A wrong dispute costs more trust than a missing one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.model.reason import Reason
from dateline.text.fold import stem, stems, terms
from dateline.text.sentences import sentences
from dateline.weigh.accounts import apart
from dateline.words.loader import words
from dateline.words.places import state_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dateline.model.article import Article
    from dateline.model.claim import Claim
    from dateline.model.dispute import Dispute, Side
    from dateline.model.figure import Figure
    from dateline.model.history import History

STATED, SHARED, UNNAMED = 1, 2, 3
"""Telling words that two numbers share at least, beside what is counted: where both name one state (killed); where both say what they
count; where one does not (a sum of money)."""
SHARE, UNNAMED_SHARE = 0.2, 0.5
"""Share of the words around the one with fewer that these are at least."""
NEAR, BESIDE = 70, 40
"""Characters on either side of a number in which words speak of it: of another time or of what might be; of a part."""
AFTER, MEANT = 2, 0.6
"""Telling words after a "not" that stand in what it denies, and the share of the words of the shorter statement that both have."""

_BROKEN_BEFORE = re.compile(r"(?:\d[.,:/-] ?|\d [-–] |\b[a-z]{1,2}[-–])$", re.IGNORECASE)
_BROKEN_AFTER = re.compile(
    r"(?:[,.:] ?\d|/\d| ?[-–] ?(?:years?|months?|weeks?|days?|hours?|minutes?)\b| [ap]\.? ?m\b| \d{3})", re.IGNORECASE
)
"""A number that is a piece of something: "08:30", "100, 000", "3 p. m.", "16-year-old", a telephone number."""

_PERIODS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "time", "season", "decade", "century", "margin", "point", "page", "mile"}
    | {"inning", "game", "set", "round", "p", "m", "pm", "am", "lap", "quarter", "half", "verse", "chapter", "step", "stage", "edition"}
)
"""Heads of what is counted of which one sentence has many: without the same thing done they tell of different ones."""

_PAST = re.compile(
    r"\b(?:ago|previous(?:ly)?|earlier this year|last (?:year|month|summer|winter|spring|autumn|fall|season)|back in"
    r"|the (?:year|month) before|(?:since|in|of) (?:19|20)\d\d|(?:19|20)\d\d (?:attack|quake|earthquake|fire|flood|storm|crash)"
    r"|historic|worst|similar|another|in recent (?:years|months)|on average|prior)\b",
    re.IGNORECASE,
)
_MIGHT = re.compile(r"\b(?:if|could|might|suppose|imagine|as if|risk(?:s|ed)?|capacity|capable|seats|licen[sc]ed)\b|\?", re.IGNORECASE)
_SUBSET = re.compile(
    r"\b(?:including|among (?:them|those)|of (?:them|those|whom|these)|the other|others|another|alone|the first|the rest)\b",
    re.IGNORECASE,
)
_TRUE = frozenset({"disputes.true-number"})


@dataclass(frozen=True, slots=True)
class _Setting:
    """The sentence of a figure, and where the figure stands in it.

    `around` are the stems of its telling words without number and noun, `modifiers` those of what is counted; `numbers` and `states` are
    the numbers and countries in it; `place` is its article, passage and sentence; `broken`: the figure is a piece of a longer one.
    """

    sentence: str
    start: int
    end: int
    around: frozenset[str]
    modifiers: frozenset[str]
    numbers: frozenset[float]
    states: frozenset[str]
    place: tuple[str, int, int]
    broken: bool


def sifted(
    found: Sequence[Dispute],
    figures: Sequence[Figure],
    claims: Mapping[str, Claim],
    articles: Sequence[Article],
    origins: Callable[[Iterable[str]], int],
) -> tuple[Dispute, ...]:
    """Give the disputes that stand, those that are "not comparable" as they are; `origins` counts the origins of some articles (ids)."""
    settings = _Settings({figure.id: figure for figure in figures}, claims, {article.id: article for article in articles})
    return tuple(_counted(dispute, settings, origins) for dispute in _kept(found, settings, claims))


def _kept(found: Sequence[Dispute], settings: _Settings, claims: Mapping[str, Claim]) -> list[Dispute]:
    kept = []
    for dispute in found:
        if dispute.status == "not comparable" or dispute.reason.rule in _TRUE:
            kept.append(dispute)
        elif any(side.figures for side in dispute.sides):
            left = _standing(dispute, settings)
            kept += [left] if left is not None else []
        elif _contradicts(dispute, claims):
            kept.append(dispute)
    return kept


def _counted(dispute: Dispute, settings: _Settings, origins: Callable[[Iterable[str]], int]) -> Dispute:
    """Count the origins of each side: prints of one piece are one, and a piece put together from several adds none."""
    sides = []
    for side in dispute.sides:
        stands = [settings.figures[id_].span.source for id_ in side.figures]
        stands += [settings.claims[id_].article for id_ in side.claims if id_ in settings.claims]
        sides.append(replace(side, origins=origins(stands)))
    return replace(dispute, sides=tuple(sides))


def rows(
    found: Sequence[History], figures: Sequence[Figure], claims: Mapping[str, Claim], articles: Sequence[Article]
) -> tuple[History, ...]:
    """Give the rows of numbers of which each surely counts what the first of its row does; the others go, and rows of one with them."""
    settings = _Settings({figure.id: figure for figure in figures}, claims, {article.id: article for article in articles})
    kept = []
    for row in found:
        good = [n for n, id_ in enumerate(row.figures) if _comparable(settings.figures[id_], settings.of(id_))]
        good = [n for n in good if n == good[0] or _one_thing(row.figures[good[0]], row.figures[n], settings)]
        if len(good) > 1:
            kept.append(replace(row, figures=tuple(row.figures[n] for n in good), values=tuple(row.values[n] for n in good)))
    return tuple(kept)


class _Settings:
    """The setting of each figure, worked out when it is asked for."""

    def __init__(self, figures: Mapping[str, Figure], claims: Mapping[str, Claim], articles: Mapping[str, Article]) -> None:
        self.figures = figures
        self.claims = claims
        self._articles = articles
        self._known: dict[str, _Setting] = {}

    def of(self, id_: str) -> _Setting:
        if id_ not in self._known:
            figure = self.figures[id_]
            self._known[id_] = _setting(figure, self._articles[figure.span.source])
        return self._known[id_]

    def speakers(self, id_: str) -> frozenset[str]:
        claim = self.claims.get(self.figures[id_].claim or "")
        return frozenset(party.name for party in claim.speakers) if claim is not None else frozenset()


def _standing(dispute: Dispute, settings: _Settings) -> Dispute | None:
    named = Counter(state for side in dispute.sides for id_ in side.figures for state in settings.of(id_).states)
    here = min(named, key=lambda state: (-named[state], state), default=None)
    sides = []
    for side in dispute.sides:
        good = tuple(id_ for id_ in side.figures if _comparable(settings.figures[id_], settings.of(id_)))
        good = tuple(id_ for id_ in good if here in settings.of(id_).states or not settings.of(id_).states)
        if good:
            sides.append(replace(side, figures=good))
    whole = [side for side in sides if any(_parted(side, other, settings) for other in sides if other is not side)]
    if len(whole) < 2:  # noqa: PLR2004 - it takes two to part
        return None
    left = [_tied(side, [other for other in whole if other is not side], settings) for side in whole]
    return replace(dispute, sides=tuple(left), reason=_retold(dispute, left, settings))


def _tied(side: Side, others: Sequence[Side], settings: _Settings) -> Side:
    """Leave out of a side what is tied neither to another side nor to what of its own side is."""
    across = [id_ for id_ in side.figures if any(_one_thing(id_, there, settings) for other in others for there in other.figures)]
    figures = tuple(id_ for id_ in side.figures if id_ in across or any(_alike(id_, tied, settings) for tied in across))
    stay = {settings.figures[id_].claim for id_ in figures}
    gone = {settings.figures[id_].claim for id_ in side.figures} - stay
    claims = tuple(id_ for id_ in side.claims if id_ not in gone)
    speakers = dict.fromkeys(party.name for id_ in claims if id_ in settings.claims for party in settings.claims[id_].speakers)
    return replace(side, figures=figures, claims=claims, speakers=tuple(speakers))


def _alike(one: str, other: str, settings: _Settings) -> bool:
    """Tell whether two figures of one value speak of one thing, for which less is enough."""
    here, there = settings.of(one), settings.of(other)
    return bool((here.around & there.around) | (here.modifiers & there.modifiers))


def _retold(dispute: Dispute, sides: Sequence[Side], settings: _Settings) -> Reason:
    """Name the numbers of the sides that are left, where the reason names one that is not."""
    shown = [" ".join(settings.figures[side.figures[0]].text.split()) for side in sides[:2]]
    return Reason(dispute.reason.rule, _PAIR.sub(lambda _: f"“{shown[0]}” and “{shown[1]}”", dispute.reason.says, count=1))


def _parted(one: Side, other: Side, settings: _Settings) -> bool:
    """Tell whether a figure of the one and a figure of the other surely count one thing, and no sentence explains both."""
    pairs = [(a, b) for a in one.figures for b in other.figures]
    if any(_explained(a, b, settings) or _explained(b, a, settings) for a, b in pairs):
        return False
    return any(apart(settings.figures[a], settings.figures[b]) and _one_thing(a, b, settings) for a, b in pairs)


def _explained(whole: str, part: str, settings: _Settings) -> bool:
    """Tell whether the sentence of the one has the other number too, or numbers that the other is the sum of."""
    one, other = settings.figures[whole], settings.figures[part]
    here, there = settings.of(whole), settings.of(part)
    if one.low is None or other.low is None:
        return False
    return other.low in here.numbers - {one.low} or (one.low > other.low and one.low - other.low in there.numbers)


def _one_thing(one: str, other: str, settings: _Settings) -> bool:
    first, second, here, there = settings.figures[one], settings.figures[other], settings.of(one), settings.of(other)
    if here.place == there.place or (here.states and there.states and not here.states & there.states):
        return False
    said = settings.speakers(one), settings.speakers(other)
    if here.place[:2] == there.place[:2] and abs(here.place[2] - there.place[2]) == 1 and any(said) and not said[0] & said[1]:
        return True  # one after the other, by two: set against each other by whoever wrote it
    common = (here.around & there.around) | (here.modifiers & there.modifiers)
    state = first.state is not None and second.state is not None and stem(terms(first.state)[-1]) == stem(terms(second.state)[-1])
    named = first.of is not None and second.of is not None
    least = min(len(here.around), len(there.around))
    wanted = STATED if state else SHARED if named else UNNAMED
    return len(common) >= wanted and len(common) >= (SHARE if named else UNNAMED_SHARE) * least


def _comparable(figure: Figure, setting: _Setting) -> bool:
    if setting.broken:
        return False
    before, after = setting.sentence[: setting.start], setting.sentence[setting.end :]
    counted = terms(figure.of or "")
    if (figure.kind == "count" and not counted) or (counted and {counted[-1], stem(counted[-1])} & _PERIODS):
        return False
    near = f"{before[-NEAR:]} | {after[:NEAR]}"
    return not (_PAST.search(near) or _MIGHT.search(near) or _SUBSET.search(f"{before[-BESIDE:]} | {after[:BESIDE]}"))


def _contradicts(dispute: Dispute, claims: Mapping[str, Claim]) -> bool:
    """Tell whether statements that were found to part surely do: a charge where one is denied, one sentence with and without a "not"."""
    sides = [[claims[id_] for id_ in side.claims if id_ in claims] for side in dispute.sides]
    if dispute.reason.rule == "disputes.denied-charge":
        told = " ".join(claim.text for side in sides for claim in side if claim.act == "denial")
        return any(claim.act in _CHARGING for side in sides for claim in side) or not _CHARGE.search(told)
    if dispute.reason.rule not in _NEGATED:
        return True
    return any(_negates(one, other) or _negates(other, one) for one in sides[0] for other in sides[1])


def _negates(one: Claim, other: Claim) -> bool:
    """Tell whether the one is a sentence that says "not" of what the other, a sentence too, says: the words after it stand there."""
    if any(_STOP.search(claim.text.strip(" .”’\"'")) for claim in (one, other)):
        return False
    leave, negation = words("grammar", "function"), words("grammar", "negation")
    found, said = terms(one.text), stems(other.text, leave)
    at = [place for place, word in enumerate(found) if word in negation or word.endswith("n't")]
    if len(at) != 1 or set(terms(other.text)) & negation:
        return False
    after = [stem(word) for word in found[at[0] + 1 :] if word not in leave][:AFTER]
    rest = set(stems(one.text, leave)) - {found[at[0]]}
    return bool(after) and set(after) <= set(said) and len(rest & set(said)) >= MEANT * min(len(rest), len(set(said)))


def _setting(figure: Figure, article: Article) -> _Setting:
    number, passage = next((n, p) for n, p in enumerate(article.passages) if p.span.start <= figure.span.start < p.span.end)
    text = article.text[passage.span.start : passage.span.end]
    at = figure.span.start - passage.span.start
    parts = list(sentences(text)) or [(0, len(text))]
    index, (first, last) = next(((i, (s, e)) for i, (s, e) in enumerate(parts) if s <= at < e), (0, (0, len(text))))
    sentence = text[first:last]
    start, end = at - first, figure.span.end - passage.span.start - first
    leave = words("grammar", "function")
    own = set(stems(figure.of or "")) | set(stems(figure.text))
    around = frozenset(word for word in stems(f"{sentence[:start]} {sentence[end:]}", leave) if not word[0].isdigit()) - own - _SAYING
    numbers = {float(word.replace(",", "")) for word in _NUMBER.findall(sentence)} | {
        _WORDS[word] for word in terms(sentence) if word in _WORDS
    }
    if _AND_ONE.search(sentence):
        numbers.add(1.0)
    states = frozenset(state for state in _capitals(sentence) if state in state_names())
    modifiers = frozenset(stems(figure.of or "", leave)[:-1])
    broken = _BROKEN_BEFORE.search(text[max(0, at - 8) : at]) is not None or _BROKEN_AFTER.match(text, first + end) is not None
    return _Setting(sentence, start, end, around, modifiers, frozenset(numbers), states, (article.id, number, index), broken)


def _capitals(sentence: str) -> list[str]:
    return [match.group().casefold() for match in _NAME.finditer(sentence)]


_NAME = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_AND_ONE = re.compile(r"\band (?:\w+ly )?(?:\w+ing )?an? \w+|\ba (?:second|third|fourth|fifth)\b", re.IGNORECASE)
_WORDS = {
    word: float(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_SAYING = frozenset(
    {"said", "say", "told", "tell", "report", "accord", "add", "according", "spokesman", "spokeswoman", "official", "monday", "tuesday"}
    | {"wednesday", "thursday", "friday", "saturday", "sunday"}
)
_PAIR = re.compile(r"^“[^”]*” and “[^”]*”")
_NEGATED = frozenset({"disputes.negation", "disputes.other-word"})
_CHARGING = frozenset({"accusation", "criticism"})
_CHARGE = re.compile(r"\b(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?][\"”’']*\s")
