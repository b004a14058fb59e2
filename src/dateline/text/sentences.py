"""Where sentences begin and end, by rule: the same for every width of line and every paragraph around them."""

import re

_TITLES = """
Mr Mrs Ms Mx Dr Prof Rev Fr Sr Jr St Gen Col Lt Maj Capt Cmdr Sgt Cpl Pvt Adm Brig Gov Sen Sens Rep Reps Pres Hon Amb Supt Det Insp Atty
Messrs Mme Mlle
"""
_NEVER = frozenset(_TITLES.split()) | frozenset({"vs", "cf", "viz", "approx", "Mt", "Ft", "No", "Nos", "no"})
_NUMBERED = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec pp vol fig est nos al"
_BEFORE_NUMBER = frozenset(_NUMBERED.split())
_ABBREVIATED = """
Inc Ltd Co Corp Bros Ave Blvd Rd dept Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore
Pa Penn Tenn Tex Va Vt Wash Wis Wyo Mon Tue Tues Wed Thu Thur Thurs Fri
"""
_MAYBE = frozenset(_ABBREVIATED.split())
"""Abbreviations that may also end a sentence: they do before a word that commonly opens one."""

_OPENING = """
A About According After All Although Among An And Another As At Because Before Both But By Despite During Each Earlier Even Every
For From Have He Her Here His How However I If In Instead Is It Its Just Last Later Like Many Meanwhile More Most My No Nor Not
Nothing Now Of On Once One Only Or Other Others Our Over She Since So Some Still Such Than That The Their Then There These They
This Those Though Through To Two Under Until We Well What When Where Whether Which While Who Why With You Your Yet
"""
_OPENING_WORDS = frozenset(_OPENING.split())
_LEADING = "a an the of to in on at for from with by and or but that is are was were be been as into than their its his her our my your"
_UNFINISHED = frozenset(_LEADING.split())
"""Words after which no sentence ends: an ellipsis there stands for left-out words."""

_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?= |$)")
_OPENERS = "\"'“‘«([—–-"
_INITIAL = re.compile(r"(?:^|[\s(“\"])((?:[A-Z]\.)*)[A-Z]$")
_CLOCK = re.compile(r"\b[ap]\.m$")
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|E[SD]?T|C[SE]?T|P[SD]?T|M[SD]T|GMT|UTC|BST|Eastern|Central|Pacific|Mountain)\b"
)
_LAST_WORD = re.compile(r"([A-Za-z][\w'’-]*)$")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_SAYING = """
said says asked asks added adds replied replies told wrote writes tweeted shouted cried yelled joked quipped exclaimed repeated
continued remarked declared answered responded insisted wondered argued noted recalled chanted screamed demanded explained mused
questioned retorted
"""
_NAMED = r"(?:[A-Z][\w.'’-]*|the|one|another)(?: [\w.,'’-]+){0,12}? "
_FULL = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w.'’-]*){0,3} (?:said|says|added|adds|wrote|writes|tweeted)\.(?: |$)")
"""“....” Ann Doe said.: a full stop inside the marks where a comma belongs."""
_SPEAKER = re.compile(
    _NAMED + r"(?:(?:told|tells|asked|asks) \w|(?:" + "|".join(_SAYING.split()) + r")"
    r"(?=[.,:;]|$| (?:in|on|at|to|during|after|while|when|as|of|with|by|from|about|before|last|this|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b))"
)
"""“...?” Ann Doe asked: the sentence goes on after a quotation that ends in a mark of its own."""


_PLACE = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_DASH = r" ?(?:--|[-–—])(?= [A-Z\"“‘\d])|—(?=[A-Z\"“‘\d])"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.’'-]{{2,}}(?: [A-Z][A-Z.’'-]*){{0,3}}(?:, {_PLACE}(?: \d{{1,2}})?){{0,2}}(?: \([A-Z][\w .]{{1,30}}\))?"
    rf"|{_PLACE}(?:, {_PLACE}(?: \d{{1,2}})?){{0,2}} \([A-Z][\w .]{{1,30}}\))(?:{_DASH})"
)
"""“LONDON (Reuters) -”: place, day and agency before the first sentence of a report are no part of its grammar."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Split unwrapped text (single spaces) into sentences: half-open offsets, without the space between them.

    A full stop ends a sentence unless it closes a title, an initial, an abbreviation before a lower-case word or a number; the marks
    that close a quotation stay with the sentence, and a quotation's own question mark ends none where its speaker follows.

    >>> [text[a:b] for text in ["Dr. Ann B. Doe left. “Why?” he asked. It is 3 p.m. now."] for a, b in sentences(text)]
    ['Dr. Ann B. Doe left.', '“Why?” he asked.', 'It is 3 p.m. now.']
    >>> [text[a:b] for text in ["AVEN (Northwire) - It opened."] for a, b in sentences(text)]
    ['AVEN (Northwire) -', 'It opened.']
    >>> [text[a:b] for text in ["“Why?” Ann Doe asked. She left the U.S. He did not."] for a, b in sentences(text)]
    ['“Why?” Ann Doe asked.', 'She left the U.S.', 'He did not.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    dateline = _DATELINE.match(text)
    if dateline is not None and text[dateline.end() :].strip():
        found.append((0, dateline.end()))
        start = dateline.end() + (text[dateline.end()] == " ")
    for match in _END.finditer(text):
        end = match.end()
        if end <= start:
            continue
        if end < len(text) and not _ends(text, match, start):
            continue
        if text[start:end].strip():
            found.append((start, end))
        start = end + 1
    if start < len(text) and text[start:].strip():
        found.append((start, len(text)))
    return found


_AHEAD = 120
"""Characters that are looked at after a mark: more than the longest speaker phrase."""


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    rest = text[match.end() + 1 : match.end() + 1 + _AHEAD]
    opened = rest[:1]
    following = rest.lstrip(_OPENERS + " ")
    if not following:
        return True
    if following[0].islower() and not (opened in '"“‘«' and match.group()[-1:] in ".!?"):
        return False
    mark = match.group()
    before = text[max(start, match.start() - _AHEAD) : match.start()]
    if mark[-1] in "\"'”’»" and mark[0] != "." and _SPEAKER.match(rest):
        return False
    if mark[0] == "." and mark[-1] in '"”' and _FULL.match(rest):
        return False
    word = _LAST_WORD.search(before)
    if (mark[0] == "…" or mark.startswith("..")) and word is not None and word.group(1).lower() in _UNFINISHED:
        return False
    return mark != "." or _full_stop(before, word.group(1) if word else "", following, opened)


def _full_stop(before: str, name: str, following: str, opened: str) -> bool:  # noqa: PLR0911 - one line a case
    """Decide on a lone full stop after `name`, before the words `following` (`opened`: the very next character)."""
    if name in _NEVER:
        return False
    if following[0].isdigit() and (name in _BEFORE_NUMBER or name in _MAYBE):
        return False
    if name == "al":
        return False
    if _CLOCK.search(before):
        return _AFTER_CLOCK.match(following) is None
    first = _FIRST_WORD.match(following)
    starts = (first is not None and first.group() in _OPENING_WORDS) or opened in '"“‘«('
    if name in _MAYBE:
        return starts
    initial = _INITIAL.search(before)
    if initial is not None and following[0].isupper():
        return bool(initial.group(1)) and starts
    return True
