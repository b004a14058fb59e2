"""The page: the whole text, every link to its words, nothing that runs, nothing fetched."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.reason import Reason
from dateline.model.span import Span
from dateline.model.story import Brief, Story
from dateline.sheets.detail import Detail
from dateline.sheets.excerpt import visible
from dateline.sheets.page import page
from sheets.story_fixture import article, claim, make_brief, party, span

VOID = {"meta", "link", "br", "img"}


class Page(HTMLParser):
    """What a browser would see: the text within .words by article, all ids, links, tags and attributes."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.ids, self.links, self.tags, self.names = {}, [], [], [], set()
        self.marked = {}
        self._open, self._article = [], None
        self.feed(html)
        assert not self._open, self._open

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.names |= set(given)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "article":
            self._article = given["id"].removeprefix("a-")
            self.texts[self._article] = ""
        if tag not in VOID:
            self._open.append((tag, (given.get("class") or "").split()))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag
        if tag == "article":
            self._article = None

    def handle_data(self, data):
        if any("words" in names for _, names in self._open):
            self.texts[self._article] += data
            for name in {name for _, names in self._open for name in names if name.startswith(("c-", "f-"))}:
                self.marked[name] = self.marked.get(name, "") + data


def test_every_article_stands_whole_on_the_page(brief):
    seen = Page(page(brief, Detail()))
    assert seen.texts == {article.id: article.text for article in brief.articles}


def test_every_link_leads_to_a_place_and_every_claim_is_marked_with_its_words(brief):
    seen = Page(page(brief, Detail(every=True)))
    assert len(seen.ids) == len(set(seen.ids))
    assert {link for link in seen.links if link.startswith("#")} == set(seen.links)
    assert {link[1:] for link in seen.links} <= set(seen.ids)
    for claim_ in brief.stories[0].claims:
        assert f"c-{claim_.id}" in seen.ids
        assert seen.marked[f"c-{claim_.id}"] == claim_.text


def test_nothing_runs_and_nothing_is_fetched(brief):
    html = page(brief, Detail())
    seen = Page(html)
    assert not {"script", "img", "iframe", "object", "link", "form", "base"} & set(seen.tags)
    assert not {name for name in seen.names if name.startswith("on") or name in {"src", "style", "srcset", "action"}}
    assert "url(" not in html
    assert "@import" not in html
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_furniture_is_greyed_with_its_kind_and_reason(brief):
    html = page(brief, Detail())
    assert '<div class="passage appeal greyed">\n<p class="label">appeal: clean.appeal: looks like a appeal</p>' in html
    assert html.count("greyed") - html.count(".greyed") == 1


def test_the_page_can_be_read_by_ear(brief):
    html = page(brief, Detail())
    assert '<html lang="en">' in html
    assert '<a class="skip" href="#main">' in html
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def hostile_brief(text, spans):
    source = article("a.txt", text.replace("\n\n", "\n"), ["paragraph"])
    claims = tuple(
        replace(claim(source, f"k{i}", text[a:b], speakers=(party(text[a:b]),)), text=source.text[a:b], content=(Span(source.id, a, b),))
        for i, (a, b) in enumerate(spans)
    )
    story = Story("s", source.text[:60], (source.id,), 1, (Reason("a.b", "c"),), claims)
    return source, Brief((source,), ((source.id, ()),), (story,))


HOSTILE = st.text(st.sampled_from("ab <>&\"'{}%\r\n\t\x00\x1b\x85\u202e\u05d0\U0001f6a2-"), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, st.data())
def test_the_text_is_whole_whatever_it_holds_and_however_marks_overlap(text, data):
    text = text.replace("\n\n", "\n")
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1]), max_size=6)
    )
    source, brief = hostile_brief(text, spans)
    seen = Page(page(brief, Detail()))
    assert seen.texts == {source.id: visible(source.text)}
    for i, (a, b) in enumerate(spans):
        assert seen.marked[f"c-k{i}"] == visible(source.text)[a:b]
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links} <= set(seen.ids)


def test_hostile_names_are_shown_and_not_obeyed(courier, gazette):
    bad = "<script>alert(1)</script><img src=x onerror=y>"
    brief = make_brief(replace(courier, title=bad, outlet=bad), gazette)
    story = replace(brief.stories[0], title=bad)
    html = page(replace(brief, stories=(story,)), Detail(every=True))
    seen = Page(html)
    assert "script" not in seen.tags
    assert "img" not in seen.tags
    assert "&lt;script&gt;alert(1)" in html
    assert span(courier, "Petrel").of(seen.texts[courier.id]) == "Petrel"
