"""ZIP files: every member that is an article is read, everything else is told, and nothing is written or unpacked without bounds."""

import io
import random
import stat
import struct
import tracemalloc
import zipfile

import pytest

from archives import page, tar_of, zip_of
from dateline.intake import budget, raw, zip_listing
from dateline.intake.files import read

TEXT = b"The mayor said the bridge would open on Friday."


@pytest.fixture
def look(write):
    def look(data, name="pile.zip"):
        sources, issues = read([write(name, data)])
        return sources, issues

    return look


def says(issues, *, fatal=None):
    return " | ".join(issue.says for issue in issues if fatal is None or issue.fatal is fatal)


def names(sources):
    return [source.path.split("pile.zip/", 1)[1] for source in sources]


def test_members_are_read_in_order_and_lead_back(look):
    sources, issues = look(zip_of({"news/b.html": page(2), "a.txt": TEXT, "deep/er/c.html": page(3)}))
    assert names(sources) == ["news/b.html", "a.txt", "deep/er/c.html"]
    assert [source.media for source in sources] == ["text/html", "text/plain", "text/html"]
    assert issues == []
    for source, member in zip(sources, ["news/b.html", "a.txt", "deep/er/c.html"], strict=True):
        assert all(place.where.startswith(f"member {member}: ") for place in source.places)


def test_what_is_no_article_is_told_once_by_count(look):
    members = {
        "a.html": page(),
        "folder/": b"",
        "style.css": b"p { color: red }",
        "app.js": b"var a = 1;",
        "logo.png": b"\x89PNG\r\n\x1a\n....",
        "photo.jpeg": b"\xff\xd8\xff\xe0....",
        "picture-without-ending": b"GIF89a......",
        "font.woff2": b"wOF2....",
        "__MACOSX/._a.html": b"\x00\x05\x16\x07",
        ".DS_Store": b"\x00\x00\x00\x01Bud1",
    }
    sources, issues = look(zip_of(members))
    assert names(sources) == ["a.html"]
    (issue,) = issues
    assert not issue.fatal
    assert "8 members" in issue.says
    for words in ("styles: 1", "scripts: 1", "images: 3", "fonts: 1", "hidden files: 2"):
        assert words in issue.says


def test_a_page_under_the_name_of_a_picture_is_read(look):
    assert names(look(zip_of({"photo.jpg": page(), "notes.css": page(2)}))[0]) == ["photo.jpg", "notes.css"]


@pytest.mark.parametrize("name", ["../../escape.txt", "/abs/escape.txt", "C:\\escape.txt", "a/../../escape.txt", "..\\..\\escape.txt"])
def test_names_that_lead_out_are_read_told_and_never_written(name, look, tmp_path):
    info = zipfile.ZipInfo("x")
    info.filename = name
    before = set(tmp_path.parent.rglob("*escape*"))
    sources, issues = look(zip_of({info: TEXT}))
    assert [source.text for source in sources] == [TEXT.decode()]
    assert ".." not in sources[0].path.rsplit("pile.zip/")[1].split("/")
    assert "lead out of the archive" in says(issues)
    assert set(tmp_path.parent.rglob("*escape*")) == before


def test_links_are_not_followed(look):
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    sources, issues = look(zip_of({link: b"/etc/passwd", "a.txt": TEXT}))
    assert names(sources) == ["a.txt"]
    assert "links: 1" in says(issues)


