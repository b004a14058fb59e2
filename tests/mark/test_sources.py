"""Whose words a verb tells, where the grammar hides it: each construction with its near-miss."""

import pytest

from attribution_text import attributions_in, words_of


def sources(text):
    """The source of every attribution by the words of its cue; parts are joined by a stroke."""
    return {words_of(found.cue, text): words_of(found.source, text) for found in attributions_in(text)}


HIDDEN = [
    # a coordinated verb goes with one of its form
    ("The union fears that the port has lost its trade and warns that jobs will go.", "warns", "The union"),
    ("Ann Doe said the council would vote and accused the mayor of delay.", "accused", "Ann Doe"),
    ("Ann Doe took the podium, noting that the dam had aged but warning that repairs cost money.", "warning", "Ann Doe"),
    # the pronoun that stands for the noun is that of the verb
    ("The board, in which Doe sits and which opposed the plan, met twice.", "opposed", "The board / which"),
    ("She is a judge who signed the order that closed the quay and who hopes to reopen it.", "hopes", "a judge / who"),
    # where the parser took two subjects, the one by the verb
    ("In Redwater, OH, after winning the vote, Ann Doe said the bridge was safe.", "said", "Ann Doe"),
    # “for X to”, “with X asking”, “left X wondering”
    ("It was a chance for the minister to accuse the union of delay.", "accuse", "the minister"),
    ("The meeting ended with Ann Doe asking whether the bridge was safe.", "asking", "Ann Doe"),
    ("The delay has left many residents saying the bridge is doomed.", "saying", "many residents"),
    ("Ann Doe had no trouble praising the plan.", "praising", "Ann Doe"),
    # a sentence of its own that is joined to one of saying has a subject of its own
    ("The owners say the rules are fair, and the Pilots Union has sued the port, saying they are not.", "saying", "the Pilots Union"),
    ("The board sent a letter in July, which showed that the dam was safe.", "showed", "a letter / which"),
]


@pytest.mark.parametrize(("text", "cue", "source"), HIDDEN)
def test_the_source_is_who_does_it(text, cue, source):
    found = sources(text)
    assert {key: value for key, value in found.items() if key.split()[-1] == cue} == {
        key: source for key in found if key.split()[-1] == cue
    }
    assert any(key.split()[-1] == cue for key in found), found


NEAR = [
    ("The clerk said the mayor praised the plan and promised jobs.", "promised", "the mayor"),
    ("The clerk said the mayor, who has praised the plan and says it will work, met the board.", "says", "the mayor / who"),
    ("Ann Doe worked for the union to promise jobs.", "promise", "Ann Doe"),
    ("Ann Doe met with the mayor, asking whether the bridge was safe.", "asking", "Ann Doe"),
    ("Ann Doe left the meeting saying the bridge is doomed.", "saying", "Ann Doe"),
    ("The owners said the rules were fair, adding that fines were rare.", "adding", "The owners"),
]


@pytest.mark.parametrize(("text", "cue", "source"), NEAR)
def test_near_misses_keep_the_plain_subject(text, cue, source):
    assert sources(text).get(cue, source) == source


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to say how the bridge was lost.",
        "It is fair to say that the plan was rushed.",
        "Ann Doe faced questions about the bridge.",
        "The plan drew complaints that it was rushed.",
    ],
)
def test_a_subject_that_does_not_speak_is_no_source(text):
    assert all(found.source == () for found in attributions_in(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It plans to say that the dam is safe.", "It"),
        ("Ann Doe raised questions about the bridge.", "Ann Doe"),
    ],
)
def test_near_misses_of_a_subject_that_does_not_speak(text, source):
    assert source in sources(text).values()


def test_subject_and_possessive_are_one_source():
    assert "He / his" in sources("He laid out his plan for a new bridge.").values()
    assert "He" not in sources("He praised her plan for a new bridge.").get("plan", "")
