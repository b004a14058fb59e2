"""A mail becomes its text, with what its head says; mails in it and files with it are articles of their own."""
# ruff: noqa: E501 - the cases are whole lines of mails

import base64
import quopri

import pytest
from lxml import etree

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT

HEAD = {
    "From": "Northwire <news@northwire.example>",
    "To": "desk@example.org",
    "Subject": "Harbour reopens after storms",
    "Date": "Tue, 12 Mar 2024 08:00:00 +0100",
    "Message-ID": "<1@northwire.example>",
    "MIME-Version": "1.0",
}


def mail(body, kind="text/plain; charset=utf-8", **fields):
    stated = {**HEAD, **{name.replace("_", "-"): value for name, value in fields.items()}, "Content-Type": kind}
    head = "".join(f"{name}: {value}\n" for name, value in stated.items() if value is not None)
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else body.encode())


def parts(*entities, boundary="b1"):
    return b"".join(b"--" + boundary.encode() + b"\n" + entity + b"\n" for entity in entities) + b"--" + boundary.encode() + b"--\n"


def entity(body, kind="text/plain; charset=utf-8", **fields):
    head = f"Content-Type: {kind}\n" + "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else body.encode())


def kinds(article):
    text = article.source.text
    assert "".join(passage.span.of(text) for passage in article.passages) == text
    return [(passage.kind, " ".join(passage.span.of(text).split())) for passage in article.passages]


def main_text(article):
    return [words for kind, words in kinds(article) if kind in MAIN_TEXT]


@pytest.fixture
def articles(write):
    """Read a mail; give its articles and its issues."""

    def make(data, name="a.eml"):
        sources, issues = read([write(name, data)])
        return [clean(source) for source in sources], issues

    return make


@pytest.fixture
def article(articles):
    def make(data):
        found, issues = articles(data)
        assert len(found) == 1, issues
        return found[0]

    return make


def test_the_head_says_who_what_and_when(article, story):
    made = article(mail("\n\n".join(story)))
    assert (made.title, made.outlet, made.authors) == ("Harbour reopens after storms", "Northwire", ())
    assert (made.published.value, made.published.text) == ("2024-03-12", "2024-03-12T08:00:00+01:00")
    assert "the Date of the mail" in made.published.reason.says
    assert main_text(made) == story


@pytest.mark.parametrize(
    ("sender", "outlet", "authors"),
    [
        ('"The Island Courier" <news@courier.example>', "The Island Courier", ()),
        ("=?utf-8?b?TGUgQ2Fmw6k=?= <n@cafe.example>", "Le Café", ()),
        ("Ann Doe <ann@courier.example>", None, ("Ann Doe",)),
        ('"Doe, Ann" <ann@courier.example>', None, ("Ann Doe",)),
        ("Ann Doe from The Island Courier <n@c.example>", "The Island Courier", ("Ann Doe",)),
        ("Ann Daily News <n@c.example>", "Ann Daily News", ()),
        ("Victoria Advocate <n@c.example>", "Victoria Advocate", ()),
        ("Office of the Mayor <n@c.example>", "Office of the Mayor", ()),
        ("n@c.example (Island Courier)", "Island Courier", ()),
        ("n@c.example", None, ()),
        ("", None, ()),
        ("<<<>>> <", None, ()),
    ],
)
def test_senders(sender, outlet, authors, article, story):
    made = article(mail("\n\n".join(story), From=sender))
    assert (made.outlet, made.authors) == (outlet, authors)


def test_a_person_who_sends_an_article_with_a_byline_did_not_write_it(article, story):
    made = article(mail("\n\n".join(["Harbour reopens after storms", "By Marit Oosterhuis", *story]), From="Ann Doe <a@x.example>"))
    assert made.authors == ("Marit Oosterhuis",)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: [desk] Harbour reopens", "Harbour reopens"),
        ("AW: WG: Harbour reopens", "Harbour reopens"),
        ("Explainer: why the harbour closed", "Explainer: why the harbour closed"),
        ("=?iso-8859-1?q?Caf=E9?= =?iso-8859-1?q?_reopens?=", "Café reopens"),
        ("=?utf-8?q?Caf=C3?= =?utf-8?q?=A9 reopens?=", "Café reopens"),
        ("=?utf-8?b?####?= Harbour", None),
        ("Harbour\n reopens after\n storms", "Harbour reopens after storms"),
    ],
)
def test_subjects(subject, title, article, story):
    made = article(mail("\n\n".join(story), Subject=subject))
    assert made.title == title or title is None


