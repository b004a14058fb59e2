"""What articles copy of each other: every shared run of eight words or more, the direction, and whether the whole piece is a print.

Enters: articles, of which only the prose is read. Leaves: a `Copy` for each pair that shares a run. Candidates come from an inverted
index of shingles, never from all pairs. Refuses nothing; the same article given twice is taken once.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.link.credit import Credit, agency_of, credit_of
from dateline.link.origins import MERGED, QUOTATION, origin_of, origins
from dateline.model.article import Article
from dateline.model.copy import Copy
from dateline.model.passage import PROSE
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.model.span import Span
from dateline.text.runs import Run, Shingled, shared_runs
from dateline.text.shingles import tokens, word_hashes

__all__ = ["EIGHT", "ONE_ORIGIN", "RULES", "copies", "origin_of", "origins"]

EIGHT = 8
"""Words of the shortest run that is listed (contract)."""

ONE_ORIGIN = 0.5
"""Share of the later piece's words from which on it is a print of the other (contract: at least half of the prose)."""

MERGED_PART = 0.2
"""Share of the words of a merged piece from which on another is one of those it is put together from: a reused sentence has less."""

_FERRY = "the ferry to the northern island will not sail before Monday, the harbour office said."
_VOTE = "two ministers resigned on Friday after a vote that split the coalition"
_RIVER = "“We will rebuild every house that the river has taken from us.”"
_DAM = "The dam was finished in 1962 and has been repaired four times since then."
_OPENED = "Today its gates were opened for a test that drew large crowds to the valley"
_GATES = f"{_OPENED}, where the inns had put out flags."
_WHY = "Engineers are worried again this spring, and nobody at the ministry wants to say why"
_WORRY = f"{_WHY} that is."

RULES = (
    Rule(
        "copies.print",
        "At least half of the words of the later piece stand word for word in the other: one origin.",
        f"Because of the storm, {_FERRY} // STORM: {_FERRY}",
        f"Because of the storm, {_FERRY} // No boat leaves for the island until next week, officials told us.",
    ),
    Rule(
        "copies.credit",
        "Both credit one agency or outlet with the piece, and share a run of eight words outside quotation marks: one origin.",
        f"LIMA (Reuters) - {_GATES} And {_VOTE}. // LIMA (Reuters) - {_WORRY} And {_VOTE}.",
        f"LIMA - {_GATES} And {_VOTE}. // LIMA - {_WORRY} And {_VOTE}.",
    ),
    Rule(
        "copies.merged",
        "Pieces of which none is half of it together hold at least half of its words: put together from them, no origin of its own.",
        f"{_GATES} {_DAM} {_RIVER} // {_WORRY} And {_VOTE}, a thing not seen before. // {_OPENED}. {_WHY}. Rain fell all night.",
        f"{_GATES} {_DAM} // {_DAM} {_WORRY}",
    ),
    Rule(
        "copies.quotation",
        "All that the two share stands inside quotation marks: both quote the same words, which makes neither a print of the other.",
        f"The mayor spoke late, at the town hall where hundreds waited in the rain. {_RIVER} // Families listened outside: {_RIVER} Then,"
        " as the evening wore on and the rain grew stronger, all of them went home again.",
        f"{_GATES} {_DAM} // {_DAM} {_WORRY}",
    ),
    Rule(
        "copies.reuse",
        "The two share runs of eight words or more, but less than half of the later piece: reused sentences, not a print.",
        f"{_GATES} {_DAM} // {_DAM} {_WORRY}",
        "The dam was finished in 1962. // The dam, built in 1962, has seen better days.",
    ),
)
"""Example and near-miss are two articles, parted by " // "; what stands before " - " is a dateline."""


@dataclass(frozen=True, slots=True)
class _Prose:
    """The words of an article's prose: hashes, offsets, the stretch of unbroken prose and whether inside quotation marks."""

    article: Article
    hashes: Shingled
    places: tuple[tuple[int, int], ...]
    blocks: tuple[int, ...]
    quoted: tuple[bool, ...]
    credit: Credit | None


