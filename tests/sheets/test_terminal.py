"""The brief on a terminal: order, words, doubt folded, nothing that harms."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from dateline.model.story import Brief
from dateline.sheets.detail import Detail
from dateline.sheets.terminal import show


def shown(brief, width=100, *, colour=False, **detail):
    paper = StringIO()
    system = "truecolor" if colour else None
    show(brief, Console(file=paper, width=width, color_system=system, force_terminal=colour, highlight=False), Detail(**detail))
    return paper.getvalue()


def test_disputes_come_first_with_both_values_their_source_and_the_words(brief):
    text = shown(brief)
    assert text.index("DISPUTED") < text.index("TIMELINE") < text.index("OPEN QUESTIONS")
    disputed = text[text.index("DISPUTED") : text.index("WHAT CHANGED")]
    assert "More than 120 passengers — no source given" in disputed
    assert "About 180 people — rescue crew" in disputed
    assert "│ About 180 people were on the Petrel, the rescue crew said." in disputed


def test_a_claim_names_speaker_role_act_via_day_and_article(brief):
    timeline = shown(brief).partition("TIMELINE")[2]
    assert "Tue 4 Mar 2031\n    Ines Vant, harbour master, denied · via Tern news agency · Harbour Courier\n" in timeline
    assert "│ “Nobody was hurt and nobody was in danger,”" in timeline
    assert "Ines Vant promised" in timeline  # "she", by name
    assert "Islanders accused harbour board" in timeline


def test_articles_say_when_they_were_published_or_that_nothing_tells(brief):
    text = shown(brief)
    assert re.search(r"Harbour Courier +Tue 4 Mar 2031 +courier\.txt", text)
    assert re.search(r"gazette\.txt +undated", text)
    assert "2 independent origins" in text


def test_doubtful_and_sourceless_claims_are_folded_and_counted_until_all_is_asked_for(brief):
    text = shown(brief)
    assert "possible:" not in text
    assert "Not shown: 2 possible claims;" in text
    assert "2 more questions" in text
    assert "part 8" not in text
    everything = shown(brief, every=True)
    assert "possible: Rescue crew said" in everything
    assert "part 9" in everything


def test_why_gives_rule_reason_and_place_of_the_words(brief, courier):
    text = shown(brief, 140, why=True)
    start = courier.text.index("“Nobody")
    assert f"at pile/courier.txt:{start}-" in text
    assert "why: speech.clause: “said” takes the clause before it" in text
    assert "why:" not in shown(brief)


def test_a_conflict_told_as_dispute_is_not_told_again_as_change(brief):
    changed = shown(brief).partition("WHAT CHANGED")[2].partition("TIMELINE")[0]
    assert "The inquiry is expected" in changed
    assert "120" not in changed


def test_what_a_later_article_repeats_is_told_once_with_where_else_it_stands(brief):
    story = brief.stories[0]
    repeated = replace(story.changes[2], before="c-ignored", after="c-crew")
    again = replace(brief, stories=(replace(story, changes=(repeated,)),))
    timeline = shown(again).partition("TIMELINE")[2].partition("FIGURES")[0]
    assert "Islanders accused harbour board · Harbour Courier, also gazette.txt" in timeline
    assert "Rescue crew" not in timeline
    assert "Rescue crew said" in shown(again, every=True)


def test_claims_that_part_are_headed_by_who_parts(brief):
    story = brief.stories[0]
    dispute = replace(story.disputes[0], sides=tuple(replace(side, low=None, high=None, figures=()) for side in story.disputes[0].sides))
    assert "\n  no source given and rescue crew: accounts that part\n" in shown(
        replace(brief, stories=(replace(story, disputes=(dispute,)),))
    )


def test_a_figure_of_a_headline_that_the_text_gives_again_is_not_called_unsourced(brief):
    story = brief.stories[0]
    headline = replace(story.figures[0], id="f-title", span=replace(story.figures[0].span, start=0, end=5), text="Ferry", claim=None)
    told = replace(brief, stories=(replace(story, disputes=(), figures=(headline, *story.figures)),))
    unsourced = shown(told).partition("FIGURES")[2]
    assert unsourced.count("│ More than 120") == 1
    assert "Ferry grounded" not in unsourced.partition("OPEN")[0]


def test_what_could_not_be_read_is_listed_with_its_reason(brief):
    assert "COULD NOT BE READ\n  pile/scan.bin: not a text" in shown(brief)
    assert "No story" in shown(Brief((), (), (), brief.issues))


@pytest.mark.parametrize("width", [40, 72, 100, 200])
def test_lines_fit_the_width_and_end_without_blanks(brief, width):
    for line in shown(brief, width, every=True, why=True).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_colour_only_where_there_is_a_terminal(brief):
    assert "\x1b[" not in shown(brief)
    assert "\x1b[" in shown(brief, colour=True)


def test_a_source_cannot_write_to_the_terminal(brief):
    story = brief.stories[0]
    questions = (replace(story.questions[0], text="Why \x1b]0;owned\x07\x9b31m [bold]this[/bold]?", to=("a\x1b[2Jb",)),)
    hostile = replace(brief, stories=(replace(story, title="One\x1b[31m two\u202e", questions=questions),))
    text = shown(hostile)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[bold]this[/bold]" in text


def test_of_much_that_is_new_the_latest_is_told(brief):
    story = brief.stories[0]
    crew = next(claim for claim in story.claims if claim.id == "c-crew")
    claims = tuple(replace(crew, id=f"n{i}", speakers=(replace(crew.speakers[0], name=f"Witness {i}"),)) for i in range(14))
    new = tuple(replace(story.changes[1], after=claim.id) for claim in claims)
    many = replace(brief, stories=(replace(story, claims=story.claims + claims, changes=new),))
    changed = shown(many).partition("WHAT CHANGED")[2].partition("TIMELINE")[0]
    assert "Witness 13 said" in changed
    assert "Witness 1 said" not in changed
    assert "2 more new claims" in shown(many)
