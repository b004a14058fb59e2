"""Through whom the words came (“as quoted by X”, “told X”, “in a statement to X”), and to whom they were said, where that is no outlet.

A link of the way has a rank: first who heard the words, then who had the paper or carried them, then who quotes, then who reports all
that; within a rank the order of the text. So the link nearest to the reader stands last.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.mark.cues import lemma_of, verbs
from dateline.mark.found import Found
from dateline.mark.mention_of import mention_of, mentions_of
from dateline.mark.outlets import is_outlet, is_platform, named
from dateline.mark.passed_on import CARRIED
from dateline.mark.phrases import is_time, noun_phrase
from dateline.mark.reading import Paragraph, Sentence, Word
from dateline.model.party import Mention
from dateline.text.fold import fold
from dateline.words.given import given_names
from dateline.words.loader import words as listed
from dateline.words.places import state_names

_TOLD = frozenset(
    {"tell", "inform", "assure", "remind", "advise", "notify", "warn", "ask", "text", "email", "write", "reassure", "update", "brief"}
)
_TO_WHAT = frozenset(
    {"object", "refer", "point", "allude", "look", "subscribe", "agree", "admit", "confess", "respond", "react", "testify", "see"}
)
"""Verbs of which “to” leads to a thing rather than to a hearer."""
_SEEN = frozenset(
    {"seen", "obtained", "reviewed", "viewed", "read", "leaked", "shared", "shown", "released", "posted", "sent", "provided", "given"}
)
_SPEAKING = frozenset({"speak", "talk", "chat", "write", "ask"})
_NO_HEARER = frozenset({"story", "truth", "lie", "lies", "joke", "tale", "end", "percent", "name", "cheers", "applause"})
_RESPONSES = frozenset({"response", "reply", "reaction", "answer"})
_QUERIES = frozenset({"question", "query", "request", "inquiry", "enquiry"})
_STATEMENTS = frozenset({"statement", "interview", "comment", "remark"})
_REPORTING = frozenset({"reported", "said", "reports", "says", "wrote", "writes"})
_PAGES = frozenset({"page", "account", "feed", "profile"})
_PARTY_POS = frozenset({"PROPN", "NOUN", "PRON"})
_HEARD, _CARRIED, _QUOTED, _REPORTED = range(4)


def via_and_to(found: Found, paragraph: Paragraph) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Give the links through which the words came, the one nearest to the reader last, and the others to whom they were said."""
    links = list(_links(found, paragraph))
    to: list[Mention] = []
    for head in _hearers(found):
        for mention in _mentions(found, paragraph, head):
            if is_outlet(mention) or _took_statement(found, head, mention):
                links.append((_HEARD, head, mention))
            elif _is_hearer(found, head, mention):
                to.append(mention)
    if not links and not to:
        return (), ()
    own = {mention.name for mention in _own(found, paragraph)}
    to = [mention for mention in to if mention.name not in own]
    ordered = sorted(links, key=lambda row: row[:2])
    via = {mention.span: named(mention) for _, _, mention in ordered if mention.name not in own}
    return tuple(via.values()), tuple(dict.fromkeys(to))


def _links(found: Found, paragraph: Paragraph) -> Iterator[tuple[int, int, Mention]]:
    """Give rank, head and party of all links but those who were told."""
    ranked = [(_HEARD, head, False) for head in _media(found)]
    ranked += [(_HEARD, head, True) for head in _mouthpieces(found)]
    ranked += [(_CARRIED, head, sure) for head, sure in _carriers(found)]
    ranked += [(_QUOTED, head, True) for head in found.relays]
    ranked += [(_REPORTED, head, False) for head in _reporters(found)]
    for rank, head, sure in ranked:
        for mention in _mentions(found, paragraph, head):
            if (sure and (rank != _CARRIED or _is_party(mention))) or is_outlet(mention) or (rank < _QUOTED and is_platform(mention)):
                yield rank, head, mention


