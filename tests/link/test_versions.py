import pytest

from dateline.link.copies import copies
from dateline.link.versions import RULES, address_of, versions

PIER = (
    "The old pier of Lunden will be closed from Monday, the town said on its page.",
    "Divers found rust in eleven of its forty posts last week and told the harbour master.",
    "Ferries will leave from the fish market until the work has been done, which may take until May.",
)


def chains(*articles):
    order = {one.id: rank for rank, one in enumerate(articles)}
    return [chain.articles for chain in versions(articles, copies(articles, order), order)]


def test_one_address_saved_three_times_is_a_chain(article):
    saved = [
        article("c", *PIER, url="https://www.example.org/pier/?utm_source=mail"),
        article("a", *PIER[:2], url="https://example.org/pier#top"),
        article("b", "Something wholly new stands there now, and not a word is left of the old.", url="http://example.org/pier"),
    ]
    (chain,) = versions(saved, copies(saved), {"c": 0, "a": 1, "b": 2})
    assert chain.articles == ("c", "a", "b")
    assert [reason.rule for reason in chain.reasons] == ["versions.address"] * 2


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ({"outlet": "Lunden Post"}, {"outlet": "lunden post"}, True),
        ({"outlet": "Lunden Post"}, {"outlet": "Harbour News"}, False),
        ({"outlet": "Lunden Post"}, {}, False),
        ({}, {}, False),
        ({"outlet": "P", "url": "https://p.example/1"}, {"outlet": "P", "url": "https://p.example/2"}, False),
        ({"outlet": "P", "url": "https://p.example/"}, {"outlet": "Q", "url": "https://p.example/"}, False),
    ],
)
def test_a_print_elsewhere_is_no_version(article, first, second, together):
    assert chains(article("a", *PIER, **first), article("b", *PIER, "It will reopen in May.", **second)) == [("a", "b")] * together


def test_a_follow_up_that_takes_the_background_over_is_no_version(article):
    new = ("A diver was hurt on Tuesday when a post of the pier broke above his head.", "He is in hospital, and the work has been stopped.")
    assert chains(article("a", *PIER, outlet="Lunden Post"), article("b", *new, *PIER[1:], outlet="Lunden Post")) == []
    assert chains(article("a", *PIER, outlet="Lunden Post"), article("b", PIER[0], outlet="Lunden Post")) == []


@pytest.mark.parametrize("url", [None, "", "not an address", "https://[bad", "https://example.org/", "mailto:a@example.org"])
def test_what_is_no_address_of_a_piece(url):
    assert address_of(url) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_do_what_they_say(article, rule):
    def fired(sample):
        saved = []
        for number, words in enumerate(sample.split(" // ")):
            stated, _, text = words.partition(" | ")
            saved.append(article(f"a{number}", text, **{"url" if "//" in stated else "outlet": stated}))
        order = {one.id: rank for rank, one in enumerate(saved)}
        return {reason.rule for chain in versions(saved, copies(saved, order), order) for reason in chain.reasons}

    assert rule.name in fired(rule.example)
    assert rule.name not in fired(rule.near_miss)
