"""A ledger gives back what was put in, knows what it has, and leaves whole articles or nothing however it is stopped."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.model.errors import DatelineError, UsageError
from dateline.store.grounding import ungrounded
from dateline.store.ledger import Ledger, text_hash
from store import made

PROGRAM = Path(__file__).with_name("made.py")


def start(*arguments):
    return subprocess.Popen([sys.executable, PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def read(path):
    with Ledger.open(path) as ledger:
        assert_whole(ledger)


def assert_whole(ledger):
    assert ledger.damage() == []
    for id_ in ledger.ids():
        kept = ledger.source(id_)
        work = ledger.work(kept.source, "p1")
        assert work is not None
        assert text_hash(kept.source.text) == kept.text_sha256
        assert list(ungrounded(work.article, work.marks)) == []


def test_what_was_put_in_comes_back(ledger):
    work = made.work(7)
    assert ledger.add(work, "2031-03-04", "p1")
    kept = ledger.source(work.article.id)
    assert (kept.source, kept.given) == (work.article.source, "2031-03-04")
    assert ledger.work(kept.source, "p1") == work
    assert ledger.known() == {work.article.source.sha256: work.article.id}
    assert ledger.paths() == {work.article.id: "pile/7.txt"}


@pytest.mark.parametrize("odd", ["\ud83d half a pair", "nul \x00 inside", "\r\n line ends \r", "😀 ́ \u202e"])
def test_a_text_comes_back_whatever_it_holds(ledger, odd):
    work = made.work(7, f"Bridge closed\n\nAbout 7 lorries wait, the port said on Monday.\n{odd}")
    ledger.add(work, None, "p1")
    assert ledger.source(work.article.id).source.text == work.article.text
    assert_whole(ledger)


def test_the_same_bytes_go_in_once(ledger):
    assert ledger.add(made.work(7), None, "p1")
    assert not ledger.add(made.work(7), "2031-03-04", "p2")
    assert len(ledger.ids()) == 1
    assert ledger.source(ledger.ids()[0]).given is None
    assert_whole(ledger)


def test_the_work_of_another_program_is_not_given(ledger):
    work = made.work(7)
    ledger.add(work, None, "p1")
    assert ledger.work(work.article.source, "p2") is None
    ledger.keep(work, "p2")
    assert ledger.work(work.article.source, "p2") == work
    assert ledger.work(work.article.source, "p1") is None
    assert ledger.work(work.article.source, None) == work


def test_the_state_tells_of_every_change_and_of_nothing_else(ledger):
    ledger.add(made.work(1), None, "p1")
    first = ledger.state("p1")
    assert ledger.state("p1") == first
    assert ledger.state("p2") != first
    ledger.redate(made.work(1).article.id, "2031-03-04")
    second = ledger.state("p1")
    ledger.add(made.work(2), None, "p1")
    assert len({first, second, ledger.state("p1")}) == 3


def test_the_order_of_adding_leaves_no_trace(tmp_path):
    dumps = []
    for name, order in (("a", [1, 2, 3]), ("b", [3, 1, 2])):
        with Ledger.open(tmp_path / name, create=True) as ledger:
            for number in order:
                ledger.add(made.work(number), None, "p1")
        with sqlite3.connect(tmp_path / name) as connection:
            dumps.append([connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in ("articles", "work")])
        connection.close()
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("seen", [1, 5, 20])
def test_a_killed_add_leaves_whole_articles_and_the_next_goes_on(path, seen):
    adding = start(path, 80)
    with adding:
        for _ in range(seen):
            adding.stdout.readline()
        adding.kill()
    with Ledger.open(path) as ledger:
        assert len(ledger.ids()) >= seen
        assert_whole(ledger)
        for number in range(80):
            ledger.add(made.work(number), None, "p1")
        assert len(ledger.ids()) == 80
        assert_whole(ledger)


@pytest.mark.parametrize("number", [0, 3])
def test_a_kill_between_the_halves_of_an_article_leaves_none_of_it(path, number):
    adding = start(path, 5, "--die-at", number)
    adding.communicate()
    assert adding.returncode == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        assert sorted(ledger.paths().values()) == [f"pile/{before}.txt" for before in range(number)]
        assert_whole(ledger)


def test_two_may_add_at_once(path):
    both = [start(path, 40), start(path, 60)]
    for adding in both:
        assert adding.communicate()[1] == ""
        assert adding.returncode == 0
    with Ledger.open(path) as ledger:
        assert len(ledger.ids()) == 60
        assert_whole(ledger)


def test_a_ledger_that_is_being_written_can_be_read_and_says_so_to_a_second_writer(path):
    with Ledger.open(path, create=True) as ledger:
        ledger.add(made.work(1), None, "p1")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with Ledger.open(path, wait=0.01) as ledger:
        assert_whole(ledger)
        with pytest.raises(DatelineError, match="another process is writing to it; wait"):
            ledger.add(made.work(2), None, "p1")
    writer.close()


@pytest.mark.parametrize("folder_too", [False, True])
def test_what_may_not_be_written_can_be_read(path, monkeypatch, folder_too):
    with Ledger.open(path, create=True) as ledger:
        ledger.add(made.work(1), None, "p1")
    refused = {path, path.parent} if folder_too else {path}
    monkeypatch.setattr(os, "access", lambda asked, _mode: Path(asked) not in refused)
    with Ledger.open(path) as ledger:
        assert ledger.read_only
        assert_whole(ledger)
        for write in (ledger.ready, lambda: ledger.add(made.work(2), None, "p1")):
            with pytest.raises(DatelineError, match="can only be read; check the rights"):
                write()


def test_a_missing_ledger_is_made_only_where_asked_for(path):
    with pytest.raises(UsageError, match=r"there is no ledger at .*dateline add"):
        Ledger.open(path)
    assert not path.exists()


@pytest.mark.parametrize("bytes_", [b"Dear diary", b"SQLite format 2\x00 but not quite", b"\x00" * 5000])
@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_none_is_refused_and_left_alone(tmp_path, bytes_, create):
    path = tmp_path / "notes.txt"
    path.write_bytes(bytes_)
    with pytest.raises(UsageError, match="no Dateline ledger"):
        Ledger.open(path, create=create)
    assert path.read_bytes() == bytes_


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path, create):
    path = tmp_path / "bookmarks.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (address)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UsageError, match="no Dateline ledger"):
        Ledger.open(path, create=create)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UsageError, match="this is a folder"):
        Ledger.open(tmp_path, create=True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatelineError, match="its folder cannot be made"):
        Ledger.open(tmp_path / "file" / "ledger.db", create=True)


def changed(path, statement, *values):
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_a_newer_ledger_is_refused(path):
    Ledger.open(path, create=True).close()
    changed(path, "UPDATE dateline_schema SET version = 99")
    with pytest.raises(DatelineError, match="it is of version 99, this program knows versions up to 2; use the newer"):
        Ledger.open(path)


def test_a_ledger_without_a_version_is_refused(path):
    Ledger.open(path, create=True).close()
    changed(path, "DELETE FROM dateline_schema")
    with pytest.raises(DatelineError, match="does not say its version"):
        Ledger.open(path)


@pytest.mark.parametrize("cut", [5000, 12_000])
def test_a_ledger_that_was_cut_short_is_refused_or_told(path, cut):
    with Ledger.open(path, create=True) as ledger:
        for number in range(30):
            ledger.add(made.work(number), None, "p1")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DatelineError, match="damaged"):
        read(path)


def test_a_row_that_holds_no_source_is_told_with_its_place(path):
    with Ledger.open(path, create=True) as ledger:
        ledger.add(made.work(1), None, "p1")
        changed(path, "UPDATE articles SET places = '[{\"start\":0}]'")
        with pytest.raises(DatelineError, match=r"Source.places\[0\].end: missing"):
            ledger.source(ledger.ids()[0])
