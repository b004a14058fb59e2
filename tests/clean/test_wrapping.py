"""However the lines of a text are wrapped, its paragraphs and labels are the same; and the passages always give the text back."""
# ruff: noqa: E501 - the cases are whole sentences and elements

import os
import re
import textwrap
import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dateline.clean.article import clean
from dateline.model.source import Source

TABLE = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
FURNITURE = [words for kind, listed in sorted(TABLE["furniture"].items()) for words in listed if kind != "correction"]

PROSE = [
    "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said.",
    "Two ferries left before noon. The third was still under repair, according to the operator, which gave no date for its return.",
    "“We waited for nineteen days and nobody told us anything,” said Marit Oosterhuis, who had slept in her lorry. “My load is lost.”",
    "The council will vote on the repairs next week. The works, at a cost of about 4.2 million euros, may last until the spring.",
    'Opposition members called the delay "a disgrace". They want the minutes of all meetings since the first warning in October published in full.',
    "In the older half of the port, where the quay dates from 1904, divers found cracks in eleven of forty pillars, the report says.",
    "Insurers have not yet said what they will pay.",
    "The ministry did not answer questions sent on Friday.",
    "Dr. J. R. Haddadin of the coastal institute, who warned of the damage two years ago, told Northwire that the pillars had been known to be weak since at least 2016.",
    "Fishermen, whose boats lie in the outer basin, have asked for help of their own. Their nets were torn, and the season ends in three weeks.",
    "“There is no plan,” one of them said.",
    "Officials in the capital see it otherwise: the storm, they say, was the worst in forty years, and no pillar could have been expected to stand it.",
]


ROOM = 16
"""Characters that a line of furniture must leave free for its end to be told without a blank line: more than any first word here has."""


def article(text):
    return clean(Source("a1", "a.txt", "00", "text/plain", "utf-8", text))


def labels(text):
    return [(word, passage.kind) for passage in article(text).passages for word in passage.span.of(text).split()]


def paragraphs(text):
    return [" ".join(passage.span.of(text).split()) for passage in article(text).passages]


def wrapped(listed, width, parting):
    return parting.join("\n".join(textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)) for words in listed)


def gives_back(text):
    made = article(text)
    assert "".join(passage.span.of(text) for passage in made.passages) == (text if text.strip() else "")
    assert all(passage.reason.says for passage in made.passages)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.permutations(PROSE), st.integers(2, 10), st.integers(40, 200))
def test_blank_lines_part_the_same_paragraphs_at_any_width(prose, count, width):
    listed = prose[:count]
    assert paragraphs(wrapped(listed, width, "\n\n")) == listed
    assert paragraphs("\n\n".join(listed)) == listed
    assert paragraphs("\n".join(listed)) == listed


@settings(max_examples=250, deadline=None, derandomize=True)
@given(
    st.permutations(PROSE),
    st.integers(3, 10),
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(FURNITURE)), max_size=2),
    st.integers(40, 200),
    st.sampled_from(["\n", "\n\n"]),
)
def test_labels_are_the_same_at_any_width(prose, count, furniture, width, parting):
    # A known limit: without blank lines, furniture that fills its line, or goes over several, may be read as going on in the next one.
    assume(parting == "\n\n" or all(len(words) <= width - ROOM for _, words in furniture))
    listed = list(prose[:count])
    for at, words in furniture:
        listed.insert(min(at, len(listed)), words)
    expected = labels("\n\n".join(listed))
    assert labels(wrapped(listed, width, parting)) == expected
    assert labels(parting.join(listed)) == expected


def test_most_paragraphs_are_found_without_blank_lines():
    found = right = 0
    for width in range(40, 201):
        made = paragraphs(wrapped(PROSE, width, "\n"))
        found += len(made)
        right += len(set(made) & set(PROSE))
    assert right / found > 0.85
    assert right / (len(PROSE) * 161) > 0.8


def test_proportional_lines_of_a_pasted_page_are_joined():
    lines = [
        "The harbour of Belcora reopened on Monday after three weeks of storms,",
        "the harbour master said. Two ferries left before noon, and",
        "the third was still under repair.",
        "The council will vote on the repairs next week, and the works may",
        "last until the spring, at a cost of about four million euros, members of",
        "the council said.",
    ]
    assert paragraphs("\n".join(lines)) == [" ".join(lines[:3]), " ".join(lines[3:])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line of the first paragraph.\n  An indented line begins another.", 2),
        ("- bread, which has doubled in price\n- milk, which is scarce\n- flour", 3),
        ("Poems have lines,\nshort as breath,\nand end.", 1),
        ("First paragraph here.\r\n\r\nSecond paragraph here.\r\n", 2),
        ("First paragraph here.\n \t \nSecond paragraph here.", 2),
        ("\ufeff  \n\n A text after white space.", 1),
    ],
)
def test_breaks(text, expected):
    assert len(article(text).passages) == expected
    gives_back(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(
        alphabet=st.sampled_from(list('aA .,:!?\n\r\t\f"“”’()[]{}#*-–—|/@©1920$€\u00a0\u00ad\u2028\x85\0é漢\U0001f600\u202e')), max_size=300
    )
)
def test_passages_give_any_text_back(text):
    gives_back(text)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([*PROSE, *FURNITURE, "By Ann Doe", "PARIS (Northwire) —", "\f", " ", ""]), max_size=12),
    st.sampled_from(["\n", "\n\n", " ", "\r\n"]),
)
def test_passages_give_any_mixture_back(listed, parting):
    gives_back(parting.join(listed))


@pytest.mark.skipif("DATELINE_GOLD" not in os.environ, reason="needs the example articles (DATELINE_GOLD)")
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_example_articles_are_labelled_alike_at_any_width(parting):
    seeds = sorted((Path(os.environ["DATELINE_GOLD"]) / "seeds").glob("*.txt"))
    assert seeds
    for path in seeds:
        listed = paragraphs(path.read_text(encoding="utf-8"))
        expected = labels("\n\n".join(listed))
        assert labels(parting.join(listed)) == expected
        for width in range(40, 201, 4):
            text = wrapped(listed, width, parting)
            assert labels(text) == expected
            if parting == "\n\n":
                assert [re.sub(r"\s+", " ", words) for words in paragraphs(text)] == listed
