"""Mails that are broken, or made to do harm, end in an article or a reason, in time that grows with their size."""
# ruff: noqa: E501 - the cases are whole mails

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.intake.mail_entity import DEEPEST, MOST, entity_of
from dateline.intake.mail_head import bare_subject, readable, sender_of, sent

SAID = "The mayor said on Monday that the harbour of Belcora was open again."
HEAD = "From: Northwire <n@w.example>\nSubject: Harbour\nDate: Tue, 12 Mar 2024 08:00:00 +0100\nMessage-ID: <1>\nMIME-Version: 1.0\n"


def nested(depth):
    return "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(depth)) + f"\n{SAID}\n"


def within(depth):
    return "".join(f"Content-Type: message/rfc822\n\n{HEAD}" for _ in range(depth)) + f"\n{SAID}\n"


HOSTILE = {
    "parts in parts": HEAD + nested(5),
    "parts without end": HEAD + nested(20_000),
    "mails in mails": HEAD + within(3),
    "mails without end": HEAD + within(20_000),
    "many parts": f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{SAID}\n" + "--b\n\nx\n" * 100_000,
    "only boundaries": f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 500_000,
    "no such boundary": f"{HEAD}Content-Type: multipart/mixed; boundary=none\n\n--real\nContent-Type: text/plain\n\n{SAID}\n--real--\n",
    "no boundary": f"{HEAD}Content-Type: multipart/mixed\n\n{SAID}\n",
    "boundary never closed": f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{SAID}\n",
    "boundary of signs": f'{HEAD}Content-Type: multipart/mixed; boundary="(.*)+[\\"\n\n--(.*)+[\n\n{SAID}\n',
    "inner boundary is the outer": f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n{SAID}\n--b--\n",
    "long field": HEAD.replace("Harbour", "Harbour " * 500_000) + f"\n{SAID}\n",
    "folded field": HEAD.replace("Harbour", "Harbour\n " * 50_000) + f"\n{SAID}\n",
    "many fields": HEAD + "X-A: b\n" * 50_000 + f"\n{SAID}\n",
    "parameters": f"{HEAD}Content-Type: text/plain; " + 'a="b;' * 200_000 + f"\n\n{SAID}\n",
    "encoded words": HEAD.replace("Harbour", "=?utf-8?q?" * 100_000) + f"\n{SAID}\n",
    "comments in From": HEAD.replace("Northwire", "(" * 100_000) + f"\n{SAID}\n",
    "year": HEAD.replace("2024", "999999999999") + f"\n{SAID}\n",
    "broken base64": f"{HEAD}Content-Transfer-Encoding: base64\n\n{base64.b64encode(SAID.encode()).decode()}!!=\n=\n%%\n",
    "broken quoted-printable": f"{HEAD}Content-Transfer-Encoding: quoted-printable\n\n{SAID}=\n=4=ZZ==\n",
    "unknown transfer": f"{HEAD}Content-Transfer-Encoding: x-rot13\n\n{SAID}\n",
    "NULs": f"{HEAD}\n{SAID}\x00\n",
    "one line": f"{HEAD}\n" + f"{SAID} " * 50_000,
    "quotation marks": f"{HEAD}\n{SAID}\n" + ">" * 1_000_000 + "\n> a\n> b\n",
    "quoted for ever": f"{HEAD}\n{SAID}\n" + "".join(">" * (i % 500) + " a\n" for i in range(20_000)),
    "heads without end": f"{HEAD}\n{SAID}\n" + "---------- Forwarded message ---------\nFrom: a <a@b.example>\nSubject: c\n\n" * 5_000,
    "wrote without end": f"{HEAD}\n{SAID}\n" + "On Monday, " * 100_000 + "\n" + "On it\n" * 20_000,
    "html": f"{HEAD}Content-Type: text/html\n\n<p>{SAID}</p>" + "<style" * 100_000,
    "no body": HEAD,
    "carriage returns": f"{HEAD}\n{SAID}".replace("\n", "\r"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_mails_end_in_articles_or_a_reason(name, write):
    sources, issues = read([write("a.eml", HOSTILE[name])])
    assert sources or any(issue.fatal for issue in issues)
    for source in sources:
        article = clean(source)
        assert "".join(passage.span.of(source.text) for passage in article.passages) == source.text


@pytest.mark.parametrize(
    "name",
    ["parts in parts", "mails in mails", "no such boundary", "boundary never closed", "inner boundary is the outer", "broken base64"],
)
def test_what_can_be_had_of_a_broken_mail_is_read(name, write):
    sources, _ = read([write("a.eml", HOSTILE[name])])
    assert any(SAID in source.text for source in sources)


def test_parts_are_bounded_in_depth_and_number():
    deep = entity_of(nested(1_000).encode())
    assert max(leaf.number.count(".") for leaf in deep.leaves()) < DEEPEST
    assert sum(1 for _ in entity_of(HOSTILE["many parts"].encode()).leaves()) < MOST


def test_a_mailbox_of_empty_mails_is_read_in_time(write):
    box = ("From a@x.example Tue Mar 12 08:00:00 2024\n" + HEAD + f"\n{SAID}\n\n") * 500
    sources, issues = read([write("inbox", box)])
    assert len(sources) == 1
    assert {issue.kind for issue in issues} == {"twin"}


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=b", "multipart/alternative; boundary=b"]),
)
def test_any_body_ends_in_articles_or_a_reason(tmp_path_factory, body, kind):
    path = tmp_path_factory.mktemp("mail") / "a.eml"
    path.write_bytes(HEAD.encode() + f"Content-Type: {kind}\n\n".encode() + body.replace(b"|", b"\n--b\n"))
    sources, issues = read([path])
    assert sources or issues
    for source in sources:
        assert all(0 <= place.start < place.end <= len(source.text) for place in source.places)


@given(st.text(max_size=200))
def test_any_field_is_read(value):
    readable(value)
    sender_of(value)
    sent(value)
    bare, _ = bare_subject(value)
    assert bare in value
