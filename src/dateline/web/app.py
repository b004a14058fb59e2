"""The pages and, under the same addresses with `.json`, the data behind each.

`/` the stories, `/story/{id}` one of them, `/article/{id}` an article with its marks. Rendered here, readable without scripts.
"""

from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from starlette.types import ASGIApp

from dateline import __version__
from dateline.model.errors import DatelineError, UsageError
from dateline.model.passage import PASSAGE_KINDS
from dateline.model.story import Brief
from dateline.pipeline.ledger_desk import LedgerDesk
from dateline.sheets.document import document
from dateline.sheets.marked import marked_document
from dateline.sheets.shelf import rows
from dateline.web import pages
from dateline.web.guard import Guard

_UNKNOWN: dict[int | str, dict[str, Any]] = {404: {"description": "The ledger has nothing of that name."}}


def app_of(desk: LedgerDesk) -> ASGIApp:
    """Make the application over a ledger."""
    # The usual pages about the interface load scripts from elsewhere: its description is at /openapi.json alone.
    app = FastAPI(title="Dateline", version=__version__, docs_url=None, redoc_url=None)
    _data(app, desk)
    _pages(app, desk)
    _refusals(app)
    return Guard(app)


def _data(app: FastAPI, desk: LedgerDesk) -> None:
    """Add the addresses that end in `.json`: first, for the pages would take them for names."""

    @app.get("/stories.json", summary="The stories of the ledger")
    def stories() -> Response:
        return pages.data(rows(desk.brief()))

    @app.get("/story/{id_}.json", summary="The story document of one story", responses=_UNKNOWN)
    def story(id_: str) -> Response:
        return pages.data(document(_story(desk, id_), all_questions=True))

    @app.get("/article/{id_}.json", summary="One article with its passages, claims and figures", responses=_UNKNOWN)
    def article(id_: str) -> Response:
        return pages.data(marked_document(_around(desk, id_), id_, frozenset(PASSAGE_KINDS)))


def _pages(app: FastAPI, desk: LedgerDesk) -> None:
    @app.get("/", include_in_schema=False)
    def front() -> Response:
        return pages.answer(pages.front(desk.brief()))

    @app.get("/story/{id_}", include_in_schema=False)
    def story(id_: str) -> Response:
        return pages.answer(pages.story(_story(desk, id_)))

    @app.get("/article/{id_}", include_in_schema=False)
    def article(id_: str) -> Response:
        return pages.answer(pages.article(_around(desk, id_), id_))


def _refusals(app: FastAPI) -> None:
    @app.exception_handler(404)
    def unknown(request: Request, error: HTTPException) -> Response:
        return _refused(request, str(error.detail), 404)

    @app.exception_handler(DatelineError)
    def failed(request: Request, error: DatelineError) -> Response:
        return _refused(request, str(error), 503)


def _refused(request: Request, says: str, code: int) -> Response:
    if request.url.path.endswith(".json"):
        return pages.data({"detail": says}, code)
    return pages.answer(pages.refusal(says), code)


def _story(desk: LedgerDesk, id_: str) -> Brief:
    """Give a story by its whole id: an address must not come to mean another story when the ledger grows."""
    try:
        found = desk.story(id_)
    except UsageError:
        found = None
    if found is None or found.stories[0].id != id_:
        raise HTTPException(404, "The ledger has no story of this name.")
    return found


def _around(desk: LedgerDesk, id_: str) -> Brief:
    """Give the story that an article stands in."""
    try:
        return desk.story_of(id_)
    except UsageError as error:
        raise HTTPException(404, "The ledger has no article of this name.") from error
