"""Pages made to break a reader end in an article or in a reason, soon: what would take hours in steps of a square is large here."""

import gzip

import pytest

from dateline.clean.article import clean
from dateline.intake.files import read

SAID = "The mayor said so on Monday at noon, and nobody answered him."
P = f"<p>{SAID}</p>"


def ld(text):
    return f'<script type="application/ld+json">{text}</script>'


PAGES = {
    "a million nested tags": lambda: "<div>" * 1_000_000 + P,
    "a million nested inline tags": lambda: "<b>" * 1_000_000 + SAID,
    "nested tables": lambda: "<table><tr><td>1" * 2_000 + P,
    "broken nesting": lambda: "<a><p></b></i><table><p></a>" * 20_000 + SAID,
    "a line of ten megabytes": lambda: f"<p>{(SAID + ' ') * 160_000}</p>",
    "a word of ten megabytes": lambda: f"{P}<p>{'x' * 10_000_000}</p>",
    "a hundred thousand empty paragraphs": lambda: "<p></p>" * 100_000 + P,
    "paragraphs and pictures": lambda: (P + f"<img src=a alt='{SAID}'>") * 10_000,
    "pictures": lambda: "<div>" + "<img src=a>" * 50_000 + "</div>" + P,
    "attributes": lambda: "<p " + " ".join(f"a{i}=b" for i in range(50_000)) + f">{SAID}</p>",
    "attributes that hold the end of a tag": lambda: "<p " + " ".join(f"a{i}='>'" for i in range(50_000)) + f">{SAID}</p>",
    "attributes without values": lambda: "<p " + " ".join(f"a{i}" for i in range(50_000)) + f">{SAID}</p>",
    "a quote that never closes": lambda: P + "<p a='" * 20_000,
    "half tags": lambda: P + "<" * 500_000 + "<a " * 100_000,
    "a class of a megabyte": lambda: f"<p class='{'caption-' * 100_000}'>{SAID}</p>{P}",
    "classes": lambda: "".join(f"<p class='c{i} x{i}-y'>{SAID}</p>" for i in range(5_000)),
    "lines": lambda: f"<p>{(SAID + '<br>') * 20_000}</p>",
    "pairs of lines": lambda: (SAID + "<br><br>") * 5_000,
    "hidden in hidden": lambda: "<div aria-hidden='true'>" * 1_500 + "<i></i>" * 20_000 + f"<h1>Harbour</h1>{P}",
    "NULs": lambda: "<p>\x00The ma\x00yor said so on Mon\x00day.</p>\x00" * 100,
    "lone surrogates and odd numbers": lambda: f"<p>{'&#xD800;&#0;&#x110000;&#-1;&#xFFFFFFFFFF;' * 10_000} said</p>{P}",
    "marks of direction": lambda: f"<p>{chr(0x202E)}{SAID}{chr(0x2066)}</p>" * 1_000,
    "an open comment": lambda: P + "<!--" + "-" * 500_000,
    "comments in comments": lambda: P + "<!--<!" * 50_000,
    "character data": lambda: P + "<![CDATA[" * 20_000,
    "processing instructions": lambda: P + "<?a" * 20_000,
    "scripts where none belong": lambda: (
        f"<table><script>var a='<p>The script said</p>';</script><tr><td>{P}</td></tr></table><p><style>p{{}}</style></p><script>'<p>'"
    ),
    "headlines": lambda: f"<article><h1>{SAID}</h1>{P}</article>" * 3_000,
    "open headlines": lambda: f"<article><h1>{SAID}</h1>" * 5_000 + P,
    "time stamps": lambda: f"<div><time>10:42</time>{P}</div>" * 5_000,
    "fields for addresses": lambda: "<div><input type=email><i>x</i></div>" * 10_000 + P,
    "signed posts": lambda: f"<blockquote>{P}— A (@b) March 1, 2024</blockquote>" * 3_000,
    "handles": lambda: P + "<p>— " + "(@a " * 50_000 + "</p>",
    "tables of figures": lambda: "<table><tr><td>1</td></tr><tr><td>2</td></tr></table>" * 5_000 + P,
    "titles that have nothing in common": lambda: (
        "".join(f"<meta property='og:title' content='t{i} u{i} | v{i} - w{i}'>" for i in range(5_000)) + P
    ),
    "a title of bars": lambda: f"<title>{'a | ' * 100_000}</title><meta property='og:title' content='{'a | ' * 490}'>" + P,
    "authors": lambda: "".join(f"<meta name=author content='Ann Doe{i} and Bob Roe, Jr.'>" for i in range(5_000)) + P,
    "JSON-LD many times": lambda: ld('{"@type":"NewsArticle","headline":"x"}') * 3_000 + P,
    "JSON-LD without end": lambda: ld("[" * 500_000) + P,
    "JSON-LD nested": lambda: ld('{"@graph":' * 900 + "{}" + "}" * 900) + P,
    "a stated body of a megabyte": lambda: ld('{"@type":"NewsArticle","articleBody":"' + "The mayor said so. " * 50_000 + '"}') + P * 1_000,
    "an address of slashes and hyphens": lambda: f"<link rel=canonical href='https://a.example/{'a-/' * 600}'>" + P,
    "an index of ten thousand stories": lambda: (
        "<ul>" + "<li><a href=x>The mayor said so on Monday at noon</a><p>It was the first time, he said.</p></li>" * 10_000 + "</ul>"
    ),
    "plain text to the end": lambda: f"<plaintext>{P}",
    "frames": lambda: f"<frameset><frame src=a></frameset>{P}",
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_hostile_page_ends_in_an_article_or_a_reason(name, write):
    html = "<!doctype html><html><head></head><body>" + PAGES[name]() + "</body></html>"
    sources, issues = read([write("a.html", html)])
    assert sources or all(issue.fatal and issue.says for issue in issues)
    for source in sources:
        article = clean(source)
        assert "said" in source.text
        assert "The script said" not in source.text
        assert "".join(passage.span.of(source.text) for passage in article.passages) == source.text


CHARSETS = {
    "UTF-8 that calls itself UTF-16": ("<meta charset='utf-16'>", "utf-8"),
    "UTF-8 that calls itself Latin-1": ("<meta charset='iso-8859-1'>", "utf-8"),
    "UTF-8 that calls itself something unknown": ("<meta charset='klingon'>", "utf-8"),
    "UTF-16 that calls itself UTF-8": ("<meta charset='utf-8'>", "utf-16"),
    "UTF-8 with a mark, that calls itself Windows-1252": ("<meta charset='windows-1252'>", "utf-8-sig"),
    "two that disagree": ("<meta charset='koi8-r'><meta http-equiv='Content-Type' content='text/html; charset=utf-8'>", "utf-8"),
}


@pytest.mark.parametrize("name", sorted(CHARSETS))
def test_a_page_that_lies_about_its_characters_is_read(name, write, page, story):
    head, encoding = CHARSETS[name]
    words = "“Größe” – the café of Çelik, he said, costs 12 € a day."
    html = page("<article>", f"<p>{words}</p>", *(f"<p>{part}</p>" for part in story), "</article>", head=head)
    (source,), _ = read([write("a.html", html.encode(encoding))])
    assert words in source.text


def test_a_gzipped_page_is_the_page(write, page, story):
    html = page(*(f"<p>{part}</p>" for part in story))
    (source,), _ = read([write("a.html.gz", gzip.compress(html.encode()))])
    assert source.text == "\n\n".join(story)
