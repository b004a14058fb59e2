"""The other commands, and the program as a process of its own."""

import gzip
import json
import os
import subprocess
import sys

import pytest

from dateline import __version__
from dateline.cli.main import app
from dateline.cli.reference import reference


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_read_gives_a_line_an_article_whose_passages_are_the_text(dateline, pile):
    done = dateline("read", pile, "--date", "gazette.txt=2031-03-05")
    assert done.code == 0
    read = rows(done.out)
    assert [row["path"] for row in read] == [str(pile / "courier.txt"), str(pile / "gazette.txt")]
    for row in read:
        assert "".join(row["text"][p["start"] : p["end"]] for p in row["passages"]) == row["text"]
    assert read[1]["published"]["value"] == "2031-03-05"


LINES = [
    '{"id": "a", "text": "“We will pay,” Ann Lowe said on Monday.", "date": "2031-03-04"}',
    "not json",
    '{"id": "b", "text": "Ten boats sank.", "date": null}',
]


@pytest.mark.parametrize("packed", [False, True])
def test_annotate_marks_good_lines_in_order_and_tells_the_bad_one(dateline, tmp_path, packed):
    given = "\n".join(LINES).encode()
    source = tmp_path / "in.jsonl.gz"
    source.write_bytes(gzip.compress(given) if packed else given)
    out = tmp_path / "out.jsonl.gz"
    done = dateline("annotate", source, "-o", out)
    assert done.code == 3
    assert "line 2" in done.err
    marked = rows(gzip.decompress(out.read_bytes()).decode())
    assert [row["id"] for row in marked] == ["a", "b"]
    assert marked[0]["attributions"][0]["speaker"] == "Ann Lowe"


def test_annotate_and_cluster_take_standard_input(dateline):
    good = "\n".join([LINES[0], LINES[2]]).encode()
    assert [row["id"] for row in rows(dateline("annotate", "-", stdin=good).out)] == ["a", "b"]
    clustered = rows(dateline("cluster", "-", stdin=good).out)
    assert [set(row) for row in clustered] == [{"id", "story"}] * 2


def test_a_missing_or_broken_input_is_a_failure_in_one_line(dateline, tmp_path):
    done = dateline("annotate", tmp_path / "none.jsonl")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    broken = tmp_path / "broken.gz"
    broken.write_bytes(gzip.compress(b"{}\n" * 500)[:-20])
    done = dateline("annotate", broken)
    assert done.code == 1
    assert "broken gzip" in done.err


def test_version_help_and_an_unknown_command(dateline):
    assert dateline("--version").out == f"dateline {__version__}\n"
    assert "brief" in dateline("--help").out
    assert dateline("no-such-command").code == 2


def test_doctor_prints_versions_and_the_fingerprint_of_the_model(dateline):
    done = dateline("doctor")
    assert done.code == 0
    assert f"dateline   {__version__}" in done.out
    assert "fingerprint" in done.out


def test_stages_and_rules_are_listed_from_the_program(dateline):
    assert "attributions" in dateline("stages").out
    assert {"name", "scope", "says", "needs", "gives"} == set(json.loads(dateline("stages", "--json").out)[0])
    listed = json.loads(dateline("rules", "--json").out)
    assert {"name", "says", "example", "near_miss", "precision"} == set(listed[0])
    name = listed[0]["name"]
    assert f"{name}  (" in dateline("rules", name).out


def test_the_reference_names_every_command_and_option():
    page = reference()
    assert {line.removeprefix("## dateline ") for line in page.splitlines() if line.startswith("## ")} == {
        command.name for command in app.registered_commands
    }
    for option in ("--date FILE=DATE", "--format text|md|html|json", "--all", "--why", "--jobs N", "--nested"):
        assert f"{option}`" in page
    assert ": None" not in page


def call(*args, **options):
    return subprocess.run([sys.executable, "-m", "dateline.cli", *map(str, args)], check=False, capture_output=True, timeout=120, **options)


def test_help_loads_neither_the_model_nor_the_sheets():
    code = (
        "import sys; sys.argv = ['dateline', '--help']\n"
        "from dateline.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'lxml', 'pydantic', 'jinja2', 'trafilatura', 'rich'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_as_a_process_the_bytes_are_utf_8_whatever_the_locale_and_the_exit_code_arrives(pile):
    (pile / "empty.txt").write_bytes(b"")
    done = call("brief", pile, "--format", "md", "--all", env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 3
    assert "“Nobody was hurt,”" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_traceback():
    command = [sys.executable, "-m", "dateline.cli", "annotate", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        process.stdout = None
        _, err = process.communicate("\n".join(LINES[:1] * 60).encode(), timeout=120)
    assert err == b""
    assert process.returncode == 1
