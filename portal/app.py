"""The portal as an ASGI application."""

from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles

from messages.errors import CarteraError
from pipeline.settings import Settings
from portal import (
    approvals,
    changes,
    clients,
    explanations,
    files,
    links,
    offers,
    portfolio,
    previews,
    remarks,
    renewals,
    runs,
    signing_in,
    uploads,
    week,
)
from portal.files import FileLostError
from portal.judging import NotJudgedError
from portal.shell import page_of
from portal.uploads import MOST_BYTES
from portal.visit import (
    FormExpiredError,
    NotThereError,
    Portal,
    SignInNeededError,
    Visit,
    sign_in_path,
    visit,
)
from warehouse.portal.store import open_portal_store

_POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; "
    b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
)
_HEADERS_OF_HTTPS = (*_HEADERS, (b"strict-transport-security", b"max-age=31536000"))
_UNKEPT = (b"cache-control", b"private, no-store")
_PAGES = (
    *(files, signing_in, links, previews, uploads, approvals, renewals, week, portfolio, runs),
    *(changes, remarks, offers, explanations, clients),  # the last one's ids may hold anything
)


def make_app(settings: Settings) -> FastAPI:
    """The company's portal; the caller serves it."""
    # An address with a slash too many is none: Starlette would send readers on to whatever host
    # the request named.
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.portal = Portal(settings, open_portal_store(settings.warehouse_url))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    for module in _PAGES:
        app.include_router(module.router)
    app.add_middleware(_Guarded)
    app.add_exception_handler(SignInNeededError, _to_sign_in)
    for kind, answer in _ANSWERS.items():
        app.add_exception_handler(kind, answer)
    app.add_exception_handler(Exception, _failed)  # whose answer goes past _Guarded
    return app


_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[_Message, _Receive, _Send], Awaitable[None]]


class _Guarded:
    """Every answer with what browsers must heed; a form that is too long is not read."""

    def __init__(self, app: _App) -> None:
        self._app = app

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = _HEADERS if scope["scheme"] != "https" else _HEADERS_OF_HTTPS
        if not scope["path"].startswith("/static/"):
            told = (*told, _UNKEPT)

        async def with_headers(message: _Message) -> None:
            if message["type"] == "http.response.start":
                said = list(message["headers"])
                names = {name for name, _ in said}  # one page says a policy of its own
                message["headers"] = said + [item for item in told if item[0] not in names]
            await send(message)

        request = Request(scope)
        if _names_nothing(scope):
            await _ANSWERS[404](request, Exception())(scope, receive, with_headers)
        elif scope["method"] == "POST" and not _has_room(request):
            await _TOO_LARGE(request, Exception())(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)


def _has_room(request: Request) -> bool:
    """Whether a form says how long it is, and is no longer than it may; in pieces it could be."""
    length = request.headers.get("content-length", "")
    is_in_pieces = "transfer-encoding" in request.headers
    return length.isdecimal() and int(length) <= MOST_BYTES and not is_in_pieces


def _names_nothing(scope: _Message) -> bool:
    """Whether the address holds the one character that PostgreSQL keeps in no text."""
    return "\0" in scope["path"] or b"%00" in scope["query_string"]


def _to_sign_in(_request: Request, error: Exception) -> Response:
    assert isinstance(error, SignInNeededError)
    return RedirectResponse(sign_in_path(error.to), 303)


def _problem(status: int, message: str) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, _error: Exception) -> Response:
        return HTMLResponse(page_of(_visitor(request), "problem.html", message=message), status)

    return answer


def _failed(request: Request, error: Exception) -> Response:
    answer = _problem(500, "portal-problem-failed")(request, error)
    answer.raw_headers.extend((*_HEADERS, _UNKEPT))
    return answer


_TOO_LARGE = _problem(413, "portal-problem-too-large")


def _visitor(request: Request) -> Visit:
    """Whoever it is; a stranger where the warehouse cannot say."""
    try:
        who = visit(request)
        if who.signed_in:
            _ = who.grants  # which the page shows, and which the file may keep from being read
    except CarteraError:
        return Visit(request.app.state.portal, request, "")
    return who


_ANSWERS: dict[type[Exception] | int, Callable[[Request, Exception], Response]] = {
    NotThereError: _problem(404, "portal-problem-not-there"),
    400: _problem(400, "portal-problem-form-unread"),
    404: _problem(404, "portal-problem-not-there"),
    405: _problem(404, "portal-problem-not-there"),
    RequestValidationError: _problem(404, "portal-problem-not-there"),
    FormExpiredError: _problem(403, "portal-problem-form-expired"),
    NotJudgedError: _problem(422, "portal-problem-not-judged"),
    FileLostError: _problem(410, "portal-problem-file-lost"),
    CarteraError: _problem(503, "portal-problem-unavailable"),
}
"""What a reader is told where a page cannot be given; all of it looks the same to a stranger."""
