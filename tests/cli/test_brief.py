"""`dateline brief`: forms, files, dates, exit codes."""

import gzip
import json

import pytest

from dateline.sheets.schema import Document


def test_text_names_who_said_what_and_asks(dateline, pile):
    done = dateline("brief", pile, "--all", "--date", "courier.txt=2031-03-04")
    assert done.code == 0
    assert "TIMELINE" in done.out
    assert "Ines Vant" in done.out
    assert "Tue 4 Mar 2031" in done.out
    assert "\x1b" not in done.out


def test_json_keeps_the_schema_and_the_dates_given(dateline, pile):
    done = dateline("brief", pile, "--format", "json", "--date", f"{pile / 'courier.txt'}=2031-03-04")
    assert done.code == 0
    document = json.loads(done.out)
    Document.model_validate(document)
    published = {article["path"]: article["published"] for article in document["articles"]}
    assert published[str(pile / "courier.txt")]["value"] == "2031-03-04"
    assert published[str(pile / "gazette.txt")] is None


@pytest.mark.parametrize(
    ("name", "begins"), [("b.html", "<!doctype html>"), ("b.md", "# "), ("b.json", '{\n "schema"'), ("b.html.gz", "<!doctype html>")]
)
def test_the_name_of_the_file_says_the_form(dateline, pile, tmp_path, name, begins):
    out = tmp_path / name
    done = dateline("brief", pile, "-o", out)
    assert (done.code, done.out) == (0, "")
    written = out.read_bytes()
    text = gzip.decompress(written) if name.endswith(".gz") else written
    assert text.decode("utf-8").startswith(begins)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]  # nothing half-written beside it
    dateline("brief", pile, "-o", out)
    assert out.read_bytes() == written


def test_what_cannot_be_read_is_listed_and_the_rest_is_briefed(dateline, pile):
    (pile / "empty.txt").write_bytes(b"")
    (pile / "scan.bin").write_bytes(bytes(range(256)) * 20)
    done = dateline("brief", pile, "--format", "json")
    assert done.code == 3
    assert len(json.loads(done.out)["articles"]) == 2
    told = [line for line in done.err.splitlines() if "not read" in line]
    assert [("empty.txt" in line, "scan.bin" in line) for line in told] == [(True, False), (False, True)]


def test_standard_input_is_an_article(dateline, pile):
    text = (pile / "courier.txt").read_bytes()
    done = dateline("brief", "-", "--format", "json", stdin=text)
    assert done.code == 0
    assert json.loads(done.out)["articles"][0]["text"] == text.decode()


@pytest.mark.parametrize(
    "args",
    [
        ["--date", "courier.txt=yesterday"],
        ["--date", "nowhere.txt=2031-03-04"],
        ["--format", "pdf"],
        ["--unknown"],
    ],
)
def test_a_wrong_call_ends_with_2_and_a_message(dateline, pile, args):
    done = dateline("brief", pile, *args)
    assert done.code == 2
    assert done.out == ""
    assert done.err
    assert "Traceback" not in done.err


def test_no_path_is_a_wrong_call(dateline):
    assert dateline("brief").code == 2


def test_a_result_that_cannot_be_written_is_a_failure_in_one_line(dateline, pile, tmp_path):
    done = dateline("brief", pile, "-o", tmp_path / "no" / "such" / "b.md", "-q")
    assert done.code == 1
    assert done.err == f"dateline: {tmp_path / 'no' / 'such' / 'b.md'}: cannot be written (No such file or directory)\n"
