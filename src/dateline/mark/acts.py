"""Which act an attribution performs: the cue's own, or what construction, object, negation and content make of it.

The cue decides, by four rules of thumb. What somebody says will be done is a statement; only the cue makes a promise of it ("vowed",
"pledged", "agreed to"). A claim that is rejected is denied, an offer that is rejected is refused. Who is asked *whether* is questioned,
who is asked *to* is urged. A negated cue performs its act no longer; who does not support something opposes it.
"""

import re

from dateline.mark.cues import act_of, lemma_of
from dateline.mark.found import Found, Piece, Site
from dateline.mark.reading import Sentence, Word
from dateline.model.attribution import Act
from dateline.words.loader import words as listed

_ASKS = re.compile(r"(?:whether|if|why|how|what|when|who|where|which)\b", re.IGNORECASE)
_SORRY = re.compile(
    r"[“\"'‘]?(?:(?:i|we|he|she|it|they)(?:[’']m|[’']re| am| are| is| was| were) (?:\w+ly |so |very )?sorry\b|sorry\b"
    r"|(?:i|we) apologi[sz]e\b)"
    r"(?!.{0,30}\b(?:loss|famil|victim|to hear|to see|to say))",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"[“\"'‘]?(?:this|that|it|these|those|they|the (?:[\w’'-]+ ){0,2}"
    r"(?:claim|accusation|allegation|report|charge|story|rumou?r|suggestion)s?)"
    r"(?: (?:is|was|are|were)|[’']s) (?:(?:simply|just|completely|totally|entirely|absolutely|clearly|all) )?"
    r"(?:not (?:true|the case|correct)|untrue|false|a lie|lies|nonsense|baseless|unfounded|groundless|fabricated|a fabrication)\b",
    re.IGNORECASE,
)
_NOT_TRUE_THAT = re.compile(r"(?:it (?:is|was|were)(?: \w+ly)? (?:not true|untrue|false|not the case|a lie) that) ", re.IGNORECASE)
_NAMING = frozenset({"speech.naming", "speech.regarding"})
_DISMISSING = frozenset({"reject", "dismiss", "rebuff", "repudiate", "disown", "spurn"})
_EVALUATED: tuple[tuple[str, Act], ...] = (("false", "denial"), ("bad", "criticism"), ("good", "praise"))
_REQUESTING = frozenset({"ask", "tell", "order", "urge", "advise", "invite", "encourage", "instruct", "press", "call", "summon"})
_NEVER = frozenset({"never", "neither"})
_ANSWERING = frozenset({"say", "answer", "explain", "reveal", "disclose"})
"""Verbs that are refused only where a question follows: “would not say that ...” says something."""
_WILLING = frozenset({"would", "will", "wo", "'d", "’d", "'ll", "’ll"})
_DEEDS: frozenset[Act] = frozenset(
    {"praise", "criticism", "accusation", "support", "opposition", "admission", "denial", "promise", "demand", "warning"}
)


def act_in(site: Site, verb: int, content: list[Piece]) -> Act:
    """Give the act of the cue verb in its sentence."""
    word = site.sentence.words[verb]
    act = act_of(lemma_of(word))
    if act == "question" and content:
        piece = content[0]
        told = site.text[piece.start : piece.end]
        if not _ASKS.match(told) and "?" not in told and (_asks_for(site, verb) or _asks_that(site, verb) or _pleads(told)):
            return "demand"
    if act == "demand" and lemma_of(word) == "insist" and not _asks_for(site, verb):
        return "statement"
    return act


def _pleads(told: str) -> bool:
    return told.lstrip("“\"'‘").lower().startswith("please")


def _asks_that(site: Site, verb: int) -> bool:
    words = site.sentence.words
    clauses = [c for c in words[verb].children if words[c].dep == "ccomp" and c > verb]
    return any(words[m].lower == "that" for c in clauses for m in words[c].children if words[m].dep == "mark")


def _asks_for(site: Site, verb: int) -> bool:
    """Tell whether a clause in the bare infinitive (“that he leave”, “that he be heard”) or with “to” follows."""
    words = site.sentence.words
    for child in words[verb].children:
        if words[child].dep not in {"ccomp", "xcomp"} or child < verb:
            continue
        below = [words[c] for c in words[child].children if words[c].dep in {"aux", "auxpass", "neg"}]
        if any(w.tag == "MD" or w.lower in {"do", "does", "did"} for w in below):
            return False
        if words[child].tag == "VB" or any(w.tag == "VB" and w.lower == "be" for w in below):
            return True
    return False


