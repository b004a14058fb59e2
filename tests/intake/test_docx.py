"""Word documents: styles say what a paragraph is, changes are read as accepted, notes stand aside; hostile files are told."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from dateline.clean.article import clean
from dateline.intake.docx import read_docx
from dateline.intake.files import read
from dateline.intake.raw import Raw

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
STYLES = {"Title": "Title", "Kop1": "heading 1", "Bij": "caption", "Subtitle": "Subtitle"}
BODY = "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said."
MORE = "Two ferries left before noon, according to the operator, which gave no date for the third."


def p(text="", style=None, runs=None, properties=""):
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = runs if runs is not None else r(text)
    return f"<w:p><w:pPr>{said}{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def docx(*paragraphs, main="word/document.xml", relations=(), core=None, **parts):
    stream = io.BytesIO()
    styles = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in STYLES.items())
    styles += '<w:style w:styleId="Own"><w:name w:val="House head"/><w:basedOn w:val="Kop1"/></w:style>'
    styles += "".join(f'<w:style w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA"))
    listed = "".join(f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(relations))
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{R}/officeDocument" Target="{main}"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships>{listed}</Relationships>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        main: f"<w:document {SPACES}><w:body>{''.join(paragraphs)}<w:sectPr/></w:body></w:document>",
    } | {name.replace("__", "/") + ".xml": f"<w:part {SPACES}>{content}</w:part>" for name, content in parts.items()}
    if core:
        fields = "".join(f"<x:{name}>{escape(value)}</x:{name}>" for name, value in core.items())
        files["docProps/core.xml"] = f'<cp xmlns:x="urn:x">{fields}</cp>'
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read_one(data):
    found = list(read_docx(Raw("a.docx", data)))
    return found[-1], found[:-1]


def kinds(data):
    source, _ = read_one(data)
    return {source.text[x.span.start : x.span.end].strip(): x.kind for x in clean(source).passages}


def text_of(*paragraphs, **more):
    return read_one(docx(*paragraphs, **more))[0].text


def test_it_is_told_by_its_content_and_read(write):
    (source,), issues = read([write("named.txt", docx(p("Harbour Reopens After Storm", "Title"), p(BODY), p(MORE)))])
    assert issues == []
    assert source.text == f"Harbour Reopens After Storm\n\n{BODY}\n\n{MORE}"
    assert [place.where for place in source.places] == [f"word/document.xml, paragraph {n}" for n in (1, 2, 3)]
    assert clean(source).title == "Harbour Reopens After Storm"


def test_styles_say_what_a_paragraph_is():
    found = kinds(
        docx(
            p("Harbour reopens", "Title"),
            p("Ferries leave in the morning", "Subtitle"),
            p(BODY),
            p("What comes next", "Kop1"),
            p(MORE, "A"),
            p("The house’s own head", "Own"),
            p(MORE.replace("Two", "Six"), properties='<w:outlineLvl w:val="9"/>'),
            p("The pier on Monday", "Bij"),
            p("By its level.", properties='<w:outlineLvl w:val="1"/>'),
            p("In bold type", runs=r("In bold type", "<w:b/>")),
            p(BODY.replace("Monday", "Friday")),
        )
    )
    assert list(found.values()) == [
        "title", "subtitle", "paragraph", "heading", "paragraph", "heading", "paragraph", "caption", "heading", "heading", "paragraph",
    ]  # fmt: skip


def test_the_first_block_is_the_headline_where_no_style_says_so():
    assert kinds(docx(p("Harbour reopens after storm"), p(BODY), p(MORE)))["Harbour reopens after storm"] == "title"
    assert "title" not in kinds(docx(p(BODY), p(MORE))).values()
    assert kinds(docx(p("By Ann Doe"), p(BODY), p(MORE)))["By Ann Doe"] == "byline"


def test_tracked_changes_are_read_as_accepted_and_told():
    changed = (
        r("The toll rose to ") + f"<w:del>{r('12').replace('w:t', 'w:delText')}</w:del><w:ins>{r('14')}</w:ins>" + r(" on Monday, he said.")
    )
    moved = f"<w:moveFrom>{r('Gone. ')}</w:moveFrom>" + r("Kept.")
    source, issues = read_one(docx(p(runs=changed), p(runs=moved)))
    assert source.text == "The toll rose to 14 on Monday, he said.\n\nKept."
    assert [issue.says for issue in issues] == ["tracked changes, read as accepted: 2 deletions left out, 1 insertions kept"]


def test_a_paragraph_whose_end_is_deleted_goes_on():
    source, _ = read_one(docx(p("The mayor ", properties="<w:rPr><w:del/></w:rPr>"), p("said so.")))
    assert source.text == "The mayor said so."
    assert [place.where[-1] for place in source.places] == ["1", "2"]


def test_notes_headers_and_footers_are_furniture_and_comments_are_left_out():
    data = docx(
        p(BODY),
        relations=[
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("footer", "footer1.xml"),
            ("footnotes", "footnotes.xml"),
            ("comments", "comments.xml"),
        ],
        word__header1=p("Belcora Times"),
        word__header2=p("Belcora Times"),
        word__footer1=p("Page 1 of us"),
        word__footnotes=f'<w:footnote w:id="2">{p("As the office counts.")}</w:footnote>',
        word__comments=f'<w:comment w:id="1">{p("Is this true?")}</w:comment>',
    )
    assert kinds(data) == {"Belcora Times": "navigation", BODY: "paragraph", "As the office counts.": "footer", "Page 1 of us": "footer"}
    assert [issue.kind for issue in read_one(data)[1]] == ["comments"]


def test_tables_are_lines_unless_they_hold_prose():
    def row(*cells):
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row(p('Town'), p('Dead'))}{row(p('Belcora'), p('14'))}</w:tbl>"
    assert text_of(p(BODY), table, p(MORE)).split("\n\n") == [BODY, "Town\tDead", "Belcora\t14", MORE]
    assert kinds(docx(p(BODY), table, p(MORE)))["Belcora\t14"] == "caption"
    assert text_of(f"<w:tbl>{row(p(BODY) + p(MORE), p('Side'))}</w:tbl>").split("\n\n") == [BODY, MORE, "Side"]


def test_what_a_run_may_hold():
    runs = (
        r("so")
        + "<w:r><w:softHyphen/></w:r>"
        + r("called co")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + r("op")
        + "<w:r><w:tab/><w:t>14</w:t><w:br/><w:t>dead</w:t></w:r>"
        + f'<w:hyperlink r:id="r1">{r(" in Belcora")}</w:hyperlink>'
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{r(', he said')}</w:sdtContent></w:sdt>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        + r(" unseen", "<w:vanish/>")
        + r(".", '<w:vanish w:val="0"/>')
    )
    source, issues = read_one(docx(p(runs=runs)))
    assert source.text == "socalled co-op\t14\ndead in Belcora, he said."
    assert [issue.kind for issue in issues] == ["unseen"]


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    twice = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>"
    assert text_of(p(runs=r(BODY) + drawing), p(MORE)).split("\n\n") == [BODY, "In the box.", MORE]


def test_properties_are_believed_where_the_text_prints_them():
    core = {"title": "Harbour reopens after storm", "creator": "Ann Doe", "created": "2020-01-01T00:00:00Z"}
    source, _ = read_one(docx(p("Harbour Reopens After Storm"), p("By Ann Doe"), p(BODY), core=core))
    assert [name for name, _, _ in source.facts] == ["title", "authors", "created"]
    assert clean(source).published is None
    other, _ = read_one(docx(p("Harbour reopens"), p(BODY), core=core | {"title": "Template v3", "creator": "Office User"}))
    assert [name for name, _, _ in other.facts] == ["created"]


def test_a_main_part_of_another_name_and_macros(write):
    data = docx(p(BODY), main="word/document2.xml", word__vbaProject="<w:x/>")
    assert read([write("a.docm", data)])[0][0].text == BODY


def refused(write, data, name="a.docx"):
    sources, issues = read([write(name, data), write("good.txt", BODY)])
    assert [source.media for source in sources] == ["text/plain"]
    return next(issue.says for issue in issues if issue.fatal)


def replaced(data, name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return out.getvalue()


BILLION = (
    "<!DOCTYPE w [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {c} '{f'&{b};' * 10}'>" for b, c in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = "<!DOCTYPE w [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize("head", [BILLION, OUTSIDE])
def test_entities_are_refused(head, write):
    content = f"{head}<w:document {SPACES}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    assert "entities" in refused(write, replaced(docx(p(BODY)), "word/document.xml", content)) or "no XML" in refused(
        write, replaced(docx(p(BODY)), "word/document.xml", content)
    )


def test_a_bomb_is_refused(write):
    data = replaced(docx(p(BODY)), "word/document.xml", b"<w>" + b" " * 60_000_000 + b"</w>")
    assert re.search("bomb", refused(write, data))


def test_broken_and_empty_documents_are_refused(write):
    assert "no XML" in refused(write, replaced(docx(p(BODY)), "word/document.xml", "<w:document"))
    assert "without text" in refused(write, docx(p("")))
    assert "no XML" in refused(write, replaced(docx(p(BODY)), "word/document.xml", f"<w:a {SPACES}>" + "<w:sdt>" * 50_000))


def test_odd_relations_and_missing_parts_do_no_harm():
    relations = [("header", "document.xml"), ("footer", "../../../etc/passwd"), ("footnotes", "none.xml"), ("styles", "/word/styles.xml")]
    assert text_of(p(BODY), relations=relations) == BODY


@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "docProps/core.xml"])
def test_a_broken_part_that_the_text_can_do_without_is_told(name):
    source, issues = read_one(replaced(docx(p(BODY), core={"title": "a"}), name, "<broken"))
    assert source.text == BODY
    assert [issue.kind for issue in issues] == ["broken-part"]


WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), max_size=30)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.lists(WORDS, max_size=3), st.sampled_from([None, "Title", "Kop1", "Bij", "A"])), min_size=1, max_size=8))
def test_passages_partition_the_text_and_each_place_holds_its_words(made):
    data = docx(p("Here it is."), *(p(style=style, runs="".join(r(text) for text in texts)) for texts, style in made))
    source, _ = read_one(data)
    assert_leads_back(source, data)
    ends = [0, *(passage.span.end for passage in clean(source).passages)]
    assert [passage.span.start for passage in clean(source).passages] == ends[:-1]
    assert ends[-1] == len(source.text)


def assert_leads_back(source, data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    held = ["".join(node.itertext(f"{{{W}}}t")) for node in root.iter(f"{{{W}}}p")]
    covered = set()
    for place in source.places:
        number = int(place.where.rpartition(" ")[2])
        assert "".join(source.text[place.start : place.end].split()) in "".join(held[number - 1].split())
        covered |= set(range(place.start, place.end))
    assert all(at in covered for at, character in enumerate(source.text) if not character.isspace())
