"""The words under a picture are told by the picture beside them, and prose beside a picture stays prose."""
# ruff: noqa: E501 - the cases are whole elements

import pytest

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT


def kinds(write, html):
    (source,), _ = read([write("a.html", html)])
    return [(passage.kind, passage.span.of(source.text).strip()) for passage in clean(source).passages]


LORRIES = "Lorries wait on the quay of Belcora on Sunday evening."
CAPTIONS = {
    "a card of picture and words": f"<div class='x1'><img src='a.jpg'><div><p>{LORRIES}</p></div></div>",
    "a card with its credit": f"<div><div><picture><img src='a.jpg'></picture></div><p>{LORRIES}</p><p>Ann Doe / Northwire</p></div>",
    "the words before the picture": f"<div><span>{LORRIES}</span><div><img src='a.jpg'></div></div>",
    "the alternative text": f"<img src='a.jpg' alt='{LORRIES}'><p>{LORRIES}</p>",
    "the alternative text and a credit": f"<p><img src='a.jpg' alt='{LORRIES}'></p><p>{LORRIES} Ann Doe/Northwire</p>",
    "a picture for readers without scripts": f"<div><noscript><img src='a.jpg'></noscript><div>{LORRIES}</div></div>",
    "a picture hidden from readers aloud": f"<div><a aria-hidden='true'><img src='a.jpg'></a><div>{LORRIES}</div></div>",
    "a class": f"<div class='photo-caption'>{LORRIES}</div>",
    "a name under a picture": "<div><img src='a.jpg'><div>Ferry Belcora Star</div><a href='/buy'>Tickets from 12</a></div>",
}


@pytest.mark.parametrize("name", sorted(CAPTIONS))
@pytest.mark.parametrize("at", [0, 2, 4])
def test_words_under_a_picture_are_its_caption(name, at, write, page, story):
    body = [f"<p>{paragraph}</p>" for paragraph in story]
    body.insert(at, CAPTIONS[name])
    found = kinds(write, page("<article>", *body, "</article>"))
    assert [text for kind, text in found if kind in MAIN_TEXT] == story
    said = "Ferry" if "Ferry" in CAPTIONS[name] else "Lorries"
    (kind,) = [kind for kind, text in found if text.startswith(said)]
    assert kind == "caption" or (said == "Ferry" and kind == "navigation")


def test_what_the_page_states_as_a_caption_is_one(write, page, story):
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour", "description": "%s",
     "image": [{"@type": "ImageObject", "caption": "%s"}, {"@type": "ImageObject", "caption": "%s"}]}</script>"""
    html = page(*(f"<p>{words}</p>" for words in (story[0], LORRIES, *story[1:])), head=head % (story[0], LORRIES, story[0]))
    found = kinds(write, html)
    assert ("caption", LORRIES) in found
    assert [text for kind, text in found if kind in MAIN_TEXT or kind == "subtitle"] == story


FEW = "The council met on Monday and took no vote, members said."
PROSE = {
    "a paragraph after a picture": f"<img src='a.jpg' alt='Members of the council'><p>{FEW}</p>",
    "a picture in its own card, then a paragraph": f"<div><img src='a.jpg'></div><p>{FEW}</p>",
    "a heading beside a picture": "<div><img src='a.jpg'><h2>What comes next</h2></div>",
    "an icon beside a paragraph": f"<div><img src='q.svg' width='24' height='24'><p>{FEW}</p></div>",
    "the alternative text is one of three words": "<img src='a.jpg' alt='The council met'><p>The council met.</p>",
    "a lead in a box with its picture": "<div class='x'><img src='a.jpg' width='800'><p>The council took no vote, its speaker said.</p></div>",
    "a row of a picture and words": "<div><figure><img src='a.jpg'></figure><div class='media-text'><p>Nobody won, she told us.</p></div></div>",
    "a paragraph that begins with an inline picture": f"<p><img src='initial.jpg'>{FEW}</p>",
}


@pytest.mark.parametrize("name", sorted(PROSE))
@pytest.mark.parametrize("at", [1, 2])
def test_prose_beside_a_picture_stays(name, at, write, page, story):
    body = [f"<p>{paragraph}</p>" for paragraph in story]
    body.insert(at, PROSE[name])
    found = kinds(write, page("<article>", *body, "</article>"))
    assert len([text for kind, text in found if kind in MAIN_TEXT]) == len(story) + 1


def test_a_story_set_in_rows_of_a_picture_and_a_paragraph_is_a_story(write, page, story):
    rows = "".join(f"<div class='row'><div><img src='{i}.jpg'></div><div><p>{words}</p></div></div>" for i, words in enumerate(story))
    assert [text for kind, text in kinds(write, page("<article>", rows, "</article>")) if kind in MAIN_TEXT] == story


def test_the_description_of_the_page_is_prose_though_the_picture_repeats_it(write, page, story):
    head = f"<meta property='og:description' content='{story[0]}'>"
    html = page("<article>", f"<img src='a.jpg' alt='{story[0]}'>", *(f"<p>{words}</p>" for words in story), "</article>", head=head)
    found = kinds(write, html)
    assert (found[0][0], found[0][1]) != ("caption", story[0])
