"""A story from short texts, grouped by decree: what is weighed is not what is grouped."""

import re

from dateline.pipeline.desk import Desk
from dateline.pipeline.stage import run
from dateline.pipeline.stages import STAGES
from telling import article

_DATED = re.compile(r"(\d{4}-\d\d-\d\d): (.*)", re.DOTALL)


def weighed(*texts):
    """Each text may begin with its day of publication and a colon."""
    articles = []
    for number, text in enumerate(texts):
        match = _DATED.fullmatch(text)
        date, words = match.groups() if match else (None, text)
        articles.append(article(words + " " * number, date, f"{number}.txt"))
    listed = sorted({one.id: one for one in articles}.values(), key=lambda one: one.id)
    values = run(STAGES, "story", {"articles": listed, "marks": [Desk().marks(one) for one in listed], "rulings": ()})
    values["paths"] = {one.id: one.source.path for one in listed}
    return values


def reasons(values):
    found = [*values["disputes"], *values["changes"], *values["questions"]]
    return {thing.reason.rule for thing in found}
