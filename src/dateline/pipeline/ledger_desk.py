"""The desk over a ledger: articles are worked on once, when they are added, and stories are laid out from what is kept.

>>> from dateline.pipeline.ledger_desk import LedgerDesk
>>> with LedgerDesk("ledger.db") as desk:  # doctest: +SKIP
...     desk.add(["examples/ferry"])
...     [story.title for story in desk.brief().stories]
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dateline.clean.article import clean
from dateline.intake.files import read as intake
from dateline.model.article import Article
from dateline.model.errors import DatelineError, UsageError
from dateline.model.identity import content_id
from dateline.model.issue import Issue
from dateline.model.marks import Marks
from dateline.model.ruling import Ruling, in_force
from dateline.model.source import Source
from dateline.model.story import Brief
from dateline.pipeline import pick
from dateline.pipeline.desk import ENGLISH, Desk
from dateline.pipeline.fingerprint import fingerprint
from dateline.pipeline.given import day_of, published
from dateline.pipeline.ruling import ruling_on, subjects
from dateline.store.grounding import ungrounded
from dateline.store.ledger import Kept, Ledger, Work, text_hash


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an `add` did, by the paths read, in the order of the inputs.

    `added` went in; `known` were in already (the same bytes); `redated` are those of the known ones that were given another date.
    `issues` are what could not be read (fatal), and what was odd.
    """

    added: tuple[str, ...]
    known: tuple[str, ...]
    redated: tuple[str, ...]
    issues: tuple[Issue, ...]


class LedgerDesk:
    """Works on a ledger file. It is made by the first `add`; everything else asks for one that is there.

    Holds the file open from the first call on: close it, or use it as a context. May be used by several threads.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._fingerprint = fingerprint()
        self._held: Ledger | None = None
        self._laid_out: tuple[str, Brief] | None = None
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            if self._held is not None:
                self._held.close()
            self._held = None

    def add(self, paths: Sequence[Path | str], dates: Mapping[str, str] | None = None) -> AddReport:
        """Read files and folders into the ledger, one article at a time: each is in as a whole, or not at all.

        `dates` gives days of publication (YYYY, YYYY-MM or YYYY-MM-DD) by path. Bytes that are in already are not worked on again.
        """
        ledger = self._ledger(create=True)
        ledger.ready()
        sources, issues = intake(paths)
        given = dates or {}
        by_hash = ledger.known()
        added: list[str] = []
        known: list[str] = []
        redated: list[str] = []
        for source in sources:
            day = day_of(source.path, given)
            if source.sha256 not in by_hash:
                work = self._work(source, day)
                if ledger.add(work, day, self._print(day)):
                    added.append(source.path)
                    issues.extend(work.article.issues)
                    continue
                by_hash = ledger.known()
            known.append(source.path)
            id_ = by_hash[source.sha256]
            if day is not None and ledger.source(id_).given != day:
                ledger.redate(id_, day)
                redated.append(source.path)
        return AddReport(tuple(added), tuple(known), tuple(redated), tuple(issues))

    def brief(self) -> Brief:
        """Lay out all stories of the ledger. Work that an older program did is done again, and kept."""
        with self._lock:
            ledger = self._ledger()
            state = ledger.state(self._fingerprint)
            if self._laid_out is None or self._laid_out[0] != state:
                works = [self._kept(ledger, kept) for kept in ledger.kept()]
                issues = [issue for work in works for issue in work.article.issues]
                marks = {work.article.id: work.marks for work in works}
                rulings = in_force(ledger.rulings())
                self._laid_out = state, _KeptDesk(marks).stories([work.article for work in works], issues, rulings)
            return self._laid_out[1]

    def story(self, name: str) -> Brief:
        """Give the brief of one story: its id, or the first digits of it.

        Raises:
            UsageError: no story is named so, or several are.
        """
        return pick.story(self.brief(), name)

    def story_of(self, article: str) -> Brief:
        """Give the brief of the story that an article (its whole id) stands in.

        Raises:
            UsageError: there is no such article.
        """
        whole = self.brief()
        for story in whole.stories:
            if article in story.articles:
                return pick.narrowed(whole, story.id)
        raise UsageError(f"the ledger has no article {article!r}")

    def article(self, name: str) -> Article:
        """Give an article: its id, the first digits of it, the path it was read from, or the name of that file.

        Raises:
            UsageError: no article is named so, or several are.
        """
        ledger = self._ledger()
        return self._kept(ledger, ledger.source(pick.article(ledger.paths(), name))).article

    def rule(self, asked: Ruling) -> Ruling:
        """Add a ruling to the log, its subject given by the first digits of its id; give it as it stands there.

        Raises:
            UsageError: nothing is named so, or it cannot be ruled on in this way.
        """
        with self._lock:
            ledger = self._ledger()
            ledger.ready()
            return ledger.rule(ruling_on(self.brief(), ledger.rulings(), asked))

    def rulings(self) -> tuple[Ruling, ...]:
        """Give the log of rulings, in order."""
        return self._ledger().rulings()

    def subjects(self) -> frozenset[str]:
        """Give the ids of everything that can be ruled on, what a ruling has taken away included."""
        brief = self.brief()
        ruled = {ruling.subject for story in brief.stories for ruling in story.rulings}
        return frozenset(ruled | {subject.id for subject in subjects(brief)})

    def verify(self) -> list[str]:
        """Hold every text against its hash, and every span of passages and marks against the text. Empty where all of it holds."""
        ledger = self._ledger()
        faults = ledger.damage()
        for id_, path in ledger.paths().items():
            faults += [f"{id_} ({path}): {fault}" for fault in _faults(ledger, id_)]
        return faults

    def _ledger(self, *, create: bool = False) -> Ledger:
        with self._lock:
            if self._held is None:
                self._held = Ledger.open(self.path, create=create)
            return self._held

    def _kept(self, ledger: Ledger, kept: Kept) -> Work:
        """Give the work on a source as it is kept; do it where it is not, and keep it if the ledger can be written."""
        found = ledger.work(kept.source, self._print(kept.given))
        if found is not None:
            return found
        work = self._work(kept.source, kept.given)
        if not ledger.read_only:
            ledger.keep(work, self._print(kept.given))
        return work

    def _work(self, source: Source, given: str | None) -> Work:
        article = clean(source, published(given))
        if article.language not in {None, ENGLISH}:
            return Work(article, Marks(article.id))
        return Work(article, Desk().marks(article))

    def _print(self, given: str | None) -> str:
        """Give what the work on an article depends on besides its source: the program, and the day given."""
        return content_id(self._fingerprint, given)


class _KeptDesk(Desk):
    """A desk that looks marks up."""

    def __init__(self, marks: Mapping[str, Marks]) -> None:
        super().__init__()
        self._kept = marks

    def marks(self, article: Article) -> Marks:
        """Give the marks that are kept."""
        return self._kept[article.id]


def _faults(ledger: Ledger, id_: str) -> Iterable[str]:
    try:
        kept = ledger.source(id_)
    except DatelineError as error:
        return [f"its row cannot be read: {error}"]
    found = []
    if text_hash(kept.source.text) != kept.text_sha256:
        found.append("its text is not the text that was read; add the file to a new ledger, and compare")
    try:
        work = ledger.work(kept.source, None)
    except DatelineError as error:
        return [*found, f"the work on it cannot be read: {error}"]
    if work is not None:
        found += ungrounded(work.article, work.marks)
    return found
