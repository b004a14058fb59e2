"""The nouns of the model as JSON, and back: generic over frozen dataclasses, led by their type hints.

A dataclass is an object with the names of its fields, a tuple is a list. None where None is allowed, and an empty tuple, are left out.
What comes back is checked against the hints: a stored value that is none of its type is refused with the place it stands at.
"""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model.errors import DatelineError

Noun = TypeVar("Noun")

_Reader = Callable[[Any], object]

_LONGEST = 60
"""Characters of a stored value that a message shows."""

_REQUIRED = object()
"""Stands for: there is no value that may be left out."""


def dumped(value: object, *, without: frozenset[str] = frozenset()) -> str:
    """Write a value as compact JSON, of a dataclass without the fields named. No escapes but those that JSON needs."""
    raw = plain(value)
    if without:
        raw = {name: item for name, item in raw.items() if name not in without}
    return json.dumps(raw, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def loaded(kind: type[Noun], text: str, **known: object) -> Noun:
    """Read what `dumped` wrote; `known` gives the fields that were left out.

    Raises:
        DatelineError: not JSON, or not of this kind.
    """
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DatelineError(f"{kind.__name__}: no JSON ({error})") from error
    return built(kind, raw, **known)


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Turn a value of the model into dicts, lists, strings and numbers.

    >>> from dateline.model.span import Span
    >>> plain((Span("a1", 4, 9),))
    [{'source': 'a1', 'start': 4, 'end': 9}]
    """
    if is_dataclass(value) and not isinstance(value, type):
        found = {}
        for name, _, absent, _ in _shape(type(value)):
            item = getattr(value, name)
            if item != absent or absent is _REQUIRED:
                found[name] = plain(item)
        return found
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"the model has no such value: {value!r}")


def built(kind: type[Noun], raw: object, **known: object) -> Noun:
    """Turn dicts and lists back into a value of `kind`; `known` gives fields that `raw` does not have.

    >>> from dateline.model.span import Span
    >>> built(Span, {"source": "a1", "start": 4, "end": 9})
    Span(source='a1', start=4, end=9)
    >>> built(Span, {"source": "a1", "start": "4", "end": 9})
    Traceback (most recent call last):
    dateline.model.errors.DatelineError: Span.start: wanted int, found '4'
    """
    try:
        made: Noun = _filled(kind, raw, known)
    except _Misfit as misfit:
        raise DatelineError(f"{kind.__name__}{misfit.where}: {misfit.says}") from None
    return made


class _Misfit(Exception):
    """A stored value that is none of its type: the place is put together on the way out, so that what fits costs nothing."""

    def __init__(self, says: str) -> None:
        self.where = ""
        self.says = says
        super().__init__(says)

    def within(self, where: str) -> "_Misfit":
        self.where = where + self.where
        return self


def _wanted(what: str, raw: object) -> _Misfit:
    shown = repr(raw)
    return _Misfit(f"wanted {what}, found {shown if len(shown) < _LONGEST else shown[:_LONGEST] + '...'}")


@cache
def _shape(kind: type) -> tuple[tuple[str, _Reader, object, object], ...]:
    """Give name, reader, the value that is left out, and what stands for a field that an older row does not have."""
    hints = get_type_hints(kind)
    shape = []
    for field in fields(kind):
        absent = _absent(hints[field.name])
        missing = field.default if absent is _REQUIRED and field.default is not MISSING else absent
        shape.append((field.name, _reader(hints[field.name]), absent, missing))
    return tuple(shape)


def _absent(hint: Any) -> object:  # noqa: ANN401 - a type hint is no type
    if NoneType in get_args(hint):
        return None
    if get_origin(hint) is tuple and Ellipsis in get_args(hint):
        return ()
    return _REQUIRED


def _filled(kind: type, raw: object, known: dict[str, object]) -> Any:  # noqa: ANN401 - the kind is only known at run time
    if not isinstance(raw, dict):
        raise _wanted("an object", raw)
    values = dict(known)
    for name, read, _, missing in _shape(kind):
        if name in raw:
            if name in known:
                continue
            try:
                values[name] = read(raw[name])
            except _Misfit as misfit:
                raise misfit.within(f".{name}") from None
        elif name not in known:
            if missing is _REQUIRED:
                raise _Misfit("missing").within(f".{name}")
            values[name] = missing
    return kind(**values)


@cache
def _reader(hint: Any) -> _Reader:  # noqa: ANN401 - see `_absent`
    """Give what turns raw JSON into a value of this type. Made once a type, for a ledger holds very many of each."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _list_reader(_reader(inner[0])) if Ellipsis in inner else _row_reader(tuple(map(_reader, inner)))
    if origin is Literal:
        return _choice_reader(inner)
    if origin in {UnionType, Union}:
        (other,) = (_reader(item) for item in inner if item is not NoneType)
        return lambda raw: None if raw is None else other(raw)
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_filled, hint, known={})
    return _float if hint is float else partial(_plain, hint)


def _plain(kind: type, raw: object) -> object:
    if type(raw) is not kind:  # a bool is an int to isinstance
        raise _wanted(kind.__name__, raw)
    return raw


def _float(raw: object) -> object:
    if type(raw) is not float and type(raw) is not int:  # a whole number stays exact, however large
        raise _wanted("float", raw)
    return raw


def _choice_reader(choices: tuple[object, ...]) -> _Reader:
    def read(raw: object) -> object:
        if raw not in choices:
            raise _wanted(f"one of {', '.join(map(repr, choices))}", raw)
        return raw

    return read


def _list_reader(inner: _Reader) -> _Reader:
    def read(raw: object) -> object:
        if not isinstance(raw, list):
            raise _wanted("a list", raw)
        values: list[object] = []
        try:
            values.extend(map(inner, raw))
        except _Misfit as misfit:
            raise misfit.within(f"[{len(values)}]") from None
        return tuple(values)

    return read


def _row_reader(inner: tuple[_Reader, ...]) -> _Reader:
    def read(raw: object) -> object:
        if not isinstance(raw, list) or len(raw) != len(inner):
            raise _wanted(f"a list of {len(inner)}", raw)
        values = []
        for item, reader in zip(raw, inner, strict=True):
            try:
                values.append(reader(item))
            except _Misfit as misfit:
                raise misfit.within(f"[{len(values)}]") from None
        return tuple(values)

    return read
