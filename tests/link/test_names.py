import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.names import same_spelling, spelling_key, spelling_reason
from dateline.words.loader import rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yuri", "Yuriy"),
        ("Yury Borisov", "YURI BORISOV"),
        ("Mohammed", "Muhammad"),
        ("Mohamed al-Hariri", "Muhammad Hariri"),
        ("Yuriy Malinovskyi", "Yury Malinovsky"),
        ("Anton Tverdovskiy", "Anton Tverdovsky"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("José Núñez", "Jose Nunez"),
        ("Łukasz", "Lukasz"),
        ("Kiev", "Kyiv"),
    ],
)
def test_two_ways_of_writing_one_name(one, other):
    assert same_spelling(one, other)
    assert same_spelling(other, one)
    assert spelling_reason(one, other) is None or one in spelling_reason(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hansen", "Hanson"),
        ("Yuri Borisov", "Yuri Borisova"),
        ("Mohammed Amin", "Mohammed Amir"),
        ("Hassan", "Hussein"),
        ("Andrei", "Andrea"),
        ("Whisky", "Whiski"),
        ("Ali", "Alia"),
        ("Alexander Ivanov", "Ivanov Alexander"),
        ("Mikhail", "Michael"),
        ("Minsky", "Pinsky"),
    ],
)
def test_names_that_only_look_alike(one, other):
    assert not same_spelling(one, other)
    assert spelling_reason(one, other) is None


def test_a_form_stands_in_one_line_only():
    forms = [form for (line,) in rows("transliterations") for form in line.split("|")]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []
    assert all(form == form.lower() for form in forms)


@given(st.text(max_size=30))
def test_any_text_has_a_key_of_its_own_and_no_more(name):
    assert same_spelling(name, name)
    assert spelling_key(spelling_key(name)) == spelling_key(name)
    assert spelling_reason(name, name) is None
