"""Figures that cannot both hold, statements that contradict each other; and what only looks like it.

`disputed`: accounts that part, side by side. `superseded`: the same party (or kind of party) gave a later number, or a later word. `not
comparable`: alike, and yet of different days, times or kinds. Where bounds leave room for both, nothing is disputed, unless one is
offered as the true number against the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model.dispute import Dispute, DisputeStatus, Side
from dateline.model.identity import content_id
from dateline.model.reason import Reason
from dateline.model.rule import Rule
from dateline.weigh.accounts import Ground, by_value, in_order, judged
from dateline.weigh.counted import groups, incomparable
from dateline.weigh.opposed import opposed
from dateline.weigh.standing import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model.figure import Figure
    from dateline.weigh.accounts import Verdict
    from dateline.weigh.counted import Difference

__all__ = ["RULES", "Ground", "disputes"]

RULES = (
    Rule(
        "disputes.figures",
        "two accounts of one count that cannot both hold",
        "The storm destroyed 40 homes in the harbour district, Mayor Ann Doe said. "
        "Residents said the storm destroyed 90 homes in the harbour district.",
        "The storm destroyed 40 homes in the harbour district, Mayor Ann Doe said. "
        "Residents said the storm destroyed 90 boats in the harbour district.",
    ),
    Rule(
        "disputes.true-number",
        "one account is offered as the true number against the other",
        "More than 40 families are estimated to be without water. Residents say the true number is closer to 90.",
        "More than 40 families are estimated to be without water. Residents say the true cost is closer to 90 dollars.",
    ),
    Rule(
        "disputes.later-number",
        "the same party gave another number later",
        "2024-03-04: Mayor Ann Doe said the storm destroyed 40 homes in the harbour district. // "
        "2024-03-08: Mayor Ann Doe said the storm destroyed 52 homes in the harbour district.",
        "2024-03-04: Mayor Ann Doe said the storm destroyed 40 homes in the harbour district. // "
        "2024-03-08: Mayor Ann Doe said the storm destroyed 40 homes in the harbour district.",
    ),
    Rule(
        "disputes.order-unknown",
        "one source gives two numbers, and nothing tells which is the later",
        "Mayor Ann Doe said the storm destroyed 40 homes in the harbour. // "
        "Mayor Ann Doe said the storm destroyed 52 homes in the harbour.",
        "2024-03-04: Mayor Ann Doe said the storm destroyed 40 homes in the harbour. // "
        "2024-03-08: Mayor Ann Doe said the storm destroyed 52 homes in the harbour.",
    ),
    Rule(
        "disputes.other-day",
        "two parties, two days: the count may have moved",
        "2024-03-04: Ann Doe said the storm destroyed 40 homes in the harbour. // "
        "2024-03-08: Tom Roe said the storm destroyed 52 homes in the harbour.",
        "2024-03-04: Ann Doe said the storm destroyed 40 homes in the harbour. // "
        "2024-03-04: Tom Roe said the storm destroyed 52 homes in the harbour.",
    ),
    Rule(
        "disputes.rivals",
        "a rival, or one who counts for themselves, gives another number on another day",
        "2024-03-04: The police said the storm destroyed 40 homes in the harbour. // "
        "2024-03-06: The tenants' union said the storm destroyed 90 homes in the harbour.",
        "2024-03-04: The police said the storm destroyed 40 homes in the harbour. // "
        "2024-03-06: The council said the storm destroyed 90 homes in the harbour.",
    ),
    Rule(
        "disputes.later-office",
        "an office counts after another office",
        "2024-03-04: The police said the storm destroyed 40 homes in the harbour. // "
        "2024-03-06: The council said the storm destroyed 52 homes in the harbour.",
        "2024-03-04: The police said the storm destroyed 40 homes in the harbour. // "
        "2024-03-04: The council said the storm destroyed 52 homes in the harbour.",
    ),
    Rule(
        "disputes.as-of",
        "the numbers are of two times",
        "2024-03-05: The police said 40 boats sank in the harbour on Sunday. Residents said 90 boats sank in the harbour on Monday.",
        "2024-03-05: The police said 40 boats sank in the harbour on Sunday. Residents said 90 boats sank in the harbour on Sunday.",
    ),
    Rule(
        "disputes.still-rising",
        "two articles of one day, and people who may still be found",
        "2024-03-04: The police said 40 people were killed in the quake. // 2024-03-04: The mayor said 52 people were killed in the quake.",
        "2024-03-04: The police said 40 people were killed in the quake. // "
        "2024-03-04: The mayor said 152 people were killed in the quake.",
    ),
    Rule(
        "disputes.scope",
        "a whole and a part, or two places",
        "The police said the storm destroyed 40 homes in Tolm. Residents said the storm destroyed 90 homes in Merrow.",
        "The police said the storm destroyed 40 homes in Tolm. Residents said the storm destroyed 90 homes in Tolm.",
    ),
    Rule(
        "disputes.definition",
        "each counts something of its own under one noun",
        "The bank said the storm destroyed 40 insured homes. Residents said the storm destroyed 90 empty homes.",
        "The bank said the storm destroyed 40 insured homes. Residents said the storm destroyed 90 insured homes.",
    ),
    Rule(
        "disputes.unit",
        "a share and a count, or two currencies or measures",
        "The city said it would pay 84 million dollars for ten trams. Varga said the city would pay 75 million euros for ten trams.",
        "The city said it would pay 84 million euros for ten trams. Varga said the city would pay 75 million euros for ten trams.",
    ),
    Rule(
        "disputes.projected",
        "one number was expected, the other came",
        "The fair expects 900 visitors this summer, Mayor Ann Doe said. The fair had 400 visitors this summer, the police said.",
        "The fair had 900 visitors this summer, Mayor Ann Doe said. The fair had 400 visitors this summer, the police said.",
    ),
    Rule(
        "disputes.denial",
        "a denial, and what it denies",
        "The union said the company had closed the northern plant. The company denied that it had closed the northern plant.",
        "The union said the company had closed the northern plant. The company denied that it had sold the ferry.",
    ),
    Rule(
        "disputes.denied-charge",
        "the accused denies the charge without its words",
        "The trade union accused the port of hiring children. The port denied the accusation.",
        "The trade union accused the port of hiring children. The port denied it had sold the crane.",
    ),
    Rule(
        "disputes.nothing",
        "one says it was done, the other that nothing was",
        "The minister said the fishing treaty was signed. The opposition said nothing was signed.",
        "The minister said the fishing treaty was signed. The opposition said nothing was free.",
    ),
    Rule(
        "disputes.opposites",
        "two parties say opposites of one thing",
        "The council said the well water was safe to drink. Residents said the well water was unsafe to drink.",
        "The council said the well water was safe to drink. Residents said the well water was cold to drink.",
    ),
    Rule(
        "disputes.other-word",
        "the same party says the opposite later",
        "2024-03-04: The minister said the government would not close the night line. // "
        "2024-03-20: The minister said the government would close the night line.",
        "2024-03-04: The minister said the government would not close the night line. // "
        "2024-03-20: The minister said the government would not close the night line.",
    ),
    Rule(
        "disputes.since-happened",
        "awaited, and later told as done",
        "2024-03-04: The ministry said it had not yet received the dam report. // "
        "2024-03-08: The ministry said it had received the dam report.",
        "2024-03-04: The ministry said it had not yet received the dam report. // "
        "2024-03-08: The ministry said it had not yet received the dam report.",
    ),
    Rule(
        "disputes.negation",
        "one says it, the other says it is not so",
        "The union said the wage deal was signed in the harbour hall. The company said the wage deal was not signed in the harbour hall.",
        "The union said the wage deal was signed in the harbour hall. The company said the wage deal was signed in the harbour hall.",
    ),
)
"""Examples are articles parted by " // ", the day of publication before the first colon where one is known."""


def disputes(figures: Sequence[Figure], ground: Ground) -> tuple[Dispute, ...]:
    """Give all disputes of a story: of figures in the order of the first figure, then of statements."""
    days = {name: frame.day for name, frame in ground.frames.items() if frame.real}
    found = [dispute for group in groups(figures, ground.claims, ground.likenesses, days) for dispute in _of_group(group, ground)]
    weighed: dict[str, set[int]] = {}
    for number, dispute in enumerate(found):
        for name in _figures(dispute):
            weighed.setdefault(name, set()).add(number)
    alike = incomparable(figures, ground.claims, ground.likenesses, days)
    apart = [
        _incomparable(one, other, why, ground)
        for one, other, why in alike
        if weighed.get(one.id, set()).isdisjoint(weighed.get(other.id, set()))
    ]
    return (*found, *apart, *opposed(ground))


def _figures(dispute: Dispute) -> list[str]:
    return [figure for side in dispute.sides for figure in side.figures]


def _incomparable(one: Figure, other: Figure, why: Difference, ground: Ground) -> Dispute:
    shown = " and ".join(f"“{' '.join(figure.text.split())}”" for figure in (one, other))
    return _dispute([[one], [other]], ("not comparable", Reason(f"disputes.{why}", f"{shown} {_SAYS[why]}")), ground)


_SAYS: dict[Difference, str] = {
    "scope": "are of two scopes: a whole and a part, or two places",
    "as-of": "are numbers of two times",
    "definition": "count by two definitions",
    "unit": "are given in two units",
}


def _of_group(group: Sequence[Figure], ground: Ground) -> list[Dispute]:
    """Give what the numbers for one thing come to: first how each party's own moved, then how what stands of each goes together.

    So a number that its own giver has replaced is held against nobody.
    """
    found: list[Dispute] = []
    standing: set[str] = set()
    group = _without_parts(group)
    for voice in voices(group, ground.claims):
        moved, current = _last_word(voice, ground)
        found += moved
        standing.update(figure.id for figure in current)
    kept = [figure for figure in group if figure.id in standing]
    return [*_between(by_value(kept), ground), *found]


PARTS = 8
"""Numbers of one article for one thing that may be the parts of a sum; more are a table, and told apart by their places."""


def _without_parts(group: Sequence[Figure]) -> Sequence[Figure]:
    """Leave out the numbers of an article whose sum is another number for the thing: "12 here and 30 there", and 42 in all."""
    totals = {figure.low for figure in group if figure.low is not None and figure.low == figure.high}
    by_article: dict[str, list[Figure]] = {}
    for figure in group:
        by_article.setdefault(figure.span.source, []).append(figure)
    parts: set[str] = set()
    for listed in by_article.values():
        values = {figure.low for figure in listed if figure.low is not None}
        for total in sorted(totals):
            smaller = sorted(value for value in values if value < total)
            if 1 < len(smaller) <= PARTS and sum(smaller) == total:
                parts.update(figure.id for figure in listed if figure.low in smaller)
    return [figure for figure in group if figure.id not in parts]


def _last_word(voice: Sequence[Figure], ground: Ground) -> tuple[list[Dispute], Sequence[Figure]]:
    """Give how one party's number moved, where it did, and the figures by which it stands now."""
    accounts = by_value(voice)
    if len(accounts) == 1:
        return [], voice
    accounts.sort(key=lambda account: max(ground.frames[figure.span.source].day for figure in account))
    last = accounts[-1]
    if not all(in_order(account, last, ground) for account in accounts[:-1]):
        return [], voice
    lows = [account[0].low or 0.0 for account in accounts]
    if not ground.claim_of(voice[0]).speakers and lows != sorted(lows):
        return [], voice  # outlets are one voice where they count one thing upwards; what falls and rises is of several things
    replaced = [verdict for account in accounts[:-1] if (verdict := judged(account, last, ground)) is not None]
    if not replaced:
        return [], voice
    return [_dispute(accounts, replaced[-1], ground)], last