def test_a_subject_that_is_no_headline_leaves_the_headline_of_the_text(article, story):
    made = article(mail("\n\n".join(["Harbour of Belcora reopens after storms", *story]), Subject="for your monday piece"))
    assert made.title == "Harbour of Belcora reopens after storms"


@pytest.mark.parametrize(
    ("date", "value", "text"),
    [
        ("Tue, 12 Mar 2024 23:30:00 -0500", "2024-03-12", "2024-03-12T23:30:00-05:00"),
        ("12 Mar 24 08:00 GMT", "2024-03-12", "2024-03-12T08:00:00+00:00"),
        ("Tue, 12 Mar 2024 08:00:00 -0000", "2024-03-12", "2024-03-12T08:00:00"),
        ("12/03/2024 08:00", None, None),
        ("Tue, 31 Feb 2024 08:00:00 GMT", None, None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None, None),
        ("soon", None, None),
    ],
)
def test_the_date_and_its_zone(date, value, text, article, story):
    made = article(mail("\n\n".join(story), Date=date)).published
    assert (made.value, made.text) == (value, text) if value else made is None


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "us-ascii", "x-none", "idna", "undefined", '""', "utf-7"])
def test_transfer_and_charset_however_stated(encoding, charset, article, story):
    words = "\n\n".join([*story, "The café said “no” – nothing more."])
    real = charset if charset in {"utf-8", "windows-1252"} else "utf-8"
    data = words.encode(real)
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[encoding](data)
    made = article(mail(coded, f"text/plain; charset={charset}", Content_Transfer_Encoding=encoding))
    assert made.source.text.strip() == words


def html(story):
    return "<html><body><h1>Harbour reopens after storms</h1>" + "".join(f"<p>{words}</p>" for words in story) + "</body></html>"


def test_of_two_forms_of_one_text_one_is_read(article, story):
    body = parts(entity("\n\n".join(story)), entity(html(story), "text/html; charset=utf-8"))
    made = article(mail(body, 'multipart/alternative; boundary="b1"'))
    assert made.source.media == "text/html"
    assert main_text(made) == story


@pytest.mark.parametrize(
    "page", ["<html><body><img src='cid:a'></body></html>", "<p>Open the picture.</p>", "", "<style>p { color: red } " * 400]
)
def test_a_page_without_real_text_gives_way_to_the_plain_text(page, article, story):
    body = parts(entity("\n\n".join(story)), entity(page, "text/html"))
    made = article(mail(body, "multipart/alternative; boundary=b1"))
    assert main_text(made) == story


def test_a_stub_of_plain_text_gives_way_to_the_page(article, story):
    body = parts(entity("Your mail program shows no HTML. https://x.example/" + "a" * 500), entity(html(story), "text/html"))
    assert main_text(article(mail(body, "multipart/alternative; boundary=b1"))) == story


def test_related_parts_belong_to_their_page(articles, story):
    related = parts(entity("R0lGODlh", "image/gif", Content_ID="<a>"), entity(html(story), "text/html", Content_ID="<root>"), boundary="b2")
    body = parts(entity("\n\n".join(story)), entity(related, 'multipart/related; boundary=b2; start="<root>"'))
    found, issues = articles(mail(body, "multipart/alternative; boundary=b1"))
    assert [main_text(made) for made in found] == [story]
    assert not any(issue.fatal for issue in issues)


