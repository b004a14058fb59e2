"""Every named party of the prose, whether it speaks or not: runs of proper nouns, with their place in the sentence.

Enters a reading; leaves the mentions in the order of the text. Days, months and holidays are no parties, nor is a lone word that
opens a sentence and is capitalised for that alone (the tagger tells). Of a run with a title ("Secretary of State Ann Doe") the
name begins after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.mark.callings import callings
from dateline.model.party import Mention
from dateline.words.given import given_names
from dateline.words.loader import toml, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.mark.reading import Paragraph, Reading, Sentence, Word
    from dateline.model.party import Person

_PROPER = {"NNP", "NNPS"}
_INNER = {"of", "for", "and", "the", "de", "la", "le", "du", "van", "von", "der", "bin", "al", "el", "-"}
_WHERE = {"in", "at", "near", "around", "across", "outside", "inside", "throughout", "off", "into", "toward", "towards"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_DAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today",
    re.IGNORECASE,
)

LONGEST_BRIDGE = 2
"""Words between two parts of one name: "of the"."""
HEAD = 3
"""Sentences at the head of a text among which a headline without a label may stand."""
LONG_WORD, FEWEST_LONG, CAPITALS = 4, 4, 0.75
"""A headline: at least four words of four letters or more, three quarters of them with a capital."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with what its sentence tells of it.

    `sentence` is the number of its sentence in the reading; `subject`: it is the subject of a verb, `main`: it is that of the main one,
    or owns it ("Doe's reply came late"); `place`: it stands where a place does ("in X"); `headline`: in a title or a line set like one.
    `callings` are the common nouns it is called by there, with their modifiers, folded ("the former actress Ann Doe": former, actress).
    """

    mention: Mention
    sentence: int
    subject: bool
    possessive: bool
    place: bool = False
    main: bool = False
    headline: bool = False
    callings: tuple[str, ...] = ()


def find(reading: Reading) -> tuple[Named, ...]:
    """Give all named mentions of the prose."""
    found: list[Named] = []
    for number, (paragraph, sentence) in enumerate(reading.sentences):
        found.extend(_named(paragraph, sentence, number, run) for run in runs(sentence))
    return tuple(found)


def runs(sentence: Sentence) -> Iterator[list[Word]]:
    """Give the maximal runs of proper nouns of a sentence, joined over "of (the)" and name particles where a proper noun follows.

    "Red Cross and Red Crescent" are two runs: "and" joins only inside a phrase headed by a body ("Ministry of Health and Sport").
    """
    line = sentence.words
    at = 0
    while at < len(line):
        if not _is_proper(line[at]):
            at += 1
            continue
        end = at + 1
        while end < len(line):
            if _is_proper(line[end]) or (
                line[end].text[:1].isupper() and line[end].tag in {"NN", "NNS", "JJ"} and not _DAYS.fullmatch(line[end].lower)
            ):
                end += 1
                continue
            skip = _bridge(line, at, end)
            if skip == end:
                break
            end = skip
        yield line[at:end]
        at = end


def is_headline(sentence: Sentence) -> bool:
    """Tell a line set like a headline: nearly every long word has a capital, the verbs too, so that capitals tell no names."""
    long = [word for word in sentence.words if len(word.text) >= LONG_WORD and word.text.isalpha()]
    capitals = sum(word.text[0].isupper() for word in long)
    small_verb = any(word.text[0].islower() and word.tag.startswith("VB") for word in sentence.words)
    return len(long) >= FEWEST_LONG and capitals >= CAPITALS * len(long) and not small_verb


def _bridge(line: list[Word], start: int, at: int) -> int:
    """Step over "of the" and the like, if a proper noun follows and the words before it are headed by a body; else stay."""
    if line[at].tag == "POS" and at + 1 < len(line) and _is_proper(line[at + 1]) and line[at + 1].lower in words("parties", "bodies"):
        return at + 1
    step = at
    while step < len(line) and step - at < LONGEST_BRIDGE and line[step].lower in _INNER:
        step += 1
    if step == at or step >= len(line) or not _is_proper(line[step]):
        return at
    joined = [word.lower for word in line[at:step]]
    bodies = words("parties", "bodies")
    if joined[0] in {"of", "for"}:
        field = line[at - 1].lower in words("titles", "titles") and line[step].lower in words("parties", "fields")
        return step if field or any(word.lower in bodies for word in line[start:at]) else at
    if joined[0] == "and":
        has_of = any(word.lower in {"of", "for"} for word in line[start:at])
        return step if has_of and line[step].lower not in bodies and len(joined) == 1 and _is_and_of_fields(line, start, at) else at
    return step if joined[0] not in {"the", "and"} else at


def _is_and_of_fields(line: list[Word], start: int, at: int) -> bool:
    heads = {"ministry", "department", "office", "committee", "commission", "secretary", "minister", "bureau", "agency"}
    return any(word.lower in heads for word in line[start:at])


def _is_proper(word: Word) -> bool:
    return word.tag in _PROPER and word.text[:1].isupper() and not _DAYS.fullmatch(word.lower)


def _named(paragraph: Paragraph, sentence: Sentence, number: int, run: list[Word]) -> Named:
    start = _after_title(run) or _after_short_title(run) or _after_lone_field(sentence, run)
    text = paragraph.text
    name = text[run[start].start : run[-1].end]
    role = text[run[0].start : run[start - 1].end] if start else None
    head = next((word for word in run if word.head == word.i or not run[0].i <= word.head <= run[-1].i), run[-1])
    mention = Mention(
        paragraph.span(run[0].start, run[-1].end),
        text[run[0].start : run[-1].end],
        name,
        role,
        run[-1].lower,
        "name",
        _person(role) or ("they" if head.tag == "NNPS" and role is None else None),
    )
    possessive = run[-1].i + 1 < len(sentence.words) and sentence.words[run[-1].i + 1].tag == "POS"
    before = sentence.words[run[0].i - 1].lower if run[0].i else ""
    first = head
    while first.dep == "conj" and first.head != first.i:
        first = sentence.words[first.head]
    subject = first.dep in _SUBJECTS and not possessive
    verb = sentence.words[first.head]
    main = (subject and _is_root(sentence, verb)) or (
        possessive and verb.dep in _SUBJECTS and _is_root(sentence, sentence.words[verb.head])
    )
    headline = paragraph.passage.kind not in {"paragraph", "correction"} or (number < HEAD and is_headline(sentence))
    called = callings(sentence, head, run, role)
    return Named(mention, number, subject, possessive, before in _WHERE and role is None, main, headline, called)


def _is_root(sentence: Sentence, verb: Word) -> bool:
    return verb.dep == "ROOT" or (verb.dep == "conj" and sentence.words[verb.head].dep == "ROOT")


def _after_title(run: list[Word]) -> int:
    """Find where the name begins in "Deputy Prime Minister Ann Doe": after the last title and its field, if a person's name follows."""
    titles = words("titles", "titles")
    for start in range(len(run) - 1, 0, -1):
        if run[start - 1].lower in titles and run[start].lower not in titles:
            begins = _after_field(run, start)
            return begins if _looks_personal(run[begins:]) else 0
    return 0


