"""The same article has the same moments on every machine: whatever its zone, its locale and its clock."""

import datetime as dt
import json
import os
import subprocess
import sys
import time

import pytest

from dateline.mark import moments
from dateline.mark.parse import read
from dateline.model.article import Article
from dateline.model.moment import Moment
from dateline.model.passage import Passage
from dateline.model.reason import Reason
from dateline.model.source import Source
from dateline.model.span import Span

TEXT = (
    "The dam closed Tuesday and reopens May 3. Talks resume at 9 p.m. EST on Friday, after Eid al-Fitr. Last week, nothing was said. "
    "Two years ago, on Thanksgiving, the same crew met. It was sold in August. He left yesterday evening and will be back next Sunday."
)


def article() -> Article:
    given = Reason("test.given", "given")
    source = Source("t", "t.txt", "t", "text/plain", "utf-8", TEXT)
    published = Moment(None, "2025-02-13", "DATE", "2025-02-13", "", given)
    return Article(source, (Passage(Span("t", 0, len(TEXT)), "paragraph", given),), published=published)


def shown() -> list[list[str | None]]:
    return [[m.text, m.type, m.value, m.form, m.anchor, str(m.reason)] for m in moments.find(read(article()))]


if __name__ == "__main__":
    sys.stdout.buffer.write(json.dumps(shown()).encode())


PLACES = (("Pacific/Kiritimati", "C"), ("America/Adak", "tr_TR.UTF-8"), ("Asia/Kathmandu", "de_DE.UTF-8"))


def test_zone_and_locale_change_no_byte() -> None:
    found = set()
    for seed, (zone, locale) in enumerate(PLACES):
        env = os.environ | {"TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": str(seed)}
        found.add(subprocess.run([sys.executable, __file__], check=True, capture_output=True, env=env).stdout)
    assert found == {json.dumps(shown()).encode()}


@pytest.mark.parametrize("year", [1970, 2099])
def test_no_clock_is_asked(monkeypatch, year: int) -> None:
    reading = read(article())
    before = moments.find(reading)
    asked = []
    seconds = dt.datetime(year, 6, 1, tzinfo=dt.UTC).timestamp()

    def ask(name: str, answer: object) -> object:
        def asked_for(*_: object) -> object:
            asked.append(name)
            return answer

        return asked_for

    class Day(dt.date):
        today = classmethod(ask("today", dt.date(year, 6, 1)))

    class Now(dt.datetime):
        today = classmethod(ask("today", dt.datetime(year, 6, 1, tzinfo=dt.UTC)))
        now = classmethod(ask("now", dt.datetime(year, 6, 1, tzinfo=dt.UTC)))
        utcnow = classmethod(ask("utcnow", dt.datetime(year, 6, 1, tzinfo=dt.UTC)))

    for name, answer in (
        ("time", seconds),
        ("time_ns", int(seconds) * 10**9),
        ("localtime", (year, 6, 1, 0, 0, 0, 0, 152, 0)),
        ("gmtime", (year, 6, 1, 0, 0, 0, 0, 152, 0)),
    ):
        monkeypatch.setattr(time, name, ask(name, answer))
    for name, module in sorted(sys.modules.items()):
        if name.startswith("dateline."):
            for known, fake in ((dt.date, Day), (dt.datetime, Now)):
                for attribute, value in sorted(vars(module).items(), key=lambda item: item[0]):
                    if value is known:
                        monkeypatch.setattr(module, attribute, fake)
    found = moments.find(reading)
    monkeypatch.undo()
    assert asked == []
    assert [(m.text, m.value, m.anchor) for m in found] == [(m.text, m.value, m.anchor) for m in before]
