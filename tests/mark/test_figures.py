"""Figures of running prose: value, bound, unit, what is counted, state, place, role; and numbers that are none."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.mark.figures import RULES, find
from dateline.mark.parse import read
from dateline.model.article import Article
from dateline.model.moment import Moment
from dateline.model.passage import Passage
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span

WHY = Reason("test.made", "made for the test")


def article(text):
    source = Source("t1", "t1.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8", text)
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*starts[1:], len(text)]
    return Article(source, tuple(Passage(Span("t1", start, end), "paragraph", WHY) for start, end in zip(starts, ends, strict=True)))


def figures(text, *times):
    moments = tuple(
        Moment(Span("t1", text.index(words), text.index(words) + len(words)), words, kind, None, "", WHY) for words, kind in times
    )
    found = find(read(article(text)), moments)
    assert_grounded(found, text)
    return found


def assert_grounded(found, text):
    for figure in found:
        assert " ".join(figure.span.of(text).split()) == figure.text
        assert figure.bound is None or figure.bound in figure.text
        assert figure.of is None or " ".join(figure.of.split()) in " ".join(text.split())
        assert figure.reason.rule in {rule.name for rule in RULES}
    assert len({figure.id for figure in found}) == len(found)
    assert [f.span for f in found] == sorted(f.span for f in found)


def only(text, *times):
    found = figures(text, *times)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("More than 40 farmers came.", 40, None, "More than"),
        ("They spoke about the 40 farmers.", 40, 40, None),
        ("Five or six farmers came.", 5, 6, None),
        ("Some two or three hundred farmers came.", 200, 300, "Some"),
        ("At least 40 farmers came.", 40, None, "At least"),
        ("No fewer than 40 farmers came.", 40, None, "No fewer than"),
        ("The club has 40 or more members.", 40, None, "or more"),
        ("It has 4,000+ members.", 4000, None, "+"),
        ("Up to 40 farmers came.", None, 40, "Up to"),
        ("Fewer than 40 farmers came.", None, 40, "Fewer than"),
        ("As many as 40 farmers came.", None, 40, "As many as"),
        ("Under 40 farmers came.", None, 40, "Under"),
        ("About 40 farmers came.", 40, 40, "About"),
        ("Nearly 4K farmers came.", 4000, 4000, "Nearly"),
        ("An estimated 40 farmers came.", 40, 40, "An estimated"),
        ("Some 40 farmers came.", 40, 40, "Some"),
        ("Membership climbed up to 40 farmers.", 40, 40, None),
        ("The 40 farmers came.", 40, 40, None),
        ("Between 40 and 60 farmers came.", 40, 60, None),
        ("40 to 60 farmers came.", 40, 60, None),
        ("Some 40-60 farmers came.", 40, 60, "Some"),
        ("Four to five thousand farmers came.", 4000, 5000, None),
        ("Dozens of farmers came.", 12, 120, None),
        ("Two dozen farmers came.", 24, 24, None),
    ],
)
def test_bounds_and_ranges(text, low, high, bound):
    figure = only(text)
    assert (figure.low, figure.high, figure.bound, figure.kind) == (low, high, bound, "count")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("More than 1,200 Marovian herders are thought to be there.", "Marovian herders"),
        ("About 3,000 people came.", "people"),
        ("Hundreds of thousands of displaced villagers fled.", "displaced villagers"),
        ("Some 30 women and children came.", "women and children"),
        ("They sent a 12 page letter.", "page"),
        ("Eleven more schools closed.", "schools"),
        ("The clinic does 300 tests a day.", "tests a day"),
        ("A crowd of 5,000 gathered.", "crowd"),
    ],
)
def test_what_is_counted_is_the_noun_with_its_modifiers(text, of):
    assert only(text).of == of


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("The repair cost $40 million.", "money", "dollar"),
        ("The repair cost US$40bn.", "money", "dollar"),
        ("The repair cost 40 Australian dollars.", "money", "australian dollar"),
        ("The repair cost Rs 40 crore.", "money", "rupee"),
        ("The repair cost £40.", "money", "pound sterling"),
        ("It earned 40 million pounds.", "money", "pound sterling"),
        ("The stone weighs 40 pounds.", "measure", "pound-mass"),
        ("The lease is $40 a month.", "money", "dollar per month"),
        ("Turnout was 40 per cent.", "share", "%"),
        ("Turnout was 40%.", "share", "%"),
        ("Rates rose 2 percentage points.", "share", "percentage point"),
        ("The wall is 40 km long.", "measure", "kilometre"),
        ("The dam holds 40 million cubic metres.", "measure", "cubic metre"),
        ("Winds reached 40 mph.", "measure", "mile per hour"),
        ("It was minus 5 degrees Celsius.", "measure", "celsius"),
        ("The strike lasted 40 days.", "duration", "day"),
        ("A 40-year-old man came.", "age", "year of age"),
        ("Ann Doe, 40, was there.", "age", "year of age"),
        ("Half of the voters came.", "share", None),
        ("One in five voters came.", "share", None),
        ("The Rovers won 3-1 at home.", "score", None),
        ("It was the 21st attempt.", "ordinal", None),
        ("It is one of the oldest bridges.", "idiom", None),
        ("The school has zero tolerance.", "idiom", None),
    ],
)
def test_kind_and_unit(text, kind, unit):
    figure = only(text)
    assert (figure.kind, figure.unit) == (kind, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 was late.",
        "A Boeing 737 landed.",
        "Take Route 66 or the A42.",
        "The G7 met over COVID-19.",
        "Room 101 was locked.",
        "Article 5 of the treaty says so.",
        "Call 555-0199 at noon.",
        "See https://example.org/2021/40 for more.",
        "It began on March 4, 2021.",
        "It began in 2019.",
        "It began at 5:40 p.m.",
        "In the 1990s it closed.",
        "The 787 Dreamliner landed.",
        "No one came.",
        "He is the one they want.",
        "Someone tends the weighty oxen.",
        "2. Turn left at the gate.",
    ],
)
def test_names_dates_and_addresses_are_no_figures(text):
    assert [figure for figure in figures(text) if figure.kind not in {"ordinal", "idiom"}] == []


def test_a_number_in_a_date_is_none_and_a_stretch_of_time_stays_a_duration():
    assert figures("It closed on the ides, 44 it says.", ("44", "DATE")) == ()
    assert only("It will close in 40 days.", ("in 40 days", "DATE")).kind == "duration"


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("At least 52 people were killed and more than 300 injured near Lowe.", ["killed", "injured"]),
        ("The blast killed 14 workers and wounded 30 others.", ["killed", "injured"]),
        ("Fourteen miners remain trapped.", ["trapped"]),
        ("Some 2,000 nurses are on strike.", ["on strike"]),
        ("About 80 stranded tourists waited.", ["stranded"]),
        ("The quake left 120 dead and 1,400 homeless.", ["killed", "displaced"]),
        ("The flood displaced half a million people.", ["displaced"]),
        ("Police arrested no fewer than 17 men.", ["arrested"]),
        ("Police said 300 troops had not been killed.", [None]),
        ("The 40 police who arrested her left.", [None]),
        ("The troops were killed 40 miles away.", [None]),
    ],
)
def test_the_state_of_those_counted(text, states):
    assert [figure.state for figure in figures(text)] == states


@pytest.mark.parametrize(
    ("text", "time", "as_of"),
    [
        ("In the flood of 2004, 17 people were killed.", "2004", "2004"),
        ("Four people were killed when the river rose on Sunday.", "Sunday", "Sunday"),
        ("On Sunday a car hit the crowd, injuring 11 people.", "Sunday", "Sunday"),
        ("The attack of 3 May that killed 30 people was the first.", "3 May", "3 May"),
        ("The army said on Tuesday it had captured 30 fighters.", "Tuesday", None),
        ("By Friday 40 homes had burned.", "Friday", None),
    ],
)
def test_a_number_bears_the_time_of_its_own_clause(text, time, as_of):
    found = next(figure for figure in figures(text, (time, "DATE")) if figure.kind == "count")
    assert (None if found.as_of is None else found.as_of.text) == as_of


def test_two_sums_one_apart_are_one_rough_sum():
    figure = only("A repair costs $2 or $3 million.")
    assert (figure.low, figure.high, figure.kind, figure.unit) == (2e6, 3e6, "money", "dollar")


def test_a_second_of_time_is_no_number():
    assert [figure.text for figure in figures("Winds of 40 metres per second were measured.")] == ["40 metres per second"]
    assert [figure.unit for figure in figures("It costs $1,100 per square foot.")] == ["dollar per square foot"]


def test_place_is_the_nearest_phrase_that_says_where():
    text = "More than 1,200 herders are thought to be living in areas of the Arva region that the army took in a raid begun in May."
    assert only(text, ("May", "DATE")).place == "in areas of the Arva region"
    assert only("Some 40 families lost homes in the flood in Marsh Lane.").place == "in Marsh Lane"
    assert only("Some 40 families lost hope in the flood.").place is None


def test_a_part_knows_its_whole():
    part, whole = figures("The party won 52 of the 80 seats.")
    assert (part.low, part.whole, part.of, whole.low) == (52, 80, "seats", 80)
    quarter, _ = figures("A quarter of the 800 members voted.")
    assert (quarter.low, quarter.whole, quarter.kind, quarter.of) == (0.25, 800, "share", "members")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The number of families rose by 40 to 520.", ["change", "level"]),
        ("Exports fell 7% to $2.3 billion.", ["change", "level"]),
        ("The clinic does 300 tests a day.", ["rate"]),
        ("A total of 300 nurses came.", ["total"]),
        ("They trained all 300 nurses.", ["level"]),
        ("The fund grew from $75 million to $90 million.", ["level"]),
    ],
)
def test_change_level_rate_and_total(text, roles):
    assert [figure.role for figure in figures(text)] == roles


@pytest.mark.parametrize(
    "second",
    [
        "The herders’ families and the army say the real total is closer to 3,100.",
        "The ministry put the figure at 3,100.",
        "That number is now 3,100, the mayor said.",
        "The tally rose to 3,100.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_bare_number_takes_up_what_was_counted_before(gap, second):
    first, later = figures("More than 1,200 stranded herders are living in the Arva region." + gap + second)
    assert (later.low, later.of, later.of_inherited, later.state, later.place, later.kind) == (
        3100, "stranded herders", True, "stranded", "in the Arva region", "count",
    )  # fmt: skip
    assert not first.of_inherited
    assert "herders" in later.reason.says


def test_nothing_is_inherited_without_a_noun_of_number():
    _, later = figures("More than 1,200 herders are living there. The index closed at 3,000.")
    assert (later.of_inherited, later.state) == (False, None)


@pytest.mark.parametrize("width", [30, 45, 70, 1000])
def test_the_width_of_the_lines_changes_nothing(width):
    text = "At least 52 people were killed near Port Alder, and the ministry put the figure at 70, up from 40, at a cost of $3 million."
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    keys = ("text", "low", "high", "bound", "unit", "of", "kind", "state", "role")
    assert [[getattr(f, key) for key in keys] for f in figures(wrapped)] == [[getattr(f, key) for key in keys] for f in figures(text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_fires_on_its_example_and_not_on_its_near_miss(rule):
    assert rule.name in {figure.reason.rule for figure in figures(rule.example)}
    assert rule.name not in {figure.reason.rule for figure in figures(rule.near_miss)}


def test_score_on_the_shared_gold(tmp_path):
    kit = os.environ.get("DATELINE_GOLD")
    if not kit:
        pytest.skip("DATELINE_GOLD does not name the shared gold")
    gold = Path(kit) / "data/figures/newsquant_dev.jsonl.gz"
    rows = [json.loads(line) for line in gzip.decompress(gold.read_bytes()).decode("utf-8").splitlines()]
    answers = tmp_path / "answers.jsonl"
    with answers.open("w", encoding="utf-8") as out:
        for row in rows:
            keys = ("low", "high", "bound", "unit", "of", "kind")
            found = [
                {"start": f.span.start, "end": f.span.end} | {key: getattr(f, key) for key in keys}
                for f in find(read(article(row["text"])), ())
            ]
            out.write(json.dumps({"id": row["id"], "figures": found}) + "\n")
    command = [sys.executable, str(Path(kit) / "bench/score_figures.py"), str(gold), str(answers), "--json"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert report["value"]["f1"] >= 0.88
    assert report["value_unit"]["f1"] >= 0.80
