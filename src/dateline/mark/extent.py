"""How far a content reaches: from the words of the clause to where the narrator speaks again."""

from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Site
from dateline.mark.phrases import is_time, reach, trimmed

_SURE = 2
_BREAKS = frozenset({",", "--", "—", "–", "-", ";"})
_OPENERS = frozenset({"that", "how"})
_TAILS = frozenset({"with", "amid", "despite"})
_ASIDES = frozenset({"who", "which", "whose", "where"})
_BESIDE = frozenset({"as", "while"})
_RESUMES = frozenset({"as", "while", "after", "before", "when", "with", "in", "at", "during"})
_OBJECTIVE = frozenset({"him", "her", "them"})
_ARTICLES = frozenset({"a", "an", "the"})
_SAME = frozenset({"he", "she", "it", "they", "we", "i", "you"})


def clause(site: Site, head: int, verb: int) -> tuple[int, int]:
    """First and last index of the content clause headed by `head` of the cue `verb`, on the side of the cue where the clause stands."""
    first, last = reach(site.sentence, head)
    if head > verb:
        first = max(first, verb + 1)
        last = _goes_on(site, ends(site, first, max(last, continuation(site, head, verb))))
        first = opening(site, first, last)
    else:
        last = min(last, verb - 1)
    return first, last


def _goes_on(site: Site, last: int) -> int:
    """Follow what the parser hung elsewhere: “... and that it would reopen”, “...: it is closed”."""
    words = site.sentence.words
    at, end = last + 1, len(words) - 1
    if at + 1 < end and words[at].text == ":" and site.quoted(words[at + 1].start, words[at + 1].end) is None:
        return last if _speaks_between(site, at + 1) else ends(site, at + 1, end)
    if at < end and words[at].text == ",":
        at += 1
    if at + 2 < end and words[at].lower in {"and", "but", "or"} and words[at + 1].lower == "that" and words[at + 1].tag == "IN":
        return ends(site, at, end)
    return last


def _speaks_between(site: Site, first: int) -> bool:
    """Tell whether a finite verb of saying stands from `first` on, outside quotations."""
    for word in site.sentence.words[first:]:
        cue = verbs().get(lemma_of(word)) if word.tag in {"VBD", "VBZ", "VBP"} else None
        if cue is not None and cue.clause == _SURE and site.quoted(word.start, word.end) is None:
            return True
    return False


def opening(site: Site, first: int, last: int) -> int:
    """Leave out the conjunction “that”, and a time that belongs to the saying (“said Monday it was ready”)."""
    words = site.sentence.words
    while first < last:
        word = words[first]
        if (
            (word.dep == "punct" and site.quoted(word.start, word.end) is None)
            or (word.lower == "that" and word.dep == "mark")
            or (
                word.dep in {"npadvmod", "nmod", "amod", "dobj"}
                and is_time(site.sentence, first)
                and words[word.head].i > first
                and words[first + 1].dep != "punct"
            )
        ):
            first += 1
        else:
            break
    return first


def ends(site: Site, first: int, last: int) -> int:
    """Cut a trailing “, with somebody doing ...” or “, amid ...” that the parser hung into the clause."""
    words = site.sentence.words
    for at in range(first + 2, last + 1):
        word = words[at]
        if _speaks_again(site, first, at):
            return at - 2
        if word.lower in _ASIDES and words[at - 1].text in _BREAKS and _closes(site, at, last):
            return at - 2
        if word.lower == "as" and words[at - 1].text in _BREAKS and _meanwhile(site, at):
            return at - 2
        if words[at - 1].text in _BREAKS and _narrator_adds(site, at, last):
            return at - 2
        if word.lower not in _TAILS or words[at - 1].text not in _BREAKS or site.quoted(word.start, word.end) is not None:
            continue
        if word.lower != "with" or _doing(site, at):
            return at - 2
    return last


def _after_quotation(site: Site, first: int, at: int) -> bool:
    """Tell whether the narrator goes on after a quotation that closes with a comma: “called it a “mess,” pointing to ...”."""
    words = site.sentence.words
    word = words[at]
    if word.tag not in {"VBG", "WDT", "WP"} and word.lower not in _RESUMES:
        return False
    for quotation in site.quotations:
        if words[first].start < quotation.end <= word.start and site.text[quotation.end : word.start].strip() == "":
            return site.text[quotation.start : quotation.end].rstrip("\"“”'‘’»« ")[-1:] == ","
    return False


def phrase_ends(site: Site, first: int, last: int) -> int:
    """Cut what went on beside from a content that is no clause: “denied the charge as the court met” ends before “as”."""
    words = site.sentence.words
    for at in range(first + 1, last + 1):
        if _after_quotation(site, first, at):
            return ends(site, first, at - 1)
        if words[at].lower in _BESIDE and words[at].dep in {"mark", "advmod"} and _meanwhile(site, at, words[at].dep):
            return ends(site, first, at - 1)
    return ends(site, first, last)


