"""The date in a dateline or byline ("LISBON, Feb. 6 (Agency) --"), and the day that all of an article is told from.

These passages are no sentences and are not parsed: a date is looked for in the unwrapped text. It is a moment like any other. With its
year it is the anchor when no day of publication is known; without one it makes a known year or month of publication precise.
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.mark.moment_scene import Draft
from dateline.mark.moment_words import month_pattern, months
from dateline.mark.reading import Paragraph
from dateline.model.article import Article
from dateline.model.rule import Rule
from dateline.text.calendar import day_of, value_of
from dateline.text.unwrap import unwrap

RULES = (
    Rule(
        "time.dateline",
        "the date that stands in the dateline",
        "LISBON, Feb. 6 (Agency) -- The bridge is closed.",
        "LISBON (Agency) -- The bridge is closed.",
    ),
)

_KINDS = frozenset({"dateline", "byline"})
_LONGEST_MONTH = 31


@cache
def _date() -> re.Pattern[str]:
    month, day = month_pattern(), r"[0-3]?\d(?:st|nd|rd|th)?(?!\d)"
    return re.compile(
        rf"(?<!\w)(?:(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)"
        rf"|(?:(?P<month>{month}) (?P<day>{day})|(?P<day2>{day}) (?P<month2>{month}))(?:,? (?P<year>(?:19|20)\d\d))?)(?!\w)"
    )


def drafts(article: Article) -> Iterator[tuple[int, Paragraph, Draft]]:
    """Give the dates of datelines and bylines: a number below all paragraphs, the place, and the draft in its offsets."""
    published = None if article.published is None else article.published.value
    for number, passage in enumerate(article.passages):
        if passage.kind in _KINDS:
            place = Paragraph(passage, unwrap(article.text, passage.span.start, passage.span.end, article.silent), [])
            for match in _date().finditer(place.text):
                draft = _draft(match, published)
                if draft is not None:
                    yield number - len(article.passages), place, draft


def _draft(match: re.Match[str], published: str | None) -> Draft | None:
    """Value the date by its own year, else by a published year or month that holds it; else leave the step to it."""
    says = f"“{match.group()}” stands in the dateline"
    value, steps = _told(match)
    if steps and day_of(published) is None:
        inside = value_of(steps.replace("~", "="), published)
        if day_of(inside) is not None:
            value, says = inside, f"{says} of an article published in {published}"
    if value is not None:
        return Draft(*match.span(), "DATE", "time.dateline", says, value)
    return Draft(*match.span(), "DATE", "time.dateline", f"{says}: the nearest to {{anchor}}", steps=steps) if steps else None


def _told(match: re.Match[str]) -> tuple[str | None, str]:
    """Give the day where the year is told, else the step to it."""
    if match["iso"]:
        return (match["iso"] if day_of(match["iso"]) is not None else None), ""
    month = months()[(match["month"] or match["month2"]).rstrip(".").lower()]
    day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    if not 1 <= day <= _LONGEST_MONTH:
        return None, ""
    value = f"{match['year']}-{month:02}-{day:02}"
    if match["year"]:
        return (value if day_of(value) is not None else None), ""
    return None, f"date~{month:02}-{day:02}"


def anchor_of(article: Article) -> tuple[str | None, str]:
    """Give the day (or month, or year) that the article is told from, and what it is: the publication's, or the dateline's."""
    published = None if article.published is None else article.published.value
    if day_of(published) is not None:
        return published, "day of publication"
    for _, _, draft in drafts(article):
        if draft.value is not None and draft.value.startswith(published or ""):
            return draft.value, "dateline"
    return published, "publication, no closer known"
