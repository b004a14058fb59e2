"""Title, subtitle, byline, dateline, headings and dates at the head of an article."""
# ruff: noqa: E501 - the cases are whole sentences and elements

import pytest

from dateline.clean.article import clean
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.model.source import Source

PROSE = "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said."
MORE = "Two ferries left before noon, and the third was still under repair, according to the operator."


def article(text, published=None, **more):
    return clean(Source("a1", "a.txt", "00", "text/plain", "utf-8", text, **more), published)


def kinds(text):
    made = article(text)
    return [(passage.kind, passage.span.of(text).strip()) for passage in made.passages]


def test_a_full_head():
    text = f"Harbour Reopens After Storms\nFerries resume; repairs will last\n\nBy Ann Doe and Bob Roe\nMarch 12, 2024\n\nBELCORA (Northwire) — {PROSE}\n\n{MORE}\n"
    made = article(text)
    assert [passage.kind for passage in made.passages] == ["title", "subtitle", "byline", "byline", "dateline", "paragraph", "paragraph"]
    assert made.title == "Harbour Reopens After Storms"
    assert made.subtitle == "Ferries resume; repairs will last"
    assert made.authors == ("Ann Doe", "Bob Roe")
    assert made.published.value == "2024-03-12"
    assert made.published.span.of(text) == "March 12, 2024"
    assert made.language == "en"


@pytest.mark.parametrize(
    "title",
    [
        "Harbour Reopens After Storms",
        "Why the tunnel was never built",
        "Is the bridge safe?",
        "‘Nobody told us’: nineteen days on the quay",
        "Council backs deal with U.S.",
        "# Harbour reopens",
    ],
)
def test_titles(title):
    assert kinds(f"{title}\n\n{PROSE}\n\n{MORE}")[0] == ("title", title)


@pytest.mark.parametrize(
    "first",
    [
        PROSE,
        "The harbour is open again.",
        "and so it went on for years",
        "“Nobody told us,” she said.",
        "Ferries left at noon, and this much was clear to all who stood on the quay that morning in the rain and looked on, in their hundreds, without a word, as the boats turned",
        "- bread",
    ],
)
def test_first_lines_that_are_no_titles(first):
    made = article(f"{first}\n\n{PROSE}\n\n{MORE}")
    assert made.title is None
    assert made.passages[0].kind == "paragraph"


def test_a_title_wrapped_over_two_lines():
    text = f"Harbour Reopens After Three Weeks of\nStorms in the West\n\n{PROSE}\n\n{MORE}"
    assert kinds(text)[0] == ("title", "Harbour Reopens After Three Weeks of\nStorms in the West")
    assert article(text).title == "Harbour Reopens After Three Weeks of Storms in the West"


DATELINES = [
    "BELCORA (Northwire) — ",
    "BELCORA, March 12 (Northwire) - ",
    "BELCORA, Norhelm (NW) -- ",
    "PORT BELCORA, 12 March – ",
    "Belcora, March 12, 2024 (Northwire) – ",
    "BELCORA — ",
    "(Northwire) - ",
    "BELCORA/NORHELM (Northwire) — ",
    "ST. MARGARET, Norhelm, Feb. 3 (NW) _ ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_datelines_are_cut_off_the_first_paragraph(dateline):
    assert kinds(f"{dateline}{PROSE}\n\n{MORE}")[:2] == [("dateline", dateline.strip()), ("paragraph", PROSE)]


@pytest.mark.parametrize(
    "first",
    [
        "NATO — the alliance of thirty states — met on Monday.",
        "BREAKING — The harbour is open again, officials said.",
        "EU - US talks went on, officials said.",
        "Belcora - once the third port of the coast - is open again.",
        "The Northwire agency (NW) — the oldest of the coast — said so.",
        "A 12-hour strike began on Monday, the union said.",
    ],
)
def test_what_looks_like_a_dateline(first):
    assert kinds(f"{first}\n\n{MORE}")[0] == ("paragraph", first)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Doe", ("Ann Doe",)),
        ("BY ANN DOE", ("ANN DOE",)),
        ("By Ann Doe, Northwire Staff", ("Ann Doe", "Northwire Staff")),
        ("By Ann Doe and Bob Roe in Belcora", ("Ann Doe", "Bob Roe")),
        ("Written by Ann M. Doe", ("Ann M. Doe",)),
        ("By Ludwig van Doe | March 12, 2024", ("Ludwig van Doe",)),
    ],
)
def test_bylines(line, authors):
    made = article(f"Harbour Reopens\n{line}\n\n{PROSE}\n\n{MORE}")
    assert [passage.kind for passage in made.passages[:3]] == ["title", "byline", "paragraph"]
    assert made.authors == authors


@pytest.mark.parametrize(
    "line", ["By Monday the water had gone.", "By law the council must answer.", "By the river, Ann Doe found the letters."]
)
def test_what_looks_like_a_byline(line):
    assert kinds(f"{line}\n\n{MORE}")[0] == ("paragraph", line)


def test_headings_stand_between_paragraphs():
    text = f"{PROSE}\n\nWhat happens next\n\n{MORE}\n\nA last line without a stop"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "heading", "paragraph", "paragraph"]


def test_a_given_date_is_kept_as_it_is_and_disagreement_is_told():
    given = Moment(None, "2024-03-10", "DATE", "2024-03-10", "", Reason("dates.given", "--date gives it"))
    made = article(f"Harbour Reopens\n\nMarch 12, 2024\n\n{PROSE}\n\n{MORE}", given)
    assert made.published is given
    assert "2024-03-12" in made.issues[0].says
    assert article(PROSE, given).issues == ()


def test_an_update_is_no_publication():
    made = article(f"Harbour Reopens\n\nUpdated March 14, 2024\n\n{PROSE}\n\n{MORE}")
    assert made.published is None
    assert made.modified.value == "2024-03-14"


def test_nothing_dates_a_text_that_does_not_say():
    assert article(f"{PROSE}\n\nIt had been closed since 2 March 2024, she said.").published is None


def test_a_neighbouring_day_is_a_time_zone_not_a_disagreement():
    facts = (
        ("published", "2024-03-12T23:30:00-05:00", "meta date"),
        ("published", "2024-03-13T04:30:00Z", "JSON-LD Article.datePublished"),
    )
    assert article(PROSE, facts=facts).issues == ()


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff"])
def test_white_space_has_no_passage_and_an_issue(text):
    made = article(text)
    assert made.passages == ()
    assert [issue.kind for issue in made.issues] == ["no-prose"]


def test_a_text_of_furniture_alone_is_told():
    made = article("Advertisement\n\nShare this article\n")
    assert [issue.kind for issue in made.issues] == ["no-prose"]


def test_other_languages_are_told():
    german = "Der Hafen ist seit Montag wieder offen, sagte der Leiter der Behörde nach drei Wochen Sturm an der Küste. Zwei Fähren liefen noch vor Mittag aus."
    assert article(german).language == "de"
