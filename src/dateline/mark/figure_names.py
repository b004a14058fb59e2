"""Numbers that are no quantity: dates, times, names, places in a list, addresses of the net and the telephone, fixed phrases."""

import re
from functools import cache

from dateline.mark.figure_draft import Draft, Scene, word_from
from dateline.mark.figure_words import designators, idioms, joints, listed
from dateline.mark.reading import Sentence, Word

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_MASK = re.compile(
    # the net and the telephone
    r"https?://\S+|\bwww\.\S+|\b[\w.+-]{1,64}@[\w-]+\.[\w.]+|(?<!\w)[@#]\w+"
    r"|\+\d[\d ()-]{7,20}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b(?!-)"
    r"|\b(?i:call(?:ed|ing|s)?|dial(?:led|ing|ed|s)?|rang|ring) (?:911|999|112|111|000|101)\b"
    r"|\b(?:911|999) (?:call|operator|dispatch|emergency|centre|center)"
    # dates in digits, versions, fixed pairs, the count of pictures
    r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d+(?:\.\d+){2,}\b"
    r"|\b24/7\b|\b9/11\b|\b50[/-]50\b|\b20/20\b|\b(?i:caption|photo|slide|image|picture|page|part) \d+ (?:of|/) \d+"
    # clock times
    r"|\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d{2})? ?[ap]\.?m\b\.?|\b\d{1,2} o['’]clock"
    # days of a month, months of a year
    rf"|\b{_MONTH}\.? {_NTH}(?: ?[-–] ?{_NTH})?(?![\d,]\d)(?:,? \d{{4}}\b)?"
    rf"|\b{_NTH}(?: of)? {_MONTH}\b\.?(?:,? \d{{4}}\b)?|\b{_MONTH}\.?,? (?:1[0-9]|20)\d\d\b"
    # decades, quarters, runs of years
    r"|\b(?:1[0-9]|20)\d0s\b|['’]\d0s\b|\b(?:Q[1-4]|FY ?\d{2,4})\b|\b(?:1[0-9]|20)\d\d[-–/]\d{2}\b(?!\d)"
    r"|\b(?:1[5-9]|20)\d\d ?[-–] ?(?:1[5-9]|20)\d\d\b(?! [a-z])",
)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|to|during|of|between|through|circa|around|early|late|mid|and|year|the)[ -]$",
    re.IGNORECASE,
)
_MODERN = 1900
"""From here to 2099 four digits alone are a year rather than a count."""
_CAPITALISED = 4
"""Letters from which on a word of a title has a capital."""
_LIST = re.compile(r"\d{1,2}[.)] [A-Z“\"]")
_PARENS = re.compile(r"\(\d{1,3}\)")
_PLURAL = frozenset({"NNS", "NNPS"})
_NAMES = frozenset({"NNP", "NNPS"})
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"])


