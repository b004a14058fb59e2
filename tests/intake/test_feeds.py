"""Each entry of a feed is an article: its content where the feed has it, else its summary, and marked so."""
# ruff: noqa: E501 - the cases are whole elements

import json
from html import escape

import pytest
from lxml import etree

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT

SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'


def rss(*items, channel="<title>Northwire</title><link>https://northwire.example/</link><language>en-gb</language>"):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {SPACES}><channel>{channel}{"".join(items)}</channel></rss>'


def item(**fields):
    return "<item>" + "".join(f"<{name.replace('_', ':')}>{value}</{name.replace('_', ':')}>" for name, value in fields.items()) + "</item>"


def atom(*entries, head="<title>Northwire</title>"):
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://northwire.example/">{head}{"".join(entries)}</feed>'


def page(story):
    return "".join(f"<p>{words}</p>" for words in story)


@pytest.fixture
def articles(write):
    def make(data, name="feed.xml"):
        sources, issues = read([write(name, data)])
        found = [clean(source) for source in sources]
        for made in found:
            assert "".join(passage.span.of(made.source.text) for passage in made.passages) == made.source.text
        return found, issues

    return make


def main_text(article):
    return [passage.span.of(article.source.text).strip() for passage in article.passages if passage.kind in MAIN_TEXT]


def test_an_entry_with_its_content(articles, story):
    made = item(
        title="Harbour &amp;amp; quay reopen",
        link="/2/harbour",
        pubDate="Tue, 12 Mar 2024 08:00:00 EST",
        dc_creator="Ann Doe",
        description="In short.",
        media_title="A picture",
        media_description="The quay",
        content_encoded=f"<![CDATA[{page(story)}]]>",
    )
    (article,), issues = articles(rss(made))
    assert issues == []
    assert main_text(article) == story
    assert (article.title, article.authors, article.outlet) == ("Harbour & quay reopen", ("Ann Doe",), "Northwire")
    assert article.url == "https://northwire.example/2/harbour"
    assert (article.published.value, article.published.text) == ("2024-03-12", "2024-03-12T08:00:00-05:00")
    assert ("language", "en-gb", "feed language") in article.source.facts
    assert ("subtitle", "In short.", "entry 1, description") in article.source.facts


@pytest.mark.parametrize("wrap", ["<![CDATA[{}]]>", "escaped"])
def test_every_character_is_led_back(wrap, articles, story):
    content = page([*story, "Tom &amp; Ann&nbsp;&hellip; said <b>so</b>."])
    coded = wrap.format(content) if "{}" in wrap else escape(content)
    (article,), _ = articles(rss(item(title="One"), item(title="Two", content_encoded=coded)))
    root = etree.fromstring(f"<html><body>{content}</body></html>".encode(), etree.HTMLParser(encoding="utf-8"))
    places = article.source.places
    assert len(places) == len(story) + 3
    for place in places:
        lead, where = place.where.split(": ", 1)
        assert lead == "entry 2 (line 2), content:encoded"
        assert root.xpath(where)[0].strip() == article.source.text[place.start : place.end].strip()


def test_only_a_summary_is_marked_so(articles, story):
    whole = page(story * 3)
    (one, two, _, _), issues = articles(
        rss(
            item(title="One", description=story[0]),
            item(title="Two", description=escape(whole)),
            item(title="Three", content_encoded=escape(page(story) + "<p>Continue reading on our site</p>")),
            item(
                title="Four",
                description=escape(f"<p>{story[0]}</p> <p>The post <a href='x'>Four</a> appeared first on <a href='y'>Northwire</a>.</p>"),
            ),
        )
    )
    assert [(issue.kind, issue.path.rsplit("/", 1)[1]) for issue in issues] == [
        ("summary-only", "1"),
        ("summary-only", "3"),
        ("summary-only", "4"),
    ]
    assert main_text(one) == [story[0]]
    assert main_text(two) == story * 3


def test_updated_is_not_new(articles, story):
    head = "<id>tag:1</id><updated>2024-03-14T08:00:00Z</updated>"
    content = f'<content type="html">{escape(page(story))}</content>'
    (one, two), _ = articles(
        atom(
            f"<entry><title>One</title>{head}<published>2024-03-12T08:00:00+01:00</published>{content}</entry>",
            f"<entry><title>Two</title>{head}{content}</entry>",
        )
    )
    assert (one.published.value, one.modified.value) == ("2024-03-12", "2024-03-14")
    assert (two.published, two.modified.value) == (None, "2024-03-14")


