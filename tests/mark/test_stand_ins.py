"""Whom "the presidency", "the actress", "the company" and "her campaign" stand for, and when for nobody named."""

import pytest

from telling import speakers


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The Harbour Budget Office gave a forecast. Prices will rise, the budget office said.", ["Harbour Budget Office"]),
        ("Former actress Nora Quill arrived. “I am home,” the actress said.", ["Nora Quill"]),
        ("Senator Paul Reeve voted no. “It is too dear,” the senator said.", ["Paul Reeve"]),
        ("Sen. Paul Reeve voted no. “It is too dear,” the senator said.", ["Paul Reeve"]),
        ("Former senator Paul Reeve spoke in the hall. The former senator said the bill was dead.", ["Paul Reeve"]),
        ("Paul Reeve voted no. “It is too dear,” Reeve said. The minority leader said there was no money.", ["Paul Reeve"]),
        ("Carla Stone, the mayor, opened the bridge. The mayor said it would last.", ["Carla Stone"]),
        ("The Redwater Herald ran a leader on Monday. The newspaper said the mayor must go.", ["Redwater Herald"]),
        ("Carla Stone opened the bridge. Her office said it would last.", ["Carla Stone’s office"]),
        ("Tom Bowles opened the bridge. His office said it would last.", ["Tom Bowles’ office"]),
        ("Ann Doe leads the race. The Doe campaign said it had won. The campaign said it would celebrate.", ["Ann Doe’s campaign"]),
        ("Israeli officials met on Friday. The officials said nothing was signed.", ["Israeli officials"]),
    ],
)
def test_the_phrase_stands_for(text, last):
    assert speakers(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Former actress Nora Quill arrived. “I am home,” the driver said.", ["driver"]),
        ("Paul Reeve voted no. “It is too dear,” Reeve said. The Kenyan leader said he was glad.", ["Kenyan leader"]),
        ("Paul Reeve voted no. “It is too dear,” Reeve said. The former president said he was glad.", ["former president"]),
        ("Senator Paul Reeve voted no. The Kenyan senator said he was glad.", ["Kenyan senator"]),
        ("Senator Paul Reeve voted no. The former senator said he was glad.", ["former senator"]),
        ("Ann Doe met Carla Reyes at the port. The company said the pier was shut.", ["company"]),
        ("The union said the mine had shut. The company denied that the mine had shut.", ["company"]),
        ("It rained. His office said the bridge would last.", ["his office"]),
        ("Sixteen bus workers walked out. The union welcomed the offer but demanded it in writing.", ["union"]),
        ("Forty rail workers in Verdan walked out. The union said it was ready.", ["union"]),
    ],
)
def test_a_phrase_that_stands_for_nobody_named_stays(text, last):
    assert speakers(text)[-1] == last


def test_two_of_one_office_are_candidates():
    text = "Senator Paul Reeve and Senator Dana Holt met. It was late. The senator said the bill was dead."
    assert speakers(text)[-1] == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Residents said the road was shut.", ["residents"]),
        ("Groups of farmers said the road was shut.", ["groups of farmers"]),
        ("Norwegian officials said the road was shut.", ["Norwegian officials"]),
        ("Catholic bishops said the road was shut.", ["Catholic bishops"]),
        ("Civilian observers said the road was shut.", ["civilian observers"]),
        ("More people say the road is shut.", []),
    ],
)
def test_a_common_noun_loses_the_capital_of_its_sentence(text, last):
    assert speakers(text)[-1] == last