def cannot_speak(found: Found) -> bool:
    """Tell whether the source is a thing that does not speak, or whether blows are meant by the verb (“the army attacked the town”)."""
    taken = found.origin
    if taken is None:
        return False
    head = taken.sentence.words[taken.head]
    if head.pos == "NOUN" and head.lemma in listed("acts", "things"):
        return True
    lemma = lemma_of(found.site.sentence.words[found.verb])
    return (
        found.content != []
        and lemma in listed("acts", "blows")
        and head.lemma in listed("acts", "fighters")
        and found.rule.startswith("speech.")
        and "object" in found.rule
    )


def acted(found: Found) -> None:
    """Settle act and targets of `found` in place, once its content stands; cut “it was not true that” from what is denied."""
    if found.cue is None:
        return
    found.act = _settled(found)
    if found.act == "statement":
        found.targets = []
    if found.act == "denial":
        _proposition(found)
        found.targets = _claimant(found)
    elif not found.targets and (found.act == "demand" or (found.act in {"criticism", "praise"} and found.rule in _NAMING)):
        found.targets = _addressed(found)


def _settled(found: Found) -> Act:
    word = found.site.sentence.words[found.verb]
    act = found.act
    lemma = lemma_of(word)
    if act == "statement" and word.pos in {"VERB", "AUX"}:
        act = act_in(found.site, found.verb, found.content)
    if act in {"denial", "refusal"} or lemma in _DISMISSING:
        act = _denied_or_refused(found, lemma, act)
    act = _by_construction(found, lemma, act)
    if found.rule in _NAMING or act == "statement":
        act = _by_content(found, act)
    return _negated(found, word, act)


def _denied_or_refused(found: Found, lemma: str, act: Act) -> Act:
    thing = _object(found)
    if thing is None:
        return act
    if lemma in _DISMISSING:
        if thing.lemma in listed("acts", "claims"):
            return "denial"
        return "refusal" if lemma in {"reject", "rebuff", "spurn"} else act
    if act == "denial" and (thing.lemma in listed("acts", "grants") or _two_objects(found)):
        return "refusal"
    return "statement" if act == "denial" and thing.lower == "nothing" else act


def _two_objects(found: Found) -> bool:
    words = found.site.sentence.words
    return sum(words[c].dep in {"dobj", "dative"} and c > found.verb for c in words[found.verb].children) > 1


def _by_construction(found: Found, lemma: str, act: Act) -> Act:
    told = _told(found)
    thing = _object(found)
    infinitive = told.lower().startswith("to ") or "infinitive" in found.rule
    if infinitive and lemma in {"agree", "offer", "swear", "commit"}:
        return "promise"
    if infinitive and lemma in {"hope", "expect", "prefer", "like"} and act == "belief":
        return "intent"
    if found.rule == "speech.passive-estimate" and lemma in _REQUESTING:
        return "demand"
    if lemma == "appeal" and not infinitive and " to " not in told and _led_by(found, "to"):
        return "statement"
    if thing is not None:
        return _by_object(found, lemma, act, thing)
    return act


def _by_object(found: Found, lemma: str, act: Act, thing: Word) -> Act:  # noqa: PLR0911 - one line an object
    if lemma in listed("acts", "handing") and (thing.pos == "NOUN" or thing.tag == "VBG") and act_of(thing.lemma) != "statement":
        return act_of(thing.lemma)
    if lemma in listed("acts", "greetings") and thing.lemma in listed("acts", "persons"):
        return "statement"
    if lemma == "question":
        return "criticism"
    if lemma in {"admit", "concede"} and "object" in found.rule and thing.lemma not in listed("acts", "faults") and thing.tag != "VBG":
        return "statement"
    if lemma in {"contest", "defend", "challenge", "admit", "concede"} and thing.lemma in listed("acts", "contests"):
        return "statement"
    if lemma == "condemn" and _led_by(found, "to"):
        return "statement"
    return act


def _by_content(found: Found, act: Act) -> Act:
    told = _told(found)
    if found.rule in _NAMING and act == "statement":
        thing = _object(found)
        start = found.site.sentence.words[found.verb].end if thing is None else thing.end
        naming = " ".join(found.site.text[max(p.start, start) : p.end] for p in found.content if p.paragraph == found.site.paragraph)
        said = {part.strip(" ,.;:!?”“\"'‘’").lower() for part in naming.split()}
        said |= {part.removesuffix("s") for part in said} | {part.removesuffix("es") for part in said}
        for key, made in _EVALUATED:
            if said & listed("acts", key) and not said & {"not", "no", "never"}:
                return made
    if act == "statement" and (_FALSE.match(told) or _NOT_TRUE_THAT.match(told)) and found.rule not in _NAMING:
        return "denial"
    return "admission" if act == "statement" and _SORRY.match(told) and found.weight > 1 else act


