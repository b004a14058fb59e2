"""Which way a bare weekday, date or month points: the tense and aspect of the clause it stands in."""

from dataclasses import dataclass
from typing import Literal

from dateline.mark.moment_scene import Scene
from dateline.mark.reading import Sentence, Word
from dateline.words.loader import toml

Way = Literal["past", "future", "open"]

_MODALS_BACK = frozenset({"have", "'ve", "’ve"})


@dataclass(frozen=True, slots=True)
class Direction:
    """The way, and the words that told it (empty where nothing did)."""

    way: Way
    verb: str

    def says(self) -> str:
        """Say it for a person."""
        if not self.verb:
            return "no verb tells the direction"
        tense = {"past": "past", "future": "to come", "open": "of no clear time"}[self.way]
        return f"“{self.verb}” is {tense}"


def direction(scene: Scene, start: int, end: int) -> Direction:
    """Tell which way the expression from `start` to `end` of the sentence's text points."""
    word = scene.word(end - 1)
    if word is None:
        return Direction("open", "")
    sentence = scene.sentence
    lead = scene.before(start)
    if lead is not None and lead.lower == "since":
        return Direction("past", lead.text)
    for above in sentence.ancestors(word.i):
        if start <= above.start - sentence.start < end:
            continue
        found = _of(sentence, above, title=scene.kind in {"title", "subtitle", "heading"})
        if found is not None:
            return found
    return Direction("open", "")


def _of(sentence: Sentence, word: Word, *, title: bool) -> Direction | None:
    """Judge one word above the expression; None: look further up."""
    future = _future_words()
    if word.pos == "ADJ" and word.lemma in future:
        return Direction("future", word.text)
    if word.pos not in {"VERB", "AUX"}:
        return None
    helpers = sentence.children(word.i, "aux", "auxpass")
    shown = " ".join(one.text for one in (*helpers, word))
    tags = {one.tag for one in helpers}
    forms = {one.lower for one in helpers}
    has = bool(forms & {"have", "has", "had", "having", "'ve", "’ve"})
    if "MD" in tags:
        return Direction("past" if has else "future", shown)
    if "TO" in tags:
        return Direction("past" if has else "future", shown)
    if has:
        return Direction("future" if word.lemma in future and word.tag == "VBN" and "been" not in forms else "past", shown)
    return _plain(sentence, word, helpers, shown, title=title)


def _plain(sentence: Sentence, word: Word, helpers: list[Word], shown: str, *, title: bool) -> Direction | None:
    future = _future_words()
    now = any(one.tag in {"VBZ", "VBP"} for one in helpers)
    then = any(one.tag == "VBD" for one in helpers)
    if word.tag == "VBG":
        if word.lemma == "go" and now:
            return Direction("future", shown)
        return Direction("future", shown) if now else Direction("past", shown) if then else None
    if word.tag == "VBN" or (word.tag == "VBD" and not helpers and word.dep in {"acl", "relcl"} and word.lemma in future):
        if word.lemma in future:
            return Direction("future", shown)
        return Direction("open" if now else "past", shown)
    if word.tag == "VBD":
        return Direction("past", shown)
    if word.tag in {"VBZ", "VBP"}:
        if title or word.lemma in toml("time")["tense"]["said"].split():
            return Direction("past", shown)
        return Direction("future", shown)
    if word.tag == "VB":
        return Direction("future", shown) if word.dep in {"ROOT", "xcomp", "ccomp", "conj"} and not then else None
    return None


def _future_words() -> frozenset[str]:
    from dateline.words.loader import toml as read  # noqa: PLC0415

    return frozenset(read("time")["tense"]["future"].split())
