"""Bytes become text without a silent loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.decode import decode
from dateline.model.errors import UnreadableInput

WORDS = "The mayor’s office said “no” – the café stays closed, £40,000 or €50,000."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode("utf-8"), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8-sig"),
        (WORDS.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("utf-32"), "utf-32"),
        (WORDS.encode("cp1252"), "windows-1252"),
        (b"<meta charset='iso-8859-1'>" + WORDS.encode("cp1252"), "windows-1252"),
        (b"<meta charset='iso-8859-1'>" + WORDS.encode("utf-8"), "utf-8"),
    ],
)
def test_encodings(data, encoding):
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text.endswith(WORDS)
    assert decoded.replaced == 0


def test_a_declared_legacy_encoding_is_believed():
    data = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>Мэр сказал нет.</p>".encode("cp1251")
    assert "Мэр сказал" in decode(data).text


def test_cyrillic_without_a_declaration_is_not_read_as_western():
    data = ("Мэр города заявил в понедельник, что порт снова открыт после трёх недель штормов. " * 8).encode("cp1251")
    assert "понедельник" in decode(data).text


def test_a_mac_text_keeps_its_apostrophes():
    assert decode("The mayor’s office said it wouldn’t say.".encode("mac_roman")).text == "The mayor’s office said it wouldn’t say."


def test_a_stray_byte_in_utf8_is_shown_and_counted():
    data = ("Café after café reopened. " * 100).encode() + b"\xff and so on. " + ("Café. " * 50).encode()
    decoded = decode(data)
    assert decoded.replaced == 1
    assert "\ufffd and so on" in decoded.text


@pytest.mark.parametrize(
    "data",
    [b"\x81\x8d\x8f\x90" * 20, bytes(range(128, 256)) * 9, bytes(range(256)) * 4, b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff"],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableInput):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_end_in_text_or_a_reason(data):
    try:
        decoded = decode(data)
    except UnreadableInput:
        return
    assert decoded.replaced == 0 or "\ufffd" in decoded.text


@pytest.mark.parametrize("label", ["undefined", "idna", "punycode", "unicode_escape", "rot13", "nonsense"])
def test_a_page_that_names_an_odd_codec_is_read_all_the_same(label):
    assert decode(f"<meta charset={label}><p>Caf\u00e9".encode()).text.endswith("Caf\u00e9")
