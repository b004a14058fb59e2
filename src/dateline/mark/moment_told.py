"""What has been told so far in an article, and the value that a later expression gets from it."""

from dateline.mark.moment_scene import Draft
from dateline.mark.reading import Paragraph
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.text.calendar import bounds, day_of, value_of

_FROM_A_DAY = ("day", "on=", "back=")
"""Steps that mean nothing without the day they are told from: it is never the day of publication."""
_REPORTED = frozenset({"P6M", "P9M", "P12M"})
"""Months that are reported on beside a quarter: what is compared with them is of the year before."""
UNKNOWN = "the day of publication, which is not known"


class Told:
    """The moments of one article that later words can hang on: the last told, the last day, and the quarter under report."""

    def __init__(self, anchor: str | None, named: str = "day of publication") -> None:
        self._anchor = anchor
        self._named = UNKNOWN if anchor is None else f"{anchor} ({named})"
        self._last: Moment | None = None
        self._day: Moment | None = None
        self._quarter: Moment | None = None
        self._quarter_at = 0
        self._months_at: int | None = None

    def moment(self, paragraph: Paragraph, draft: Draft, number: int) -> Moment:
        """Value a draft of the paragraph of that number, and remember it."""
        value, form, anchor, named = self._valued(draft, number)
        made = Moment(
            span=paragraph.span(draft.start, draft.end),
            text=paragraph.text[draft.start : draft.end],
            type=draft.type,
            value=value,
            form=form,
            reason=Reason(draft.rule, draft.says.replace("{anchor}", named)),
            anchor=anchor,
        )
        self._remember(made, draft, number)
        return made

    def _valued(self, draft: Draft, number: int) -> tuple[str | None, str, str | None, str]:
        """Give value, form, anchor and the words that name the anchor."""
        if not draft.steps:
            return draft.value, "", None, ""
        if draft.steps.startswith("same="):
            year = draft.steps.removeprefix("same=")
            return year if self._months_at == number else self._same(year), "", None, ""
        base, steps = self._base(draft, number)
        if base is None and draft.told in {"day", "any"} and steps.startswith(_FROM_A_DAY):
            return value_of(steps, None), "", None, "a day that the words before do not tell"
        if base is None:
            return value_of(steps, self._anchor), steps, self._anchor, self._named
        named = f"“{base.text}”" if base.value is None else f"{base.value} (“{base.text}”)"
        if base.form:
            form = " ".join([*(step for step in base.form.split() if not step.startswith("at=")), steps])
            return value_of(form, self._anchor), form, self._anchor, named
        return value_of(steps, base.value), "", base.value, named

    def _base(self, draft: Draft, number: int) -> tuple[Moment | None, str]:
        """Give the moment that a draft hangs on (None: the day of publication) and its steps from there."""
        steps = draft.steps
        if self._months_at == number and draft.told in {"compared", "earlier", "quarter"} and steps.endswith(("back=1Y", "year-1")):
            return None, "year-1"
        if draft.told in {"compared", "earlier"} and self._quarter is not None and number - self._quarter_at <= 1:
            return self._quarter, "back=1Y"
        if draft.told == "quarter" and self._quarter is None:
            return None, {"back=1Y": "year-1", "quarter+0": "quarter-1"}.get(steps, steps)
        steps = steps.removeprefix("quarter-1 ") if draft.told == "quarter" else steps
        base = {"quarter": self._quarter, "day": self._day, "clock": self._day, "any": self._last, "earlier": self._last}
        return base.get(draft.told), steps

    def _same(self, year: str) -> str:
        """Give the quarter under report, of another year; the year where none is."""
        value = "" if self._quarter is None else self._quarter.value or ""
        return year + value[4:] if value[4:6] == "-Q" else year

    def _remember(self, moment: Moment, draft: Draft, number: int) -> None:
        if moment.type == "DURATION" and moment.value in _REPORTED and self._quarter is not None:
            self._months_at = number
        if moment.type not in {"DATE", "TIME"} or (not moment.form and bounds(moment.value) is None):
            return
        self._last = moment
        value = moment.value or ""
        if value[4:6] == "-Q":
            self._quarter_at = number
            self._months_at = None if draft.told == "" else self._months_at
            if "back=" not in moment.form and draft.told != "quarter":
                self._quarter = moment
        if day_of(value) is not None or value.startswith(("XXXX-WXX-", "XXXX-XX-XX")):
            self._day = moment
