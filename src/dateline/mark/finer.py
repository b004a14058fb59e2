"""How sure a hit of a rule is hangs on where its cue stands and whether words are quoted: the finer rules of one construction."""

from dateline.mark.found import Found
from dateline.mark.quotes import Quotation, near

_LONG = 4
"""Words of a quotation from which it is no single term."""
_CHARGES = frozenset({"for", "as", "of"})
_UNDER = {
    "speech.clause": "speech.clause-under",
    "speech.object": "speech.object-under",
    "speech.thought": "speech.thought-under",
    "speech.infinitive": "speech.infinitive-under",
    "speech.preposition": "speech.preposition-under",
    "speech.weak-object": "speech.weak-object-under",
    "speech.addressed": "speech.addressed-under",
    "speech.idiom": "speech.idiom-under",
}
"""The rule for a cue that does not stand in the main clause."""


def finer(found: Found, quoted: list[list[Quotation]]) -> str:  # noqa: PLR0911 - one line a construction
    """Give the finer rule of a proposal whose content is settled."""
    rule = found.rule
    if rule == "speech.clause" and _is_quoted(found, quoted):
        return "speech.clause-quoted"
    if rule == "speech.participle-clause":
        loose = not _after_comma(found) and not _is_quoted(found, quoted)
        return "speech.participle-clause-loose" if loose else rule
    if rule == "speech.participle-object" and _is_main(found):
        rule = "speech.object"  # “has praised ...”: the verb of the sentence
    if rule == "speech.object" and _is_main(found) and (_has_charge(found) or _is_quoted(found, quoted)):
        return "speech.charge"
    if rule == "speech.aside" and found.site.sentence.words[found.verb].dep == "advcl":
        return "speech.as-clause"
    if rule == "speech.quote" and not _is_long(found, quoted):
        return "speech.quote-short"
    if rule == "speech.naming" and _is_quoted(found, quoted):
        return "speech.naming-quoted"
    if rule in _UNDER and not _is_main(found):
        return _UNDER[rule]
    return rule


def _is_main(found: Found) -> bool:
    """Tell whether the cue is the verb of the sentence, without “would” or “if”, and has its own subject."""
    words = found.site.sentence.words
    word = words[found.verb]
    modal = any(words[c].tag == "MD" and words[c].lower not in {"will", "'ll", "’ll"} for c in word.children)
    inherited = found.origin is not None and found.origin.inherited
    return word.head == word.i and not modal and not inherited and word.tag != "VB"


def _is_quoted(found: Found, quoted: list[list[Quotation]]) -> bool:
    return any(near(quoted[piece.paragraph], piece.start, piece.end) for piece in found.content)


def _is_long(found: Found, quoted: list[list[Quotation]]) -> bool:
    return any(q.words > _LONG for piece in found.content for q in near(quoted[piece.paragraph], piece.start, piece.end))


def _after_comma(found: Found) -> bool:
    return found.verb > 0 and found.site.sentence.words[found.verb - 1].text in {",", "--", "—", "–"}


def _has_charge(found: Found) -> bool:
    """Tell whether the verb of praise or blame says for what: “accused X of ...”, “praised X for ...”."""
    words = found.site.sentence.words
    word = words[found.verb]
    return any(words[c].lower in _CHARGES and words[c].dep == "prep" and c > found.verb for c in word.children)
