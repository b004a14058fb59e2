"""The brief and the questions as Markdown."""

from dataclasses import replace

from dateline.sheets.detail import Detail
from dateline.sheets.markdown import escaped, markdown
from dateline.sheets.questions import questions


def test_the_brief_has_its_parts_and_quotes_the_words(brief):
    text = markdown(brief, Detail())
    parts = [line for line in text.splitlines() if line.startswith("## ")]
    assert parts == [
        "## Disputed",
        "## What changed",
        "## Timeline",
        "## Figures that nobody sources",
        "## Not heard",
        "## Open questions",
        "## Could not be read",
    ]
    assert "**Ines Vant**, harbour master, denied (via Tern news agency)" in text
    assert "> “Nobody was hurt and nobody was in danger,”" in text
    assert "- **gazette.txt**, undated" in text
    assert "\n\n\n" not in text


def test_why_gives_reasons_and_places(brief):
    assert "*Why: speech.clause: “said” takes the clause before it*" in markdown(brief, Detail(why=True))
    assert "pile/courier.txt:" in markdown(brief, Detail(why=True))


def test_what_a_source_writes_is_shown_and_not_obeyed(brief):
    hostile = replace(brief, stories=(replace(brief.stories[0], title="<script>x</script> [a](b) *c* # d"),))
    assert markdown(hostile, Detail()).startswith(r"# \<script\>x\</script\> \[a\](b) \*c\* # d")
    assert escaped("# no heading") == r"\# no heading"
    assert escaped("12. no list") == r"12\. no list"
    assert escaped("&amp; stays, R&D too") == r"\&amp; stays, R&D too"
    assert escaped("file_name_1.txt") == "file_name_1.txt"


def test_the_sheet_has_a_heading_for_each_party_and_room_for_each_answer(brief):
    sheet = questions(brief)
    assert [line for line in sheet.splitlines() if line.startswith("## ")] == [
        "## Rescue crew",
        "## Harbour board",
        "## Owner of the Petrel",
    ]
    assert "*To be put to Ines Vant as well.*" in sheet[: sheet.index("## Harbour board")]
    board = sheet[sheet.index("## Harbour board") : sheet.index("## Owner")]
    assert "> Islanders accused the harbour board of ignoring three earlier warnings" in board
    assert "> — Islanders accused harbour board, in Harbour Courier" in board
    assert "*Why this is asked: accused, and no answer on record.*" in board
    assert "- [ ] Answered\n- Answer:\n- Name:\n- Date:\n" in board
    assert sheet.count("- Answer:") == 7
    assert questions(brief, every=True).count("- Answer:") == 9
    assert "*2 more on request.*" in sheet
