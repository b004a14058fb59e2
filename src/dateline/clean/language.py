"""In which language a text is written: English by its commonest words, others by a language identifier that is loaded only then."""

import re

from dateline.words.loader import words

SHORTEST = 60
"""Characters below which nothing is said: a headline is not enough."""
ENGLISH = 0.2
"""Share of the words that must be among the commonest English ones.
English prose has 0.35 to 0.5, Dutch and German below 0.1, a table of names 0.1."""
LOOKED_AT = 3_000

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of prose, None where there is too little of it.

    >>> language_of("The mayor of the town said on Monday that the bridge would be closed for the summer.")
    'en'
    """
    if len(text) < SHORTEST:
        return None
    found = _WORD.findall(text[:LOOKED_AT].lower())
    common = words("furniture", "commonest")
    if found and sum(1 for word in found if word in common) >= ENGLISH * len(found):
        return "en"
    from py3langid import classify  # type: ignore[import-untyped]  # noqa: PLC0415 - a model to load, and only for what is not plainly English

    return str(classify(text[:LOOKED_AT])[0])
