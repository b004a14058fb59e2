"""PDF: reading order, paragraphs, hyphens, what type and place say; every line leads back to its box; hostile files are told."""

import ctypes
import hashlib
import re

import pypdfium2_raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT

from .pdf_writer import assembled, column, pdf, poured, show, wrap

ONE = "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said in a statement to the council."
TWO = "Two ferries left before noon. The third was still under repair, according to the operator, which gave no date for its return."
THREE = "“We waited for nineteen days and nobody told us anything,” said Marit Oosterhuis, who had slept in her lorry all the time."
FOUR = "The council will vote on the repairs next week, and the works may last until the spring of next year, its members said."
STORY = [ONE, TWO, THREE, FOUR, ONE.replace("Monday", "Tuesday"), TWO.replace("Two", "Four"), THREE, FOUR.replace("council", "board")]
TITLE = "Harbour Reopens After Three Weeks of Storms"


def paragraphs(source, kinds=("paragraph",)):
    return [source.text[p.span.start : p.span.end].strip() for p in clean(source).passages if p.kind in kinds]


def kinds(source):
    return {source.text[p.span.start : p.span.end].strip(): p.kind for p in clean(source).passages}


@pytest.fixture
def read_one(write):
    def make(data):
        (source,), issues = read([write("a.pdf", data)])
        assert_leads_back(source, data)
        return source, issues

    return make


def assert_leads_back(source, data):
    """Each place is a box on a page that holds the words of the text, but for what the place states."""
    held = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    pages = {}
    covered = [False] * len(source.text)
    for place in source.places:
        page, *box, how = re.fullmatch(r"page (\d+), box (-?\d+),(-?\d+),(-?\d+),(-?\d+)(, hyphen joined)?", place.where).groups()
        number = int(page) - 1
        if number not in pages:
            loaded = pdfium.FPDF_LoadPage(document, number)
            pages[number] = (loaded, pdfium.FPDFText_LoadPage(loaded))
        left, bottom, right, top = map(int, box)
        found = (ctypes.c_ushort * 2000)()
        count = pdfium.FPDFText_GetBoundedText(pages[number][1], left, top, right, bottom, found, 2000)
        words = plain("".join(map(chr, found[:count])))
        mine = plain(source.text[place.start : place.end])
        assert mine in words, (mine, words)
        assert not how or "-" in words[words.index(mine) + len(mine) :]
        for at in range(place.start, place.end):
            assert not covered[at]
            covered[at] = True
    for page, text in pages.values():
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    assert all(done or character.isspace() for done, character in zip(covered, source.text, strict=True))