def _meanwhile(site: Site, at: int, dep: str = "mark") -> bool:
    """Tell whether “, as somebody did ...” tells what went on beside."""
    words = site.sentence.words
    word = words[at]
    with_subject = any(words[c].dep in {"nsubj", "nsubjpass"} for c in words[word.head].children)
    return word.dep == dep and with_subject and site.quoted(word.start, word.end) is None


def _narrator_adds(site: Site, at: int, last: int) -> bool:
    """Tell whether “, a plan that nobody knew.” closes the content, outside quotations: an apposition with a clause of its own."""
    words = site.sentence.words
    if words[at].lower not in _ARTICLES or site.quoted(words[at].start, words[at].end) is not None:
        return False
    noun = words[words[at].head]
    first, end = reach(site.sentence, noun.i)
    described = any(words[c].dep in {"relcl", "acl", "prep"} for c in noun.children)
    return noun.dep == "appos" and noun.pos == "NOUN" and first == at and end >= last - 1 and described


def _closes(site: Site, at: int, last: int) -> bool:
    """Tell whether the relative clause that begins with the pronoun at `at` runs to the end of the content, outside quotations."""
    words = site.sentence.words
    if site.quoted(words[at].start, words[at].end) is not None:
        return False
    clause = next((above for above in site.sentence.ancestors(at) if above.dep == "relcl"), None)
    return clause is not None and reach(site.sentence, clause.i)[1] >= last - 1


def _speaks_again(site: Site, first: int, at: int) -> bool:
    """Tell whether “, adding ...” or “and added ...” begins at `at`: the speaker's next verb, hung into the clause by the parser."""
    words = site.sentence.words
    word = words[at]
    if (
        word.pos != "VERB"
        or words[at - 1].lower not in {",", "and", "but"}
        or word.head < first
        or site.quoted(word.start, word.end) is not None
    ):
        return False
    cue = verbs().get(lemma_of(word))
    speaks = cue is not None and (cue.clause == _SURE or (cue.object == _SURE and word.tag == "VBG"))
    if not speaks or any(words[c].dep.startswith("nsubj") for c in word.children):
        return False
    if word.dep == "conj" and word.tag in {"VBD", "VBZ", "VBP"} and words[word.head].pos not in {"VERB", "AUX"}:
        return True
    if (
        word.tag == "VBG"
        and words[word.head].tag != "VBG"
        and (word.dep == "conj" or (word.dep == "advcl" and words[at - 1].lower == "and"))
    ):
        return True
    if word.dep == "conj" and word.tag in {"VBD", "VBZ"} and _of_another(site, at):
        return True
    return (word.tag == "VBG" and word.dep == "advcl" and words[at - 1].text == ",") or (
        word.dep == "conj"
        and word.tag in {"VBD", "VBZ", "VBP"}
        and any(words[c].dep == "ccomp" for c in word.children)
        and words[at - 1].lower in {"and", "but"}
    )


def _of_another(site: Site, at: int) -> bool:
    """Tell whether the object is the subject of the clause before (“said the owner was late and criticized him”): the speaker goes on."""
    words = site.sentence.words
    own = next((c for c in words[words[at].head].children if words[c].dep.startswith("nsubj")), None)
    object_ = next((c for c in words[at].children if words[c].dep == "dobj"), None)
    return own is not None and object_ is not None and words[own].pos in {"NOUN", "PROPN"} and words[object_].lower in _OBJECTIVE


def _doing(site: Site, preposition: int) -> bool:
    """Tell whether “with” leads somebody and a participle."""
    words = site.sentence.words
    for child in words[preposition].children:
        if (
            words[child].dep == "pcomp"
            and words[child].tag in {"VBG", "VBN"}
            and any(words[c].dep in {"nsubj", "nsubjpass"} for c in words[child].children)
        ):
            return True
        if words[child].dep == "pobj" and any(words[c].dep == "acl" and words[c].tag in {"VBG", "VBN"} for c in words[child].children):
            return True
    return False


def continuation(site: Site, head: int, verb: int) -> int:
    """Give the last index of what goes on after the clause: “..., but it had ...” with the same pronoun, “because ...” without a comma."""
    words = site.sentence.words
    last = -1
    pronoun = next((words[c].lower for c in words[head].children if words[c].dep.startswith("nsubj")), "")
    for child in words[verb].children:
        if child < head:
            continue
        word = words[child]
        if word.dep == "conj" and pronoun in _SAME and words[verb].tag != "VB":
            own = next((words[c].lower for c in word.children if words[c].dep.startswith("nsubj")), "")
            if own == pronoun:
                last = max(last, reach(site.sentence, child)[1])
        elif word.dep == "advcl":
            first, end = reach(site.sentence, child)
            if (
                words[first].lower in {"because", "if", "unless", "until", "so", "than", "since", "although", "though"}
                and words[first - 1].dep != "punct"
            ):
                last = max(last, end)
    return last


def stretch(site: Site, first: int, last: int) -> tuple[int, int] | None:
    """Turn first and last index into offsets of the paragraph, trimmed; None where nothing is left."""
    if last < first:
        return None
    words = site.sentence.words
    start, end = trimmed(site.text, words[first].start, words[last].end)
    return (start, end) if start < end else None
