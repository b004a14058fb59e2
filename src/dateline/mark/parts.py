"""Whom a claim speaks of: the subject of what is said, and those with whom something is said to be done.

They are the ones to ask: does the party confirm what another says of it, and what does the one who takes part say itself?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mark.mentions import runs
from dateline.mark.speakers import sentence_of, sentence_starts
from dateline.model.part import Part
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.text.fold import fold, terms
from dateline.words.loader import words
from dateline.words.places import state_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.mark.reading import Paragraph, Reading, Sentence, Word
    from dateline.model.claim import Claim

RULES = (
    Rule(
        "parts.doing",
        "the named subject of what somebody else says",
        "The mayor said the Harbour Authority had closed the pier.",
        "The mayor said she had closed the pier.",
    ),
    Rule(
        "parts.with",
        "named after “with” or “between”, of an act that takes two",
        "“We are working closely with the Coastal Rescue Society,” the mayor said.",
        "“We are working with great care,” the mayor said.",
    ),
    Rule(
        "parts.takes-part",
        "of whom the outlet says that they take part",
        "The Association of Lake Towns, which is taking part in the inquiry, has not spoken.",
        "The Association of Lake Towns, which is taking its time, has not spoken.",
    ),
)

_MODALS = frozenset({"should", "must", "ought", "would", "could", "may", "might", "can", "cannot", "let"})
"""What one should or could do is no doing."""

_JOINED = {",", "and", "or", "[", "]", "the", "both", "well", "as", "&"}


def find(reading: Reading, claims: Sequence[Claim]) -> tuple[Part, ...]:
    """Give the parts of all claims of sources, in the order of the text."""
    starts = sentence_starts(reading)
    found: list[Part] = []
    for claim in claims:
        if claim.voice != "source":
            continue
        for span in claim.content:
            first = sentence_of(starts, span.start)
            for number in range(first, len(starts)):
                paragraph, sentence = reading.sentences[number]
                if starts[number] >= span.end:
                    break
                start, end = paragraph.place(span)
                inside = [word for word in sentence.words if start <= word.start and word.end <= end]
                found.extend(_doing(claim, paragraph, sentence, inside))
                found.extend(_with(claim, paragraph, sentence, inside))
    taken = [span for claim in claims for span in (*claim.content, *claim.source)]
    for paragraph, sentence in reading.sentences:
        found.extend(part for part in _participants(reading, paragraph, sentence) if not any(part.span.overlaps(span) for span in taken))
    return tuple(dict.fromkeys(found))


def _participants(reading: Reading, paragraph: Paragraph, sentence: Sentence) -> Iterator[Part]:
    """Those of whom the outlet itself says that they take part: subjects of "take part in", "mediate" and the like."""
    line = sentence.words
    for run in runs(sentence):
        head = next((word for word in run if not run[0].i <= word.head <= run[-1].i or word.head == word.i), run[-1])
        acts = [line[head.head]] if head.dep == "nsubj" else []
        acts += [line[child] for child in head.children if line[child].dep == "relcl"]
        shared = next((verb for verb in acts if _takes_part(sentence, verb)), None)
        name = paragraph.text[run[0].start : run[-1].end]
        if shared is not None and not _place(name):
            yield Part(
                None,
                reading.article.id,
                name,
                paragraph.span(run[0].start, run[-1].end),
                "taking part",
                Reason("parts.takes-part", f"“{name}” is the subject of “{shared.text}”"),
                paragraph.span(sentence.start, sentence.end),
            )


def _takes_part(sentence: Sentence, verb: Word) -> bool:
    if verb.lemma in {"participate", "mediate", "co-host", "cooperate", "co-operate", "collaborate"}:
        return True
    return verb.lemma == "take" and any(child.lower == "part" for child in sentence.children(verb.i, "dobj"))


def _doing(claim: Claim, paragraph: Paragraph, sentence: Sentence, inside: Sequence[Word]) -> Iterator[Part]:
    own = {word.i for word in inside}
    for word in inside:
        if word.dep != "nsubj" or word.tag in {"PRP", "DT", "EX", "WP", "WDT"}:
            continue
        verb = sentence.words[word.head]
        if not _is_doing(sentence, verb):
            continue
        if verb.i not in own or any(up.i in own for up in sentence.ancestors(verb.i)):
            continue
        phrase = [i for i in sentence.subtree(word.i) if i in own and not _below_clause(sentence, i, word.i)]
        named = [sentence.words[i] for i in phrase if sentence.words[i].text[:1].isupper() and sentence.words[i].pos in {"PROPN", "ADJ"}]
        if not named or word.pos not in {"NOUN", "PROPN"} or (word.pos == "NOUN" and not _acts(word)):
            continue
        start, end = sentence.words[phrase[0]].start, sentence.words[phrase[-1]].end
        name = _bare(paragraph.text[start:end])
        if sentence.words[phrase[0]].pos == "NOUN" and name == paragraph.text[start:end]:
            name = name[:1].lower() + name[1:]
        yield Part(
            claim.id,
            claim.article,
            name,
            paragraph.span(start, end),
            "doing",
            Reason("parts.doing", f"“{name}” is the subject of what another says"),
            paragraph.span(sentence.start, sentence.end),
        )


def _is_doing(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the verb is something one does and can answer for: no being and suffering, save being in talks and the like."""
    if verb.lemma == "be":
        below = [sentence.words[i] for child in sentence.children(verb.i, "prep") for i in child.children]
        return any(word.lemma in words("parties", "joint") for word in below)
    wished = any(child.lower in _MODALS for child in sentence.children(verb.i, "aux"))
    return verb.lemma not in words("parties", "suffered") and not wished


def _acts(word: Word) -> bool:
    """Tell whether a common noun can act in public: a body, or people."""
    return word.lower in words("parties", "bodies") or word.lower in words("parties", "people") or word.lemma in words("titles", "titles")


def _below_clause(sentence: Sentence, i: int, top: int) -> bool:
    """Tell whether word `i` stands in a clause below `top` ("the forces that entered the town")."""
    while i != top:
        if sentence.words[i].dep in {"relcl", "acl", "advcl", "ccomp", "appos"}:
            return True
        i = sentence.words[i].head
    return False


def _bare(phrase: str) -> str:
    found = phrase.split(" ")
    return " ".join(found[1:]) if len(found) > 1 and found[0].lower() in {"the", "a", "an"} else phrase


def _with(claim: Claim, paragraph: Paragraph, sentence: Sentence, inside: Sequence[Word]) -> Iterator[Part]:
    if not inside:
        return
    joint = words("parties", "joint")
    low, high = inside[0].i, inside[-1].i
    named = {run[0].i: run for run in runs(sentence) if run[0].i >= low and run[-1].i <= high}
    for word in inside:
        if word.lower not in {"with", "between", "alongside"}:
            continue
        before = {other.lemma for other in sentence.words[max(low, word.i - 6) : word.i]}
        if not before & joint:
            continue
        at = word.i + 1
        while at <= high:
            if at in named:
                run = named[at]
                start, end = paragraph.text, run[-1].end
                name = start[run[0].start : end]
                if not _place(name):
                    yield Part(
                        claim.id,
                        claim.article,
                        name,
                        paragraph.span(run[0].start, end),
                        "taking part",
                        Reason("parts.with", f"“{name}” is named after “{word.text}”"),
                        paragraph.span(sentence.start, sentence.end),
                    )
                at = run[-1].i + 1
            elif sentence.words[at].lower in _JOINED:
                at += 1
            else:
                break


def _place(name: str) -> bool:
    return fold(name) in state_names() or not terms(name)
