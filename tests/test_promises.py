"""The promises of the whole program, on the sample stories: no word lost, no mark without words, whatever way the files lie about."""

import json
import os
import re
import subprocess
import sys
import textwrap
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.pipeline.desk import Desk
from dateline.sheets.document import document, to_json
from expectations import Json

EXAMPLES = Path(__file__).parent.parent / "examples"
STORIES = sorted(path.parent.name for path in EXAMPLES.glob("*/expect.json"))
TEXTS = sorted(EXAMPLES.glob("*/articles/*.txt"))
SHORT = 62
"""Characters of the first line of a paragraph at least: a block that begins shorter is a headline, a byline or the like, never wrapped."""

APPEAL = (
    "Dear reader,\nIf you value our work, please consider supporting us from just $5 a month. "
    'Our readers say we are "the last honest paper".'
)
RELATED = "Related article: Council says 40 trees were felled without leave"
FEW = settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def paths(story: str) -> list[str]:
    return sorted(str(path) for path in (EXAMPLES / story / "articles").iterdir())


def wrapped(text: str, width: int) -> str:
    """Give every paragraph of the text in lines of one width, or (0) in one line; what begins with a short line is no paragraph."""

    def anew(block: str) -> str:
        if len(block.strip().split("\n", 1)[0]) < SHORT:
            return block
        return textwrap.fill(" ".join(block.split()), width or len(block) + 1, break_long_words=False, break_on_hyphens=False)

    return "".join(anew(block) for block in re.split(r"(\n[ \t]*\n)", text))


def claims_of(text: str, folder: Path) -> list[tuple[object, ...]]:
    """What is claimed in a text, as far as it can be compared across line breaks."""
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    found = [claim for story in document(Desk().brief([str(path)]))["stories"] for claim in story["claims"]]
    return sorted(
        (" ".join(c["text"].split()), tuple(p["name"] for p in c["speakers"]), c["manner"], c["act"], tuple(p["name"] for p in c["via"]))
        for c in found
    )


def marks(told: Json) -> list[tuple[str, int, int]]:
    """Every place that the document names: article, start, end."""
    found = []
    for article in told["articles"]:
        found += [(article["id"], m["start"], m["end"]) for m in article["moments"] if m["start"] is not None]
    for story in told["stories"]:
        for claim in story["claims"]:
            parties = [party for role in ("speakers", "candidates", "via", "to", "targets") for party in claim[role]]
            spans = [*claim["source"], *claim["cue"], *claim["content"], *(span for party in parties for span in party["mention"])]
            found += [(claim["article"], start, end) for start, end in spans]
        found += [(figure["article"], figure["start"], figure["end"]) for figure in story["figures"]]
    return found


@pytest.mark.parametrize("story", STORIES)
def test_no_word_is_lost_and_every_mark_has_words(story: str) -> None:
    told = document(Desk().brief(paths(story)))
    texts = {article["id"]: article["text"] for article in told["articles"]}
    for article in told["articles"]:
        ends = [0, *(passage["end"] for passage in article["passages"])]
        assert [passage["start"] for passage in article["passages"]] == ends[:-1]
        assert ends[-1] == len(article["text"])
    for article_id, start, end in marks(told):
        assert 0 <= start < end <= len(texts[article_id])
        assert texts[article_id][start:end].strip() == texts[article_id][start:end]
    for claim in (claim for s in told["stories"] for claim in s["claims"]):
        first, last = min(start for start, _ in claim["content"]), max(end for _, end in claim["content"])
        assert claim["text"] == texts[claim["article"]][first:last]
        assert claim["reason"]


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_the_files_changes_nothing(story: str) -> None:
    assert len({to_json(Desk().brief(order)) for order in permutations(paths(story))}) == 1


def test_the_same_bytes_come_out_wherever_and_whenever_it_runs() -> None:
    program = str(Path(sys.executable).with_name("dateline"))
    settings_of = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
    ]
    found = [
        subprocess.run(
            [program, "brief", *paths("ferry"), "--format", form, "-q"], capture_output=True, check=True, env=os.environ | given_
        ).stdout
        for form in ("json", "html")
        for given_ in settings_of
    ]
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert json.loads(found[0])["stories"]


@FEW
@given(path=st.sampled_from(TEXTS), width=st.one_of(st.just(0), st.integers(40, 200)))
def test_line_breaks_change_no_claim(path: Path, width: int, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert claims_of(wrapped(text, width), tmp_path) == claims_of(text, tmp_path)


@FEW
@given(path=st.sampled_from(TEXTS), furniture=st.sampled_from([APPEAL, RELATED]), place=st.integers(2, 6))
def test_furniture_between_paragraphs_adds_no_claim(path: Path, furniture: str, place: int, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"\n[ \t]*\n", text)
    place = min(place, len(blocks) - 2)
    with_furniture = "\n\n".join([*blocks[:place], furniture, *blocks[place:]])
    assert claims_of(with_furniture, tmp_path) == claims_of("\n\n".join(blocks), tmp_path)