def test_a_mail_within_a_mail_is_an_article_of_its_own(articles, story):
    inner = mail("\n\n".join(story), From="The Island Courier <n@c.example>", Date="Mon, 11 Mar 2024 20:00:00 -0500")
    body = parts(entity("See attached. Ann"), entity(inner, "message/rfc822"))
    found, issues = articles(mail(body, "multipart/mixed; boundary=b1", From="Bob Roe <b@x.example>"))
    (made,) = found
    assert (made.outlet, made.authors, made.published.value) == ("The Island Courier", (), "2024-03-11")
    assert made.source.places[0].where == f"part 2: body: characters 0-{len(made.source.text)}"
    assert [(issue.kind, "See attached. Ann" in issue.says) for issue in issues] == [("note", True)]


def test_a_long_mail_beside_another_is_an_article_too(articles, story):
    body = parts(entity("\n\n".join(story)), entity(mail("The mayor said on Monday that it was all over for the year."), "message/rfc822"))
    assert len(articles(mail(body, "multipart/mixed; boundary=b1"))[0]) == 2


def test_of_several_texts_the_longest_is_the_mail_and_short_ones_are_told(articles, story):
    body = parts(entity("Well."), entity("\n\n".join(story)), entity("news mailing list\nnews@lists.example"))
    (made,), issues = articles(mail(body, "multipart/mixed; boundary=b1"))
    assert main_text(made) == story
    assert made.source.path.endswith("a.eml")
    assert [issue.kind for issue in issues] == ["note", "note"]
    assert "“Well.”" in issues[0].says


def test_attached_files_are_read_and_pictures_passed_over(articles, story):
    body = parts(
        entity("\n\n".join(story)),
        entity(html(story), "text/html", Content_Disposition="attachment; filename*=utf-8''caf%C3%A9.html"),
        entity("The mayor said on Monday that it was over.", "application/octet-stream; name=note.txt"),
        entity("iVBORw0KGgo=", "image/png; name=a.png", Content_Transfer_Encoding="base64"),
        entity("BEGIN:VCALENDAR", "text/calendar"),
        entity("MIIB", "application/pkcs7-signature; name=smime.p7s"),
        entity("%PDF-1.7", "application/pdf; name=../../report.pdf"),
    )
    found, issues = articles(mail(body, "multipart/mixed; boundary=b1"))
    names = [made.source.path.rsplit("/", 1)[1] for made in found]
    assert names == ["a.eml", "café.html", "note.txt"]
    assert [issue.path.split(".eml/", 1)[1] for issue in issues if issue.fatal] == ["report.pdf"]
    assert [issue.kind for issue in issues if not issue.fatal] == ["passed-over"]
    assert found[1].published is None


FORWARDS = {
    "gmail": "See below.\n\nBob\n\n---------- Forwarded message ---------\nFrom: Northwire <n@w.example>\nDate: Tue, 12 Mar 2024 at 08:00\nSubject: Harbour reopens after storms\nTo: <bob@x.example>\n\n\n{text}\n",
    "apple": "See below.\n\nBegin forwarded message:\n\nFrom: Northwire <n@w.example>\n\nSubject: Harbour reopens after storms\n\nDate: 12 March 2024 at 08:00:00 CET\n\nTo: bob@x.example\n\n{text}\n",
    "apple quoted": "See below.\n\nBegin forwarded message:\n\n> From: Northwire <n@w.example>\n> Subject: Harbour reopens after storms\n> Date: 12 March 2024 at 08:00:00 CET\n> To: bob@x.example\n> \n> {quoted}\n",
    "outlook": "See below.\n\n-----Original Message-----\nFrom: Northwire <n@w.example>\nSent: Tuesday, March 12, 2024 8:00 AM\nTo: Roe, Bob <bob@x.example>;\n\tCara Poe <cara@x.example>\nSubject: Harbour reopens after storms\n\n{text}\n",
    "office": "See below.\n\nFrom: Northwire <n@w.example>\nSent: Tuesday, March 12, 2024 8:00 AM\nTo: Roe, Bob <bob@x.example>\nSubject: Harbour reopens after storms\n\n{text}\n",
    "line": "See below.\n\n________________________________\nFrom: Northwire <n@w.example>\nSent: Tuesday, March 12, 2024 8:00 AM\nTo: Roe, Bob <bob@x.example>\nSubject: Harbour reopens after storms\n\n{text}\n",
    "german": "Siehe unten.\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Harbour reopens after storms\nDatum: Tue, 12 Mar 2024 08:00:00 +0100\nVon: Northwire <n@w.example>\nAn: bob@x.example\n\n{text}\n",
    "twice": "See below.\n\n---------- Forwarded message ---------\nFrom: Cara Poe <c@x.example>\nDate: Wed, 13 Mar 2024 at 09:00\nSubject: Fwd: Harbour\nTo: <bob@x.example>\n\nFor you.\n\n---------- Forwarded message ---------\nFrom: Northwire <n@w.example>\nDate: Tue, 12 Mar 2024 at 08:00\nSubject: Harbour reopens after storms\nTo: <cara@x.example>\n\n{text}\n",
}