def copies(articles: Sequence[Article], order: Mapping[str, int] | None = None) -> tuple[Copy, ...]:
    """Give the copies among `articles`, sorted by the ids of origin and copy.

    `order` ranks article ids from the earliest on, where the dating room knows more than the dates of publication; ids it lacks,
    or ranks alike, fall back on those dates, then on credits, then on length.
    """
    pile = {article.id: article for article in articles}
    proses = {name: _prose(pile[name]) for name in sorted(pile)}
    found = []
    for one, other in _candidates(proses):
        copy = _copy(proses[one], proses[other], order or {})
        if copy is not None:
            found.append(copy)
    return tuple(sorted(_merged(found, proses), key=lambda copy: (copy.origin, copy.copy)))


def _prose(article: Article) -> _Prose:
    hashes: list[int] = []
    places: list[tuple[int, int]] = []
    blocks: list[int] = []
    quoted: list[bool] = []
    block, last = 0, 0
    for passage in article.passages:
        if passage.kind not in PROSE:
            continue
        start, end = passage.span.start, passage.span.end
        block += start != last
        last = end
        words = tokens(article.text, start, end)
        hashes += word_hashes(word for word, _, _ in words)
        places += [(a, b) for _, a, b in words]
        blocks += [block] * len(words)
        quoted += _quoted(article.text, start, [a for _, a, _ in words])
    return _Prose(article, Shingled.of(hashes, EIGHT), tuple(places), tuple(blocks), tuple(quoted), credit_of(article))


def _quoted(text: str, start: int, words: list[int]) -> list[bool]:
    """Tell for each word of a passage (offsets, ascending) whether it stands inside double quotation marks, or after one left open."""
    inside, at = False, start
    told = []
    for word in words:
        for mark in text[at:word]:
            if mark in "“„«":
                inside = True
            elif mark in "”»":
                inside = False
            elif mark == '"':
                inside = not inside
        told.append(inside)
        at = word
    return told


def _candidates(proses: Mapping[str, _Prose]) -> list[tuple[str, str]]:
    """Pair the articles that share a shingle of eight words: just those that share a run."""
    index: dict[int, list[str]] = defaultdict(list)
    for name, prose in proses.items():
        for shingle in prose.hashes.where:
            index[shingle].append(name)
    pairs = {(one, other) for names in index.values() if len(names) > 1 for k, one in enumerate(names) for other in names[k + 1 :]}
    return sorted(pairs)


def _copy(one: _Prose, other: _Prose, order: Mapping[str, int]) -> Copy | None:
    origin, print_, direction = _directed(one, other, order)
    runs = shared_runs(origin.hashes, print_.hashes)
    if not runs:
        return None
    covered = bytearray(len(print_.hashes.words))
    for _, start, length in runs:
        covered[start : start + length] = b"\x01" * length
    share = sum(covered) / len(covered)
    one_origin, reason = _judged(origin, print_, runs, share)
    spans = tuple(pair for run in runs for pair in _spans(origin, print_, run))
    says = f"{reason.says}; {direction}"
    return Copy(origin.article.id, print_.article.id, spans, round(share, 4), one_origin, Reason(reason.rule, says))


def _merged(found: list[Copy], proses: Mapping[str, _Prose]) -> list[Copy]:
    """Say of the copies that together make a piece that they do, where none of them does so alone."""
    sources: dict[str, list[Copy]] = defaultdict(list)
    for copy in found:
        if copy.share >= MERGED_PART and copy.reason.rule != QUOTATION:
            sources[copy.copy].append(copy)
    parts: dict[tuple[str, str], Copy] = {}
    for name in sorted(sources):
        mine = sources[name]
        share = _covered(mine, proses[name])
        if len(mine) > 1 and share >= ONE_ORIGIN:
            for copy in mine:
                if not copy.one_origin:
                    says = f"put together from {len(mine)} pieces, which hold {share:.0%} of its words, this one {copy.share:.0%}"
                    parts[copy.origin, name] = replace(copy, reason=Reason(MERGED, f"{says}; {copy.reason.says.rpartition('; ')[2]}"))
    return [parts.get((copy.origin, copy.copy), copy) for copy in found]


def _covered(copies_of_it: list[Copy], print_: _Prose) -> float:
    """Give the share of the words of a piece that stand in any of some copies of it."""
    starts = [start for start, _ in print_.places]
    held = bytearray(len(starts))
    for copy in copies_of_it:
        for _, span in copy.spans:
            first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
            held[first:end] = b"\x01" * (end - first)
    return sum(held) / len(held)


