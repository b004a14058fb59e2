"""Which way a bare weekday, date or month points: the tense and aspect of the clause it stands in."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.mark.moment_scene import Scene
from dateline.mark.reading import Sentence, Word
from dateline.words.loader import toml

Way = Literal["past", "future", "open"]

_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_LIMITS = frozenset({"until", "till", "through", "by", "effective", "payable", "to"})
_BEFORE = frozenset({"previously", "earlier", "already"})
_SURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_NOT = frozenset({"not", "n't", "n’t", "neither", "nor", "no", "none", "nobody"})
_TOLD = frozenset({"say", "tell", "write", "add", "note"})
"""Of what a report says in the present; whoever "announces" or "reports" something without a clause does so on a set day."""
_AHEAD = frozenset({"plan", "schedule", "expect"})
_BARE_FORM = frozenset({"VB", "VBG"})


@dataclass(frozen=True, slots=True)
class Direction:
    """The way, the words that told it (empty where nothing did), and whether they govern the expression directly."""

    way: Way
    verb: str
    direct: bool = False

    def says(self) -> str:
        """Say it for a person."""
        if not self.verb:
            return "no verb tells the direction"
        tense = {"past": "is past", "future": "is to come", "open": "does not tell the direction"}[self.way]
        return f"“{self.verb}” {tense}"

    def near(self) -> str:
        """Give the sign (`dateline.text.calendar`) for a date or month without its year."""
        if self.way == "open":
            return "~"
        sign = "<" if self.way == "past" else ">"
        return f"{sign}=" if self.direct else f"{sign}~"


def direction(scene: Scene, start: int, end: int) -> Direction:
    """Tell which way the expression from `start` to `end` of the sentence's text points."""
    word, lead = scene.word(end - 1), _lead(scene, start)
    if word is None:
        return Direction("open", "")
    sentence = scene.sentence
    if lead is not None and lead.lower == "since":
        return Direction("past", lead.text, direct=True)
    owner = _modified(sentence, word)
    if owner is not None:
        return owner
    owned = sentence.words[word.head] if word.dep == "poss" else None
    title = scene.kind in {"title", "subtitle", "heading"}
    below, steps, passed = word, 0, False
    for above in sentence.ancestors(word.i):
        if not start <= above.start - sentence.start < end:
            found = _by_owned(_of(sentence, above, below, title=title), above, owned)
            if found is not None and _is_beyond_that(sentence, above, word):
                found = None
            if found is not None and not (passed and found.verb.startswith("to ")):
                return _limited(found, above, lead, word, direct=steps == 0 and not passed and below.dep in {"prep", "npadvmod"})
            passed = passed or above.tag in _BARE_FORM
            steps += above.pos not in {"ADP", "PART"}
        below = above
    return Direction("open", "")


def _by_owned(found: Direction | None, verb: Word, owned: Word | None) -> Direction | None:
    """Judge "Sunday's shooting", "Tuesday's referendum" beside a present: it happened, unless it is of what is held on a set day."""
    if found is None or owned is None or found.way == "past" or verb.lemma in _words("future"):
        return found
    if verb.tag in {"VBZ", "VBP"} or (verb.tag in {"VBG", "VBN"} and found.verb.split()[0].lower() in _PRESENT):
        return Direction("future" if owned.lemma in _words("held") else "past", f"’s {owned.text}")
    return found


_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})


def _lead(scene: Scene, start: int) -> Word | None:
    """Give the word before the expression, before the time of the day that leads it: "until 9 a.m. Tuesday"."""
    lead = scene.before(start)
    while lead is not None and lead.i > 0 and (lead.lower in _CLOCK_WORDS or lead.tag == "CD"):
        lead = scene.sentence.words[lead.i - 1]
    return lead


_CLOCK_WORDS = frozenset(
    {
        "a.m.",
        "p.m.",
        "am",
        "pm",
        "a.m",
        "p.m",
        "noon",
        "midnight",
        "midday",
        "gmt",
        "utc",
        "est",
        "edt",
        "pst",
        "pdt",
        "time",
        "local",
        "eastern",
    }
)


def _is_beyond_that(sentence: Sentence, verb: Word, word: Word) -> bool:
    """Tell a verb behind a "that" which stands after the expression: it cannot govern it, whatever the parse says."""
    return verb.i > word.i and any(one.lower == "that" and word.i < one.i for one in sentence.children(verb.i, "mark"))


def _modified(sentence: Sentence, word: Word) -> Direction | None:
    """Judge a month or date before a noun: "the March floods" are past, if not far; of "the November election" the verb decides."""
    head = sentence.words[word.head]
    if word.dep not in {"compound", "nmod", "nummod"} or head.pos != "NOUN" or word.lower.endswith(("day", "day.")):
        return None
    return None if head.lemma in _words("held") else Direction("past", head.text)


def _limited(found: Direction, verb: Word, lead: Word | None, expression: Word, *, direct: bool) -> Direction:
    """Note how closely the verb governs; "extended until Friday", "postponed to May" point ahead whatever their tense."""
    if lead is not None and (lead.lower in {"effective", "payable"} or (lead.i == verb.i and verb.lemma == "set")):
        return Direction("open", lead.text)
    limit = lead is not None and lead.lower in _LIMITS
    if lead is not None and lead.lower == "for" and expression.dep == "pobj":
        return Direction("future", f"{found.verb} … {lead.text}")
    if lead is not None and lead.lower in {"until", "till"} and found.verb.startswith(("has been ", "have been ")):
        return Direction("future", f"{found.verb} … {lead.text}")
    if limit and verb.lemma in _words("extends"):
        return Direction("future", f"{verb.text} … {lead.text if lead else ''}")
    weak = found.verb.startswith("to ")
    return replace(found, direct=direct and not limit and not weak)


