"""Documents read as if they were a specification: what they require, and what has to be asked before anything is built."""

from collections.abc import Sequence
from pathlib import Path

from dateline.mark import needs
from dateline.mark.parse import read_all
from dateline.model.issue import Issue
from dateline.model.need import Specification, Topic
from dateline.pipeline.desk import Desk
from dateline.pipeline.stage import run
from dateline.weigh.specification import specification, topics


def kickoff(paths: Sequence[Path | str]) -> tuple[list[Specification], tuple[Topic, ...], list[Issue]]:
    """Read documents; give each with its needs, the topics that have to be known with what the documents say of them, and what was odd."""
    desk = Desk()
    articles, issues = desk.read(paths)
    after = [stage for stage in desk.stages if stage.name not in {"clean", "parse"}]
    found = []
    for article, reading in zip(articles, read_all(articles), strict=True):
        values = run(after, "article", {"article": article, "reading": reading})
        asked = needs.find(reading, values["attributions"], values["counts"])
        found.append(specification(article, asked, len(values["attributions"])))
    return found, topics(found), issues
