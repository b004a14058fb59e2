"""A brief put into the order in which an editor reads it. The terminal, Markdown and the page all show this one digest.

Nothing is decided here that the stages did not decide: what is not surely said is counted as folded, and shown when all is asked for.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.article import Article
from dateline.model.change import Change, ChangeKind
from dateline.model.dispute import Dispute, Side
from dateline.model.figure import COMPARED, Figure
from dateline.model.issue import Issue
from dateline.model.question import Question
from dateline.model.story import Brief, Entry, Story
from dateline.sheets.dates import because, dated
from dateline.sheets.detail import MOST_FIGURES, MOST_NEW, Detail
from dateline.sheets.document import MOST_QUESTIONS
from dateline.sheets.evidence import Evidence, Words
from dateline.sheets.excerpt import clip, one_line
from dateline.sheets.saying import Saying, saying
from dateline.sheets.values import bounds, figure_words

if TYPE_CHECKING:
    from dateline.model.claim import Claim

LONGEST_TITLE = 140
"""A story without a headline takes its first sentence for a title: no longer than a long headline."""

_TOLD: tuple[ChangeKind, ...] = ("conflicting", "updated", "dropped", "new")
"""The changes that are told one by one; what was repeated or reworded is only counted."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article of the story: its short name, its file, when it was published (None: undated), why that is known, its title."""

    id: str
    label: str
    path: str
    title: str | None
    published: str | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a dispute: the value in the words of the source, whose it is, from how many origins, and the words."""

    value: str | None
    speakers: str
    origins: int
    lines: tuple[tuple[str, Words, str], ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """A dispute: what about, how the sides stand, why, and each side."""

    id: str
    about: str
    status: str
    reason: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change: its kind, what stood before, what stands after."""

    kind: ChangeKind
    before: Saying | None
    after: Saying | None
    reason: str


