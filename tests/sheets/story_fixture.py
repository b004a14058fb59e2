"""One story of an invented town, built by hand: a dispute, a via, a pronoun, an appeal, an undated article."""

import hashlib

from dateline.model.article import Article
from dateline.model.change import Change
from dateline.model.claim import Claim
from dateline.model.copy import Copy
from dateline.model.dispute import Dispute, Side
from dateline.model.figure import Figure
from dateline.model.issue import Issue
from dateline.model.moment import Moment
from dateline.model.party import Party
from dateline.model.passage import Passage
from dateline.model.question import Question
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span
from dateline.model.story import Brief, Entry, Story

COURIER = """Ferry grounded off Marrow Quay

More than 120 passengers are believed to have been aboard the
Petrel when it ran onto Salt Bank on Monday.

“Nobody was hurt and nobody was in danger,” harbour master Ines
Vant told the Tern news agency on Tuesday. “We will publish the log,” she added.

Islanders accused the harbour board of ignoring three earlier warnings.

Dear readers, the Courier is funded by you. Give what you can from 3 crowns.
"""

GAZETTE = """About 180 people were on the Petrel, the rescue crew said.

Harbour master Ines Vant declined to comment. The inquiry is expected to report in May.
"""


def article(path, text, kinds, **facts):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    id_ = sha256[:12]
    blocks = text.split("\n\n")
    passages, at = [], 0
    for block, kind in zip(blocks, kinds, strict=True):
        end = min(at + len(block) + 2, len(text))
        passages.append(Passage(Span(id_, at, end), kind, Reason(f"clean.{kind}", f"looks like a {kind}")))
        at = end
    return Article(Source(id_, path, sha256, "text/plain", "utf-8", text), tuple(passages), **facts)


def span(article, words):
    start = article.text.index(words)
    return Span(article.id, start, start + len(words))


def claim(article, id_, words, **fields):
    given = {
        "voice": "source",
        "manner": "indirect",
        "act": "statement",
        "confidence": 0.9,
        "reason": Reason("speech.clause", "“said” takes the clause before it"),
    }
    return Claim(id_, article.id, content=(span(article, words),), text=words, **(given | fields))


def party(name, *mention, role=None, resolved_by=None):
    return Party(name, role, mention, resolved_by)


def moment(text, value, span=None, *, inferred=False):
    reason = Reason("moments.weekday", f"“{text}” counted back from the day of publication")
    return Moment(span, text, "DATE", value, "", reason, "2031-03-04" if span else None, inferred)


def make_courier():
    given = moment("2031-03-04", "2031-03-04")
    kinds = ["title", "paragraph", "paragraph", "paragraph", "appeal"]
    return article("pile/courier.txt", COURIER, kinds, title="Ferry grounded off Marrow Quay", outlet="Harbour Courier", published=given)


def make_gazette():
    return article("pile/gazette.txt", GAZETTE, ["paragraph", "paragraph"])


