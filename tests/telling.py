"""One-line factories: texts in, articles, readings, claims and stories out."""

import hashlib

from dateline.clean.article import clean
from dateline.mark.parse import read
from dateline.model.identity import content_id
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.pipeline.desk import Desk


def article(text, date=None, path=None):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = Source(content_id("source", sha256), path or f"{sha256[:6]}.txt", sha256, "text/plain", "utf-8", text)
    published = None if date is None else Moment(None, date, "DATE", date, "", Reason("published.given", f"given: {date}"))
    return clean(source, published)


def reading(text, date=None):
    return read(article(text, date))


def marks(text, date=None):
    return Desk().marks(article(text, date))


def brief(*texts):
    """Each text is a string, or a pair of string and date."""
    pairs = [(text, None) if isinstance(text, str) else text for text in texts]
    return Desk().stories([article(text, date, f"{number}.txt") for number, (text, date) in enumerate(pairs)])


def only_story(*texts):
    stories = brief(*texts).stories
    assert len(stories) == 1, [story.title for story in stories]
    return stories[0]


def speakers(text):
    """Names of the speakers of each outermost claim of sources, in order of the text."""
    return [[party.name for party in claim.speakers] for claim in marks(text).claims if claim.voice == "source" and claim.inside is None]
