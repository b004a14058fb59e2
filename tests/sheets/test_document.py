"""The story document: the shape that other programs read."""

import json

import pytest
from pydantic import ValidationError

from dateline.sheets.document import document, to_json
from dateline.sheets.schema import Document, schema


def test_document_keeps_the_published_shape(brief):
    Document.model_validate(document(brief))
    Document.model_validate(json.loads(to_json(brief, all_questions=True)))


def test_schema_refuses_a_missing_and_an_unknown_key(brief):
    given = document(brief)
    del given["stories"][0]["claims"][0]["via"]
    with pytest.raises(ValidationError, match="via"):
        Document.model_validate(given)
    with pytest.raises(ValidationError, match="extra"):
        Document.model_validate(document(brief) | {"extra": 1})
    assert schema()["$defs"]["Copy"]["required"] == ["from", "to", "spans", "share", "reason"]


def test_every_claim_and_figure_is_the_text_of_its_article(brief):
    given = document(brief)
    texts = {article["id"]: article["text"] for article in given["articles"]}
    story = given["stories"][0]
    for claim in story["claims"]:
        assert texts[claim["article"]][claim["content"][0][0] : claim["content"][-1][1]] == claim["text"]
    for figure in story["figures"]:
        assert texts[figure["article"]][figure["start"] : figure["end"]] == figure["text"]


def test_moments_say_where_they_stand_and_outside_evidence_stands_nowhere(brief, courier):
    given = document(brief)
    published = given["articles"][0]["published"]
    assert (published["article"], published["start"], published["end"]) == (None, None, None)
    said = given["stories"][0]["claims"][1]["said"]
    assert said["article"] == courier.id
    assert courier.text[said["start"] : said["end"]] == said["text"] == "Tuesday"
    assert said["reason"].startswith("moments.weekday: ")
    assert given["articles"][1]["published"] is None


def test_a_small_story_gives_seven_questions_unless_all_are_asked_for(brief):
    assert [q["rank"] for q in document(brief)["stories"][0]["questions"]] == [1, 2, 3, 4, 5, 6, 7]
    assert len(document(brief, all_questions=True)["stories"][0]["questions"]) == 9


def test_numbers_print_whole_and_text_unescaped(brief):
    printed = to_json(brief)
    assert '"low": 120,' in printed
    assert "“Nobody was hurt" in printed
    assert printed.endswith("}\n")
