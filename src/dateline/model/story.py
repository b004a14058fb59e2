"""A story: the articles that tell it, and all that follows from laying them side by side."""

from dataclasses import dataclass

from dateline.model.article import Article
from dateline.model.chain import Chain
from dateline.model.change import Change
from dateline.model.claim import Claim
from dateline.model.copy import Copy
from dateline.model.dispute import Dispute
from dateline.model.figure import Figure
from dateline.model.history import History
from dateline.model.issue import Issue
from dateline.model.moment import Moment
from dateline.model.question import Question
from dateline.model.reason import Reason
from dateline.model.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the timeline: when (None where nothing tells), and the ids of the claims made then, in the order told."""

    when: Moment | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story.

    `articles` are ids, earliest first as far as can be told; `id` hashes the earliest; `joined` says why they are together, surest
    join first. `about` is a sentence of one of them, verbatim (None where none has one); `events` parts the articles into the
    events that the story is made of; `versions` are the pieces that stand among them more than once; `rulings` are those in force on
    anything of it: they are carried out already; `histories` are the rows of numbers that parties gave for one thing.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    origins: int
    joined: tuple[Reason, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    copies: tuple[Copy, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    changes: tuple[Change, ...] = ()
    timeline: tuple[Entry, ...] = ()
    questions: tuple[Question, ...] = ()
    about: str | None = None
    events: tuple[tuple[str, ...], ...] = ()
    versions: tuple[Chain, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    histories: tuple[History, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """All that one run gives: the articles read, with their moments; the stories; and what was odd or unreadable."""

    articles: tuple[Article, ...]
    moments: tuple[tuple[str, tuple[Moment, ...]], ...]
    stories: tuple[Story, ...]
    issues: tuple[Issue, ...] = ()