def is_unwilling(sentence: Sentence, verb: int) -> bool:
    """Tell whether “would not” or “will not” stands with a verb of speaking: “would not say whether ...”."""
    words = sentence.words
    below = [words[c] for c in words[verb].children if c < verb]
    will = any(w.dep == "aux" and w.tag == "MD" and w.lower in _WILLING for w in below)
    return will and any(w.dep == "neg" or w.lower == "neither" for w in below) and words[verb].lemma in listed("acts", "speaking")


def _negated(found: Found, word: Word, act: Act) -> Act:
    words = found.site.sentence.words
    first = _first_of(found, word)
    below = words[first.head]
    if act in {"statement", "question", "denial"} and is_unwilling(found.site.sentence, first.i):
        sure = word.lemma not in _ANSWERING or word.i != first.i or _ASKS.match(_told(found)) is not None
        return "refusal" if sure else act
    undone = first.dep == "xcomp" and below.lemma in listed("acts", "undoing")
    negated = undone or any(words[c].dep == "neg" or words[c].lower in _NEVER for i in {word.i, first.i} for c in words[i].children)
    if not negated or act not in _DEEDS:
        return act
    return "opposition" if act == "support" else "statement"


def _first_of(found: Found, word: Word) -> Word:
    """Give the first of verbs coordinated by “or” and “nor”, the others of which it negates too: “would neither confirm nor deny”."""
    words = found.site.sentence.words
    while word.dep == "conj" and any(words[c].lower in {"or", "nor"} for c in words[word.head].children):
        word = words[word.head]
    return word


def _told(found: Found) -> str:
    if not found.content:
        return ""
    piece = found.content[0]
    return found.site.text[piece.start : piece.end] if piece.paragraph == found.site.paragraph else ""


def _object(found: Found) -> Word | None:
    words = found.site.sentence.words
    return next((words[c] for c in words[found.verb].children if c > found.verb and words[c].dep == "dobj"), None)


def _led_by(found: Found, preposition: str) -> bool:
    words = found.site.sentence.words
    return any(words[c].lower == preposition and words[c].dep in {"prep", "dative"} for c in words[found.verb].children)


def _proposition(found: Found) -> None:
    """Cut “it was not true that” from what is denied, where it is not quoted."""
    cut = _NOT_TRUE_THAT.match(_told(found))
    if cut is not None and found.content:
        piece = found.content[0]
        found.content[0] = Piece(piece.paragraph, piece.start + cut.end(), piece.end)


def _claimant(found: Found) -> list[int]:
    """Give whose claim is denied: the possessor (“the union's claim”), or who stands after “by” or “from”."""
    words = found.site.sentence.words
    thing = _object(found)
    if thing is None or thing.pos == "PROPN":
        return found.targets
    if thing.lemma not in listed("acts", "claims"):
        return []
    owners = [c for c in thing.children if words[c].dep == "poss" and words[c].pos in {"NOUN", "PROPN"}]
    makers = [b for c in thing.children if words[c].lower in {"by", "from"} for b in words[c].children if words[b].dep == "pobj"]
    return (owners or makers)[:1]


def _addressed(found: Found) -> list[int]:
    """Give who is asked, or called something: object, subject of the small clause, party after “on” or “to”, subject of the passive."""
    words = found.site.sentence.words
    below = [words[c] for c in words[found.verb].children]
    if found.rule.startswith("speech.passive"):
        return [w.i for w in below if w.dep == "nsubjpass"][:1]
    if found.rule == "speech.preposition":
        links = [w for w in below if w.dep in {"prep", "dative"} and w.lower in {"on", "upon", "to"}]
        return [c for w in links for c in w.children if words[c].dep == "pobj" and words[c].pos in {"NOUN", "PROPN", "PRON"}][:1]
    if found.rule != "speech.addressed" and found.rule not in _NAMING:
        return []
    direct = [w.i for w in below if w.dep in {"dobj", "dative"} and w.i > found.verb]
    small = [
        c
        for w in below
        if w.dep in {"ccomp", "xcomp", "oprd"}
        for c in w.children
        if words[c].dep in {"nsubj", "nsubjpass"} and c > found.verb
    ]
    return (direct or small)[:1]
