"""Relative dating: each rule on its example and near-miss, and a pile without dates in time that grows with it."""

import re
import time

import pytest

from dateline.link.same_claim import gist, likenesses
from dateline.model.claim import Claim
from dateline.model.moment import Moment
from dateline.model.party import Party
from dateline.model.reason import Reason
from dateline.model.span import Span
from dateline.weigh import frames
from dateline.weigh.dating import date_story
from dateline.weigh.rules_of_dating import RULES
from dateline.weigh.ties import Edge, in_order, untangled
from telling import article, only_story
from weighing import weighed

WHY = Reason("speech.clause", "made for a test")


def rules_of(text):
    return {frame.reason.rule for frame in weighed(*text.split(" // "))["dating"].frames.values()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_leaves_its_near_miss(rule):
    assert rule.name in rules_of(rule.example)
    assert rule.name not in rules_of(rule.near_miss)


def test_what_is_inferred_is_not_put_in_print_as_stated():
    story = only_story(
        ("The council said on Tuesday that the old harbour bridge would stay shut until the end of May.", None),
        ("The council said last week Tuesday that the old harbour bridge would stay shut until the end of May.", "2024-03-14"),
    )
    said = [claim.said for claim in story.claims]
    assert [(moment.value, moment.inferred) for moment in said] == [("2024-03-05", True), ("2024-03-05", False)]
    assert "2024-03-05 to 2024-03-11" in next(question.text for question in story.questions if question.kind == "undated")


def test_a_file_is_named_by_its_name_and_by_its_path_where_two_have_one_name():
    def reason(*paths):
        texts = (
            ("The council said on Tuesday that the old harbour bridge would stay shut until the end of May.", None),
            ("The council said last week Tuesday that the old harbour bridge would stay shut until the end of May.", "2024-03-14"),
        )
        listed = [article(text, date, path) for (text, date), path in zip(texts, paths, strict=True)]
        return date_story(listed, *made(listed)).frames[listed[0].id].reason.says

    assert "“Tuesday” is 2024-03-05: b.txt dates" in reason("/home/desk/a.txt", "/home/desk/b.txt")
    assert ": /home/two/a.txt dates" in reason("/home/one/a.txt", "/home/two/a.txt")


def made(articles):
    """Claims, moments and likenesses of articles of the one sentence form “The council said DAY that ...”, without the model."""
    claims, moments = [], {}
    for one in articles:
        found = []
        for match in re.finditer(r"(The council) (said) (?:on )?(last week )?(Tuesday) (that [^.]+)\.", one.text):
            spans = [Span(one.id, *match.span(group)) for group in (1, 2, 4, 5)]
            form = "week-1 weekday=2" if match[3] else "weekday<=2"
            words, reason = (match[3] or "") + match[4], Reason("moments.weekday", "made for a test")
            value = {"week-1 weekday=2": "2024-03-05"}.get(form, "XXXX-WXX-2") if one.published is not None else "XXXX-WXX-2"
            said = Moment(spans[2], words, "DATE", value, form, reason)
            found.append(said)
            content = (spans[3],)
            identity = f"{one.id}{match.start()}"
            speakers = (Party("council"),)
            claims.append(
                Claim(identity, one.id, "source", "indirect", "statement", content, match[5], 1.0, WHY, speakers=speakers, said=said)
            )
        moments[one.id] = tuple(found)
    return claims, moments, likenesses([gist(claim, claim.text) for claim in claims])


def chain(length):
    """Articles of which each shares a statement with the next, the last one dated."""
    codes = ["".join("bcdfghklmn"[int(digit)] + "a" for digit in f"{number:03}") for number in range(length)]
    told = [f"The council said on Tuesday that the {code}bridge in {code}ville would stay shut for {code}repairs." for code in codes]
    texts = [f"{told[number]} {told[number + 1]}" for number in range(length - 1)]
    dates = [None] * (length - 2) + ["2024-03-06"]
    return [article(text, date, f"{number}.txt") for number, (text, date) in enumerate(zip(texts, dates, strict=True))]


def seconds(length):
    listed = chain(length)
    given = made(listed)
    start = time.process_time()
    dated = date_story(listed, *given)
    spent = time.process_time() - start
    assert all(frame.real for frame in dated.frames.values())
    assert max(len(frame.reason.says) for frame in dated.frames.values()) < 1000
    return spent


def test_three_hundred_undated_articles_take_seconds_and_time_grows_with_them():
    seconds(20)
    assert seconds(301) < 5
    assert seconds(301) < 40 * max(seconds(31), 0.005)


def test_a_statement_that_all_share_is_dated_once_for_each():
    text = "The council said on Tuesday that the old harbour bridge would stay shut. "
    dated = article("The council said last week Tuesday that the old harbour bridge would stay shut.", "2024-03-14", "z.txt")
    listed = [*(article(text + " " * number, None, f"{number}.txt") for number in range(59)), dated]
    frames.landing.cache_clear()
    found = date_story(listed, *made(listed))
    assert {frame.earliest for name, frame in found.frames.items() if name != dated.id} == {frames.date(2024, 3, 5).toordinal()}
    assert frames.landing.cache_info().misses < 100


def test_what_runs_in_a_circle_is_taken_out_and_the_rest_stays():
    edges = [Edge("a", "b"), Edge("b", "c"), Edge("c", "b"), Edge("c", "d"), Edge("x", "y")]
    assert untangled(edges) == ([Edge("a", "b"), Edge("c", "d"), Edge("x", "y")], ["b", "c"])


def test_an_edge_moves_only_what_it_must():
    assert in_order(["a", "b", "c", "d"], [Edge("c", "b")]) == ("a", "c", "b", "d")
    assert in_order(["a", "b"], [Edge("a", "b"), Edge("b", "a")]) in {("a", "b"), ("b", "a")}
