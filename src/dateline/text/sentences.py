"""Where sentences begin and end, by rule: the same for every width of line and every paragraph around them."""

import re

_TITLES = (
    "Mr Mrs Ms Mx Dr Prof Rev Fr Sr Jr St Gen Col Lt Maj Capt Cmdr Sgt Cpl Pvt Adm Brig Gov Sen Rep Pres Hon Amb Supt Det Insp Atty Messrs Mme Mlle"
)
_INNER = "vs etc al cf viz approx est no nos vol pp fig Inc Ltd Co Corp Bros Ave Blvd Rd Mt Ft dept"
_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
_NEVER = frozenset(_TITLES.split()) | frozenset({"vs", "cf", "viz", "approx", "Gov", "Mt", "Ft", "No", "Nos", "no"})
_MAYBE = frozenset(_INNER.split()) | frozenset(_MONTHS.split())

_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?= |$)")
_OPENERS = "\"'“‘«([—–-"
_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]\.)*[A-Z]$")
_LAST_WORD = re.compile(r"([A-Za-z][\w'’-]*)$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Split unwrapped text (single spaces) into sentences: half-open offsets, without the space between them.

    A full stop ends a sentence unless it closes a title, an initial, an abbreviation before a lower-case word or a number; the marks
    that close a quotation stay with the sentence, and a quotation's own full stop ends none where the clause goes on in lower case.

    >>> [text[a:b] for text in ["Dr. Ann B. Doe left. “Why?” he asked. It is 3 p.m. now."] for a, b in sentences(text)]
    ['Dr. Ann B. Doe left.', '“Why?” he asked.', 'It is 3 p.m. now.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and not _ends(text, match, start):
            continue
        if text[start:end].strip():
            found.append((start, end))
        start = end + 1
    if start < len(text) and text[start:].strip():
        found.append((start, len(text)))
    return found


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    rest = text[match.end() + 1 :]
    following = rest.lstrip(_OPENERS + " ")[:1]
    opened = rest[:1]
    if not following:
        return True
    if following.islower() and not (opened and opened in "\"“‘«" and match.group()[-1:] in ".!?"):
        return False
    if match.group() == ".":
        before = text[start : match.start()]
        word = _LAST_WORD.search(before)
        if word is not None:
            name = word.group(1)
            if name in _NEVER:
                return False
            if name in _MAYBE and (following.isdigit() or name in {"vs", "al"}):
                return False
        if _INITIAL.search(before) and following.isupper():
            return False
    return True

