"""The title and the authors that a page states in many places and manners."""
# ruff: noqa: E501 - the cases are whole titles

import pytest

from dateline.clean.authors import authors_of
from dateline.clean.title import title_of
from dateline.model.source import Source

LD = "JSON-LD NewsArticle.headline"
OG = "meta og:title"
EL = "title element"
SITE = ("outlet", "The Northwire", "meta og:site_name")
LINK = ("url", "https://www.northwire-news.example/coast/1", "link canonical")


def source(*facts):
    return Source("source-1", "a.html", "0", "text/html", "utf-8", "", facts=facts)


HARBOUR = "Harbour of Belcora reopens after storms"
TITLES = [
    ("bar and outlet", [(f"{HARBOUR} | The Northwire", OG)], None, HARBOUR),
    ("dash and outlet", [(f"{HARBOUR} - Northwire", OG)], None, HARBOUR),
    ("section and outlet", [(f"{HARBOUR} - Coast | Northwire", OG)], None, HARBOUR),
    ("star, outlet and author", [(f"{HARBOUR} * The Northwire * by Ann Doe", OG)], None, HARBOUR),
    ("outlet first", [(f"The Northwire | {HARBOUR}", EL)], None, HARBOUR),
    ("outlet first, with a colon", [(f"Northwire: {HARBOUR}", EL)], None, HARBOUR),
    ("host", [(f"{HARBOUR} | northwire-news.example", EL)], None, HARBOUR),
    ("a long unknown tail that another witness lacks", [(f"{HARBOUR} | News from all over the coast today", EL), (HARBOUR, OG)], None, HARBOUR),
    ("the printed headline shows the tail", [(f"{HARBOUR} | News from all over the coast today", OG)], HARBOUR, HARBOUR),
    ("JSON-LD before the network title", [("Coast breathes again", OG), (HARBOUR, EL), (HARBOUR, LD)], "Coast breathes", "Coast breathes again"),
    ("in the order of trust", [(HARBOUR, LD), ("Belcora harbour reopens", OG)], "Coast breathes again", HARBOUR),
    ("the JSON-LD of another article", [("Nine cats that can swim", LD), (HARBOUR, OG), (HARBOUR, EL)], HARBOUR, HARBOUR),
    ("JSON-LD alone against the headline and the rest", [("Belcora harbour open", LD), (HARBOUR, OG), (HARBOUR, EL)], HARBOUR, HARBOUR),
    ("the site alone is no title", [("The Northwire", OG), (f"{HARBOUR} | The Northwire", EL)], None, HARBOUR),
    ("the headline before the title element", [("Belcora: harbour, storms, ferries | Northwire", EL)], HARBOUR, HARBOUR),
    ("only the title element", [(f"{HARBOUR} | Northwire", EL)], None, HARBOUR),
    ("shortened", [(f"{HARBOUR} and the ferries leave the quay at…", LD)], f"{HARBOUR} and the ferries leave the quay at noon",
     f"{HARBOUR} and the ferries leave the quay at noon"),
    ("cut within a word", [(f"{HARBOUR} and the ferries leave the quay at no", LD)], f"{HARBOUR} and the ferries leave the quay at noon",
     f"{HARBOUR} and the ferries leave the quay at noon"),
    ("a longer wording is another title", [(f"{HARBOUR} and the ferries leave the quay", LD), (f"{HARBOUR} and the ferries leave the quay, officials say", OG)],
     None, f"{HARBOUR} and the ferries leave the quay"),
    ("a live page", [(f"{HARBOUR} – live | Northwire", OG)], f"{HARBOUR} – live", f"{HARBOUR} – live"),
    ("a tail that is not the outlet’s name", [(f"{HARBOUR} – live", LD)], None, f"{HARBOUR} – live"),
    ("soft hyphens, spaces that do not break, marks of direction", [("Har\xadbour\xa0of \u202aBelcora\u202c reopens", LD)], None, "Harbour of Belcora reopens"),
    ("tags", [("<em>Harbour</em> of Belcora <br/>reopens", LD)], None, "Harbour of Belcora reopens"),
    # near-misses: what follows or goes before belongs to the title
    ("a kicker", [("BUDGET | Harbour gets four million for repairs", OG)], None, "BUDGET | Harbour gets four million for repairs"),
    ("a colon", [("Storms on the coast: what we know", OG)], None, "Storms on the coast: what we know"),
    ("a word of the outlet behind a colon", [("Storms cost millions: The north", OG)], None, "Storms cost millions: The north"),
    ("a dash in a long title", [("Belcora’s harbour master resigns – and nobody in town wants his job", OG)], None,
     "Belcora’s harbour master resigns – and nobody in town wants his job"),
    ("a short title", [("Gold - Silver", OG)], None, "Gold - Silver"),
    ("a subtitle of the printed headline", [(f"{HARBOUR}: three weeks in the lorry", LD)], HARBOUR, f"{HARBOUR}: three weeks in the lorry"),
    ("two titles for two readerships", [("Harbour reopens", LD), ("Harbour of Belcora is open", OG)], "The harbour is open again", "Harbour reopens"),
]  # fmt: skip


