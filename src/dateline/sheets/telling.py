"""A brief put into the order in which an editor reads it.

Nothing is decided here that the stages did not decide: what is not surely said is counted as folded, and shown when all is asked for.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from dateline.model.article import Article
from dateline.model.change import Change, ChangeKind
from dateline.model.dispute import Dispute, Side
from dateline.model.figure import COMPARED, Figure
from dateline.model.history import History
from dateline.model.issue import Issue
from dateline.model.question import Question
from dateline.model.story import Brief, Entry, Story
from dateline.sheets.dates import because, dated
from dateline.sheets.detail import LONGEST_ABOUT, LONGEST_ABOUT_STORY, LONGEST_TITLE, MOST_FIGURES, MOST_NEW, Detail
from dateline.sheets.digest import Account, Asked, Course, Digest, Hour, Loose, Parting, Piece, Turn, Unheard
from dateline.sheets.document import MOST_QUESTIONS
from dateline.sheets.evidence import Evidence, Words
from dateline.sheets.excerpt import clip, names, one_line
from dateline.sheets.rulings import ruling_line
from dateline.sheets.saying import Saying, saying
from dateline.sheets.values import bounds, figure_words, same_thing

if TYPE_CHECKING:
    from dateline.model.claim import Claim

_TOLD: tuple[ChangeKind, ...] = ("conflicting", "updated", "dropped", "new")
"""The changes that are told one by one; what was repeated or reworded is only counted."""


def digests(brief: Brief, detail: Detail) -> list[Digest]:
    """Give the digest of each story, in the order of the brief."""
    articles = {article.id: article for article in brief.articles}
    return [_Teller(story, [articles[id_] for id_ in story.articles], detail).digest() for story in brief.stories]


def unread(issues: Iterable[Issue]) -> list[Issue]:
    """Give the issues of inputs that could not be read at all."""
    return [issue for issue in issues if issue.fatal]


class _Teller:
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
        self.values = Counter((figure.low, figure.high, figure.unit) for figure in story.figures)
        self.again = self._repeats()
        self.retold: dict[str, list[str]] = {}
        for later, first in self.again.items():
            self.retold.setdefault(first, []).append(later)
        self.met: set[str] = set()
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
            hours=self._hours(),
            loose=self._loose(),
            unheard=self._unheard(),
            asked=self._asked(),
            folded={name: number for name, number in self.folded.items() if number},
            about=None if story.about in {None, story.title} else clip(one_line(story.about or ""), LONGEST_ABOUT_STORY),
            courses=tuple(self._course(row) for row in story.histories if len(set(row.values)) > 1),
            ruled=tuple(map(ruling_line, story.rulings)),
            joined=tuple(one_line(str(reason)) for reason in story.joined),
        )

    def _piece(self, article: Article) -> Piece:
        title = one_line(article.title) if article.title is not None else None
        path, published, label = one_line(article.source.path), article.published, self.evidence.labels[article.id]
        file = None if label in {path, PurePath(path).name} else PurePath(path).name
        return Piece(article.id, label, path, file, title, dated(published), because(published), self._version(article.id))

    def _course(self, row: History) -> Course:
        figures = [self.figures[id_] for id_ in row.figures]
        steps = tuple((self._value(figure), self.evidence.labels[figure.span.source]) for figure in figures)
        who = names([one_line(name) for name in row.speakers]) or "no source given"
        return Course(clip(one_line(row.about), LONGEST_ABOUT), who, steps, one_line(str(row.reason)))

    def _version(self, article: str) -> str | None:
        """Say which version of a piece an article is, where the piece was saved more than once."""
        chain = next((chain for chain in self.story.versions if article in chain.articles), None)
        return None if chain is None else f"version {chain.articles.index(article) + 1} of {len(chain.articles)}"

    def _parting(self, dispute: Dispute) -> Parting:
        accounts = tuple(self._account(side) for side in dispute.sides)
        about = one_line(dispute.about)
        if not any(side.figures for side in dispute.sides):
            who = list(dict.fromkeys(account.speakers for account in accounts))
            about = f"{names(who)}: {'accounts' if len(who) > 1 else 'two accounts'} that part"
        return Parting(dispute.id, clip(about, LONGEST_ABOUT), dispute.status, one_line(str(dispute.reason)), accounts)

    def _account(self, side: Side) -> Account:
        figures = [self.figures[id_] for id_ in side.figures if id_ in self.figures]
        lines = [(self._whose(figure), self._sentence(figure), one_line(str(figure.reason))) for figure in figures]
        told = {figure.claim for figure in figures}
        others = [self.sayings[id_] for id_ in side.claims if id_ in self.sayings and id_ not in told]
        lines += [(self._through(said), said.words, said.reason) for said in others]
        value = self._value(figures[0]) if figures else bounds(side.low, side.high)
        speakers = names([one_line(name) for name in side.speakers])
        return Account(value, speakers or "no source given", side.origins, tuple(lines))

    def _value(self, figure: Figure) -> str:
        return figure_words(figure, self.evidence.article(figure.span.source).text)

    def _whose(self, figure: Figure) -> str:
        said = self.sayings.get(figure.claim) if figure.claim is not None else None
        return "no source given" if said is None else self._through(said)

    def _through(self, said: Saying, did: str = "") -> str:
        who = " ".join(filter(None, [said.subject, did if said.who else ""]))
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
            found = [turn for turn in found if turn.kind != "new"] + new[-MOST_NEW:]  # the latest is the news
        return tuple(found)

    def _matters(self, change: Change) -> bool:
        """Show a conflict even where nobody sources one of the figures; leave out what is new from a doubtful speaker."""
        return self.detail.every or change.kind in {"conflicting", "updated"}

    def _side(self, id_: str | None) -> Saying | None:
        said = None if id_ is None else self.sayings.get(id_)
        return None if said is None else replace(said, role=None)

    def _hours(self) -> tuple[Hour, ...]:
        """Tell the entries of the timeline; what follows under the same heading goes under it."""
        found: list[Hour] = []
        for entry in self.story.timeline:
            hour = self._hour(entry)
            if hour is not None and found and (found[-1].when, found[-1].note) == (hour.when, hour.note):
                found[-1] = replace(hour, sayings=found[-1].sayings + hour.sayings)
            elif hour is not None:
                found.append(hour)
        return tuple(found)

    def _hour(self, entry: Entry) -> Hour | None:
        shown = []
        for said in (self.sayings[id_] for id_ in entry.claims if id_ in self.sayings):
            if said.id in self.again and not self.detail.every:
                continue  # told with the first of its kind
            if self.detail.every or (said.sure and not said.nested):
                shown.append(replace(said, also=self._also(said)))
            elif said.own:
                self.folded["the outlet's own"] += 1
            elif not said.sure:
                self.folded["possible"] += 1
        return Hour(dated(entry.when), self._when(entry, shown), tuple(map(self._introduced, shown))) if shown else None

    def _repeats(self) -> dict[str, str]:
        """Find what a later article repeats, as later claim to first claim: both surely said, of no other day."""
        first: dict[str, str] = {}
        for change in self.story.changes:
            before, after = self._side(change.before), self._side(change.after)
            if change.kind == "repeated" and before is not None and after is not None:
                alike = before.sure and after.sure and not before.nested and not after.nested and after.when in {None, before.when}
                if alike and after.id not in first and before.id != after.id:
                    first[after.id] = first.get(before.id, before.id)
        return first

    def _also(self, said: Saying) -> tuple[Words, ...]:
        if self.detail.every:
            return ()
        return tuple(self.sayings[later].words for later in self.retold.get(said.id, ()))

    def _when(self, entry: Entry, shown: list[Saying]) -> str | None:
        """Say how a date is known; where there is none, when the one article that tells was published."""
        if entry.when is not None:
            return because(entry.when)
        told = {said.words.span.source for said in shown}
        published = dated(self.evidence.article(told.pop()).published) if len(told) == 1 else None
        return f"article published {published}" if published is not None else None

    def _introduced(self, said: Saying) -> Saying:
        """Give the role of a speaker once, where the speaker is first met."""
        if said.role is None or said.who not in self.met:
            self.met.add(said.who)
            return said
        return replace(said, role=None)

    def _loose(self) -> tuple[Loose, ...]:
        groups: list[list[Figure]] = []
        alike: dict[tuple[object, ...], list[list[Figure]]] = {}
        for figure in self.story.figures:
            claim = self.claims.get(figure.claim) if figure.claim is not None else None
            if figure.kind in COMPARED and (claim is None or not (claim.speakers or claim.source)) and not self._headline(figure):
                near = alike.setdefault((figure.low, figure.high, figure.unit), [])
                group = next((group for group in near if same_thing(group[0], figure)), None)
                if group is None:
                    near.append([figure])
                    groups.append(near[-1])
                else:
                    group.append(figure)
        if len(groups) > MOST_FIGURES and not self.detail.every:
            self.folded["more figures without a source"] = len(groups) - MOST_FIGURES
            groups = groups[:MOST_FIGURES]
        parted = {id_ for dispute in self.story.disputes if dispute.status == "disputed" for side in dispute.sides for id_ in side.figures}
        return tuple(
            Loose(
                figures[0].id,
                self._value(figures[0]),
                tuple(self._sentence(figure) for figure in figures),
                one_line(str(figures[0].reason)),
                told=all(figure.id in parted for figure in figures),
            )
            for figures in groups
        )

    def _headline(self, figure: Figure) -> bool:
        """Tell whether a figure of a headline is told again in the story: the headline gives no source because the text will."""
        passages = self.evidence.article(figure.span.source).passages
        index = bisect_right([passage.span.start for passage in passages], figure.span.start) - 1
        if passages[index].kind not in {"title", "subtitle", "heading"}:
            return False
        return self.values[figure.low, figure.high, figure.unit] > 1

    def _sentence(self, figure: Figure) -> Words:
        return self.evidence.sentence(figure.span, f"f-{figure.id}")

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
                found.append((self._through(said, said.did), said.words))
            elif id_ in self.figures:
                figure = self.figures[id_]
                found.append((self._whose(figure), self._sentence(figure)))
            elif id_ in disputes:
                found += [(whose, words) for side in disputes[id_].sides for whose, words, _ in self._account(side).lines]
        return tuple(dict.fromkeys(found))


def _claims_of(dispute: Dispute, figures: dict[str, Figure]) -> set[str | None]:
    claims: set[str | None] = {id_ for side in dispute.sides for id_ in side.claims}
    return claims | {figures[id_].claim for side in dispute.sides for id_ in side.figures if id_ in figures}


def _order(change: Change) -> int:
    return _TOLD.index(change.kind) if change.kind in _TOLD else len(_TOLD)
