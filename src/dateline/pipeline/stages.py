"""The one list of stages. Every runner runs this list; `dateline stages` prints it; a test checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.clean import article as clean
from dateline.link import copies, people, same_claim, stories, title, versions
from dateline.link import ruled as ruled_stories
from dateline.link.origins import origin_of, origins
from dateline.link.telling import telling_of
from dateline.mark import attributions, claims, figures, mentions, moments, parse, parts
from dateline.model.marks import Marks
from dateline.pipeline.stage import Scope, Stage, check
from dateline.weigh import changes, dating, disputes, history, questions, ruled, sifted, timeline
from dateline.weigh.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.link.stories import Group
    from dateline.mark.mentions import Named
    from dateline.model.article import Article
    from dateline.model.attribution import Attribution
    from dateline.model.chain import Chain
    from dateline.model.change import Change
    from dateline.model.claim import Claim
    from dateline.model.copy import Copy
    from dateline.model.dispute import Dispute
    from dateline.model.figure import Figure
    from dateline.model.history import History
    from dateline.model.likeness import Likeness
    from dateline.model.moment import Moment
    from dateline.model.part import Part
    from dateline.model.question import Question
    from dateline.model.ruling import Ruling
    from dateline.model.story import Entry
    from dateline.weigh.frames import Dating

GIVEN: Mapping[Scope, tuple[str, ...]] = {
    "article": ("source", "date"),
    "pile": ("articles", "rulings"),
    "story": ("articles", "marks", "rulings"),
}
"""What the runner puts in: a source and the date given for it; all articles; those of one story, and their marks. Rulings: in force."""


def _marks(  # noqa: PLR0913, PLR0917 - a stage takes one argument for each value it needs
    article: Article,
    found: tuple[Attribution, ...],
    settled: tuple[Claim, ...],
    times: tuple[Moment, ...],
    counts: tuple[Figure, ...],
    named: tuple[Named, ...],
    named_parts: tuple[Part, ...],
) -> Marks:
    return Marks(article.id, found, settled, times, counts, tuple(item.mention for item in named), named_parts)


def _groups(articles: Sequence[Article], rulings: Sequence[Ruling]) -> tuple[Group, ...]:
    tellings = [telling_of(article) for article in articles]
    return ruled_stories.ruled(stories.stories(tellings), rulings, {telling.id: stories.rank_of(telling) for telling in tellings})


def _people(marks: Sequence[Marks]) -> tuple[Claim, ...]:
    return people.unify(claim for mark in marks for claim in mark.claims)


def _ruled(found: Sequence[Claim], rulings: Sequence[Ruling], articles: Sequence[Article]) -> tuple[Claim, ...]:
    return ruled.claims(found, rulings, {article.id: article.text for article in articles})


def _alike(story_claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Likeness, ...]:
    texts = {article.id: article.text for article in articles}
    return same_claim.likenesses(
        [same_claim.gist(claim, " ".join(span.of(texts[claim.article]) for span in claim.content)) for claim in story_claims]
    )


def _dating(
    articles: Sequence[Article],
    story_claims: Sequence[Claim],
    marks: Sequence[Marks],
    alike: Sequence[Likeness],
    prints: Sequence[Copy],
) -> Dating:
    return dating.date_story(articles, story_claims, {mark.article: mark.moments for mark in marks}, alike, prints)


def _copies(articles: Sequence[Article], dated: Dating, prints: Sequence[Copy]) -> Sequence[Copy]:
    """Put the earlier article of each pair first; they are compared anew only where one stood the other way round.

    Articles of one day are of one rank: which of them is the earlier is left to credits and length.
    """
    days = {name: (dated.frames[name].scale, dated.frames[name].day) for name in dated.order}
    places = {day: place for place, day in enumerate(dict.fromkeys(days[name] for name in dated.order))}
    rank = {name: places[days[name]] for name in dated.order}
    if all(rank[copy.origin] <= rank[copy.copy] for copy in prints):
        return prints
    return copies.copies(articles, rank)


def _figures(marks: Sequence[Marks], dated: Dating, rulings: Sequence[Ruling]) -> tuple[Figure, ...]:
    rank = {name: place for place, name in enumerate(dated.order)}
    found = ruled.figures([figure for mark in marks for figure in mark.figures], rulings, dated.claims)
    return tuple(sorted(found, key=lambda figure: (rank[figure.span.source], figure.span.start, figure.span.end)))


def _disputes(
    counts: Sequence[Figure], dated: Dating, alike: Sequence[Likeness], shared: Sequence[Copy], articles: Sequence[Article]
) -> tuple[Dispute, ...]:
    ground = disputes.Ground({claim.id: claim for claim in dated.claims}, alike, dated.frames, origin_of(dated.order, shared))
    return sifted.sifted(disputes.disputes(counts, ground), counts, ground.claims, articles, lambda names: origins(names, shared))


def _histories(
    counts: Sequence[Figure], dated: Dating, alike: Sequence[Likeness], shared: Sequence[Copy], articles: Sequence[Article]
) -> tuple[History, ...]:
    ground = disputes.Ground({claim.id: claim for claim in dated.claims}, alike, dated.frames, origin_of(dated.order, shared))
    return sifted.rows(history.histories(counts, ground), counts, ground.claims, articles)


def _changes(dated: Dating, alike: Sequence[Likeness], parted: Sequence[Dispute], saved: Sequence[Chain]) -> tuple[Change, ...]:
    return changes.changes(dated.claims, dated, alike, parted, [chain.articles for chain in saved])


def _timeline(dated: Dating) -> tuple[Entry, ...]:
    return timeline.timeline(dated.claims, dated.frames, dated.order)


def _questions(  # noqa: PLR0913, PLR0917 - a stage takes one argument for each value it needs
    articles: Sequence[Article],
    marks: Sequence[Marks],
    dated: Dating,
    alike: Sequence[Likeness],
    counts: Sequence[Figure],
    parted: Sequence[Dispute],
    shared: Sequence[Copy],
) -> tuple[Question, ...]:
    rank = {name: place for place, name in enumerate(dated.order)}
    ordered = sorted(dated.claims, key=lambda claim: (rank[claim.article], claim.content[0].start, claim.id))
    record = Record(
        ordered, alike, [part for mark in marks for part in mark.parts], rank, {article.id: article.text for article in articles}
    )
    number = len(set(origin_of(dated.order, shared).values()))
    by_rank = sorted(articles, key=lambda article: rank[article.id])
    return questions.questions(questions.Open(record, counts, parted, by_rank, number, dated.frames))


def _versions(articles: Sequence[Article], dated: Dating, shared: Sequence[Copy]) -> tuple[Chain, ...]:
    return versions.versions(articles, shared, {name: place for place, name in enumerate(dated.order)})


STAGES: tuple[Stage, ...] = (
    Stage(
        "clean", "article", "label every passage, find title, byline and date of publication", ("source", "date"), "article", clean.clean
    ),
    Stage("parse", "article", "unwrap the prose, split it into sentences, tag and parse them", ("article",), "reading", parse.read),
    Stage("moments", "article", "find and normalise time expressions", ("reading",), "moments", moments.find),
    Stage("counts", "article", "find figures, their bounds and what they count", ("reading", "moments"), "counts", figures.find),
    Stage("attributions", "article", "find who said what: source, cue, content, via", ("reading",), "attributions", attributions.find),
    Stage("mentions", "article", "find all named parties", ("reading",), "mentions", mentions.find),
    Stage(
        "claims",
        "article",
        "resolve the speakers, date the saying, add the outlet's own figures",
        ("reading", "attributions", "mentions", "moments", "counts"),
        "claims",
        claims.find,
    ),
    Stage("figures", "article", "tie each figure to the claim in which it stands", ("counts", "claims"), "figures", claims.owned),
    Stage(
        "parts", "article", "find of whom a claim speaks, and with whom it says things are done", ("reading", "claims"), "parts", parts.find
    ),
    Stage(
        "marks",
        "article",
        "put the marks of one article together",
        ("article", "attributions", "claims", "moments", "figures", "mentions", "parts"),
        "marks",
        _marks,
    ),
    Stage("stories", "pile", "group the articles into stories, as people have ruled", ("articles", "rulings"), "groups", _groups),
    Stage("people", "story", "one name for one party across the articles", ("marks",), "found", _people),
    Stage("rulings", "story", "lay people's rulings over the claims", ("found", "rulings", "articles"), "claims", _ruled),
    Stage("same-claim", "story", "hold claims side by side", ("claims", "articles"), "likenesses", _alike),
    Stage("prints", "story", "find shared runs of words before the order is known", ("articles",), "prints", copies.copies),
    Stage(
        "dating",
        "story",
        "put the articles in order, date what follows from others",
        ("articles", "claims", "marks", "likenesses", "prints"),
        "dating",
        _dating,
    ),
    Stage("copies", "story", "find shared runs of words and common origins", ("articles", "dating", "prints"), "copies", _copies),
    Stage("versions", "story", "find pieces that were saved more than once", ("articles", "dating", "copies"), "versions", _versions),
    Stage("figures", "story", "the figures of the story in order, as ruled", ("marks", "dating", "rulings"), "figures", _figures),
    Stage("disputes", "story", "find accounts that part", ("figures", "dating", "likenesses", "copies", "articles"), "partings", _disputes),
    Stage("dismissals", "story", "leave out the disputes that people dismissed", ("partings", "rulings"), "disputes", ruled.disputes),
    Stage(
        "histories",
        "story",
        "how each party's number for one thing moved",
        ("figures", "dating", "likenesses", "copies", "articles"),
        "histories",
        _histories,
    ),
    Stage(
        "changes",
        "story",
        "compare each article with the state before it",
        ("dating", "likenesses", "disputes", "versions"),
        "changes",
        _changes,
    ),
    Stage("timeline", "story", "what was said when", ("dating",), "timeline", _timeline),
    Stage(
        "questions",
        "story",
        "what nobody has answered, and whom to ask",
        ("articles", "marks", "dating", "likenesses", "figures", "disputes", "copies"),
        "asked",
        _questions,
    ),
    Stage("answers", "story", "leave out the questions that people answered", ("asked", "rulings"), "questions", ruled.questions),
    Stage("title", "story", "the most central headline, else sentence", ("articles",), "title", title.story_title),
    Stage("about", "story", "the most central of the first sentences", ("articles",), "about", title.story_about),
)


def checked() -> tuple[Stage, ...]:
    """Give the list, held against itself.

    Raises:
        StageOrderError: a stage asks for what none before it gives.
    """
    check(STAGES, GIVEN)
    return STAGES
