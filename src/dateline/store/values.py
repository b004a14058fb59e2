"""The nouns of the model as JSON, and back: generic over frozen dataclasses, led by their type hints.

A dataclass is an object with the names of its fields, a tuple is a list. None where None is allowed, and an empty tuple, are left out.
What comes back is checked against the hints: a stored value that is none of its type is refused with the place it stands at.
"""

import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model.errors import DatelineError

Noun = TypeVar("Noun")

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
    """Turn dicts and lists back into a value of `kind`.

    >>> from dateline.model.span import Span
    >>> built(Span, {"source": "a1", "start": 4, "end": 9})
    Span(source='a1', start=4, end=9)
    >>> built(Span, {"source": "a1", "start": "4", "end": 9})
    Traceback (most recent call last):
    dateline.model.errors.DatelineError: Span.start: wanted int, found '4'
    """
    made: Noun = _noun(kind, raw, kind.__name__, known)
    return made


@cache
def _shape(kind: type) -> tuple[tuple[str, Any, object, object], ...]:
    """Give name, type, the value that is left out, and what stands for a field that an older row does not have."""
    hints = get_type_hints(kind)
    shape = []
    for field in fields(kind):
        absent = _absent(hints[field.name])
        missing = field.default if absent is _REQUIRED and field.default is not MISSING else absent
        shape.append((field.name, hints[field.name], absent, missing))
    return tuple(shape)


def _absent(hint: Any) -> object:  # noqa: ANN401 - a type hint is no type
    if NoneType in get_args(hint):
        return None
    if get_origin(hint) is tuple and Ellipsis in get_args(hint):
        return ()
    return _REQUIRED


def _noun(kind: type, raw: object, where: str, known: dict[str, object]) -> Any:  # noqa: ANN401 - the kind is only known at run time
    if not isinstance(raw, dict):
        raise _refused(where, "an object", raw)
    values = {}
    for name, hint, _, missing in _shape(kind):
        if name in known:
            values[name] = known[name]
        elif name in raw:
            values[name] = _value(hint, raw[name], f"{where}.{name}")
        elif missing is _REQUIRED:
            raise DatelineError(f"{where}.{name}: missing")
        else:
            values[name] = missing
    return kind(**values)


def _value(hint: Any, raw: object, where: str) -> object:  # noqa: ANN401 - see `_absent`
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple(get_args(hint), raw, where)
    if origin is Literal:
        if raw not in get_args(hint):
            raise _refused(where, f"one of {', '.join(map(repr, get_args(hint)))}", raw)
        return raw
    if origin in {UnionType, Union}:
        (inner,) = (item for item in get_args(hint) if item is not NoneType)
        return None if raw is None else _value(inner, raw, where)
    if isinstance(hint, type) and is_dataclass(hint):
        return _noun(hint, raw, where, {})
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        return raw  # a whole number stays exact, however large
    if not isinstance(raw, hint) or (isinstance(raw, bool) and hint is not bool):
        raise _refused(where, hint.__name__, raw)
    return raw


def _tuple(hints: tuple[Any, ...], raw: object, where: str) -> tuple[object, ...]:
    if not isinstance(raw, list):
        raise _refused(where, "a list", raw)
    if Ellipsis in hints:
        return tuple(_value(hints[0], item, f"{where}[{index}]") for index, item in enumerate(raw))
    if len(hints) != len(raw):
        raise _refused(where, f"a list of {len(hints)}", raw)
    return tuple(_value(hint, item, f"{where}[{index}]") for index, (hint, item) in enumerate(zip(hints, raw, strict=True)))


def _refused(where: str, wanted: str, raw: object) -> DatelineError:
    return DatelineError(f"{where}: wanted {wanted}, found {_short(raw)}")


def _short(raw: object) -> str:
    shown = repr(raw)
    return shown if len(shown) < 60 else f"{shown[:57]}..."  # noqa: PLR2004 - a line of a message
