"""Sixty wire pieces with prints of known edits, and sixty independent reports of the same events. All texts were written for this set.

In pieces.txt "=" is the headline of a piece, "w" its sentences, "a" the second of them worded anew, "r" the report that another newsroom
made of the same event. Where a report holds words of the wire, both quote the same person.
"""

import random
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Piece:
    name: str
    title: str
    wire: tuple[str, ...]
    anew: str
    report: tuple[str, ...]


@dataclass(frozen=True)
class Print:
    """What was printed; which of its sentences stand in the wire, and which in the report."""

    edit: str
    title: str
    sentences: tuple[str, ...]
    of_wire: tuple[str, ...]
    of_report: tuple[str, ...] = ()


def pieces():
    found = []
    for block in (Path(__file__).parent / "link" / "pieces.txt").read_text(encoding="utf-8").split("= ")[1:]:
        title, *lines = block.strip().splitlines()
        wire, anew, report = (tuple(line[2:] for line in lines if line[0] == kind) for kind in "war")
        found.append(Piece(f"p{len(found):02}", title, wire, anew[0], report))
    return found


def prints(piece):
    wire, report = piece.wire, piece.report
    # Lines of a print's own, in words that stand nowhere else in that order.
    own, more = (f"{lead} {' '.join(reversed(piece.title.split()))}." for lead in ("Elsewhere we tell of", "Write to us on"))
    chance = random.Random(piece.name)
    moved = [wire[3], wire[1], wire[4], wire[0], wire[2]]
    chance.shuffle(moved)
    most = (wire[0], report[1], *wire[1:4])
    near = min(report[1:], key=lambda sentence: (abs(len(sentence.split()) - len(wire[0].split())), sentence))
    half = (wire[0], near, more)
    return (
        Print("cut", piece.title, wire[:3], wire[:3]),
        Print("re-ordered", piece.title, tuple(moved), tuple(moved)),
        Print("re-headlined", " ".join(report[0].split()[:6]), wire, wire),
        Print("own lines added", piece.title, (wire[0], own, *wire[1:4], more), wire[:4]),
        Print("partly re-written", piece.title, (wire[0], piece.anew, wire[2], own, wire[4]), (wire[0], wire[2], wire[4])),
        Print("merged, most of one", piece.title, most, (wire[0], *wire[1:4]), (report[1],)),
        Print("merged, half and half", piece.title, half, *_parted(half, wire, report)),
    )


def _parted(sentences, wire, report):
    return tuple(s for s in sentences if s in wire), tuple(s for s in sentences if s in report)
