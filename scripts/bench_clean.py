"""How fast plain text is cleaned: megabytes of characters a second, on one core, from decoded text to labelled passages.

bench_clean.py [ROUNDS]. Measures `passages_of` (paragraphs, furniture, appeals, headline, byline, dateline; no language, no dates of
publication, no reading or hashing of files) and `clean` (all of the article) in processor time; the best of ROUNDS (5) counts. The texts
are the sample articles, which are short and full of furniture: as articles, as articles wrapped at 72 columns, and as one long file.
Exit 1 where articles of prose alone (the sample paragraphs, furniture aside) stay below what is promised.
"""

import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from dateline.clean.article import clean, passages_of
from dateline.intake.files import read
from dateline.model.passage import MAIN_TEXT
from dateline.model.source import Source

ROOT = Path(__file__).resolve().parent.parent
PROMISED = 5.0
"""Million characters a second."""
ROUNDS = 5
COPIES = 40


def source(text: str) -> Source:
    """Make a source of a text."""
    return Source("a1", "a.txt", "00", "text/plain", "utf-8", text)


def wrapped(text: str) -> str:
    """Wrap every line at 72 columns."""
    return "\n".join("\n".join(textwrap.wrap(line, 72)) for line in text.split("\n"))


def prose(texts: list[str]) -> str:
    """Give the paragraphs of all texts as one article of one line a paragraph, without furniture."""
    kept = [" ".join(passage.span.of(text).split()) for text in texts for passage in passages_of(source(text)) if passage.kind in MAIN_TEXT]
    return "\n\n".join(kept)


def speed(work: Callable[[Source], object], texts: list[str], rounds: int) -> float:
    """Give the best speed of some rounds in million characters a second."""
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            work(source(text))
        best = max(best, sum(map(len, texts)) / 1e6 / (time.process_time() - start))
    return best


def main() -> int:
    """Measure, print, judge."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    sources, _ = read([ROOT / "examples"])
    texts = [item.text for item in sources if item.media == "text/plain" and item.path.endswith(".txt")]
    piles = {
        "prose": [prose(texts)] * COPIES,
        "articles": texts * COPIES,
        "wrapped at 72": [wrapped(text) for text in texts] * COPIES,
        "one long file": ["\n\n".join(texts * COPIES)],
    }
    clean(source(texts[0]))
    found = {name: (speed(passages_of, pile, rounds), speed(clean, pile, rounds)) for name, pile in piles.items()}
    for name, (passages, whole) in found.items():
        print(f"{name:14} {passages:5.1f} MB/s to passages  {whole:5.1f} MB/s to articles")
    return 0 if found["prose"][0] >= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main())