def plain(text):
    return re.sub(r"\s", "", text.translate(str.maketrans("\x02⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "-" + "0123456789" * 2)))


@pytest.fixture(autouse=True)
def _library():
    pdfium.FPDF_InitLibrary()


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("packed", [False, True])
def test_columns_are_read_one_after_the_other_and_paragraphs_go_on_over_them(columns, packed, read_one):
    room = (495 - 14 * (columns - 1)) / columns
    drawn = [show(50, 760, TITLE, 22, "F5")]
    _, flow = column(STORY, 0, 0, room, 1)
    each = -(-len(flow) // columns)
    for number in range(columns):
        part, _ = poured(flow[each * number : each * (number + 1)], 50 + number * (room + 14), 720, 60)
        drawn += part
    source, issues = read_one(pdf(drawn, packed=packed))
    assert issues == []
    assert clean(source).title == TITLE
    assert paragraphs(source) == STORY


def test_lines_stored_across_the_columns_are_read_down_them(read_one):
    _, flow = column(STORY, 0, 0, 240, 1)
    half = -(-len(flow) // 2)
    left, _ = poured(flow[:half], 50, 720, 60)
    right, _ = poured(flow[half:], 305, 720, 60)
    rows = [line for pair in zip(left, [*right, ""], strict=False) for line in pair]
    assert paragraphs(read_one(pdf(rows))[0]) == STORY


def test_a_headline_between_two_pieces_parts_their_columns(read_one):
    drawn = [show(50, 760, TITLE, 22, "F5")]
    for paragraph, x, top in ((ONE, 50, 720), (TWO, 305, 720), (THREE, 50, 500), (FOUR, 305, 500)):
        drawn += poured([(line, 0) for line in wrap(paragraph, 10, 240)], x, top, 60)[0]
    drawn.insert(0, show(50, 560, "Fishermen Wait for the Return of Their Boats", 22, "F5"))
    assert paragraphs(read_one(pdf(drawn))[0]) == [ONE, TWO, THREE, FOUR]


def test_paragraphs_parted_by_space_alone(read_one):
    drawn, y = [], 760
    for paragraph in STORY:
        for line in wrap(paragraph, 10, 300):
            drawn.append(show(60, y, line))
            y -= 12
        y -= 8
    assert paragraphs(read_one(pdf(drawn))[0]) == STORY


def test_running_heads_and_page_numbers_are_labelled_and_no_paragraph_ends_at_them(read_one):
    _, flow = column(STORY * 3, 0, 0, 300, 1)
    pages, number = [], 0
    while flow:
        number += 1
        drawn, flow = poured(flow, 60, 740, 500)
        pages.append([show(60, 800, "THE BELCORA TIMES", 8, "F1"), *drawn, show(290, 30, str(number), 8, "F1")])
    source, _ = read_one(pdf(*pages))
    assert len(pages) > 2
    assert paragraphs(source) == STORY * 3
    assert kinds(source)["THE BELCORA TIMES"] == "navigation"
    assert kinds(source)["2"] == "footer"


HYPHENS = [
    ("the govern-", "ment agreed", "government agreed"),
    ("a long-", "term plan", "long-term plan"),
    ("said Oost-", "erhuis on Monday", "Oosterhuis on Monday"),
    ("the Anglo-", "American treaty", "Anglo-American treaty"),
    ("between 2019-", "20 and now", "2019-20 and now"),
    ("all two-", "and three-year terms", "two- and three-year terms"),
    ("an inves-", "tigation", "investigation"),
    ("the well-", "known singer", "well-known singer"),
    ("the soft\xad", "ware maker", "software maker"),
    ("he came —", "and went", "came — and went"),
]


@pytest.mark.parametrize(("first", "second", "joined"), HYPHENS)
def test_hyphens_at_line_ends(first, second, joined, read_one):
    lines = [
        "It was said on Tuesday afternoon that all of",
        f"those who were there had told {first}",
        f"{second} and nothing else was known of it",
        "for weeks.",
    ]
    source, _ = read_one(pdf([show(60, 700 - 12 * at, line) for at, line in enumerate(lines)]))
    assert joined in source.text
    assert "\n" not in source.text


def test_the_document_decides_on_a_hyphen_where_it_prints_the_word_elsewhere(read_one):
    lines = [
        "The re-creation of the harbour was shown to a re-",
        "creation of the lorry drivers’ union on Monday by the",
        "council of the town, said one.",
    ]
    source, _ = read_one(pdf([show(60, 700 - 12 * at, line) for at, line in enumerate(lines)]))
    assert "to a re-creation of" in source.text


def test_raised_figures_make_no_other_number(read_one):
    drawn = [show(60, 700, "It cost 2,300"), show(110, 704, "1", 6), show(115, 700, "dollars in all, said the mayor of the town.")]
    source, _ = read_one(pdf(drawn))
    assert "2,300¹" in source.text
    assert "2,3001" not in source.text


def test_a_large_initial_belongs_to_its_word(read_one):
    drawn = [show(60, 676, "T", 40, "F5")]
    drawn += [
        show(88, 700 - 12 * at, line)
        for at, line in enumerate(["he harbour of Belcora reopened on Monday", "after three weeks of storms, the harbour"])
    ]
    drawn += [
        show(60, 676 - 12 * at, line)
        for at, line in enumerate(["master said in a statement to the council of", "the town, which met on the pier at noon."])
    ]
    source, _ = read_one(pdf(drawn))
    assert source.text.startswith("The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said")


def test_an_initial_may_be_stored_anywhere_and_takes_no_word_above_it(read_one):
    drawn = [show(60, 676, "T", 40, "F5"), show(60, 735, "By Imke Solander and Tom Rask of the Times", 9)]
    drawn += [
        show(88, 700 - 12 * at, line)
        for at, line in enumerate(["he harbour of Belcora reopened on Monday", "after three weeks of storms, the harbour"])
    ]
    drawn += [
        show(60, 676 - 12 * at, line)
        for at, line in enumerate(["master said in a statement to the council of", "the town, which met on the pier at noon."])
    ]
    assert "\n\nThe harbour of Belcora reopened on Monday after" in read_one(pdf(drawn))[0].text


def test_the_rows_of_a_table_are_lines_and_no_prose(read_one):
    body = [show(60, 740 - 12 * n, line) for n, line in enumerate(wrap(ONE, 10, 400))]
    rows = [("Town", "Ferries", "Lost"), ("Belcora", "14", "2"), ("Oster", "3", "0")]
    table = [show(60 + 100 * x, 680 - 14 * y, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    after = [show(60, 610 - 12 * n, line) for n, line in enumerate(wrap(TWO, 10, 400))]
    source, _ = read_one(pdf([*body, *table, *after]))
    assert source.text.split("\n\n") == [ONE, "Town\tFerries\tLost", "Belcora\t14\t2", "Oster\t3\t0", TWO]
    assert paragraphs(source) == [ONE, TWO]


def test_the_marks_of_a_list_stay_with_its_items(read_one):
    items = ["The harbour stays shut.", "The ferries leave at noon.", "The council meets on Friday.", "The lorries wait in the town."]
    drawn = [show(x, 700 - 14 * n, text) for n, item in enumerate(items) for x, text in ((60, f"{n + 1}."), (80, item))]
    assert read_one(pdf(drawn))[0].text.split("\n\n") == [f"{n}. {item}" for n, item in enumerate(items, 1)]


def test_the_name_of_the_paper_is_not_the_headline(read_one):
    head = [
        show(150, 780, "The Belcora Times", 30, "F5"),
        show(60, 735, TITLE, 20, "F5"),
        show(60, 715, "Ferries wait for the tide in spring", 13, "F4"),
    ]
    body = [show(60, 690 - 12 * n, line) for n, line in enumerate(wrap(ONE + " " + TWO, 10, 400))]
    source, _ = read_one(pdf([*head, *body], info={"Title": "The Belcora Times"}))
    assert list(kinds(source).values()) == ["navigation", "title", "subtitle", "paragraph"]
    assert clean(source).title == TITLE


def test_notes_captions_and_turned_text_stand_aside(read_one):
    _, flow = column(STORY, 0, 0, 240, 1)
    left, flow = poured(flow, 50, 720, 590)
    right, _ = poured(flow, 305, 720, 60)
    note = [show(50, 100, "1 The figure is that of the harbour office.", 7)]
    picture = ["q 200 0 0 100 50 480 cm /Im1 Do Q", show(50, 470, "The pier on Monday morning", 8, "F4")]
    side = [show(0, 0, "Belcora Archive", 8, matrix="0 1 -1 0 30 300")]
    source, _ = read_one(pdf([*left, *note, *picture, *right, *side]))
    assert paragraphs(source) == STORY
    labels = kinds(source)
    assert labels["1 The figure is that of the harbour office."] == "footer"
    assert labels["The pier on Monday morning"] == "caption"
    assert labels["Belcora Archive"] == "footer"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_stored_sideways_is_read_upright(turn, read_one):
    cos, sin = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    at = {90: (300, 100), 180: (500, 500), 270: (300, 700)}[turn]
    lines = wrap(ONE, 10, 300)
    drawn = [
        show(0, 0, line, matrix=f"{cos} {sin} {-sin} {cos} {at[0] + sin * 12 * n} {at[1] - cos * 12 * n}") for n, line in enumerate(lines)
    ]
    source, _ = read_one(pdf(drawn, rotate=turn))
    assert source.text == ONE


def test_invisible_text_is_left_out_and_told(read_one):
    source, issues = read_one(
        pdf([show(60, 700, ONE[:70]), show(60, 680, "Ignore the mayor", more="3 Tr"), show(900, 600, "Buy now"), show(60, 660, "seo", 0.5)])
    )
    assert "mayor" not in source.text
    assert "Buy" not in source.text
    assert [(issue.kind, issue.fatal) for issue in issues] == [("unseen", False)]


def test_the_text_behind_a_scan_is_read_and_told(read_one):
    source, issues = read_one(pdf(["q 595 0 0 842 0 0 cm /Im1 Do Q", show(60, 700, ONE[:70], more="3 Tr")]))
    assert source.text == ONE[:70].strip()
    assert [issue.kind for issue in issues] == ["recognised"]


def test_properties_are_believed_where_the_page_prints_them(read_one):
    body = [show(60, 700 - 12 * n, line) for n, line in enumerate(wrap(ONE + " " + TWO, 10, 300))]
    head = [show(60, 760, TITLE, 16, "F5"), show(60, 740, "By Ann Doe", 10)]
    said, _ = read_one(pdf([*head, *body], info={"Title": TITLE, "Author": "Ann Doe", "CreationDate": "D:20200101000000Z"}))
    assert {name: value for name, value, _ in said.facts} == {"title": TITLE, "authors": "Ann Doe"}
    other, _ = read_one(
        pdf([*head, *body], info={"Title": "Microsoft Word - doc1", "Author": "Some User", "CreationDate": "D:20200101000000Z"})
    )
    assert other.facts == ()
    assert clean(other).title == TITLE
    assert clean(other).published is None


def test_the_address_that_a_browser_prints_is_kept(read_one):
    body = [show(60, 700 - 12 * n, line) for n, line in enumerate(wrap(ONE, 10, 300))]
    edge = [show(30, 15, "https://news.example/harbour", 8), show(540, 15, "1/1", 8)]
    source, _ = read_one(pdf([*body, *edge]))
    assert clean(source).url == "https://news.example/harbour"
    assert paragraphs(source) == [ONE]


def refused(write, data):
    sources, (issue,) = read([write("a.pdf", data)])
    assert sources == []
    assert issue.fatal
    return issue.says


def test_a_scan_is_told_so(write):
    assert "OCR" in refused(write, pdf(["q 595 0 0 842 0 0 cm /Im1 Do Q"]))
    assert "OCR" in refused(write, pdf([]))


def test_a_locked_file_is_told_so(write):
    lock = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + "28" * 32 + "> /U <" + "41" * 32 + "> >>"
    data = pdf([show(60, 700, ONE[:60])], extra={902: lock}).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 902 0 R /ID [<00><00>]")
    assert "encrypted" in refused(write, data)


PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def test_a_file_locked_for_its_owner_alone_is_read(read_one):
    owner, rights = bytes(range(32)), -4
    key = hashlib.md5(PAD + owner + rights.to_bytes(4, "little", signed=True) + b"\0").digest()[:5]
    lock = f"<< /Filter /Standard /V 1 /R 2 /P {rights} /O <{owner.hex()}> /U <{rc4(key, PAD).hex()}> >>"
    data = pdf([show(60, 700, ONE[:60])], extra={902: lock})
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    own = hashlib.md5(key + (20).to_bytes(3, "little") + b"\0\0").digest()[:10]
    data = data[:start] + rc4(own, data[start:end]) + data[end:]
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 902 0 R /ID [<00><00>]")
    assert read_one(data)[0].text == ONE[:60].strip()


WHOLE = pdf([show(60, 700 - 12 * n, line) for n, line in enumerate(wrap(ONE + TWO, 10, 300))])


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_file_is_read_or_refused(share, write):
    sources, issues = read([write("a.pdf", WHOLE[: int(share * len(WHOLE))])])
    assert sources or issues[0].fatal


HOSTILE = {
    "cyclic pages": assembled({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"}),
    "cyclic form": pdf(["/Fm1 Do"]).replace(b"/Resources <<", b"/Resources << /XObject << /Fm1 20 0 R >>"),
    "huge box": pdf([show(60, 700, ONE[:60])], boxes="-1e30 -1e30 1e30 1e30"),
    "empty box": pdf([show(60, 700, ONE[:60])], boxes="0 0 0 0"),
    "negative length": WHOLE.replace(b"/Length ", b"/Length -"),
    "noise behind the mark": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "huge type": pdf([show(60, 700, ONE[:60], 1e9)]),
    "deep brackets": assembled({1: "[" * 50_000 + "]" * 50_000}),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_files_end_in_a_reason_or_an_article(name, write):
    good = write("good.txt", ONE)
    sources, issues = read([write("a.pdf", HOSTILE[name]), good])
    assert sources[-1].path == str(good)
    assert len(sources) == 2 or any(issue.fatal for issue in issues)


def test_a_bomb_ends_the_process_that_reads_it_and_no_other(write, monkeypatch):
    monkeypatch.setattr("dateline.intake.pdf_pages.MEGABYTES", 300)
    monkeypatch.setattr("dateline.intake.pdf_pages.SECONDS", 5)
    page = [" " * 400_000_000]
    good = write("good.txt", ONE)
    sources, issues = read([write("a.pdf", pdf(page, packed=True)), good])
    assert [source.path for source in sources] == [str(good)]
    assert issues[0].fatal


def test_pages_beyond_the_limit_are_told(write, monkeypatch):
    monkeypatch.setattr("dateline.intake.pdf_pages.MOST_PAGES", 2)
    (source,), (issue,) = read([write("a.pdf", pdf(*([show(60, 700, f"{number}. {ONE[:60]}")] for number in range(5))))])
    assert {place.where.split(",")[0] for place in source.places} == {"page 1", "page 2"}
    assert issue.says.startswith("5 pages: the first 2 are read")


def test_characters_beyond_the_limit_are_told(write, monkeypatch):
    monkeypatch.setattr("dateline.intake.pdf_pages.MOST_GLYPHS", 100)
    pages = [[show(60, 700, f"{number}. {ONE[:60]}")] for number in range(3)]
    _, (issue,) = read([write("a.pdf", pdf(*pages))])
    assert issue.says.startswith("3 pages: the first 1 are read")
    assert "on the first page" in refused(write, pdf([show(60, 700, ONE), show(60, 600, TWO)]))


def test_lines_without_a_common_edge(read_one):
    drawn = [show(60 + 7 * n, 700 - 12 * n, f"words of the line of number {n}") for n in range(12)]
    assert plain(read_one(pdf(drawn))[0].text) == plain("".join(f"words of the line of number {n}" for n in range(12)))


BOUNDED = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LETTERS = st.text("abcdefghilmnorstuvwzABCDE,.’”(0123456789", min_size=1, max_size=12)


@BOUNDED
@given(
    st.lists(st.lists(LETTERS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=6),
    st.integers(1, 3),
    st.integers(8, 12),
    st.booleans(),
)
def test_no_letter_is_lost_in_any_setting_and_passages_partition_the_text(read_one, blocks, columns, size, packed):
    room = (495 - 14 * (columns - 1)) / columns
    _, flow = column(blocks, 0, 0, room, 1, size)
    each = -(-len(flow) // columns)
    drawn = []
    for number in range(columns):
        drawn += poured(flow[each * number : each * (number + 1)], 50 + number * (room + 14), 720, 40, size, 1.2 * size)[0]
    source, _ = read_one(pdf(drawn, packed=packed))
    assert sorted(plain(source.text)) == sorted(plain("".join(blocks)))
    ends = [0, *(passage.span.end for passage in clean(source).passages)]
    assert [passage.span.start for passage in clean(source).passages] == ends[:-1]
    assert ends[-1] == len(source.text)


@BOUNDED
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(max_size=20), st.integers(0, 40)), min_size=1, max_size=8))
def test_damage_ends_in_a_reason_or_an_article(write, damage):
    data = WHOLE
    for at, new, cut in damage:
        data = data[:at] + new + data[at + cut :]
    sources, issues = read([write("a.pdf", b"%PDF-1.7\n" + data)])
    assert sources or any(issue.fatal for issue in issues)


def test_main_text_is_all_there(read_one):
    """No word is lost: what is drawn and seen is in the text, once."""
    drawn = [show(50, 760, TITLE, 22, "F5"), *column(STORY, 50, 720, 240, 60)[0]]
    source, _ = read_one(pdf(drawn))
    assert plain(source.text) == plain(TITLE + "".join(STORY))
    assert all(p.kind in MAIN_TEXT | {"title"} for p in clean(source).passages)
