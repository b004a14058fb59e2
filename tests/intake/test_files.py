"""Files, folders and standard input become sources; what cannot be read is listed with its reason, and the rest goes on."""

import gzip
import io
import os
import random
import tracemalloc
import zipfile

import pytest

from archives import page, response, tar_of, warc_of, zip_of
from dateline.intake import budget, files, raw, spool
from dateline.intake.files import read, stream

GOOD = "The harbour reopened on Monday, the harbour master said. Ferry number {} left first.\n"


def zipped(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


NOISE = random.Random(7).randbytes(5_000)
BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\r\n ", "empty"),
    "blank.html": (b"<html><body><p> </p><script>var a = 'text';</script></body></html>", "empty"),
    "noise.txt": (NOISE, "binary data|no encoding"),
    "nul.txt": (b"The mayor\x00\x01\x02 said\x00\x00\x03\x04\x05", "binary"),
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a broken PDF"),
    "named.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a broken PDF"),
    "letter.docx": (zipped(word__document_xml=b"<w:document/>"), "a broken Word document"),
    "pile.zip": (zipped(one=b"text")[:-30], "a ZIP file cut short or damaged"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not read yet: old Word"),
    "picture.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not read yet: PNG"),
    "rich.rtf": (b"{\\rtf1\\ansi The mayor}", "not read yet: RTF"),
    "feed.xml": (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "a feed without any text"),
    "rows.jsonl": (b'{"title": "Harbour", "text": "The mayor said', "broken JSON"),
    "mail.eml": (b"Received: from a\nFrom: a@example.org\nSubject: Harbour\nMessage-ID: <1>\n\n", "a mail without any text"),
    "crawl.warc": (b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nok\r\n\r\n", "no page in this web archive"),
    "short.gz": (gzip.compress(b"The mayor said so." * 50)[:-12], "cut short|broken"),
    "broken.gz": (b"\x1f\x8b\x08\x00" + b"\xff" * 40, "broken gzip"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_one_bad_input_among_ten_is_listed_and_the_others_are_read(name, write):
    data, reason = BAD[name]
    paths = [write(f"good{i}.txt", GOOD.format(i)) for i in range(10)]
    paths.insert(4, write(name, data))
    sources, issues = read(paths)
    assert [source.path for source in sources] == [str(path) for path in paths if path.name != name]
    (issue,) = issues
    assert issue.fatal
    assert issue.path == str(paths[4])
    assert any(words in issue.says for words in reason.split("|")), issue.says


def test_missing_and_forbidden_files_are_listed(tmp_path, write):
    forbidden = write("forbidden.txt", GOOD)
    forbidden.chmod(0)
    good = write("good.txt", GOOD)
    sources, issues = read([tmp_path / "none.txt", good])
    assert [source.path for source in sources] == [str(good)]
    assert [(issue.fatal, issue.says) for issue in issues] == [(True, "no such file; check the name")]
    if os.access(forbidden, os.R_OK):
        pytest.skip("this user may read everything")
    assert "permission" in read([forbidden])[1][0].says


@pytest.mark.parametrize("packed", [False, True])
def test_a_text_over_the_limit_is_refused(packed, write, monkeypatch):
    monkeypatch.setattr("dateline.intake.raw.LARGEST", 10_000)
    data = b"The mayor said so. " * 1_000
    path = write("large.txt", gzip.compress(data) if packed else data)
    sources, issues = read([path, write("good.txt", GOOD)])
    assert len(sources) == 1
    assert issues[0].fatal
    assert "too large for one text" in issues[0].says or "that one text may have" in issues[0].says


def test_a_decompression_bomb_is_stopped(write):
    bomb = gzip.compress(b"\0" * (raw.LARGEST + 1_000_000), 1)
    _, issues = read([write("bomb.gz", bomb)])
    assert "when unpacked" in issues[0].says


def test_gzip_inside_gzip_is_read_to_a_bound(write):
    data = GOOD.encode()
    for _ in range(2):
        data = gzip.compress(data)
    assert read([write("twice.gz", data)])[0][0].text == GOOD
    for _ in range(3):
        data = gzip.compress(data)
    assert "gzip in gzip" in read([write("often.gz", data)])[1][0].says


def test_several_gzip_members_are_one_text(write):
    assert read([write("two.gz", gzip.compress(b"The mayor ") + gzip.compress(b"said so."))])[0][0].text == "The mayor said so."


def test_folders_are_walked_sorted_without_hidden_files(tmp_path, write):
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden.txt", ".git/c.txt"):
        write(name, name)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    sources, issues = read([tmp_path])
    assert [os.path.relpath(source.path, tmp_path) for source in sources] == ["a/b.txt", "a/z.txt", "b.txt"]
    assert issues == []


def test_an_empty_folder_is_listed(tmp_path):
    assert [issue.fatal for issue in read([tmp_path])[1]] == [True]


def test_the_order_of_the_inputs_is_kept(write):
    paths = [write(name, name) for name in ("c.txt", "a.txt", "b.txt")]
    assert [source.path for source in read(paths)[0]] == [str(path) for path in paths]


def test_the_same_bytes_twice_are_one_source(write):
    one, two, packed = write("one.txt", GOOD), write("two.txt", GOOD), write("one.txt.gz", gzip.compress(GOOD.encode()))
    sources, issues = read([one, two, packed])
    assert [source.path for source in sources] == [str(one)]
    assert [(issue.path, issue.fatal) for issue in issues] == [(str(two), False), (str(packed), False)]
    assert all(str(one) in issue.says for issue in issues)


def test_standard_input_is_read():
    sources, issues = read(["-"], stdin=io.BytesIO(b"The mayor said so."))
    assert [(source.path, source.text) for source in sources] == [("-", "The mayor said so.")]
    assert issues == []


def test_a_pipe_in_a_folder_does_not_hang(tmp_path, write):
    write("good.txt", GOOD)
    os.mkfifo(tmp_path / "pipe")
    sources, issues = read([tmp_path])
    assert len(sources) == 1
    assert "not a file" in issues[0].says


def test_the_id_is_of_the_bytes_not_of_the_name(write):
    one = read([write("one.txt", GOOD)])[0][0]
    two = read([write("other/name.html", GOOD)])[0][0]
    assert one.id == two.id
    assert two.media == "text/plain"


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def test_what_lies_beside_articles_in_a_folder_is_told_once(tmp_path, write):
    for name, data in {"a.txt": GOOD, "logo.png": PNG, "b/photo": b"\xff\xd8\xff\xe0", "b/style.css": "p {}", "app.js": "a = 1"}.items():
        write(name, data)
    sources, issues = read([tmp_path])
    assert len(sources) == 1
    (issue,) = issues
    assert not issue.fatal
    assert issue.path == str(tmp_path)
    assert issue.says.startswith("4 files passed over as no articles (")
    for words in ("images: 2", "styles: 1", "scripts: 1"):
        assert words in issue.says


def test_a_single_file_that_is_no_article_stays_an_error(write):
    sources, issues = read([write("logo.png", PNG)])
    assert sources == []
    assert [issue.fatal for issue in issues] == [True]


def test_a_folder_of_pictures_alone_is_an_error(tmp_path, write):
    write("logo.png", PNG)
    (issue,) = read([tmp_path])[1]
    assert issue.fatal
    assert "images: 1" in issue.says


@pytest.mark.parametrize("folder", ["Story_files", "Story-Dateien", "Story_archivos", "Story_fichiers", "Story.files"])
def test_the_parts_of_a_saved_page_are_no_articles(folder, tmp_path, write):
    write("Story.html", page(1))
    write(f"{folder}/frame.html", page(2))
    write(f"{folder}/deep/frame.html", page(3))
    write(f"{folder}/a.css", "p {}")
    sources, issues = read([tmp_path])
    assert [os.path.relpath(source.path, tmp_path) for source in sources] == ["Story.html"]
    assert "parts of saved pages: 3" in issues[0].says


@pytest.mark.parametrize(("names", "count"), [
    (["Story.html", "Story_more/a.html", "Story_more/b.css"], 1),
    (["Story.html", "Story_more/a.html", "Story_more/b.txt"], 3),
    (["Story.html", "Story/a.html", "Story/b.css"], 2),
    (["Storm.html", "Story_files/a.html"], 2),
    (["Story.txt", "Story_files/a.html"], 2),
    (["Story.html", "Story-2/a.html", "Story-2/b.css"], 2),
])  # fmt: skip
def test_a_folder_beside_a_page_is_part_of_it_only_where_it_shows(names, count, tmp_path, write):
    for i, name in enumerate(names):
        write(name, page(i) if name.endswith(("html", "txt")) else "p {}")
    assert len(read([tmp_path])[0]) == count


@pytest.mark.parametrize("make", [
    lambda: zip_of({f"{i}.html": page(i) for i in range(40)}, 0),
    lambda: tar_of({f"{i}.html": page(i) for i in range(40)}),
    lambda: warc_of(*(response(i) for i in range(40)), packed=True),
    lambda: gzip.compress(tar_of({f"{i}.html": page(i) + random.Random(i).randbytes(300).hex().encode() for i in range(40)})),
])  # fmt: skip
def test_an_archive_too_large_for_memory_is_read_from_standard_input(make, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 5_000)
    monkeypatch.setattr(spool, "IN_MEMORY", 7_000)
    data = make()
    assert len(data) > 7_000
    sources, issues = read(["-"], stdin=io.BytesIO(data))
    assert len(sources) == 40
    assert issues == []


def test_a_pipe_without_end_is_refused(monkeypatch):
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:] = b"T" * len(buffer)
            return len(buffer)

    monkeypatch.setattr(files, "LARGEST", 10_000)
    monkeypatch.setattr("dateline.intake.raw.LARGEST", 10_000)
    assert "too large" in read(["-"], stdin=io.BufferedReader(Endless()))[1][0].says
    monkeypatch.setattr(spool, "LARGEST_SPOOL", 50_000)

    class Archive(Endless):
        begun = False

        def readinto(self, buffer):
            size = super().readinto(buffer)
            if not self.begun:
                buffer[:4], self.begun = b"PK\x03\x04", True
            return size

    assert "GB; unpack it first" in read(["-"], stdin=io.BufferedReader(Archive()))[1][0].says


def test_a_large_archive_is_never_in_memory_as_a_whole(write):
    path = write(
        "large.warc.gz", warc_of(*(response(i, b"HTTP/1.1 200 OK\r\n\r\n" + page(i) + b"x" * 200_000) for i in range(100)), packed=True)
    )
    tracemalloc.start()
    assert sum(1 for _ in stream([path])) == 100
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_many_small_gzip_members_take_no_time(write):
    """Each member that ends once copied all that follows it."""
    data = gzip.compress(b"", mtime=0) * 200_000 + gzip.compress(GOOD.encode())
    assert len(read([write("many.gz", data)])[0]) <= 1


def test_the_budget_is_one_for_all_layers(write, monkeypatch):
    monkeypatch.setattr(budget, "LEAST", 50_000)
    monkeypatch.setattr(budget, "RATIO", 2)
    layers = {f"{i}.txt.gz": gzip.compress(b"%d words " % i * 5_000) for i in range(10)}
    sources, issues = read([write("pile.zip", zip_of(layers)), write("good.txt", GOOD)])
    assert len(sources) < 5
    assert sources[-1].path.endswith("good.txt")
    assert [issue.path.endswith("pile.zip") for issue in issues if "decompression bomb" in issue.says] == [True]
