"""Signing in with a local account, and out."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from portal.passwords import is_right
from portal.shell import page_of
from portal.visit import (
    FORM_COOKIE,
    LANGUAGE_COOKIE,
    SESSION_COOKIE,
    SESSION_LENGTH,
    SIGN_IN,
    THEME_COOKIE,
    THEMES,
    Visit,
    Visitor,
    new_token,
    own_path,
    token_hash,
)

_TRIES = 5
_TRIES_OF_ADDRESS = 30
"""Many people may share an address."""
_TRIES_WINDOW = timedelta(minutes=15)

router = APIRouter()


@router.get("/sign-in")
def sign_in_page(who: Visitor, to: str = "/") -> Response:
    """The form; it needs a cookie of its own, so that no other site can send it."""
    if who.signed_in:
        return RedirectResponse(own_path(to), 303)
    return _form(who, to, "", 200)


@router.post("/sign-in")
def sign_in(
    who: Visitor,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "/",
    form_key: Annotated[str, Form()] = "",
) -> Response:
    """A session where name and password fit; after five wrong tries nobody for a while."""
    who.check_form(form_key)
    name = email.strip().lower()[:200]
    if _is_tried_too_often(who, name):
        return _form(who, to, "portal-sign-in-wait", 429)
    person = who.store.person(name)
    fits = is_right(password, person.password_hash if person else None)
    if person is None or person.is_disabled or not fits:
        who.note(SIGN_IN, is_allowed=False, who=name)
        return _form(who, to, "portal-sign-in-wrong", 401)
    now, token = datetime.now(UTC), new_token()
    who.store.start_session(token_hash(token), person.email, now, now + SESSION_LENGTH)
    who.note(SIGN_IN, is_allowed=True, who=person.email)
    answer = RedirectResponse(own_path(to), 303)
    _set(answer, who, SESSION_COOKIE, token, SESSION_LENGTH)
    answer.delete_cookie(FORM_COOKIE)
    return answer


@router.post("/sign-out")
def sign_out(who: Visitor, form_key: Annotated[str, Form()] = "") -> Response:
    """Whoever finds the cookie later has nothing."""
    who.check_form(form_key)
    who.note("sign-out", is_allowed=True)
    who.store.end_session(token_hash(who.token))
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


@router.get("/choose")
def choose(who: Visitor, language: str = "", theme: str = "", to: str = "/") -> Response:
    """The reader's own language and theme."""
    answer = RedirectResponse(own_path(to), 303)
    if language:
        _set(answer, who, LANGUAGE_COOKIE, language[:20], timedelta(days=365))
    if theme in THEMES:
        _set(answer, who, THEME_COOKIE, theme, timedelta(days=365))
    return answer


def _is_tried_too_often(who: Visit, name: str) -> bool:
    since = datetime.now(UTC) - _TRIES_WINDOW
    tries = who.store.refused_since(SIGN_IN, since, name)
    from_there = who.store.refused_since(SIGN_IN, since, who.address)
    return tries >= _TRIES or from_there >= _TRIES_OF_ADDRESS


def _form(who: Visit, to: str, problem: str, status: int) -> Response:
    secret = who.request.cookies.get(FORM_COOKIE) or new_token()
    who.request.cookies[FORM_COOKIE] = secret
    html = page_of(who, "sign_in.html", to=own_path(to), problem=problem)
    answer = HTMLResponse(html, status)
    _set(answer, who, FORM_COOKIE, secret, timedelta(hours=1))
    return answer


def _set(answer: Response, who: Visit, name: str, value: str, lasts: timedelta) -> None:
    answer.set_cookie(
        name,
        value,
        max_age=int(lasts.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=who.request.url.scheme == "https",
    )
