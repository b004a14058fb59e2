"""Copies on sixty pieces, their prints of known edits, and sixty independent reports of the same events."""

from collections import Counter

import pytest

from dateline.link.copies import EIGHT, MERGED_PART, copies, origins
from dateline.link.origins import MERGED
from pieces import pieces, prints

PIECES = pieces()
RECALL = 0.95
"""Share of the sentences taken over word for word that must stand in a shared run (issue 7)."""


def pile_of(article, piece, days=("2024-03-04", "2024-03-05", "2024-03-06")):
    wire = article(f"{piece.name}-a-wire", ("title", piece.title), *piece.wire, published=days[0])
    report = article(f"{piece.name}-b-report", ("title", piece.report[0]), *piece.report[1:], piece.report[0], published=days[1])
    edited = {
        f"{piece.name}-c{number}": (
            made,
            article(f"{piece.name}-c{number}", ("title", made.title), *made.sentences, published=days[2]),
        )
        for number, made in enumerate(prints(piece))
    }
    return wire, report, edited


@pytest.fixture(scope="module")
def judged(article):
    """Each piece with its wire, its report and one print at a time, as a pile of three: the copies found."""
    found = []
    for piece in PIECES:
        wire, report, edited = pile_of(article, piece)
        for made, copy in edited.values():
            found.append((made, wire, report, copy, copies([wire, report, copy])))
    return found


def test_the_set_is_what_it_says():
    assert len(PIECES) == 60
    assert all(len(piece.wire) == 5 and len(piece.report) >= 3 for piece in PIECES)
    assert len({sentence for piece in PIECES for sentence in (*piece.wire, *piece.report)}) == sum(
        len(piece.wire) + len(piece.report) for piece in PIECES
    )


def test_origins_are_right_in_all(judged):
    wrong = [(made.edit, wire.id) for made, wire, report, copy, found in judged if origins([wire.id, report.id, copy.id], found) != 2]
    assert wrong == []


def test_a_print_and_the_report_are_two_origins_and_a_merged_one_adds_none(judged):
    """One sentence of the report in a print of the wire is reuse: only where it is a good part does the merged piece add nothing to it."""
    wrong = []
    for made, wire, report, copy, found in judged:
        share = sum(len(sentence.split()) for sentence in made.of_report) / sum(len(sentence.split()) for sentence in made.sentences)
        expected = 1 if share >= MERGED_PART + 0.03 else 2
        if abs(share - MERGED_PART) < 0.03:
            continue
        if origins([report.id, copy.id], found) != expected or origins([wire.id, copy.id], found) != 1:
            wrong.append((made.edit, wire.id, origins([report.id, copy.id], found), origins([wire.id, copy.id], found)))
    assert wrong == []


def test_no_report_is_taken_for_a_print(judged):
    taken = 0
    for _, wire, report, copy, found in judged:
        for one in found:
            if {one.origin, one.copy} == {wire.id, report.id}:
                taken += one.one_origin or one.reason.rule == MERGED
            assert one.one_origin is False or copy.id in {one.origin, one.copy}
    assert taken == 0


def test_passages_taken_over_are_found(judged):
    hit, of = Counter(), Counter()
    for made, wire, report, copy, found in judged:
        for origin, taken in ((wire, made.of_wire), (report, made.of_report)):
            held = bytearray(len(copy.text))
            for one in found:
                if (one.origin, one.copy) == (origin.id, copy.id):
                    for _, span in one.spans:
                        held[span.start : span.end] = b"\x01" * (span.end - span.start)
            for sentence in taken:
                start = copy.text.index(sentence)
                of[made.edit] += 1
                hit[made.edit] += sum(held[start : start + len(sentence)]) >= 0.9 * len(sentence)
    shares = {edit: hit[edit] / of[edit] for edit in sorted(of)}
    assert sum(hit.values()) >= RECALL * sum(of.values()), shares


def test_what_is_found_was_taken_over(judged):
    """Precision of the passages: no shared run stands in words that the editor wrote, save those that both newsrooms quote."""
    for made, wire, report, copy, found in judged:
        for one in found:
            if one.copy != copy.id:
                continue
            own = [sentence for sentence in made.sentences if sentence not in (*made.of_wire, *made.of_report)]
            for _, span in one.spans:
                for sentence in own:
                    start = copy.text.index(sentence)
                    both = copy.text[max(start, span.start) : min(start + len(sentence), span.end)]
                    assert len(both.split()) < EIGHT or "“" in sentence, (made.edit, wire.id, report.id, both)


def test_all_in_one_pile(article):
    pile = []
    for piece in PIECES:
        wire, report, edited = pile_of(article, piece)
        pile += [wire, report, *(copy for _, copy in edited.values())]
    found = copies(pile)
    assert {(one.origin[:3], one.copy[:3]) for one in found if one.one_origin or one.reason.rule == MERGED} <= {
        (piece.name, piece.name) for piece in PIECES
    }
    assert origins([one.id for one in pile], found) == 2 * len(PIECES)


def test_without_dates_too(article):
    for piece in PIECES:
        wire, report, edited = pile_of(article, piece, days=(None, None, None))
        for made, copy in edited.values():
            if not made.of_report:
                found = copies([wire, report, copy])
                assert origins([wire.id, report.id, copy.id], found) == 2, (made.edit, piece.name)