def make_brief(courier, gazette):
    tuesday = moment("Tuesday", "2031-03-04", span(courier, "Tuesday"))
    vant = party("Ines Vant", span(courier, "harbour master Ines\nVant"), role="harbour master")
    she = party("Ines Vant", span(courier, "she"), resolved_by="“she”: the last woman named, in the same paragraph")
    tern = party("Tern news agency", span(courier, "the Tern news agency"))
    board = party("harbour board", span(courier, "the harbour board"))
    claims = (
        claim(courier, "c-believed", "More than 120 passengers", act="belief", confidence=0.8, cue=(span(courier, "are believed"),)),
        claim(
            courier,
            "c-unhurt",
            "“Nobody was hurt and nobody was in danger,”",
            manner="direct",
            act="denial",
            speakers=(vant,),
            source=vant.mention,
            cue=(span(courier, "told"),),
            via=(tern,),
            said=tuesday,
        ),
        claim(
            courier,
            "c-log",
            "“We will publish the log,”",
            manner="direct",
            act="promise",
            speakers=(she,),
            source=she.mention,
            cue=(span(courier, "added"),),
            said=tuesday,
        ),
        claim(
            courier,
            "c-ignored",
            "ignoring three earlier warnings",
            act="accusation",
            speakers=(party("Islanders", span(courier, "Islanders")),),
            targets=(board,),
            source=(span(courier, "Islanders"),),
            cue=(span(courier, "accused"),),
        ),
        claim(gazette, "c-crew", "About 180 people were on the Petrel", speakers=(party("rescue crew", span(gazette, "the rescue crew")),)),
        claim(gazette, "c-crew-2", "people were on the Petrel, the", confidence=0.4, speakers=(party("rescue crew"),)),
        claim(gazette, "c-may", "The inquiry is expected to report in May", voice="outlet"),
    )
    aboard = Reason("figures.more-than", "“more than” opens the upper bound")
    figures = (
        Figure(
            "f-120",
            span(courier, "More than 120"),
            "More than 120",
            120.0,
            None,
            "More than",
            None,
            "passengers",
            "count",
            aboard,
            claim="c-believed",
        ),
        Figure("f-3", span(courier, "three"), "three", 3.0, 3.0, None, None, "earlier warnings", "count", aboard, claim="c-ignored"),
        Figure("f-180", span(gazette, "About 180"), "About 180", 180.0, 180.0, "About", None, "people", "count", aboard, claim="c-crew"),
    )
    part = Reason("disputes.count", "“More than 120” and “About 180” cannot both hold")
    dispute = Dispute(
        "d-aboard",
        "people aboard the Petrel",
        "disputed",
        (Side(120.0, None, ("f-120",), ("c-believed",), (), 1), Side(180.0, 180.0, ("f-180",), ("c-crew",), ("rescue crew",), 1)),
        part,
    )
    after = Reason("changes.new", "nothing like it stood in the story before")
    changes = (
        Change("conflicting", "c-believed", "c-crew", Reason("changes.count", "120 or more, then 180")),
        Change("new", None, "c-may", after),
        Change("repeated", "c-believed", "c-may", after),
    )
    why = Reason("silence.no-reply", "accused, and no answer on record")
    questions = tuple(
        Question(f"q-{rank}", kind, to, text, rank, because, why)
        for rank, (kind, to, text, because) in enumerate(
            [
                ("disputed-figure", ("rescue crew", "Ines Vant"), "How many people were aboard the Petrel?", ("d-aboard",)),
                ("no-reply", ("harbour board",), "Islanders accuse you of ignoring warnings. What do you answer?", ("c-ignored",)),
                *[("silent-party", ("owner of the Petrel",), f"What does the owner say, part {n}?", ("f-3",)) for n in range(3, 10)],
            ],
            start=1,
        )
    )
    timeline = (Entry(tuesday, ("c-unhurt", "c-log")), Entry(None, ("c-believed", "c-ignored", "c-crew", "c-crew-2", "c-may")))
    copies = (
        Copy(
            courier.id,
            gazette.id,
            ((span(courier, "Petrel"), span(gazette, "Petrel")),),
            0.05,
            one_origin=False,
            reason=Reason("copies.run", "one shared run"),
        ),
    )
    joined = (Reason("stories.rare", "both name “Petrel”"),)
    story = Story(
        "s-petrel",
        "Ferry grounded off Marrow Quay",
        (courier.id, gazette.id),
        2,
        joined,
        claims,
        figures,
        copies,
        (dispute,),
        changes,
        timeline,
        questions,
    )
    issues = (
        Issue("pile/scan.bin", "binary", "not a text: 37 of the first 512 bytes are NUL", fatal=True),
        Issue("pile/gazette.txt", "undated", "nothing states when it was published"),
    )
    moments = ((courier.id, (tuesday,)), (gazette.id, ()))
    return Brief((courier, gazette), moments, (story,), issues)
