"""The nouns of a brief as people read it: the terminal, Markdown and the page all show this one digest, each in its own way."""

from dataclasses import dataclass

from dateline.model.change import ChangeKind
from dateline.sheets.evidence import Words
from dateline.sheets.saying import Saying


@dataclass(frozen=True, slots=True)
class Piece:
    """An article of the story: its short name, its file (None where that is the name), when it was published (None: undated).

    `because` says why that is known, where it was inferred; `version` which version it is of a piece that was saved more than once.
    """

    id: str
    label: str
    path: str
    file: str | None
    title: str | None
    published: str | None
    because: str | None
    version: str | None = None


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
    """An entry of the timeline: when (None: nothing tells), what is to be known about that, who said what."""

    when: str | None
    note: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """How a number moved: what about, whose, and what was given in which article, earliest first."""

    about: str
    who: str
    steps: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A figure that nobody sources: its words, where they stand (every article that gives it), and the rule that found it.

    `told` is true where it stands among the disputes already.
    """

    id: str
    value: str
    places: tuple[Words, ...]
    reason: str
    told: bool


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
    """One story, ready to be shown.

    `about` is a sentence of an article (None where the title says it); `joined` says why the articles are together; `ruled` tells what
    people decided, a sentence each; `courses` how numbers moved; `folded` counts, by name of what it is, what is not shown.
    """

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
    about: str | None = None
    joined: tuple[str, ...] = ()
    ruled: tuple[str, ...] = ()
    courses: tuple[Course, ...] = ()
