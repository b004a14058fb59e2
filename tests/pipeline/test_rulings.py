"""What people rule is carried out in every story, kept through re-runs, undone by another ruling, and never put on something else."""

import json
import sqlite3

import pytest

from dateline.model.errors import DatelineError, UsageError
from dateline.model.ruling import Ruling
from dateline.pipeline.ledger_desk import LedgerDesk
from dateline.sheets.document import to_json
from dateline.sheets.rulings import rows
from dateline.weigh.ruled import RULES

ONE = """Storm floods Belcora harbour

The storm flooded 40 homes in Belcora, the harbour master said. "We are all safe," Ann Roe said.
The mayor said the quay would be closed until May. The harbour master accused the dredging company of negligence.
"""
OTHER = """Belcora harbour under water

The storm flooded 65 homes in Belcora, residents said. The real number was 65, they said.
The mayor said the quay of Belcora harbour would be closed until May.
"""
APART = """Museum finds lost map

A map of the salt road was found in the attic of the Lunden museum, its director said. Scholars had looked for it for forty years.
"""
AT = "2024-03-05T10:00:00+00:00"


@pytest.fixture
def desk(tmp_path):
    for name, text in (("one.txt", ONE), ("other.txt", OTHER), ("apart.txt", APART)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with LedgerDesk(tmp_path / "ledger.db") as desk:
        desk.add([tmp_path / "one.txt", tmp_path / "other.txt", tmp_path / "apart.txt"], {str(tmp_path / "one.txt"): "2024-03-04"})
        yield desk


def story(desk):
    return max(desk.brief().stories, key=lambda story: len(story.articles))


def claim(desk, words):
    return next(found for found in story(desk).claims if words in found.text)


def rule(desk, verdict, subject, note=None, **values):
    return desk.rule(Ruling(subject, verdict, "Ann Doe", AT, tuple(values.items()), note))


def test_a_corrected_speaker_is_shown_and_the_machine_s_value_kept(desk):
    found = claim(desk, "quay would")
    made = rule(desk, "correct", found.id[:6], note="she was misquoted", speaker="Ann Roe", said="2024-03-03")
    now = claim(desk, "quay would")
    assert now.id == found.id
    assert [party.name for party in now.speakers] == ["Ann Roe"]
    assert now.said.value == "2024-03-03"
    assert "so ruled by Ann Doe: she was misquoted; found by speech." in str(now.reason)
    (told,) = json.loads(to_json(desk.story(story(desk).id)))["stories"][0]["rulings"]
    assert (told["id"], told["values"]["speaker"]) == (made.id, "Ann Roe")
    assert told["was"] == "mayor: the quay would be closed until May"
    rule(desk, "undo", made.id[:5])
    assert claim(desk, "quay would") == found


def test_a_corrected_extent_is_the_words_of_the_article(desk):
    found = claim(desk, "quay would")
    text = next(article.text for article in desk.brief().articles if article.id == found.article)
    start = text.index("the quay")
    rule(desk, "correct", found.id, content=f"{start}-{start + 8}")
    assert next(made for made in story(desk).claims if made.id == found.id).text == "the quay"


def test_a_rejected_claim_is_gone_from_all_that_follows_from_it(desk):
    found = claim(desk, "negligence")
    assert any(found.id in question.because for question in story(desk).questions)
    rule(desk, "reject", found.id)
    assert all(made.id != found.id for made in story(desk).claims)
    assert not any(found.id in question.because for question in story(desk).questions)
    assert [ruling.subject for ruling in story(desk).rulings] == [found.id]


def test_a_corrected_figure_ends_the_dispute_and_a_dismissed_dispute_is_gone(desk):
    (dispute,) = [found for found in story(desk).disputes if found.status == "disputed"]
    made = rule(desk, "dismiss", dispute.id)
    assert not [found for found in story(desk).disputes if found.id == dispute.id]
    rule(desk, "undo", made.id)
    figures = {figure.id: figure for figure in story(desk).figures}
    for side in dispute.sides:
        for id_ in side.figures:
            if figures[id_].low == 40:
                rule(desk, "correct", id_, value="65")
    assert not [found for found in story(desk).disputes if found.status == "disputed"]


def test_an_answered_question_is_no_longer_asked(desk):
    first, *rest = story(desk).questions
    rule(desk, "answer", first.id, text="We did not dredge there", source="letter of 3 March")
    assert [question.text for question in story(desk).questions] == [question.text for question in rest]
    assert [question.rank for question in story(desk).questions] == list(range(1, len(rest) + 1))


def test_stories_are_merged_and_split_and_stay_so_when_articles_come(desk, tmp_path):
    assert len(desk.brief().stories) == 2
    apart = next(found for found in desk.brief().stories if len(found.articles) == 1)
    merge = rule(desk, "merge", story(desk).id, **{"with": apart.id})
    assert [len(found.articles) for found in desk.brief().stories] == [3]
    (tmp_path / "more.txt").write_text(ONE.replace("40 homes", "41 homes"), encoding="utf-8")
    desk.add([tmp_path / "more.txt"])
    assert [len(found.articles) for found in desk.brief().stories] == [4]
    rule(desk, "split", apart.articles[0])
    assert sorted(len(found.articles) for found in desk.brief().stories) == [1, 3]
    rule(desk, "undo", merge.id)
    assert sorted(len(found.articles) for found in desk.brief().stories) == [1, 3]


def test_rulings_are_kept_in_the_file_and_their_log_is_verified(desk, tmp_path):
    found = claim(desk, "quay would")
    rule(desk, "confirm", found.id)
    rule(desk, "reject", claim(desk, "all safe").id)
    desk.close()
    assert [row["status"] for row in rows(desk.rulings(), desk.subjects())] == ["in force", "in force"]
    assert claim(desk, "quay would").confidence == 1.0
    assert desk.verify() == []
    desk.close()
    file = sqlite3.connect(tmp_path / "ledger.db")
    file.execute("UPDATE rulings SET author = 'Somebody Else' WHERE number = 1")
    file.commit()
    file.close()
    assert "ruling 1 of 2" in desk.verify()[0]


def test_a_ruling_on_what_is_gone_is_an_orphan_and_changes_nothing(desk):
    (dispute,) = [found for found in story(desk).disputes if found.status == "disputed"]
    rule(desk, "dismiss", dispute.id)
    for figure in story(desk).figures:
        if figure.low == 65:
            rule(desk, "reject", figure.id)
    statuses = {row["verdict"]: row["status"] for row in rows(desk.rulings(), desk.subjects())}
    assert statuses == {"dismiss": "orphan", "reject": "in force"}


@pytest.mark.parametrize(
    ("verdict", "subject", "values", "says"),
    [
        ("reject", "ffffffffffff", {}, "no claim or figure is named"),
        ("reject", "", {}, "no claim or figure is named"),
        ("correct", "CLAIM", {}, "a claim is corrected with --speaker or --said or --content"),
        ("correct", "CLAIM", {"value": "3"}, "not with --value"),
        ("correct", "CLAIM", {"content": "9-4"}, "give START-END"),
        ("correct", "CLAIM", {"said": "yesterday"}, "give YYYY"),
        ("correct", "FIGURE", {"value": "inf"}, "give a number"),
        ("dismiss", "CLAIM", {}, "no dispute is named"),
        ("answer", "QUESTION", {}, "give them with --text"),
        ("merge", "STORY", {"with": "STORY"}, "one story already"),
        ("undo", "ffff", {}, "no ruling is named"),
    ],
)
def test_what_cannot_be_ruled_is_refused_with_what_to_do(desk, verdict, subject, values, says):
    ids = {
        "CLAIM": claim(desk, "quay would").id,
        "FIGURE": story(desk).figures[0].id,
        "QUESTION": story(desk).questions[0].id,
        "STORY": story(desk).id,
    }
    with pytest.raises(UsageError, match=says):
        rule(desk, verdict, ids.get(subject, subject), **{name: ids.get(value, value) for name, value in values.items()})
    assert desk.rulings() == ()


def test_a_ledger_of_the_version_before_rulings_is_brought_up_to_date(desk, tmp_path):
    desk.close()
    file = sqlite3.connect(tmp_path / "ledger.db")
    file.executescript("DROP TABLE rulings; UPDATE dateline_schema SET version = 1")
    file.close()
    rule(desk, "confirm", claim(desk, "quay would").id)
    assert len(desk.rulings()) == 1
    desk.close()
    file = sqlite3.connect(tmp_path / "ledger.db")
    assert file.execute("SELECT version FROM dateline_schema").fetchone() == (2,)
    file.execute("UPDATE rulings SET given = 'nonsense'")
    file.commit()
    file.close()
    with pytest.raises(DatelineError, match="no list of pairs"):
        desk.rulings()


@pytest.mark.parametrize("which", RULES, ids=lambda rule: rule.name)
def test_rules_of_rulings_fire_on_their_verdict_alone(desk, which):
    found = claim(desk, "quay would")
    for verdict, fires in ((which.example, True), (which.near_miss, False)):
        made = rule(desk, verdict, found.id, **({"speaker": "Ann Roe"} if verdict == "correct" else {}))
        assert any(one.reason.rule == which.name for one in story(desk).claims) is fires
        rule(desk, "undo", made.id)