def _of(sentence: Sentence, word: Word, below: Word, *, title: bool) -> Direction | None:
    """Judge one word above the expression, of which `below` is the dependent it stands in; None: look further up."""
    if word.pos == "ADJ" and word.lemma in _words("future"):
        had = any(one.lower in {"had", "’d", "'d"} for one in sentence.children(word.head, "aux"))
        return Direction("past" if had else "future", f"had been {word.text}" if had else word.text)
    if word.pos not in {"VERB", "AUX"}:
        return None
    helpers = sentence.children(word.i, "aux", "auxpass")
    shown = " ".join(one.text for one in (*helpers, word))
    forms = {one.lower for one in helpers}
    before = any(one.lower in _BEFORE for one in sentence.children(word.i, "advmod"))
    modal = any(one.tag in {"MD", "TO"} for one in helpers)
    if modal and not before and not forms & _HAVE:
        return _modal(sentence, word, below, shown, refused="could" in forms or ("would" in forms and word.lemma in _words("answered")))
    if before or modal:
        return Direction("past" if before or not forms & _SURE else "future", shown)
    if forms & _HAVE:
        ahead = word.lemma in _words("future") and word.tag == "VBN" and "been" not in forms
        return Direction("future" if ahead else "past", shown)
    return _plain(sentence, word, below, shown, title=title)


def _modal(sentence: Sentence, word: Word, below: Word, shown: str, *, refused: bool) -> Direction | None:
    """Judge a modal or an infinitive: to come, but not "they could not be reached Tuesday", nor "to get round Tuesday's ruling"."""
    above = sentence.words[word.head]
    if word.dep == "xcomp" and above.tag == "VBD" and above.lemma in _words("done"):
        return Direction("past", f"{above.text} {shown}")
    if refused and any(one.lower in _NOT for one in sentence.words[: word.i]):
        return Direction("past", shown)
    owned = _possessed(sentence, below)
    if owned is not None and below.dep not in {"nsubj", "nsubjpass"} and owned.lemma not in _words("held"):
        return Direction("past", shown)
    return Direction("future", shown)


def _possessed(sentence: Sentence, word: Word) -> Word | None:
    """Give the noun of "Tuesday's ruling", where `word` is it or the preposition before it."""
    for one in (word, *sentence.children(word.i, "pobj")):
        if any(owner.lower.endswith("day") for owner in sentence.children(one.i, "poss")):
            return one
    return None


def _plain(sentence: Sentence, word: Word, below: Word, shown: str, *, title: bool) -> Direction | None:
    helpers = sentence.children(word.i, "aux", "auxpass")
    future = _words("future")
    now = any(one.tag in {"VBZ", "VBP"} for one in helpers)
    if word.tag == "VBG":
        then = any(one.tag == "VBD" for one in helpers)
        return Direction("future", shown) if now else Direction("past", shown) if then and word.lemma not in future else None
    if word.tag == "VBN":
        awaited = word.dep == "advcl" and any(
            one.lower in {"if", "once", "unless", "until"} for one in sentence.children(word.i, "mark", "advmod")
        )
        return _participle(word, helpers, shown, ahead=awaited or _is_planned(sentence, word), now=now)
    if word.tag == "VBD":
        ahead = word.lemma in future and below.dep in {"dobj", "prep"} and below.lower not in {"in", "on", "at"}
        ahead = ahead or (word.lemma in _AHEAD and any(one.lemma in _words("held") for one in sentence.children(word.i, "dobj")))
        return Direction("future" if ahead else "past", shown)
    if word.tag in {"VBZ", "VBP"}:
        owned = _possessed(sentence, below)
        title = title or (word.lemma in _words("said") and bool(sentence.children(word.i, "ccomp")))
        done = title or word.lemma in _TOLD or (owned is not None and owned.lemma not in _words("held"))
        return _present(word, below, shown, done=done)
    return _bare(sentence, word, helpers, shown) if word.tag == "VB" else None


def _is_planned(sentence: Sentence, word: Word) -> bool:
    return word.lemma in _words("future") or (word.lemma == "set" and any(one.lower == "for" for one in sentence.children(word.i, "prep")))


def _participle(word: Word, helpers: list[Word], shown: str, *, ahead: bool, now: bool) -> Direction | None:
    """Judge "was closed", "is closed", "closed" behind a noun; of "will be closed" the verb above decides."""
    if not helpers and (word.dep == "acomp" or word.lemma == "follow"):
        return None
    return Direction("future" if ahead else "open" if now else "past", shown)


def _bare(sentence: Sentence, word: Word, helpers: list[Word], shown: str) -> Direction | None:
    """Judge a bare form: "did not return" is past; an order, or what was agreed on, is to come."""
    if any(one.lower == "did" for one in helpers):
        return Direction("past", shown)
    ordered = word.dep == "ccomp" and not sentence.children(word.i, "nsubj")
    return Direction("future", shown) if not helpers and (ordered or word.dep in {"ROOT", "xcomp", "conj"}) else None


def _present(word: Word, below: Word, shown: str, *, done: bool) -> Direction:
    """Judge a present: to come, but not a headline's, a report's, nor a form that could as well be a past ("hurt", "set")."""
    if done or word.lemma == "follow":
        return Direction("past", shown)
    if word.lower in _words("alike") or (word.lemma == "be" and below.dep not in {"attr", "npadvmod", "prep", "nsubj"}):
        return Direction("open", shown)
    return Direction("future", shown)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(toml("time")["tense"][key].split())
