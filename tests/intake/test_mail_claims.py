"""One article gives the same claims however it was saved or sent: as text, mail, mail passed on, saved page, entry of a feed, record."""
# ruff: noqa: E501 - the forms are whole files

import json
import quopri
import textwrap
from html import escape

import pytest

from dateline.pipeline.desk import Desk

TITLE = "Harbour of Belcora reopens after storms"
PARAGRAPHS = [
    "The harbour of Belcora reopened on Monday after three weeks of storms, harbour master Ilse Brandt said.",
    "Two ferries left before noon. The third was still under repair, according to the operator, which gave no date for its return.",
    "“We waited for nineteen days and nobody told us anything,” said Marit Oosterhuis, a lorry driver. She said 140 lorries were waiting.",
    "Sign up for our morning newsletter and get the tides in your inbox every day.",
    "The council denied that it had been warned of the storms, the agency Northwire reported. It will vote on repairs next week.",
]
TEXT = "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"
PAGE = f"<html><body><h1>{TITLE}</h1>{''.join(f'<p>{escape(words)}</p>' for words in PARAGRAPHS)}</body></html>"
HEAD = (
    f"From: Northwire <n@w.example>\nTo: a@b.example\nSubject: {TITLE}\nDate: Tue, 12 Mar 2024 08:00:00 +0100\n"
    "Message-ID: <1>\nMIME-Version: 1.0\n"
)
PLAIN = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
CODED = (
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(PAGE.encode()).decode()
)
INNER = f"---------- Forwarded message ---------\nFrom: Northwire <n@w.example>\nDate: Tue, 12 Mar 2024 at 08:00\nSubject: {TITLE}\nTo: <a@b.example>"
FORWARDED = HEAD.replace("Northwire <n@w", "Bob Roe <bob@x").replace("12 Mar", "14 Mar").replace(TITLE, f"Fwd: {TITLE}")
SNAPSHOT = "Snapshot-Content-Location: https://w.example/2024/03/12/harbour\n" + HEAD.replace("Date: Tue, 12 Mar", "Date: Thu, 14 Mar")
FEED = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Northwire</title>'
    f"<item><title>{TITLE}</title><pubDate>Tue, 12 Mar 2024 08:00:00 +0100</pubDate><content:encoded>{escape(PAGE)}</content:encoded></item></channel></rss>"
)
FORMS = {
    "a.eml": HEAD + PLAIN + TEXT,
    "page.eml": HEAD + CODED,
    "forwarded.eml": f"{FORWARDED}{PLAIN}He said that you should read this.\n\n{INNER}\n\n\n{TEXT}\n-- \nBob Roe\nHe said 12 things.\n",
    "attached.eml": f"{FORWARDED}Content-Type: multipart/mixed; boundary=b1\n\n--b1\n{PLAIN}He said so.\n--b1\nContent-Type: message/rfc822\n\n{HEAD}{CODED}\n--b1--\n",
    "a.mhtml": f'{SNAPSHOT}Content-Type: multipart/related; type="text/html"; boundary="b1"\n\n--b1\n{CODED}\n--b1\nContent-Type: text/css\n\np {{}}\n--b1--\n',
    "single.html": PAGE.replace(
        "<html>", "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://w.example/2024/03/12/harbour \n-->"
    ),
    "feed.xml": FEED,
    "feed.json": json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"title": TITLE, "content_html": PAGE, "date_published": "2024-03-12"}]}
    ),
    "rows.jsonl": json.dumps({"title": TITLE, "maintext": TEXT, "date_publish": "2024-03-12 08:00:00"}) + "\n",
}


def claims(path):
    desk = Desk()
    (article,), _ = desk.read([path])
    marks = desk.marks(article)
    text = article.source.text
    found = []
    for claim in marks.claims:
        content = " ".join("".join(span.of(text) for span in claim.content).split())
        found.append((content, tuple(party.name for party in claim.speakers), claim.act, claim.manner))
    return article, sorted(found), sorted(str((figure.low, figure.high, figure.unit)) for figure in marks.figures)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    path = tmp_path_factory.mktemp("plain") / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    _, found, figures = claims(path)
    assert len(found) >= 5
    return found, figures


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_same_claims(name, plain, write):
    article, found, figures = claims(write(name, FORMS[name]))
    assert (found, figures) == plain
    assert article.title == TITLE
    assert article.published.value == "2024-03-12"


@pytest.mark.parametrize("width", [50, 60, 66, 72, 76, 90, 120])
@pytest.mark.parametrize("quoted", [False, True])
def test_a_mail_passed_on_may_be_wrapped_at_any_width(width, quoted, plain, write):
    text = "\n\n".join(textwrap.fill(words, width) for words in [TITLE, *PARAGRAPHS])
    below = f"{INNER}\n\n{text}"
    below = "\n".join(f"> {line}" for line in below.split("\n")) if quoted else below
    _, found, figures = claims(write("a.eml", f"{FORWARDED}{PLAIN}He said that you should read this.\n\n{below}\n"))
    assert (found, figures) == plain
