"""Records of JSON become articles, whatever program wrote them; a record that is none is listed, and the others are read."""

import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.article import clean
from dateline.intake import json_lines
from dateline.intake.files import read
from dateline.intake.json_record import date_of, text_of
from dateline.model.passage import MAIN_TEXT
from dateline.sheets.document import article_line

TEXT = "The harbour reopened on Monday, the harbour master said.\n\nTwo ferries left before noon, according to the operator."


def lines(*records):
    return "".join((record if isinstance(record, str) else json.dumps(record)) + "\n" for record in records)


@pytest.fixture
def articles(write):
    def make(data, name="rows.jsonl"):
        sources, issues = read([write(name, data)])
        return [clean(source) for source in sources], issues

    return make


SHAPES = {
    "news-please": {
        "maintext": TEXT,
        "title": "Harbour",
        "description": "In short.",
        "date_publish": "2024-03-12 08:00:00",
        "date_download": "2024-11-01 08:00:00",
        "authors": ["Ann Doe"],
        "source_domain": "northwire.example",
        "url": "https://northwire.example/1",
        "language": "en",
    },
    "newspaper": {
        "text": TEXT,
        "title": "Harbour",
        "publish_date": "2024-03-12T08:00:00",
        "authors": ["Ann Doe"],
        "source_url": "https://northwire.example",
        "publication": "northwire.example",
        "url": "https://northwire.example/1",
        "summary": "In short.",
    },
    "trafilatura": {
        "title": "Harbour",
        "author": "Ann Doe",
        "hostname": "northwire.example",
        "date": "2024-03-12",
        "raw_text": " ".join(TEXT.split()),
        "text": TEXT,
        "source": "https://northwire.example/1",
        "excerpt": "In short.",
        "filedate": "2024-11-01",
    },
    "readability": {
        "title": "Harbour",
        "byline": "By Ann Doe",
        "content": "".join(f"<p>{words}</p>" for words in TEXT.split("\n\n")),
        "siteName": "northwire.example",
        "publishedTime": "2024-03-12T08:00:00Z",
        "url": "https://northwire.example/1",
    },
    "schema.org": {
        "@type": "NewsArticle",
        "headline": "Harbour",
        "articleBody": TEXT,
        "datePublished": "2024-03-12",
        "author": [{"@type": "Person", "name": "Ann Doe"}],
        "publisher": {"name": "northwire.example"},
        "url": "https://northwire.example/1",
    },
    "news service": {
        "source": {"id": None, "name": "northwire.example"},
        "author": "Ann Doe",
        "title": "Harbour",
        "description": "In short.",
        "url": "https://northwire.example/1",
        "publishedAt": "2024-03-12T08:00:00Z",
        "content": TEXT,
    },
    "search engine": {
        "_index": "news",
        "_id": "1",
        "_source": {
            "title": "Harbour",
            "body": TEXT,
            "date": 1710230400,
            "author": "Ann Doe",
            "publisher": "northwire.example",
            "url": "https://northwire.example/1",
        },
    },
    "interface": {
        "webTitle": "Harbour",
        "webUrl": "https://northwire.example/1",
        "webPublicationDate": "2024-03-12T08:00:00Z",
        "fields": {"bodyText": TEXT, "byline": "Ann Doe", "publication": "northwire.example"},
    },
    "archive": {
        "headline": {"main": "Harbour"},
        "byline": {"original": "By Ann Doe"},
        "full_text": TEXT,
        "pub_date": "2024-03-12T08:00:00+0000",
        "web_url": "https://northwire.example/1",
        "source": "northwire.example",
    },
    "database": {
        "_id": {"$oid": "1"},
        "Title": "Harbour",
        "ARTICLE_TEXT": TEXT,
        "author": "Ann Doe",
        "site": "northwire.example",
        "published": {"$date": {"$numberLong": "1710230400000"}},
        "link": "https://northwire.example/1",
    },
}


@pytest.mark.parametrize("name", sorted(SHAPES))
@pytest.mark.parametrize("layout", ["line", "list", "object", "pretty", "wrapped", "deep"])
def test_common_shapes(name, layout, articles):
    record = SHAPES[name]
    data = {
        "line": lines(record, {"text": "Another text."}),
        "list": json.dumps([record]),
        "object": json.dumps(record),
        "pretty": json.dumps(record, indent=2),
        "wrapped": json.dumps({"status": "ok", "totalResults": 1, "articles": [record]}),
        "deep": json.dumps({"response": {"docs": [record], "meta": {}}}, indent=1),
    }[layout]
    found, issues = articles(data)
    article = found[0]
    assert not [issue for issue in issues if issue.fatal]
    assert [passage.span.of(article.source.text).strip() for passage in article.passages if passage.kind in MAIN_TEXT] == TEXT.split("\n\n")
    assert (article.title, article.authors, article.outlet) == ("Harbour", ("Ann Doe",), "northwire.example")
    assert article.published.value == "2024-03-12"
    assert article.url == "https://northwire.example/1"
    where = {"line": "line 1, key ", "list": "item 1, key ", "wrapped": "item 1 of articles, key ", "deep": "item 1 of response.docs, key "}
    assert article.source.places[0].where.startswith(where.get(layout, ("line 1, key ", "the object, key ")))


