"""Draw disputes, changes and questions at random from the real stories of the gold folder, for a person to judge against the words.

    DATELINE_GOLD=FOLDER python scripts/draw_samples.py OUT.txt [--seed N] [--number N] [--only KIND]

The articles of each story are put together as the gold says, so that only the weighing is judged, not the grouping. Each item is printed
with its articles' ids, the offsets of its words, and the sentences they stand in. The text goes to OUT.txt and nowhere else: what is kept
in the repository are ids, offsets and verdicts (tests/gate/judged.tsv).
"""

import argparse
import gzip
import json
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.clean.article import clean
from dateline.model.article import Article
from dateline.model.span import Span, cover
from dateline.pipeline.desk import Desk
from dateline.pipeline.given import published
from dateline.pipeline.lines import source_of
from dateline.pipeline.stage import run
from dateline.sheets.evidence import Evidence

SETS = ("g5w1h_dev", "basil_dev", "ecbplus_dev")
KINDS = ("dispute", "change", "question")
SEED = 1
NUMBER = 100


def stories(gold: Path) -> Iterator[tuple[str, list[Article]]]:
    """Give the articles of each story of two or more."""
    for name in SETS:
        groups = defaultdict(list)
        with gzip.open(gold / "data" / "stories" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
                groups[row["story"]].append(clean(source_of({**row, "text": text}), published(row["date"])))
        for story, articles in sorted(groups.items()):
            if len(articles) > 1:
                yield f"{name}/{story}", articles


def told(name: str, articles: list[Article]) -> Iterator[tuple[str, str, str]]:
    """Give (kind, key, text to judge) for everything that was weighed out of one story."""
    desk = Desk()
    values = run(desk.stages, "story", {"articles": articles, "marks": desk.marks_of(articles), "rulings": ()})
    evidence = Evidence(articles)
    dated = values["dating"]
    by_id = {claim.id: claim for claim in dated.claims}
    figures = {figure.id: figure for figure in values["figures"]}
    days = {a.id: a.published.value if a.published else "undated" for a in articles}

    def line(span: Span) -> str:
        words = evidence.sentence(span, "")
        return f"[{evidence.article(span.source).source.path} {days[span.source]} {span.start}-{span.end}] {words.text}"

    def said(id_: str) -> str:
        claim = by_id[id_]
        who = " + ".join(party.name for party in claim.speakers) or f"({claim.voice}, nobody named)"
        place = line(cover([*claim.source, *claim.cue, *claim.content]))
        return f"{who} ({claim.act}, {claim.confidence}) «{' '.join(claim.text.split())}»\n      {place}"

    def basis(id_: str) -> str:
        if id_ in by_id:
            return said(id_)
        return f"figure {figures[id_].text}: {line(figures[id_].span)}" if id_ in figures else f"dispute or article {id_}"

    for dispute in values["disputes"]:
        if dispute.status == "not comparable":
            continue
        rows = [f"DISPUTE {dispute.status}: {dispute.about} | {dispute.reason}"]
        for side in dispute.sides:
            rows.append(f"  SIDE {side.low}..{side.high} by {', '.join(side.speakers) or 'nobody'} ({side.origins} origins)")
            rows += [f"    {basis(id_)}" for id_ in [*side.figures, *(c for c in side.claims if not side.figures)][:3]]
        yield "dispute", f"{name}:{dispute.id}", "\n".join(rows)
    for change in values["changes"]:
        rows = [f"CHANGE {change.kind} | {change.reason}"]
        rows += [f"  {what}: {said(id_)}" for what, id_ in (("BEFORE", change.before), ("AFTER", change.after)) if id_ is not None]
        yield "change", f"{name}:{change.kind}:{change.before}:{change.after}", "\n".join(rows)
    for question in values["questions"]:
        rows = [
            f"QUESTION {question.kind} rank {question.rank} to {', '.join(question.to) or 'nobody'} | {question.reason}",
            f"  {question.text}",
        ]
        rows += [f"  - {basis(id_)}" for id_ in question.because[:4]]
        yield "question", f"{name}:{question.id}", "\n".join(rows)


def main() -> None:
    """Draw and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--number", type=int, default=NUMBER)
    options.add_argument("--only", choices=KINDS)
    given = options.parse_args()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, articles in stories(Path(os.environ["DATELINE_GOLD"])):
        for kind, key, text in told(name, articles):
            found[kind].append((key, text))
    with given.out.open("w", encoding="utf-8") as out:
        for kind in [given.only] if given.only else KINDS:
            drawn = random.Random(given.seed).sample(found[kind], min(given.number, len(found[kind])))  # noqa: S311 - a draw to be drawn again
            print(f"{kind}: {len(drawn)} of {len(found[kind])}")
            for number, (key, text) in enumerate(drawn, 1):
                out.write(f"#{kind} {number} {key}\n{text}\n\n")


if __name__ == "__main__":
    main()
