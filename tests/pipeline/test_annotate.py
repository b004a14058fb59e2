"""Stand-off marks, a line in, a line out: the keys of the contract, in order, whatever the lines hold."""

import json

import pytest

from dateline.model.attribution import ACTS
from dateline.pipeline.desk import Desk

TEXT = "“We will stay,” Mayor Ann Doe told reporters on Tuesday. Residents said the police had said that 40 boats were lost."
KEYS = {
    "attributions": {"source", "cue", "content", "manner", "speaker", "via", "act", "confidence", "reason"},
    "moments": {"start", "end", "type", "value", "reason"},
    "figures": {"start", "end", "low", "high", "bound", "unit", "of", "kind"},
    "passages": {"start", "end", "kind"},
}


def line(text, **more):
    return json.dumps({"id": "x", "text": text, **more})


def annotate(*lines, **options):
    return [json.loads(found) for found in Desk().annotate(lines, **options)]


def test_keys_are_those_of_the_contract():
    found = annotate(line(TEXT, date="2024-03-14"))[0]
    assert set(found) == {"id", *KEYS}
    for kind, keys in KEYS.items():
        assert found[kind], kind
        assert all(set(mark) == keys for mark in found[kind])
    for mark in found["attributions"]:
        assert mark["act"] in ACTS
        assert mark["manner"] in {"direct", "mixed", "indirect"}
        assert 0 < mark["confidence"] <= 1
    assert [mark["value"] for mark in found["moments"]] == ["2024-03-12"]


def test_offsets_are_code_points_of_the_text():
    found = annotate(line("🌊🌊 " + TEXT))[0]
    text = "🌊🌊 " + TEXT
    first = found["attributions"][0]
    assert [text[s:e] for s, e in first["cue"]] == ["told"]
    assert [text[s:e] for s, e in first["source"]] == ["Mayor Ann Doe"]
    assert "".join(text[p["start"] : p["end"]] for p in found["passages"]) == text


def test_inner_attributions_come_only_when_asked_for():
    speakers = [mark["speaker"] for mark in annotate(line(TEXT), nested=True)[0]["attributions"]]
    assert speakers == ["Ann Doe", "residents", "police"]
    assert [mark["speaker"] for mark in annotate(line(TEXT))[0]["attributions"]] == ["Ann Doe", "residents"]


def test_without_a_date_nothing_is_dated():
    values = [mark["value"] for mark in annotate(line(TEXT, date=None))[0]["moments"]]
    assert values
    assert not any((value or "X")[:1].isdigit() for value in values)


def test_a_bad_line_is_named_by_its_number_and_the_others_come():
    bad = ["no json", "[1]", '{"id": 1, "text": "x"}', '{"id": "x"}', '{"id": "x", "text": "y", "date": 5}', "[" * 100_000]
    issues = []
    found = annotate(line("Ann Doe said it rained."), *bad, "", line("Rain fell."), issues=issues)
    assert [mark["id"] for mark in found] == ["x", "x"]
    assert [issue.path for issue in issues] == [f"line {number}" for number in range(2, 8)]
    assert all(issue.fatal and issue.kind == "bad-line" for issue in issues)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "\u0000\ufeff\u202e",
        "\ud800 said Ann Doe.",
        "“" * 2000,
        "said " * 2000,
        "(" * 20_000,
        "\n" * 5000,
        "a" * 20_000,
        "Tuesday, " * 1500,
        "1,0" * 3000,
        "👩‍👩‍👧 said “👩‍👩‍👧”, Ann Doe said. " * 20,
        "<script>alert(1)</script> “Hello,” said <b>Ann Doe</b>.",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_text_is_refused_and_every_mark_lies_inside(text):
    found = annotate(line(text))[0]
    for mark in found["attributions"]:
        assert all(0 <= s < e <= len(text) for key in ("source", "cue", "content") for s, e in mark[key])
    for kind in ("moments", "figures", "passages"):
        assert all(0 <= mark["start"] < mark["end"] <= len(text) for mark in found[kind])
    assert "".join(text[p["start"] : p["end"]] for p in found["passages"]) == (text if text.strip() else "")


def test_half_a_character_in_a_text_moves_nothing_and_in_an_id_is_named():
    text = "\ud800 “Stay,” said Ann Doe. \udfff"
    issues = []
    found = annotate(line(text), json.dumps({"id": "\ud800", "text": "Rain fell."}), issues=issues)
    assert [text[s:e] for mark in found[0]["attributions"] for s, e in mark["cue"]] == ["said"]
    assert [issue.path for issue in issues] == ["line 2"]
    "".join(Desk().annotate([line(text)])).encode()


def test_any_number_of_processes_gives_the_same_bytes():
    lines = [json.dumps({"id": str(n), "text": f"{TEXT} Ward {n} lost {n} trees.", "date": "2024-03-14"}) for n in range(40)]
    assert list(Desk().annotate(lines, jobs=2)) == list(Desk().annotate(lines))


def test_lines_stream():
    taken = []

    def lines():
        for number in range(1000):
            taken.append(number)
            yield line("Rain fell.")

    next(Desk().annotate(lines()))
    assert len(taken) < 100
