"""Numbers as written: tables of readings and near-misses, and formats that must read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.numerals import numerals, value

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def read(text):
    return [(text[n.start : n.end], n.low, n.high) for n in numerals(text)]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("7", 7),
        ("1,250", 1250),
        ("1,234,567.5", 1_234_567.5),
        ("12,34,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1 234 567", 1_234_567),
        ("3'400'000", 3_400_000),
        (".75", 0.75),
        ("2.5 million", 2_500_000),
        ("4,2 million", 4_200_000),
        ("1.1 million", 1_100_000),
        ("9K", 9000),
        ("6bn", 6e9),
        ("3 lakh", 300_000),
        ("5,000 crore", 5e10),
        ("3 hundred thousand", 300_000),
        ("2½", 2.5),
        ("5 1/2", 5.5),
        ("3/4", 0.75),
        ("6.5×10−3", 0.0065),
        ("seventeen", 17),
        ("twenty-one", 21),
        ("a hundred and five", 105),
        ("twelve hundred", 1200),
        ("six hundred forty-two", 642),
        ("nine thousand and six", 9006),
        ("thirty-one thousand two hundred fifty", 31_250),
        ("two million five hundred thousand", 2_500_000),
        ("seven point two five", 7.25),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("two and a half", 2.5),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("three-quarters", 0.75),
        ("two-thirds", 2 / 3),
        ("half", 0.5),
        ("one in five", 0.2),
        ("three out of ten", 0.3),
        ("9 out of every 10", 0.9),
        ("21st", 21),
        ("third", 3),
        ("twenty-first", 21),
    ],
)
def test_a_number_is_worth_what_a_reader_takes_it_for(text, worth):
    assert value(text) == pytest.approx(worth, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dozens of boats", [("dozens", 12, 120)]),
        ("tens of thousands fled", [("tens of thousands", 10_000, 100_000)]),
        ("hundreds of thousands of people", [("hundreds of thousands", 100_000, 1_000_000)]),
        ("several hundred homes", [("several hundred", 100, 1000)]),
        ("between one hundred and two hundred", [("one hundred", 100, 100), ("two hundred", 200, 200)]),
        ("one, two, three", [("one", 1, 1), ("two", 2, 2), ("three", 3, 3)]),
        ("four to five thousand", [("four", 4, 4), ("five thousand", 5000, 5000)]),
        ("$7m for a 7m mast", [("7m", 7_000_000, 7_000_000), ("7", 7, 7)]),
        ("3m users", [("3m", 3_000_000, 3_000_000)]),
        ("a third of them", [("third", 1 / 3, 1 / 3)]),
        ("three quarters of growth", [("three quarters", 0.75, 0.75)]),
        ("over the last three quarters sales", [("three", 3, 3)]),
        ("12 in 2019", [("12", 12, 12), ("2019", 2019, 2019)]),
        ("4 in 30 minutes", [("4", 4, 4), ("30", 30, 30)]),
        ("in 2018 2483 boats", [("2018", 2018, 2018), ("2483", 2483, 2483)]),
        ("a tenfold rise", [("ten", 10, 10)]),
    ],
)
def test_numbers_in_running_words(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["someone", "tenant", "sixth-formers are", "the score", "thousand-yard", "a quarter past", "weight", "", "halfway", "bitten"]
)
def test_a_near_miss_is_no_cardinal(text):
    assert [n for n in numerals(text) if n.form != "ordinal"] == []


def test_a_long_run_of_digits_is_no_number():
    assert read("9" * 5000) == []
    assert read("million " * 2000) == []


def spelt(number):
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + ("" if number % 10 == 0 else "-" + ONES[number % 10])
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = "" if rest == 0 else (" and " if rest < 100 else " ") + spelt(rest)
            return f"{spelt(number // scale)} {name}{joint}"
    raise AssertionError(number)


def indian(number):
    head, tail = str(number)[:-3], str(number)[-3:]
    pairs = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*pairs, tail])


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_spelt_number_reads_back(number):
    assert value(spelt(number)) == number


@given(st.integers(min_value=0, max_value=10**14))
def test_digits_read_back_in_every_grouping(number):
    assert value(str(number)) == number
    assert value(f"{number:,}") == number
    if number >= 1000:
        assert value(indian(number)) == number
        assert value(f"{number:,}".replace(",", "'")) == number
    if number >= 10**6:
        assert value(f"{number:,}".replace(",", ".")) == number
        assert value(f"{number:,}".replace(",", " ")) == number


@given(st.integers(0, 99_999), st.sampled_from([("million", 10**6), ("billion", 10**9), ("thousand", 10**3), ("crore", 10**7)]))
def test_a_decimal_with_a_magnitude_reads_back(hundredths, scale):
    assert value(f"{hundredths / 100:.2f} {scale[0]}") == pytest.approx(hundredths * scale[1] / 100, rel=1e-12)


@given(st.text(alphabet="1290.,½ -/aonetwhudrmlikfvs'’%$", max_size=80))
def test_numerals_lie_in_the_text_in_order_and_apart(text):
    end = 0
    for number in numerals(text):
        assert end <= number.start < number.end <= len(text)
        assert number.low <= number.high < float("inf")
        end = number.end
