"""Boxes in a story are told by their structure and words, and prose that is like them stays prose."""
# ruff: noqa: E501 - the cases are whole elements

import pytest

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.intake.html_boxes import gate_of
from dateline.model.passage import MAIN_TEXT


def read_page(write, html):
    sources, issues = read([write("a.html", html)])
    passages = [(passage.kind, passage.span.of(source.text).strip()) for source in sources for passage in clean(source).passages]
    return passages, [issue.kind for issue in issues], sources


BOXES = {
    "an embedded post": (
        "<blockquote><p>Two years and not one stone laid.</p><p>— Harbour Watch (@harbourwatch) March 13, 2024</p></blockquote>",
        "related",
    ),
    "a box that asks for an address": (
        "<div class='c9'><h3>The Morning Tide</h3><p>The coast, every morning at six.</p><input type='email'><span>Go</span></div>",
        "advert",
    ),
    "a field that is named for mail": ("<div><p>The coast, every morning at six.</p><input name='EMAIL'></div>", "advert"),
    "a table of figures": (
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2022</td><td>1,204</td></tr><tr><td>2023</td><td>987</td></tr></table>",
        None,
    ),
    "a gallery": (
        "<div class='gallery'><div class='slide'><img src='1.jpg'><p>A wave breaks over the lighthouse in the morning.</p></div></div>",
        "caption",
    ),
    "a gate": ("<div><h4>Subscribe to continue reading</h4></div>", "advert"),
    "an advertisement": ("<div class='ad-slot'><p>The boats of Ek and Sons: built to last, and now with a roof.</p></div>", "advert"),
    "related stories": (
        "<div class='c7'><ul><li><a href='/a'>Council votes down the plan</a></li><li><a href='/b'>Night boats from June</a></li></ul></div>",
        None,
    ),
}


@pytest.mark.parametrize("name", sorted(BOXES))
@pytest.mark.parametrize("at", [0, 1, 2, 3, 4])
def test_a_box_anywhere_changes_nothing_of_the_story(name, at, write, page, story):
    html, kind = BOXES[name]
    body = [f"<p>{paragraph}</p>" for paragraph in story]
    body.insert(at, html)
    found, _, _ = read_page(write, page("<article><h1>Harbour reopens after the storms</h1>", *body, "</article>"))
    assert [text for label, text in found if label in MAIN_TEXT] == story
    boxed = {label for label, text in found if label not in MAIN_TEXT | {"title"}}
    assert boxed
    assert kind is None or boxed <= {kind, "navigation"}


PROSE = {
    "a quotation block of a person": "<blockquote><p>“I have never seen a council so divided,” said Marit Oosterhuis.</p></blockquote>",
    "a paragraph that names a handle": "<p>“Nobody stops this town,” the mayor (@jonasek) wrote on Tuesday, and took it down.</p>",
    "a layout table": "<table><tr><td><p>The works on the quay will cost two million euros, the council said.</p></td></tr><tr><td></td></tr></table>",
    "a report on a gate": "<p>Readers of the Herald must now subscribe to continue reading, its publisher said.</p>",
    "a member of something": "<p>Ek, already a member of the council, will lead the works, the mayor said.</p>",
}


@pytest.mark.parametrize("name", sorted(PROSE))
@pytest.mark.parametrize("at", [1, 2, 3])
def test_prose_that_is_like_a_box_stays(name, at, write, page, story):
    body = [f"<p>{paragraph}</p>" for paragraph in story]
    body.insert(at, PROSE[name])
    found, issues, _ = read_page(write, page("<article><h1>Harbour reopens after the storms</h1>", *body, "</article>"))
    assert len([text for label, text in found if label in MAIN_TEXT]) == len(story) + 1
    assert issues == []


GATES = [
    "Subscribe to continue reading",
    "To continue reading, log in or create a free account.",
    "This article is for subscribers only.",
    "This content is reserved for our members.",
    "Already a subscriber? Log in",
    "Sign up to read the full story",
    "You have reached your limit of free articles.",
    "You've read all your free stories this month",
    "Unlock this article for 1 euro",
    "For subscribers only",
    "2 free articles left this month",
]
NO_GATES = [
    "The union asked members to sign up to keep the yard open.",
    "Already a member of the council, she will lead the works.",
    "Visitors log in to access the archive of the port.",
    "He continued reading until the light went out.",
    "The museum is for members of the guild.",
    "Readers must subscribe to continue reading, the publisher said.",
    "She had reached the limit of her strength.",
    "The fleet is already registered.",
    "They unlocked the story of the wreck.",
]


@pytest.mark.parametrize("words", GATES)
def test_gates(words):
    assert gate_of(words) is not None


@pytest.mark.parametrize("words", NO_GATES)
def test_no_gates(words):
    assert gate_of(words) is None


def test_a_whole_article_with_an_offer_is_no_stub(write, page, story):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story * 5)
    _, issues, _ = read_page(write, page("<article>", body, "<p>Subscribe to continue reading</p></article>"))
    assert issues == []


def test_a_short_one_is(write, page, story):
    _, issues, _ = read_page(write, page("<article>", f"<p>{story[0]}</p><p>Subscribe to continue reading</p></article>"))
    assert issues == ["stub"]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_field_in_the_element_of_a_short_story_takes_none_of_it(count, write, page, story):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story[:count])
    found, _, _ = read_page(write, page(f"<div><h1>Harbour reopens after the storms</h1><div>{body}<input type='email'></div></div>"))
    assert [text for label, text in found if label in MAIN_TEXT] == story[:count]


def test_a_pull_quote_is_not_said_twice(write, page, story):
    pulled = "<figure><blockquote><p>We waited for nineteen days and nobody told us anything</p></blockquote></figure>"
    own = "<figure><blockquote><p>“I slept in the lorry, and so did my dog,” said Leif Brand.</p></blockquote></figure>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    found, _, _ = read_page(
        write, page("<article><h1>Harbour reopens after the storms</h1>", pulled, body, own, "<p>It rained.</p></article>")
    )
    assert [text for label, text in found if label in MAIN_TEXT] == [
        *story,
        "“I slept in the lorry, and so did my dog,” said Leif Brand.",
        "It rained.",
    ]


def test_names_alone_of_whom_the_story_speaks_sign_nothing(write, page, story):
    for first, authors in (("Marit Oosterhuis", ()), ("Ann Nordqvist", ("Ann Nordqvist",))):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in [first, *story])
        _, _, (source,) = read_page(write, page("<article><h1>Harbour reopens after the storms</h1>", body, "</article>"))
        assert clean(source).authors == authors
