"""Every named party of the prose, whether it speaks or not: runs of proper nouns, with their place in the sentence.

Enters a reading; leaves the mentions in the order of the text. Days, months and holidays are no parties, nor is a lone word that
opens a sentence and is capitalised for that alone (the tagger tells).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.party import Mention
from dateline.words.loader import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.mark.reading import Paragraph, Reading, Sentence, Word
    from dateline.model.party import Person

_PROPER = {"NNP", "NNPS"}
_INNER = {"of", "for", "and", "the", "de", "la", "le", "du", "van", "von", "der", "bin", "al", "el", "-"}
_WHERE = {"in", "at", "near", "around", "across", "outside", "inside", "throughout", "off", "into", "toward", "towards"}
_DAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with what its sentence tells of it: number of the sentence in the reading, whether it is a subject, whether it stands where a place does."""

    mention: Mention
    sentence: int
    subject: bool
    possessive: bool
    place: bool = False


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


def _bridge(line: list[Word], start: int, at: int) -> int:
    """Step over "of the" and the like, if a proper noun follows and the words before it are headed by a body; else stay."""
    step = at
    while step < len(line) and step - at < 2 and line[step].lower in _INNER:
        step += 1
    if step == at or step >= len(line) or not _is_proper(line[step]):
        return at
    joined = [word.lower for word in line[at:step]]
    bodies = words("parties", "bodies")
    if joined[0] in {"of", "for"}:
        return step if any(word.lower in bodies for word in line[start:at]) else at
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
    start = _after_title(run)
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
        _person(role),
    )
    possessive = run[-1].i + 1 < len(sentence.words) and sentence.words[run[-1].i + 1].tag == "POS"
    before = sentence.words[run[0].i - 1].lower if run[0].i else ""
    return Named(mention, number, head.dep in {"nsubj", "nsubjpass"} and not possessive, possessive, before in _WHERE and role is None)


def _after_title(run: list[Word]) -> int:
    """Find where the name begins in "Deputy Prime Minister Ann Doe": after the last title, if a person's name follows."""
    titles = words("titles", "titles")
    for start in range(len(run) - 1, 0, -1):
        if run[start - 1].lower in titles and run[start].lower not in titles:
            return start if _looks_personal(run[start:]) else 0
    return 0


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