def masked(text: str, near: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the stretches of a text that hold digits and no quantity by their shape alone: dates, clock times, addresses."""
    return [match.span() for start, end in near for match in _MASK.finditer(text, start, end)]


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(phrase) for phrase in idioms()) + r")(?![\w-])", re.IGNORECASE)


def phrases(text: str, near: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the fixed phrases of a text that have a number in them."""
    return [match.span() for start, end in near for match in _idioms().finditer(text, start, end)]


def is_name(scene: Scene, draft: Draft) -> bool:
    """Tell whether a number with neither currency nor unit is a name, a year or a place in a list."""
    text, form = scene.text, draft.numeral.form
    if draft.front < draft.numeral.start:
        return False
    if form == "digits" and _is_stuck(text, draft):
        return True
    if draft.unit is not None or draft.kind == "age":
        return draft.kind == "duration" and _is_designated(text, draft) and not draft.bound
    if form in {"fraction", "vague"}:
        return form == "fraction" and _is_period(text, draft)
    return _is_bare_name(scene, draft)


def _is_bare_name(scene: Scene, draft: Draft) -> bool:
    if draft.numeral.form == "digits" and _is_listed(scene.text, draft):
        return True
    if draft.bound is not None or draft.rule == "figures.range":
        return False
    if draft.numeral.form == "digits" and (_is_alone(scene, draft) or _is_year(scene, draft)):
        return True
    return _is_designated(scene.text, draft) or _is_named(scene, draft)


def _is_listed(text: str, draft: Draft) -> bool:
    """Tell the number before a list item, "1. Turn left", and the one in brackets, "Ann Doe (4)"."""
    start = draft.numeral.start
    if start == 0:
        return _LIST.match(text) is not None
    return text[start - 1] == "(" and _PARENS.match(text, start - 1) is not None


def _is_alone(scene: Scene, draft: Draft) -> bool:
    """Tell the number of a list item, which is a sentence by itself: "2. Turn left."."""
    sentence = scene.sentence_at(draft.numeral.start)
    return (
        sentence is not None
        and scene.text[sentence.start : sentence.end].rstrip(".)") == scene.text[draft.numeral.start : draft.numeral.end]
    )


def _is_stuck(text: str, draft: Draft) -> bool:
    """Tell a number that is joined to letters: "A42", "F-16", "49ers", "5G"."""
    start, end = draft.numeral.start, draft.numeral.end
    before = text[start - 1 : start]
    if before == "." and start > 1 and text[start - 2].isalpha():
        return True
    if before and (before.isalpha() or before in "_/\\&#"):
        return draft.front == start
    if before and before in "-–" and start > 1 and text[start - 2].isalnum():
        word = re.search(r"[\w.&]+$", text[max(0, start - 20) : start - 1])
        lead = word.group() if word else ""
        return lead not in joints() and not (lead.isdigit() or lead[0].isdigit()) and lead.lower() not in {"minus", "sub", "then"}
    after = text[end : end + 1]
    if after and (after.isalpha() or after == "_"):
        return draft.end == end
    if after == "-" and draft.end == end and re.match(r"-[A-Z]\b", text[end : end + 3]):
        return True
    return after == "/" and text[end + 1 : end + 2].isdigit()


def _is_period(text: str, draft: Draft) -> bool:
    """Tell "the first half", "half-brother" from a share."""
    if text[draft.numeral.start : draft.numeral.end].lower() != "half":
        return False
    before = text[max(0, draft.start - 12) : draft.start].lower()
    if re.search(r"\b(?:first|second|third|fourth|latter|other|better|in|this|1st|2nd)[ -]$", before):
        return True
    return bool(
        re.match(
            r"-(?!(?:a|an|hour|mile|dozen|million|billion|century|year|point|price)\b)|[ -]time\b|[ -](?:brother|sister|way|back|backs)\b",
            text[draft.end : draft.end + 12],
        )
    )


def _is_year(scene: Scene, draft: Draft) -> bool:
    text, start, end = scene.text, draft.numeral.start, draft.numeral.end
    if not _YEAR.fullmatch(text[start:end]):
        return False
    sentence = scene.sentence_at(start)
    counted = False
    if sentence is not None:
        after = word_from(sentence, end)
        tags = [word.tag for word in sentence.words[after : after + 2]]
        counted = bool(tags) and (
            tags[0] in _PLURAL or (len(tags) > 1 and tags[0] in {"JJ", "NN"} and tags[1] == "NNS" and draft.value < _MODERN)
        )
    if _YEAR_LEAD.search(text, max(0, start - 10), start):
        return not counted or (draft.value >= _MODERN and not text[start - 5 : start].lower().endswith(("the ", "of ")))
    return draft.value >= _MODERN and not counted


def _is_designated(text: str, draft: Draft) -> bool:
    start, end = draft.numeral.start, draft.numeral.end
    match = re.search(r"([A-Za-z&.]+)[ -]?[#№]?$", text[max(0, start - 20) : start])
    if text[start - 1 : start] in ("#", "№"):
        return True
    if match is None:
        return False
    word = match.group(1)
    plain = word.lower().rstrip(".")
    if plain not in designators() and word.lower() not in designators():
        return False
    if plain == "no" and not (word.endswith(".") or word[0] == "N" or draft.numeral.form == "digits"):
        return False
    after = re.match(r"[ -]([A-Za-z]+)", text[end : end + 24])
    follows_noun = after is not None and after.group(1).endswith("s") and len(after.group(1)) > 3  # noqa: PLR2004 - not "is", "was"
    if draft.numeral.form == "words" and plain in listed("names", "ordinary"):
        return word[0].isupper() and not follows_noun
    return not (follows_noun and word.islower())


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Tell "Boeing 737", "11 Pro Max" from "in Gaza 52 people": a proper noun beside the number, and nothing counted after."""
    sentence = scene.sentence_at(draft.numeral.start)
    if sentence is None:
        return False
    index = word_from(sentence, draft.numeral.start)
    before = sentence.words[index - 1] if 0 < index < len(sentence.words) else None
    written = scene.text[draft.numeral.start : draft.numeral.end]
    if draft.numeral.form != "digits":
        return before is not None and index > 1 and written[:1].isupper() and before.text[:1].isupper() and not _is_headline(sentence)
    if "," in written or draft.value >= 10_000:  # noqa: PLR2004 - longer numbers are rarely names
        return False
    following = sentence.words[word_from(sentence, draft.numeral.end) :][:4]
    return _before_name(following, draft) or (before is not None and _after_name(sentence, before, following, draft))


def _after_name(sentence: Sentence, before: Word, following: list[Word], draft: Draft) -> bool:
    """Tell the number that ends a name from one that only follows it: "the Boeing 737 jets", "in Gaza 52 people"."""
    if before.end < draft.numeral.start - 1 or not before.text[:1].isupper() or before.lower in _DAYS:
        return False
    if before.tag not in _NAMES and not (before.tag == "NN" and (before.i > 0 or before.text.isupper()) and not _is_headline(sentence)):
        return False
    tags = [word.tag for word in following[:3]]
    counted = bool(tags) and (tags[0] == "NNS" or (tags[0] in {"JJ", "NN", "VBN", "JJR", "NNP"} and "NNS" in tags[1:]))
    return not (counted and (draft.value < 100 or before.dep == "pobj"))  # noqa: PLR2004 - "Boeing 737 jets"


def _before_name(following: list[Word], draft: Draft) -> bool:
    """Tell "787 Dreamliner", "11 Pro Max" from "14 Palestinians", "30 Labour members": the whole phrase is a name in the singular."""
    if (
        not following
        or following[0].tag != "NNP"
        or not following[0].text[:1].isupper()
        or draft.value <= 1
        or following[0].start > draft.numeral.end + 1
    ):
        return False
    for word in following:
        if word.tag in {"NNS", "NNPS"}:
            return False
        if word.tag not in {"NNP", "NN", "JJ", "HYPH", "POS"}:
            break
    return not following[0].lower.endswith("s")


def _is_headline(sentence: Sentence) -> bool:
    """Tell a title in capitals, where a capital says nothing."""
    words = [word for word in sentence.words if word.text[:1].isalpha() and len(word.text) >= _CAPITALISED]
    return sum(word.text[:1].isupper() for word in words) * 3 > len(words) * 2
