"""The published shape of the story document, as Pydantic models: what other programs may rely on.

`schema()` gives the JSON Schema. A test holds every document that the program makes against `Document`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.model.attribution import Act, Manner
from dateline.model.change import ChangeKind
from dateline.model.claim import Voice
from dateline.model.dispute import DisputeStatus
from dateline.model.figure import FigureKind, FigureRole
from dateline.model.moment import MomentType
from dateline.model.passage import PassageKind
from dateline.model.question import QuestionKind
from dateline.model.ruling import Verdict

Offset = Annotated[int, Field(ge=0, description="a code point of the article's text")]
Pair = Annotated[list[Offset], Field(min_length=2, max_length=2, description="half open: [start, end]")]
Share = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    """Every object of the document: exactly these keys."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Moment(Shape):
    """A time expression and its TIMEX3 value."""

    text: str
    article: str | None = Field(description="null where the evidence is not in a text")
    start: Offset | None
    end: Offset | None
    type: MomentType
    value: str | None = Field(description="ISO 8601 as in TimeML; null where nothing can be told")
    anchor: str | None = Field(description="the day the value was reckoned from")
    inferred: bool = Field(description="the value comes from another article")
    reason: str


class Party(Shape):
    """Who is meant."""

    name: str
    role: str | None
    mention: list[Pair]
    resolved_by: str | None


class Passage(Shape):
    """A labelled stretch; the passages of an article partition its text."""

    start: Offset
    end: Offset
    kind: PassageKind
    reason: str


class Article(Shape):
    """One article as read."""

    id: str
    path: str
    sha256: str
    text: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: Moment | None
    passages: list[Passage]
    moments: list[Moment]


class Claim(Shape):
    """Who said what."""

    id: str
    article: str
    voice: Voice
    manner: Manner
    act: Act
    speakers: list[Party]
    candidates: list[Party]
    via: list[Party] = Field(description="the link nearest to the reader last")
    to: list[Party]
    targets: list[Party]
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    text: str = Field(description="the article's text from the first to the last character of content")
    said: Moment | None
    inside: str | None = Field(description="the claim within whose content this one stands")
    confidence: Share = Field(description="measured precision of the rule that found it")
    reason: str


class Figure(Shape):
    """A number as somebody gave it."""

    id: str
    article: str
    claim: str | None
    start: Offset
    end: Offset
    text: str
    low: float | int | None
    high: float | int | None
    bound: str | None
    unit: str | None
    of: str | None
    kind: FigureKind
    state: str | None
    place: str | None
    whole: float | int | None
    role: FigureRole
    as_of: Moment | None
    reason: str


class Copy(Shape):
    """Runs of eight words or more that two articles share."""

    origin: str = Field(alias="from")
    copy_: str = Field(alias="to")
    spans: list[Annotated[list[Pair], Field(min_length=2, max_length=2)]]
    share: Share
    reason: str


class Side(Shape):
    """One account in a dispute."""

    low: float | int | None
    high: float | int | None
    figures: list[str]
    claims: list[str]
    speakers: list[str]
    origins: Annotated[int, Field(ge=0)]


class Dispute(Shape):
    """Accounts of one thing that part."""

    id: str
    about: str
    status: DisputeStatus
    sides: list[Side]
    reason: str


class Change(Shape):
    """What an article adds to the state of its story before it."""

    kind: ChangeKind
    before: str | None
    after: str | None
    reason: str


class Entry(Shape):
    """An entry of the timeline."""

    when: Moment | None
    claims: list[str]


class Question(Shape):
    """What the story leaves open, and whom to ask."""

    id: str
    kind: QuestionKind
    to: list[str]
    text: str
    rank: Annotated[int, Field(ge=1)]
    because: list[str]
    reason: str


class Versions(Shape):
    """One piece that was saved more than once."""

    articles: list[str] = Field(description="earliest first")
    reasons: list[str] = Field(description="why each follows the one before")


class History(Shape):
    """How one party's number for one thing moved."""

    about: str
    speakers: list[str] = Field(description="empty: the outlets")
    figures: list[str] = Field(description="ids, earliest article first")
    values: list[Annotated[list[float | int | None], Field(min_length=2, max_length=2)]]
    reason: str


class Ruled(Shape):
    """What a person decided; it is carried out in the story already."""

    id: str
    subject: str = Field(description="the id of what was ruled on")
    verdict: Verdict
    author: str
    at: str
    values: dict[str, str] = Field(description="the person's values, by name")
    note: str | None
    was: str | None = Field(description="what was found, in words")
    seal: str


class Story(Shape):
    """One story."""

    id: str
    title: str
    about: str | None = Field(description="a sentence of one of the articles, verbatim")
    articles: list[str]
    joined: list[str] = Field(description="why the articles are together, surest join first")
    events: list[list[str]] = Field(description="the articles by the event they tell")
    versions: list[Versions]
    origins: Annotated[int, Field(ge=0)]
    claims: list[Claim]
    figures: list[Figure]
    copies: list[Copy]
    disputes: list[Dispute]
    changes: list[Change]
    timeline: list[Entry]
    questions: list[Question]
    histories: list[History]
    rulings: list[Ruled]


class Document(Shape):
    """The story document."""

    version: Literal["dateline/1"] = Field(alias="schema")
    articles: list[Article]
    stories: list[Story]


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the story document."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Document.model_json_schema(by_alias=True)}
