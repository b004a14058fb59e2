"""Names out of archives, made safe to show: they are anybody's bytes, and nothing is ever written under them."""

import re
import unicodedata

LONGEST = 200
"""Characters of a name that are shown: file systems allow 255, addresses any number."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DRIVE = re.compile(r"^(?:[A-Za-z]:)?[\\/]+")


def shown(name: str) -> str:
    r"""Replace what a terminal would obey or hide (controls, marks of direction, lone surrogates) and cut what is too long.

    >>> shown("a\x1b[31m.html")
    'a\ufffd[31m.html'
    """
    seen = "".join("\ufffd" if unicodedata.category(character) in _UNSEEN else character for character in name[: LONGEST + 1])
    return seen if len(seen) <= LONGEST else f"{seen[: LONGEST // 2]}…{shown(name[-(LONGEST // 2 - 1) :])}"


def inside(name: str) -> tuple[str, bool]:
    """Give a member's name as a path within its archive, and whether it led out of it (`..`, an absolute path, a drive).

    >>> inside("../../etc/passwd"), inside("news/./a.html")
    (('etc/passwd', True), ('news/a.html', False))
    """
    steps = _DRIVE.sub("", name).replace("\\", "/").split("/")
    kept = [step for step in steps if step not in {"", ".", ".."}]
    return "/".join(kept) or "unnamed", ".." in steps or _DRIVE.match(name) is not None


class Once:
    """Gives each name once: what comes again gets a number, so that every part of a container can be told by its path."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def __call__(self, name: str) -> str:
        """Give the name, or the name with a number: "a.html (2)"."""
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return name if count == 1 else f"{name} ({count})"