def test_what_dateline_writes_it_reads(articles):
    (article,), _ = articles(lines(SHAPES["news-please"]))
    ((again,), issues) = articles(article_line(article) + "\n", "read.jsonl")
    assert issues == []
    assert again.source.text == article.source.text
    assert (again.title, again.authors, again.outlet, again.url) == (article.title, article.authors, article.outlet, article.url)
    assert again.published.value == article.published.value
    ((plain,), _) = articles('{"id": "1", "text": "The harbour reopened.", "date": "2024-03-12"}\n', "annotate.jsonl")
    assert plain.published.value == "2024-03-12"


def test_bad_lines_are_listed_with_their_numbers_and_the_others_are_read(articles):
    data = lines(
        {"text": "One said."},
        "{broken",
        "",
        '{"title": "no text"}',
        '["text"]',
        '{"text": 5}',
        {"text": "Two said."},
        '{"text": "  "}',
        "null",
        "[" * 100_000,
    )
    found, issues = articles(data)
    assert [article.source.text for article in found] == ["One said.", "Two said."]
    assert [issue.path.rsplit("/", 1)[1] for issue in issues if issue.fatal] == ["2", "4", "5", "6", "8", "9", "10"]
    assert all(f"line {issue.path.rsplit('/', 1)[1]}" in issue.says for issue in issues)


def test_a_broken_first_line_loses_no_other(articles):
    found, issues = articles('{"text": "broken\n' + lines({"text": "One said."}, {"text": "Two said."}))
    assert len(found) == 2
    assert [issue.fatal for issue in issues] == [True]


def test_many_bad_lines_are_counted_not_listed(articles):
    _, issues = articles(lines({"text": "One said."}, *("{broken" for _ in range(1_000))))
    assert len(issues) == json_lines.MOST_LISTED + 1
    assert "900 more" in issues[-1].says or "900 more" in {issue.says.split(" are")[0] for issue in issues}


def test_places_lead_to_the_characters_of_the_value(articles):
    text = "“Ça va”, said the mayor.\n" * 300
    (article,), _ = articles(lines({"title": "A", "text": text}))
    for place in article.source.places:
        lead, where = place.where.split(": bytes ")
        assert lead == "line 1, key text"
        start, end = (int(number) for number in where.split("-"))
        assert text.encode()[start:end].decode() == article.source.text[place.start : place.end]


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"description": "The mayor said so."}, "summary-only"),
        ({"content": "The mayor said so… [+1234 chars]"}, "summary-only"),
        ({"text": "The mayor said \ud800 so."}, "encoding"),
        ('{"text": "The mayor said so.", "title": "A", "title": "B"}', "twice"),
    ],
)
def test_what_is_odd_of_a_record_is_told(record, kind, articles):
    found, issues = articles(lines(record))
    assert len(found) == 1
    assert [issue.kind for issue in issues if issue.kind != "not-analysed"] == [kind]
    assert "\ud800" not in found[0].source.text


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-03-12", "2024-03-12"),
        ("12 March 2024", "12 March 2024"),
        (20240312, "2024-03-12"),
        (1710230400, "2024-03-12T08:00:00+00:00"),
        (1710230400000, "2024-03-12T08:00:00+00:00"),
        (1710230400.5, "2024-03-12T08:00:00.500000+00:00"),
        ("1710230400", "2024-03-12T08:00:00+00:00"),
        ({"$date": "2024-03-12T08:00:00Z"}, "2024-03-12T08:00:00Z"),
        ({"text": "12 March", "value": "2024-03-12"}, "2024-03-12"),
        (None, None),
        ("None", None),
        ("", None),
        (True, None),
        (2024, None),
        (-5, None),
        (float("inf"), None),
        (float("nan"), None),
        (10**400, None),
        ({"$date": {"$date": {"$date": {"$date": {"$date": "2024"}}}}}, None),
        ([], None),
    ],
)
def test_dates(value, date):
    assert date_of(value) == date


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ({"body": "x" * 400, "text": "short"}, "body"),
        ({"body": "x" * 400, "text": "y" * 300}, "text"),
        ({"text": "The whole text of it, as it stood.", "html": "<html>" + "<p></p>" * 900 + "The whole text of it.</html>"}, "text"),
        ({"summary": "x" * 400, "text": "short text"}, "text"),
        ({"Full-Text": "x"}, "Full-Text"),
        ({"comment": "x" * 400}, None),
    ],
)
def test_which_text_is_the_article(record, key):
    found = text_of(record)
    assert (found.key if found else None) == key


