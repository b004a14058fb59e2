"""Whom a question can be sent to, and what can be asked: no law, no app, no half of a name; and no praise to be confirmed."""

import re

from dateline.text.fold import terms
from dateline.words.loader import words

AFTER = 80
"""Characters after a name in which its verb, or the rest of the name, is looked for."""
MANY = frozenset(
    {"more", "fewer", "some", "many", "several", "hundreds", "thousands", "dozens", "scores", "most", "nearly", "about", "up", "few"}
)
"""Words that begin a phrase of people whom nobody could write to."""

_GOES_ON = re.compile(
    r"\s+(?:and|&|of|for)\s+(?:the\s+)?(?:[A-Z][\w'’-]*\s+){0,3}(?:Service|Department|Commission|Agency|Office|Board|Authority|Bureau|Committee"
    r"|Ministry|Council|Fund|Association|Union|Institute|Party|Society|Company|Trust|Foundation|Corps|Guard|Administration)\b"
)
"""What follows half of the name of a body: "(the Fish) and Wildlife Service"."""


def can_be_asked(name: str, after: str) -> bool:
    """Tell whether a name is one that could answer; `after` is the text that follows it where it stands.

    >>> can_be_asked("Fish", " and Wildlife Service at any time"), can_be_asked("Endangered Species Act", " has protected")
    (False, False)
    >>> can_be_asked("Ann Doe", " and Tom Roe signed")
    True
    """
    found = terms(name)
    if not found or found[-1] in words("weigh", "things") or (len(found) == 1 and found[0] in words("weigh", "people")):
        return False
    return _GOES_ON.match(after) is None


def is_judged(text: str) -> bool:
    """Tell whether words praise or blame rather than tell what was done: nobody is asked to confirm an opinion.

    >>> is_judged("Ann Doe stole the show with an amazing drive"), is_judged("Ann Doe closed the plant")
    (True, False)
    """
    return bool(set(terms(text)) & words("weigh", "judging"))
