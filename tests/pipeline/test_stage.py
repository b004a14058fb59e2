import pytest

from dateline.model.errors import StageOrderError
from dateline.pipeline.stage import Stage, check, run
from dateline.pipeline.stages import GIVEN, STAGES, checked


def stage(name, needs, gives, scope="article"):
    return Stage(name, scope, "a test", needs, gives, lambda *values: "".join(values))


def test_the_shipped_list_is_in_order():
    assert checked() == STAGES


def test_every_stage_taken_out_is_missed_unless_it_is_the_last_of_its_kind():
    missed = []
    for place, left_out in enumerate(STAGES):
        rest = STAGES[:place] + STAGES[place + 1 :]
        try:
            check(rest, GIVEN)
        except StageOrderError:
            missed.append(left_out.name)
    assert {"clean", "parse", "moments", "counts", "attributions", "claims", "dating", "copies", "disputes"} <= set(missed)


def test_a_stage_before_what_it_needs_is_refused():
    with pytest.raises(StageOrderError, match="needs 'b'"):
        check([stage("one", ("b",), "c"), stage("two", ("a",), "b")], {"article": ["a"]})


def test_giving_twice_and_mixing_scopes_are_refused():
    with pytest.raises(StageOrderError, match="there already"):
        check([stage("one", ("a",), "a")], {"article": ["a"]})
    with pytest.raises(StageOrderError, match="comes after"):
        check([stage("one", (), "x", "story"), stage("two", (), "y", "article")], {})


def test_values_flow_by_name():
    stages = [stage("one", ("a",), "b"), stage("two", ("b", "a"), "c"), stage("other", ("c",), "d", "story")]
    assert run(stages, "article", {"a": "x"}) == {"a": "x", "b": "x", "c": "xx"}
