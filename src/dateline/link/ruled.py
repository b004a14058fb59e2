"""Which articles are one story, where a person has ruled on it.

Enters: groups and the rulings in force. Leaves: groups. A ruling names articles, never stories: so it holds when stories are grouped anew.
Rulings are carried out in the order of the log.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.link.stories import Group
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.model.ruling import Ruling

__all__ = ["RULES", "ruled"]

RULES = (
    Rule("ruled.merge", "A person ruled that two stories are one.", "a | b // merge a b", "a | b // merge a c"),
    Rule("ruled.split", "A person ruled that an article is no part of a story.", "a b c // split c a", "a b | c // split c a"),
)
"""Example and near-miss are stories, parted by " | ", with the ids of their articles, and after " // " the ruling."""


def ruled(groups: Sequence[Group], rulings: Iterable[Ruling], days: Mapping[str, tuple[bool, str, str]]) -> tuple[Group, ...]:
    """Merge and split groups. `days` ranks all articles from the earliest on; an article that is not there changes nothing."""
    found = list(groups)
    for ruling in rulings:
        if ruling.verdict == "merge":
            found = _merged(found, ruling, days)
        elif ruling.verdict == "split":
            found = _split(found, ruling, days)
    return tuple(sorted(found, key=lambda group: days[group.tellings[0]]))


def _merged(groups: list[Group], ruling: Ruling, days: Mapping[str, tuple[bool, str, str]]) -> list[Group]:
    homes = [group for group in groups if {ruling.subject, ruling.value("with")} & set(group.tellings)]
    if len(homes) != 2:  # noqa: PLR2004 - they are one already, or one of them is gone
        return groups
    one, other = homes
    says = f"{ruling.author} ruled that they are one story{_why(ruling)}"
    whole = Group(
        "",
        (*one.tellings, *other.tellings),
        (*one.joined, *other.joined, Reason("ruled.merge", says)),
        (*(one.events or (one.tellings,)), *(other.events or (other.tellings,))),
    )
    return [*(group for group in groups if group not in homes), _ordered(whole, days)]


def _split(groups: list[Group], ruling: Ruling, days: Mapping[str, tuple[bool, str, str]]) -> list[Group]:
    stays = ruling.value("from")
    home = next((group for group in groups if ruling.subject in group.tellings and stays in group.tellings), None)
    if home is None or stays == ruling.subject:
        return groups
    gone = {ruling.subject}
    reason = Reason("ruled.split", f"{ruling.author} ruled that {ruling.subject} is no part of the story{_why(ruling)}")
    rest = replace(
        home,
        tellings=tuple(name for name in home.tellings if name not in gone),
        joined=(*home.joined, reason),
        events=tuple(left for event in home.events if (left := tuple(name for name in event if name not in gone))),
    )
    alone = Group("", (ruling.subject,), (reason,), ((ruling.subject,),))
    return [*(group for group in groups if group is not home), _ordered(rest, days), _ordered(alone, days)]


def _ordered(group: Group, days: Mapping[str, tuple[bool, str, str]]) -> Group:
    names = tuple(sorted(group.tellings, key=lambda name: days[name]))
    events = tuple(sorted(group.events, key=lambda event: min(days[name] for name in event)))
    return replace(group, id=content_id("story", names[0]), tellings=names, events=events)


def _why(ruling: Ruling) -> str:
    return f": {ruling.note}" if ruling.note else ""
