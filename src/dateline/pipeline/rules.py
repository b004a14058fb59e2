"""All rules of all rooms, for `dateline rules`, the documentation and the tests."""

import importlib
import pkgutil
from functools import cache

import dateline.clean
import dateline.link
import dateline.mark
import dateline.weigh
from dateline.model.rule import Rule

ROOMS = (dateline.clean, dateline.mark, dateline.link, dateline.weigh)
"""The rooms whose modules find things. Each of their modules may hold a tuple `RULES`."""


@cache
def rules() -> tuple[Rule, ...]:
    """Give the rules of every finder, sorted by name; a rule that two modules show is listed once."""
    found: dict[str, Rule] = {}
    for room in ROOMS:
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for rule in getattr(importlib.import_module(module.name), "RULES", ()):
                found.setdefault(rule.name, rule)
    return tuple(found[name] for name in sorted(found))
