"""Weighing grows with the story, not with its square: made-up marks, no model."""

import random
import time

from dateline.model.claim import Claim
from dateline.model.figure import Figure
from dateline.model.marks import Marks
from dateline.model.moment import Moment
from dateline.model.part import Part
from dateline.model.party import Party
from dateline.model.reason import Reason
from dateline.model.span import Span
from dateline.pipeline.stages import STAGES
from telling import article

WHY = Reason("speech.clause", "made for a test")
CLAIMS = 33
"""Claims of an article."""
WEIGHED = {"people", "same-claim", "dating", "disputes", "changes", "timeline", "questions"}
HEADS = ["people", "homes", "boats", "families"]


def word(rng):
    return "".join(rng.choice("bcdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3))


def one_claim(rng, text, place, said, names):
    """The marks of one sentence “Name said ...” that begins at `place`, with what it counts and of whom it speaks."""
    source, name, content, number = text.id, *said
    start = place + len(name) + len(" said ")
    spans = (Span(source, start, start + len(content)),)
    identity = f"{source}-{place}"
    parties = (Party(name, None, (Span(source, place, place + len(name)),)),)
    act = rng.choices(["statement", "accusation", "denial", "demand"], [75, 10, 5, 10])[0]
    other = rng.choice(names)
    when = Moment(spans[0], "Tuesday", "DATE", "XXXX-WXX-2", "weekday<=2", WHY) if rng.random() < 0.25 else None
    targets = (Party(other),) if act == "accusation" else ()
    cue = (Span(source, start - 5, start - 1),)
    claim = Claim(
        identity, source, "source", "indirect", act, spans, content, 0.9, WHY, cue=cue, speakers=parties, targets=targets, said=when
    )
    head, state = rng.choice(HEADS), rng.choice([None, "killed", "missing"])
    figure = Figure(identity, spans[0], str(number), number, number, None, None, head, "count", WHY, state=state, claim=identity)
    part = Part(identity, source, other, spans[0], rng.choice(["doing", "taking part"]), WHY, spans[0])
    return claim, figure if rng.random() < 0.4 else None, part if rng.random() < 0.3 else None


def pile(articles):
    """Articles with some statements that several of them report, as in a story that many follow."""
    rng = random.Random(7)
    words = [word(rng) for _ in range(3000)]
    weights = [1 / (rank + 5) for rank in range(len(words))]
    names = [f"{word(rng).title()} {word(rng).title()}" for _ in range(150)]

    def said():
        number = rng.randint(10, 90)
        told = rng.choices(words, weights, k=12)
        return rng.choice(names), f"{' '.join(told[:6])} {number} {rng.choice(HEADS)} {' '.join(told[6:])}", number

    shared = [said() for _ in range(2 * articles)]
    listed, marks = [], []
    for number in range(articles):
        sayings = [rng.choice(shared) if rng.random() < 0.4 else said() for _ in range(CLAIMS)]
        lines = [f"{name} said {content}. " for name, content, _ in sayings]
        day = f"2024-03-{rng.randint(1, 28):02}" if rng.random() < 0.5 else None
        text = article("".join(lines), day, f"{number}.txt")
        places = [sum(len(line) for line in lines[:n]) for n in range(len(lines))]
        found = [one_claim(rng, text, place, one, names) for place, one in zip(places, sayings, strict=True)]
        claims, figures, parts = (tuple(mark for mark in column if mark is not None) for column in zip(*found, strict=True))
        listed.append(text)
        marks.append(Marks(text.id, (), claims, (), figures, (), parts))
    return {"articles": listed, "marks": marks, "rulings": ()}


def seconds(articles):
    values = pile(articles)
    spent = 0.0
    for stage in STAGES:
        if stage.scope == "story":
            given = [values[need] for need in stage.needs]
            start = time.process_time()
            values[stage.gives] = stage.run(*given)
            spent += time.process_time() - start if stage.name in WEIGHED else 0
    assert values["disputes"]
    assert values["changes"]
    assert values["questions"]
    return spent


def test_four_times_the_claims_take_little_more_than_four_times_as_long():
    seconds(5)
    small, large = seconds(20), seconds(80)
    assert large < 8 * small  # n log n is 5.4 times, n squared 16
    assert large < 5
