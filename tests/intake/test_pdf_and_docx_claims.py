"""The same article as plain text, as a PDF in two columns with running heads, and as a Word document: the same claims."""

import re
from pathlib import Path

import pytest

from dateline.pipeline.desk import Desk
from dateline.sheets.document import document

from .pdf_writer import pdf, poured, show, wrap
from .test_docx import docx, p

ARTICLES = sorted((Path(__file__).parents[2] / "examples").glob("*/articles/*.txt"))
PARTED = """govern-ment passen-gers accord-ing state-ment min-istry associ-ation Satur-day minis-ter offi-cials com-pany hospi-tal
resi-dents is-land"""
HALVES = {word.replace("-", ""): word.split("-")[0] for word in PARTED.split()}
"""Where a few words are parted at a line end."""


def blocks_of(path):
    return [" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8")) if block.strip()]


def as_pdf(blocks):
    """Set the blocks in two columns a page, short ones without indent and apart, with running heads and page numbers."""
    flow = []
    for block in blocks:
        lines = wrap(block, 10, 230, 10 if len(block) > 80 else 0, hyphens=HALVES)
        flow += [(line, 10 if at == 0 and len(block) > 80 else 0) for at, line in enumerate(lines)]
        flow += [] if len(block) > 80 else [("", 0)]
    pages = []
    while flow:
        left, flow = poured(flow, 50, 740, 420)
        right, flow = poured(flow, 305, 740, 420)
        pages.append([show(50, 800, "The Belcora Times, Tuesday edition", 8), *left, *right, show(290, 30, str(len(pages) + 1), 8)])
    return pdf(*(pages if len(pages) > 1 else [*pages, [show(50, 800, "The Belcora Times, Tuesday edition", 8)]]))


def claims_of(path):
    found = [claim for story in document(Desk().brief([str(path)]))["stories"] for claim in story["claims"]]
    return sorted((" ".join(c["text"].split()), tuple(x["name"] for x in c["speakers"]), c["act"], c["manner"]) for c in found)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_form_of_a_file_changes_no_claim(path, form, write):
    blocks = blocks_of(path)
    plain = write("article.txt", "\n\n".join(blocks))
    other = write(f"article.{form}", as_pdf(blocks) if form == "pdf" else docx(*map(p, blocks)))
    assert claims_of(other) == claims_of(plain)
