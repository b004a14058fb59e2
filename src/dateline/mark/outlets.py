"""Which parties are news outlets: by the tables of agencies and outlets, by the form of the name, by the noun."""

import re
from dataclasses import replace
from functools import cache

from dateline.model.party import Mention
from dateline.words.loader import rows
from dateline.words.loader import words as listed

_STATION = re.compile(r"[A-Z]*TV[A-Z]?\d?|TV\d+|[KW][A-Z]{2,3}-(?:TV|FM|AM)|Channel \d+|Radio \d")
_KINDS = "newspaper|broadcaster|daily|weekly|magazine|tabloid|website|channel|outlet|network|station|agency|newswire|podcast"
_KIND = re.compile(rf"(?:[^\W\d_][\w’'-]* ){{0,3}}?(?:{_KINDS}) (?=[A-ZÀ-Þ0-9])")
_ASKING = frozenset({"reporter", "correspondent", "journalist", "interviewer", "presenter", "anchor", "host"})
_OWN = re.compile(r"(?:its|his|her|their|our|my|your) ")
_SERVICES = ("News Agency", "Press Agency", "News Service", "News Network")
_EVERYWHERE = frozenset({"national", "live", "cable", "prime-time", "daytime", "talk", "satellite", "late-night", "commercial"})
"""Words beside “television” or “radio” that single out no station."""
_OF = re.compile(r" (?:of|for|in|to) ")


def is_outlet(mention: Mention) -> bool:
    """Tell whether the party is a news agency or outlet."""
    if mention.kind == "pronoun" or not mention.name:
        return False
    name = mention.name.strip("\"“”'")
    if _is_known(name, mention.text) or _STATION.fullmatch(name):
        return True
    if _possessed(mention.text, name) or _asks_for_it(name):
        return True
    if mention.kind == "nominal" or name.islower():
        return _is_outlet_noun(name) and (mention.person != "they" or mention.head == "media")
    if mention.role is not None and _is_outlet_noun(mention.role):
        return True
    return _kind_of(mention) is not None or _is_outlet_name(mention.text, name)


def _is_outlet_noun(phrase: str) -> bool:
    """Tell of “newspaper”, “state news agency”, “local television station”; not of “space agency”, “police station”."""
    parts = _OF.sub("\x00", phrase.lower()).partition("\x00")[0].split()
    if not parts:
        return False
    if parts[-1] in listed("titles", "outlet_nouns"):
        return True
    telling = {word for part in parts[:-1] for word in part.split("-")} | set(parts[:-1])
    if parts[-1] in {"television", "radio", "tv"}:
        return bool(telling - _EVERYWHERE)
    return parts[-1] in listed("titles", "outlet_half_nouns") and bool(telling & listed("titles", "of_broadcasting_alone"))


def _is_outlet_name(text: str, name: str) -> bool:
    """Tell an outlet by the first or last word of its name."""
    parts = name.lower().split()
    if len(parts) == 1 or not (name[:1].isupper() or name[:1].isdigit()) or "-".join(parts[-2:]) in listed("titles", "no_outlets"):
        return False  # a name of one word tells nothing
    if not name.rsplit(maxsplit=1)[-1][:1].isupper():
        return _is_outlet_noun(name)
    if parts[-1] in listed("titles", "outlet_endings") or name.endswith(_SERVICES):
        return True
    if parts[-1] in listed("titles", "bodies") | {"staff", "team", "workers"}:
        return False
    if parts[0] in listed("titles", "outlet_openings") and len(parts) == 2:  # noqa: PLR2004 - “Radio Norway”, “Daily Planet”
        return parts[1] not in listed("parties", "bodies")
    return parts[-1] in listed("titles", "outlet_titles") and text.lower().startswith("the ")


def _asks_for_it(name: str) -> bool:
    """Tell of “Reuters reporter”: who asks for an outlet."""
    outlet, _, calling = name.rpartition(" ")
    return calling in _ASKING and _is_known(outlet, "the")


def _possessed(text: str, name: str) -> bool:
    """Tell of “Denmark's TV2”, “the BBC's breakfast programme”."""
    owner, sign, own = re.sub("[’']s ", "\x00", name, count=1).partition("\x00")
    if sign and (_is_known(owner, "the") or _is_outlet_name(text, owner)) and own[:1].isupper() and not own.split()[-1].islower():
        return True  # “NBC's Jo Doe”: the one who asks for the outlet
    return bool(sign) and (
        _is_known(own, "the") or _STATION.fullmatch(own) is not None or (_is_known(owner, "the") and _is_outlet_noun(f"news {own}"))
    )


def _kind_of(mention: Mention) -> str | None:
    found = _KIND.match(mention.name)
    return found.group().strip() if found is not None and _is_outlet_noun(found.group()) else None


def named(mention: Mention) -> Mention:
    """Give the outlet by its name: of “public broadcaster ARD” the kind is a role.

    The name of a mention that does not begin with the kind of outlet is left as it is.
    """
    if is_platform(mention) and _OWN.match(mention.name):
        return replace(mention, name=_OWN.sub("", mention.name, count=1))
    kind = _kind_of(mention) if mention.kind != "pronoun" else None
    if kind is None:
        return mention
    return replace(mention, name=mention.name[len(kind) + 1 :], role=kind, kind="name")


def is_platform(mention: Mention) -> bool:
    """Tell whether the party is a platform on which one posts, or a page or channel there."""
    parts = mention.name.split()
    if not parts or mention.kind == "pronoun":
        return False
    names = listed("titles", "platforms")
    return "-".join(parts[:2]) in names or any(part in names for part in parts)


def _is_known(name: str, text: str = "") -> bool:
    """Tell whether the tables list the name as written; “Guardian” only where `text` has its article."""
    names = _names()
    if name.islower() and name not in _small():
        return False
    plain = name.casefold()
    return plain.removeprefix("the ") in names or (
        f"the {plain.removeprefix('the ')}" in names and f"{text} {name}".lower().startswith("the ")
    )


@cache
def _small() -> frozenset[str]:
    """Give the names that are written small: “dpa”."""
    return frozenset(name for row in (*rows("agencies"), *rows("outlets")) for name in _forms(row) if name.islower())


@cache
def _names() -> frozenset[str]:
    return frozenset(name.casefold() for row in (*rows("agencies"), *rows("outlets")) for name in _forms(row))


def _forms(row: tuple[str, ...]) -> list[str]:
    aliases = row[2].split("|") if len(row) > 2 else []  # noqa: PLR2004 - third field
    return [form.strip() for form in (row[0], *aliases) if form.strip()]
