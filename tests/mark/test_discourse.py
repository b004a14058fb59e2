"""Whom a pronoun means: the weights of centering, and where they leave it open."""

import pytest

from telling import marks, speakers

LONG_QUOTATION = (
    "“The mine is safe,” Paul Reeve said. “We looked at every shaft. Nobody was hurt. The lamps were lit. The pumps ran. "
    "The doors were shut. All went home.” He said the work would go on."
)
BOTH_NAMED = (
    "Paul Reeve met Tom Bowles. The talks of Paul Reeve and Tom Bowles were long. Reeve and Bowles ate late. “It went well,” he said."
)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Paul Reeve met Ann Doe at the port. “It went well,” she said.", ["Ann Doe"]),
        ("Paul Reeve met Ann Doe at the port. “It went well,” he said.", ["Paul Reeve"]),
        ("Mr. Tendai Moyo opened the port with Mrs. Chipo Dube. “It went well,” she said.", ["Chipo Dube"]),
        ("Paul Reeve praised Tom Bowles. “He is brave,” Reeve said. “We need him,” he added.", ["Paul Reeve"]),
        ("Paul Reeve said Tom Bowles was late. He said that Bowles had missed the train.", ["Paul Reeve"]),
        ("After she resigned, Ann Doe wrote a book. “It is all in there,” she said.", ["Ann Doe"]),
        ("Paul Reeve’s answer came late. He said the mine was safe.", ["Paul Reeve"]),
        (LONG_QUOTATION, ["Paul Reeve"]),
        ("The Coal Board sacked Paul Reeve. It said the mine was safe.", ["Coal Board"]),
        ("Protesters blocked the road. They said they would stay.", ["protesters"]),
    ],
)
def test_the_pronoun_means(text, last):
    assert speakers(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        BOTH_NAMED,
        "The Coal Board shut the mine. “It went well,” she said.",
        "Mayor Tendai Moyo opened the port with Mrs. Chipo Dube. “It went well,” she said.",
        "In Paris the rain fell. “It went well,” he said.",
        "Ann Doe opened the bridge. “It went well,” he said.",
    ],
)
def test_nobody_is_chosen(text):
    assert speakers(text)[-1] == []


def test_first_persons_mean_nobody():
    assert [] in speakers("Ann Doe opened the bridge. “It will hold,” we said.")


def test_what_she_means_is_known_to_the_next():
    text = "Chipo Dube opened the bridge. “It will hold,” she said. Paul Reeve clapped. “It was dear,” she added."
    assert speakers(text) == [["Chipo Dube"], ["Chipo Dube"]]


def test_long_lists_of_names_take_time_that_grows_with_the_text():
    crowd = " ".join(f"Ann Doe{n} met Paul Reeve{n}. She said the road {n} was shut." for n in range(300))
    assert len([claim for claim in marks(crowd).claims if claim.speakers]) >= 290
