"""Words as they are written, with a tag: lemma and universal part of speech, worked out once for each pair.

A word's lemma then never depends on its neighbours, and costs nothing the second time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.language import Language
    from spacy.tokens import Doc

MOST = 300_000
"""Pairs kept: some 60 MB. Beyond, all are forgotten and learnt again, so that memory does not grow with the pile."""

_NO_WORD = "\u2042"
"""Stands for every form that no rule names: such a form has the grammar of its tag."""


class Form(NamedTuple):
    """A form with a Penn Treebank tag, and what follows from the two."""

    text: str
    lower: str
    lemma: str
    tag: str
    pos: str


class Lemmas:
    """The model's lemmatizer, asked once for each pair of form and tag. `known` goes by the model's numbers for the two."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.known: dict[tuple[int, int], Form] = {}
        self._plain: dict[str, tuple[str, int, str]] = {}
        ruler: Any = nlp.get_pipe("attribute_ruler")
        self._names, self._patterns = _asked(ruler.patterns)
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        for key, forms in list(index.items()):
            index[key] = frozenset(forms)  # asked "is it in there?" alone, some 40,000 forms: a list is walked for every answer

    def learn(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Make sure that `known` holds the pairs (form, tag): those of one call, whatever came before."""
        asked = dict.fromkeys(pairs)
        if len(self.known) > MOST:
            self.known.clear()
        new = [pair for pair in asked if pair not in self.known]
        if new:
            self.known.update(zip(new, self._worked_out(new), strict=True))

    def _worked_out(self, pairs: list[tuple[int, int]]) -> list[Form]:
        strings = self._nlp.vocab.strings
        forms = [(strings[form], strings[tag]) for form, tag in pairs]
        named = [form for form in forms if self._is_named(form[0])]
        grammar = dict(zip(named, self._ruled(named), strict=True))
        tags = sorted({tag for text, tag in forms if (text, tag) not in grammar} - self._plain.keys())
        self._plain.update(zip(tags, self._ruled([(_NO_WORD, tag) for tag in tags]), strict=True))
        rows = [grammar[form] if form in grammar else self._plain[form[1]] for form in forms]
        doc: Any = self._doc([text for text, _ in forms], [tag for _, tag in forms])
        for token, (pos, morph, lemma) in zip(doc, rows, strict=True):
            token.pos_ = pos
            token.set_morph(morph)
            if lemma:
                token.lemma_ = lemma
        doc = self._nlp.get_pipe("lemmatizer")(doc)
        return [Form(text, text.lower(), token.lemma_.lower(), tag, token.pos_) for (text, tag), token in zip(forms, doc, strict=True)]

    def _is_named(self, text: str) -> bool:
        """Tell whether some rule of the model asks for the form itself, not for its tag alone."""
        lower = text.lower()
        return lower in self._names or text.isspace() or any(pattern.search(lower) for pattern in self._patterns)

    def _ruled(self, forms: list[tuple[str, str]]) -> list[tuple[str, int, str]]:
        """Give part of speech, morphology and, where a rule names it, lemma of forms with their tags."""
        if not forms:
            return []
        # A full stop between each two keeps rules for two words in a row ("let" + "'s") from seeing neighbours.
        doc: Any = self._doc([word for text, _ in forms for word in (text, ".")], [name for _, tag in forms for name in (tag, ".")])
        doc = self._nlp.get_pipe("attribute_ruler")(doc)
        return [(token.pos_, token.morph.key, token.lemma_) for token in list(doc)[::2]]

    def _doc(self, texts: list[str], tags: list[str]) -> Doc:
        from spacy.tokens import Doc  # noqa: PLC0415 - slow to import, so only when the first word needs it

        return Doc(self._nlp.vocab, words=texts, tags=tags)


def _asked(rules: Iterable[Mapping[str, Any]]) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Give the lower-case forms, and the patterns of forms, that the rules ask for."""
    names: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for lower in (token.get("LOWER") for rule in rules for line in rule["patterns"] for token in line):
        if isinstance(lower, str):
            names.add(lower)
        elif lower is not None:
            names.update(lower.get("IN", ()))
            patterns.extend(re.compile(lower[key]) for key in ("REGEX",) if key in lower)
    return frozenset(names), tuple(patterns)
