"""The pages and how they are sent: the front page, a story (the sheet that the brief is), an article, and a refusal.

Whatever comes from an article is escaped; the pages hold no script and ask for nothing.
"""

import base64
import hashlib
import json
import re

from fastapi import Response
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dateline.model.passage import PROSE
from dateline.model.story import Brief
from dateline.sheets.dates import because, dated
from dateline.sheets.detail import Detail
from dateline.sheets.evidence import Evidence
from dateline.sheets.excerpt import capital, counted, one_line, visible
from dateline.sheets.highlights import cuts, highlights
from dateline.sheets.page import Block, page
from dateline.sheets.saying import saying
from dateline.sheets.shelf import shelf
from dateline.web.guard import NOTHING

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)

_MAIN = '<main id="main">'
_WAY_BACK = '<nav aria-label="Ledger"><ul><li><a href="/">All stories</a></li></ul></nav>\n'

_OURS = PROSE | {"byline", "dateline"}
"""The kinds that are not greyed."""


def answer(html: str, code: int = 200) -> Response:
    """Send a page. Its own style sheet is let through by its hash; nothing else is."""
    hashes = [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in _STYLE.findall(html)]
    sources = " ".join(f"'sha256-{item}'" for item in hashes)
    policy = f"{NOTHING}; style-src {sources}" if hashes else NOTHING
    return Response(html.encode(), code, {"Content-Security-Policy": policy}, "text/html; charset=utf-8")


def data(value: object, code: int = 200) -> Response:
    """Send JSON; a lone surrogate becomes its escape."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return Response(text.encode("utf-8", "backslashreplace"), code, media_type="application/json")


def front(brief: Brief) -> str:
    """Write the list of stories, each with its articles."""
    names = {article.id: one_line(article.title or article.source.path) for article in brief.articles}
    listed = [(row, [(id_, names[id_]) for id_ in story.articles]) for row, story in zip(shelf(brief), brief.stories, strict=True)]
    return _render("front.html.j2", title="Stories", listed=listed)


def story(brief: Brief) -> str:
    """Write the page of the one story of a brief: the same sheet as `dateline brief --format html`, with a way back to the list."""
    return page(brief, Detail()).replace(_MAIN, f"{_WAY_BACK}{_MAIN}", 1)


def article(brief: Brief, id_: str) -> str:
    """Write the page of one article of a brief of one story: its passages, and what is marked in them."""
    found = next(item for item in brief.articles if item.id == id_)
    (told,) = brief.stories
    evidence = Evidence(brief.articles)
    marked = highlights(told.claims, told.figures, {claim.id: saying(claim, evidence) for claim in told.claims}).get(id_, [])
    cut = zip(found.passages, cuts(found, marked), strict=True)
    blocks = [Block(passage.kind, passage.kind not in _OURS, str(passage.reason), tuple(pieces)) for passage, pieces in cut]
    return _render(
        "article.html.j2",
        title=one_line(found.title or found.source.path),
        article=found,
        published=dated(found.published) or "undated",
        because=because(found.published),
        story=shelf(brief)[0],
        blocks=blocks,
    )


def refusal(says: str) -> str:
    """Write the page that says why there is none."""
    return _render("refusal.html.j2", title="Not here", says=says)


def _render(template: str, **values: object) -> str:
    """Render one of our templates; those of the sheets, whose parts and style they share, are found beside them."""
    loader = ChoiceLoader([PackageLoader("dateline.web", "templates"), PackageLoader("dateline.sheets", "templates")])
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    environment.filters.update(words=_words, counted=counted, capital=capital)
    style = environment.get_template("page.css").render() + environment.get_template("web.css").render()
    return environment.get_template(template).render(style=Markup(style), **values).rstrip() + "\n"  # noqa: S704 - our own style sheets


def _words(text: str) -> Markup:
    """Write a source's text: harmless, and the same text when a browser has read it."""
    return Markup(str(escape(visible(text))).replace("\r", "&#13;"))  # noqa: S704 - escaped just here