@pytest.mark.parametrize("case", TITLES, ids=[case[0] for case in TITLES])
def test_titles(case):
    _, stated, printed, wanted = case
    facts = [("title", value, place) for value, place in stated]
    facts.sort(key=lambda fact: [LD, OG, EL].index(fact[2]) if case[0] != "JSON-LD before the network title" else 0)
    assert title_of(source(*facts, SITE, LINK), printed) == wanted


def test_a_page_without_any_title_has_none():
    assert title_of(source(SITE), None) is None
    assert title_of(source(), "A headline in print") == "A headline in print"
    assert title_of(source(("title", "The Northwire", OG), SITE), None) is None


AUTHORS = [
    ("one", ["Ann Doe"], ["Ann Doe"]),
    ("two in one value", ["Ann Doe and Bob Roe"], ["Ann Doe", "Bob Roe"]),
    ("four", ["Ann Doe, Bob Roe, Cy Poe and Dee Loe"], ["Ann Doe", "Bob Roe", "Cy Poe", "Dee Loe"]),
    ("several values", ["Ann Doe", "Bob Roe"], ["Ann Doe", "Bob Roe"]),
    ("by and place", ["By Ann Doe and Bob Roe in Belcora"], ["Ann Doe", "Bob Roe"]),
    ("job titles", ["Ann Doe, Senior Health Reporter", "Bob Roe, Head of Data"], ["Ann Doe", "Bob Roe"]),
    ("agency beside a person", ["Ann Doe, Reuters"], ["Ann Doe"]),
    ("agency in brackets", ["Ann Doe (AFP)"], ["Ann Doe"]),
    ("with agencies", ["Ann Doe with agencies"], ["Ann Doe"]),
    ("the outlet beside a person", ["Ann Doe", "The Northwire"], ["Ann Doe"]),
    ("a generation is part of the name", ["Ann Doe, Jr."], ["Ann Doe, Jr"]),
    ("particles", ["Ann van der Doe"], ["Ann van der Doe"]),
    ("a name that holds “and”", ["Alexandra Anders"], ["Alexandra Anders"]),
    ("only the agency", ["AFP"], ["AFP"]),
    ("only the outlet", ["The Northwire"], ["The Northwire"]),
    ("no name at all", ["admin", "https://example.org/ann", "@anndoe"], []),
    ("a slash", ["Ann Doe/Bob Roe"], ["Ann Doe", "Bob Roe"]),
    ("twice", ["Ann Doe", "ann doe"], ["Ann Doe"]),
    ("a biography", ["Ann Doe has written of harbours and ferries for thirty years and lives with two dogs near the old quay"], []),
]


@pytest.mark.parametrize("case", AUTHORS, ids=[case[0] for case in AUTHORS])
def test_authors(case):
    _, values, wanted = case
    assert list(authors_of(source(*(("authors", value, "meta author") for value in values), SITE), [])) == wanted


def test_a_byline_goes_before_a_page_that_names_only_its_outlet_or_a_user():
    assert authors_of(source(("authors", "The Northwire", "meta author"), SITE), ["By Ann Doe"]) == ("Ann Doe",)
    assert authors_of(source(("authors", "anndoe", "meta author")), ["By Ann Doe"]) == ("Ann Doe",)
    assert authors_of(source(("authors", "Bob Roe", "meta author")), ["By Ann Doe"]) == ("Bob Roe",)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Ann Doe in Belcora and Bob Roe in Tarn", ("Ann Doe", "Bob Roe")),
        ("By Ann Doe Reuters", ("Ann Doe",)),
        ("By Ann Doe Northwire Daily", ("Ann Doe",)),
        ("By Ann Doe, Bob Roe and Cy Poe", ("Ann Doe", "Bob Roe", "Cy Poe")),
        ("By Ann Reuters", ("Ann Reuters",)),
        ("By Reuters", ("Reuters",)),
    ],
)
def test_bylines(line, wanted):
    assert authors_of(source(("outlet", "Northwire Daily", "meta og:site_name")), [line]) == wanted
