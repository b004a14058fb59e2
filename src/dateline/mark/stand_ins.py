"""Whom a phrase with "the" or "her" stands for: "the presidency", "the former senator", "the company", "her campaign".

Asked in this order: a word for a body ("the presidency"); words of a name ("the budget office"); what somebody was called ("the
actress"); the one body spoken of just now ("the company"). A phrase that stands for nobody named is left as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mark.cast import Member, possessive
from dateline.mark.discourse import BODY_WINDOW, LEAST_BODY, MARGIN, Discourse, Meant, Place
from dateline.text.fold import terms
from dateline.words.loader import toml, words
from dateline.words.places import adjectives

if TYPE_CHECKING:
    from dateline.model.party import Mention

LONGEST_PHRASE = 5
"""Words, without the article, of a phrase that stands for somebody; a longer one tells for itself."""
OWNERS = {"his": "he", "her": "she"}
ELSE = {
    "former",
    "ex",
    "acting",
    "deputy",
    "vice",
    "new",
    "other",
    "second",
    "first",
    "third",
    "late",
    "next",
    "previous",
    "interim",
    "old",
    "young",
}
"""Modifiers that make another office of an office."""


def stands_for(discourse: Discourse, mention: Mention, place: Place) -> Meant:
    """Find the body or the person that a phrase means; else the phrase itself."""
    known = discourse.cast.of(mention.name)
    if known is not None and known.name != mention.name and known.sort == "body":
        return Meant(known.name, None, f"“{mention.name}” is {known.name}")
    plain = Meant(discourse.scene.common(mention), mention.role, None)
    first, _, rest = " ".join(mention.text.split()).partition(" ")
    if first.lower() in OWNERS and rest:
        return _owned(discourse, mention, place) or plain
    told = terms(rest)
    if first.lower() not in {"the", "this", "that"} or not told or len(told) > LONGEST_PHRASE or told[-1] != mention.head:
        return plain
    for way in (_by_word, _by_name, _by_calling, _by_kind):
        found = way(discourse, mention, place, told)
        if found is not None:
            return found
    return plain


def _owned(discourse: Discourse, mention: Mention, place: Place) -> Meant | None:
    """Name a body or a relative by its owner: "her campaign" is "Ann Doe’s campaign"."""
    first, _, own = " ".join(mention.text.split()).partition(" ")
    owner = discourse.person(OWNERS[first.lower()], replace(place, speaks=False, says=()), first)
    if owner.name is None:
        return None
    return Meant(f"{possessive(owner.name)} {own}", None, f"“{mention.text}”: {owner.why}")


def _by_word(discourse: Discourse, mention: Mention, place: Place, told: list[str]) -> Meant | None:
    """Find by one of the words that stand for a body: "the presidency" is "the office of President Ann Doe"."""
    rule = toml("parties")["stands_for"].get(mention.head)
    if rule is None or len(told) > 1:
        return None
    needed = set(rule["with"])
    fits = [
        member
        for member in discourse.cast.with_words(rule["heads"], place.start)
        if (member.count or (member.sort == "body" and member.name != member.name.lower()))
        and len(member.words) > 1
        and (not needed or needed & member.words)
        and (member.sort != "person" or not member.sure)
    ]
    return _as_body(discourse, _among(discourse, fits, mention, place))


def _as_body(discourse: Discourse, found: Meant | None) -> Meant | None:
    """Note that who is called by a word for a body is one: "he" is not meant by it from here on."""
    member = None if found is None or found.name is None else discourse.cast.of(found.name)
    if member is not None and not member.sure:
        member.sort, member.sure = "body", True
    return found


def _by_name(discourse: Discourse, mention: Mention, place: Place, told: list[str]) -> Meant | None:
    """Find by words of the name: "the budget office" is the "State Budget Office"."""
    want = set(told)
    near = discourse.cast.with_words([mention.head], place.start)
    if mention.person == "they":
        groups = {member for member in near if member.sort == "group" and want < member.words}
        found = discourse.best(discourse.weigh(place, groups.__contains__, BODY_WINDOW), mention.text)
        return found if found.name is not None else None
    return _among(discourse, [m for m in near if m.count and want < m.words and m.sort in {"body", "unknown"}], mention, place)


def _by_calling(discourse: Discourse, mention: Mention, place: Place, told: list[str]) -> Meant | None:
    """Find by what somebody was called: "the actress" is "the actress Ann Doe"."""
    head, want = mention.head, set(told)
    if not any(head in words(*named) for named in _PERSONAL):
        return None
    people = discourse.cast.called(head, place.start)
    fits = [member for member in people if want <= member.callings | member.words]
    if not fits and not _proper(mention):
        fits = [member for member in people if not want & ELSE - member.callings]
    fits = [member for member in fits if member.person is not None] or fits
    if not fits and _proper(mention) and not _elsewhere(mention):
        fits = _alone(people, told)
    if head in words("parties", "ranks") and not _proper(mention) and not _any_seen(discourse, fits, place):
        return _epithet(discourse, mention, place, []) or (_among(discourse, fits, mention, place) if len(fits) > 1 else None)
    if not fits or head in words("parties", "contenders"):
        return _epithet(discourse, mention, place, fits)
    if len(fits) == 1 and head not in words("parties", "sole") and not _in_view(discourse, fits[0], place):
        return None
    return _among(discourse, fits, mention, place)


_PERSONAL = (("titles", "titles"), ("parties", "offices"), ("parties", "callings"), ("parties", "contenders"))


def _any_seen(discourse: Discourse, fits: list[Member], place: Place) -> bool:
    """Tell whether one of them has been spoken of in the last sentences."""
    return bool(discourse.weigh(place, set(fits).__contains__))


def _elsewhere(mention: Mention) -> bool:
    """Tell whether a phrase is told apart by a country: “the Kenyan leader”."""
    return any(word.lower() in adjectives() for word in mention.text.split()[1:])


def _alone(people: list[Member], told: list[str]) -> list[Member]:
    """Give the only person of that calling, of whom no other place is told: “the Ohio senator” is the one senator named."""
    kept = [member for member in people if member.person is not None or member.sure]
    return kept if len(people) == len(kept) == 1 and told[-1] in words("parties", "ranks") else []


def _in_view(discourse: Discourse, member: Member, place: Place) -> bool:
    """Tell whether a person has been spoken of shortly before, and nobody of unknown calling far more so."""
    scores = discourse.weigh(place, lambda other: other is member or (other.sort == "person" and not other.callings))
    return member in scores and scores[member] + 2 * MARGIN >= max(scores.values())


def _epithet(discourse: Discourse, mention: Mention, place: Place, fits: list[Member]) -> Meant | None:
    """Find "the candidate", "the tycoon", where nobody else was called so: the one spoken of just now, by far."""
    head = mention.head
    if head not in words("parties", "callings") | words("parties", "contenders") | words("parties", "ranks"):
        return None
    if not fits and (_elsewhere(mention) or (head in words("parties", "ranks") and ELSE & set(terms(mention.text)))):
        return None  # “the Kenyan leader”, “the former senator” need not be the one spoken of
    person = "she" if head in words("titles", "women") else "he" if head in words("titles", "men") else None

    def may(member: Member) -> bool:
        return member.sort == "person" and member.sure and (person is None or member.person in {None, person})

    found = discourse.best(discourse.weigh(place, may, BODY_WINDOW), mention.text, least=LEAST_BODY, margin=2 * MARGIN)
    if found.name is None or (fits and found.name not in {member.name for member in fits}):
        return None
    return found


def _among(discourse: Discourse, fits: list[Member], mention: Mention, place: Place) -> Meant | None:
    """Choose the only member that fits, or the one mentioned last by far; None where none fits."""
    if not fits:
        return None
    if len(fits) == 1:
        return Meant(fits[0].name, fits[0].role, f"“{mention.text}” is {fits[0].name}, the only one named before that it fits")
    found = discourse.best(discourse.weigh(place, set(fits).__contains__), mention.text)
    if found.name is not None or found.candidates:
        return found
    return Meant(None, None, f"“{mention.text}” could be any of {len(fits)}", tuple(sorted(member.name for member in fits)))


def _by_kind(discourse: Discourse, mention: Mention, place: Place, told: list[str]) -> Meant | None:
    """Find the one body that has just spoken or been the subject: "the company"."""
    if len(told) > 1 or mention.head not in words("parties", "plain_bodies"):
        return None
    scores = discourse.weigh(place, lambda member: member.count > 0 and (not member.sure or member.sort == "body"), BODY_WINDOW)
    found = discourse.best(scores, mention.text, least=LEAST_BODY)
    return _as_body(discourse, found) if found.name is not None else None


def _proper(mention: Mention) -> bool:
    """Tell whether a phrase is told apart by a name: "the Kenyan president"."""
    return any(word[:1].isupper() for word in mention.text.split()[1:])
