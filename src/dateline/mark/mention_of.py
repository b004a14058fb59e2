"""From a noun phrase to a `Mention`: name, role, head, kind and the pronoun that fits. One mention for each party of a coordination."""

from dateline.mark.phrases import noun_phrase, reach, trimmed
from dateline.mark.reading import Paragraph, Sentence
from dateline.model.party import Mention, Person
from dateline.words.loader import words as listed

_PRONOUNS: dict[str, Person | None] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it",
    "itself": "it", "they": "they", "them": "they", "their": "they", "themselves": "they", "i": None, "me": None, "we": None, "us": None,
    "you": None, "who": None, "both": "they", "many": "they", "some": "they", "others": "they", "most": "they", "few": "they",
}  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "another", "many", "several", "other"})
_HONORIFICS = frozenset("mr mrs ms miss mx mr. mrs. ms. mx. sir dame lady lord".split())  # noqa: SIM905 - words, not a list
"""Titles that tell man from woman and name no role."""
_BY_TITLE: tuple[tuple[str, Person], ...] = (("women", "she"), ("men", "he"))
_PLURAL = frozenset({"NNS", "NNPS"})


def mentions_of(paragraph: Paragraph, sentence: Sentence, head: int, without: int | None = None) -> tuple[Mention, ...]:
    """Build one mention for each coordinated party of the noun phrase of word `head`; a branch `without` is left out."""
    heads = [head]
    for at in heads:
        heads.extend(
            c
            for c in sentence.words[at].children
            if sentence.words[c].dep == "conj" and sentence.words[c].pos in {"NOUN", "PROPN", "PRON", "ADJ"} and c != without
        )
    if len(heads) > 1 and not all(_is_party(sentence, at) for at in heads):
        heads = heads[:1]
    return tuple(mention_of(paragraph, sentence, at, without, alone=len(heads) == 1) for at in heads)


def mention_of(paragraph: Paragraph, sentence: Sentence, head: int, without: int | None = None, *, alone: bool = True) -> Mention:
    """Build the mention of word `head`; not `alone`: without what is coordinated with it."""
    words = sentence.words
    first, last = noun_phrase(sentence, head, without) if alone else _single(sentence, head, without)
    span = paragraph.span(*_edges(paragraph, sentence, first, last))
    text = " ".join(paragraph.text[words[first].start : words[last].end].split())
    lower = words[head].lower
    acronym = words[head].text.isupper() and len(lower) > 1 and words[head].pos == "PROPN"
    if (lower in _PRONOUNS and not acronym) or words[head].pos == "PRON":
        return Mention(span, text, lower, None, lower, "pronoun", _PRONOUNS.get(lower))
    role_of = _apposition(sentence, head, first, last)
    own_last = last if role_of is None else max(head, reach(sentence, role_of)[0] - 1)
    name, role, proper = _name(paragraph, sentence, head, first, own_last)
    if role_of is not None:
        name, role, proper = _with_apposition(paragraph, sentence, role_of, (name, role, proper))
    person = _person(sentence, (first, head), role, name, proper=proper)
    if role is not None and (role.lower() in _HONORIFICS or role.isdigit()):
        role = None
    return Mention(
        span,
        text,
        name,
        role,
        _head_word(name, words[head].lower, proper=proper),
        "name" if proper else "nominal",
        person,
    )


def _apposition(sentence: Sentence, head: int, first: int, last: int) -> int | None:
    """Give the apposition of the phrase; of “the mayor of Redwater, Ann Doe” the parser hangs it on the place."""
    words = sentence.words
    own = next((c for c in words[head].children if words[c].dep == "appos" and first <= c <= last), None)
    if own is not None or words[head].lower not in listed("titles", "titles"):
        return own
    for preposition in words[head].children:
        for place in words[preposition].children if words[preposition].dep == "prep" else ():
            for child in words[place].children:
                if words[child].dep == "appos" and words[child].pos == "PROPN" and first <= child <= last:
                    return child
    return None


def _is_party(sentence: Sentence, at: int) -> bool:
    """Give a conjunct that is a party: not a mere modifier run together by the parser."""
    return sentence.words[at].pos in {"NOUN", "PROPN", "PRON"}


def _single(sentence: Sentence, head: int, without: int | None) -> tuple[int, int]:
    """Give the noun phrase without its conjuncts."""
    first, last = noun_phrase(sentence, head, without)
    for child in sentence.words[head].children:
        if sentence.words[child].dep in {"cc", "conj", "preconj"} and child > head:
            last = min(last, reach(sentence, child)[0] - 1)
    while last > head and sentence.words[last].dep in {"punct", "cc"}:
        last -= 1
    return first, last


