"""The list of stories counts what the brief shows."""

from dataclasses import replace

from dateline.sheets.shelf import rows, shelf


def test_a_story_is_listed_with_its_counts(brief):
    assert rows(brief) == [
        {
            "id": "s-petrel",
            "title": "Ferry grounded off Marrow Quay",
            "articles": 2,
            "origins": 2,
            "disputed": 1,
            "unanswered": len(brief.stories[0].questions),
            "first": "2031-03-04",
            "last": "2031-03-04",
        }
    ]


def test_only_what_is_disputed_counts_as_disputed(brief):
    (story,) = brief.stories
    settled = replace(story, disputes=tuple(replace(dispute, status="superseded") for dispute in story.disputes))
    assert shelf(replace(brief, stories=(settled,)))[0].disputed == 0


def test_an_undated_story_has_no_days(brief):
    undated = replace(brief, articles=tuple(replace(article, published=None) for article in brief.articles))
    (row,) = shelf(undated)
    assert (row.first, row.last, row.days) == (None, None, "")


def test_a_hostile_title_is_harmless(brief):
    story = replace(brief.stories[0], title="Up\x1b[31m \u202ered\n\n")
    assert shelf(replace(brief, stories=(story,)))[0].title == "Up␛[31m �red"
    assert shelf(replace(brief, stories=(replace(story, title="\n"),)))[0].title == "Untitled"
