"""Where quotations begin and end: every style of mark, marks that stand the wrong way, marks without a partner."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_text import article_of
from dateline.mark.quotes import quotations
from dateline.mark.reading import Paragraph, Sentence
from dateline.text.sentences import sentences
from dateline.text.unwrap import unwrap


def paragraphs_of(text):
    """Paragraphs without grammar: quotations need none."""
    found = []
    for passage in article_of(text).passages:
        view = unwrap(text, passage.span.start, passage.span.end)
        found.append(Paragraph(passage, view, [Sentence(a, b, []) for a, b in sentences(view.text)]))
    return found


def quoted(text):
    paragraphs = paragraphs_of(text)
    return [paragraphs[q.paragraph].text[q.start : q.end] for row in quotations(paragraphs) for q in row]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” she said.", ["“It is over,”"]),
        ('"It is over," she said.', ['"It is over,"']),
        ("''It is over,'' she said.", ["''It is over,''"]),
        ("„It is over”, she said.", ["„It is over”"]),
        ("«It is over», she said.", ["«It is over»"]),
        ("‘It is over,’ she said.", ["‘It is over,’"]),
        ("'It is over for all of us,' she said.", ["'It is over for all of us,'"]),
        ("The sailors' boats and the captain's hat were gone.", []),
        ("She asked, “Who said ‘never’ first?” and left.", ["“Who said ‘never’ first?”"]),
        ("“He told me “never” twice,” she said.", ["“He told me “never” twice,”"]),
        ('"He told me “never” twice," she said.', ['"He told me “never” twice,"']),
        ('"It is over,” she said. He left.', ['"It is over,”']),
        ("”It is over,” she said.", ["”It is over,”"]),
        ("“It is over,“ she said.", ["“It is over,“"]),
        ('The board is 6" wide and 9" long.', []),
        ("“It is over, she said. He left.", ["“It is over,"]),
        ("It is over,” she said. He left.", []),
        ("“It is over.\n“It is done,” she said.", ["“It is over.", "“It is done,”"]),
    ],
)
def test_where_quotations_stand(text, expected):
    assert quoted(text) == expected


def test_a_quotation_goes_on_in_the_next_paragraph():
    rows = quotations(paragraphs_of("She said: “It is over. Nobody won.\n“It is done.” He left."))
    assert [(q.continues, q.closed) for row in rows for q in row] == [(True, False), (False, True)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .,?!\n\"“”„«»‘’'`1", max_size=80))
def test_quotations_lie_in_their_paragraph_and_never_overlap(text):
    paragraphs = paragraphs_of(text)
    for index, row in enumerate(quotations(paragraphs)):
        ends = 0
        for quotation in row:
            assert quotation.paragraph == index
            assert ends <= quotation.start < quotation.end <= len(paragraphs[index].text)
            ends = quotation.end
