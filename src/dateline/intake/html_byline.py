"""A name alone above a story: the byline of papers whose pages call everything by the name of the outlet."""

import re
from functools import cache

from dateline.words.given import given_names
from dateline.words.loader import rows

_ONE = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|de|van|von|der|den|bin|al|el|da|dos|del|[A-Z][\w’'-]+)){1,3}"
_NAMES = re.compile(rf"(?:(?:[Bb]y|BY)\s*:?\s+)?({_ONE}(?:(?: ?/ ?| and | & |, (?:and )?){_ONE}){{0,3}})")
_PARTS = re.compile(r" ?/ ?| and | & |, (?:and )?")
_ABOUT = re.compile(
    rf"({_ONE}) (?:is|has|was|covers|writes|reports|works|worked|joined|can|may|lives|teaches|leads|edits|spends|studies|contributed)\b"
)
LONGEST = 80


def names_alone(text: str) -> str | None:
    """Give the names of a block that is one or several names of persons and nothing else, None where it is anything else.

    A name begins with a listed given name, or holds a word that English does not have: "Cape Town" and "Key Points" are no persons.

    >>> names_alone("Ann Doe/Bob Roe"), names_alone("Marit Oosterhuis"), names_alone("Key Points"), names_alone("Ann said so.")
    ('Ann Doe/Bob Roe', 'Marit Oosterhuis', None, None)
    """
    flat = " ".join(text.split())
    match = _NAMES.fullmatch(flat) if len(flat) <= LONGEST else None
    if match is None:
        return None
    return match[1] if all(_is_person(name) for name in _PARTS.split(match[1])) else None


def surnames(names: str) -> list[str]:
    """List the last words of names.

    >>> surnames("Ann Doe/Bob Roe")
    ['Doe', 'Roe']
    """
    return [name.split()[-1] for name in _PARTS.split(names)]


def about_author(text: str, authors: list[str]) -> bool:
    """Tell a paragraph that begins with the name of an author of the article, and says what that person is or does.

    >>> about_author("Ann Doe is a writer in Belcora.", ["By Ann Doe and Bob Roe"]), about_author("Cy Poe is a nurse.", ["Ann Doe"])
    (True, False)
    """
    match = _ABOUT.match(text)
    return match is not None and any(match[1] in author for author in authors)


def _is_person(name: str) -> bool:
    words = [word.casefold() for word in name.split()]
    return words[0] in given_names() or any(word not in _english() for word in words if len(word) > 3)  # noqa: PLR2004 - particles and initials are short


@cache
def _english() -> frozenset[str]:
    return frozenset(word for word, _ in rows("frequencies"))
