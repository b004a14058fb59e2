"""One article: every passage with its kind and reason, every mark under its passage, nothing of another article."""

import pytest

from dateline.model.passage import PASSAGE_KINDS
from dateline.sheets.marked import marked, marked_document

ALL = frozenset(PASSAGE_KINDS)


@pytest.mark.parametrize("width", [40, 100])
def test_every_word_stands_there_in_order_with_its_kind(brief, width):
    for article in brief.articles:
        lines = marked(brief, article.id, ALL, width).splitlines()
        kinds = [f"{passage.kind} {passage.span.start}-{passage.span.end} ({passage.reason})" for passage in article.passages]
        assert [line for line in lines if line in kinds] == kinds
        words = " ".join(line.strip() for line in lines if line.startswith("  ") and not line.startswith("    "))
        assert words.split() == article.text.split()
        assert all(len(line) <= width for line in lines if line not in kinds)


def test_a_mark_stands_under_its_passage(brief, courier):
    parts = marked(brief, courier.id, ALL, 200).split("\n\n")
    (second,) = (part for part in parts if "Nobody was hurt" in part)
    assert "Ines Vant denied via Tern news agency, direct" in second
    assert "Tuesday: DATE, 2031-03-04" in second
    assert not any("Ines Vant denied" in part for part in parts if part != second)
    assert "figure 40-" not in second


def test_an_article_has_nothing_of_another(brief, courier, gazette):
    assert "rescue crew said" not in marked(brief, courier.id, ALL, 200)
    found = marked_document(brief, gazette.id, ALL)
    assert found["article"]["id"] == gazette.id
    assert {claim["article"] for claim in found["claims"]} == {gazette.id}
    assert {figure["article"] for figure in found["figures"]} == {gazette.id}


def test_passages_of_other_kinds_are_left_out(brief, courier):
    shown = marked(brief, courier.id, frozenset({"appeal"}), 200)
    assert "Dear readers" in shown
    assert "Nobody was hurt" not in shown
    found = marked_document(brief, courier.id, frozenset({"appeal"}))
    assert {passage["kind"] for passage in found["article"]["passages"]} == {"appeal"}
