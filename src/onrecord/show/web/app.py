"""The pages: one table of routes; each page as HTML and as JSON from one object; GET only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import InputError, OnrecordError
from onrecord.show.detail import NotHereError
from onrecord.show.lines import plain
from onrecord.show.web.document import document_page
from onrecord.show.web.guard import Guard
from onrecord.show.web.mention import mention_page
from onrecord.show.web.pages import actor_page, claim_page, event_page, value_page
from onrecord.show.web.render import STATIC, render
from onrecord.show.web.rows import FIELDS, rows_page
from onrecord.show.web.search import search_page
from onrecord.show.web.start import start_page
from onrecord.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from starlette.requests import Request

    Build = Callable[[Store, str, Mapping[str, str]], object]

__all__ = ["make_app"]


def _listed(what: str) -> Build:
    return lambda store, _, query: rows_page(store, what, query)


def _valued(what: str) -> Build:
    return lambda store, id_, _: value_page(store, what, id_)


PAGES: dict[str, tuple[str, Build]] = {
    "/documents/{id:path}": ("document.html", document_page),
    "/claims/{id:path}": ("claim.html", claim_page),
    "/events/{id:path}": ("event.html", event_page),
    "/actors/{id:path}": ("actor.html", actor_page),
    "/mentions/{id:path}": ("mention.html", mention_page),
    **{f"/{what}/{{id:path}}": ("value.html", _valued(what)) for what in ("places", "relations", "presence")},
    **{f"/{what}": ("rows.html", _listed(what)) for what in FIELDS},
    "/search": ("search.html", lambda store, _, query: search_page(store, query)),
    "/index": ("start.html", lambda store, _, query: start_page(store, query)),
}
"""Every page: its address, its template, and what builds it."""


TITLES = {404: "Not here", 400: "This cannot be asked"}


def make_app(record: Path, *, host: str = "127.0.0.1") -> Starlette:
    """Give the application for one record; `host` is a name that it answers to beside plain addresses."""
    routes: list[Route | Mount] = [Mount("/static", StaticFiles(directory=STATIC))]
    for address, (template, build) in PAGES.items():
        routes.append(Route(f"{address}.json", partial(_answer, record, "", build), methods=["GET"]))
        routes.append(Route(address, partial(_answer, record, template, build), methods=["GET"]))
    start = PAGES["/index"]
    routes.append(Route("/", partial(_answer, record, *start), methods=["GET"]))
    handlers: Any = {404: _missing}
    return Starlette(routes=routes, middleware=[Middleware(Guard, host=host)], exception_handlers=handlers)


def _answer(record: Path, template: str, build: Build, request: Request) -> Response:
    """Answer one request; runs in a worker thread with a store of its own."""
    id_ = request.path_params.get("id", "")
    try:
        with Store(record) as store:
            page = build(store, id_, request.query_params)
    except OnrecordError as error:
        return _told(str(error), _status(error), as_json=not template)
    if not template:
        return JSONResponse(plain(page))
    return HTMLResponse(render(template, page=page, path=request.url.path, query=request.url.query))


def _status(error: OnrecordError) -> int:
    if isinstance(error, NotHereError):
        return 404
    return 400 if isinstance(error, InputError) else 503


def _missing(request: Request, error: Exception) -> Response:
    del error
    return _told("There is no such page.", 404, as_json=request.url.path.endswith(".json"))


def _told(words: str, status: int, *, as_json: bool) -> Response:
    if as_json:
        return JSONResponse({"error": words}, status)
    page = {"title": TITLES.get(status, "The record cannot be read"), "words": words}
    return HTMLResponse(render("message.html", page=page, path="/", query=""), status)
