"""Hand-made articles with their work: numbered, so that any number of them can be had. Run as a program, adds some to a ledger.

    made.py LEDGER COUNT [--die-at NUMBER]

prints the number of each article once it is in; with --die-at kills itself between the two halves of that article.
"""

import hashlib
import os
import signal
import sys
from pathlib import Path

from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.figure import Figure
from dateline.model.identity import content_id
from dateline.model.marks import Marks
from dateline.model.moment import Moment
from dateline.model.party import Party
from dateline.model.passage import Passage
from dateline.model.reason import Reason
from dateline.model.source import Place, Source
from dateline.model.span import Span
from dateline.store import ledger as room
from dateline.store.ledger import Ledger, Work

WHY = Reason("speech.clause", "“said” takes the clause before it")


def work(number, text=None):
    text = text if text is not None else f"Bridge closed\n\nAbout {number} lorries wait, the port said on Monday.\n"
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    id_ = content_id("source", sha256)
    source = Source(id_, f"pile/{number}.txt", sha256, "text/plain", "utf-8", text, (Place(0, len(text), "bytes 0"),))
    title = Passage(Span(id_, 0, 15), "title", Reason("clean.title", "the first line"))
    body = Passage(Span(id_, 15, len(text)), "paragraph", Reason("clean.paragraph", "prose"))

    def at(words):
        start = text.index(words)
        return Span(id_, start, start + len(words))

    lorries, said = f"About {number} lorries wait", "the port"
    claim = Claim(
        content_id("claim", number),
        id_,
        "source",
        "indirect",
        "statement",
        (at(lorries),),
        lorries,
        0.9,
        WHY,
        source=(at(said),),
        speakers=(Party("port", None, (at(said),)),),
        said=Moment(at("Monday"), "Monday", "DATE", None, "weekday:0", WHY),
    )
    figure = Figure(
        content_id("figure", number), at(f"About {number}"), f"About {number}", number, number, "About", None, "lorries", "count", WHY
    )
    return Work(Article(source, (title, body), title="Bridge closed"), Marks(id_, claims=(claim,), figures=(figure,)))


def main():
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    dying = int(sys.argv[4]) if len(sys.argv) > 4 else None
    whole = room._put

    def half(connection, work, fingerprint):
        if work.article.source.path == f"pile/{dying}.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        whole(connection, work, fingerprint)

    room._put = half
    with Ledger.open(path, create=True) as ledger:
        for number in range(count):
            ledger.add(work(number), None, "p1")
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
