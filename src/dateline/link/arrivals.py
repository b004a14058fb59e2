"""What a new article did to the stories: it opened one, joined one, brought several together, or made one part.

Enters: the stories before and after. Leaves: a reason for a person. Stories are grouped anew from all that is kept, and the grouping does
not see the order: so one by one gives the very stories that all at once gives. That is the rule, and there is no exception to it.
"""

from collections.abc import Iterable

from dateline.link.stories import Group
from dateline.model.reason import Reason
from dateline.model.rule import Rule

__all__ = ["RULES", "arrival"]

RULES = (
    Rule("arrivals.opens", "The new article tells a story that none before it told.", "a b // a b | new", "a b // a b new"),
    Rule("arrivals.joins", "The new article tells one story that was there.", "a b // a b new", "a b // a b | new"),
    Rule("arrivals.bridges", "The new article brings stories together that were apart.", "a | b // a b new", "a | b // a | b new"),
    Rule(
        "arrivals.parts",
        "The new article is so much more like one part of a story that the rest stays behind.",
        "a b // a | b new",
        "a b // a b new",
    ),
)
"""Example and near-miss are the stories before and after " // ", parted by " | ", with the ids of their articles; "new" is the new one."""


def arrival(before: Iterable[Group], after: Iterable[Group], new: str) -> Reason:
    """Say what the telling with the id `new`, which is in `after` only, did.

    Raises:
        ValueError: no story of `after` holds it.
    """
    home = next((group for group in after if new in group.tellings), None)
    if home is None:
        message = f"the telling {new!r} is in none of the stories"
        raise ValueError(message)
    others = set(home.tellings) - {new}
    old = [group for group in before if others & set(group.tellings)]
    why = f": {home.joined[0].says}" if home.joined else ""
    names = ", ".join(group.id for group in old)
    if not old:
        return Reason("arrivals.opens", "it is alike enough to no story so far, and opens one")
    if len(old) > 1:
        return Reason("arrivals.bridges", f"it brings the stories {names} together{why}")
    if set(old[0].tellings) - others:
        return Reason("arrivals.parts", f"it is more like a part of the story {names}, and the rest stays behind{why}")
    return Reason("arrivals.joins", f"it joins the story {names}{why}")