def test_atom_in_its_forms(articles, story):
    entries = [
        f'<entry><title type="html">Harbour &lt;b&gt;reopens&lt;/b&gt;</title><link rel="self" href="self"/><link href="a/1"/><author><name>Ann Doe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{page(story)}</div></content></entry>',
        f"<entry><title>Two</title><link rel='alternate' href='https://x.example/2'/><content type='text'>{story[0]} 3 &lt; 4 &amp;amp; 5 &lt;b> 6.</content><source><title>The Courier</title></source></entry>",
        "<entry><title>Three</title><content src='https://x.example/3' type='text/html'/><summary>The council said that it was over…</summary></entry>",
        f"<entry><title>Four</title><content type='image/png'>iVBORw0KGgo=</content><summary type='html'>{escape(page(story * 3))}</summary></entry>",
    ]
    (one, two, three, four), issues = articles(atom(*entries, head="<title>Northwire</title><author><name>The Desk</name></author>"))
    assert (one.title, one.url, one.authors, main_text(one)) == ("Harbour reopens", "https://northwire.example/a/1", ("Ann Doe",), story)
    assert (two.outlet, two.url, two.authors) == ("The Courier", "https://x.example/2", ("The Desk",))
    assert two.source.text == f"{story[0]} 3 < 4 &amp; 5 <b> 6."
    assert main_text(three) == ["The council said that it was over…"]
    assert main_text(four) == story * 3
    assert [issue.path.rsplit("/", 1)[1] for issue in issues] == ["3"]


def test_rss_1_has_its_entries_beside_the_channel(articles, story):
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel rdf:about='x'><title>Northwire</title><link>https://northwire.example</link></channel>"
        f"<item rdf:about='1'><title>Harbour</title><link>https://northwire.example/1</link><dc:date>2024-03-12T08:00+01:00</dc:date><description>{escape(page(story * 3))}</description></item></rdf:RDF>"
    )
    (article,), issues = articles(data)
    assert issues == []
    assert (article.title, article.outlet, article.published.value) == ("Harbour", "Northwire", "2024-03-12")
    assert main_text(article) == story * 3


def test_entries_without_text_are_told_in_one_issue(articles, story):
    found, (issue,) = articles(
        rss(item(title="One"), item(title="Two", content_encoded=escape(page(story))), item(title="Three", description=" "))
    )
    assert [made.title for made in found] == ["Two"]
    assert issue.says == "2 entries have no text, only a title or a link (entries 1, 3)"


def test_the_same_entry_in_two_feeds_is_one_article(write, story):
    made = item(title="Harbour", link="https://x.example/1", content_encoded=escape(page(story)))
    sources, issues = read(
        [write("a.xml", rss(item(title="One"), made)), write("b.xml", rss(made, channel="<title>Northwire: coast</title>"))]
    )
    assert len(sources) == 1
    assert {issue.kind for issue in issues} == {"twin", "no-text"}
    other = made.replace("<title>", "<pubDate>Tue, 12 Mar 2024 08:00:00 GMT</pubDate><title>")
    assert len(read([write("a.xml", rss(made)), write("c.xml", rss(other))])[0]) == 2


BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
HOSTILE = {
    "laughs": f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{BOMB}]>'
    + rss(item(title="&a11;", description="The mayor said so. &a11;")).split("\n", 1)[1],
    "attribute": f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{BOMB}]>'
    + atom("<entry><title>A</title><link href='&a11;'/><summary>The mayor said so.</summary></entry>"),
    "outside": '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/y"> %y;]>'
    + rss(item(title="&x;", description="The mayor said so. &x;")).split("\n", 1)[1],
    "cut": rss(item(title="A", description="The mayor said so."), item(title="B", description="The council said mo"))[:-30],
    "cut in a tag": rss(item(title="A", description="The mayor said so."))[:-25],
    "names": rss(item(title="A &nbsp; &none; &rsquo;", description="The mayor&rsquo;s office said so &none; &amp; left.")),
    "unclosed": "<rss><channel><item><description>The mayor said so.<item><title>B",
    "controls": rss(item(title="A", description="The mayor said so.\x00\x08\x1f")),
    "deep": rss(item(title="A", description="<a>" * 100_000 + "The mayor said so.")),
    "deep html": rss(item(title="A", content_encoded=escape("<div>" * 50_000 + "The mayor said so."))),
    "entries in entries": rss("<item>" * 5_000 + "<description>The mayor said so.</description>"),
    "doctypes": "<?xml version='1.0'?>" + "<!DOCTYPE rss [" * 2_000 + rss(item(description="The mayor said so.")),
    "many": rss(*(item(title=f"A{i}", description=f"The mayor said so {i} times.") for i in range(1_500))),
    "bad address": rss(item(title="A", link="http://[::1", description="The mayor said so.")),
    "wrong encoding": rss(item(title="A", description="The mayor’s office said so.")).encode("cp1252"),
    "no entries": rss(),
    "empty root": "<rss/>",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_feeds_end_in_articles_or_a_reason(name, articles):
    found, issues = articles(HOSTILE[name])
    assert found or any(issue.fatal for issue in issues)
    for article in found:
        assert len(article.source.text) < 2_000
        assert "said" in article.source.text
        assert "haha" not in article.source.text + (article.title or "") + (article.url or "")
        assert "root:" not in article.source.text


def test_a_prefix_that_is_not_declared_is_read_as_usual(articles, story):
    data = f"<rss><channel><title>Northwire</title>{item(title='A', dc_creator='Ann Doe', content_encoded=escape(page(story)))}<item><:x/><y:/><z:1/></item></channel></rss>"
    (article,), issues = articles(data)
    assert main_text(article) == story
    assert article.authors == ("Ann Doe",)
    assert {issue.kind for issue in issues} == {"broken-feed", "no-text"}


@pytest.mark.parametrize("name", ["cut", "cut in a tag", "unclosed"])
def test_a_feed_cut_short_gives_what_can_be_had_of_it(name, articles):
    found, issues = articles(HOSTILE[name])
    assert found
    assert "broken-feed" in {issue.kind for issue in issues}


def test_a_page_about_feeds_is_a_page(articles, page, story):
    html = page("<p>&lt;rss&gt; is a format, the council said.</p>", *(f"<p>{words}</p>" for words in story))
    (article,), _ = articles(html, "a.html")
    assert article.source.media == "text/html"


def json_feed(*items, **feed):
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Northwire", "language": "en-GB", "items": items, **feed})


def test_a_json_feed(articles, story):
    items = [
        {
            "id": "1",
            "url": "https://x.example/1",
            "title": "Harbour",
            "content_html": "".join(f"<p>{words}</p>" for words in story),
            "summary": "In short.",
            "date_published": "2024-03-12T08:00:00+01:00",
            "date_modified": "2024-03-13",
            "authors": [{"name": "Ann Doe"}],
        },
        {"id": "2", "title": "Plain", "content_text": "\n\n".join(story)},
        {"id": "3", "title": "Short", "summary": story[0]},
        {"id": "4", "title": "None"},
        "odd",
    ]
    (one, two, three), issues = articles(json_feed(*items, authors=[{"name": "The Desk"}]), "feed.json")
    assert (one.title, one.outlet, one.authors, one.url) == ("Harbour", "Northwire", ("Ann Doe",), "https://x.example/1")
    assert (one.published.value, one.modified.value) == ("2024-03-12", "2024-03-13")
    assert main_text(one) == main_text(two) == story
    assert two.authors == ("The Desk",)
    assert two.source.places[0].where.startswith("item 2, key content_text: bytes 0-")
    assert main_text(three) == [story[0]]
    assert [issue.kind for issue in issues] == ["summary-only", "no-text"]


@pytest.mark.parametrize(
    "data",
    [
        json_feed(items=None),
        json_feed({"id": "1"}),
        json_feed() + "}",
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
    ],
)
def test_a_json_feed_without_text_is_told_so(data, articles):
    found, issues = articles(data, "feed.json")
    assert found == []
    assert any(issue.fatal for issue in issues)
