"""What a source states about itself."""

from dateline.model.source import Source


def stated(source: Source, name: str) -> str | None:
    """Give the value of the best witness of a fact (they are listed best first), None where nothing states it."""
    return next((value for fact, value, _ in source.facts if fact == name), None)
