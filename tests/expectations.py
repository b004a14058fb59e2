"""Hold a story document against what an editor expects of a sample story (`examples/*/expect.json`).

An expectation names a run, a kind of check and what is wanted. A key that ends in "~" means: contains, ignoring case, white
space and the style of quotation marks. All other keys mean: equal.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
STRAIGHT = str.maketrans("‘’“”\u00a0", "''\"\" ")


def plain(text: object) -> str:
    return " ".join(str(text or "").translate(STRAIGHT).split()).casefold()


def contains(wanted: object, *texts: object) -> bool:
    return any(plain(wanted) in plain(text) for text in texts)


@dataclass(frozen=True)
class Told:
    """A story document, with its articles under the short names of the expectations (`paths`: short name to path)."""

    document: Json
    paths: dict[str, str]
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        short = {path.rsplit("/", 1)[-1]: name for name, path in self.paths.items()}
        object.__setattr__(self, "names", {a["id"]: short[a["path"].rsplit("/", 1)[-1]] for a in self.document["articles"]})

    def every(self, key: str) -> list[Json]:
        return [thing for story in self.document["stories"] for thing in story[key]]

    def article(self, name: str) -> Json:
        return next(a for a in self.document["articles"] if self.names[a["id"]] == name)

    def claim(self, claim_id: str | None) -> Json:
        """The claim, or one without words where there is none."""
        return next((c for c in self.every("claims") if c["id"] == claim_id), {"text": ""})

    def name_of(self, thing: Json) -> str:
        return self.names[thing["article"]]


def fits(thing: Json, wanted: Json, told: Told, views: dict[str, Callable[[Json], list[object]]]) -> bool:
    """Tell whether each wanted key fits the thing; `views` gives the values of a key that are not under the key itself."""
    for key, value in wanted.items():
        bare = key.removesuffix("~")
        if key == "article":
            values: list[object] = [told.name_of(thing)]
        elif key in views:
            values = views[key](thing)
        else:
            values = [thing.get(bare)]
        if not (contains(value, *values) if key.endswith("~") else value in values):
            return False
    return True


def claims(told: Told, wanted: Json) -> bool:
    views: dict[str, Callable[[Json], list[object]]] = {
        "speaker~": lambda c: [p["name"] for p in c["speakers"]],
        "role~": lambda c: [p["role"] for p in c["speakers"]],
        "via~": lambda c: [p["name"] for p in c["via"]],
        "target~": lambda c: [p["name"] for p in c["targets"]],
        "speakers": lambda c: [len(c["speakers"])],
        "said": lambda c: [(c["said"] or {}).get("value")],
    }
    return any(fits(claim, wanted, told, views) for claim in told.every("claims"))


def figures(told: Told, wanted: Json) -> bool:
    views: dict[str, Callable[[Json], list[object]]] = {
        "value": lambda f: [f["low"], f["high"]],
        "of~": lambda f: [f["of"], f["unit"]],
        "sourced": lambda f: [bool(told.claim(f["claim"]).get("speakers")) and told.claim(f["claim"])["voice"] == "source"],
    }
    return any(fits(figure, wanted, told, views) for figure in told.every("figures"))


def bounds(dispute: Json) -> set[float]:
    return {value for side in dispute["sides"] for value in (side["low"], side["high"]) if value is not None}


def disputes(told: Told, wanted: Json) -> bool:
    rest = {key: value for key, value in wanted.items() if key != "values"}
    return any(set(wanted.get("values", [])) <= bounds(d) and fits(d, rest, told, {}) for d in told.every("disputes"))


def changes(told: Told, wanted: Json) -> bool:
    return any(
        change["kind"] in wanted["kind_in"]
        and contains(wanted.get("before~", ""), told.claim(change["before"])["text"])
        and contains(wanted.get("after~", ""), told.claim(change["after"])["text"])
        for change in told.every("changes")
    )


def passage(told: Told, wanted: Json) -> bool:
    """Every character between the two landmarks, white space aside, stands in a passage of a kind wanted."""
    article = told.article(wanted["article"])
    marks = [re.compile(r"\s+".join(map(re.escape, wanted[key].split()))) for key in ("from", "to")]
    begin = marks[0].search(article["text"])
    assert begin is not None, f"the sample does not say {wanted['from']!r}"
    end = marks[1].search(article["text"], begin.start())
    assert end is not None, f"the sample does not say {wanted['to']!r}"
    return all(
        p["kind"] in wanted["kind_in"]
        for p in article["passages"]
        if article["text"][max(p["start"], begin.start()) : min(p["end"], end.end())].strip()
    )


def copies(told: Told, wanted: Json) -> bool:
    return any(
        (told.names[copy["from"]], told.names[copy["to"]]) == (wanted["from"], wanted["to"])
        and any(contains(wanted["text~"], told.article(wanted["to"])["text"][there[0] : there[1]]) for _, there in copy["spans"])
        for copy in told.every("copies")
    )


def moments(told: Told, wanted: Json) -> bool:
    found = [(told.names[a["id"]], moment) for a in told.document["articles"] for moment in a["moments"]]
    found += [(told.name_of(c), c["said"]) for c in told.every("claims") if c["said"]]
    return any(name == wanted["article"] and contains(wanted["text"], m["text"]) and m["value"] == wanted["value"] for name, m in found)


def questions(told: Told, wanted: Json) -> bool:
    return any(fits(question, wanted, told, {"to~": lambda q: list(q["to"])}) for question in told.every("questions"))


def timeline_order(told: Told, days: list[str]) -> bool:
    seen = [(entry["when"] or {}).get("value") or "" for entry in told.every("timeline")]
    full = [value for value in seen if re.fullmatch(r"\d{4}-\d\d-\d\d", value)]
    return full == sorted(full) and set(days) <= set(full)


def claim_order(told: Told, texts: list[str]) -> bool:
    order = [told.claim(claim)["text"] for entry in told.every("timeline") for claim in entry["claims"]]
    places = [next((i for i, text in enumerate(order) if contains(wanted, text)), -1) for wanted in texts]
    return -1 not in places and places == sorted(places)


def no_dates(told: Told, _: bool) -> bool:  # noqa: FBT001 - one signature for all checks
    values = [(a["published"] or {}).get("value") for a in told.document["articles"]]
    values += [(c["said"] or {}).get("value") for c in told.every("claims")]
    return not any(value and value[0].isdigit() for value in values)


def count_disputes(told: Told, *, with_figures: bool) -> int:
    return sum(d["status"] == "disputed" and (bool(bounds(d)) or not with_figures) for d in told.every("disputes"))


CHECKS: dict[str, Callable[[Told, Any], bool]] = {
    "story_count": lambda told, n: len(told.document["stories"]) == n,
    "origins": lambda told, n: [story["origins"] for story in told.document["stories"]] == [n],
    "dispute_count": lambda told, n: count_disputes(told, with_figures=False) == n,
    "figure_dispute_count": lambda told, n: count_disputes(told, with_figures=True) == n,
    "claim": claims,
    "figure": figures,
    "dispute": disputes,
    "change": changes,
    "question": questions,
    "no_claim": lambda told, wanted: not claims(told, wanted),
    "no_figure": lambda told, wanted: not figures(told, wanted),
    "no_dispute": lambda told, wanted: not disputes(told, wanted),
    "no_change": lambda told, wanted: not changes(told, wanted),
    "no_question": lambda told, wanted: not questions(told, wanted),
    "passage": passage,
    "copy": copies,
    "moment": moments,
    "timeline_order": timeline_order,
    "claim_order": claim_order,
    "no_dates": no_dates,
}


def kind_of(expectation: Json) -> str:
    """The one key of the expectation that names a check."""
    return next(key for key in expectation if key in CHECKS)


def holds(told: Told, expectation: Json) -> bool:
    kind = kind_of(expectation)
    return CHECKS[kind](told, expectation[kind])