def test_encrypted_members_are_told_and_the_others_read(look):
    data = bytearray(zip_of({"a.txt": TEXT, "b.txt": b"Locked words."}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(mark) + at] |= 1
    sources, issues = look(bytes(data))
    assert names(sources) == ["a.txt"]
    assert "encrypted members: 1 (the first: b.txt)" in says(issues, fatal=True)
    assert "password" in says(issues)


def test_members_of_one_name_are_told_apart_and_twins_read_once(look):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", b"Another text, the mayor said.")
        archive.writestr("copy.txt", TEXT)
    sources, issues = look(stream.getvalue())
    assert names(sources) == ["a.txt", "a.txt (2)"]
    assert [issue.kind for issue in issues] == ["twin"]


@pytest.mark.parametrize(("stored", "flag", "shown"), [
    ("café.txt".encode(), 0x800, "café.txt"),
    ("café.txt".encode(), 0, "café.txt"),
    ("café.txt".encode("cp437"), 0, "café.txt"),
    (b"a\x1b[31mred.txt", 0x800, "a\ufffd[31mred.txt"),
    ("a\u202etxt.exe".encode(), 0x800, "a\ufffdtxt.exe"),
])  # fmt: skip
def test_names_in_odd_encodings_are_read_and_made_safe(stored, flag, shown, look):
    placeholder = "n" * len(stored)
    data = zip_of({placeholder: TEXT}, zipfile.ZIP_STORED).replace(placeholder.encode(), stored)
    data = bytearray(data)
    struct.pack_into("<H", data, data.index(b"PK\x03\x04") + 6, flag)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 8, flag)
    sources, _ = look(bytes(data))
    assert names(sources) == [shown]
    assert f"member {shown}: " in sources[0].places[0].where


def test_archives_in_archives_are_read_to_a_depth(look):
    data = zip_of({"a.txt": TEXT})
    for level in range(3):
        data = zip_of({f"{level}.zip": data, f"{level}.txt": f"Text of level {level}, the mayor said."})
    sources, issues = look(data)
    assert len(sources) == 4
    assert issues == []
    inner = next(source for source in sources if source.text == TEXT.decode())
    assert inner.places[0].where.startswith("member 2.zip: member 1.zip: member 0.zip: member a.txt: ")
    for level in range(9):
        data = zip_of({f"{level}.zip": data})
    assert "within more than" in says(look(data)[1], fatal=True)
    assert len(look(zip_of({"a.tar": tar_of({"b.zip": zip_of({"c.html": page()})})}))[0]) == 1


def test_an_archive_that_contains_itself_ends(look):
    """As the quine of Russ Cox does: each level holds the next; here by the depth, whatever the level holds."""
    data = zip_of({"a.txt": TEXT})
    for _ in range(40):
        data = zip_of({"r.zip": data})
    assert says(look(data)[1], fatal=True).count("within more than") == 1


def test_a_member_too_large_is_told_by_what_comes_out_not_by_what_it_says(look):
    bomb = zip_of({"bomb.txt": b"\0" * (raw.LARGEST + 10), "a.txt": TEXT})
    lying = bytearray(bomb)
    struct.pack_into("<I", lying, lying.index(b"PK\x01\x02") + 24, 100)
    for data in (bomb, bytes(lying)):
        tracemalloc.start()
        sources, issues = look(data)
        assert tracemalloc.get_traced_memory()[1] < 5 * raw.LARGEST
        tracemalloc.stop()
        assert names(sources) == ["a.txt"]
        assert "too large" in says(issues, fatal=True) or "damaged" in says(issues, fatal=True)


def test_a_bomb_of_many_members_is_stopped_as_a_whole(look, monkeypatch):
    monkeypatch.setattr(budget, "LEAST", 1_000_000)
    monkeypatch.setattr(raw, "LARGEST", 400_000)
    layer = zip_of({f"{i}.txt": bytes([65 + i]) * 300_000 for i in range(16)})
    sources, issues = look(zip_of({f"{i}.zip": zip_of({"x.zip": layer, "n": str(i)}) for i in range(16)}))
    assert len([issue for issue in issues if "decompression bomb" in issue.says]) == 1
    assert len(sources) < 16 * 16


def overlapping(count=50):
    """Make a bomb whose directory lists one member many times, each time from the same bytes."""
    one = zip_of({"k": b"a" * 100_000})
    start, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entries = b"".join(one[start:end][:46] + bytes([65 + i % 26]) + one[start:end][47:] for i in range(count))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    return one[:start] + entries + tail


