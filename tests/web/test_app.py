"""The pages: the same story as the brief, nothing of an article comes alive, nothing is asked of another host, nobody else is let in."""

import asyncio
import base64
import hashlib
import json
import re
import sqlite3
from html.parser import HTMLParser

import pytest

from dateline.pipeline.ledger_desk import LedgerDesk
from dateline.sheets.document import document
from dateline.web.app import app_of
from web.asking import asked


class Page(HTMLParser):
    """Collects elements with their attributes, and the text."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.words = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def links(self):
        return [attributes["href"] for tag, attributes in self.elements if tag == "a"]


@pytest.fixture
def story(desk):
    (story,) = desk.brief().stories
    return story


@pytest.fixture
def addresses(story):
    return ["/", f"/story/{story.id}", *(f"/article/{id_}" for id_ in story.articles), "/story/none"]


def test_the_front_page_leads_to_every_story_and_article(ask, story):
    page = Page(ask("/").text)
    assert f"/story/{story.id}" in page.links
    assert {f"/article/{id_}" for id_ in story.articles} <= set(page.links)
    assert story.title in page.words


def test_every_link_leads_somewhere(ask, addresses):
    for address in addresses:
        html = ask(address).text
        page = Page(html)
        anchors = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
        for link in page.links:
            assert link[1:] in anchors if link.startswith("#") else ask(link).code == 200, f"{address} has {link}"


def test_the_page_of_a_story_leads_back_to_the_list(ask, story):
    assert "/" in Page(ask(f"/story/{story.id}").text).links


def test_the_text_of_an_article_stands_whole_on_its_page(ask, desk, story):
    for id_ in story.articles:
        shown = "".join(Page(ask(f"/article/{id_}").text).words)
        for passage in desk.article(id_).passages:
            words = passage.span.of(desk.article(id_).text).split()
            assert " ".join(words) in " ".join(shown.split())


def test_the_claims_of_an_article_are_marked(ask, story):
    for claim in story.claims:
        page = Page(ask(f"/article/{claim.article}").text)
        assert any(attributes.get("id") == f"c-{claim.id}" for _, attributes in page.elements)


def test_nothing_of_an_article_comes_alive(ask, addresses):
    for address in addresses:
        page = Page(ask(address).text)
        tags = {tag for tag, _ in page.elements}
        assert not tags & {"script", "img", "iframe", "object", "embed", "form", "link", "base", "b"}
        assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def test_nothing_is_asked_of_another_host(ask, addresses):
    for address in addresses:
        for tag, attributes in Page(ask(address).text).elements:
            assert "src" not in attributes
            assert not attributes.get("href", "").startswith(("http", "//", "javascript")), tag


def test_the_policy_lets_the_style_of_the_page_through_and_nothing_else(ask, addresses):
    for address in addresses:
        answer = ask(address)
        (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
        hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
        assert policy == {
            "default-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
            "style-src": f"'sha256-{hashed}'",
        }


@pytest.mark.parametrize("address", ["/", "/stories.json", "/openapi.json", "/nowhere"])
def test_every_answer_is_guarded(ask, address):
    headers = ask(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "10.0.0.5:8321", "localhost@elsewhere", "", None, "[::2]"]
)
def test_another_host_is_refused(ask, host):
    answer = ask("/", host=host)
    assert answer.code == 400
    assert "Ferry" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8321", "localhost", "LOCALHOST:80", "[::1]:8321"])
def test_this_machine_is_let_in(ask, host):
    assert ask("/", host=host).code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_ledger_can_only_be_read(ask, method):
    assert ask("/", method=method).code == 405


@pytest.mark.parametrize("address", ["/nowhere", "/story/none", "/article/none", "/story/", "/article/..%2f..%2fetc%2fpasswd"])
def test_what_is_not_there_is_told_on_a_page(ask, address):
    answer = ask(address)
    assert answer.code == 404
    assert "/" in Page(answer.text).links


def test_a_story_is_found_by_its_whole_id_only(ask, story):
    assert ask(f"/story/{story.id[:6]}").code == 404
    assert ask(f"/article/{story.articles[0][:6]}").code == 404


def test_the_data_behind_a_page(ask, desk, story):
    (row,) = ask("/stories.json").json
    assert (row["id"], row["articles"]) == (story.id, 2)
    whole = json.loads(json.dumps(document(desk.brief(), all_questions=True)))
    assert ask(f"/story/{story.id}.json").json == whole
    piece = ask(f"/article/{story.articles[0]}.json").json
    assert piece["article"] == whole["articles"][0]
    assert {claim["article"] for claim in piece["claims"]} <= {story.articles[0]}
    assert ask("/story/none.json").json == {"detail": "The ledger has no story of this name."}


def test_a_ledger_that_fails_is_told_on_a_page(tmp_path):
    (tmp_path / "well.txt").write_text("Well runs dry\n\nForty wells had run dry, the council said on Friday.\n")
    with LedgerDesk(tmp_path / "ledger.db") as desk:
        desk.add([tmp_path / "well.txt"])
        connection = sqlite3.connect(desk.path)
        connection.execute("UPDATE work SET marks = '{}'")
        connection.commit()
        connection.close()
        page = asyncio.run(asked(app_of(desk), "/", "GET", "localhost"))
        data = asyncio.run(asked(app_of(desk), "/stories.json", "GET", "localhost"))
    assert (page.code, data.code) == (503, 503)
    assert "Marks.article: missing" in page.text
    assert data.json == {"detail": "Marks.article: missing"}


def test_the_interface_describes_itself_without_pages_that_load_scripts(ask):
    described = ask("/openapi.json").json
    assert set(described["paths"]) == {"/stories.json", "/story/{id_}.json", "/article/{id_}.json"}
    assert ask("/docs").code == ask("/redoc").code == 404
