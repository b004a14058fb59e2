"""A page becomes the text that a reader sees, with hints of its furniture and the way back to the elements."""
# ruff: noqa: E501 - the cases are whole sentences and elements

import json
from hashlib import sha256

import pytest
from lxml import etree

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT
from dateline.sheets.document import article_line


def paragraphs(listed):
    return "".join(f"<p>{words}</p>" for words in listed)


def source_of(write, html, name="a.html"):
    (source,), issues = read([write(name, html)])
    assert not any(issue.fatal for issue in issues)
    return source


def kinds(source):
    article = clean(source)
    assert "".join(passage.span.of(source.text) for passage in article.passages) == source.text
    return [(passage.kind, passage.span.of(source.text).strip()) for passage in article.passages]


def main_text(source):
    return [words for kind, words in kinds(source) if kind in MAIN_TEXT]


def test_only_what_a_reader_sees_is_text(write, page, story):
    unseen = (
        "<script>var said = 'The mayor said nothing';</script><style>p::after{content:'said'}</style><template><p>The template said.</p></template>"
        "<noscript><p>The noscript said.</p></noscript><p hidden>The hidden said.</p><div style='color:red; display : none'><p>The style said.</p></div>"
        "<p aria-hidden='true'>The aria said.</p><span class='sr-only'>The reader said.</span><!-- The comment said. --><select><option>Said</option></select>"
    )
    source = source_of(write, page(paragraphs(story[:2]), unseen, paragraphs(story[2:])))
    assert source.text == "\n\n".join(story)
    assert main_text(source) == story


def test_entities_spaces_and_line_breaks(write, page):
    html = page("<p>Tom&nbsp;&amp;&#160;Ann  \n said<b>&hellip; so</b>\n<i>too</i>.<br>Next line.<br><br>Next block.</p>")
    source = source_of(write, html)
    assert source.text == "Tom\xa0&\xa0Ann said… so too.\nNext line.\n\nNext block."
    assert source.breaks == (0, source.text.index("Next block"))


def test_places_are_paths_of_the_text(write, page, story):
    html = page("<div><p>Intro &amp; more</p>", paragraphs(story), "<ul><li>one <a href='/'>two</a> three</li></ul></div>")
    source = source_of(write, html)
    root = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))
    for place in source.places:
        (node,) = root.xpath(place.where)
        assert " ".join(node.split()) == source.text[place.start : place.end].strip()


FURNITURE = [
    ("navigation", "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>", "Home"),
    ("footer", "<footer><p>Northwire is a news service of the coast, founded in 1951.</p></footer>", "Northwire is a news"),
    (
        "caption",
        "<figure><img src='a.jpg'><figcaption>Lorries on the quay on Sunday, as seen from the tower.</figcaption></figure>",
        "Lorries on",
    ),
    ("related", "<aside><p>The long quarrel over the canal is in its tenth year, and no end is in sight.</p></aside>", "The long quarrel"),
    ("advert", "<div class='newsletter-box'><p>The best of the coast, every morning, in five minutes. Free.</p></div>", "The best of"),
    ("navigation", "<div id='cookieConsent'><p>This site stores data on your device to make things better.</p></div>", "This site stores"),
    (
        "related",
        "<div class='relatedArticles'><p>Night trains return to the coast after nine years, and they are full.</p></div>",
        "Night trains",
    ),
    ("comment", "<section id='comments'><p>I was there on Monday and nobody saw any ferry leave at all.</p></section>", "I was there"),
    ("navigation", "<ul class='share-tools'><li>Facebook</li><li>Telegram</li></ul>", "Facebook"),
    ("byline", "<div class='article-byline'><span>By Ann Doe</span></div>", "By Ann Doe"),
]


@pytest.mark.parametrize("case", FURNITURE)
@pytest.mark.parametrize("at", [0, 2, 4])
def test_furniture_of_the_markup_is_labelled_wherever_it_stands(case, at, write, page, story):
    kind, html, words = case
    body = [*(f"<p>{paragraph}</p>" for paragraph in story)]
    body.insert(at, html)
    found = kinds(source_of(write, page("<article>", *body, "</article>")))
    assert [passage for passage, text in found if text.startswith(words)] == [kind]
    assert [text for passage, text in found if passage in MAIN_TEXT] == story


@pytest.mark.parametrize("name", ["has-sidebar", "with-comments", "article newsletter-page", "related-content"])
def test_a_class_on_the_whole_story_does_not_make_it_furniture(name, write, page, story):
    assert main_text(source_of(write, page(f"<div class='{name}'>", paragraphs(story), "</div>"))) == story


def test_the_story_is_told_from_teasers_around_it(write, page, story):
    teasers = "".join(
        f"<li><h3><a href='/{i}'>Another headline of the day, number {i}</a></h3><p>What happened elsewhere is told here in one sentence, number {i}.</p></li>"
        for i in range(8)
    )
    html = page("<h1>Harbour reopens after storms</h1>", "<div class='x1'>", paragraphs(story), "</div><ul class='x2'>", teasers, "</ul>")
    source = source_of(write, html)
    assert main_text(source) == story
    assert ("title", "Harbour reopens after storms") in kinds(source)


