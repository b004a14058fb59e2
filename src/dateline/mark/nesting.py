"""Which proposals stay: one for each cue, no cue inside a quotation, the outer before the inner, duplicates out."""

from dateline.mark.found import Found, Piece
from dateline.mark.nearby import Nearby
from dateline.mark.quoted import is_scare
from dateline.mark.quotes import Quotation, near

_MIND, _SURE = 1, 3
"""Weights of a mere state of mind and of sure speech: the one does not swallow the other."""
_SAME = 0.5
"""Share of common characters from which two contents count as one."""


def unquoted(founds: list[Found], quotations: list[list[Quotation]]) -> list[Found]:
    """Leave out proposals whose cue stands inside a quotation."""
    return [found for found in founds if not _quoted(found, quotations)]


def _quoted(found: Found, quotations: list[list[Quotation]]) -> bool:
    if found.cue is None:
        return False
    start, end = found.cue
    return any(
        q.start <= start and end <= q.end and not (is_scare(q) and _is_term(found.site.text, q) and not _speaks_in(found, q))
        for q in near(quotations[found.site.paragraph], start, end)
    )


def _speaks_in(found: Found, quotation: Quotation) -> bool:
    """Tell whether the source stands in the quotation too: “Nobody told us” is said, no term of the narrator's."""
    taken = found.origin
    return taken is not None and taken.sentence is found.site.sentence and quotation.start <= taken.start < quotation.end


def _is_term(text: str, quotation: Quotation) -> bool:
    """Tell whether a short quotation has no punctuation of its own before the closing mark (“It will hold,” is speech)."""
    return text[quotation.start : quotation.end].rstrip("\"“”'’»«")[-1:] not in {",", ".", "!", "?", "…"}


def one_per_cue(founds: list[Found]) -> list[Found]:
    """Of proposals with the same cue keep the strongest; the quotations that another of them saw are added to it."""
    best: dict[tuple[int, int, int], Found] = {}
    for found in founds:
        key = (found.site.paragraph, found.site.number, found.verb)
        known = best.get(key)
        best[key] = found if known is None else _one_of(known, found)
    return list(best.values())


def _union(left: list[Piece], right: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in sorted([*left, *right]):
        if joined and joined[-1].paragraph == piece.paragraph and piece.start <= joined[-1].end:
            joined[-1] = Piece(piece.paragraph, joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return joined


def settled(founds: list[Found]) -> tuple[list[Found], dict[int, int]]:
    """Drop duplicates and weak proposals that swallow a sure one. Give what stays, in order of the cue, and inner -> outer (positions)."""
    order = sorted(founds, key=lambda f: (-f.weight, _place(f)))
    kept: list[Found] = []
    index = Nearby()
    for found in order:
        if not any(_clash(found, other) for other in index.beside(found)):
            kept.append(found)
            index.add(found)
    kept.sort(key=_place)
    numbers = {id(found): number for number, found in enumerate(kept)}
    inside: dict[int, int] = {}
    for inner, found in enumerate(kept):
        holders = [numbers[id(other)] for other in index.beside(found) if holds_cue(other, found) and not holds_cue(found, other)]
        if holders:
            inside[inner] = min(holders, key=lambda outer: (_size(kept[outer].content), outer))
    return kept, inside


def _place(found: Found) -> tuple[int, int]:
    if found.cue is not None:
        return found.site.paragraph, found.cue[0]
    return found.content[0].paragraph, found.content[0].start


def holds_cue(outer: Found, inner: Found) -> bool:
    """Tell whether the cue (or, without one, the content) of `inner` stands in the content of `outer`."""
    paragraph, start = _place(inner)
    return any(p.paragraph == paragraph and p.start <= start < p.end for p in outer.content)


def _clash(weaker: Found, stronger: Found) -> bool:
    inner, outer = holds_cue(stronger, weaker), holds_cue(weaker, stronger)
    if outer and not inner:
        return weaker.weight == _MIND and stronger.weight == _SURE
    if inner and outer:
        return True
    if inner:
        return False
    common = _common(weaker.content, stronger.content)
    return common > 0 and common >= _SAME * min(_size(weaker.content), _size(stronger.content))


def _size(pieces: list[Piece]) -> int:
    return sum(piece.end - piece.start for piece in pieces)


def _common(left: list[Piece], right: list[Piece]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right if a.paragraph == b.paragraph)


def _one_of(known: Found, found: Found) -> Found:
    """Give the grammar tells more than a quotation beside the verb, unless the quotation reaches further; an aside tells less."""
    quotes = [f for f in (known, found) if f.rule == "speech.quote"]
    if len(quotes) != 1:
        return found if found.weight > known.weight else known
    quote = quotes[0]
    other = found if quote is known else known
    if other.rule == "speech.aside":
        return quote
    if all(any(p.paragraph == q.paragraph and p.start <= q.start and q.end <= p.end for p in other.content) for q in quote.content):
        return other
    winner = quote if quote.weight > other.weight else other
    winner.content = _union(quote.content, other.content)
    winner.targets = winner.targets or other.targets
    return winner
