"""A stage: a pure function on values that says what it needs and what it gives, so that the order of the list can be checked.

(The idea of declared and checked requirements is that of spaCy's pipe analysis.)
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dateline.model.errors import StageOrderError

Scope = Literal["article", "pile", "story"]
SCOPES: tuple[Scope, ...] = ("article", "pile", "story")


@dataclass(frozen=True, slots=True)
class Stage:
    """`run` takes the values named in `needs`, in that order, and returns the value named `gives`.

    Three scopes, in this order: `article` stages see one article and may run anywhere in parallel; `pile` stages group the
    articles into stories; `story` stages see one story.
    """

    name: str
    scope: Scope
    says: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[..., Any]


def check(stages: Sequence[Stage], given: Mapping[Scope, Iterable[str]]) -> None:
    """Hold a list of stages against itself: each finds what it needs, none gives what is there already, scopes do not mix.

    `given` names, for each scope, the values that the runner puts in before the first stage of that scope.

    >>> double = Stage("double", "article", "twice as much", ("number",), "twice", lambda number: 2 * number)
    >>> check([double], {"article": ["number"]})
    >>> check([double], {"article": []})
    Traceback (most recent call last):
    dateline.model.errors.StageOrderError: stage 'double' needs 'number', which no earlier stage of its scope gives
    """
    known = {scope: set(given.get(scope, ())) for scope in SCOPES}
    last = 0
    for stage in stages:
        place = SCOPES.index(stage.scope)
        if place < last:
            raise StageOrderError(f"stage {stage.name!r} of scope {stage.scope!r} comes after a stage of scope {SCOPES[last]!r}")
        last = place
        for need in stage.needs:
            if need not in known[stage.scope]:
                raise StageOrderError(f"stage {stage.name!r} needs {need!r}, which no earlier stage of its scope gives")
        if stage.gives in known[stage.scope]:
            raise StageOrderError(f"stage {stage.name!r} gives {stage.gives!r}, which is there already")
        known[stage.scope].add(stage.gives)


def run(stages: Iterable[Stage], scope: Scope, values: Mapping[str, Any]) -> dict[str, Any]:
    """Run the stages of one scope, in order, over the values; give all values, old and new."""
    state = dict(values)
    for stage in stages:
        if stage.scope == scope:
            state[stage.gives] = stage.run(*(state[need] for need in stage.needs))
    return state
