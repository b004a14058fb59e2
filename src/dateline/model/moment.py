"""A time expression, normalised as far as can be told."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.reason import Reason
from dateline.model.span import Span

MomentType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A TIMEX3: its words, type and value (ISO 8601 as in TimeML, http://www.timeml.org), and what the value hangs on.

    `span` is None where the evidence stands outside the text (an option of the call, metadata, a file name). `form` is the
    value before its anchor is known, in the small language of `dateline.text.calendar` (the empty string where the words need no anchor);
    a moment can be valued again, from its form, once an anchor becomes known. `value` is None where nothing can be said. `anchor` is the
    day the value was reckoned from (ISO), `inferred` is true where that day came from another article.
    """

    span: Span | None
    text: str
    type: MomentType
    value: str | None
    form: str
    reason: Reason
    anchor: str | None = None
    inferred: bool = False