def _own(found: Found, paragraph: Paragraph) -> tuple[Mention, ...]:
    taken = found.origin
    if taken is None or taken.sentence is not found.site.sentence:
        return ()
    return mentions_of(paragraph, taken.sentence, taken.head, taken.without)


def _mentions(found: Found, paragraph: Paragraph, head: int) -> tuple[Mention, ...]:
    """Give the parties of a noun phrase without a participle that tells who saw it (“the minister seen by X”)."""
    words = found.site.sentence.words
    seen = next((c for c in words[head].children if words[c].tag == "VBN" and words[c].lower in _SEEN | CARRIED), None)
    return mentions_of(paragraph, found.site.sentence, head, seen)


def _carriers(found: Found) -> Iterator[tuple[int, bool]]:
    """Give heads of the noun phrases after “quoted by”, “seen by” and the like, outside what was said; and whether any party will do."""
    site = found.site
    words = site.sentence.words
    for word in words:
        if (
            word.lower not in CARRIED | _SEEN
            or (word.tag not in {"VBN", "VBD", "JJ"} and word.lower != "broadcast")
            or not _outside(found, word)
        ):
            continue
        if (
            not _under(site.sentence, word.i, found.verb)
            and words[found.verb].dep != "ROOT"
            and found.site.sentence.words[found.verb].lower != "according"
        ):
            continue
        if word.lower == "cited" and any(words[i].lower == "for" for i in site.sentence.subtree(word.i)):
            continue  # “cited by police for speeding”
        sure = word.lower in {"quoted", "cited", "reported"}
        for child in word.children:
            if words[child].lower in {"by", "to", "with", "on"} and (words[child].lower == "by" or word.lower not in CARRIED):
                yield from ((c, sure) for c in words[child].children if words[c].dep == "pobj" and words[c].pos in _PARTY_POS)


def _outside(found: Found, word: Word) -> bool:
    return found.site.quoted(word.start, word.end) is None and not _inside(found, word.start)


def _inside(found: Found, at: int) -> bool:
    return any(p.paragraph == found.site.paragraph and p.start <= at < p.end for p in found.content)


def _under(sentence: Sentence, i: int, verb: int) -> bool:
    return i == verb or any(word.i == verb for word in sentence.ancestors(i))


def _below(found: Found, verb: int) -> Iterator[Word]:
    """Give the dependents of a verb that stand outside what was said and outside quotations."""
    words = found.site.sentence.words
    for child in words[verb].children:
        if _outside(found, words[child]):
            yield words[child]


def _verbs(found: Found) -> list[int]:
    """Give the cue verb, the saying within “quoted as saying”, and a participle of speaking beside it (“Speaking to X, she said”)."""
    words = found.site.sentence.words
    verbs = [found.verb]
    for word in _below(found, found.verb):
        if word.dep in {"advcl", "dep"} and word.tag in {"VBG", "VBN"} and word.lemma in _SPEAKING:
            verbs.append(word.i)
        elif word.lower == "as":
            verbs += [c for c in word.children if words[c].dep == "pcomp" and words[c].tag == "VBG"]
    return verbs


def _hearers(found: Found) -> list[int]:
    """Heads of those who were told, or to whom a statement, interview or letter went."""
    words = found.site.sentence.words
    heads: list[int] = []
    if words[found.verb].pos not in {"VERB", "AUX"} or words[found.verb].lower == "according":
        return heads
    for verb in _verbs(found):
        for word in _below(found, verb):
            if word.dep in {"dobj", "dative"} and words[verb].lemma in _TOLD and word.pos in _PARTY_POS and word.tag != "WDT":
                heads.append(word.i)
            elif (
                word.lower in {"to", "with"} and word.dep in {"prep", "dative"} and (word.lower == "to" or words[verb].lemma in _SPEAKING)
            ) or (word.lower == "by" and words[verb].lower == "asked"):
                heads += _objects(found, word.i)
            elif word.dep == "prep" and word.lower in {"in", "during", "through", "via", "by"}:
                heads += _through(found, word.i)
    return heads


def _objects(found: Found, preposition: int) -> list[int]:
    words = found.site.sentence.words
    return [c for c in words[preposition].children if words[c].dep == "pobj" and words[c].pos in _PARTY_POS and _outside(found, words[c])]


