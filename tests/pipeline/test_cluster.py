"""Story ids for texts, a line in, a line out, in order."""

import json

from dateline.pipeline.desk import Desk

FERRY = "The ferry Aurora sank in the harbour of Lindholm on Tuesday night, and all 40 passengers were saved by fishermen, officials said."
AGAIN = "All 40 passengers of the ferry Aurora were saved by fishermen when it sank in Lindholm harbour, the coast guard said on Wednesday."
BUDGET = "Parliament in Tarsk passed a budget that cuts pensions and raises taxes on tobacco, after a debate of nine hours and two votes."


def line(number, text, **more):
    return json.dumps({"id": str(number), "text": text, **more})


def cluster(*lines, **options):
    return [json.loads(found) for found in Desk().cluster(lines, **options)]


def test_one_line_out_for_each_in_with_the_keys_of_the_contract():
    found = cluster(line(1, FERRY), line(2, BUDGET, title="Budget passed", date="2024-03-05", outlet="The Post"), line(3, AGAIN))
    assert [row["id"] for row in found] == ["1", "2", "3"]
    assert all(set(row) == {"id", "story"} and isinstance(row["story"], str) for row in found)
    assert found[0]["story"] == found[2]["story"] != found[1]["story"]


def test_the_order_of_the_lines_changes_no_grouping():
    lines = [line(1, FERRY, date="2024-03-05"), line(2, BUDGET, date="2024-03-05"), line(3, AGAIN, date="2024-03-06")]
    forth, back = cluster(*lines), cluster(*lines[::-1])
    assert {row["id"]: row["story"] for row in forth} == {row["id"]: row["story"] for row in back}


def test_dates_of_every_precision_and_none_are_taken():
    for date in ("2024", "2024-03", "2024-03-05", None, "", "yesterday", "2024-99-99"):
        assert cluster(line(1, FERRY, date=date), line(2, AGAIN, date=date))[0]["id"] == "1"


def test_bad_lines_are_named_and_the_others_come():
    issues = []
    found = cluster("{", line(1, FERRY), '{"text": "x"}', issues=issues)
    assert [row["id"] for row in found] == ["1"]
    assert [issue.path for issue in issues] == ["line 1", "line 3"]


def test_empty_and_odd_texts_have_a_story_each():
    found = cluster(line(1, ""), line(2, " \n"), line(3, "\u0000" * 50), line(4, FERRY))
    assert len(found) == 4
    assert len({row["story"] for row in found}) == 4
    assert cluster() == []
