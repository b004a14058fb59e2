"""From mentions to parties: each attribution of an article gets its speakers by name, with the reason, or candidates and no speaker."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.mark.discourse import Discourse, Meant
from dateline.model.party import Party

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mark.mentions import Named
    from dateline.mark.reading import Reading
    from dateline.model.attribution import Attribution
    from dateline.model.party import Mention


@dataclass(frozen=True, slots=True)
class Resolved:
    """The parties of one attribution."""

    speakers: tuple[Party, ...]
    candidates: tuple[Party, ...]
    via: tuple[Party, ...]
    to: tuple[Party, ...]
    targets: tuple[Party, ...]


def resolve(reading: Reading, attributions: Sequence[Attribution], named: tuple[Named, ...]) -> tuple[Resolved, ...]:
    """Resolve the mentions of attributions (in the order of the text) within the article."""
    quoted = [(span.start, span.end) for item in attributions if item.manner == "direct" for span in item.content]
    discourse = Discourse(named, quoted)
    starts = sentence_starts(reading)
    found = []
    for item in attributions:
        sentence = sentence_of(starts, item.cue[0].start if item.cue else item.content[0].start)
        speakers, candidates = _speakers(item, discourse, sentence)
        found.append(
            Resolved(
                speakers,
                candidates,
                tuple(_other(mention, discourse, sentence) for mention in item.via),
                tuple(_other(mention, discourse, sentence) for mention in item.to),
                tuple(_other(mention, discourse, sentence) for mention in item.targets),
            )
        )
    return tuple(found)


def _speakers(item: Attribution, discourse: Discourse, sentence: int) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    speakers: list[Party] = []
    candidates: list[Party] = []
    for mention in item.speakers:
        meant = meaning(mention, discourse, sentence)
        if meant.name is None:
            candidates.extend(Party(name, discourse.role(name), (), meant.why) for name in meant.candidates)
            continue
        speakers.append(Party(meant.name, role_of(meant.role), (mention.span,), meant.why))
        discourse.hear(meant.name, meant.role, mention, sentence)
    return tuple(speakers), tuple(candidates)


def meaning(mention: Mention, discourse: Discourse, sentence: int) -> Meant:
    """Tell whom a mention means."""
    if mention.kind == "pronoun":
        return discourse.pronoun(mention, sentence)
    if mention.kind == "name":
        return discourse.full_name(mention)
    return discourse.stands_for(mention, sentence)


def _other(mention: Mention, discourse: Discourse, sentence: int) -> Party:
    meant = meaning(mention, discourse, sentence)
    return Party(meant.name or mention.name, role_of(meant.role or mention.role), (mention.span,), meant.why)


def role_of(role: str | None) -> str | None:
    """Give a role without the determiner that ties it to its sentence: "its director" is a director."""
    if role is None:
        return None
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in {"its", "his", "her", "their", "our", "the", "a", "an"} else role


def sentence_starts(reading: Reading) -> list[int]:
    """Give the raw offset at which each sentence of the reading begins."""
    return [paragraph.span(sentence.start, sentence.end).start for paragraph, sentence in reading.sentences]


def sentence_of(starts: Sequence[int], at: int) -> int:
    """Give the number of the sentence that holds the raw offset `at`."""
    return max(0, bisect_right(starts, at) - 1)
