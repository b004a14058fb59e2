"""The words of a source as they are shown: verbatim, on one line, harmless to a terminal, clipped only between words."""

import re

_WHITE = re.compile(r"\s+")
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
"""Control characters become their pictures (U+2400...), one for one, so that offsets stay what they are."""

_HIDDEN = dict.fromkeys([*range(0x80, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000)], 0xFFFD)
"""C1 controls open terminal sequences too; lone surrogates cannot be written as UTF-8."""

_TURNS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)
"""Marks that turn the direction of what stands around them: on a line that is ours, they could make it read otherwise."""

VISIBLE: dict[int, int] = {**_PICTURES, **_HIDDEN, 0x7F: 0x2421}
HARMLESS: dict[int, int] = {**VISIBLE, **_TURNS}


def visible(text: str) -> str:
    r"""Show control characters as pictures; every other character, and every offset, stays.

    >>> visible("a\x1b[31mb")
    'a␛[31mb'
    """
    return text.translate(VISIBLE)


def one_line(text: str) -> str:
    r"""Give the text on one line, safe to print: white space single, no control character, no turning of direction.

    >>> one_line("one\n   two\x07")
    'one two␇'
    """
    return _WHITE.sub(" ", text.translate(HARMLESS)).strip()


def clip(text: str, most: int) -> str:
    """Cut a line to at most `most` characters, between words; the ellipsis says that it goes on.

    >>> clip("the harbour board will publish the log", 24)
    'the harbour board will …'
    >>> clip("short", 24)
    'short'
    """
    if len(text) <= most:
        return text
    cut = text.rfind(" ", 0, most - 1)
    return f"{text[: cut if cut > 0 else most - 2].rstrip()} …"


def clip_around(text: str, start: int, end: int, most: int) -> str:
    """Cut a line to about `most` characters that hold `text[start:end]`, between words, with an ellipsis where it was cut.

    >>> clip_around("one two three four five six seven eight", 14, 18, 20)
    '… three four five …'
    """
    if len(text) <= most:
        return text
    room = max(most - (end - start), 0)
    first, last = max(start - room // 2, 0), min(end + room // 2, len(text))
    first = text.find(" ", first, start + 1) + 1 if first > 0 else 0
    cut = text.rfind(" ", end, last) if last < len(text) else len(text)
    last = max(cut, end)
    before, after = ("… " if first > 0 else ""), (" …" if last < len(text) else "")
    return f"{before}{text[first:last].strip()}{after}"


def names(parties: list[str] | tuple[str, ...]) -> str:
    """Join names as one says them.

    >>> names(["Ann Doe", "the board", "two residents"])
    'Ann Doe, the board and two residents'
    """
    if len(parties) < 2:  # noqa: PLR2004 - one name, or none, needs no "and"
        return "".join(parties)
    return f"{', '.join(parties[:-1])} and {parties[-1]}"


def capital(text: str) -> str:
    """Begin a line with a capital, unless the name itself begins small on purpose ("eLife").

    >>> capital("two residents"), capital("eLife")
    ('Two residents', 'eLife')
    """
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Say how many.

    >>> counted(1, "article"), counted(2, "story", "stories")
    ('1 article', '2 stories')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
