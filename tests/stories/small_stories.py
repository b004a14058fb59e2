"""Small stories of invented places: what an editor expects of each, held against the story document of the program.

A story is one file of `small/`: its articles, and the expectations, written before the program ever saw it. The keys of an expectation
are those of `expectations.py`, and these: `sides` (each side of a dispute by its value, its speaker and its number of origins), `says~`
(words of the claims on either side of a dispute), `status_in`, `history` (a figure's values, article by article), and `may_dispute`,
`may_question`: what an editor would not miss and not strike out.

Every third story (by name) was not looked at while the rules were made: `UNSEEN`.
"""

import functools
import html
import json
import re
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import expectations
from dateline.link.origins import origin_of
from dateline.link.stories import Group, stories
from dateline.link.telling import telling_of
from dateline.model.article import Article
from dateline.pipeline.desk import Desk
from dateline.pipeline.stage import run
from dateline.pipeline.stages import STAGES
from dateline.sheets.document import to_json
from dateline.weigh.accounts import Ground
from dateline.weigh.history import histories
from expectations import Json, Told, contains

FOLDER = Path(__file__).parent / "small"
STORIES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
UNSEEN = frozenset(STORIES[2::3])
MISSES: dict[str, dict[str, str]] = tomllib.loads((FOLDER.parent / "misses.toml").read_text(encoding="utf-8"))

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} – {outlet}</title>
{facts}
</head><body><article><h1>{title}</h1>
{paragraphs}
</article></body></html>
"""
_FACTS = {
    "outlet": '<meta property="og:site_name" content="{}">',
    "date": '<meta property="article:published_time" content="{}T12:00:00Z">',
    "by": '<meta name="author" content="{}">',
    "url": '<link rel="canonical" href="{}">',
}


@functools.cache
def story(name: str) -> Json:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def page(article: Json) -> str:
    """The article as a page that states its facts; a paragraph for each block of its text."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", article["text"].strip())]
    facts = [form.format(html.escape(str(article[key]))) for key, form in _FACTS.items() if key in article]
    return PAGE.format(
        title=html.escape(article["title"]),
        outlet=html.escape(article["outlet"]),
        facts="\n".join(facts),
        paragraphs="\n".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks),
    )


@functools.cache
def articles(name: str) -> tuple[list[Article], dict[str, str]]:
    """The articles of a story as the program reads them, and where they stood under their short names."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for article in story(name)["article"]:
            path = Path(folder, f"{article['name']}.html")
            path.write_text(page(article), encoding="utf-8")
            paths[article["name"]] = str(path)
        found, _ = Desk().read(list(paths.values()))
    return found, paths


def _one_group(listed: Sequence[Article], _: object) -> tuple[Group, ...]:
    names = tuple(article.id for article in listed)
    return (Group(names[0], names, ()),)


@functools.cache
def told(name: str) -> Told:
    """The story document, as `dateline brief --format json --all` prints it; the articles are one story by decree.

    What is weighed is not what is grouped: `together` tells whether they come together by themselves.
    """
    desk = Desk()
    desk.stages = tuple(replace(stage, run=_one_group) if stage.name == "stories" else stage for stage in desk.stages)
    found, paths = articles(name)
    return Told(json.loads(to_json(desk.stories(found), all_questions=True)), paths)


def together(name: str) -> bool:
    return len(stories(telling_of(article) for article in articles(name)[0])) == 1


@functools.cache
def rows(name: str) -> list[list[float | None]]:
    """The histories of the figures of a story, each as the row of its values."""
    found, _ = articles(name)
    listed = sorted(found, key=lambda article: article.id)
    values = run(STAGES, "story", {"articles": listed, "marks": Desk().marks_of(listed), "rulings": ()})
    dated = values["dating"]
    origins = origin_of(dated.order, values["copies"])
    ground = Ground({claim.id: claim for claim in dated.claims}, values["likenesses"], dated.frames, origins)
    return [[low for low, _ in history.values] for history in histories(values["figures"], ground)]


def _fits_side(side: Json, wanted: Json) -> bool:
    return (
        ("value" not in wanted or wanted["value"] in {side["low"], side["high"]})
        and ("speaker~" not in wanted or contains(wanted["speaker~"], *side["speakers"]))
        and ("origins" not in wanted or side["origins"] == wanted["origins"])
    )


def fits_dispute(document: Told, dispute: Json, wanted: Json) -> bool:
    """Tell whether a dispute is the one wanted: its status, its numbers, who stands on which side, which words."""
    statuses = wanted.get("status_in", [wanted.get("status", dispute["status"])])
    return (
        dispute["status"] in statuses
        and set(wanted.get("values", [])) <= expectations.bounds(dispute)
        and contains(wanted.get("about~", ""), dispute["about"])
        and all(any(_fits_side(side, one) for side in dispute["sides"]) for one in wanted.get("sides", []))
        and ("says~" not in wanted or _says(document, dispute, *wanted["says~"]))
    )


def _says(document: Told, dispute: Json, first: str, second: str) -> bool:
    texts = [[document.claim(claim)["text"] for claim in side["claims"]] for side in dispute["sides"]]
    return any(contains(first, *one) and contains(second, *other) for one in texts for other in texts if one is not other)


def holds(name: str, expectation: Json) -> bool:
    document = told(name)
    kind = kind_of(expectation)
    wanted = expectation[kind]
    found = document.every("disputes")
    match kind:
        case "dispute":
            return any(fits_dispute(document, dispute, wanted) for dispute in found)
        case "no_dispute":
            return not any(fits_dispute(document, dispute, wanted) for dispute in found)
        case "history":
            return wanted in rows(name)
        case "may_dispute" | "may_question":
            return True
        case _:
            return expectations.CHECKS[kind](document, wanted)


KINDS = (
    "dispute",
    "no_dispute",
    "may_dispute",
    "change",
    "no_change",
    "question",
    "no_question",
    "may_question",
    "history",
    "origins",
    "figure",
    "claim",
)


def kind_of(expectation: Json) -> str:
    return next(key for key in KINDS if key in expectation)


def uncalled_for(name: str) -> list[Json]:
    """The disputes of status "disputed" that no expectation of the story speaks of: each is one too many.

    A dispute of the numbers wanted that lacks a speaker is missed (`holds`), and no dispute too many.
    """
    wanted = [e[key] for e in story(name)["expect"] for key in ("dispute", "may_dispute") if key in e]
    wanted = [{key: value for key, value in one.items() if key != "sides"} for one in wanted]
    document = told(name)
    return [d for d in disputed(name) if not any(fits_dispute(document, d, one) for one in wanted)]


def disputed(name: str) -> list[Json]:
    return [dispute for dispute in told(name).every("disputes") if dispute["status"] == "disputed"]


def is_disputed(expectation: Json) -> bool:
    """Tell whether the expectation is of a dispute that must be there as one."""
    wanted = expectation.get("dispute", {})
    return wanted.get("status") == "disputed" or "disputed" in wanted.get("status_in", ())
