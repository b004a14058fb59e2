"""Saved pages against gold: what `dateline read` keeps as prose and what it leaves out, and what it says of title, day and authors."""

import gzip
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from dateline.clean.article import clean
from dateline.intake.files import read
from dateline.sheets.document import article_line

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["pages"]
LOWEST = {"benchmark": 0.971, "publishers": 0.950}
"""What the best extractor known reaches: our floors stay above it."""
REACHED = {"title": 0.94, "day": 1.0, "authors_f1": 0.96}
"""The first floors of what a page states."""
GOLD = os.environ.get("DATELINE_GOLD")
TIMED = 30
"""Pages that are timed: every third or so, all of one set take a minute."""

needs_gold = pytest.mark.skipif(GOLD is None, reason="DATELINE_GOLD is not set: it names the folder of the gold data and its scorers")


def ran(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def saved(name):
    found = sorted(Path(GOLD, "data", "pages", name).glob("*.html.gz"))
    assert found
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Score what the program reads of one set of pages, once."""
    known = {}

    def make(name):
        if name not in known:
            found = tmp_path_factory.mktemp(name) / "read.jsonl"
            ran(Path(sys.executable).with_name("dateline"), "read", "-q", *saved(name), "-o", found)
            gold = Path(GOLD, "data", "pages", name, "gold.jsonl.gz")
            known[name] = json.loads(ran(sys.executable, Path(GOLD, "bench", "score_pages.py"), gold, found, "--json"))
        return known[name]

    return make


@pytest.mark.parametrize("name", sorted(LOWEST))
def test_a_floor_is_above_the_best_known(name):
    assert FLOORS[name]["floor"] > LOWEST[name]


@pytest.mark.parametrize("measure", sorted(REACHED))
def test_a_floor_is_never_lowered(measure):
    assert FLOORS["publishers"][measure] >= REACHED[measure]


@pytest.mark.gate
@needs_gold
@pytest.mark.parametrize("name", sorted(LOWEST))
def test_main_text_of_pages(name, report):
    f1 = report(name)["body_f1"]
    print(f"\npages.{name}: main text F1 {f1:.3f} (floor {FLOORS[name]['floor']})")
    assert f1 >= FLOORS[name]["floor"]
    assert report(name)["refused"] == 0


@pytest.mark.gate
@needs_gold
@pytest.mark.parametrize("measure", sorted(REACHED))
def test_what_pages_state(measure, report):
    reached = report("publishers")[measure]
    print(f"\npages.publishers: {measure} {reached:.3f} (floor {FLOORS['publishers'][measure]})")
    assert reached >= FLOORS["publishers"][measure]


@pytest.mark.gate
@needs_gold
def test_captions_stay_out_of_the_main_text(report):
    leaked = report("publishers")["caption_leakage"]
    print(f"\npages.publishers: {leaked:.3f} of the captions leak (at most {FLOORS['publishers']['caption_leakage']})")
    assert leaked <= FLOORS["publishers"]["caption_leakage"]


@pytest.mark.gate
@needs_gold
@pytest.mark.parametrize("name", sorted(LOWEST))
def test_pages_are_read_about_as_fast_as_by_the_fastest_known(name):
    trafilatura = pytest.importorskip("trafilatura", reason="trafilatura is not installed: it is what the speed is measured against")
    pages = saved(name)[:: max(1, len(saved(name)) // TIMED)]
    ours = theirs = 0.0
    for number, page in enumerate([pages[0], *pages]):  # the first loads tables and models, and counts for nobody
        begun = time.process_time()
        for source in read([page])[0]:
            article_line(clean(source))
        between = time.process_time()
        with gzip.open(page, "rt", encoding="utf-8") as opened:
            trafilatura.bare_extraction(opened.read(), with_metadata=True, include_comments=False)
        if number:
            ours, theirs = ours + between - begun, theirs + time.process_time() - between
    print(f"\npages.{name}: {ours / theirs:.2f} of the time of trafilatura (at most {FLOORS[name]['slower']})")
    assert ours <= FLOORS[name]["slower"] * theirs
