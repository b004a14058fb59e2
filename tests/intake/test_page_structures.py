"""Pages as sites build them, each with what a reader should get out of it: `pages/NAME.html` beside `pages/NAME.txt`.

After a change that is meant, write the expectation anew with what the failing test shows, and read the difference.
"""

from pathlib import Path

import pytest

from dateline.clean.article import clean
from dateline.intake.files import read

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def shown(name):
    """What was read of a page, a line a passage, and before it what the page states and what was odd."""
    path = PAGES / f"{name}.html"
    sources, issues = read([path])
    lines = [f"issue {issue.kind}: {issue.says}" for issue in issues]
    for source in sources:
        article = clean(source)
        assert "".join(passage.span.of(source.text) for passage in article.passages) == source.text
        lines += [f"issue {issue.kind}: {issue.says}" for issue in article.issues]
        lines += [f"= title: {article.title}", f"= authors: {'; '.join(article.authors)}"]
        for what, moment in (("published", article.published), ("modified", article.modified)):
            lines += [f"= {what}: {moment.value} “{moment.text}”"] if moment is not None else []
        lines += [f"{passage.kind}: {' / '.join(passage.span.of(source.text).split(chr(10))).strip(' /')}" for passage in article.passages]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_a_reader_reads_it(name):
    assert shown(name) == (PAGES / f"{name}.txt").read_text(encoding="utf-8")


def test_every_expectation_has_its_page():
    assert sorted(path.stem for path in PAGES.glob("*.txt")) == NAMES