def _spans(origin: _Prose, print_: _Prose, run: Run) -> list[tuple[Span, Span]]:
    """Cut a run where, on either side, something else than prose stands in between, and give raw spans."""
    start, other, length = run
    unbroken = origin.blocks[start] == origin.blocks[start + length - 1] and print_.blocks[other] == print_.blocks[other + length - 1]
    pairs = []
    begun = 0
    for k in (length,) if unbroken else range(1, length + 1):
        if (
            k < length
            and origin.blocks[start + k] == origin.blocks[start + k - 1]
            and print_.blocks[other + k] == print_.blocks[other + k - 1]
        ):
            continue
        left = Span(origin.article.id, origin.places[start + begun][0], origin.places[start + k - 1][1])
        right = Span(print_.article.id, print_.places[other + begun][0], print_.places[other + k - 1][1])
        pairs.append((left, right))
        begun = k
    return pairs


def _judged(origin: _Prose, print_: _Prose, runs: list[Run], share: float) -> tuple[bool, Reason]:
    total = len(print_.hashes.words)
    part = f"{share:.0%} of the {total} words of the later piece"
    if share >= ONE_ORIGIN:
        return True, Reason("copies.print", f"{part} stand word for word in the other")
    words = origin.article.text[origin.places[runs[0][0]][0] : origin.places[runs[0][0] + EIGHT - 1][1]]
    opening = f"“{' '.join(words.split())} …”"
    if all(all(origin.quoted[i : i + n]) and all(print_.quoted[j : j + n]) for i, j, n in runs):
        return False, Reason(QUOTATION, f"both quote the same words, {opening}: {part}, no print")
    common = _common_credit(origin, print_)
    if common is not None:
        return True, Reason("copies.credit", f"both credit {common} and share {opening}: {part}")
    return False, Reason("copies.reuse", f"they share {opening}: {part}, so reused sentences and no print")


def _common_credit(origin: _Prose, print_: _Prose) -> str | None:
    one, other = origin.credit, print_.credit
    if one is not None and other is not None and one.whole and other.whole and one.name == other.name:
        return one.name
    for credit, article in ((one, print_.article), (other, origin.article)):
        if credit is not None and credit.whole and article.outlet is not None and credit.name.casefold() == article.outlet.casefold():
            return credit.name
    return None


def _directed(one: _Prose, other: _Prose, order: Mapping[str, int]) -> tuple[_Prose, _Prose, str]:
    """Put the origin first, and say why: rank, date, credit, length, and where all are alike the smaller id."""
    ranks = order.get(one.article.id), order.get(other.article.id)
    if ranks[0] is not None and ranks[1] is not None and ranks[0] != ranks[1]:
        return (*_sorted(one, other, swap=ranks[0] > ranks[1]), "the earlier one first")
    days = _published(one.article), _published(other.article)
    length = min(len(days[0]), len(days[1]))
    if length and days[0][:length] != days[1][:length]:
        return (*_sorted(one, other, swap=days[0] > days[1]), f"published {min(days)}, before {max(days)}")
    for first, second, swap in ((one, other, True), (other, one, False)):
        if first.credit is not None and _is_outlet(first.credit.name, second.article) and not _is_outlet(first.credit.name, first.article):
            return (*_sorted(one, other, swap=swap), f"credited to {first.credit.name}")
    sizes = len(one.hashes.words), len(other.hashes.words)
    if sizes[0] != sizes[1]:
        return (
            *_sorted(one, other, swap=sizes[0] < sizes[1]),
            f"undated, so the fuller one ({max(sizes)} words against {min(sizes)}) first",
        )
    return (*_sorted(one, other, swap=one.article.id > other.article.id), "undated and of one length, so the order is by id")


def _sorted(one: _Prose, other: _Prose, *, swap: bool) -> tuple[_Prose, _Prose]:
    return (other, one) if swap else (one, other)


def _published(article: Article) -> str:
    return (article.published.value or "") if article.published is not None else ""


def _is_outlet(name: str, article: Article) -> bool:
    outlet = article.outlet
    return outlet is not None and name.casefold() in {outlet.casefold(), (agency_of(outlet) or outlet).casefold()}
