"""“According to X, ...”: what stands around the phrase is what X says."""

from collections.abc import Iterator

from dateline.mark import extent
from dateline.mark.cues import listed
from dateline.mark.found import Found, Piece, Site
from dateline.mark.phrases import reach
from dateline.mark.sources import origin

_CONNECTORS = frozenset("but and yet so however meanwhile also still instead moreover furthermore nevertheless nonetheless".split())  # noqa: SIM905 - words, not a list


def find(site: Site) -> Iterator[Found]:
    """Propose an attribution for every “according to” of the sentence."""
    words = site.sentence.words
    for at, word in enumerate(words):
        if word.lower != "according" or at + 1 >= len(words) or words[at + 1].lower != "to":
            continue
        head = next((c for c in [*words[at + 1].children, *word.children] if words[c].dep == "pobj"), None)
        if head is None or words[head].lemma in listed("objects", "measures"):
            continue
        source = origin(site, head)
        first, last = at, max(at + 1, _last_index(site, source.end))
        places = around(site, first, last)
        if places:
            yield Found(
                "speech.according",
                f"“according to” gives the source of {'the sentence' if len(places) > 1 else 'what stands beside it'}",
                "statement",
                4,
                site,
                at,
                (word.start, words[at + 1].end),
                [Piece(site.paragraph, *place) for place in places],
                source,
            )


def _last_index(site: Site, end: int) -> int:
    return max(word.i for word in site.sentence.words if word.end <= end)


def around(site: Site, first: int, last: int) -> list[tuple[int, int]]:
    """Give the clause on both sides of the phrase; a clause that is only coordinated with it stays out."""
    words = site.sentence.words
    low, high = 0, len(words) - 1
    while (
        low < first
        and (words[low].lower in _CONNECTORS or words[low].dep == "punct")
        and site.quoted(words[low].start, words[low].end) is None
    ):
        low += 1
    trailing = _trailing_clause(site, last)
    before = extent.stretch(site, low, first - 1)
    after = extent.stretch(site, trailing, high)
    if before is not None and after is not None and after[1] - after[0] < len("a few words"):
        after = None
    return [place for place in (before, after) if place]


def _trailing_clause(site: Site, last: int) -> int:
    """Skip a relative clause or participle that describes the source."""
    words = site.sentence.words
    at = last + 1
    if at < len(words) and words[at].dep == "punct" and at + 1 < len(words):
        for word in words[at:]:
            if word.dep in {"relcl", "acl"} and word.head <= last and reach(site.sentence, word.i)[0] <= at + 1:
                return reach(site.sentence, word.i)[1] + 1
    return at
