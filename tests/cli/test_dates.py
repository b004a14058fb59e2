"""--date FILE=DATE: which file is meant, and what is no date."""

import pytest

from dateline.cli.dates import dates
from dateline.model.errors import UsageError


def test_a_file_is_named_by_path_resolved_path_or_name(pile, monkeypatch):
    given = [str(pile / "courier.txt"), str(pile / "gazette.txt")]
    monkeypatch.chdir(pile)
    assert dates([f"{given[0]}=2031-03-04"], given) == {given[0]: "2031-03-04"}
    assert dates(["./courier.txt=2031-03"], given) == {given[0]: "2031-03"}
    assert dates(["gazette.txt=2031"], given) == {given[1]: "2031"}
    assert dates(["pile/gazette.txt=2031"], ["pile/gazette.txt"]) == {"pile/gazette.txt": "2031"}


def test_a_file_in_a_given_folder_is_named_as_intake_will_name_it(pile):
    inner = pile / "old"
    inner.mkdir()
    (inner / "letter.txt").write_text("x", encoding="utf-8")
    assert dates(["letter.txt=2031-03-04"], [str(pile)]) == {str(inner / "letter.txt"): "2031-03-04"}


def test_a_name_with_an_equals_sign_keeps_it(tmp_path):
    path = tmp_path / "a=b.txt"
    path.write_text("x", encoding="utf-8")
    assert dates([f"{path}=2031"], [str(path)]) == {str(path): "2031"}


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("courier.txt", "FILE=DATE"),
        ("=2031-03-04", "FILE=DATE"),
        ("courier.txt=", "no date"),
        ("courier.txt=2031-02-30", "no date"),
        ("courier.txt=04/03/2031", "no date"),
        ("courier.txt=2031-3-4", "no date"),
        ("courier.txt=0000", "no date"),
        ("courier.txt=٢٠٣١", "no date"),
        ("missing.txt=2031-03-04", "not among the files"),
    ],
)
def test_what_is_wrong_is_said(pile, option, says):
    with pytest.raises(UsageError, match=says):
        dates([option], [str(pile)])


def test_one_name_for_two_files_and_two_dates_for_one_file_are_refused(pile):
    inner = pile / "old"
    inner.mkdir()
    (inner / "courier.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="2 files are named"):
        dates(["courier.txt=2031"], [str(pile)])
    with pytest.raises(UsageError, match="two dates"):
        dates(["gazette.txt=2031", f"{pile / 'gazette.txt'}=2032"], [str(pile)])
