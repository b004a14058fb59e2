"""The log of rulings: sealed entry on entry, and what holds of it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.ruling import Ruling, broken, in_force, sealed

AT = "2024-03-05T10:00:00+00:00"


def log(*asked):
    """Seal (subject, verdict) pairs; a subject that is a number is the ruling with that number (from 0)."""
    made = []
    for subject, verdict in asked:
        named = made[subject].id if isinstance(subject, int) else subject
        made.append(sealed(Ruling(named, verdict, "Ann Doe", AT), made[-1].seal if made else ""))
    return made


def test_an_undo_takes_back_and_an_undone_undo_puts_back():
    rulings = log(("c1", "reject"), ("c2", "confirm"), (0, "undo"))
    assert [ruling.subject for ruling in in_force(rulings)] == ["c2"]
    rulings = log(("c1", "reject"), ("c2", "confirm"), (0, "undo"), (2, "undo"))
    assert [ruling.subject for ruling in in_force(rulings)] == ["c1", "c2"]
    rulings = log(("c1", "reject"), (0, "undo"), (1, "undo"), (2, "undo"))
    assert in_force(rulings) == ()


def test_the_same_ruling_given_twice_is_two_entries():
    one, other = log(("c1", "reject"), ("c1", "reject"))
    assert one.id != other.id


@given(st.integers(0, 3), st.sampled_from(["subject", "author", "at", "note", "was"]), st.text(min_size=1))
def test_a_changed_entry_breaks_the_log_from_there_on(number, name, words):
    rulings = log(("c1", "reject"), ("c2", "confirm"), ("c3", "dismiss"), (0, "undo"))
    assert broken(rulings) is None
    if getattr(rulings[number], name) != words:
        rulings[number] = replace(rulings[number], **{name: words})
        assert broken(rulings) == number + 1


@given(st.integers(0, 3))
def test_an_entry_cannot_be_taken_out_or_moved(number):
    rulings = log(("c1", "reject"), ("c2", "confirm"), ("c3", "dismiss"), (0, "undo"))
    left = rulings[:number] + rulings[number + 1 :]
    assert (broken(left) is None) == (number == 3)  # the last one is only missed by who knows its number
    rulings[0], rulings[number] = rulings[number], rulings[0]
    assert (broken(rulings) is None) == (number == 0)