def _through(found: Found, preposition: int) -> list[int]:
    """Heads of those to whom the statement, letter or interview went."""
    words = found.site.sentence.words
    heads = []
    for vehicle in words[preposition].children:
        if words[vehicle].dep == "pobj" and words[vehicle].lower in listed("titles", "vehicles"):
            for link in words[vehicle].children:
                if words[link].dep in {"prep", "dative"} and words[link].lower in {"to", "with", "for"}:
                    heads += _answered(found, vehicle, _objects(found, link))
    return heads


def _answered(found: Found, vehicle: int, heads: list[int]) -> list[int]:
    """Of “in response to questions from X” give X; of “in response to the crisis” nobody."""
    words = found.site.sentence.words
    asked = [
        head
        for query in heads
        if words[query].lemma in _QUERIES
        for link in words[query].children
        if words[link].lower in {"from", "by"}
        for head in _objects(found, link)
    ]
    if words[vehicle].lemma not in _RESPONSES:
        return asked or heads
    return asked or [head for head in heads if words[head].pos == "PROPN"]


def _is_hearer(found: Found, head: int, mention: Mention) -> bool:
    """Tell whether the phrase can be one who hears: of “objected to the plan” the plan is none, nor are the cheers of “said to cheers”."""
    words = found.site.sentence.words
    link = words[words[head].head]
    if is_time(found.site.sentence, head) or mention.head in _NO_HEARER:
        return False
    if link.lower != "to":
        return True
    lemma = words[link.head].lemma
    if words[link.head].pos in {"VERB", "AUX"} and (lemma in _TO_WHAT or not _speaks(found, link.head)):
        return mention.kind == "nominal" and lemma in _TO_WHAT and _is_party(mention)
    return mention.kind != "nominal" or _is_party(mention)


def _speaks(found: Found, verb: int) -> bool:
    lemma = lemma_of(found.site.sentence.words[verb])
    cue = verbs().get(lemma)
    return lemma in _SPEAKING or (cue is not None and (cue.clause == 2 or cue.quote or "to" in cue.prepositions))  # noqa: PLR2004 - 2 is "sure"


def _is_party(mention: Mention) -> bool:
    """Tell whether a phrase names somebody: by a proper name, or by a noun of persons or bodies."""
    if mention.kind != "nominal":
        return True
    one = mention.head.removesuffix("s")
    listings = (("parties", "bodies"), ("parties", "people"), ("titles", "titles"), ("titles", "hearers"), ("titles", "outlet_nouns"))
    return any(mention.head in listed(*key) or one in listed(*key) for key in listings)


def _media(found: Found) -> Iterator[int]:
    """Heads of what may be a medium: “said on CNN”, “in a post on X”, “via Telegram”, “in a BBC interview”, “wrote in the Gazette”."""
    words = found.site.sentence.words
    for verb in _verbs(found):
        for word in _below(found, verb):
            if word.dep not in {"prep", "agent", "advcl"} or word.lower not in {"on", "in", "via", "through", "during", "for"}:
                continue
            for below in _objects(found, word.i):
                if words[below].lower in listed("titles", "vehicles") | _PAGES:
                    yield from _beside(found, below)
                else:
                    yield below


def _beside(found: Found, vehicle: int) -> Iterator[int]:
    """Heads of the medium in “a post on X”, “a BBC interview”, “an essay in the Gazette”, “an op-ed for the Gazette”."""
    words = found.site.sentence.words
    for child in words[vehicle].children:
        if words[child].dep in {"compound", "nmod"} and words[child].text[:1].isupper():
            yield child
        elif words[child].dep == "prep" and words[child].lower in {"on", "in", "for", "via"}:
            yield from _objects(found, child)


def _mouthpieces(found: Found) -> Iterator[int]:
    """Heads of “through a lawyer”, “via her spokesman”."""
    words = found.site.sentence.words
    for word in _below(found, found.verb):
        if word.dep == "prep" and word.lower in {"through", "via"}:
            yield from (head for head in _objects(found, word.i) if words[head].lower in listed("titles", "mouthpieces"))