def test_html_in_the_text_is_read_as_html_and_an_angle_is_not(articles):
    html = "<p>The mayor said <b>so</b>.</p><p>The council said no.</p>"
    (one, two), _ = articles(lines({"text": html}, {"text": "If 3 < 4, the mayor said, then <b>5</b> is more."}))
    assert one.source.text == "The mayor said so.\n\nThe council said no."
    assert one.source.places[0].where == "line 1, key text: /html/body[1]/p[1]/text()[1]"
    assert two.source.text == "If 3 < 4, the mayor said, then <b>5</b> is more."


@pytest.mark.parametrize(
    "text",
    [
        "From: a@x.example\nTo: b\nSubject: c\nDate: d\nReceived: e\n\nThe mayor said so.",
        '{"text": "The mayor said so."}',
        "%PDF-1.7 the mayor said so",
        "WARC/1.0 the mayor said so",
        "PK\x03\x04 the mayor said so",
    ],
)
def test_the_words_of_a_record_do_not_decide_how_it_is_read(text, articles):
    found, issues = articles(lines({"text": text}, {"text": "Two said."}))
    assert [article.source.text for article in found] == [text, "Two said."] or any(issue.fatal for issue in issues)
    assert found[-1].source.text == "Two said."


def test_one_text_under_two_dates_is_two_articles(articles):
    found, issues = articles(
        lines({"text": TEXT, "date": "2024-03-12"}, {"text": TEXT, "date": "2024-03-13"}, {"text": TEXT, "date": "2024-03-12"})
    )
    assert [article.published.value for article in found] == ["2024-03-12", "2024-03-13"]
    assert [issue.kind for issue in issues] == ["twin"]


def test_a_line_that_is_too_long_is_passed_over(articles, monkeypatch):
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 1_000)
    found, issues = articles(lines({"text": "One said."}, {"text": "x " * 5_000}, {"text": "Two said."}))
    assert [article.source.text for article in found] == ["One said.", "Two said."]
    assert "long" in issues[0].says


def test_a_stream_is_read_line_by_line(write, monkeypatch):
    monkeypatch.setattr("dateline.intake.raw.LARGEST", 10_000)
    data = lines(*({"text": f"Ferry {number} left, the mayor said."} for number in range(1_000)))
    packed = gzip.compress(gzip.compress(data.encode()))
    sources, issues = read([write("rows.jsonl.gz", packed)])
    assert len(sources) == 1_000
    assert issues == []
    assert sources[999].places[0].where.startswith("line 1000, key text: bytes 0-")


def test_a_packed_stream_cut_short_gives_what_came_before(write):
    data = lines(*({"text": f"Ferry {number} left, the mayor said."} for number in range(5_000)))
    sources, issues = read([write("rows.jsonl.gz", gzip.compress(data.encode())[:-2_000])])
    assert len(sources) > 1_000
    assert issues[-1].fatal


def test_standard_input():
    sources, _ = read(["-"], stdin=io.BytesIO(lines({"text": "One said."}, {"text": "Two said."}).encode()))
    assert [source.path for source in sources] == ["-/1", "-/2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_and_wide_encodings(encoding, articles):
    found, issues = articles(json.dumps([{"text": "The café said so."}], ensure_ascii=False).encode(encoding), "rows.json")
    assert issues == []
    assert found[0].source.text == "The café said so."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("[]", "no article"),
        ('{"name": "package", "version": "1.0"}', "its keys: name, version"),
        ('{"a": {"b": [1, 2]}}', "no text in it"),
        ('[{"a": 1}', "broken JSON"),
        ('{"a":' * 100_000, "nests too deep"),
        ('{"a": ' + "9" * 10_000 + "}", "JSON"),
    ],
)
def test_json_that_is_no_article_is_told_so(data, says, articles):
    found, issues = articles(data, "a.json")
    assert found == []
    assert says in issues[0].says


@pytest.mark.parametrize(
    "text",
    ['{"Quoted": a leaflet began so, the council said.', "[1] The note said so.", "{} was all that the mayor wrote.\n\nNothing else."],
)
def test_text_that_begins_with_a_bracket(text, articles):
    found, issues = articles(text, "a.txt")
    assert found or all(issue.fatal and "JSON" in issue.says for issue in issues)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=8) | st.sampled_from(["text", "title", "date", "author", "source", "url", "_source"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["text", "html", "title", "date", "author", "source", "url", "fields", "articles", "published"]),
            VALUES,
            max_size=5,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_records_end_in_articles_or_reasons(records):
    sources, issues = read(["-"], stdin=io.BytesIO(lines(*records).encode()))
    assert sources or issues
    for source in sources:
        assert source.places[-1].end <= len(source.text)
        clean(source)