PAGES = {
    "gmail": "<div dir='ltr'>See below.<br><br><div class='gmail_quote'><div dir='ltr' class='gmail_attr'>---------- Forwarded message ---------<br>From: <b>Northwire</b> <span>&lt;<a href='mailto:n@w.example'>n@w.example</a>&gt;</span><br>Date: Tue, 12 Mar 2024 at 08:00<br>Subject: Harbour reopens after storms<br>To: &lt;b@x.example&gt;<br></div><br><br>{page}</div></div>",
    "outlook": "<div><p>See below.</p><div style='border-top:solid'><p><b>From:</b> Northwire &lt;n@w.example&gt;<br><b>Sent:</b> Tuesday, March 12, 2024 8:00 AM<br><b>To:</b> Roe, Bob<br><b>Subject:</b> Harbour reopens after storms</p></div>{page}</div>",
    "apple": "<div>See below.<br><div><br><blockquote type='cite'><div>Begin forwarded message:</div><br><div><span><b>From: </b></span><span>Northwire &lt;n@w.example&gt;</span></div><div><b>Subject: </b><b>Harbour reopens after storms</b></div><div><b>Date: </b>12 March 2024 at 08:00:00 CET</div><div><b>To: </b>b@x.example</div><br><div>{page}</div></blockquote></div></div>",
    "table": "<p>See below.</p><div>-------- Forwarded Message --------<table><tbody><tr><th>Subject: </th><td>Harbour reopens after storms</td></tr><tr><th>Date: </th><td>Tue, 12 Mar 2024 08:00:00 +0100</td></tr><tr><th>From: </th><td>Northwire &lt;n@w.example&gt;</td></tr><tr><th>To: </th><td>b@x.example</td></tr></tbody></table>{page}</div>",
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_passed_on_speaks_for_itself(name, article, story):
    body = f"<html><body>{PAGES[name].format(page=''.join(f'<p>{words}</p>' for words in story))}</body></html>"
    made = article(
        mail(body, "text/html; charset=utf-8", Subject="Fwd: Harbour", From="Bob Roe <b@x.example>", Date="Thu, 14 Mar 2024 08:00:00 +0100")
    )
    assert main_text(made) == story
    assert (made.title, made.outlet, made.authors, made.published.value) == ("Harbour reopens after storms", "Northwire", (), "2024-03-12")


@pytest.mark.parametrize("name", sorted(FORWARDS))
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_mail_passed_on_speaks_for_itself(name, ends, article, story):
    text = "\n\n".join(story)
    body = FORWARDS[name].format(text=text, quoted=text.replace("\n", "\n> ")).replace("\n", ends)
    made = article(mail(body, Subject="Fwd: Harbour", From="Bob Roe <b@x.example>", Date="Thu, 14 Mar 2024 08:00:00 +0100"))
    assert main_text(made) == story
    assert (made.title, made.outlet, made.authors) == ("Harbour reopens after storms", "Northwire", ())
    assert made.published.value == "2024-03-12"
    assert "passed on" in made.published.reason.says
    assert {kind for kind, words in kinds(made) if words.startswith(("See below", "Siehe"))} == {"comment"}
    assert {kind for kind, words in kinds(made) if "n@w.example" in words} == {"navigation"}


def test_the_day_of_passing_on_is_no_day_of_publication(articles, story):
    (made,), issues = articles(mail("\n\n".join(story), Subject="Fwd: Harbour reopens", From="Bob Roe <b@x.example>"))
    assert (made.published, made.outlet, made.authors) == (None, None, ())
    assert [issue.kind for issue in issues] == ["undated"]


def test_a_date_printed_at_the_top_goes_before_that_of_the_mail(article, story):
    made = article(mail("\n\n".join(["Harbour reopens after storms", "Published 2 March 2024", *story])))
    assert made.published.value == "2024-03-02"
    assert made.issues == ()
    assert article(mail("\n\n".join(story), List_Unsubscribe="<https://x.example>")).published.value == "2024-03-12"


@pytest.mark.parametrize(
    "words",
    [
        "From: the council, to: the harbour master, the note said.",
        "Subject: harbours\n\nThe note had no other head.",
        "The leaked mail was marked “forwarded message” and had no date.",
        "On Monday he wrote: “We are closing the harbour.”",
        "On Monday the harbour master of Belcora wrote:",
        "Date: Monday\n\nPlace: Belcora",
    ],
)
def test_prose_about_mails_is_no_head(words, article, story):
    made = article(mail("\n\n".join([story[0], words, *story[1:]])))
    assert main_text(made)[0] == story[0]
    assert not {"comment", "navigation"} & {kind for kind, _ in kinds(made)}


def test_an_answer_is_the_text_and_what_is_below_is_an_earlier_mail(article, story):
    below = "On Mon, 11 Mar 2024 at 08:00, Ann Doe\n<ann@x.example> wrote:\n\n> Can you send it?\n> It is for Tuesday, the council said.\n"
    made = article(mail("\n\n".join(story) + "\n\n" + below, Subject="Re: statement"))
    assert main_text(made) == story
    assert made.published.value == "2024-03-12"


def test_quoted_lines_between_are_an_earlier_mail(article, story):
    made = article(mail(f"{story[0]}\n\n> What did the council say on Monday?\n> And the mayor?\n\n" + "\n\n".join(story[1:])))
    assert main_text(made) == story
    assert ("comment", "What did the council say on Monday?") in kinds(made)


def test_one_line_with_an_angle_is_text(article, story):
    made = article(mail("\n\n".join([*story, "> 40 percent of the quays are closed, the council said."])))
    assert made.source.text.rstrip().endswith("> 40 percent of the quays are closed, the council said.")
    assert len(main_text(made)) == len(story) + 1


def test_a_signature_is_labelled(article, story):
    made = article(mail("\n\n".join(story) + "\n\n-- \nAnn Doe\nDesk, Northwire\nThe views are mine.\n"))
    assert main_text(made) == story
    assert {kind for kind, words in kinds(made) if "views" in words} == {"footer"}


def test_a_dash_far_from_the_end_is_no_signature(article, story):
    made = article(mail("\n\n".join([story[0], "--", *story[1:], *story[1:], *story[1:], *story[1:], *story[1:], *story[1:]])))
    assert main_text(made)[-1] == story[-1]


def test_lines_of_newsletters_are_no_text(article, story):
    top, low = (
        "View this email in your browser",
        "You are receiving this email because you signed up on our site.\n\nUnsubscribe | Update your preferences",
    )
    made = article(
        mail("\n\n".join([top, *story, "Was this email forwarded to you? Sign up here.", low]), List_Unsubscribe="<https://x.example>")
    )
    assert main_text(made) == story


def test_a_newsletter_of_linked_headlines_tells_its_stories(article, story):
    cards = "".join(
        f"<table><tr><td><h3><a href='x'>Headline {i} of the long and stormy day</a></h3><p>{words}</p></td></tr></table>"
        for i, words in enumerate(story)
    )
    made = article(mail(f"<html><body>{cards}</body></html>", "text/html; charset=utf-8", List_Unsubscribe="<https://x.example>"))
    assert [words for words in main_text(made) if words in story] == story
    assert made.issues == ()


def test_text_about_unsubscribing_is_text(article, story):
    words = "Readers who wanted to unsubscribe had to view the letter in a browser, the regulator said."
    assert main_text(article(mail("\n\n".join([*story, words])))) == [*story, words]


def test_flowed_lines_are_unstuffed_and_every_character_is_led_back(article, story):
    body = (
        "Harbour\n\n From here the lorries \nleft at noon, the council \nsaid on Monday in Belcora.\n\n"
        + "\n\n".join(story)
        + "\n\n> one\n> two\n"
    )
    made = article(mail(body, "text/plain; charset=utf-8; format=flowed"))
    assert "\nFrom here the lorries" in made.source.text
    covered = 0
    for place in made.source.places:
        start, end = (int(number) for number in place.where.removeprefix("body: characters ").split("-"))
        assert body[start:end] == made.source.text[place.start : place.end]
        assert place.start == covered
        covered = place.end
    assert covered == len(made.source.text)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_every_character_of_a_page_is_led_back(encoding, article, story):
    page = html([*story, "Tom &amp; Ann&nbsp;said <b>“no”</b>."])
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[encoding](page.encode())
    made = article(mail(coded, "text/html; charset=utf-8", Content_Transfer_Encoding=encoding))
    root = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    lead = "body: " if encoding == "8bit" else f"body, decoded from {encoding}: "
    for place in made.source.places:
        assert place.where.startswith(lead)
        assert root.xpath(place.where.removeprefix(lead))[0].strip() == made.source.text[place.start : place.end].strip()


def test_the_same_words_sent_on_two_days_are_two_articles(write, story):
    body = "\n\n".join(story)
    one, two = write("one.eml", mail(body)), write("two.eml", mail(body, Date="Fri, 15 Mar 2024 08:00:00 +0100"))
    assert len(read([one, two])[0]) == 2
    assert [issue.kind for issue in read([one, write("three.eml", mail(body, To="other@example.org"))])[1]] == ["twin"]


def test_a_mail_as_apple_keeps_it(article, story):
    data = mail("\n\n".join(story))
    made = article(f"{len(data)}      \n".encode() + data + b"<?xml version='1.0'?><plist><dict><key>flags</key></dict></plist>")
    assert main_text(made) == story


def test_a_mailbox_is_its_mails(articles, story):
    one = mail("\n\n".join(story) + "\n\n>From here on it is quiet, the council said.\n")
    box = (
        b"From a@x.example Tue Mar 12 08:00:00 2024\n"
        + one
        + b"\nFrom a@x.example Wed Mar 13 08:00:00 2024\n"
        + mail("The mayor said that it was over.", Subject="Two")
    )
    found, issues = articles(box, "inbox")
    assert issues == []
    assert [made.source.path.split("inbox/")[1] for made in found] == ["1", "2"]
    assert found[0].source.text.rstrip().endswith("\nFrom here on it is quiet, the council said.")
    assert found[1].source.places[0].where.startswith("mail 2: body: characters 0-")


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\nTo: the hills\n\nA poem by Ann Doe, read out on Monday.",
        "Subject: harbours\nDate: Monday\nPlace: Belcora\n\nThe council met.",
        "Received: nothing\n\nThe council said so.",
        "From Monday on the harbour is open, the council said.\n\nFrom: nobody",
    ],
)
def test_text_with_colons_is_no_mail(text, articles):
    (made,), _ = articles(text.encode(), "a.txt")
    assert made.source.text == text


def test_an_encrypted_mail_is_told_so(articles):
    body = parts(entity("Version: 1", "application/pgp-encrypted"), entity("-----BEGIN PGP MESSAGE-----", "application/octet-stream"))
    found, (issue,) = articles(mail(body, "multipart/encrypted; boundary=b1"))
    assert found == []
    assert "encrypted" in issue.says
