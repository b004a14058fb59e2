"""How fast the moments of parsed articles are found, against the parse of the same articles in the same run.

bench_moments.py [COPIES]. The articles are the examples that come with the program, each taken COPIES times (40) under a new day.
Prints words a second of one core for the parse and for the search. Fails (exit 1) when the search does fewer than 60,000 words a second and
is more than a fifth of the parse: a busy machine slows both alike.
"""

import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dateline.clean.article import clean
from dateline.mark import moments
from dateline.mark.parse import parse, read_all
from dateline.model.article import Article
from dateline.model.moment import Moment
from dateline.model.reason import Reason
from dateline.model.source import Source

FLOOR = 60_000
"""Words a second a core, beside the parser."""
SHARE = 0.2
"""Of the time of the parse, that the search may take at most on a machine too busy for the floor."""
COPIES = 40
SAMPLES = Path(__file__).parents[1] / "examples"


def articles() -> list[Article]:
    """Read the plain-text samples."""
    found = []
    for path in sorted(SAMPLES.rglob("*.txt")):
        source = Source(path.name, path.name, path.name, "text/plain", "utf-8", path.read_text(encoding="utf-8"))
        found.append(clean(source))
    return found


def dated(article: Article, number: int) -> Article:
    """Give the article another day of publication."""
    day = (date(2020, 1, 1) + timedelta(number)).isoformat()
    return replace(article, published=Moment(None, day, "DATE", day, "", Reason("bench.given", day)))


def main() -> int:
    """Measure, print, judge."""
    copies = int(sys.argv[1]) if sys.argv[1:] else COPIES
    readings = read_all(articles())
    texts = [paragraph.text[s.start : s.end] for reading in readings for paragraph in reading.paragraphs for s in paragraph.sentences]
    start = time.process_time()
    words = sum(len(text.split()) for text in texts)
    for _ in parse(texts):
        pass
    parsing = time.process_time() - start
    many = [replace(reading, article=dated(reading.article, number)) for number in range(copies) for reading in readings]
    start = time.process_time()
    found = sum(len(moments.find(reading)) for reading in many)
    finding = (time.process_time() - start) / copies
    share = finding / parsing
    print(f"{words} words in {len(readings)} articles, {found // copies} moments")
    print(f"parse {words / parsing:10,.0f} words/s a core")
    print(f"find  {words / finding:10,.0f} words/s a core, {share:.3f} of the parse (floor {FLOOR:,})")
    return 0 if words / finding >= FLOOR or share <= SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