def _reporters(found: Found) -> Iterator[int]:
    """Heads of those who report it all: “..., X reported on Friday.” and “..., according to X.” at the end of the sentence."""
    site = found.site
    words = site.sentence.words
    last = len(words) - 1
    citing = next((w.i for w in words[found.verb + 1 :] if w.lower in {"citing", "quoting"} and _outside(found, w)), None)
    last = last if citing is None else citing - 1
    while last > 0 and words[last].dep == "punct":
        last -= 1
    for word in words[found.verb + 1 : last + 1]:
        if site.quoted(word.start, word.end) is not None:
            continue
        if word.lower in _REPORTING and _only_time(site.sentence, word.i + 1, last):
            subjects = (c for c in word.children if words[c].dep == "nsubj" and found.verb < c < word.i)
            yield from (c for c in subjects if _set_off(site.sentence, c))
        elif word.lower == "according" and words[word.i - 1].text == "," and word.i < last and words[word.i + 1].lower == "to":
            for head in words[word.i + 1].children:
                if _only_time(site.sentence, noun_phrase(site.sentence, head)[1] + 1, last):
                    yield head


def _set_off(sentence: Sentence, head: int) -> bool:
    first = noun_phrase(sentence, head)[0]
    return first > 0 and sentence.words[first - 1].text in {",", "”", '"', "’", "''"}


def _only_time(sentence: Sentence, first: int, last: int) -> bool:
    rest = range(first, last + 1)
    return all(
        is_time(sentence, i) or sentence.words[i].dep in {"punct", "prep", "det", "amod", "npadvmod", "advmod", "nummod", "compound"}
        for i in rest
    )


def _took_statement(found: Found, head: int, mention: Mention) -> bool:
    """Tell whether one bare name, no person's, country's or body's, took a statement or an interview: that is a newsroom."""
    words = found.site.sentence.words
    link = words[words[head].head]
    vehicle = words[link.head]
    if mention.kind != "name" or mention.role is not None or mention.person is not None or " " in mention.name:
        return False
    if link.lower not in {"to", "with"} or vehicle.lemma not in _STATEMENTS or (mention.name.isupper() and mention.text != mention.name):
        return False
    folded = fold(mention.name)
    return (
        folded not in state_names()
        and folded not in given_names()
        and folded not in listed("titles", "assemblies")
        and mention.head not in listed("parties", "bodies")
    )


def carried_on(inner: tuple[Mention, ...], outer: tuple[Mention, ...], further: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the way of a claim within the claim of `outer`: where those are outlets, they pass it on, and so do the `further` links."""
    if not outer or not all(is_outlet(mention) for mention in outer):
        return inner
    known = {mention.name for mention in inner}
    return (*inner, *(named(mention) for mention in (*outer, *further) if mention.name not in known and named(mention).name not in known))


def target_mentions(found: Found, paragraph: Paragraph) -> tuple[Mention, ...]:
    """Give the parties at whom the act is aimed; of “accused the council of neglect” the council, wherever the parse hangs “of neglect”."""
    mentions = (mention_of(paragraph, found.site.sentence, head) for head in found.targets)
    charge = _OF if found.site.sentence.words[found.verb].lemma in _OF_WHAT else _FOR
    return tuple(_without_charge(mention, charge) for mention in mentions)


_OF_WHAT = frozenset({"accuse", "suspect", "convict", "acquit"})
_OF = re.compile(r" (?:of|over) (?=[a-z\"“‘'])")
_FOR = re.compile(r" (?:for|over) ")


def _without_charge(mention: Mention, charge: re.Pattern[str]) -> Mention:
    """Cut a phrase before the charge: before the first “of” that no name follows (“the Ministry of Health of hiding ...”), before “for”."""
    found = charge.search(mention.name)
    if found is None:
        return mention
    name = mention.name[: found.start()]
    return replace(mention, name=name, head=name.split(" ")[-1].lower())
