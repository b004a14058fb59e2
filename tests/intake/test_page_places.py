"""The way back: every character of the text of a page stands in the text node that its place names, in the tree of the same page."""

# ruff: noqa: E501 - the parts of pages stand in a line

import json
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.intake.html_tree import parse_page

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
SPACE = " \t\n\r\f\v\u2028\u2029"


def nodes(root, where):
    """The texts that a place may mean: one, but for what nests deeper than paths go."""
    found = root.xpath(where)
    return [str(node) for node in found]


def single(text):
    """White space as the text of a page has it: one for many."""
    words, space = [], False
    for character in text:
        if character in SPACE:
            space = True
            continue
        words.append(" " + character if space else character)
        space = False
    return "".join(words)


def assert_led_back(source, root):
    """Places in order, without overlap; between them nothing but white space; the characters of each in its node, in order."""
    at = 0
    for place in source.places:
        assert place.start >= at
        assert not source.text[at : place.start].strip()
        at = place.end
        text = source.text[place.start : place.end]
        found = nodes(root, place.where)
        assert found, place.where
        if "/script" in place.where:
            stated = json.loads(found[0])
            assert text in single(unescape(json.dumps(stated, ensure_ascii=False)).replace("\\n", " "))
        else:
            assert any(text in node or text == single(node).strip(" ") for node in found), (text, found[:3])
        if "//*" not in place.where:
            assert len(found) == 1
    assert not source.text[at:].strip()


def assert_partitioned(source):
    article = clean(source)
    assert "".join(passage.span.of(source.text) for passage in article.passages) == source.text
    assert all(before.span.end == after.span.start for before, after in pairwise(article.passages))


@pytest.mark.parametrize("name", NAMES)
def test_pages_lead_back(name):
    sources, _ = read([PAGES / f"{name}.html"])
    root, _ = parse_page((PAGES / f"{name}.html").read_text(encoding="utf-8"))
    assert sources
    for source in sources:
        assert_led_back(source, root)
        assert_partitioned(source)


WORDS = st.sampled_from(
    ["The mayor said so.", "Tom &amp; Ann", "&nbsp;", "so&shy;so", "\n\t ", "x", "“Two ferries left,” he said, and the third did not.", "&lt;b&gt;",
     "&#x202E;ba", "&#xD800;", "\ufeff", "é\u0301", "&eacute;", "a  b\u2028c", "😀", "&hellip;", "<!-- a -->", "<br>", "&notanentity;", "]]>"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["p", "div", "span", "b", "a", "li", "ul", "td", "table", "pre", "h2", "o:p", "blockquote", "figure", "article", "x-y", "button", "time",
     "svg", "form", "p:q'", "section"]
)  # fmt: skip


def element(parts):
    return st.tuples(TAGS, st.lists(parts, max_size=5)).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>")


MARKUP = st.recursive(WORDS, element, max_leaves=40)


@given(st.lists(MARKUP, max_size=6).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_markup_leads_back(tmp_path_factory, body):
    html = f"<!doctype html><html><head><title>Harbour</title></head><body>{body}</body></html>"
    path = tmp_path_factory.mktemp("page") / "a.html"
    path.write_bytes(html.encode("utf-8"))
    sources, issues = read([path])
    assert sources or any(issue.fatal for issue in issues)
    root, _ = parse_page(html)
    for source in sources:
        assert_led_back(source, root)
        assert_partitioned(source)


def test_deep_elements_lead_to_their_ancestor(write):
    html = "<html><body>" + "<div>" * 300 + "<p>The mayor said so.</p>" + "</div>" * 300 + "</body></html>"
    (source,), _ = read([write("a.html", html)])
    root, _ = parse_page(html)
    assert_led_back(source, root)


def test_a_script_in_an_element_of_any_name_is_found(write):
    body = json.dumps({"@type": "NewsArticle", "articleBody": "The mayor said so on Monday, and nobody answered him. " * 6})
    html = f"""<html><body><he":"x:y/><q'z"w><script type="application/ld+json">{body}</script></q'z"w></body></html>"""
    (source,), _ = read([write("a.html", html)])
    root, _ = parse_page(html)
    (place,) = source.places
    (found,) = root.xpath(place.where)
    assert str(found) == body


def test_only_white_space_and_entities_are_changed_on_the_way(write):
    html = "<html><body><p>Tom &amp;\n\n Ann&nbsp;said&hellip; <i> so</i></p></body></html>"
    (source,), _ = read([write("a.html", html)])
    root, _ = parse_page(html)
    assert source.text == "Tom & Ann\xa0said… so"
    assert [(source.text[p.start : p.end], root.xpath(p.where)) for p in source.places] == [
        ("Tom & Ann\xa0said…", ["Tom &\n\n Ann\xa0said… "]),
        ("so", [" so"]),
    ]


def test_the_tree_is_that_of_the_page():
    """The tree that places lead into is what lxml makes of the page, so that anybody can follow them."""
    html = (PAGES / "hidden.html").read_text(encoding="utf-8")
    ours, _ = parse_page(html)
    theirs = etree.fromstring(html.encode("utf-8"), etree.HTMLParser(encoding="utf-8"))
    assert [element.tag for element in ours.iter()] == [element.tag for element in theirs.iter()]
