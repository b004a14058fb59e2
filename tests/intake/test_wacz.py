"""WACZ web archives: the pages of all WARC files in them, with the titles that the archive lists."""

import zipfile

import pytest

from archives import http, page, response, wacz_of, warc_of, zip_of
from dateline.clean.article import clean
from dateline.intake import wacz
from dateline.intake.files import read


@pytest.fixture
def look(write):
    return lambda data, name="saved.wacz": read([write(name, data)])


def test_pages_are_read_and_lead_back_through_both_archives(look):
    sources, issues = look(wacz_of(response(1), response(2)))
    assert [source.path.split("saved.wacz")[1] for source in sources] == [
        "/archive/data.warc.gz/https://news.example/1",
        "/archive/data.warc.gz/https://news.example/2",
    ]
    assert issues == []
    assert all(place.where.startswith("member archive/data.warc.gz: record <urn:uuid:") for place in sources[0].places)


def test_the_listed_title_ranks_behind_what_the_page_says(look):
    bare = http(b"<html><body><p>The mayor said the bridge would open on Friday.</p></body></html>")
    titles = [("https://news.example/1", "A title\n from the list"), ("https://news.example/2", "Another title")]
    sources, _ = look(wacz_of(response(1), response(2, bare), response(3), titles=titles))
    stated = [[fact for fact in source.facts if fact[0] == "title"] for source in sources]
    assert stated[0][0] == ("title", "Harbour 1", "title element")
    assert stated[0][-1] == ("title", "A title from the list", "title element")
    assert stated[1] == [("title", "Another title", "title element")]
    assert clean(sources[0], None).title == "Harbour 1 reopens"


@pytest.mark.parametrize("rows", [b"\xff\xfe", b"{" * 100_000, b'{"url": 1, "title": 2}\n[]\nnull\n"x"', b""])
def test_a_list_of_pages_that_is_no_good_does_no_harm(rows, look):
    data = zip_of({"datapackage.json": b"{}", "pages/pages.jsonl": rows, "archive/a.warc": warc_of(response(1))})
    assert len(look(data)[0]) == 1


def test_a_broken_archive_among_several_is_told_and_the_others_read(look):
    members = {
        "datapackage.json": b"{}",
        "archive/a.warc.gz": warc_of(response(1), packed=True),
        "archive/b.warc.gz": b"\x1f\x8b\x08nothing",
        "archive/c.warc": warc_of(response(3)),
    }
    sources, issues = look(zip_of(members, zipfile.ZIP_STORED))
    assert [source.path[-1] for source in sources] == ["1", "3"]
    assert any(issue.fatal and "b.warc.gz" in issue.path for issue in issues)


def test_a_large_archive_is_streamed_out_of_the_zip(look, monkeypatch):
    monkeypatch.setattr("dateline.intake.zipped.LARGEST", 2_000)
    assert wacz.read_wacz
    sources, issues = look(wacz_of(*(response(i, http(page(i))) for i in range(50))))
    assert len(sources) == 50
    assert issues == []


def test_a_zip_of_warcs_is_no_wacz_and_read_all_the_same(look):
    sources, issues = look(zip_of({"a.warc": warc_of(response(1)), "b.warc.gz": warc_of(response(2), packed=True)}), "pile.zip")
    assert [source.path[-1] for source in sources] == ["1", "2"]
    assert issues == []