def _edges(paragraph: Paragraph, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    start, end = trimmed(paragraph.text, sentence.words[first].start, sentence.words[last].end)
    return (start, end) if start < end else (sentence.words[first].start, sentence.words[last].end)


def _words(paragraph: Paragraph, sentence: Sentence, first: int, last: int) -> str:
    if last < first:
        return ""
    start, end = _edges(paragraph, sentence, first, last)
    return paragraph.text[start:end].strip("\"“”„'‘ ,")


def _name(paragraph: Paragraph, sentence: Sentence, head: int, first: int, last: int) -> tuple[str, str | None, bool]:
    """Name, role and whether it is a proper name, of words `first` to `last` (no apposition among them)."""
    words = sentence.words
    while first < head and (words[first].lower in _ARTICLES or words[first].dep in {"det", "predet", "punct"}):
        first += 1
    if words[head].pos != "PROPN" and words[head].lower in listed("titles", "outlets"):
        start = next((i for i in range(head - 1, first - 1, -1) if words[i].pos == "PROPN"), None)
        told = words[head].lower in listed("titles", "outlet_nouns") or any(
            words[i].lower in listed("titles", "of_broadcasting_alone") for i in range(first, head)
        )
        upper = start is not None and words[start].text[:1].isupper()
        if start is not None and told and upper and all(words[i].dep not in {"case", "prep", "cc"} for i in range(first, head)):
            return _words(paragraph, sentence, first, start), _words(paragraph, sentence, start + 1, head), True
    if words[head].pos != "PROPN":
        return _words(paragraph, sentence, first, last) or words[head].text, None, False
    titles = listed("titles", "titles")
    start = first
    for at in range(first, head):
        if (words[at].lower in titles or words[at].lower.removesuffix("s") in titles) and at + 1 <= head:
            start = at + 1
    if any(words[at].dep == "case" for at in range(start, head)):
        return _words(paragraph, sentence, first, last), None, words[head].lower not in titles
    while start < head and words[start].dep in {"punct", "cc", "prep"}:
        start += 1
    if start > first and words[start].pos != "PROPN":
        return _words(paragraph, sentence, first, last), None, True
    end = last if _keeps_of(sentence, start, head) else head
    role = paragraph.text[words[first].start : words[start - 1].end].strip(" ,-–—") if start > first else None
    return _words(paragraph, sentence, start, end) or words[head].text, role or None, True


def _keeps_of(sentence: Sentence, start: int, head: int) -> bool:
    """“University of X” is one name; of “Ann Doe of Ohio” the name ends before “of”."""
    return start == head or sentence.words[head].lower in listed("titles", "bodies") or sentence.words[head].tag == "NNPS"


def _with_apposition(
    paragraph: Paragraph, sentence: Sentence, appos: int, own: tuple[str, str | None, bool]
) -> tuple[str, str | None, bool]:
    name, role, proper = own
    first, last = _single(sentence, appos, None)
    other, other_role, other_proper = _name(paragraph, sentence, appos, first, last)
    if proper and (not other_proper or _is_title(sentence, appos)):
        plain = role is None or role.lower() in _HONORIFICS
        return name, other if plain and not other[:1].isdigit() else role, True
    if not proper and other_proper:
        return other, name if other_role is None else f"{name}, {other_role}", True
    return name, role, proper


def _is_title(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].lower in listed("titles", "titles")


def _head_word(name: str, head: str, *, proper: bool) -> str:
    if not proper:
        return head
    parts = [part for part in name.lower().replace("’s ", " ").replace("'s ", " ").split() if part]
    return parts[-1] if parts and head not in parts else head


def _person(sentence: Sentence, place: tuple[int, int], role: str | None, name: str, *, proper: bool) -> Person | None:
    """Give the pronoun that fits, by form and title; `place` is first word and head of the phrase."""
    first, head = place
    words = sentence.words
    if words[head].tag in _PLURAL and not (proper and role):
        return "they"
    telling = [words[i].lower for i in range(first, head)] + name.lower().split()[:1] if proper else [words[head].lower]
    if role is not None:
        telling += role.lower().replace(",", " ").split()
    for key, person in _BY_TITLE:
        if any(word in listed("titles", key) for word in telling):
            return person
    return None
