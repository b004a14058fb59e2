"""From a source to an article: every character labelled with its kind and the reason, title, byline and date found."""

from dateline.clean.appeals import appeals
from dateline.clean.authors import authors_of
from dateline.clean.dates import modified_of, published_of
from dateline.clean.facts import stated
from dateline.clean.furniture import cut
from dateline.clean.hyphens import line_end_hyphens
from dateline.clean.language import language_of
from dateline.clean.metadata import is_bare_name, is_byline, label_head, label_headings
from dateline.clean.paragraphs import blocks
from dateline.clean.piece import Piece
from dateline.clean.title import title_of
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.model.moment import Moment
from dateline.model.passage import MAIN_TEXT, Passage
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.model.source import Source
from dateline.model.span import Span

RULES: tuple[Rule, ...] = (
    Rule("article.paragraph", "What no rule makes anything else is prose", "The harbour reopened on Monday.", "Advertisement"),
)


def clean(source: Source, published: Moment | None = None) -> Article:
    """Label the text of `source`. `published` is the date given by the caller, kept as it is; else it is sought.

    The passages partition the text: joined they give it back. White space between two belongs to the one
    before, leading white space to the first.     A text that is only white space has no passage, and an issue.
    """
    text = source.text
    pieces = _pieces(source)
    passages = _passages(source, pieces)
    lines = [(Span(source.id, piece.start, piece.end), piece.flat(text)) for piece in pieces if piece.kind == "byline"]
    dateline = next(((Span(source.id, p.start, p.end), p.flat(text)) for p in pieces if p.kind == "dateline"), None)
    moment, issues = published_of(source, published, lines, dateline)
    if not any(passage.kind in MAIN_TEXT for passage in passages):
        says = "no prose in it: every part is furniture" if passages else "only white space"
        issues.append(Issue(source.path, "no-prose", says))
    return Article(
        source,
        passages,
        title=title_of(source, _first(text, pieces, "title")),
        subtitle=_first(text, pieces, "subtitle"),
        authors=authors_of(source, _printed_names(text, pieces)),
        outlet=stated(source, "outlet"),
        url=stated(source, "url"),
        language=_language(source, pieces),
        published=moment,
        modified=modified_of(source, lines),
        issues=tuple(issues),
        silent=() if source.breaks else tuple(line_end_hyphens(text, pieces)),
    )


def passages_of(source: Source) -> tuple[Passage, ...]:
    """Label the text of `source` as `clean` does, and no more: for callers that have no use for language and metadata."""
    return _passages(source, _pieces(source))


def _pieces(source: Source) -> list[Piece]:
    pieces = label_head(source, appeals(source.text, cut(source, blocks(source))))
    label_headings(source.text, pieces)
    return pieces


def _printed_names(text: str, pieces: list[Piece]) -> list[str]:
    """List the lines that name an author: bylines proper, and bare names that the markup calls a byline."""
    lines = [piece.flat(text) for piece in pieces if piece.kind == "byline"]
    bylines = [line for line in lines if is_byline(line)]
    return bylines or [f"By {line}" for line in lines if is_bare_name(line)][:1]


def _passages(source: Source, pieces: list[Piece]) -> tuple[Passage, ...]:
    starts = [0, *(piece.start for piece in pieces[1:]), len(source.text)]
    found = []
    for piece, start, end in zip(pieces, starts, starts[1:], strict=False):
        found.append(Passage(Span(source.id, start, end), piece.kind or "paragraph", piece.reason or Reason("article.paragraph", "prose")))
    return tuple(found)


def _first(text: str, pieces: list[Piece], kind: str) -> str | None:
    return next((piece.flat(text).lstrip("# ") for piece in pieces if piece.kind == kind), None)


def _language(source: Source, pieces: list[Piece]) -> str | None:
    prose = " ".join(piece.flat(source.text) for piece in pieces[:40] if piece.kind in MAIN_TEXT)
    found = language_of(prose)
    if found is not None:
        return found
    said = stated(source, "language")
    return said.replace("_", "-").split("-")[0].lower() if said else None
