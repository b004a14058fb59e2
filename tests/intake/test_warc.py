"""Web archives: each page that a record holds is read; damage is told at its place, and the rest goes on."""

import builtins
import gzip
import io
import zlib

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from archives import http, page, record, response, warc_of
from dateline.clean.article import clean
from dateline.intake import budget, warc, warc_frames
from dateline.intake.files import read

HTML = "Content-Type: text/html; charset=utf-8"
PACKED = [False, True]


def look(data):
    return read(["-"], stdin=io.BytesIO(data))


def says(issues, *, fatal=None):
    return " | ".join(issue.says for issue in issues if fatal is None or issue.fatal is fatal)


def numbers(sources):
    return [int(source.path.rsplit("/", 1)[1]) for source in sources]


def zstd(data):
    stream = io.BytesIO()
    writer = ZstdWriter(stream)
    writer.write(data)
    writer.close()
    return stream.getvalue()


def chunked(body, size=50):
    chunks = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


@pytest.mark.parametrize("packed", PACKED)
def test_pages_are_read_in_order_with_address_and_record(packed):
    data = warc_of(*(response(i) for i in range(1, 5)), packed=packed)
    sources, issues = look(data)
    assert issues == []
    assert [source.path for source in sources] == [f"-/https://news.example/{i}" for i in range(1, 5)]
    for i, source in enumerate(sources, 1):
        assert ("url", f"https://news.example/{i}", "WARC-Target-URI") in source.facts
        assert ("fetched", "2024-03-12T10:00:00Z", "WARC-Date") in source.facts
        where = source.places[0].where
        assert where.startswith(f"record <urn:uuid:00000000-0000-4000-8000-{i:012d}> at byte ")
        at = int(where.split(" at byte ")[1].split(":")[0])
        start = gzip.decompress(data[at:])[:5000] if packed else data[at:]
        assert start.startswith(b"WARC/1.1\r\nWARC-Type: response")


def test_the_day_of_fetching_is_no_day_of_publication():
    (source,), _ = look(warc_of(response(1)))
    assert clean(source, None).published is None


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("layers", range(4))
def test_any_layers_of_gzip_are_seen_through(version, layers):
    data = warc_of(response(1, version=version), response(2, version=version))
    for _ in range(layers):
        data = gzip.compress(data)
    assert numbers(look(data)[0]) == [1, 2]
    assert numbers(look(gzip.compress(warc_of(response(1), response(2), packed=True)))[0]) == [1, 2]