@dataclass(frozen=True, slots=True)
class Hour:
    """An entry of the timeline: when (None: nothing tells), why that is known where it was inferred, who said what."""

    when: str | None
    because: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """A figure that nobody sources: its words, where they stand (every article that gives it), and the rule that found it."""

    id: str
    value: str
    places: tuple[Words, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Unheard:
    """A party that is accused and has not answered, or takes part and is never quoted."""

    who: str
    how: str
    words: tuple[tuple[str, Words], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question, whom to put it to, and what it rests on."""

    id: str
    rank: int
    kind: str
    to: tuple[str, ...]
    text: str
    words: tuple[tuple[str, Words], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Digest:
    """One story. `folded` counts, by name of what it is, what is not shown."""

    id: str
    title: str
    origins: int
    pieces: tuple[Piece, ...]
    partings: tuple[Parting, ...]
    turns: tuple[Turn, ...]
    hours: tuple[Hour, ...]
    loose: tuple[Loose, ...]
    unheard: tuple[Unheard, ...]
    asked: tuple[Asked, ...]
    folded: dict[str, int]


def digests(brief: Brief, detail: Detail) -> list[Digest]:
    """Give the digest of each story, in the order of the brief."""
    articles = {article.id: article for article in brief.articles}
    return [_Digester(story, [articles[id_] for id_ in story.articles], detail).digest() for story in brief.stories]


def unread(issues: Iterable[Issue]) -> list[Issue]:
    """Give the issues of inputs that could not be read at all."""
    return [issue for issue in issues if issue.fatal]


class _Digester:
    """Holds what all parts of one story's digest look up."""

    def __init__(self, story: Story, articles: list[Article], detail: Detail) -> None:
        self.story = story
        self.articles = articles
        self.detail = detail
        self.evidence = Evidence(articles)
        self.claims: dict[str, Claim] = {claim.id: claim for claim in story.claims}
        self.figures: dict[str, Figure] = {figure.id: figure for figure in story.figures}
        self.sayings = {claim.id: saying(claim, self.evidence) for claim in story.claims}
        self.parted = [_claims_of(dispute, self.figures) for dispute in story.disputes if dispute.status == "disputed"]
        self.folded: Counter[str] = Counter()

    def digest(self) -> Digest:
        story = self.story
        disputes = sorted(story.disputes, key=lambda d: d.status != "disputed")
        shown = [d for d in disputes if self.detail.every or d.status != "not comparable"]
        self.folded["not comparable"] = len(disputes) - len(shown)
        return Digest(
            id=story.id,
            title=clip(one_line(story.title), LONGEST_TITLE) or "Untitled",
            origins=story.origins,
            pieces=tuple(self._piece(article) for article in self.articles),
            partings=tuple(self._parting(dispute) for dispute in shown),
            turns=self._turns(),
            hours=tuple(hour for entry in story.timeline if (hour := self._hour(entry)) is not None),
            loose=self._loose(),
            unheard=self._unheard(),
            asked=self._asked(),
            folded={name: number for name, number in self.folded.items() if number},
        )

    def _piece(self, article: Article) -> Piece:
        title = one_line(article.title) if article.title is not None else None
        path, published = one_line(article.source.path), article.published
        return Piece(article.id, self.evidence.labels[article.id], path, title, dated(published), because(published))

    def _parting(self, dispute: Dispute) -> Parting:
        accounts = tuple(self._account(side) for side in dispute.sides)
        return Parting(dispute.id, one_line(dispute.about), dispute.status, one_line(str(dispute.reason)), accounts)

    def _account(self, side: Side) -> Account:
        figures = [self.figures[id_] for id_ in side.figures if id_ in self.figures]
        lines = [
            (self._whose(figure), self.evidence.sentence(figure.span, f"f-{figure.id}"), one_line(str(figure.reason))) for figure in figures
        ]
        told = {figure.claim for figure in figures}
        others = [self.sayings[id_] for id_ in side.claims if id_ in self.sayings and id_ not in told]
        lines += [(self._through(said), said.words, said.reason) for said in others]
        values = list(dict.fromkeys(figure_words(figure) for figure in figures))
        value = values[0] if values else bounds(side.low, side.high)
        speakers = ", ".join(one_line(name) for name in side.speakers)
        return Account(value, speakers or "no source given", side.origins, tuple(lines))

    def _whose(self, figure: Figure) -> str:
        said = self.sayings.get(figure.claim) if figure.claim is not None else None
        return "no source given" if said is None else self._through(said)

    def _through(self, said: Saying) -> str:
        who = said.subject
        return f"{who}, via {said.via}" if said.via else who

    def _turns(self) -> tuple[Turn, ...]:
        found = []
        for change in sorted(self.story.changes, key=_order):
            before, after = self._side(change.before), self._side(change.after)
            if change.kind == "conflicting" and any({change.before, change.after} <= claims for claims in self.parted):
                continue  # told under what is disputed
            if change.kind not in _TOLD:
                self.folded[change.kind] += 1
            elif any(said is not None and not (said.sure or said.own) for said in (before, after)) and not self._matters(change):
                self.folded["possible changes"] += 1
            else:
                found.append(Turn(change.kind, before, after, one_line(str(change.reason))))
        new = [turn for turn in found if turn.kind == "new"]
        if len(new) > MOST_NEW and not self.detail.every:
            self.folded["more that is new"] = len(new) - MOST_NEW
            found = [turn for turn in found if turn.kind != "new"] + new[:MOST_NEW]
        return tuple(found)

    def _matters(self, change: Change) -> bool:
        """Show a conflict even where nobody sources one of the figures; leave out what is new from a doubtful speaker."""
        return self.detail.every or change.kind in {"conflicting", "updated"}

    def _side(self, id_: str | None) -> Saying | None:
        return None if id_ is None else self.sayings.get(id_)

    def _hour(self, entry: Entry) -> Hour | None:
        shown = []
        for said in (self.sayings[id_] for id_ in entry.claims if id_ in self.sayings):
            if self.detail.every or (said.sure and not said.nested):
                shown.append(said)
            elif said.own:
                self.folded["the outlet's own"] += 1
            elif not said.sure:
                self.folded["possible"] += 1
        return Hour(dated(entry.when), because(entry.when), tuple(shown)) if shown else None

    def _loose(self) -> tuple[Loose, ...]:
        grouped: dict[tuple[object, ...], list[Figure]] = {}
        for figure in self.story.figures:
            claim = self.claims.get(figure.claim) if figure.claim is not None else None
            if figure.kind in COMPARED and (claim is None or not claim.speakers):
                grouped.setdefault((figure.low, figure.high, figure.unit, (figure.of or "").casefold()), []).append(figure)
        found = [
            Loose(
                figures[0].id,
                figure_words(figures[0]),
                tuple(self.evidence.sentence(figure.span, f"f-{figure.id}") for figure in figures),
                one_line(str(figures[0].reason)),
            )
            for figures in grouped.values()
        ]
        if len(found) > MOST_FIGURES and not self.detail.every:
            self.folded["more figures without a source"] = len(found) - MOST_FIGURES
            found = found[:MOST_FIGURES]
        return tuple(found)

    def _unheard(self) -> tuple[Unheard, ...]:
        how = {"no-reply": "accused, no answer on record", "silent-party": "named as taking part, never quoted"}
        found: dict[tuple[str, str], Unheard] = {}
        for question in self.story.questions:
            if question.kind in how:
                key = (", ".join(one_line(name) for name in question.to), how[question.kind])
                words = self._rests_on(question)
                if key in found:
                    words = found[key].words + tuple(pair for pair in words if pair not in found[key].words)
                found[key] = Unheard(*key, words, one_line(str(question.reason)))
        return tuple(found.values())

    def _asked(self) -> tuple[Asked, ...]:
        listed = sorted(self.story.questions, key=lambda q: (q.rank, q.id))
        shown = listed if self.detail.every else listed[:MOST_QUESTIONS]
        self.folded["more questions"] = len(listed) - len(shown)
        return tuple(
            Asked(
                question.id,
                question.rank,
                question.kind,
                tuple(one_line(name) for name in question.to),
                one_line(question.text),
                self._rests_on(question),
                one_line(str(question.reason)),
            )
            for question in shown
        )

    def _rests_on(self, question: Question) -> tuple[tuple[str, Words], ...]:
        """Follow the ids of a question to the words they stand on: who, and what."""
        found: list[tuple[str, Words]] = []
        disputes = {dispute.id: dispute for dispute in self.story.disputes}
        for id_ in question.because:
            if id_ in self.sayings:
                said = self.sayings[id_]
                found.append((" ".join(filter(None, [self._through(said), said.did if said.who else ""])), said.words))
            elif id_ in self.figures:
                figure = self.figures[id_]
                found.append((self._whose(figure), self.evidence.sentence(figure.span, f"f-{figure.id}")))
            elif id_ in disputes:
                found += [(whose, words) for side in disputes[id_].sides for whose, words, _ in self._account(side).lines]
        return tuple(dict.fromkeys(found))


def _claims_of(dispute: Dispute, figures: dict[str, Figure]) -> set[str | None]:
    claims: set[str | None] = {id_ for side in dispute.sides for id_ in side.claims}
    return claims | {figures[id_].claim for side in dispute.sides for id_ in side.figures if id_ in figures}


def _order(change: Change) -> int:
    return _TOLD.index(change.kind) if change.kind in _TOLD else len(_TOLD)
