"""Somebody who speaks, is spoken to or is spoken of: the words that name them, and who that is."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

MentionKind = Literal["name", "nominal", "pronoun"]
Person = Literal["he", "she", "it", "they"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase as it stands in the article, taken apart.

    `text` is the whole phrase with white space collapsed ("Arva's foreign minister, Ann Doe"); `name` the phrase without
    determiner, title and apposition ("Ann Doe"; of a nominal or a pronoun, the phrase without its leading article: "striking
    dockers", "she"); `role` the title or apposition ("foreign minister"), None where there is none; `head` the lower-case head
    noun or pronoun ("doe", "dockers", "she").
    `person` is the pronoun that fits, where form or title tells it ("Mrs", "she", a plural head), else None.
    """

    span: Span
    text: str
    name: str
    role: str | None
    head: str
    kind: MentionKind
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant: the fullest name in the story, the role, the words of this mention, and how the name was found.

    `resolved_by` is None where the mention itself is the fullest form, else a short sentence ("“she”: the last woman named, two
    sentences before").
    """

    name: str
    role: str | None = None
    mention: tuple[Span, ...] = ()
    resolved_by: str | None = None