def _after_field(run: list[Word], start: int) -> int:
    """Step over the field of an office: "Secretary | of State | Ann Doe". A given name ends it, or a word that names fields."""
    if run[start].lower not in {"of", "for"}:
        return start
    fields, given = words("parties", "fields"), given_names()
    for at in range(start + 1, len(run) - 1):
        if (run[at].lower in given and at > start + 1) or (run[at - 1].lower in fields and run[at].lower not in _INNER | fields):
            return at
    return start


def _after_short_title(run: list[Word]) -> int:
    short = len(run) > 1 and run[0].text.endswith(".") and run[0].lower.rstrip(".") in toml("parties")["short_titles"]
    return 1 if short and _looks_personal(run[1:]) else 0


def _after_lone_field(sentence: Sentence, run: list[Word]) -> int:
    """Step over the field where the office stands outside the run: "the secretary of | State Ann Doe"."""
    if run[0].i < 1 or sentence.words[run[0].i - 1].lower not in {"of", "for"}:
        return 0
    fields = words("parties", "fields")
    start = next((at for at, word in enumerate(run) if word.lower not in fields), 0)
    return start if len(run) - start > 1 and _looks_personal(run[start:]) else 0


def _looks_personal(name: list[Word]) -> bool:
    bodies = words("parties", "bodies")
    return bool(name) and not any(
        word.lower in bodies or word.lower in _INNER - {"de", "la", "van", "von", "der", "bin", "al", "el", "-"} for word in name
    )


def _person(role: str | None) -> Person | None:
    said = (role or "").lower().split()
    if any(word in words("titles", "women") for word in said):
        return "she"
    return "he" if any(word in words("titles", "men") for word in said) else None
