"""Who said what, as it stands in the words: source, cue and content."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.party import Mention
from dateline.model.reason import Reason
from dateline.model.span import Span

Manner = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "statement",
    "accusation",
    "denial",
    "admission",
    "estimate",
    "promise",
    "demand",
    "warning",
    "question",
    "refusal",
    "praise",
    "criticism",
    "belief",
    "intent",
    "support",
    "opposition",
]
ACTS: tuple[Act, ...] = get_args(Act)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, in the terms of the literature (Pareti 2012, "A Database of Attribution Relations"): source, cue, content.

    `source` is the whole noun phrase with title and apposition, empty for a sourceless passive; `speakers` are the parties in it, one
    mention each ("residents and the army" are two). `content` may be in parts; `manner` follows its quotation marks: direct
    (all of it quoted), mixed, indirect. `via` lists the links through which the words came, the one nearest to the reader last;
    `to` whom it was said to; `targets` whom an accusation, praise or denial is aimed at. `confidence` is the measured precision
    of the rule. `inside` is the id of the attribution within whose content this one stands. `id` hashes the source's sha256 and
    the position of the cue (of the content where there is no cue).
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    act: Act
    confidence: float
    reason: Reason
    speakers: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    to: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    inside: str | None = None
