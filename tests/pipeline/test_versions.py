"""A piece saved twice is told as two versions of one piece, and the story says what it is about in words of its own."""

import json

import pytest

from dateline.pipeline.desk import Desk
from dateline.sheets.detail import Detail
from dateline.sheets.document import to_json
from dateline.sheets.markdown import markdown

FIRST = "The old pier of Lunden will be closed from Monday, the town said. Divers found rust in eleven of its forty posts last week."
LATER = f"{FIRST} It will open again in May, the town said."
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{url}"></head>
<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"""


@pytest.fixture(scope="module")
def brief(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    url = "https://news.example/lunden/pier"
    (folder / "a.html").write_text(PAGE.format(title="Lunden pier to close on Monday", url=url, text=FIRST))
    (folder / "b.html").write_text(PAGE.format(title="Lunden pier to close on Monday", url=f"{url}?utm_source=mail", text=LATER))
    (folder / "c.html").write_text(PAGE.format(title="Lunden pier to close", url=f"{url}-again", text=f"{LATER} Shops will stay open."))
    return Desk().brief([folder], {str(folder / "a.html"): "2024-03-01", str(folder / "b.html"): "2024-03-02"})


def test_versions_share_an_address_and_stand_in_their_order(brief):
    (story,) = json.loads(to_json(brief))["stories"]
    names = {article.id: article.source.path[-6:] for article in brief.articles}
    (chain,) = story["versions"]
    assert [names[id_] for id_ in chain["articles"]] == ["a.html", "b.html"]
    assert chain["reasons"] == ["versions.address: both state the address news.example/lunden/pier"]


def test_an_editor_sees_which_version_a_piece_is(brief):
    shown = markdown(brief, Detail())
    assert "version 1 of 2" in shown
    assert "version 2 of 2" in shown
    assert "version 3" not in shown


def test_a_story_says_what_it_is_about_in_words_that_stand_in_it(brief):
    (story,) = json.loads(to_json(brief))["stories"]
    assert story["about"] == "The old pier of Lunden will be closed from Monday, the town said."
    assert sorted(id_ for event in story["events"] for id_ in event) == sorted(story["articles"])
    assert len(story["joined"]) == 2
