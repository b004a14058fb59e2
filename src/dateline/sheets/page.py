"""The brief as one self-contained HTML file: no script, no outside request, every line linked to its words in the article below."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dateline.model.article import Article
from dateline.model.passage import PROSE, PassageKind
from dateline.model.story import Brief, Story
from dateline.sheets.detail import Detail
from dateline.sheets.digest import Digest, Piece
from dateline.sheets.evidence import Evidence
from dateline.sheets.excerpt import capital, counted, visible
from dateline.sheets.folded import folded_lines
from dateline.sheets.highlights import Cut, Highlight, cuts, highlights
from dateline.sheets.saying import saying
from dateline.sheets.telling import digests, unread

LONGEST = 420
"""Characters of a source's words that are shown in the brief; the whole stands below, one link away."""

SHORT = 110
"""Characters of what is new: the timeline has the rest."""

_OURS: frozenset[PassageKind] = PROSE | {"byline", "dateline"}
"""The kinds that are not greyed."""

_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A passage on the page: its kind, whether it is greyed, why, and its text cut at the highlights."""

    kind: PassageKind
    greyed: bool
    reason: str
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article on the page."""

    piece: Piece
    language: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story on the page: its digest, what is folded, its articles."""

    digest: Digest
    folded: str
    sheets: tuple[Sheet, ...]


def page(brief: Brief, detail: Detail) -> str:
    """Write the page."""
    articles = {article.id: article for article in brief.articles}
    told = zip(brief.stories, digests(brief, detail), strict=True)
    chapters = [_chapter(story, digest, [articles[id_] for id_ in story.articles]) for story, digest in told]
    environment = _environment()
    style = _style(environment, chapters)
    policy = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text = environment.get_template("page.html.j2").render(
        chapters=chapters,
        title=chapters[0].digest.title if len(chapters) == 1 else counted(len(chapters), "story", "stories"),
        unread=unread(brief.issues),
        noted=[issue for issue in brief.issues if not issue.fatal] if detail.every else [],
        style=Markup(style),  # noqa: S704 - our own style sheet, with ids that `_NAME` has passed
        policy=policy,
        why=detail.why,
        longest=LONGEST,
        short=SHORT,
    )
    return text.rstrip() + "\n"


@cache
def _environment() -> Environment:
    loader = PackageLoader("dateline.sheets", "templates")
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    environment.filters.update(words=_words, counted=counted, capital=capital)
    return environment


def _words(text: str) -> Markup:
    """Write a source's text: harmless, and the same text when a browser has read it."""
    return Markup(str(escape(visible(text))).replace("\r", "&#13;"))  # noqa: S704 - escaped just here


def _chapter(story: Story, digest: Digest, articles: list[Article]) -> Chapter:
    evidence = Evidence(articles)
    marked = highlights(story.claims, story.figures, {claim.id: saying(claim, evidence) for claim in story.claims})
    pieces = {piece.id: piece for piece in digest.pieces}
    sheets = tuple(_sheet(article, pieces[article.id], marked.get(article.id, [])) for article in articles)
    return Chapter(digest, "; ".join(folded_lines(digest.folded)), sheets)


def _sheet(article: Article, piece: Piece, marked: list[Highlight]) -> Sheet:
    cut = zip(article.passages, cuts(article, marked), strict=True)
    blocks = tuple(Block(passage.kind, passage.kind not in _OURS, str(passage.reason), tuple(found)) for passage, found in cut)
    return Sheet(piece, article.language, blocks)


def _style(environment: Environment, chapters: list[Chapter]) -> str:
    """Give the style sheet, and a rule for each claim that is marked in several pieces: a target lights all of them."""
    rules = []
    for chapter in chapters:
        for sheet in chapter.sheets:
            parts = Counter(h.anchor for block in sheet.blocks for cut in block.cuts for h in cut.highlights if h.anchor)
            names = [anchor for anchor, number in parts.items() if number > 1 and _NAME.fullmatch(anchor)]
            rules += [f":root:has(#{name}:target) .{name}" for name in names]
    lit = f"{','.join(rules)}{{background:var(--lit);color:var(--ink)}}\n" if rules else ""
    return environment.get_template("page.css").render() + "\n" + lit
