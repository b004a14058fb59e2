"""What a document requires of a program: sentences with "must", "shall" or "needs to", users named, figures on hardware or performance.

Enters: a reading with its attributions and figures. Leaves: needs in the order of the text. What stands inside the words of a source is
reported, and required of nobody here. (What makes a sentence a requirement: ISO/IEC/IEEE 29148, and the key words of RFC 2119.)
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.mark.reading import Paragraph, Reading, Sentence, Word
from dateline.model.attribution import Attribution
from dateline.model.figure import Figure
from dateline.model.need import Need, NeedKind
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.words.loader import words

RULES = (
    Rule(
        "needs.of-system",
        "A program, or a part of one, must, should or needs to do something.",
        "The system must accept scanned letters.",
        "The ministry must accept the report.",
    ),
    Rule(
        "needs.of-user",
        "Those who use it must, should or need to be able to do something.",
        "Editors need to be able to undo a ruling.",
        "Editors need to sleep as well.",
    ),
    Rule(
        "needs.shall",
        "“Shall”, of somebody else than the writer.",
        "Each letter shall name its sender.",
        "We shall see.",
    ),
    Rule("needs.numbered", "A numbered requirement.", "REQ-12: Sorting by date.", "Route 12: closed until May."),
    Rule(
        "needs.story",
        "A user story.",
        "As a fact-checker, I want to see both passages, so that I can compare them.",
        "As a child, he wanted to see the sea.",
    ),
    Rule("needs.modal", "Something must be so, whatever it is.", "Results must be sorted by date.", "Results may be sorted by date."),
    Rule(
        "needs.user",
        "Those whom it is for are named.",
        "The users are night editors of a small agency.",
        "The users of the bridge are angry.",
    ),
    Rule(
        "needs.limit",
        "A figure on hardware or performance.",
        "A search takes 2 seconds at most on a laptop with 8 GB of memory.",
        "The crossing takes 20 minutes and costs 8 euros.",
    ),
)

_MODALS = frozenset({"must", "shall", "should"})
_NUMBERED = re.compile(r"\s*(?:[-*•‣]\s*)?\(?((?:REQ|FR|NFR|UC|US|R|F|NF|SRS|BR)[-_ ]?\d{1,4}(?:\.\d{1,3})*)\)?\s*[:.)]\s+\w")
_STORY = re.compile(r"^\W*As an? ([^,.]{2,60}),? I (?:want|need|would like|can|must|should)\b")
_FOR_WHOM = (
    re.compile(r"\b(?:the|its|our|primary|main|intended|target) users (?:are|will be|include)[: ]+([^.;]{3,120})", re.IGNORECASE),
    re.compile(r"\b(?:is|will be) (?:(?:meant|intended|built|designed|made) )?(?:for|to be used by|used by)\s+([^.;]{3,120})"),
    re.compile(r"^\W*Users:\s*([^.;]{3,160})"),
)
_BE_ABLE = re.compile(
    r"\b(?:be able to|be allowed to|have access to|be shown|be told|log in|see|search|find|filter|export|undo|upload|add|edit|sort)\b"
)
_BULLET = re.compile(r"\s*(?:[-*•‣]|\d{1,3}[.)])\s+")


def find(reading: Reading, attributions: Sequence[Attribution], counts: Sequence[Figure]) -> tuple[Need, ...]:
    """Give the needs of a document, in order; those of one sentence: the requirement, its users, its figures."""
    reported = sorted((span.start, span.end) for found in attributions for span in found.content)
    found: list[Need] = []
    for paragraph, sentence in reading.sentences:
        raw = paragraph.span(sentence.start, sentence.end)
        if paragraph.passage.kind == "title":
            continue
        if any(start < raw.end and raw.start < end for start, end in reported) and not _STORY.match(_text(paragraph, sentence)):
            continue  # (a user story wants something in the first person: it reports nobody)
        found.extend(_requirement(paragraph, sentence))
        found.extend(_users(paragraph, sentence))
        found.extend(_limits(paragraph, sentence, [c for c in counts if raw.start <= c.span.start and c.span.end <= raw.end]))
    return tuple(found)


def _requirement(paragraph: Paragraph, sentence: Sentence) -> Iterator[Need]:
    text = _text(paragraph, sentence)
    bullet = _BULLET.match(text)
    numbered = _NUMBERED.match(text)
    rule: tuple[str, str] | None
    if _STORY.match(text) is not None:
        rule = "needs.story", "a user story: “As a ..., I want”"
    elif numbered is not None:
        rule = "needs.numbered", f"numbered as a requirement: “{numbered.group(1)}”"
    else:
        rule = next((rule for word in sentence.words if (rule := _modal(sentence, word, text)) is not None), None)
    if rule is not None:
        yield _need("requirement", (paragraph, sentence), (sentence.start + (bullet.end() if bullet else 0), sentence.end), rule)


def _modal(sentence: Sentence, word: Word, text: str) -> tuple[str, str] | None:
    """Tell by which rule a word makes its sentence a requirement, if it does."""
    verb = _verb(sentence, word)
    if verb is None:
        return None
    subject = next(iter(sentence.children(verb.i, "nsubj", "nsubjpass")), None)
    if subject is None or subject.lower in {"i", "we", "you", "he", "she", "who", "one", "let"}:
        return None
    cue = word.lower if word.lower in _MODALS else f"{word.lower} to"
    name = subject.lemma.lower()
    if subject.lower in words("specification", "users"):
        return ("needs.of-user", f"“{cue}”, of “{subject.text}”") if _BE_ABLE.search(text[word.end - sentence.start :]) else None
    if name in words("specification", "systems") or subject.lower in words("specification", "systems"):
        return "needs.of-system", f"“{cue}”, of “{subject.text}”"
    if word.lower == "shall":
        return "needs.shall", f"“shall”, of “{subject.text}”"
    return ("needs.modal", f"“must”, of “{subject.text}”") if word.lower == "must" else None


def _verb(sentence: Sentence, word: Word) -> Word | None:
    """Give the verb that a word of requiring goes with: the subject hangs on it."""
    if word.lower in _MODALS and word.tag == "MD":
        return sentence.words[word.head]
    if word.lower in {"needs", "need", "has", "have"} and word.tag in {"VBZ", "VBP"}:
        following = sentence.words[word.i + 1] if word.i + 1 < len(sentence.words) else None
        return word if following is not None and following.tag == "TO" else None
    return None


def _users(paragraph: Paragraph, sentence: Sentence) -> Iterator[Need]:
    text = _text(paragraph, sentence)
    story = _STORY.match(text)
    named = story if story is not None else next((found for pattern in _FOR_WHOM if (found := pattern.search(text)) is not None), None)
    if named is None:
        return
    known = words("specification", "users") | words("specification", "systems")
    if story is None and not any(part in known for part in re.findall(r"[a-z]+", text.lower()) if part != "users"):
        return
    start, end = (sentence.start + offset for offset in named.span(1))
    yield _need("user", (paragraph, sentence), (start, end), ("needs.user", f"whom it is for: “{named.group(1).strip()}”"))


def _limits(paragraph: Paragraph, sentence: Sentence, counts: Sequence[Figure]) -> Iterator[Need]:
    parts = set(re.findall(r"[a-z]+", _text(paragraph, sentence).lower()))
    beside = sorted(parts & _technical())
    for figure in counts:
        start, end = paragraph.place(figure.span)
        after = re.match(r"\W{0,2}([A-Za-z]+)", paragraph.text[end : end + 24])
        around = {piece.lower() for piece in re.findall(r"[A-Za-z]+", figure.text)} | ({after.group(1).lower()} if after else set())
        unit = next(iter(sorted(around & words("specification", "units"))), None)
        if unit is not None:
            yield _need("limit", (paragraph, sentence), (start, end), ("needs.limit", f"“{figure.text}” is in “{unit}”"))
        elif len(beside) > 1 and figure.kind in {"measure", "duration", "share", "count"}:
            says = f"“{figure.text}” beside {', '.join(f'“{word}”' for word in beside[:3])}"
            yield _need("limit", (paragraph, sentence), (start, end), ("needs.limit", says))


@cache
def _technical() -> frozenset[str]:
    return words("specification", "technical")


def _text(paragraph: Paragraph, sentence: Sentence) -> str:
    return paragraph.text[sentence.start : sentence.end]


def _need(kind: NeedKind, at: tuple[Paragraph, Sentence], place: tuple[int, int], rule: tuple[str, str]) -> Need:
    paragraph, sentence = at
    start, end = place
    whole = _text(paragraph, sentence).strip()
    return Need(kind, paragraph.span(start, end), paragraph.text[start:end].strip(), whole, Reason(*rule))
