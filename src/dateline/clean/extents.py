"""How far a piece of furniture goes from the words that open it."""

import re
from bisect import bisect_right

from dateline.clean.piece import Piece

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?=\s|$)")
_TITLE_OF_RANK = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Rev|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|St|[A-Z])\.")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_OPEN_ENDED = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "as",
        "and",
        "or",
        "but",
        "nor",
        "after",
        "before",
        "over",
        "under",
        "into",
        "its",
        "his",
        "her",
        "their",
        "is",
        "are",
        "was",
    ]
)
_CONTENT = 4
"""Letters of the shortest word that headline style always capitalises ("with", "from" are not always)."""
_SMALL = frozenset(
    [
        "with",
        "from",
        "into",
        "over",
        "after",
        "upon",
        "than",
        "that",
        "what",
        "amid",
        "near",
        "onto",
        "until",
        "when",
        "while",
        "among",
        "despite",
    ]
)

TAIL = 4
"""Words of the longest rest of a sentence that is taken for the end of the furniture before it: a sentence of prose has more."""

TITLED = 0.7
"""Share of the content words of a headline that are capitalised in title case. Sentence-case headlines have 0.1 to 0.5 (names)."""


def end_of(extent: str, text: str, piece: Piece, words: tuple[int, int]) -> int:
    """Give the end of a stretch that opens with `words` (offsets) in `piece`: title, sentence or block; a bracket ends where it closes."""
    start, after = words
    if text[start] in "([":
        close = text.find(")" if text[start] == "(" else "]", after, piece.end)
        if close >= 0:
            return close + 1
    if extent == "block":
        return piece.end
    at_line = any(line[0] == start for line in piece.lines)
    if extent == "title" and at_line:
        return _title_end(text, piece, after)
    ended = _SENTENCE_END.search(text, after, piece.end)
    end = ended.end() if ended else piece.end
    return min(end, _title_end(text, piece, after)) if at_line and piece.doubtful else end


def _title_end(text: str, piece: Piece, after: int) -> int:
    """Follow a headline over its wrapped lines, not into the paragraph that its last line may run up against."""
    index = bisect_right(piece.lines, (max(after - 1, piece.start), len(text))) - 1
    if not text[after : piece.lines[index][1]].strip() and index + 1 < len(piece.lines):
        index += 1
    titled = is_titled(text[after : piece.lines[index][1]])
    while index + 1 < len(piece.lines):
        end = piece.lines[index][1]
        following = text[slice(*piece.lines[index + 1])]
        if not _continues(text[after:end], following, titled=titled):
            if piece.doubtful or titled or text[piece.end - 1] in '.!?”"':
                break
            return piece.end
        index += 1
    return piece.lines[index][1]


def _continues(title: str, following: str, *, titled: bool) -> bool:
    if _SENTENCE_END.search(title[-4:]):
        return False
    if following[:1].islower():
        return True
    ended = _SENTENCE_END.search(following)
    if ended is not None and not _TITLE_OF_RANK.match(following) and following.count(" ", 0, ended.end()) < TAIL:
        return True
    words = _WORD.findall(title)
    if words and (words[-1].lower() in _OPEN_ENDED or title.rstrip()[-1:] in ",-–—:&"):
        return True
    return titled and is_titled(following, whole=True) and not _SENTENCE_END.search(following)


def is_titled(words: str, *, whole: bool = False) -> bool:
    """Tell title case: most content words capitalised, or (`whole`) every one of them."""
    content = [word for word in _WORD.findall(words) if len(word) >= _CONTENT and word.lower() not in _SMALL]
    if not content:
        return whole
    capital = sum(1 for word in content if word[0].isupper())
    return capital == len(content) if whole else capital >= TITLED * len(content)
