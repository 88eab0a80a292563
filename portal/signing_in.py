"""Signing in with a local account, and out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from messages.catalogue import languages
from portal.forms import TextField
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
    NotThereError,
    Visit,
    Visitor,
    new_token,
    own_path,
    token_hash,
)
from warehouse.portal.records import Person

if TYPE_CHECKING:
    from portal.provider import Identified

BEGUN_COOKIE = "cartera_begun"
_BEGUN_LASTS = timedelta(minutes=10)
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
    email: TextField = "",
    password: TextField = "",
    to: TextField = "/",
    form_key: TextField = "",
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
    return _entered(who, person, to)


@router.get("/sign-in/company")
def to_provider(who: Visitor, to: str = "/") -> Response:
    """On to the company's own sign-in; the browser keeps what the answer must fit."""
    from portal.provider import NotIdentifiedError, address_of, begun  # half a second, for some

    choice = who.portal.settings.portal
    if not choice.is_there:
        raise NotThereError
    started = begun(own_path(to))
    try:
        answer = RedirectResponse(address_of(choice, started, _back(who)), 303)
    except NotIdentifiedError:
        return _form(who, to, "portal-sign-in-provider", 502)
    _set(answer, who, BEGUN_COOKIE, started.packed(), _BEGUN_LASTS)
    return answer


@router.get("/sign-in/back")
def from_provider(who: Visitor) -> Response:
    """A session for whomever the provider names, with the roles that it says."""
    from portal.provider import Begun, NotIdentifiedError, identified

    choice = who.portal.settings.portal
    if not choice.is_there:
        raise NotThereError
    try:
        started = Begun.unpacked(who.request.cookies.get(BEGUN_COOKIE, ""))
        found = identified(choice, started, _back(who), str(who.request.url))
    except NotIdentifiedError:
        who.note(SIGN_IN, is_allowed=False, what="provider")
        return _form(who, "/", "portal-sign-in-provider", 401)
    person = _known_as(who, found)
    if person.is_disabled or not person.roles:
        who.note(SIGN_IN, is_allowed=False, who=person.email, what="provider")
        return _form(who, "/", "portal-sign-in-no-role", 403)
    answer = _entered(who, person, started.to)
    answer.delete_cookie(BEGUN_COOKIE)
    return answer


def _known_as(who: Visit, found: "Identified") -> Person:
    """The person as the provider has them now; whoever was let in no more stays out."""
    before = who.store.person(found.email)
    if before is not None and before.is_disabled:
        return before  # as they were: who is forgotten is not written down anew
    if before is None:
        person = Person(found.email, found.name, found.roles, "", "")
    else:
        person = replace(before, name=found.name, roles=found.roles)
    if person != before and person.roles:
        who.store.save_person(person)
    return person


def _back(who: Visit) -> str:
    return str(who.request.url_for("from_provider"))


def _entered(who: Visit, person: Person, to: str) -> Response:
    """A session, noted."""
    now, token = datetime.now(UTC), new_token()
    who.store.start_session(token_hash(token), person.email, now, now + SESSION_LENGTH)
    who.note(SIGN_IN, is_allowed=True, who=person.email)
    answer = RedirectResponse(own_path(to), 303)
    _set(answer, who, SESSION_COOKIE, token, SESSION_LENGTH)
    answer.delete_cookie(FORM_COOKIE)
    return answer


@router.post("/sign-out")
def sign_out(who: Visitor, form_key: TextField = "") -> Response:
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
    if language in languages():
        _set(answer, who, LANGUAGE_COOKIE, language, timedelta(days=365))
    if theme in THEMES:
        _set(answer, who, THEME_COOKIE, theme, timedelta(days=365))
    return answer


def _is_tried_too_often(who: Visit, name: str) -> bool:
    """Where the clock was set back since, tries of a time to come keep nobody out until then."""
    now = datetime.now(UTC)
    since, until = now - _TRIES_WINDOW, now + _TRIES_WINDOW
    tries = who.store.refused_between(SIGN_IN, since, until, name)
    from_there = who.store.refused_between(SIGN_IN, since, until, who.address)
    return tries >= _TRIES or from_there >= _TRIES_OF_ADDRESS


def _form(who: Visit, to: str, problem: str, status: int) -> Response:
    secret = who.request.cookies.get(FORM_COOKIE) or new_token()
    who.request.cookies[FORM_COOKIE] = secret
    company = who.portal.settings.portal.is_there
    html = page_of(who, "sign_in.html", to=own_path(to), problem=problem, has_provider=company)
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
