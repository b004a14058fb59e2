"""The open questions: full sentences, whom to ask, the most urgent first, none twice; and none where an answer stands."""

import pytest

from weighing import weighed

ACCUSED = "Residents accused the harbour council of neglect."


def questions(*texts):
    return weighed(*texts)["questions"]


def kinds(*texts):
    return {question.kind for question in questions(*texts)}


@pytest.mark.parametrize(
    "answer",
    [
        "The harbour council denied that it had shown any neglect.",
        "The harbour council denied the accusation.",
    ],
)
def test_an_answer_in_another_article_counts(answer):
    assert "no-reply" in kinds(f"2024-03-04: {ACCUSED}")
    assert "no-reply" not in kinds(f"2024-03-04: {ACCUSED}", f"2024-03-05: {answer}")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "The articles hold no word of an answer, nor that one was asked for."),
        (" “The pier is painted blue,” the harbour council said.", "speaks of something else: “The pier is painted blue”"),
        (" The harbour council declined to comment.", "declined"),
    ],
)
def test_the_question_says_what_is_known_of_the_accused(more, said):
    found = [question for question in questions(f"2024-03-04: {ACCUSED}{more}") if question.kind == "no-reply"]
    assert len(found) == 1
    assert said in found[0].text
    assert found[0].to == ("harbour council",)


def test_one_question_for_one_accused():
    text = f"2024-03-04: {ACCUSED} Traders blamed the harbour council for the losses. The union accused the council of greed."
    assert [question.to for question in questions(text) if question.kind == "no-reply"] == [("harbour council",)]


def test_a_request_that_was_settled_later_is_not_open():
    asked = "2024-03-04: The port authority said it had not yet received an official request for repairs."
    settled = "2024-03-08: The port authority said the official request had been received and accepted."
    assert "open-request" in kinds(asked)
    assert "open-request" not in kinds(asked, settled)


def test_an_outcome_that_came_before_settles_nothing():
    asked = "2024-03-08: The port authority said it had not yet received an official request for repairs."
    settled = "2024-03-04: The port authority said the official request had been received and accepted."
    assert "open-request" in kinds(asked, settled)


def test_whoever_confirms_is_not_asked_to():
    said = "2024-03-04: The army said the Northern Front had attacked a convoy near the border."
    own = "2024-03-05: The Northern Front said it had attacked a convoy near the border."
    assert "unconfirmed" in kinds(said)
    assert "unconfirmed" not in kinds(said, own)


MANY = (
    "2024-03-04: Residents accused the harbour council of neglect. More than 40 families are estimated to be without water. "
    "Residents say the true number is closer to 90. The port authority said it had not yet received an official request for repairs. "
    "A source close to the talks said the deal was near. “We are working closely with the Coastal Rescue Society,” Mayor Ann Doe said."
)


def test_ranks_count_from_one_and_each_kind_comes_before_any_comes_again():
    found = questions(MANY, MANY.replace("neglect", "greed").replace("2024-03-04", "2024-03-05"))
    assert [question.rank for question in found] == list(range(1, len(found) + 1))
    assert found[0].kind == "disputed-figure"
    first = {kind: next(n for n, question in enumerate(found) if question.kind == kind) for kind in {q.kind for q in found}}
    assert max(first.values()) == len(first) - 1


def test_every_question_is_a_full_sentence_said_once_with_what_it_rests_on():
    values = weighed(MANY)
    found = values["questions"]
    known = {thing.id for name in ("figures", "disputes", "articles") for thing in values[name]} | {c.id for c in values["dating"].claims}
    assert len({question.text for question in found}) == len({question.id for question in found}) == len(found)
    for question in found:
        assert question.text[0].isupper() or not question.text[0].isalpha()
        assert question.text.rstrip()[-1] in "?.”"
        assert "?" in question.text
        assert question.because
        assert set(question.because) <= known
        assert "\n" not in question.text


def test_nothing_is_asked_of_a_calm_piece():
    assert questions("2024-03-04: Mayor Ann Doe said the pier was safe.") == ()
