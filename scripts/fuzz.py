"""Damage small samples of every format, read them, and hold what happens against what was promised: an article, or a listed reason.

fuzz.py [--seconds N] [--format NAME] [--seed S] [--replay FILE]. Each sample, made by the builders of the tests, is changed (bits, cuts,
splices, doubled chunks, lengths that lie), some of them before they are packed, and read in a child process of limited memory and
time. A traceback, a hang, a file written, a connection opened, a text that cannot be kept, or a place outside its text is a failure:
the input goes to out/fuzz with what happened, and the exit code is 1. The same seed makes the same inputs, in the same order.
"""

import argparse
import bz2
import gzip
import io
import json
import lzma
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "intake")]

import pdf_writer  # noqa: E402

import archives  # noqa: E402 - found by the line above
from dateline.intake.files import read  # noqa: E402

SECONDS = 60
PATIENCE = 75
"""Seconds that one input may take: the slowest reader, that of PDF, gives itself 60."""
MEMORY = 3_000_000_000
"""Bytes of address space of the child, of which most is what libraries reserve and never touch."""
OUT = ROOT / "out" / "fuzz"

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_DEEDS = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod", "shutil.", "socket.connect")
_NUMBERS = (b"0", b"1", b"-1", b"255", b"65536", b"2147483648", b"99999999999", b"18446744073709551616")
_WORDS = (0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_PIECES = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\r\n\r\n",
    b"<",
    b"{",
    b'"',
    b"--",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"\xe2\x80\xae",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Bytes in good order; `pack` makes the file of them, so that they can be changed before they are packed."""

    data: bytes
    pack: Callable[[bytes], bytes] = bytes


def packed_members(data: bytes) -> bytes:
    """Pack a WARC file record by record."""
    records = data.split(b"WARC/1.1\r\n")
    return b"".join(gzip.compress(b"WARC/1.1\r\n" + each, mtime=0) for each in records if each) or gzip.compress(data, mtime=0)


def served(body: bytes, *headers: str) -> bytes:
    """Make a web archive of a body as the server packed it, and a good page."""
    block = archives.http(body, "Content-Type: text/html", *headers)
    return archives.warc_of(archives.response(1, block), archives.response(2))


def samples() -> dict[str, Sample]:
    """Make a sample of each format that has a reader, by name."""
    page = archives.page()
    words = archives.WORDS.format(1)
    warc = archives.warc_of(*(archives.response(i) for i in range(3)))
    tar = archives.tar_of({"a.html": page, "b/é.txt": words.encode(), "link": b"2"})
    mail = "From: Ann Doe <ann@news.example>\r\nTo: desk@news.example\r\nSubject: =?utf-8?q?Harbour_reopens?=\r\nMessage-ID: <1@news.example>\r\nDate: Tue, 12 Mar 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"  # noqa: E501
    parts = f"--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{words}=20=E2=80=94\r\n--b\r\nContent-Type: text/html\r\n\r\n{page.decode()}\r\n--b--\r\n"  # noqa: E501
    entry = f"<title>Harbour</title><link>https://news.example/1</link><description>{words}</description>"
    rows = [{"title": "Harbour", "text": words, "url": f"https://news.example/{i}", "date_publish": "2024-03-12"} for i in range(3)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": f"<p>{words}</p>"}]}
    document = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
    single = "<!--\n Page saved with SingleFile \n url: https://news.example/1 \n saved date: Tue Mar 12 2024 10:00:00 GMT+0000\n-->"
    binary = b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource\xd1\x03\x04_\x10\x0fWebResourceDataD<p>x\x08\x0b\x1d \x32\x00\x00\x00\x00\x00\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x007"  # noqa: E501
    return {
        "plain": Sample(f"Harbour reopens\n\nBELCORA, March 12 (Northwire) — {words}\n\n“We waited,” said Ann Doe.\n".encode()),
        "wide": Sample(words.encode("utf-16")),
        "html": Sample(page),
        "gzip": Sample(page, gzip.compress),
        "gzip-twice": Sample(page, lambda data: gzip.compress(gzip.compress(data))),
        "singlefile": Sample(page.replace(b"<html", single.encode() + b"<html", 1)),
        "zip": Sample(archives.zip_of({"a.html": page, "b.txt": words, "c.zip": archives.zip_of({"d.txt": words + "!"})})),
        "zip-of-damaged": Sample(page, lambda data: archives.zip_of({"a.html": data, "b": data[::-1], "c.gz": gzip.compress(data)})),
        "tar": Sample(tar),
        "tar.gz": Sample(tar, gzip.compress),
        "tar.bz2": Sample(tar, bz2.compress),
        "tar.xz": Sample(tar, lzma.compress),
        "warc": Sample(warc),
        "warc.gz": Sample(warc, packed_members),
        "warc-coded": Sample(gzip.compress(page), lambda data: served(data, "Content-Encoding: gzip", "Transfer-Encoding: chunked")),
        "warc-br": Sample(page, lambda data: served(data, "Content-Encoding: br")),
        "warc-zstd": Sample(b"\x28\xb5\x2f\xfd\x04\x00A\x00\x00" + page, lambda data: served(data, "Content-Encoding: zstd")),
        "wacz": Sample(archives.wacz_of(archives.response(1), titles=[("https://news.example/1", "Harbour")])),
        "pdf": Sample(pdf()),
        "docx": Sample(document.encode(), docx),
        "docx-zip": Sample(docx(document.encode())),
        "webarchive": Sample(binary),
        "mail": Sample(f"{mail}Content-Type: multipart/alternative; boundary=b\r\n\r\n{parts}".encode()),
        "mhtml": Sample(f'{mail}Content-Type: multipart/related; boundary=b; type="text/html"\r\n\r\n{parts}'.encode()),
        "mbox": Sample(f"From ann Tue Mar 12 10:00:00 2024\n{mail}\r\n{words}\n\nFrom ann Tue Mar 12 11:00:00 2024\n{mail}\r\n{words}!\n".encode()),  # noqa: E501
        "rss": Sample(f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item>{entry}</item></channel></rss>".encode()),
        "atom": Sample(f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Harbour</title><content type='html'>&lt;p&gt;{words}&lt;/p&gt;</content></entry></feed>".encode()),  # noqa: E501
        "json-feed": Sample(json.dumps(feed).encode()),
        "jsonl": Sample("\n".join(json.dumps(row) for row in rows).encode()),
        "json": Sample(json.dumps(rows).encode()),
    }  # fmt: skip


def pdf() -> bytes:
    """Make a page of a PDF."""
    return pdf_writer.pdf([pdf_writer.show(72, 720 - 14 * i, archives.WORDS.format(i)) for i in range(5)])


def docx(document: bytes) -> bytes:
    """Make a Word document around its text."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'  # noqa: E501
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'  # noqa: E501
    return archives.zip_of({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document})


def changed(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Change some bytes, in one to eight ways."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        if not out:
            break
        _change(out, others, chance)
    return bytes(out)


def _change(out: bytearray, others: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(out))
    end = min(len(out), at + chance.choice((1, 4, 30, 400)))
    deed = chance.randrange(9)
    if deed == 0:
        out[at] ^= 1 << chance.randrange(8)
    elif deed == 1:
        out[at:end] = chance.randbytes(end - at)
    elif deed == 2:  # noqa: PLR2004 - the deeds are numbered
        del out[at:end]
    elif deed == 3:  # noqa: PLR2004
        del out[at:]
    elif deed == 4:  # noqa: PLR2004
        out[at:at] = bytes(out[at:end]) * chance.choice((1, 2, 50))
    elif deed == 5:  # noqa: PLR2004
        other = chance.choice(others)
        begin = chance.randrange(len(other))
        out[at:end] = other[begin : begin + chance.choice((8, 100, 5_000))]
    elif deed == 6:  # noqa: PLR2004
        out[at : at + 4] = chance.choice(_WORDS).to_bytes(4, chance.choice(("little", "big")))
    elif deed == 7:  # noqa: PLR2004
        out[at:at] = chance.choice(_PIECES) * chance.choice((1, 1, 3, 300))
    else:
        digits = [i for i, byte in enumerate(out) if 0x30 <= byte <= 0x39]  # noqa: PLR2004 - 0 to 9
        if digits:
            at = chance.choice(digits)
            out[at : at + 1] = chance.choice(_NUMBERS)


def child(pipe: Connection, folder: str) -> None:
    """Read each path that comes, and send what was wrong, or nothing."""
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    deeds: list[str] = []
    allowed = tempfile.gettempdir()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
            if not str(arguments[0]).startswith((allowed, "/dev/")):
                deeds.append(f"opened {arguments[0]!r} for writing")
        elif event.startswith(_DEEDS) and allowed not in str(arguments):
            deeds.append(f"{event} {arguments!r}")

    sys.addaudithook(watch)
    while True:
        path = pipe.recv()
        deeds.clear()
        try:
            wrong = _wrong(*read([path]))
        except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong = traceback.format_exc()
        left = [path.name for path in Path(folder).iterdir() if path.name != "input"]
        pipe.send(wrong or "; ".join(deeds) or ("files left: " + ", ".join(left) if left else ""))


def _wrong(sources: list, issues: list) -> str:  # type: ignore[type-arg]
    """Hold what was read against what the model promises."""
    for source in sources:
        for words in (
            source.text,
            source.path,
            *(word for fact in source.facts for word in fact),
            *(place.where for place in source.places),
        ):
            words.encode("utf-8")
        for mark in (*source.places, *source.hints):
            if not 0 <= mark.start <= mark.end <= len(source.text):
                return f"{mark} outside a text of {len(source.text)} characters"
    for issue in issues:
        (issue.path + issue.says).encode("utf-8")
    return "" if sources or issues else "neither an article nor a reason"


class Reader:
    """A child process, started again when it had to be stopped."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, inner = context.Pipe()
        self.process = context.Process(target=child, args=(inner, self.folder), daemon=False)
        self.process.start()
        inner.close()

    def read(self, data: bytes) -> str:
        """Read an input; gives what was wrong, or nothing."""
        path = Path(self.folder, "input")
        path.write_bytes(data)
        try:
            self.pipe.send(str(path))
            if self.pipe.poll(PATIENCE):
                return str(self.pipe.recv())
            wrong = f"no end after {PATIENCE} seconds"
        except (EOFError, OSError):
            wrong = f"the process fell over (exit code {self.process.exitcode})"
        self.close()
        self._start()
        return wrong

    def close(self) -> None:
        """Stop the child."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def fuzz(names: list[str], made: dict[str, Sample], seconds: float, seed: int) -> int:
    """Read changed samples in turn until the time is over; gives how many failures there were."""
    others = [sample.pack(sample.data) for sample in made.values()]
    counts, slowest, failures = dict.fromkeys(names, 0), dict.fromkeys(names, 0.0), 0
    end, number = time.monotonic() + seconds, 0
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(folder)
        for name in names:
            whole_sample = made[name].pack(made[name].data)
            wrong = reader.read(whole_sample) or _unread(whole_sample)
            failures += _failed(name, seed, -1, whole_sample, wrong) if wrong else 0
        while time.monotonic() < end:
            name = names[number % len(names)]
            chance = random.Random(f"{seed} {name} {number}")  # noqa: S311 - it must be the same again
            sample = made[name]
            whole = chance.random() < 0.5  # noqa: PLR2004 - half of them before they are packed
            data = changed(sample.pack(sample.data), others, chance) if whole else sample.pack(changed(sample.data, others, chance))
            started = time.monotonic()
            wrong = reader.read(data)
            slowest[name] = max(slowest[name], time.monotonic() - started)
            counts[name] += 1
            number += 1
            if wrong:
                failures += _failed(name, seed, number, data, wrong)
        reader.close()
    for name in names:
        print(f"{name:<16}{counts[name]:>8,} inputs, slowest {slowest[name]:.2f} s")
    print(f"{sum(counts.values()):,} inputs, {failures} failures, seed {seed}")
    return failures


def _unread(data: bytes) -> str:
    """Hold a sample in good order against its reader: one that gives no article tries nothing."""
    sources, issues = read(["-"], stdin=io.BytesIO(data))
    return "" if sources else f"a sample that is not read: {issues}"


def _failed(name: str, seed: int, number: int, data: bytes, wrong: str) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"{name}-{seed}-{number}"
    path.write_bytes(data)
    path.with_name(path.name + ".txt").write_text(wrong, encoding="utf-8", errors="backslashreplace")
    print(f"FAILED {path.relative_to(ROOT)}: {wrong.strip().splitlines()[-1][:160]}")
    return 1


def main() -> int:
    """Read the arguments and run."""
    made = samples()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--format", choices=sorted(made), help="one format (default: all in turn)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replay", type=Path, help="read one saved input")
    options = parser.parse_args()
    if options.replay is not None:
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(folder)
            wrong = reader.read(options.replay.read_bytes())
            reader.close()
        print(wrong or "nothing wrong")
        return 1 if wrong else 0
    return 1 if fuzz([options.format] if options.format else list(made), made, options.seconds, options.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
