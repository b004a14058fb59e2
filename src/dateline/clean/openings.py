"""Many expressions as one that is tried fast: first by the character that opens the text, then only those that may begin with it.

Enters: expressions of the word file, as `furniture.pattern` compiles them. Leaves: one expression that matches where any of them does.
An engine that walks through two hundred alternatives at every sentence is slow; of those that begin with the letter at hand there are ten.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase, digits

_CLASS = re.compile(r"\[(\^?)((?:\\.|[^\]\\])+)\]")
_QUANTIFIER = re.compile(r"[?*]|\{0,")
_RANGE = re.compile(r"\\?(.)-(.)")
_LETTERS = {"d": digits}
_ZERO_WIDTH = frozenset({"b"})

MANY = 12
"""First characters beyond which an expression is tried at every place: it would only make the whole long."""

ANY = None
"""Stands for: it may begin with anything."""


def dispatched(expressions: list[str]) -> str:
    """Give one expression that matches where any of `expressions` does, the case of letters set aside.

    >>> bool(re.match(dispatched(["share this", "(?:ad|paid)s?"]), "paid")), bool(re.match(dispatched(["share this"]), "paid"))
    (True, False)
    """
    by_first: dict[str, list[str]] = {}
    anywhere: list[str] = []
    for expression in expressions:
        firsts = sorted({mark.lower() for mark in opening(expression) or ()} - {" "})
        if len(firsts) > MANY or not firsts:
            anywhere.append(expression)
        else:
            for first in firsts:
                by_first.setdefault(first, []).append(expression)
    branches = [
        f"(?-i:[{re.escape(first)}{re.escape(first.upper())}])(?<=(?={_either(found)}).)" for first, found in sorted(by_first.items())
    ]
    return f"(?:{'|'.join([*branches, *([f'(?={_either(anywhere)})'] if anywhere else [])])})"


def _either(expressions: list[str]) -> str:
    return f"(?:{'|'.join(f'(?:{expression})' for expression in expressions)})"


def opening(expression: str) -> frozenset[str] | None:
    r"""Give the characters that a match may begin with, None where that is not plain.

    >>> sorted(opening(r"\(?(?:photo|image)s? by")), sorted(opening("share this|x")), opening("[^.]+ed")
    (['(', 'i', 'p'], ['s', 'x'], None)
    """
    found: set[str] = set()
    for branch in _branches(expression):
        firsts = _first(branch)
        if firsts is ANY:
            return ANY
        found |= firsts
    return frozenset(found)


def _branches(expression: str) -> Iterator[str]:
    """Split at the bars that stand in no group and no class."""
    depth, at, start = 0, 0, 0
    while at < len(expression):
        mark = expression[at]
        if mark == "\\":
            at += 1
        elif mark == "[":
            found = _CLASS.match(expression, at)
            at = found.end() - 1 if found else at
        elif mark in "()":
            depth += 1 if mark == "(" else -1
        elif mark == "|" and depth == 0:
            yield expression[start:at]
            start = at + 1
        at += 1
    yield expression[start:]


def _first(branch: str) -> frozenset[str] | None:
    """Give what one alternative may begin with: its first part, and the next ones as long as they may be absent."""
    found: set[str] = set()
    while branch:
        part, firsts = _part(branch)
        if firsts is ANY:
            return ANY
        found |= firsts
        rest = branch[len(part) :]
        if firsts and not _QUANTIFIER.match(rest):
            return frozenset(found)
        branch = re.sub(r"^(?:[?*+]|\{\d*,?\d*\})[?+]?", "", rest)
    return ANY


def _part(branch: str) -> tuple[str, frozenset[str] | None]:
    """Give the first part of an alternative (a group, a class, a character) and what it may begin with."""
    if branch.startswith("(?:"):
        inner = next(_balanced(branch))
        return f"(?:{inner})", opening(inner)
    if branch.startswith("("):
        return branch, ANY
    if branch.startswith("["):
        return _class(branch)
    if branch.startswith("\\"):
        mark = branch[1]
        if mark in _ZERO_WIDTH:
            return branch[:2], frozenset()
        known = frozenset(_LETTERS[mark]) if mark in _LETTERS else ANY if mark.isalnum() else frozenset(mark)
        return branch[:2], known
    return (branch[0], ANY) if branch[0] in ".^$" else (branch[0], frozenset(branch[0]))


def _balanced(branch: str) -> Iterator[str]:
    """Give what stands within the group that opens a branch."""
    depth, at = 0, 0
    while at < len(branch):
        mark = branch[at]
        if mark == "\\":
            at += 1
        elif mark == "[":
            found = _CLASS.match(branch, at)
            at = found.end() - 1 if found else at
        elif mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth == 0:
                yield branch[3:at]
                return
        at += 1
    yield branch[3:]


def _class(branch: str) -> tuple[str, frozenset[str] | None]:
    found = _CLASS.match(branch)
    if found is None or found[1]:
        return branch, ANY
    inner = found[2].replace("A-Z", ascii_uppercase).replace("a-z", ascii_lowercase).replace("0-9", digits).replace("\\d", digits)
    if _RANGE.search(inner) or "\\" in inner.replace("\\]", "").replace("\\[", ""):
        return found.group(), ANY
    return found.group(), frozenset(inner.replace("\\", ""))
