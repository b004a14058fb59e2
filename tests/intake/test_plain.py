"""Every character of a plain text maps back to its bytes."""

import re

import pytest

from dateline.intake.files import read

TEXT = "".join(f"Line {i} of the café’s long complaint, as read out on Monday 😀.\r\n" for i in range(200))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_places_lead_back_to_the_bytes(encoding, write):
    text = TEXT.replace("😀", "!") if encoding == "cp1252" else TEXT
    data = text.encode(encoding)
    (source,), issues = read([write("a.txt", data)])
    assert issues == []
    assert source.text == text
    assert source.places[0].start == 0
    assert source.places[-1].end == len(text)
    assert len(source.places) > 3
    for before, place in zip((None, *source.places), source.places, strict=False):
        assert before is None or before.end == place.start
        start, end = map(int, re.fullmatch(r"bytes (\d+)-(\d+)", place.where).groups())
        codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
        assert data[start:end].decode(codec) == source.text[place.start : place.end]


def test_newlines_are_untouched(write):
    text = "one\r\ntwo\rthree\n\n\x0cfour\u2028five"
    assert read([write("a.txt", text)])[0][0].text == text
