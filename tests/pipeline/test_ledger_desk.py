"""The desk over a ledger: the same brief as without one, each article worked on once, and nothing believed that was tampered with."""

import sqlite3

import pytest

from dateline.model.errors import DatelineError, UsageError
from dateline.pipeline import ledger_desk
from dateline.pipeline.desk import Desk
from dateline.pipeline.ledger_desk import LedgerDesk

COURIER = """Ferry grounded off Marrow Quay

More than 120 passengers were aboard the Petrel when it ran onto Salt Bank, harbour master Ines Vant said on Tuesday.

“Nobody was hurt,” she told reporters.
"""

GAZETTE = """Petrel ran onto Salt Bank off Marrow Quay

About 180 passengers were aboard the Petrel when it ran onto Salt Bank, the rescue crew said on Wednesday.

Harbour master Ines Vant did not answer calls.
"""

BAKERY = """Village bakery wins a prize for its rye bread

The jury of the Ostrand fair praised the crust. "It sings when you press it," said the baker, Ole Trane.
"""


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in (("courier.txt", COURIER), ("gazette.txt", GAZETTE), ("bakery.txt", BAKERY)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


@pytest.fixture
def desk(path, pile):
    with LedgerDesk(path) as desk:
        desk.add([pile])
        yield desk


@pytest.fixture
def worked(monkeypatch):
    """The paths of the articles that were worked on from here on."""
    paths = []
    whole = Desk.marks

    def marks(self, article):
        paths.append(article.source.path)
        return whole(self, article)

    monkeypatch.setattr(Desk, "marks", marks)
    return paths


def tampered(path, statement):
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_the_brief_is_that_of_the_files(desk, pile):
    assert desk.brief() == Desk().brief([pile])


def test_the_same_bytes_are_worked_on_once(path, pile, worked, tmp_path):
    twin = tmp_path / "twin.txt"
    twin.write_text(COURIER, encoding="utf-8")
    with LedgerDesk(path) as desk:
        first = desk.add([pile])
        assert len(first.added) == 3
        assert len(worked) == 3
        again = desk.add([twin, pile])
        assert again.added == ()
        assert again.known == (str(twin), str(pile / "bakery.txt"), str(pile / "gazette.txt"))
    with LedgerDesk(path) as desk:
        assert len(desk.brief().articles) == 3
        desk.brief()
        desk.verify()
    assert len(worked) == 3


def test_the_order_of_adding_changes_nothing(path, pile, tmp_path):
    with LedgerDesk(path) as one, LedgerDesk(tmp_path / "other.db") as other:
        one.add([pile])
        for name in ("gazette.txt", "courier.txt", "bakery.txt"):
            other.add([pile / name])
        assert one.brief() == other.brief()


def test_work_of_an_older_program_is_done_again_and_kept(path, pile, worked, monkeypatch):
    with LedgerDesk(path) as desk:
        desk.add([pile])
        before = desk.brief()
    monkeypatch.setattr(ledger_desk, "fingerprint", lambda: "newer")
    for _ in range(2):
        with LedgerDesk(path) as desk:
            assert desk.brief() == before
    assert len(worked) == 6


def test_a_date_given_later_moves_what_hangs_on_it_and_nothing_else(path, pile, worked):
    courier = str(pile / "courier.txt")
    with LedgerDesk(path) as desk:
        desk.add([pile])
        report = desk.add([pile], {courier: "2031-03-06"})
        assert report.redated == (courier,)
        assert desk.add([pile]).redated == ()
        assert desk.brief() == Desk().brief([pile], {courier: "2031-03-06"})
        assert desk.article("courier.txt").published.value == "2031-03-06"
    assert worked.count(courier) == 3  # when added, when dated, and by the desk without a ledger


def test_what_cannot_be_read_is_listed_and_the_rest_goes_in(path, pile):
    (pile / "scan.rtf").write_bytes(b"{\\rtf1\\ansi The mayor}")
    with LedgerDesk(path) as desk:
        report = desk.add([pile, pile / "missing.txt"])
        assert len(report.added) == 3
        assert [issue.path for issue in report.issues if issue.fatal] == [str(pile / "scan.rtf"), str(pile / "missing.txt")]


def test_a_story_goes_by_its_id_or_the_first_digits_of_it(desk):
    whole = desk.brief()
    for story in whole.stories:
        found = desk.story(story.id[:6])
        assert found.stories == (story,)
        assert {article.id for article in found.articles} == set(story.articles)
        assert {id_ for id_, _ in found.moments} == set(story.articles)


def test_an_article_goes_by_its_id_its_path_or_the_name_of_its_file(desk, pile):
    article = desk.article("courier.txt")
    assert article.text == COURIER
    assert desk.article(str(pile / "courier.txt")) == desk.article(article.id) == desk.article(article.id[:6]) == article


def test_a_name_of_nothing_or_of_several_is_refused(desk, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "courier.txt").write_text("Another courier\n\nThe mayor said on Monday that the bridge is open.\n", encoding="utf-8")
    desk.add([other])
    with pytest.raises(UsageError, match=r"2 articles go by 'courier.txt': .*pile.courier.txt"):
        desk.article("courier.txt")
    for name in ("nobody.txt", ""):
        with pytest.raises(UsageError, match="the ledger has no article"):
            desk.article(name)
    for name in ("zz", ""):
        with pytest.raises(UsageError, match="the ledger has no story"):
            desk.story(name)


def test_an_empty_ledger_has_an_empty_brief(path, tmp_path):
    (tmp_path / "empty.txt").touch()
    with LedgerDesk(path) as desk:
        desk.add([tmp_path / "empty.txt"])
        assert desk.brief().stories == ()
        assert desk.verify() == []


def test_a_ledger_is_made_by_adding_only(path):
    with LedgerDesk(path) as desk, pytest.raises(UsageError, match="there is no ledger"):
        desk.brief()
    assert not path.exists()


def test_what_another_process_adds_is_seen(desk, path, tmp_path):
    before = desk.brief()
    assert desk.brief() is before
    more = tmp_path / "more.txt"
    more.write_text("Well runs dry\n\nThe council of Ostrand said on Friday that 40 wells had run dry.\n", encoding="utf-8")
    with LedgerDesk(path) as other:
        other.add([more])
    assert len(desk.brief().articles) == len(before.articles) + 1


def test_an_interrupted_add_keeps_what_was_whole(path, pile, monkeypatch):
    whole = Desk.marks

    def marks(self, article):
        if article.source.path.endswith("gazette.txt"):
            raise KeyboardInterrupt
        return whole(self, article)

    monkeypatch.setattr(Desk, "marks", marks)
    with LedgerDesk(path) as desk:
        with pytest.raises(KeyboardInterrupt):
            desk.add([pile])
        assert len(desk.brief().articles) == 2
        assert desk.verify() == []
        monkeypatch.undo()
        assert desk.add([pile]).added == (str(pile / "gazette.txt"),)
        assert desk.brief() == Desk().brief([pile])


def test_verify_is_silent_where_everything_holds(desk):
    assert desk.verify() == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE articles SET text = replace(text, '120', '210') WHERE path LIKE '%courier.txt'", "its text is not the text that was read"),
        ("UPDATE articles SET text = substr(text, 1, 40) WHERE path LIKE '%courier.txt'", "the passages end at"),
        ("UPDATE work SET marks = replace(marks, 'More than 120', 'More than 999')", "More than 120"),
        ("UPDATE work SET marks = replace(marks, 'Ines Vant', 'Olga Vant')", "Olga Vant"),
        ('UPDATE work SET marks = replace(marks, \'"manner":"direct"\', \'"manner":"sung"\')', "wanted one of 'direct'"),
        ("UPDATE work SET cleaned = '{'", "the work on it cannot be read"),
        ("UPDATE articles SET breaks = '[\"x\"]'", "its row cannot be read: Source.breaks[0]: wanted int"),
        ("DELETE FROM articles", "belongs to no row of articles"),
    ],
)
def test_verify_tells_what_was_tampered_with(desk, path, statement, says):
    tampered(path, statement)
    faults = desk.verify()
    assert any(says in fault for fault in faults), faults


def test_work_that_cannot_be_read_stops_the_brief_with_a_reason(desk, path):
    tampered(path, "UPDATE work SET marks = '{}'")
    with pytest.raises(DatelineError, match=r"Marks.article: missing"):
        desk.brief()


def test_two_ledgers_of_the_same_files_are_the_same_row_for_row(path, pile, tmp_path):
    dumps = []
    for place in (path, tmp_path / "elsewhere" / "ledger.db"):
        with LedgerDesk(place) as desk:
            desk.add([pile])
        connection = sqlite3.connect(place)
        dumps.append(
            [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in ("articles", "work", "dateline_schema")]
        )
        connection.close()
    assert dumps[0] == dumps[1]
