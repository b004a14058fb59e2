"""A finished quotation, then a name and a verb (or a verb and a name), by the order of words alone: where the parse went astray."""

from collections.abc import Iterator

from dateline.mark.cue_words import cue_words
from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found, Origin, Piece, Site
from dateline.mark.phrases import is_time
from dateline.mark.quotes import Quotation
from dateline.mark.reading import Word

_LONGEST = 16
"""Words between quotation and verb: name, title and place."""
_SHORT = 5
_NAME = frozenset({"NNP", "NNPS", "DT", "JJ", "NN", "PRP"})
_ENDS = frozenset(",?!")
_WORDS = 8
"""Words of a quotation that needs no comma at its end."""
_ADDRESSED = frozenset({"me", "him", "her", "us", "them", "you", "reporters"})
_CLOSING = "\"“”'‘’»« "
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "POS", "PRP", "PRP$", "IN", ",", "HYPH", "VBN", "CC", "RB"})
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LEADING = frozenset({"of", "in", "for", "at", "from", "with", "on", "to"})


def find(site: Site) -> Iterator[Found]:
    """Propose every quotation that ends in a comma (or ? or !) for the one named right after it."""
    for quotation in site.quotations:
        if quotation.end >= site.sentence.end or quotation.end <= site.sentence.start or quotation.start > site.sentence.start:
            continue
        ends = site.text[quotation.start : quotation.end].rstrip(_CLOSING)[-1:]
        if ends not in _ENDS and (quotation.words < _WORDS or ends == "."):
            continue
        made = _after(site, quotation) or _before(site, quotation)
        if made is None:
            continue
        verb, source = made
        yield Found(
            "speech.beside",
            f"the quotation stands right before “{site.text[source.start : source.end]}” and “{site.sentence.words[verb].text}”",
            "question" if lemma_of(site.sentence.words[verb]) == "ask" else "statement",
            3,
            site,
            verb,
            cue_words(site, verb),
            [Piece(site.paragraph, quotation.start, quotation.end)],
            source,
        )


def _after(site: Site, quotation: Quotation) -> tuple[int, Origin] | None:
    """Give the verb and the source that follow a quotation: name first."""
    words = site.sentence.words
    first = next((w.i for w in words if w.start >= quotation.end and w.pos != "PUNCT"), None)
    if first is None:
        return None
    for at in range(first, min(first + _LONGEST, len(words))):
        word = words[at]
        if site.quoted(word.start, word.end) is not None:
            return None
        if at > first and (_speaks(word) or _closes(words, first, at)):
            origin = _named(site, first, at - 1)
            return None if origin is None else (at, origin)
        if word.tag not in _NAMING:
            return None
    return None


def _before(site: Site, quotation: Quotation) -> tuple[int, Origin] | None:
    """Give the verb and the source that follow a quotation: verb first (“...,” said Ann Doe)."""
    words = site.sentence.words
    verb = next((w.i for w in words if w.start >= quotation.end and w.pos != "PUNCT"), None)
    if verb is None or words[verb].tag not in {"VBD", "VBZ", "VBN"} or not _speaks(words[verb], "VBN"):
        return None
    last = verb
    while last + 1 < len(words) and last - verb < _LONGEST and words[last + 1].tag in _NAMING - {",", "IN", "VBN"}:
        last += 1
    if last == verb or site.quoted(words[last].start, words[last].end) is not None:
        return None
    origin = _named(site, verb + 1, last)
    return None if origin is None or words[origin.head].lower in _ADDRESSED else (verb, origin)


def _speaks(word: Word, also: str = "") -> bool:
    """Tell whether the word is a verb of saying, or a form of one that the tagger took for a noun (“she notes”)."""
    cue = verbs().get(lemma_of(word))
    if cue is None or not (cue.quote or cue.clause == 2):  # noqa: PLR2004 - 2 is "sure"
        return False
    return word.tag in _FINITE or word.tag == also or (word.tag == "NNS" and word.lower.endswith("s"))


def _closes(words: list[Word], first: int, at: int) -> bool:
    """Tell whether any finite verb ends the sentence after a short name: “...,” Ann Doe retaliated."""
    short = at - first <= _SHORT and all(words[i].tag in _NAME for i in range(first, at))
    return short and words[at].tag in _FINITE and words[at].pos == "VERB" and at + 1 < len(words) and words[at + 1].tag in {".", ","}


def _named(site: Site, first: int, last: int) -> Origin | None:
    """Build the source from words `first` to `last`: the name set off by a comma, else the noun before the first preposition."""
    words = site.sentence.words
    while last > first and words[last].tag == ",":
        last -= 1
    parts: list[list[int]] = [[]]
    for i in range(first, last + 1):
        if words[i].tag == ",":
            parts.append([])
        else:
            parts[-1].append(i)
    heads = [head for part in parts if (head := _head(site, part)) is not None]
    if not heads or is_time(site.sentence, heads[0]):
        return None
    own = next((head for head in heads[:2] if words[head].pos == "PROPN"), heads[0])
    return Origin(words[first].start, words[last].end, site.sentence, own, paragraph=site.paragraph)


def _head(site: Site, part: list[int]) -> int | None:
    """Give the last noun before the first preposition."""
    words = site.sentence.words
    found = None
    for i in part:
        if words[i].lower in _LEADING and found is not None:
            break
        if words[i].tag in _HEADS:
            found = i
    return found
