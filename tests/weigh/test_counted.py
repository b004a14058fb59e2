"""Figures of one thing are found without holding every two against each other, and yet just as if."""

import random

from dateline.model.claim import Claim
from dateline.model.figure import Figure
from dateline.model.likeness import Likeness
from dateline.model.reason import Reason
from dateline.model.span import Span
from dateline.weigh import counted

WHY = Reason("figures.number", "made for a test")
WORDS = [
    "storm",
    "harbour",
    "homes",
    "roof",
    "night",
    "river",
    "bridge",
    "school",
    "market",
    "tower",
    "valley",
    "engine",
    "ferry",
    "signal",
]


def pile(rng, length):
    claims, figures = {}, []
    for number in range(length):
        name, article = f"c{number:03}", f"a{number % 7}"
        text = " ".join(rng.sample(WORDS, rng.randint(2, 8)))
        span = Span(article, 10 * number, 10 * number + 5)
        claims[name] = Claim(name, article, "source", "indirect", "statement", (span,), text, 1.0, WHY)
        state, of = rng.choice([None, None, "killed", "missing"]), rng.choice([None, "people", "old people", "boats"])
        inherited = of is not None and rng.random() < 0.1
        figures.append(
            Figure(name, span, str(number), number, number, None, None, of, "count", WHY, state=state, claim=name, of_inherited=inherited)
        )
    pairs = [rng.sample(sorted(claims), 2) for _ in range(length // 4)]
    shares = [rng.choice([0.5, 0.7]) for _ in pairs]
    alike = [
        Likeness(one, other, share, share, "same", same=False, repeated=False, numbers_differ=True, negated_apart=False, reason=WHY)
        for (one, other), share in zip(pairs, shares, strict=True)
    ]
    return figures, claims, alike


def by_brute_force(figures, claims, likenesses):
    alike = {frozenset((like.one, like.other)): like for like in likenesses if like.contained >= counted.ALIKE}
    things = [counted.thing(figure, claims[figure.claim].text) for figure in figures]
    sets = [{i} for i in range(len(figures))]
    for i, first in enumerate(things):
        for j, second in enumerate(things):
            same_head = (first.unit, first.head) == (second.unit, second.head)
            if i < j and same_head and counted._same_thing(figures[i], figures[j], first, second, alike) and sets[i] is not sets[j]:
                sets[i] |= sets[j]
                for k in sets[j]:
                    sets[k] = sets[i]
    return sorted({tuple(figures[k].id for k in sorted(group)) for group in sets if len(group) > 1})


def test_groups_are_those_of_all_pairs():
    for seed in range(40):
        figures, claims, likenesses = pile(random.Random(seed), 60)
        found = counted.groups(figures, claims, likenesses)
        assert sorted(tuple(figure.id for figure in group) for group in found) == by_brute_force(figures, claims, likenesses), seed


def test_few_pairs_are_held_against_each_other(monkeypatch):
    figures, claims, likenesses = pile(random.Random(1), 600)
    asked = 0
    before = counted._same_thing

    def counting(*args):
        nonlocal asked
        asked += 1
        return before(*args)

    monkeypatch.setattr(counted, "_same_thing", counting)
    counted.groups(figures, claims, likenesses)
    assert asked < 600 * 600 / 20
