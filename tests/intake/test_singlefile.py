"""Pages saved as one file: read as any page, with the address that the saving program wrote into them."""
# ruff: noqa: E501 - the cases are whole comments

import pytest

from dateline.clean.article import clean
from dateline.intake.files import read

URL = "https://northwire.example/harbour?a=1&b=2"
SINGLEFILE = "<!--\n Page saved with SingleFile \n url: https://northwire.example/harbour?a=1&b=2 \n saved date: Fri Nov 01 2024 08:00:00 GMT+0100\n-->"
PAGES = {
    "singlefile": f"<!DOCTYPE html> <html lang=en>{SINGLEFILE}<meta charset=utf-8>",
    "singlefile first": f"{SINGLEFILE}\n<!DOCTYPE html><html>",
    "browser": f"<!DOCTYPE html>\n<!-- saved from url=(0041){URL} -->\n<html>",
    "save page": f'<!DOCTYPE html><html><head><meta name="savepage-url" content="{URL.replace("&", "&amp;")}"></head>',
}


def body(story):
    return "<body>" + "".join(f"<p>{words}</p>" for words in story) + "<img src='data:image/png;base64,iVBORw0KGgo='></body></html>"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_address_is_known_and_the_day_of_saving_is_no_day_of_publication(name, write, story):
    (source,), issues = read([write("a.html", PAGES[name] + body(story))])
    article = clean(source)
    assert issues == []
    assert source.text == "\n\n".join(story)
    assert article.url == URL
    assert article.published is None


def test_the_address_that_the_page_states_goes_first(write, story):
    head = "<link rel=canonical href='https://northwire.example/harbour'>"
    (source,), _ = read([write("a.html", PAGES["singlefile"] + head + body(story))])
    assert clean(source).url == "https://northwire.example/harbour"
    assert ("url", URL, "the comment of SingleFile") in source.facts


@pytest.mark.parametrize(
    "words",
    [
        "<p>The words “Page saved with SingleFile” stood on it, the council said.</p>",
        "<!-- Page saved with SingleFile --><p>The council said so on Monday.</p>",
        "<!-- saved from url=(0014)about:internet --><p>The council said so on Monday.</p>",
        "<!-- Page saved with SingleFile \n url: javascript:alert(1) \n--><p>The council said so on Monday.</p>",
        "<!-- Page saved with SingleFile " + "<!-- " * 9_000 + "<p>The council said so on Monday.</p>",
    ],
)
def test_other_words_are_no_address(words, write):
    sources, _ = read([write("a.html", f"<!doctype html><html><body>{words}</body></html>")])
    assert all(clean(source).url is None for source in sources)
