"""Through whom the words came (“as quoted by X”, “told X”, “in a statement to X”), and to whom they were said, where that is no outlet."""

import re
from dataclasses import replace
from functools import cache

from dateline.mark.found import Found
from dateline.mark.mention_of import mention_of, mentions_of
from dateline.mark.reading import Paragraph, Sentence
from dateline.model.party import Mention
from dateline.text.fold import fold
from dateline.words.loader import rows
from dateline.words.loader import words as listed
from dateline.words.places import state_names

_CARRIED = frozenset({"quoted", "cited", "reported", "carried", "published", "relayed"})
_TOLD = frozenset(
    {"tell", "inform", "assure", "remind", "advise", "notify", "warn", "ask", "text", "email", "write", "reassure", "update", "brief"}
)
_LONGEST_ACRONYM = 4


def via_and_to(found: Found, paragraph: Paragraph) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Give the outlets through which the words came, and the others to whom they were said."""
    via: list[Mention] = []
    to: list[Mention] = []
    sentence = found.site.sentence
    for head in [*found.relays, *_carriers(found)]:
        via.extend(mentions_of(paragraph, sentence, head))
    for head in _hearers(found):
        for mention in mentions_of(paragraph, sentence, head):
            (via if is_outlet(mention) or _took_statement(found, head, mention) else to).append(mention)
    return tuple(dict.fromkeys(via)), tuple(dict.fromkeys(to))


def _carriers(found: Found) -> list[int]:
    """Heads of the noun phrases after “quoted by” and the like, outside quotations."""
    site = found.site
    words = site.sentence.words
    heads = []
    for word in words:
        if word.lower not in _CARRIED or site.quoted(word.start, word.end) is not None or _inside(found, word.start):
            continue
        if not _under(site.sentence, word.i, found.verb) and site.sentence.words[found.verb].dep != "ROOT":
            continue
        for child in word.children:
            if words[child].lower == "by":
                heads += [c for c in words[child].children if words[c].dep == "pobj"]
    return heads


def _inside(found: Found, at: int) -> bool:
    return any(p.paragraph == found.site.paragraph and p.start <= at < p.end for p in found.content)


def _under(sentence: Sentence, i: int, verb: int) -> bool:
    return i == verb or any(word.i == verb for word in sentence.ancestors(i))


def _hearers(found: Found) -> list[int]:
    """Heads of those who were told, or to whom a statement, interview or letter went."""
    site = found.site
    words = site.sentence.words
    heads: list[int] = []
    if words[found.verb].pos not in {"VERB", "AUX"} or words[found.verb].lower == "according":
        return heads
    for child in words[found.verb].children:
        word = words[child]
        if _inside(found, word.start) or site.quoted(word.start, word.end) is not None:
            continue
        if word.dep in {"dobj", "dative"} and word.lemma and words[found.verb].lemma in _TOLD and word.pos in {"NOUN", "PROPN", "PRON"}:
            heads.append(child)
        elif word.dep in {"prep", "dative"} and word.lower == "to":
            heads += [c for c in word.children if words[c].dep == "pobj" and words[c].pos in {"PROPN", "NOUN", "PRON"}]
        elif word.dep == "prep" and word.lower in {"in", "during", "through", "via", "by"}:
            heads += _through(site.sentence, child)
    return heads


def _through(sentence: Sentence, preposition: int) -> list[int]:
    words = sentence.words
    heads = []
    for vehicle in words[preposition].children:
        if words[vehicle].dep == "pobj" and words[vehicle].lower in listed("titles", "vehicles"):
            for link in words[vehicle].children:
                if words[link].dep in {"prep", "dative"} and words[link].lower in {"to", "with", "for"}:
                    heads += [c for c in words[link].children if words[c].dep == "pobj" and words[c].pos in {"PROPN", "NOUN", "PRON"}]
    return heads


def _took_statement(found: Found, head: int, mention: Mention) -> bool:
    """Tell whether one bare name, no person's, country's or body's, took a statement or an interview: that is a newsroom."""
    words = found.site.sentence.words
    link = words[words[head].head]
    vehicle = words[link.head]
    if mention.kind != "name" or mention.role is not None or mention.person is not None or " " in mention.name:
        return False
    if link.lower not in {"to", "with"} or vehicle.lemma not in {"statement", "interview", "comment", "remark", "email", "message"}:
        return False
    return fold(mention.name) not in state_names() and mention.head not in listed("parties", "bodies")


def is_outlet(mention: Mention) -> bool:
    """Tell whether the party is a news agency or outlet: by the list of agencies, by its last word, or as a short acronym."""
    if mention.kind == "pronoun":
        return False
    name = mention.name.strip("\"“”'")
    if _is_agency(name) or (
        mention.role is not None and mention.role.lower().split()[-1:] and mention.role.lower().split()[-1] in listed("titles", "outlets")
    ):
        return True
    last = mention.head
    if mention.kind == "nominal":
        return last in listed("titles", "outlets") and mention.person != "they"
    if name.isupper() and 2 <= len(name) <= _LONGEST_ACRONYM and name.isalpha():  # noqa: PLR2004 - one letter is no acronym
        return True
    return name.lower().split()[-1] in listed("titles", "outlet_endings") if name else False


def _is_agency(name: str) -> bool:
    return name.casefold() in _agencies()


@cache
def _agencies() -> frozenset[str]:
    forms = (form for row in rows("agencies") for form in (row[0], *(row[2].split("|") if len(row) > 2 else ())))  # noqa: PLR2004 - third field
    return frozenset(form.strip().casefold() for form in forms if form.strip())


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
