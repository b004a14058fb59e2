"""An article as the finders see it: its prose, paragraph by paragraph, sentence by sentence, with words and their grammar.

All offsets in here are offsets of a paragraph's `view.text`; `Reading.span` turns them into raw spans. The words are plain
objects, not the parser's, so that a test can build them and a cache can keep them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dateline.model.article import Article
from dateline.model.passage import Passage
from dateline.model.span import Span
from dateline.text.view import View


@dataclass(slots=True)
class Word:
    """A token. `i` and `head` count within its sentence (`head == i` at the root); `start` and `end` are offsets of the paragraph's view.

    `tag` is the Penn Treebank tag, `pos` the universal one, `dep` the ClearNLP dependency label.
    """

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    children: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """The words of one sentence and where it stands in its paragraph's view."""

    start: int
    end: int
    words: list[Word]

    def subtree(self, i: int) -> list[int]:
        """Give the indexes of word `i` and all below it, ascending."""
        found, queue = [], [i]
        while queue:
            at = queue.pop()
            found.append(at)
            queue.extend(self.words[at].children)
        return sorted(found)

    def children(self, i: int, *deps: str) -> list[Word]:
        """Give the dependents of word `i`, all or those with one of the labels, in order."""
        return [self.words[child] for child in self.words[i].children if not deps or self.words[child].dep in deps]

    def ancestors(self, i: int) -> Iterator[Word]:
        """Walk from the head of word `i` up to the root."""
        while self.words[i].head != i:
            i = self.words[i].head
            yield self.words[i]


@dataclass(slots=True)
class Paragraph:
    """One prose passage, unwrapped, with its sentences in order."""

    passage: Passage
    view: View
    sentences: list[Sentence]

    @property
    def text(self) -> str:
        """The unwrapped text."""
        return self.view.text

    def span(self, start: int, end: int) -> Span:
        """Turn offsets of the view into a raw span."""
        return Span(self.passage.span.source, *self.view.raw(start, end))

    def place(self, span: Span) -> tuple[int, int]:
        """Turn a raw span into offsets of the view, cut to it: to compare many words with one span, compare in the view."""
        return self.view.place(span.start, span.end)


@dataclass
class Reading:
    """An article and its paragraphs (title, headings, corrections and paragraphs proper) in order of the text."""

    article: Article
    paragraphs: list[Paragraph]

    @cached_property
    def sentences(self) -> list[tuple[Paragraph, Sentence]]:
        """Every sentence with its paragraph, in order."""
        return [(paragraph, sentence) for paragraph in self.paragraphs for sentence in paragraph.sentences]