def _between(accounts: Sequence[Sequence[Figure]], ground: Ground) -> list[Dispute]:
    """Hold the accounts that stand against each other; of the verdicts the gravest counts, with all accounts it is about."""
    verdicts: dict[DisputeStatus, list[tuple[int, int, Verdict]]] = {}
    for n, one in enumerate(accounts):
        for m in range(n + 1, len(accounts)):
            verdict = judged(one, accounts[m], ground)
            if verdict is not None:
                verdicts.setdefault(verdict[0], []).append((n, m, verdict))
    for status in _GRAVEST:
        if status == "not comparable" and not all(ground.claim_of(account[0]).speakers for account in accounts):
            continue  # what nobody is named for explains nothing
        if status in verdicts:
            places = sorted({place for n, m, _ in verdicts[status] for place in (n, m)})
            return [_dispute([accounts[place] for place in places], verdicts[status][0][2], ground)]
    return []


_GRAVEST: tuple[DisputeStatus, ...] = ("disputed", "superseded", "not comparable")


def _dispute(accounts: Sequence[Sequence[Figure]], verdict: Verdict, ground: Ground) -> Dispute:
    group = [figure for account in accounts for figure in account]
    about = max(sorted({figure.of or "" for figure in group}), key=lambda of: (sum(figure.of == of for figure in group), len(of)))
    status, reason = verdict
    return Dispute(
        content_id("dispute", *sorted(figure.id for figure in group)),
        about or group[0].text,
        status,
        tuple(_side(account, ground) for account in accounts),
        reason,
    )


def _side(account: Iterable[Figure], ground: Ground) -> Side:
    figures = list(account)
    speakers = [party.name for figure in figures for party in ground.claim_of(figure).speakers]
    origins = {ground.origin_of.get(figure.span.source, figure.span.source) for figure in figures}
    claims = dict.fromkeys(figure.claim for figure in figures if figure.claim is not None)
    first = figures[0]
    return Side(first.low, first.high, tuple(figure.id for figure in figures), tuple(claims), tuple(dict.fromkeys(speakers)), len(origins))
