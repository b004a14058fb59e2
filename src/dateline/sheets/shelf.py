"""The stories of a brief as a list: what each is called, how large it is, what is disputed and unanswered in it."""

from dataclasses import asdict, dataclass
from typing import Any

from dateline.model.story import Brief, Story
from dateline.sheets.dates import readable
from dateline.sheets.excerpt import one_line


@dataclass(frozen=True, slots=True)
class Shelved:
    """A story on the list. `first` and `last` are the days of its dated articles (ISO, as exact as known), None where none is dated."""

    id: str
    title: str
    articles: int
    origins: int
    disputed: int
    unanswered: int
    first: str | None
    last: str | None

    @property
    def days(self) -> str:
        """When its articles were published, for a person; empty where nothing tells."""
        if self.first is None or self.last is None:
            return ""
        return readable(self.first) if self.first == self.last else f"{readable(self.first)} to {readable(self.last)}"


def shelf(brief: Brief) -> list[Shelved]:
    """List the stories of a brief, in its order."""
    days = {
        article.id: article.published.value
        for article in brief.articles
        if article.published is not None and article.published.value is not None
    }
    return [_shelved(story, sorted(days[id_] for id_ in story.articles if id_ in days)) for story in brief.stories]


def rows(brief: Brief) -> list[dict[str, Any]]:
    """List the stories as plain dicts, for JSON."""
    return [asdict(shelved) for shelved in shelf(brief)]


def _shelved(story: Story, days: list[str]) -> Shelved:
    return Shelved(
        id=story.id,
        title=one_line(story.title) or "Untitled",
        articles=len(story.articles),
        origins=story.origins,
        disputed=sum(dispute.status == "disputed" for dispute in story.disputes),
        unanswered=len(story.questions),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