def test_what_records_hold_is_told_by_count_not_one_by_one():
    data = warc_of(
        response(1),
        *(response(i, http(b"", status="404 Not Found")) for i in range(2, 40)),
        response(40, http(b"", "Location: /", status="301 Moved")),
        response(41, http(b"\x89PNG\r\n\x1a\n", "Content-Type: image/png")),
        response(42, http(b"\x89PNG\r\n\x1a\n", HTML)),
        response(43, http(b"p {}", "Content-Type: text/css")),
        response(44, http(b"{}", "Content-Type: application/json")),
        response(45, http(b"wOF2", "Content-Type: font/woff2")),
        response(46, http(b" ", HTML)),
        response(47, http(b"User-agent: *\n", "Content-Type: text/plain"), uri="https://news.example/robots.txt"),
        response(48, http(b"<?xml version='1.0'?><urlset></urlset>", "Content-Type: text/xml")),
        record("revisit", b"HTTP/1.1 200 OK\r\n\r\n", 50, uri="https://news.example/1", media="application/http; msgtype=response"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", 51, uri="https://news.example/1", media="application/http; msgtype=request"),
        record("metadata", b"via: x\r\n", 52, uri="https://news.example/1", media="application/warc-fields"),
        record("response", b"20240312 1.2.3.4\n", 53, uri="dns:news.example", media="text/dns"),
        record("resource", b"Words of the page", 54, uri="urn:text:https://news.example/1", media="text/plain"),
        record("continuation", b"more", 55, uri="https://news.example/1"),
        record("novelty", b"more", 56, uri="https://news.example/1"),
    )
    sources, issues = look(data)
    assert numbers(sources) == [1]
    (issue,) = issues
    assert not issue.fatal
    expected = (
        "status 404: 38", "status 301: 1", "images: 2", "styles: 1", "data: 2", "fonts: 1", "empty records: 1", "files for robots: 1",
        "revisits of a page that had not changed: 1", "records that are no pages: 2", "continued records: 1", "records of unknown type: 1",
    )  # fmt: skip
    for words in expected:
        assert words in issue.says, words


def test_resource_and_conversion_records_are_read():
    data = warc_of(
        record("resource", page(1), 1, uri="https://news.example/1", media="text/html; charset=utf-8"),
        record("conversion", b"The mayor said the bridge would open.", 2, uri="https://news.example/2", media="text/plain"),
        record("resource", page(3), 3, uri="file:///home/reader/3", media="text/html"),
    )
    sources, issues = look(data)
    assert numbers(sources) == [1, 2, 3]
    assert [source.media for source in sources] == ["text/html", "text/plain", "text/html"]
    assert issues == []


def test_one_page_twice_is_a_twin_and_two_states_of_one_address_are_two():
    sources, issues = look(
        warc_of(response(1), response(2, http(page(1)), uri="https://news.example/1"), response(3, uri="https://news.example/1"))
    )
    assert [source.path for source in sources] == ["-/https://news.example/1", "-/https://news.example/1 (3)"]
    assert [issue.kind for issue in issues] == ["twin"]


@pytest.mark.parametrize(("stated", "body"), [
    ("charset=iso-8859-1", "Café Zoë closed, the mayor said.".encode("latin-1")),
    ('charset="windows-1251"', "Мэр сказал, что мост закрыт до пятницы.".encode("cp1251")),
    ("charset=utf-8", "Мэр сказал, что мост закрыт.".encode()),
    ("charset=nonsense", "Café Zoë closed, the mayor said.".encode()),
    ("boundary=x; Charset=KOI8-R", "Мэр сказал, что мост закрыт до пятницы.".encode("koi8-r")),
])  # fmt: skip
def test_the_encoding_that_the_server_says_is_tried(stated, body):
    (source,), _ = look(warc_of(response(1, http(b"<html><body><p>" + body + b"</p></body></html>", f"Content-Type: text/html; {stated}"))))
    assert any(word in source.text for word in ("Café Zoë closed", "Мэр сказал, что мост"))


BARE = zlib.compressobj(wbits=-15)
DEFLATED = BARE.compress(page()) + BARE.flush()
CODINGS = {
    "none": (page(), []),
    "gzip": (gzip.compress(page()), ["Content-Encoding: gzip"]),
    "x-gzip": (gzip.compress(page()), ["Content-Encoding: x-gzip"]),
    "deflate as zlib": (zlib.compress(page()), ["Content-Encoding: deflate"]),
    "deflate bare": (DEFLATED, ["Content-Encoding: deflate"]),
    "br": (brotli.compress(page()), ["Content-Encoding: br"]),
    "zstd": (zstd(page()), ["Content-Encoding: zstd"]),
    "two codings": (brotli.compress(gzip.compress(page())), ["Content-Encoding: gzip, br"]),
    "chunked": (chunked(page()), ["Transfer-Encoding: chunked"]),
    "chunked gzip": (chunked(gzip.compress(page())), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
    "gzip that is none": (page(), ["Content-Encoding: gzip"]),
    "br that is none": (page(), ["Content-Encoding: br"]),
    "zstd that is none": (page(), ["Content-Encoding: zstd"]),
    "deflate that is none": (page(), ["Content-Encoding: deflate"]),
    "chunked that is none": (page(), ["Transfer-Encoding: chunked"]),
    "chunked gzip that is not chunked": (gzip.compress(page()), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
    "utf-8 as a coding": (page(), ["Content-Encoding: UTF-8"]),
    "gzip in the body alone": (gzip.compress(page()), []),
}


@pytest.mark.parametrize("name", sorted(CODINGS))
def test_bodies_are_unpacked_as_they_are_not_as_they_say(name):
    body, headers = CODINGS[name]
    sources, issues = look(warc_of(response(1, http(body, HTML, *headers))))
    assert ["Ferry number 1 left first" in source.text for source in sources] == [True]
    assert issues == []


@pytest.mark.parametrize("name", ["gzip", "deflate as zlib", "deflate bare", "br", "zstd", "chunked"])
def test_a_body_cut_short_is_told_not_given(name):
    body, headers = CODINGS[name]
    sources, issues = look(warc_of(response(1, http(body[:-20], HTML, *headers)), response(2)))
    assert numbers(sources) == [2]
    assert "https://news.example/1" in next(issue.path for issue in issues if issue.fatal)


def test_headers_of_old_and_odd_servers_are_read():
    bodies = [
        b"HTTP/1.0 200\nContent-Type: text/html\n\n" + page(1),
        b"HTTP/2 200\r\ncontent-type: text/html\r\n\r\n" + page(2),
        b"HTTP/1.1 200 OK\r\nX-\xff: \xe9\r\nno colon\r\nContent-Type: text/html;\r\n charset=utf-8\r\n\r\n" + page(3),
    ]
    assert numbers(look(warc_of(*(response(i, body) for i, body in enumerate(bodies, 1))))[0]) == [1, 2, 3]
    assert "without an HTTP header: 1" in says(look(warc_of(response(1), response(2, page(2))))[1])
    header, block = response(1).split(b"\r\n\r\n", 1)
    assert numbers(look(header.replace(b"\r\n", b"\n") + b"\n\n" + block)[0]) == [1]


RECORDS = [response(i) for i in range(1, 6)]


def broken(name):
    """Damage the second record of five."""
    one = RECORDS[1]
    return {
        "length too long": response(2, length=90_000),
        "length into the next": response(2, length=len(http(page(2))) + 300),
        "length too short": response(2, length=60),
        "length negative": one.replace(b"Content-Length: ", b"Content-Length: -"),
        "length beyond all": one.replace(b"Content-Length: ", b"Content-Length: 99999999999999999999"),
        "length missing": one.replace(b"Content-Length: ", b"Content-Width: "),
        "no header": b"WARC/1.1\r\nnothing\r\n\r\n",
        "garbage": b"GARBAGE and more of it\r\n\r\n<p>words</p>\r\n\r\n",
        "zeros": bytes(3_000),
    }[name]


DAMAGES = ["length too long", "length into the next", "length too short", "length negative", "length beyond all"]
DAMAGES += ["length missing", "no header", "garbage"]


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize("name", DAMAGES)
def test_a_broken_record_is_told_and_the_rest_goes_on(name, packed):
    sources, issues = look(warc_of(RECORDS[0], broken(name), *RECORDS[2:], packed=packed))
    assert set(numbers(sources)) - {2} == {1, 3, 4, 5}
    assert issues
    assert all(source.text.count("reopens") == 1 for source in sources), "words of another record"
    if name in {"length too long", "length too short"}:
        assert 2 in numbers(sources)
        assert "its length is false" in says(issues)


def test_padding_between_records_is_nothing_to_tell():
    assert look(warc_of(RECORDS[0], broken("zeros"), *RECORDS[2:]))[1] == []
    assert look(warc_of(RECORDS[0], packed=True) + bytes(5_000))[1] == []


@pytest.mark.parametrize("change", ["body", "checksum", "cut", "garbage before"])
def test_a_broken_gzip_member_is_told_and_the_rest_goes_on(change):
    members = [bytearray(gzip.compress(each, mtime=0)) for each in RECORDS]
    if change == "body":
        members[1][len(members[1]) // 2] ^= 0xFF
    elif change == "checksum":
        members[1][-7] ^= 0xFF
    elif change == "cut":
        del members[1][-40:]
    else:
        members[1][:0] = b"not a member \x1f\x8b nor is this"
    sources, issues = look(b"".join(members))
    assert set(numbers(sources)) >= {1, 4, 5}
    assert (2 in numbers(sources)) == (change == "garbage before")
    assert "broken gzip member" in says(issues, fatal=True) or "belong to no record" in says(issues, fatal=True)
    assert len([issue for issue in issues if issue.fatal]) == 1


@pytest.mark.parametrize("packed", PACKED)
def test_an_archive_cut_anywhere_gives_whole_pages_only(packed):
    data = warc_of(*RECORDS, packed=packed)
    whole = {source.text for source in look(data)[0]}
    for size in range(100, len(data) - 4, 97):
        sources, issues = look(data[:size])
        assert {source.text for source in sources} <= whole
        assert len(sources) == 5 or issues or b"WARC/1" not in data[size - 400 : size]


def test_a_false_length_costs_no_words_of_the_others_in_any_place():
    for i in range(5):
        records = [response(j, length=10_000_000 if i == j else None) for j in range(5)]
        sources, issues = look(warc_of(*records))
        assert set(numbers(sources)) >= set(range(5)) - {4}
        assert issues


def test_records_too_large_are_stepped_over(monkeypatch):
    monkeypatch.setattr(warc, "LARGEST", 5_000)
    sources, issues = look(warc_of(response(1), response(2, http(page(2) + b" " * 9_000)), response(3)))
    assert numbers(sources) == [1, 3]
    assert "records over 0 MB: 1" in says(issues)


@pytest.mark.parametrize("packed", PACKED)
def test_a_file_that_is_nothing_but_breaks_ends_soon(packed):
    data = b"".join(response(i, b"", length=40_000_000) for i in range(5_000))
    issues = look(gzip.compress(data) if packed else data)[1]
    assert f"broken in {warc_frames.MOST_BREAKS} places" in says(issues, fatal=True)
    assert "broken in" in says(look(gzip.compress(data[:200], mtime=0) + b"\x1f\x8b\x08" * 30_000)[1], fatal=True)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate"])
def test_bombs_are_stopped(coding, monkeypatch):
    monkeypatch.setattr(warc, "LARGEST", 100_000)
    body = b"<p>words </p>" * 100_000
    body = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstd, "deflate": zlib.compress}[coding](body)
    sources, issues = look(warc_of(response(1, http(body, HTML, f"Content-Encoding: {coding}")), response(2)))
    assert numbers(sources) == [2]
    assert "too large" in says(issues, fatal=True)


def test_a_bomb_of_records_is_stopped_as_a_whole(monkeypatch):
    monkeypatch.setattr(budget, "LEAST", 1_000_000)
    monkeypatch.setattr(budget, "RATIO", 10)
    data = warc_of(*(response(i, http(b"<p>%d words</p>" % i * 5_000)) for i in range(60)), packed=True)
    sources, issues = look(data)
    assert len(sources) < 60
    assert len([issue for issue in issues if "decompression bomb" in issue.says]) == 1


def test_an_archive_without_page_says_what_is_in_it():
    assert "only records about itself" in says(look(warc_of())[1], fatal=True)
    assert "status 404: 1" in says(look(warc_of(response(1, http(b"", status="404 Not Found"))))[1], fatal=True)


def test_addresses_are_made_safe_to_show():
    (source,), _ = look(warc_of(response(1, uri="https://news.example/\x1b[31m" + "a" * 5_000)))
    assert "\x1b" not in source.path
    assert len(source.path) < 300


def test_without_the_library_it_is_told_what_to_install(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest, **fields):
        if name.startswith("fastwarc"):
            raise ImportError(name)
        return real(name, *rest, **fields)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert "pip install 'dateline[archives]'" in says(look(warc_of(response(1)))[1], fatal=True)


@given(st.lists(st.sampled_from(["page", "text", "404"]), max_size=6), st.booleans())
def test_passages_partition_every_text_and_every_place_begins_with_its_record(kinds, packed):
    text = b"The mayor of %d said so.\n\nRead more: bridges"
    makers = {
        "page": response,
        "text": lambda i: record("conversion", text % i, i, uri=f"https://news.example/{i}", media="text/plain"),
        "404": lambda i: response(i, http(b"", status="404 Not Found")),
    }
    sources, _ = look(warc_of(*(makers[kind](i) for i, kind in enumerate(kinds)), packed=packed))
    assert numbers(sources) == [i for i, kind in enumerate(kinds) if kind != "404"]
    for source in sources:
        passages = clean(source, None).passages
        assert "".join(source.text[passage.span.start : passage.span.end] for passage in passages) == source.text
        covered = [i for place in source.places for i in range(place.start, place.end)]
        assert len(covered) == len(set(covered))
        assert all(place.where.startswith("record <urn:uuid:") for place in source.places)
