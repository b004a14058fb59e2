"""Archives made in a line: ZIP, tar, WARC and WACZ, in good order; the tests and the fuzzer damage them."""

import gzip
import io
import json
import tarfile
import zipfile

WORDS = "The harbour of Belcora reopened on Monday, the harbour master said. Ferry number {} left first."


def page(number=1, words=WORDS):
    """Make a small page that differs by its number."""
    body = f"<h1>Harbour {number} reopens</h1><p>{words.format(number)}</p>"
    return f"<!doctype html><html lang='en'><head><title>Harbour {number}</title></head><body>{body}</body></html>".encode()


def zip_of(members, method=zipfile.ZIP_DEFLATED):
    """Pack members, given by name (or ZipInfo), in order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def tar_of(members, mode="w", form=tarfile.PAX_FORMAT):
    """Pack members, given by name; a member that is no bytes is a type of tar, for links and devices."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode, format=form) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            if content in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                info.type, info.linkname = content, "/etc/passwd"
            elif content in (tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE):
                info.type = content
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
                continue
            archive.addfile(info)
    return stream.getvalue()


def http(body, *headers, status="200 OK"):
    """Make what a server sends."""
    lines = [f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html; charset=utf-8",))]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def record(kind, block, number=1, *, uri=None, media=None, length=None, version="1.1"):  # noqa: PLR0913 - a header has many fields
    """Make a WARC record; `length` may lie."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>",
        "WARC-Date": "2024-03-12T10:00:00Z",
        "WARC-Target-URI": uri,
        "Content-Type": media,
        "Content-Length": len(block) if length is None else length,
    }
    lines = [f"WARC/{version}", *(f"{name}: {value}" for name, value in fields.items() if value is not None)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(number, block=None, *, uri=None, **fields):
    """Make a record of a page that a server sent."""
    uri = uri or f"https://news.example/{number}"
    return record(
        "response", http(page(number)) if block is None else block, number, uri=uri, media="application/http; msgtype=response", **fields
    )


def warcinfo():
    """Make the record that an archive begins with."""
    return record("warcinfo", b"software: test\r\n", 0, media="application/warc-fields")


def warc_of(*records, packed=False):
    """Put records together; packed, each is a gzip member of its own."""
    return b"".join(gzip.compress(each, 9, mtime=0) if packed else each for each in (warcinfo(), *records))


def wacz_of(*records, titles=()):
    """Put records into a WACZ file, with a list of pages."""
    rows = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *({"url": url, "title": title} for url, title in titles)]
    return zip_of(
        {
            "datapackage.json": b'{"profile": "data-package", "resources": []}',
            "pages/pages.jsonl": "\n".join(json.dumps(row) for row in rows).encode(),
            "indexes/index.cdx.gz": gzip.compress(b"!meta 0", mtime=0),
            "archive/data.warc.gz": warc_of(*records, packed=True),
        },
        zipfile.ZIP_STORED,
    )