HEAD = (
    "<title>Harbour reopens after storms | Northwire</title><meta property='og:site_name' content='Northwire'>"
    "<meta property='article:published_time' content='2024-03-12T23:30:00-05:00'><meta property='article:modified_time' content='2024-03-14T08:00:00Z'>"
    "<meta name='author' content='By Ann Doe and Bob Roe'><link rel='canonical' href='https://example.org/2024/03/12/harbour'>"
)


def test_what_a_page_states_of_itself(write, page, story):
    article = clean(source_of(write, page(paragraphs(story), head=HEAD)))
    assert article.title == "Harbour reopens after storms"
    assert article.authors == ("Ann Doe", "Bob Roe")
    assert article.outlet == "Northwire"
    assert article.url == "https://example.org/2024/03/12/harbour"
    assert article.language == "en"
    assert article.published.value == "2024-03-12"
    assert article.published.span is None
    assert "article:published_time" in article.published.reason.says
    assert article.modified.value == "2024-03-14"
    assert article.issues == ()


JSONLD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Harbour &amp; quay reopen", "datePublished": "2024-03-12", "author": [{"@type": "Person", "name": "Ann Doe"}, "Bob Roe"],
 "publisher": {"@type": "Organization", "name": "Northwire"}}]}</script>"""


def test_jsonld_is_the_first_witness(write, page, story):
    article = clean(source_of(write, page(paragraphs(story), head=JSONLD + "<meta property='og:title' content='Other words'>")))
    assert (article.title, article.authors, article.outlet) == ("Harbour & quay reopen", ("Ann Doe", "Bob Roe"), "Northwire")
    assert article.published.value == "2024-03-12"


@pytest.mark.parametrize(
    "text", ["{", '{"@type": "NewsArticle", "headline": 4, "author": {"name": {"name": []}}}', "[" * 5000, "null", '"text"', ""]
)
def test_odd_jsonld_is_passed_over(text, write, page, story):
    source = source_of(write, page(paragraphs(story), head=f"<script type='application/ld+json'>{text}</script>"))
    assert main_text(source) == story


def test_witnesses_that_disagree_are_an_issue(write, page, story):
    head = (
        "<meta property='article:published_time' content='2024-03-12'><link rel='canonical' href='https://example.org/2021/05/02/harbour'>"
    )
    article = clean(source_of(write, page(paragraphs(story), head=head)))
    assert article.published.value == "2024-03-12"
    (issue,) = article.issues
    assert "2024-03-12" in issue.says
    assert "2021-05-02" in issue.says
    assert not issue.fatal


HOSTILE = {
    "deep": "<div>" * 100_000 + "<p>The mayor said so on Monday at noon.</p>" + "</div>" * 100_000,
    "deep inline": "<b>" * 50_000 + "The mayor said so on Monday at noon.",
    "attribute": f"<p class='{'a ' * 500_000}' style='{'x:y;' * 200_000}'>The mayor said so on Monday at noon.</p>",
    "nul": "<p>The mayor\x00 said so on Monday at noon.</p>",
    "surrogates": "<p>The mayor &#xD800; said &#x110000; so on Monday &#0; at noon.</p>",
    "unclosed": "<p>The mayor said so on Monday at noon.<div><table><tr><td><p><a href=",
    "doctype only": "<!doctype html><html><frameset><frame src=a></frameset>The mayor said so on Monday at noon.",
    "many": "<p>The mayor said so on Monday at noon.</p>" + "<i></i>" * 100_000,
    "one line": "<p>" + "The mayor said so on Monday at noon. " * 20_000 + "</p>",
    "comments": "<!--" * 20_000 + "--><p>The mayor said so on Monday at noon.</p>",
    "attributes": "<p " + " ".join(f"a{i}=b" for i in range(50_000)) + ">The mayor said so on Monday at noon.</p>",
    "deep and wide": "<div>" * 1_500 + "<p>The mayor said so on Monday at noon.</p>" * 2_000,
    "rtl": "<p>\u202eThe mayor said so on Monday at noon.\u202c</p>",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_end_in_an_article_or_a_reason(name, write):
    sources, issues = read([write("a.html", "<html><body>" + HOSTILE[name] + "</body></html>")])
    assert sources or all(issue.fatal and issue.says for issue in issues)
    for source in sources:
        assert "said" in source.text
        assert kinds(source)


def test_the_record_follows_the_contract(write, page, story):
    html = page(paragraphs(story), head=HEAD)
    article = clean(source_of(write, html))
    made = json.loads(article_line(article))
    assert made["sha256"] == sha256(html.encode()).hexdigest()
    assert made["id"] == article.id
    assert made["published"]["value"] == "2024-03-12"
    assert made["published"]["start"] is None
    assert made["passages"][0]["start"] == 0
    assert made["passages"][-1]["end"] == len(made["text"])
    assert all(set(passage) == {"start", "end", "kind", "reason"} for passage in made["passages"])
