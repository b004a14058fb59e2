"""Tar files, plain and packed: read as a stream; links, devices and names that lead out touch nothing."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile

import pytest

from archives import page, tar_of, zip_of
from dateline.intake import budget, raw, tarred
from dateline.intake.files import read

TEXT = b"The mayor said the bridge would open on Friday."
MEMBERS = {"news/b.html": page(2), "a.txt": TEXT, "é" * 120 + ".html": page(3)}
MODES = ["w", "w:gz", "w:bz2", "w:xz"]


@pytest.fixture
def look(write):
    def look(data, name="pile.tar"):
        return read([write(name, data)])

    return look


def says(issues, *, fatal=None):
    return " | ".join(issue.says for issue in issues if fatal is None or issue.fatal is fatal)


def names(sources):
    return [source.path.split("pile.tar/", 1)[1] for source in sources]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_members_are_read_in_order_and_lead_back(mode, form, look):
    sources, issues = look(tar_of(MEMBERS, mode, form))
    assert names(sources) == list(MEMBERS)
    assert issues == []
    for source in sources:
        assert all(place.where.startswith(f"member {names([source])[0]}: ") for place in source.places)


def test_an_old_tar_without_mark_is_told_by_its_checksum(look):
    data = tar_of({"a.txt": TEXT}, form=tarfile.USTAR_FORMAT)
    header = bytearray(data[:512])
    header[257:265] = bytes(8)
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    assert names(look(bytes(header) + data[512:])[0]) == ["a.txt"]


def test_links_devices_and_names_that_lead_out_touch_nothing(look, tmp_path):
    members = {
        "link": tarfile.SYMTYPE,
        "hard": tarfile.LNKTYPE,
        "pipe": tarfile.FIFOTYPE,
        "device": tarfile.CHRTYPE,
        "folder": tarfile.DIRTYPE,
        "../../escape.txt": TEXT,
        "/escape.html": page(),
    }
    sources, issues = look(tar_of(members))
    assert names(sources) == ["escape.txt", "escape.html"]
    assert "links: 2, devices and pipes: 2" in says(issues)
    assert "lead out of the archive: 2 (the first: ../../escape.txt)" in says(issues)
    assert not any(issue.fatal for issue in issues)
    assert list(tmp_path.parent.rglob("*escape*")) == []


def test_sparse_files_are_passed_over(look):
    info = tarfile.TarInfo("holes.txt")
    info.size = 10
    info.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": str(1 << 50)}
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(info, io.BytesIO(b"0\n" + bytes(8)))
    assert any(issue.fatal for issue in look(stream.getvalue())[1])


@pytest.mark.parametrize("mode", MODES)
def test_an_archive_cut_anywhere_is_told(mode, look):
    data = tar_of(MEMBERS, mode)
    whole = {page(2).decode(), TEXT.decode(), page(3).decode()}
    for size in range(600, len(data) - (10_240 if mode == "w" else 1), 211 if mode == "w" else 37):
        sources, issues = look(data[:size])
        assert issues, size
        assert len(sources) < len(whole) or "end mark" in says(issues)


def test_garbage_between_members_is_told_and_what_came_before_is_kept(look):
    data = tar_of({"a.txt": TEXT, "b.txt": b"Another text, the mayor said."})
    sources, issues = look(data[:1024] + b"x" * 512 + data[1024:])
    assert names(sources) == ["a.txt"]
    assert "damaged" in says(issues, fatal=True)


def header_of(kind, size):
    """Make a header that states any size, as GNU tar writes large ones."""
    info = tarfile.TarInfo("x")
    info.type = kind
    block = bytearray(info.tobuf(tarfile.GNU_FORMAT)[:512])
    block[124:136] = struct.pack(">BxxxQ", 0x80, size) if size >= 0 else b"\xff" * 12
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.REGTYPE])
@pytest.mark.parametrize("size", [1 << 40, (1 << 63) - 1, 200_000_000, -1])
def test_sizes_that_lie_fill_no_memory_and_do_not_hang(kind, size, look):
    first = tar_of({"a.txt": TEXT})[:1024]
    sources, issues = look(gzip.compress(first + header_of(kind, size) + bytes(1_000_000)))
    assert names(sources)[:1] == ["a.txt"]
    assert issues


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_is_stopped(pack, look, monkeypatch):
    monkeypatch.setattr(budget, "LEAST", 1_000_000)
    monkeypatch.setattr(budget, "RATIO", 20)
    sources, issues = look(pack(tar_of({f"{i}.txt": b"%d " % i * 30_000 for i in range(60)})))
    assert len(sources) < 60
    assert "decompression bomb" in says(issues, fatal=True)


def test_xz_that_asks_for_much_memory_is_refused(look, monkeypatch):
    data = tar_of({"a.txt": TEXT}, "w:xz")
    monkeypatch.setattr(tarred, "XZ_MEMORY", 100_000)
    assert "xz archive" in says(look(data)[1], fatal=True)


def test_other_bzip2_and_xz_files_are_told_by_name(look):
    assert "bzip2 archive" in says(look(bz2.compress(TEXT))[1], fatal=True)
    assert "xz archive" in says(look(lzma.compress(TEXT))[1], fatal=True)


def test_a_large_member_is_laid_down_and_read(look, monkeypatch):
    inner = zip_of({f"{i}.txt": f"Ferry {i * 7919} left, the mayor said." for i in range(200)})
    monkeypatch.setattr(tarred, "LARGEST", 5_000)
    assert len(look(tar_of({"inner.zip": inner, "a.txt": TEXT}, "w:gz"))[0]) == 201
    monkeypatch.setattr(raw, "LARGEST", 5_000)
    sources, issues = look(tar_of({"large.txt": TEXT * 200, "a.txt": TEXT}))
    assert names(sources) == ["a.txt"]
    assert "too large" in says(issues, fatal=True)


def test_a_text_about_tar_is_a_text(look):
    text = b"ustar ".rjust(300, b"a") + b" is what the format is called, the mayor said." * 20
    assert [source.media for source in look(text)[0]] == ["text/plain"]


def test_empty_members_are_counted(look):
    sources, issues = look(tar_of({"a.txt": TEXT, **{f"{i}.txt": b"" for i in range(500)}}))
    assert names(sources) == ["a.txt"]
    assert "empty files: 500" in says(issues, fatal=False)
    assert len(issues) == 1
