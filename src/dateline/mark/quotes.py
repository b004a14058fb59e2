"""Where quotations begin and end, by the shape of the marks. Paragraphs in, quotations out; never refuses a text.

Marks of one family are paired with each other (straight, curly, low-high, angled, doubled), so that a pair of one family may stand
inside a pair of another; only the outermost pair counts. A mark that stands the wrong way round is read by its neighbours. A mark
without its partner stays local: the quotation ends with its sentence, unless the next paragraph opens with a mark (the
old custom for a quotation over several paragraphs), in which case it runs to the end of the paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from unicodedata import category

from dateline.mark.reading import Paragraph

_MARK = re.compile(r"[\"“”„«»]|''|``")
_OPENS = frozenset({"“", "„", "«", "``"})
_STRAIGHT = '"'
_FAMILY = {"“": "curly", "”": "curly", "„": "curly", "«": "angled", "»": "angled", "''": "doubled", "``": "doubled", '"': "straight"}
_BEFORE_OPENING = frozenset(" ([{—–-/‘'…:")
_AFTER_CLOSING = frozenset(" .,;:!?)]}—–-/’'…")
_AHEAD = 2_000
"""Characters within which the marks of an inner and an outer pair must close."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SINGLE = re.compile(
    r"(?:(?<=^)|(?<=[ (—–]))(?:‘(?=\w)[^‘“”\"]{1,600}?[\w.,!?…]’|'(?=\w)[^'“”\"]{12,600}?[.,!?…]')(?=[ .,;:!?)—–]|$)"
    r"|(?:(?<=: )|^)'(?=[A-Z])(?:[^'“”\"]|(?<=\w)'(?=\w)){6,300}'(?=$|[.,] )"
)
"""Single marks as the outer ones: curly by shape; straight ones (apostrophes!) only around twelve characters that end in punctuation,
or in a headline, first or after a colon."""
_SAYING = "said|says|added|adds|told|wrote|writes|asked|asks|replied|tweeted|warned|insisted"
_TOLD = re.compile(
    rf",(?= (?:(?:{_SAYING}) (?:[A-Z]|the |a )|(?:he|she|they|the [a-z]+|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}}) (?:{_SAYING})\b))"
)
"""“The bridge is safe, Ann Doe said.: where the closing mark is missing, the speaker ends the quotation."""


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """`start` to `end` (marks included) of the view of paragraph number `paragraph`.

    `closed` is false where the closing mark is missing, `continues` true where it goes on in the next paragraph, `words` counts its words.
    """

    paragraph: int
    start: int
    end: int
    closed: bool
    continues: bool
    words: int


def quotations(paragraphs: list[Paragraph]) -> list[list[Quotation]]:
    """Find the outermost quotations, a list for each paragraph, in order."""
    found = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        found.append(_in_paragraph(index, paragraph, following))
    return found


def near(row: list[Quotation], start: int, end: int) -> list[Quotation]:
    """Give the quotations of a paragraph that share a character with `start` to `end`."""
    first = bisect_right(row, start, key=lambda quotation: quotation.end)
    last = bisect_left(row, end, key=lambda quotation: quotation.start)
    return row[first:last]


def _in_paragraph(index: int, paragraph: Paragraph, following: str) -> list[Quotation]:
    text = paragraph.text
    pairs = [(m.start(), m.end(), True) for m in _SINGLE.finditer(text)] if not _MARK.search(text) else _pairs(text)
    found = []
    covered = 0
    for place, (start, provisional, closed) in enumerate(pairs):
        if start < covered:
            continue
        continues, end = False, provisional
        if not closed:
            continues = place + 1 == len(pairs) and following[:1] in {"“", '"', "„", "«", "``"} and following[:1] != ""
            limit = pairs[place + 1][0] if place + 1 < len(pairs) else len(text)
            end = len(text) if continues else min(limit, _sentence_end(paragraph, start))
            told = None if continues else next(_TOLD.finditer(text, start, end), None)
            end = end if told is None else told.end()
        end = _trimmed(text, start, end)
        words = len(_WORD.findall(text, start, end))
        if words:
            found.append(Quotation(index, start, end, closed, continues, words))
            covered = end
    return found


def _pairs(text: str) -> list[tuple[int, int, bool]]:
    """Pair the marks: (start, end, closed), in order; of an unclosed one the end is provisional."""
    found: list[tuple[int, int, bool]] = []
    opened: dict[str, list[int]] = {}
    for match in _MARK.finditer(text):
        family = _FAMILY[match.group()]
        if _is_opening(text, match, family in opened):
            if family in opened and not _nests(text, match, family):
                found.append((opened.pop(family)[0], match.start(), False))
            opened.setdefault(family, []).append(match.start())
            continue
        if family not in opened and opened:
            family = max(opened, key=lambda name: opened[name][-1])  # mixed marks: the last one opened
        if family in opened:
            found.append((opened[family].pop(), match.end(), True))
            if not opened[family]:
                del opened[family]
    found.extend((starts[0], len(text), False) for starts in opened.values())
    return _outermost(sorted(found, key=lambda pair: (pair[0], not pair[2])))


def _nests(text: str, match: re.Match[str], family: str) -> bool:
    """Tell whether a mark that opens within an open pair of its own family opens an inner pair: enough closing marks follow for both."""
    if family != "curly":
        return False
    return text.count("”", match.end(), match.end() + _AHEAD) >= text.count("“", match.end(), match.end() + _AHEAD) + 2


def _outermost(pairs: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    kept: list[tuple[int, int, bool]] = []
    reach = -1
    for start, end, closed in pairs:
        if start < reach:
            continue
        kept.append((start, end, closed))
        if closed:
            reach = end
    return kept


def _is_opening(text: str, match: re.Match[str], is_open: bool) -> bool:  # noqa: FBT001 - the state of the one family
    before = text[match.start() - 1] if match.start() else " "
    before = " " if category(before) == "Cf" else before
    after = text[match.end()] if match.end() < len(text) else " "
    opening_shape = before in _BEFORE_OPENING and after not in " .,;:!?)]}"
    closing_shape = before != " " and after in _AFTER_CLOSING
    if opening_shape and not closing_shape:
        return True
    if closing_shape and not opening_shape:
        return False
    if match.group() == _STRAIGHT or match.group() == "''":
        return not is_open and not before.isdigit()
    return match.group() in _OPENS


def _sentence_end(paragraph: Paragraph, at: int) -> int:
    starts = [sentence.start for sentence in paragraph.sentences]
    place = bisect_right(starts, at) - 1
    return paragraph.sentences[place].end if place >= 0 else len(paragraph.text)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end
