"""A page saved as an archive of its parts (MHTML, web archive) is read as its page, with the address that it was saved from."""
# ruff: noqa: E501 - the cases are whole lines of heads

import base64
import plistlib
import quopri

import pytest
from lxml import etree

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT

URL = "https://northwire.example/harbour"
HEAD = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: {url}\nSubject: =?utf-8?Q?Harbour=20reopens?=\nDate: Fri, 1 Nov 2024 08:00:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----B--x----"\n\n\n'
)


def page(story, head=""):
    return f"<html><head>{head}</head><body>" + "".join(f"<p>{words}</p>" for words in story) + "</body></html>"


def saved(html, *others, head=HEAD, coding="quoted-printable", charset="utf-8"):
    coded = quopri.encodestring(html.encode(charset)) if coding == "quoted-printable" else base64.encodebytes(html.encode(charset))
    first = (
        f"Content-Type: text/html; charset={charset}\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: {coding}\n"
        f"Content-Location: {URL}\n\n"
    ).encode() + coded
    parts = b"".join(b"------B--x----\n" + part + b"\n" for part in (first, *others))
    return head.format(url=URL).encode() + parts + b"------B--x------\n"


def main_text(source):
    article = clean(source)
    assert "".join(passage.span.of(source.text) for passage in article.passages) == source.text
    return [passage.span.of(source.text).strip() for passage in article.passages if passage.kind in MAIN_TEXT]


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_page_is_read_and_led_back(coding, charset, write, story):
    frame = b"Content-Type: text/html\nContent-ID: <frame-2@mhtml.blink>\n\n<p>The frame said that all ferries are for sale.</p>"
    html = page(story)
    (source,), issues = read([write("a.mhtml", saved(html, frame, b"Content-Type: text/css\n\np {}", coding=coding, charset=charset))])
    assert issues == []
    assert main_text(source) == story
    root = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))
    for place in source.places:
        where = place.where.removeprefix(f"part 1, decoded from {coding}: ")
        assert root.xpath(where)[0] == source.text[place.start : place.end]


def test_the_day_of_saving_is_no_day_of_publication(write, story):
    (source,), _ = read([write("a.mhtml", saved(page(story)))])
    article = clean(source)
    assert (article.url, article.title, article.published) == (URL, "Harbour reopens", None)


def test_what_the_page_states_goes_first(write, story):
    head = "<meta property='og:title' content='Harbour of Belcora reopens'><link rel='canonical' href='https://x.example/canonical'>"
    (source,), _ = read([write("a.mhtml", saved(page(story, head)))])
    assert (clean(source).title, clean(source).url) == ("Harbour of Belcora reopens", "https://x.example/canonical")


@pytest.mark.parametrize(
    "head",
    [
        'From: "Saved by Windows Internet Explorer 11"\nSubject: x\nDate: Fri, 1 Nov 2024 08:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----B--x----"\n\n',
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----B--x----"\n\nThis document is a Single File Web Page.\n\n',
    ],
)
def test_other_programs_save_too(head, write, story):
    (source,), issues = read([write("a.mht", saved(page(story), head=head))])
    assert issues == []
    assert main_text(source) == story
    assert clean(source).url == URL
    assert clean(source).published is None


def test_a_mail_with_pictures_in_it_is_a_mail(write, story):
    mail = HEAD.replace("From: <Saved by Blink>\nSnapshot-Content-Location: {url}", "From: Northwire <n@w.example>\nMessage-ID: <1>")
    (source,), _ = read([write("a.eml", saved(page(story), head=mail))])
    assert clean(source).published.value == "2024-11-01"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (HEAD.format(url=URL).encode() + b"------B--x----\nContent-Type: image/png\n\nabc\n------B--x------\n", "without a page"),
        (HEAD.format(url=URL).encode(), "without a page"),
        (saved(""), "empty"),
    ],
)
def test_an_archive_without_a_page_is_told_so(data, says, write):
    sources, (issue,) = read([write("a.mhtml", data)])
    assert sources == []
    assert says in issue.says


def test_a_page_cut_short_is_read_to_its_end(write, story):
    data = saved(page(story))
    (source,), _ = read([write("a.mhtml", data[: data.index(b"The council")])])
    assert main_text(source) == story[:3]


def webarchive(**resource):
    return plistlib.dumps({"WebMainResource": resource, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def test_a_web_archive_of_safari(write, story):
    data = webarchive(
        WebResourceData=page(story).encode("cp1252"),
        WebResourceURL=URL,
        WebResourceTextEncodingName="windows-1252",
        WebResourceMIMEType="x",
    )
    (source,), issues = read([write("a.webarchive", data)])
    assert issues == []
    assert main_text(source) == story
    assert clean(source).url == URL
    assert source.places[0].where == "main resource: /html/body[1]/p[1]/text()[1]"


@pytest.mark.parametrize(
    "data",
    [
        webarchive(WebResourceData="text"),
        webarchive(WebResourceURL=URL),
        plistlib.dumps(["WebMainResource"], fmt=plistlib.FMT_BINARY),
        b"bplist00WebMainResource" + b"\xff" * 100,
        webarchive(WebResourceData=b"<p>The mayor said so.</p>")[:-10] + b"\xff" * 10,
        b"bplist00WebMainResource" + b"\xaf\x11\xff\xff" * 2_000 + b"\0" * 32,
    ],
)
def test_a_damaged_web_archive_is_told_so(data, write):
    sources, (issue,) = read([write("a.webarchive", data)])
    assert sources == []
    assert issue.fatal
