"""What stands where in an article, asked by raw offset: words quoted, words told by others, names, pronouns, subjects."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.mark.mentions import HEAD, is_headline
from dateline.words.loader import words
from dateline.words.places import adjectives

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.mark.mentions import Named
    from dateline.mark.reading import Paragraph, Reading, Sentence, Word
    from dateline.model.attribution import Attribution
    from dateline.model.party import Mention

PERSONAL = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_OF_PLACE = ("ian", "ians", "ean", "eans", "ese", "ish", "can", "cans", "asian", "asians", "arab", "arabs")


def _keeps_capital(word: str) -> bool:
    """Tell an adjective of a place, a creed or a party, as far as its form or a list tells."""
    lower = word.lower()
    if lower in words("parties", "small") or lower in words("parties", "people"):
        return False
    return lower in words("parties", "capitals") or lower.endswith(_OF_PLACE) or lower.removesuffix("s") in adjectives()


class Spans:
    """Stretches of a text, merged, that tell whether an offset lies in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def __contains__(self, at: int) -> bool:
        """Tell whether the offset lies in one of the spans."""
        found = bisect_right(self._starts, at) - 1
        return found >= 0 and at < self._ends[found]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun "he" or "she" (in any case), or a common noun that is the subject of its sentence, in the outlet's own words."""

    start: int
    sentence: int
    word: int
    person: str | None
    subject: bool


class Scene:
    """The article as the search for speakers sees it."""

    def __init__(self, reading: Reading, attributions: Sequence[Attribution], named: Sequence[Named]) -> None:
        self.reading = reading
        self.starts = [paragraph.span(sentence.start, sentence.end).start for paragraph, sentence in reading.sentences]
        self.quoted = Spans((s.start, s.end) for item in attributions if item.manner == "direct" for s in item.content)
        self.told = Spans((s.start, s.end) for item in attributions for s in item.content)
        self.steps = self._steps()
        self.headlines = {
            number
            for number, (paragraph, sentence) in enumerate(reading.sentences)
            if paragraph.passage.kind not in {"paragraph", "correction"} or (number < HEAD and is_headline(sentence))
        }
        self.named = sorted(named, key=lambda item: item.mention.span.start)
        self._named_starts = [item.mention.span.start for item in self.named]
        self._ending: dict[int, list[Mention]] = {}
        for item in self.named:
            self._ending.setdefault(item.mention.span.end, []).append(item.mention)
        self._holding: dict[int, list[tuple[int, int, int]]] = {}
        for number, said in enumerate(attributions):
            if said.manner != "direct":
                for span in said.content:
                    for sentence in range(self.sentence_of(span.start), self.sentence_of(span.end - 1) + 1):
                        self._holding.setdefault(sentence, []).append((span.start, span.end, number))

    def _steps(self) -> list[int]:
        """Count the sentences without those that are all quoted: a long quotation takes nobody out of sight."""
        steps: list[int] = []
        for paragraph, sentence in self.reading.sentences:
            span = paragraph.span(sentence.start, sentence.end)
            inside = span.start + 1 in self.quoted and span.end - 2 in self.quoted
            steps.append((steps[-1] if steps else 0) + (not inside))
        return steps

    def sentence_of(self, at: int) -> int:
        """Give the number of the sentence that holds a raw offset."""
        return max(0, bisect_right(self.starts, at) - 1)

    def between(self, start: int, end: int) -> Sequence[Named]:
        """Give the names that begin in a stretch of the text."""
        return self.named[bisect_left(self._named_starts, start) : bisect_left(self._named_starts, end)]

    def rest_of(self, sentence: int, after: int) -> Sequence[Named]:
        """Give the names of a sentence that come after an offset."""
        end = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else self.reading.article.passages[-1].span.end
        return self.between(after + 1, end)

    def holder(self, sentence: int, at: int) -> int | None:
        """Give the number of the attribution whose reported words hold the offset most closely; None where there is none."""
        holding = [(end - start, number) for start, end, number in self._holding.get(sentence, ()) if start <= at < end]
        return min(holding)[1] if holding else None

    def name_within(self, mention: Mention) -> str | None:
        """Find the name at the end of a phrase whose title nobody listed: "head librarian Ann Doe" ends in "Ann Doe"."""
        for inner in self._ending.get(mention.span.end, ()):
            title = mention.name.removesuffix(inner.name).strip()
            if inner.span.start >= mention.span.start and title and inner.name != mention.name and inner.name.count(" "):
                return inner.name if title.islower() or inner.role is not None else None
        return None

    def common(self, mention: Mention) -> str:
        """Give the name of a phrase; at the head of a sentence without its capital, if it is no name's ("Residents": "residents")."""
        name = mention.name
        word = name.split()[0] if name.split() else ""
        if not word[:1].isupper() or not word[1:].islower() or mention.kind != "nominal":
            return name
        found = self.word_at(self.sentence_of(mention.span.start), mention.span.start)
        if found is None or found.text != word or found.tag in {"NNP", "NNPS"} or _keeps_capital(word):
            return name
        return name[:1].lower() + name[1:]

    def pointers(self) -> list[Pointer]:
        """Give the pronouns and the common subjects of the outlet's own words, in the order of the text."""
        found: list[Pointer] = []
        for number, (paragraph, sentence) in enumerate(self.reading.sentences):
            headline = number in self.headlines
            for word in sentence.words:
                if word.lower in PERSONAL or (
                    not headline and word.dep in _SUBJECTS and word.tag in {"NN", "NNS"} and is_main(sentence, word)
                ):
                    start = paragraph.span(word.start, word.end).start
                    if start not in self.quoted:
                        found.append(Pointer(start, number, word.i, PERSONAL.get(word.lower), word.dep in _SUBJECTS))
        return found

    def place_of(self, sentence: int) -> tuple[Paragraph, Sentence]:
        """Give paragraph and sentence by number."""
        return self.reading.sentences[sentence]

    def word_at(self, sentence: int, start: int) -> Word | None:
        """Give the word of a sentence that begins at a raw offset."""
        paragraph, held = self.reading.sentences[sentence]
        found = bisect_left(held.words, start, key=lambda word: paragraph.span(word.start, word.end).start)
        if found == len(held.words) or paragraph.span(held.words[found].start, held.words[found].end).start != start:
            return None
        return held.words[found]

    def looks_ahead(self, sentence: int, start: int) -> bool:
        """Tell whether the word stands in a clause that comes before its main clause: "After she resigned, Ann Doe said ..."."""
        word = self.word_at(sentence, start)
        if word is None:
            return False
        held = self.reading.sentences[sentence][1]
        return any(above.dep in {"advcl", "prep", "pcomp"} and above.head > above.i for above in held.ancestors(word.i))


def is_main(sentence: Sentence, word: Word) -> bool:
    """Tell whether a subject is that of the main clause, or of one coordinated with it."""
    verb = sentence.words[word.head]
    return verb.dep == "ROOT" or (verb.dep == "conj" and sentence.words[verb.head].dep == "ROOT")
