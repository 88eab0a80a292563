"""Who is asking, in which language, and what they may see."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request

from messages.catalogue import catalogue, languages
from messages.clause import Fact
from messages.formats import Formats
from pipeline.settings import Settings
from portal.grants import (
    GRANTS_NAME,
    Grants,
    GrantsFile,
    grants_of,
    read_grants,
    scope_of,
)
from warehouse.portal.records import AuditEntry, ClientSummary, Person
from warehouse.portal.store import PortalStore

SIGN_IN = "sign-in"
SESSION_COOKIE = "cartera_session"
FORM_COOKIE = "cartera_form"
LANGUAGE_COOKIE = "cartera_language"
THEME_COOKIE = "cartera_theme"
THEMES = ("light", "dark")
SESSION_LENGTH = timedelta(hours=12)


class SignInNeededError(Exception):
    """Nobody has signed in, or no longer: the reader is sent to sign in and back."""

    def __init__(self, to: str) -> None:
        self.to = to


class NotThereError(Exception):
    """There is no such page, or it is not this reader's: both look the same."""


class FormExpiredError(Exception):
    """A form that was not opened in this session, or too long ago."""


@dataclass(frozen=True)
class Portal:
    """One company's portal."""

    settings: Settings
    store: PortalStore

    @property
    def grants_path(self) -> Path:
        return self.settings.root / GRANTS_NAME


@dataclass(frozen=True)
class Visit:
    """One request, and what its session says, which is read when it is first asked for. `cookie`
    is the token that the browser sent; empty for a stranger."""

    portal: Portal
    request: Request
    cookie: str

    @cached_property
    def signed_in(self) -> Person | None:
        """Whose session it is; None where there is none, or it is over."""
        if not self.cookie:
            return None
        return self.store.person_of_session(token_hash(self.cookie), datetime.now(UTC))

    @property
    def token(self) -> str:
        """The session's; empty where there is none."""
        return self.cookie if self.signed_in else ""

    @property
    def store(self) -> PortalStore:
        return self.portal.store

    @property
    def person(self) -> Person:
        """Who has signed in; raises SignInNeededError where nobody has."""
        if self.signed_in is None:
            path = self.request.url.path
            query = self.request.url.query
            raise SignInNeededError(f"{path}?{query}" if query else path)
        return self.signed_in

    @cached_property
    def clients(self) -> Mapping[str, ClientSummary]:
        """The clients that the reader may see anything of, by id."""
        allowed = self.grants.clients
        return {client.client_id: client for client in self._all if client.client_id in allowed}

    @cached_property
    def grants(self) -> Grants:
        return grants_of(self.person, self._all, self._said)

    @cached_property
    def _said(self) -> GrantsFile:
        return read_grants(self.portal.grants_path)

    @cached_property
    def last_visit(self) -> datetime | None:
        """When the reader signed in before this time; None for the first."""
        times = self.store.times_of(self.person.email, SIGN_IN, 2)
        return times[1] if len(times) > 1 else None

    @cached_property
    def _all(self) -> tuple[ClientSummary, ...]:
        """Those that the grants follow from."""
        scope = scope_of(self.person, self._said)
        return self.store.clients(scope.managers, scope.clients)

    @cached_property
    def language(self) -> str:
        """The one chosen here, else the person's own, else the browser's, else the company's."""
        person = self.signed_in.language if self.signed_in else ""
        said = self.request.headers.get("accept-language", "")
        asked = (part.split(";")[0].strip().split("-")[0].lower() for part in said.split(","))
        for choice in (self.request.cookies.get(LANGUAGE_COOKIE, ""), person, *asked):
            if choice in languages():
                return choice
        return self.portal.settings.company.languages[0]

    def say(self, message_id: str, **facts: Fact) -> str:
        """A message in the reader's language."""
        return catalogue(self.language).say(message_id, **facts)

    def has(self, message_id: str) -> bool:
        """Whether there is such a message."""
        return catalogue(self.language).has(message_id)

    @cached_property
    def formats(self) -> Formats:
        """Numbers and dates as the reader's language is written where the company is."""
        return Formats(self.portal.settings.company.locale_of(self.language))

    def moment(self, at: datetime) -> str:
        """Day and time by the company's clocks."""
        here = at.astimezone(self.portal.settings.company.zone)
        return f"{self.formats.day(here.date())}, {here:%H:%M}"

    @property
    def theme(self) -> str:
        """`light` or `dark` where the reader chose; else empty: as the system has it."""
        chosen = self.request.cookies.get(THEME_COOKIE, "")
        return chosen if chosen in THEMES else ""

    @property
    def address(self) -> str:
        return self.request.client.host if self.request.client else ""

    @property
    def form_key(self) -> str:
        """What a form must bring back: made from the session, or from a cookie before there is
        one."""
        secret = self.token or self.request.cookies.get(FORM_COOKIE, "")
        return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest() if secret else ""

    def check_form(self, key: str) -> None:
        """Raises FormExpiredError where the form is not of this session."""
        if not self.form_key or not hmac.compare_digest(self.form_key.encode(), key.encode()):
            raise FormExpiredError

    def note(
        self,
        action: str,
        *,
        is_allowed: bool,
        subject: tuple[str, str] = ("", ""),
        what: str = "",
        sha256: str = "",
        who: str | None = None,
    ) -> None:
        """Write into the audit what the reader did or was refused."""
        name = who if who is not None else (self.signed_in.email if self.signed_in else "")
        self.store.note(
            AuditEntry(
                at=datetime.now(UTC),
                who=name,
                address=self.address,
                action=action,
                is_allowed=is_allowed,
                subject_kind=subject[0],
                subject_id=subject[1],
                what=what,
                sha256=sha256,
            )
        )


def visit(request: Request) -> Visit:
    """Whose request it is, by the session in its cookie."""
    return Visit(request.app.state.portal, request, request.cookies.get(SESSION_COOKIE, ""))


async def _visit(request: Request) -> Visit:
    """Without a thread of its own, as nothing is read yet."""
    return visit(request)


Visitor = Annotated[Visit, Depends(_visit)]
"""What a page's function is given of the request."""


def token_hash(token: str) -> str:
    """What the warehouse keeps of a session's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """Nobody can guess it."""
    return secrets.token_urlsafe(32)


def own_path(to: str) -> str:
    """A page of this portal to go on to; the first one for anything else."""
    is_own = to.startswith("/") and not to.startswith(("//", "/\\"))
    return to if is_own and to.isprintable() else "/"


def sign_in_path(to: str) -> str:
    return f"/sign-in?to={quote(own_path(to), safe='')}"
