"""The commands that keep a ledger: what they print, what they refuse, and their exit codes."""

import json
import sqlite3
from pathlib import Path, PurePosixPath

import pytest

from dateline.cli.ledger import data_folder, ledger_path
from dateline.cli.serve import loopback
from dateline.model.errors import UsageError


@pytest.fixture
def path(tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    monkeypatch.setenv("DATELINE_LEDGER", str(path))
    return path


@pytest.fixture
def added(path, pile, dateline):
    assert dateline("add", pile, "--date", "courier.txt=2031-03-06").code == 0
    return path


def test_add_says_what_went_in_and_what_was_known(path, pile, dateline):
    first = dateline("add", pile)
    assert first.out.splitlines() == [f"added    {pile / 'courier.txt'}", f"added    {pile / 'gazette.txt'}", "2 added, 0 known"]
    assert first.code == 0
    again = dateline("add", pile, "--date", "gazette.txt=2031-03-07", "--json")
    assert json.loads(again.out) == {
        "added": [],
        "known": [str(pile / "courier.txt"), str(pile / "gazette.txt")],
        "redated": [str(pile / "gazette.txt")],
        "unread": [],
    }
    assert path.exists()


@pytest.mark.usefixtures("path")
def test_add_ends_with_3_where_something_could_not_be_read(pile, dateline):
    (pile / "empty.txt").touch()
    done = dateline("add", pile)
    assert done.code == 3
    assert "2 added, 0 known, 1 not read" in done.out
    assert "empty.txt: empty: nothing to read" in done.err


@pytest.mark.usefixtures("added")
def test_stories_lists_what_the_ledger_has(dateline):
    (row,) = json.loads(dateline("stories", "--json").out)
    assert (row["articles"], row["first"], row["last"]) == (2, "2031-03-06", "2031-03-06")
    head, line = dateline("stories").out.splitlines()
    assert head.split() == ["id", "articles", "disputed", "unanswered", "title"]
    assert line.split()[:4] == [row["id"], "2", str(row["disputed"]), str(row["unanswered"])]


@pytest.mark.usefixtures("added")
def test_show_prints_the_brief_of_one_story(pile, dateline):
    (row,) = json.loads(dateline("stories", "--json").out)
    for form in ("text", "md", "html", "json"):
        shown = dateline("show", row["id"][:5], "--format", form)
        whole = dateline("brief", pile, "--date", "courier.txt=2031-03-06", "--format", form)
        assert shown.out == whole.out
        assert shown.code == 0


@pytest.mark.usefixtures("added")
def test_article_shows_every_passage_and_its_marks(dateline):
    out = dateline("article", "courier.txt").out
    assert "Thu 6 Mar 2031" in out
    assert "title 0-" in out
    assert "More than 120" in out
    assert "claim " in out
    assert "figure " in out
    kept = dateline("article", "courier.txt", "--keep", "title").out
    assert "paragraph " not in kept
    dropped = dateline("article", "courier.txt", "--drop", "title").out
    assert "paragraph " in dropped
    assert "title 0-" not in dropped


@pytest.mark.usefixtures("added")
def test_article_as_json_is_a_part_of_the_story_document(dateline):
    part = json.loads(dateline("article", "gazette.txt", "--json").out)
    whole = json.loads(dateline("show", part["story"], "--format", "json", "--all").out)
    assert part["article"] in whole["articles"]
    assert [claim for claim in whole["stories"][0]["claims"] if claim["article"] == part["article"]["id"]] == part["claims"]


def test_a_kind_that_is_none_is_refused(dateline):
    done = dateline("article", "courier.txt", "--keep", "headline")
    assert done.code == 2
    assert "'headline' is no kind of passage; there are title, " in done.err


def test_verify_ends_with_4_where_something_does_not_hold(added, dateline):
    assert dateline("verify").out == "Everything holds.\n"
    connection = sqlite3.connect(added)
    connection.execute("UPDATE articles SET text = replace(text, '120', '210')")
    connection.commit()
    connection.close()
    done = dateline("verify", "--json")
    assert done.code == 4
    assert any("not the text that was read" in fault for fault in json.loads(done.out))


@pytest.mark.parametrize("command", [["stories"], ["show", "a"], ["article", "a"], ["verify"], ["serve"]])
def test_without_a_ledger_a_command_says_how_to_get_one(path, dateline, command):
    done = dateline(*command)
    assert done.code == 2
    assert f"there is no ledger at {path}: make one with `dateline add`" in done.err
    assert not path.exists()


@pytest.mark.parametrize("command", [["add", "."], ["stories"], ["verify"]])
def test_a_file_that_is_no_ledger_is_refused(tmp_path, dateline, command):
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary")
    done = dateline(*command, "--ledger", diary)
    assert done.code == 2
    assert "is no Dateline ledger" in done.err
    assert diary.read_text() == "Dear diary"


def test_the_ledger_is_the_one_given_or_that_of_the_environment(path):
    assert ledger_path(None) == path
    assert ledger_path("other.db") == Path("other.db")
    with pytest.raises(UsageError, match="a ledger is a file so far"):
        ledger_path("postgresql://desk/ledger")


def test_an_empty_variable_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_LEDGER", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert ledger_path(None) == tmp_path / "dateline" / "ledger.db"


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({}, "linux", "/home/ann/.local/share"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data"),
        ({"XDG_DATA_HOME": "data"}, "linux", "/home/ann/.local/share"),
        ({"XDG_DATA_HOME": ""}, "freebsd14", "/home/ann/.local/share"),
        ({"XDG_DATA_HOME": "/data"}, "darwin", "/home/ann/Library/Application Support"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local"),
        ({}, "win32", "/home/ann/AppData/Local"),
    ],
)
def test_the_data_folder_is_that_of_the_system(environment, platform, folder):
    assert PurePosixPath(data_folder(environment, platform, Path("/home/ann"))) == PurePosixPath(folder)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "elsewhere.example", "", "127.0.0.1.example"])
def test_only_this_machine_is_served(host, dateline):
    done = dateline("serve", "--host", host)
    assert done.code == 2
    assert "only this machine can be served so far" in done.err


def test_this_machine_goes_by_several_names():
    assert [loopback(host) for host in ("localhost", "127.0.0.1", "127.8.0.1", "::1")] == ["127.0.0.1", "127.0.0.1", "127.8.0.1", "::1"]


@pytest.mark.usefixtures("path")
def test_without_its_packages_serve_says_what_to_install(dateline, monkeypatch):
    monkeypatch.setattr("dateline.cli.serve.find_spec", lambda name: None if name == "fastapi" else object())
    done = dateline("serve")
    assert done.code == 1
    assert "the page needs fastapi: install with `pip install 'dateline[web]'`" in done.err