def test_members_over_each_other_are_a_bomb(look):
    sources, issues = look(overlapping())
    assert sources == []
    assert "lie over each other" in says(issues, fatal=True)


def test_a_directory_too_large_is_refused_before_it_is_read(look, monkeypatch):
    monkeypatch.setattr(zip_listing, "LARGEST_DIRECTORY", 2_000)
    assert "more than 300,000 members" in says(look(zip_of({f"{i}.txt": b"x" for i in range(100)}))[1], fatal=True)


def damaged_crc():
    data = bytearray(zip_of({"a.txt": TEXT, "b.txt": b"Another text, the mayor said."}, zipfile.ZIP_STORED))
    data[data.index(TEXT) + 4] ^= 1
    return bytes(data)


def test_a_member_whose_bytes_changed_is_told_and_the_others_read(look):
    sources, issues = look(damaged_crc())
    assert names(sources) == ["b.txt"]
    assert "this member of the archive is damaged" in says(issues, fatal=True)
    assert issues[0].path.endswith("pile.zip/a.txt")


def test_an_archive_cut_anywhere_is_told(look):
    data = zip_of({"a.txt": TEXT, "b.html": page()})
    for size in range(4, len(data) - 1, 7):
        sources, issues = look(data[:size])
        assert any(issue.fatal for issue in issues), size
        assert sources == []


def test_sizes_of_zip64_that_lie_are_told(look):
    data = zip_of({"a.txt": TEXT})
    at = data.index(b"PK\x05\x06")
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 1 << 50, 1 << 60)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    sources, issues = look(data[:at] + end64 + locator + tail)
    assert sources == []
    assert any(issue.fatal for issue in issues)


def test_a_method_that_may_fill_the_memory_is_not_read(look):
    assert "method that is not read (14)" in says(look(zip_of({"a.txt": TEXT}, zipfile.ZIP_LZMA))[1], fatal=True)
    assert names(look(zip_of({"a.txt": TEXT}, zipfile.ZIP_BZIP2))[0]) == ["a.txt"]


def test_an_archive_without_article_says_what_is_in_it(look):
    assert "images: 1" in says(look(zip_of({"a.png": b"\x89PNG\r\n\x1a\n"}))[1], fatal=True)
    assert "it is empty" in says(look(zip_of({}))[1], fatal=True)


@pytest.mark.parametrize(("member", "name"), [
    ("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("META-INF/container.xml", "EPUB"),
    ("META-INF/manifest.xml", "OpenDocument"),
])  # fmt: skip
def test_other_formats_in_the_clothes_of_a_zip_are_told_by_name(member, name, look):
    assert name in says(look(zip_of({"[Content_Types].xml": b"<Types/>", member: b"<w/>"}))[1], fatal=True)


def test_a_large_inner_archive_is_streamed(look, monkeypatch):
    monkeypatch.setattr("dateline.intake.zipped.LARGEST", 20_000)
    noise = random.Random(1)
    inner = zip_of({f"{i}.txt": f"{TEXT.decode()} {noise.random()}" for i in range(300)})
    assert len(inner) > 20_000
    sources, issues = look(zip_of({"inner.zip": inner}))
    assert len(sources) == 300
    assert issues == []


def test_parts_of_a_saved_page_in_an_archive_are_passed_over(look):
    members = {"Story.html": page(1), "Story_files/frame.html": page(2), "Story_files/a.css": b"p {}", "Story-archive/old.html": page(3)}
    sources, issues = look(zip_of(members))
    assert names(sources) == ["Story.html", "Story-archive/old.html"]
    assert "parts of saved pages: 2" in says(issues)


def test_empty_members_are_counted(look):
    sources, issues = look(zip_of({"a.txt": TEXT, **{f"{i}.txt": b"" for i in range(500)}}))
    assert names(sources) == ["a.txt"]
    assert "empty files: 500" in says(issues, fatal=False)
    assert len(issues) == 1
